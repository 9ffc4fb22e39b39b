// packages: firebase-functions@6.2.0, firebase-admin@13.0.0, express@4.21.0

// file: src/h.ts
import * as admin from 'firebase-admin';
import { getAuth } from 'firebase-admin/auth';
import { HttpsError, CallableRequest } from 'firebase-functions/v2/https';
export async function authenticate(req: any) { const h = req.headers.authorization || ''; const m = h.match(/Bearer (.*)/); if (!m) throw new HttpsError('unauthenticated', 'x'); return admin.auth().verifyIdToken(m[1]); }
export async function tryUser(req: any) { try { return await getAuth().verifyIdToken(req.headers.authorization.split('Bearer ')[1]); } catch { return null; } }
export function assertAuth(request: CallableRequest) { if (!request.auth) throw new HttpsError('unauthenticated', 'x'); return request.auth.uid; }
export function assertAuthed(context: any) { if (!context.auth) throw new HttpsError('unauthenticated', 'x'); return context.auth.uid; }
export function assertAdmin(request: CallableRequest) { if (request.auth?.token?.admin !== true) throw new HttpsError('permission-denied', 'x'); }
export const validateFirebaseIdToken = async (req: any, res: any, next: any) => {
  if ((!req.headers.authorization || !req.headers.authorization.startsWith('Bearer ')) && !(req.cookies && req.cookies.__session)) { res.status(403).send('Unauthorized'); return; }
  let idToken;
  if (req.headers.authorization && req.headers.authorization.startsWith('Bearer ')) { idToken = req.headers.authorization.split('Bearer ')[1]; } else if (req.cookies) { idToken = req.cookies.__session; } else { res.status(403).send('Unauthorized'); return; }
  try { const decodedIdToken = await admin.auth().verifyIdToken(idToken); req.user = decodedIdToken; next(); return; } catch (error) { res.status(403).send('Unauthorized'); return; }
};
export const withAuth = (h: any) => async (req: any, res: any) => { try { const u = await admin.auth().verifyIdToken(req.headers.authorization); return h(req, res, u); } catch (e) { res.status(401).send('x'); } };

// file: src/index.ts
import * as functions from 'firebase-functions/v1';
import { onCall, onRequest, HttpsError } from 'firebase-functions/v2/https';
import * as admin from 'firebase-admin';
import express from 'express';
import { authenticate, tryUser, assertAuth, assertAuthed, assertAdmin, validateFirebaseIdToken, withAuth } from './h';
admin.initializeApp();
const db = admin.firestore();
// endpoint: CALL c1 absent
export const c1 = onCall(async (request) => { await db.collection('x').add(request.data); });
// endpoint: CALL c2 present AUTHENTICATED
export const c2 = onCall(async (request) => { if (!request.auth) throw new HttpsError('unauthenticated', 'x'); await db.collection('x').add({}); });
// endpoint: CALL c3 present AUTHENTICATED
export const c3 = onCall({ region: 'x' }, async ({ data, auth }) => { if (!auth?.uid) throw new HttpsError('unauthenticated', 'x'); await db.collection('x').add({}); });
// endpoint: CALL c4 present AUTHENTICATED
export const c4 = onCall(async (request) => { const uid = request.auth!.uid; await db.collection('x').doc(uid).delete(); });
// endpoint: CALL c5 present AUTHENTICATED
export const c5 = onCall(async (request) => { const uid = assertAuth(request); await db.collection('x').doc(uid).delete(); });
// endpoint: CALL c6 present ROLE
export const c6 = onCall(async (request) => { assertAdmin(request); await db.collection('x').add({}); });
// endpoint: CALL c7 present AUTHENTICATED
export const c7 = functions.https.onCall(async (data, context) => { if (!context.auth) throw new functions.https.HttpsError('unauthenticated', 'x'); await db.collection('x').add({}); });
// endpoint: CALL c8 absent
export const c8 = functions.https.onCall(async (data, context) => { const uid = context.auth?.uid; await db.collection('x').add({ uid }); });
// endpoint: CALL c9 present AUTHENTICATED
export const c9 = functions.region('eu').https.onCall(async (data, context) => { assertAuthed(context); await db.collection('x').add({}); });
// endpoint: CALL c10 present AUTHENTICATED
export const c10 = functions.runWith({ enforceAppCheck: true }).https.onCall((data, context) => { const { auth } = context; if (!auth) { throw new functions.https.HttpsError('unauthenticated', 'x'); } return db.collection('x').add({}); });
// endpoint: CALL c12 absent
export const c12 = onCall(async (request) => { if (!request.auth && !request.data.guestId) throw new HttpsError('unauthenticated', 'x'); await db.collection('x').add({}); });
// endpoint: ALL /r1 absent
export const r1 = onRequest(async (req, res) => { await db.collection('x').add({}); res.send('x'); });
// endpoint: ALL /r2 present AUTHENTICATED
export const r2 = onRequest(async (req, res) => { try { await authenticate(req); } catch { res.status(401).send('x'); return; } await db.collection('x').add({}); res.send('x'); });
// endpoint: ALL /r3 present AUTHENTICATED
export const r3 = onRequest({ cors: true }, async (req, res) => { const user = await tryUser(req); if (!user) { res.status(401).end(); return; } await db.collection('x').add({}); res.send('x'); });
// endpoint: ALL /r4 absent
export const r4 = onRequest(async (req, res) => { const user = await tryUser(req); await db.collection('x').add({ u: user?.uid }); res.send('x'); });
// endpoint: ALL /r5 present AUTHENTICATED
export const r5 = functions.https.onRequest(withAuth(async (req, res, user) => { await db.collection('x').add({}); res.send('x'); }));
// endpoint: ALL /r6 present AUTHENTICATED
export const r6 = functions.https.onRequest((req, res) => { validateFirebaseIdToken(req, res, async () => { await db.collection('x').add({}); res.send('x'); }); });
// endpoint: ALL /r7 absent PRESENCE_ONLY
export const r7 = onRequest(async (req, res) => { if (!req.headers.authorization) { res.status(401).send('x'); return; } await db.collection('x').add({}); res.send('x'); });
// endpoint: ALL /r8 absent
export const r8 = onRequest(async (req, res) => { const user = await tryUser(req); if (!user) { res.status(401).end(); } await db.collection('x').add({}); });
// endpoint: ALL /r9 present SECRET
export const r9 = onRequest(async (req, res) => { if (req.get('x-api-key') !== process.env.API_KEY) { res.status(401).end(); return; } await db.collection('x').add({}); res.send('x'); });
// endpoint: ALL /r10 present AUTHENTICATED
export const r10 = onRequest((req, res) => { cors(req, res, async () => { const token = req.headers.authorization?.split('Bearer ')[1]; if (!token) { res.status(401).send('x'); return; } try { await admin.auth().verifyIdToken(token); } catch (e) { res.status(401).send('x'); return; } await db.collection('x').add({}); res.send('x'); }); });
import corsLib from 'cors';
const cors = corsLib({ origin: true });
const app = express();
// endpoint: GET /e1 absent
app.get('/e1', async (req, res) => { await db.collection('x').add({}); res.send('x'); });
app.use(validateFirebaseIdToken);
// endpoint: GET /e2 present AUTHENTICATED
app.get('/e2', async (req, res) => { await db.collection('x').add({}); res.send('x'); });
export const api = functions.https.onRequest(app);
