import { db, notes } from '../lib/db.server';

export async function action() {
  await db.delete(notes);
}
