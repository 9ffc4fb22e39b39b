'use server';
import { getAdmin } from './lib/admin';
import { invitationFor, invitationOf } from './lib/invitations';
import { makeServices } from './lib/orders';

export async function sweep(uids: string[]) { // expect: missing-auth-guard
  const { people } = getAdmin();
  await people.deleteUsers(uids);
}

export async function forget(id: string) { // expect: missing-auth-guard
  await getAdmin().store.collection('notes').doc(id).delete();
}

export async function join(token: string, uid: string) { // ok: missing-auth-guard
  const invitation = await invitationOf(token);
  if (!invitation) throw new Error('The invitation is over');
  await getAdmin().store.collection('members').doc(uid).set({ team: invitation.team });
}

export async function enter(team: string, uid: string) { // expect: missing-auth-guard
  const invitation = await invitationFor(team);
  if (!invitation) throw new Error('Nobody is invited');
  await getAdmin().store.collection('members').doc(uid).set({ team });
}

export async function order(text: string) { // expect: missing-auth-guard
  const { orders } = makeServices();
  await orders.place(text);
}

export async function total() { // ok: missing-auth-guard
  const { orders } = makeServices();
  return orders.count();
}
