import { json } from '@sveltejs/kit';
import { db, notes } from '$lib/server/db';

export const POST = async () => {
  await db.delete(notes);
  return json({});
};
