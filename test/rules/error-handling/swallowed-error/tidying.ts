// file: src/media.ts
// packages: firebase-admin@13.0.0
import { getFirestore } from 'firebase-admin/firestore';

const db = getFirestore();

export async function removeMedia(id: string, kind: string) {
  // Clean up the collections of the first version.
  if (kind === 'film') {
    await db.collection('films').doc(id).delete().catch(() => {}); // ok: swallowed-error
  } else {
    await db.collection('photos').doc(id).delete().catch(() => {}); // ok: swallowed-error
  }
  await db.collection('media').doc(id).delete();
}

export async function replaceMedia(id: string, oldId: string) {
  try {
    await db.collection('media').doc(oldId).delete();
  } catch {} // ok: swallowed-error
  await db.collection('media').doc(id).delete();
}

// Comments are of the same post: whoever removes it wants them gone, too.
export async function removePost(id: string) {
  await db.collection('comments').doc(id).delete().catch(() => {}); // expect: swallowed-error(warning medium)
  await db.collection('posts').doc(id).delete();
}

export async function finishUpload(id: string) {
  await db.collection('tempUploads').doc(id).delete().catch(() => {}); // expect: swallowed-error(warning low)
  return id;
}

export async function removeAccount(id: string) {
  await db.collection('log').add({ removed: id });
  await db.collection('accounts').doc(id).delete().catch(() => {}); // expect: swallowed-error(error medium)
}

// Each is dropped: none of the two is the one that is heard of.
export async function removeBoth(id: string) {
  await db.collection('accounts').doc(id).delete().catch(() => {}); // expect: swallowed-error(error medium)
  try {
    await db.collection('profiles').doc(id).delete();
  } catch {} // expect: swallowed-error(error medium)
}

// As long as it is there, it lets somebody in.
export async function revoke(id: string, oldSessionId: string) {
  // Clean up what is old.
  await db.collection('sessions').doc(oldSessionId).delete().catch(() => {}); // expect: swallowed-error(error medium)
  await db.collection('devices').doc(id).delete();
}

// The name is of the whole, and not of what is left over: folder, golden, household.
export async function removeFolder(folder: string) {
  await db.collection('households').doc(folder).delete().catch(() => {}); // expect: swallowed-error(error medium)
}

export async function renewMedia(id: string, oldId: string) {
  // More than a deletion is lost here.
  try {
    await db.collection('media').doc(oldId).delete();
    await db.collection('media').doc(id).set({ ready: true });
  } catch {} // expect: swallowed-error(error medium)
  await db.collection('drafts').doc(id).delete();
}
