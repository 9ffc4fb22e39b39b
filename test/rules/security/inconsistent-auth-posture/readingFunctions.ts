// packages: firebase-functions@6.1.0, firebase-admin@13.0.0
import { getFirestore } from 'firebase-admin/firestore';
import { HttpsError, onCall } from 'firebase-functions/v2/https';

const db = getFirestore();

async function note(who: string, what: string) {
  await db.collection('logEvents').add({ who, what });
}

export const openGarden = onCall(async (request) => {
  if (!request.auth?.uid) throw new HttpsError('unauthenticated', 'Sign in');
  await db.collection('gardens').doc(request.data.garden).update({ isOpen: true });
});

export const closeGarden = onCall(async (request) => {
  if (!request.auth?.uid) throw new HttpsError('unauthenticated', 'Sign in');
  await db.collection('gardens').doc(request.data.garden).update({ isOpen: false });
});

export const plantTree = onCall(async (request) => {
  if (!request.auth?.uid) throw new HttpsError('unauthenticated', 'Sign in');
  await db.collection('trees').add({ garden: request.data.garden, by: request.auth.uid });
});

export const fellTree = onCall(async (request) => {
  if (!request.auth?.uid) throw new HttpsError('unauthenticated', 'Sign in');
  await db.collection('trees').doc(request.data.tree).delete();
});

export const nameTree = onCall(async (request) => {
  if (!request.auth?.uid) throw new HttpsError('unauthenticated', 'Sign in');
  await db.collection('trees').doc(request.data.id).update({ name: request.data.text });
});

export const nameGarden = onCall(async (request) => {
  if (!request.auth?.uid) throw new HttpsError('unauthenticated', 'Sign in');
  await db.collection('gardens').doc(request.data.id).update({ name: request.data.text });
});

export const sizeGarden = onCall(async (request) => {
  if (!request.auth?.uid) throw new HttpsError('unauthenticated', 'Sign in');
  await db.collection('gardens').doc(request.data.id).update({ size: request.data.text });
});

export const sizeTree = onCall(async (request) => {
  if (!request.auth?.uid) throw new HttpsError('unauthenticated', 'Sign in');
  await db.collection('trees').doc(request.data.id).update({ size: request.data.text });
});

export const waterTree = onCall(async (request) => {
  if (!request.auth?.uid) throw new HttpsError('unauthenticated', 'Sign in');
  await db.collection('trees').doc(request.data.id).update({ water: request.data.text });
});

export const markTree = onCall(async (request) => {
  if (!request.auth?.uid) throw new HttpsError('unauthenticated', 'Sign in');
  await db.collection('trees').doc(request.data.id).update({ mark: request.data.text });
});

export const markGarden = onCall(async (request) => {
  if (!request.auth?.uid) throw new HttpsError('unauthenticated', 'Sign in');
  await db.collection('gardens').doc(request.data.id).update({ mark: request.data.text });
});

export const moveGarden = onCall(async (request) => {
  if (!request.auth?.uid) throw new HttpsError('unauthenticated', 'Sign in');
  await db.collection('gardens').doc(request.data.id).update({ place: request.data.text });
});

export const turnTree = onCall(async (request) => {
  if (!request.auth?.uid) throw new HttpsError('unauthenticated', 'Sign in');
  await db.collection('trees').doc(request.data.id).update({ turn: request.data.text });
});

export const turnGarden = onCall(async (request) => {
  if (!request.auth?.uid) throw new HttpsError('unauthenticated', 'Sign in');
  await db.collection('gardens').doc(request.data.id).update({ turn: request.data.text });
});

// A search of what grows there, which visitors use.
export const searchTrees = onCall(async (request) => { // ok: inconsistent-auth-posture, missing-auth-guard
  const found = await db.collection('trees').where('kind', '==', request.data.kind).limit(20).get();
  return found.docs.map((tree) => tree.data());
});

// Texts of the surface: that somebody asked is written down, nothing else.
export const labelFor = onCall(async (request) => { // ok: inconsistent-auth-posture, missing-auth-guard
  const label = await db.collection('labels').doc(request.data.name).get();
  await note(request.auth?.uid ?? 'nobody', request.data.name);
  return label.get('text');
});

// expect-next-line: inconsistent-auth-posture(error medium)
export const writeEvents = onCall(async (request) => {
  await db.collection('logEvents').add({ who: request.data.who, what: request.data.what });
});

// expect-next-line: inconsistent-auth-posture(error medium)
export const moveTree = onCall(async (request) => {
  await db.collection('trees').doc(request.data.tree).update({ garden: request.data.garden });
  await note('nobody', request.data.tree);
});

// What was read is changed by where it was found.
// expect-next-line: inconsistent-auth-posture(error medium)
export const growTree = onCall(async (request) => {
  const tree = await db.collection('trees').doc(request.data.tree).get();
  await tree.ref.update({ size: request.data.size });
  await note('nobody', request.data.tree);
});

// More than a hint of its own.
// expect-next-line: missing-auth-guard(warning)
export const readCustomers = onCall(async (request) => {
  const found = await db.collection('customers').where('garden', '==', request.data.garden).limit(20).get();
  return found.docs.map((customer) => customer.data());
});
