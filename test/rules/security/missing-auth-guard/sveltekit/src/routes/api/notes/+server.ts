import { error, json } from '@sveltejs/kit';
import { db, notes } from '../../../db';

export async function POST({ request }) { // expect: inconsistent-auth-posture
  await db.insert(notes).values({ text: String((await request.json()).text) });
  return json({});
}

export async function DELETE({ locals }) { // ok: missing-auth-guard
  if (!locals.user) error(401);
  await db.delete(notes);
  return json({});
}
