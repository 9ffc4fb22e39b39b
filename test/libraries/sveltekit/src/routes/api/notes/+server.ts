import { error, json } from '@sveltejs/kit';
import { API_KEY } from '$env/static/private';
import { db, notes } from '$lib/server/db';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
  if (!locals.user) throw error(401);
  return json(await db.select().from(notes));
};

export const POST: RequestHandler = async ({ request }) => {
  try {
    const { text } = await request.json();
    await db.insert(notes).values({ text });
    return json({ ok: true }, { status: 201 });
  } catch (cause) {
    console.error(cause);
    error(500, (cause as Error).message);
  }
};

export async function PUT({ request, locals }) {
  const session = await locals.auth();
  if (!session?.user) return json({ error: 'Unauthorized' }, { status: 401 });
  await db.update(notes).set(await request.json());
  return json({ ok: true });
}

export async function DELETE({ request }) {
  if (request.headers.get('x-api-key') !== API_KEY) error(403);
  await db.delete(notes);
  return new Response(null, { status: 204 });
}
