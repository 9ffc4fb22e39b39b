import { db, getDb } from './client';

export async function pay(id: string) {
  const { error: updateError } = await db.from('orders').update({ paid: true }).eq('id', id);
  if (updateError) throw updateError;
  const { error } = await getDb().from('payments').insert({ order: id });
  if (error) throw error;
  const { error: deleteError } = await getDb().from('payments').delete().eq('order', id);
  if (deleteError) throw deleteError;
}
