import { getAdmin } from './admin';

export async function invitationOf(token: string) {
  const { store } = getAdmin();
  const found = await store.collection('invitations').where('token', '==', token).where('state', '==', 'open').get();
  if (found.docs.length > 0) return found.docs[0].data();
  return null;
}

export async function invitationFor(team: string) {
  const { store } = getAdmin();
  const found = await store.collection('invitations').where('team', '==', team).get();
  if (found.docs.length > 0) return found.docs[0].data();
  return null;
}
