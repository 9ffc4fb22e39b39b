import { db, getDb } from './client';

export async function pay(id: string) {
  await db.from('orders').update({ paid: true }).eq('id', id); // expect: unchecked-result-error
  const { error } = await getDb().from('payments').insert({ order: id }); // ok: unchecked-result-error
  if (error) throw error;
  await getDb().from('payments').delete().eq('order', id); // expect: unchecked-result-error
}
