import { db, notes } from '../sessions.server';

export async function action() { // ok: missing-auth-guard
  await db.delete(notes);
  return null;
}
