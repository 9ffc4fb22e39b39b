import { error, json } from '@sveltejs/kit';
import { shelves } from '$db/index';

export const POST = async ({ locals, request }) => { // ok: missing-auth-guard
  if (!locals.user) throw error(401, 'Sign in first');
  const { name } = await request.json();
  await shelves.insertOne({ name: String(name), owner: locals.user.id });
  return json({ made: true });
};
