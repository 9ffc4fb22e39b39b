import type { APIContext, APIRoute } from 'astro';
import { db, notes } from '../../../db';

export const GET: APIRoute = async ({ locals, redirect }) => {
  if (!locals.user) return redirect('/login');
  return Response.json(await db.select().from(notes));
};

export const POST: APIRoute = async ({ request }) => {
  try {
    const { text } = await request.json();
    await db.insert(notes).values({ text });
    return new Response(null, { status: 201 });
  } catch (error) {
    console.error(error);
    return new Response(JSON.stringify({ error: (error as Error).message }), { status: 500 });
  }
};

export async function PUT(context: APIContext) {
  if (!context.cookies.get('session')) return new Response('Unauthorized', { status: 401 });
  await db.update(notes).set({});
  return new Response();
}
