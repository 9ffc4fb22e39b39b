const functions = require('firebase-functions');
const { getFirestore } = require('firebase-admin/firestore');

const db = getFirestore();

exports.both = functions.https.onCall(async (data, context) => {
  if (!context.auth) throw new functions.https.HttpsError('unauthenticated', 'Sign in first');
  return db.collection('notes').add({ text: data.text });
});

exports.one = functions.https.onCall(async (request) => {
  if (!request.auth) throw new functions.https.HttpsError('unauthenticated', 'Sign in first');
  return db.collection('notes').add({ text: request.data.text });
});
