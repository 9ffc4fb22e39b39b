import { getFirestore } from 'firebase-admin/firestore';

const db = getFirestore();

export async function isAdministrator(name: string, password: string): Promise<boolean> {
  const found = await db.doc('settings/administrator').get();
  console.log('asked for', { name, hasPassword: password ? 'yes' : 'no' });
  if (!found.exists) await db.doc('settings/administrator').set({ name: 'nobody' });
  const wanted = found.data();
  return wanted.name === name && wanted.password === password;
}

export async function renameAdministrator(name: string, password: string): Promise<void> {
  if (password === '') return;
  await db.doc('settings/administrator').update({ name });
}
