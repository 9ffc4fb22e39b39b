// file: src/index.ts
// packages: firebase-functions@7.4.0, firebase-admin@13.0.0
import { getFirestore } from 'firebase-admin/firestore';
import { HttpsError, onCall } from 'firebase-functions/https';

export const add = onCall(async (request) => {
  try {
    await getFirestore().collection('orders').add({ item: String(request.data.item) });
  } catch (error) {
    console.error(error);
    throw new HttpsError('internal', (error as Error).message); // expect: error-detail-leak
  }
});

export const addQuietly = onCall(async (request) => {
  try {
    await getFirestore().collection('orders').add({ item: String(request.data.item) });
  } catch (error) {
    console.error(error);
    throw new HttpsError('internal', 'Could not store the order'); // ok: error-detail-leak
  }
});
