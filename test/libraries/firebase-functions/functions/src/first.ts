import * as functions from 'firebase-functions/v1';
import { getFirestore } from 'firebase-admin/firestore';

const db = getFirestore();

export const openNote = functions.https.onCall(async (data) => db.collection('notes').add({ text: data.text }));

export const addNote = functions.region('europe-west1').https.onCall(async (data, context) => {
  if (!context.auth) throw new functions.https.HttpsError('unauthenticated', 'Sign in first');
  return db.collection('notes').add({ text: data.text, owner: context.auth.uid });
});

exports.plain = functions.runWith({ memory: '1GB' }).https.onRequest(async (req, res) => {
  await db.collection('notes').add({ text: req.body.text });
  res.status(201).send('ok');
});
