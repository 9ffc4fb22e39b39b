// packages: firebase-functions@7.4.0, firebase-admin@13.0.0, express@5.0.0
import { getAuth } from 'firebase-admin/auth';
import { getFirestore } from 'firebase-admin/firestore';
import { HttpsError, hasClaim, isSignedIn, onCall, onRequest } from 'firebase-functions/https';
import { onDocumentCreated } from 'firebase-functions/v2/firestore';
import express from 'express';

const db = getFirestore();

export const createOrder = onCall(async (request) => {
  if (!request.auth) throw new HttpsError('unauthenticated', 'Sign in first');
  await db.collection('orders').add({ owner: request.auth.uid, item: request.data.item });
});

export const openOrder = onCall({ cors: true, enforceAppCheck: true }, async ({ data }) => {
  try {
    await db.collection('orders').add({ item: data.item });
  } catch (error) {
    console.error(error);
    throw new HttpsError('internal', (error as Error).message);
  }
});

export const byPolicy = onCall({ authPolicy: isSignedIn() }, async (request) => db.collection('orders').add({ item: request.data.item }));
export const byClaim = onCall({ authPolicy: hasClaim('role', 'admin') }, async () => db.collection('orders').add({}));

export const hook = onRequest(async (req, res) => {
  await db.collection('events').add(req.body);
  res.json({ ok: true });
});

export const verified = onRequest({ cors: true }, async (req, res) => {
  const token = req.headers.authorization?.split('Bearer ')[1];
  if (!token) {
    res.status(401).send('Unauthorized');
    return;
  }
  const user = await getAuth().verifyIdToken(token);
  await db.collection('events').add({ user: user.uid });
  res.json({ ok: true });
});

export const inside = onRequest({ invoker: 'private' }, async (req, res) => {
  await db.collection('events').add({ item: req.body.item });
  res.json({ ok: true });
});

export const onOrder = onDocumentCreated('orders/{id}', async (event) => {
  await db.collection('events').add({ id: event.params.id });
});

const app = express();
app.post('/orders', async (req, res) => {
  await db.collection('orders').add({ item: req.body.item });
  res.json({ ok: true });
});
export const api = onRequest(app);
