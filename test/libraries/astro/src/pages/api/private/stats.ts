import type { APIRoute } from 'astro';
import { db, notes } from '../../../db';

export const DELETE: APIRoute = async () => {
  await db.delete(notes);
  return new Response(null, { status: 204 });
};
