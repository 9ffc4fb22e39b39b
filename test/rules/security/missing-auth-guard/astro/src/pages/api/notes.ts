// packages: astro@6.0.5, drizzle-orm@0.45.0
import type { APIRoute } from 'astro';
import { drizzle } from 'drizzle-orm/node-postgres';
import { notes } from '../../schema';

const db = drizzle(process.env.DATABASE_URL!);

export const POST: APIRoute = async () => { // expect: inconsistent-auth-posture
  await db.insert(notes).values({});
  return new Response(null, { status: 201 });
};

export const DELETE: APIRoute = async ({ locals }) => { // ok: missing-auth-guard
  if (!locals.user) return new Response('Unauthorized', { status: 401 });
  await db.delete(notes);
  return new Response(null, { status: 204 });
};
