// file: src/index.ts
// packages: firebase-functions@7.4.0, firebase-admin@13.0.0
import { getAuth } from 'firebase-admin/auth';
import { getFirestore } from 'firebase-admin/firestore';
import { HttpsError, isSignedIn, onCall, onRequest } from 'firebase-functions/https';
import { onSchedule } from 'firebase-functions/v2/scheduler';

const db = getFirestore();

export const addOpen = onCall(async (request) => { // expect: inconsistent-auth-posture
  await db.collection('orders').add({ item: request.data.item });
});

export const hookless = onRequest({ cors: true }, async (req, res) => { // expect: missing-auth-guard
  await db.collection('events').add({ item: req.body.item });
  res.json({ ok: true });
});

export const addSigned = onCall(async (request) => { // ok: missing-auth-guard
  if (!request.auth) throw new HttpsError('unauthenticated', 'Sign in first');
  await db.collection('orders').add({ item: request.data.item });
});

export const addInsistently = onCall(async (request) => { // ok: missing-auth-guard
  const uid = request.auth!.uid;
  await db.collection('orders').add({ item: request.data.item, uid });
});

export const addOptionally = onCall(async (request) => { // expect: inconsistent-auth-posture
  await db.collection('orders').add({ item: request.data.item, uid: request.auth?.uid ?? 'guest' });
});

export const byPolicy = onCall({ authPolicy: isSignedIn() }, async () => { // ok: missing-auth-guard
  await db.collection('orders').add({});
});

export const nightly = onSchedule('every day 03:00', async () => { // ok: missing-auth-guard
  await db.collection('orders').add({});
});

export const promote = onRequest(async (req, res) => { // expect: missing-auth-guard(error medium)
//                     ^^^^^^^^^ makes, changes or removes accounts
  await getAuth().setCustomUserClaims(req.body.member, { admin: true });
  res.json({ ok: true });
});

export const demote = onRequest(async (req, res) => { // ok: missing-auth-guard
  const caller = await getAuth().verifyIdToken(req.headers.authorization!.slice('Bearer '.length));
  if (!caller.admin) {
    res.status(403).json({ error: 'forbidden' });
    return;
  }
  await getAuth().setCustomUserClaims(String(req.body.member), null);
  res.json({ ok: true });
});
