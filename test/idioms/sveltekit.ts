// packages: @sveltejs/kit@2.15.0, svelte@5.0.0, @prisma/client@6.1.0, lucia@3.2.0, @supabase/supabase-js@2.45.0, @supabase/ssr@0.5.0

// file: src/hooks.server.ts
import { sequence } from '@sveltejs/kit/hooks';
import { redirect, error, type Handle } from '@sveltejs/kit';
import { validateSessionToken } from '$lib/server/auth';
import { createServerClient } from '@supabase/ssr';
const handleAuth: Handle = async ({ event, resolve }) => {
  const token = event.cookies.get('auth-session');
  if (!token) { event.locals.user = null; event.locals.session = null; return resolve(event); }
  const { session, user } = await validateSessionToken(token);
  event.locals.user = user; event.locals.session = session;
  return resolve(event);
};
const guard: Handle = async ({ event, resolve }) => {
  if (event.url.pathname.startsWith('/admin')) {
    if (!event.locals.user) redirect(303, '/login');
    if (event.locals.user.role !== 'admin') error(403);
  }
  if (event.route.id?.startsWith('/(app)') && !event.locals.session) throw redirect(303, '/login');
  if (event.url.pathname.startsWith('/api/private') && !event.locals.user) {
    return new Response('no', { status: 401 });
  }
  return resolve(event);
};
export const handle = sequence(handleAuth, guard);

// file: src/lib/server/auth.ts
import { error, redirect } from '@sveltejs/kit';
import { getRequestEvent } from '$app/server';
import type { RequestEvent } from '@sveltejs/kit';
import { db } from './db';
import { sha256 } from '@oslojs/crypto/sha2';
export async function validateSessionToken(token: string) {
  const sessionId = hash(token);
  const result = await db.session.findUnique({ where: { id: sessionId }, include: { user: true } });
  if (!result || Date.now() >= result.expiresAt.getTime()) return { session: null, user: null };
  return { session: result, user: result.user };
}
function hash(t: string) { return Buffer.from(sha256(new TextEncoder().encode(t))).toString('hex'); }
export function requireLogin() { const { locals, url } = getRequestEvent(); if (!locals.user) redirect(307, `/login?redirectTo=${url.pathname}`); return locals.user; }
export function requireUser(locals: App.Locals) { if (!locals.user) error(401, 'Unauthorized'); return locals.user; }
export function requireAdmin(event: RequestEvent) { const user = event.locals.user; if (!user?.isAdmin) throw error(403, 'no'); return user; }
export const guarded = (fn: (e: RequestEvent) => Promise<Response>) => async (event: RequestEvent) => { if (!event.locals.session) throw redirect(302, '/login'); return fn(event); };
export const soft = (fn: (e: RequestEvent) => Promise<Response>) => async (event: RequestEvent) => { if (!event.locals.session) console.log('x'); return fn(event); };

// file: src/lib/server/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: src/routes/(app)/notes/+page.server.ts
// endpoint: GET /notes present AUTHENTICATED
// endpoint: POST /notes?/create present AUTHENTICATED
import { db } from '$lib/server/db';
export const load = async ({ locals }) => ({ notes: await db.note.findMany() });
export const actions = { create: async ({ request }) => { await db.note.create({ data: { a: (await request.formData()).get('a') } }); } };

// file: src/routes/admin/+page.server.ts
// endpoint: GET /admin present ROLE
// endpoint: POST /admin present ROLE
import { db } from '$lib/server/db';
export const load = async ({ locals }) => ({ notes: await db.note.findMany() });
export const actions = { default: async ({ request }) => { await db.note.deleteMany({}); } };

// file: src/routes/api/private/x/+server.ts
// endpoint: GET /api/private/x present AUTHENTICATED
import { json } from '@sveltejs/kit';
import { db } from '$lib/server/db';
export async function GET() { return json(await db.post.deleteMany({})); }

// file: src/routes/api/s1/+server.ts
// endpoint: GET /api/s1 absent
// endpoint: POST /api/s1 present AUTHENTICATED
// endpoint: PUT /api/s1 present AUTHENTICATED
// endpoint: PATCH /api/s1 present AUTHENTICATED
// endpoint: DELETE /api/s1 present ROLE
import { json, error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { db } from '$lib/server/db';
import { requireUser, requireLogin, requireAdmin } from '$lib/server/auth';
export const GET: RequestHandler = async ({ locals }) => json(await db.post.deleteMany({}));
export const POST: RequestHandler = async ({ locals }) => { if (!locals.user) error(401, 'Unauthorized'); return json(await db.post.deleteMany({})); };
export async function PUT({ locals }) { requireUser(locals); return json(await db.post.deleteMany({})); }
export const PATCH = async () => { const user = requireLogin(); return json(await db.post.deleteMany({ where: { user } })); };
export const DELETE: RequestHandler = async (event) => { requireAdmin(event); return json(await db.post.deleteMany({})); };

// file: src/routes/api/s2/+server.ts
// endpoint: GET /api/s2 present AUTHENTICATED
// endpoint: POST /api/s2 absent
// endpoint: PUT /api/s2 present AUTHENTICATED
// endpoint: PATCH /api/s2 absent PRESENCE_ONLY
// endpoint: DELETE /api/s2 present AUTHENTICATED
import { json, error, redirect } from '@sveltejs/kit';
import { db } from '$lib/server/db';
import { guarded, soft } from '$lib/server/auth';
export const GET = guarded(async () => json(await db.post.deleteMany({})));
export const POST = soft(async () => json(await db.post.deleteMany({})));
export async function PUT({ locals: { safeGetSession } }) { const { session } = await safeGetSession(); if (!session) throw error(401); return json(await db.post.deleteMany({})); }
export async function PATCH({ cookies }) { if (!cookies.get('session')) throw error(401); return json(await db.post.deleteMany({})); }
export async function DELETE({ locals: { supabase } }) { const { data: { user } } = await supabase.auth.getUser(); if (!user) return new Response(null, { status: 401 }); return json(await db.post.deleteMany({})); }

// file: src/routes/api/s3/+server.ts
// endpoint: GET /api/s3 present AUTHENTICATED
// endpoint: POST /api/s3 present AUTHENTICATED
// endpoint: PUT /api/s3 present AUTHENTICATED
// endpoint: PATCH /api/s3 present AUTHENTICATED
// endpoint: DELETE /api/s3 absent PRESENCE_ONLY
import { json, error, redirect, fail } from '@sveltejs/kit';
import { db } from '$lib/server/db';
export async function GET({ locals }) { const session = await locals.auth(); if (!session?.user) return json({ error: 'x' }, { status: 401 }); return json(await db.post.deleteMany({})); }
export async function POST(event) { const session = await event.locals.getSession2?.(); const { user } = event.locals; if (!user) throw redirect(302, '/'); return json(await db.post.deleteMany({})); }
export async function PUT({ locals, params }) { const userId = locals.user?.id; if (!userId) throw error(401); return json(await db.post.deleteMany({ where: { userId } })); }
export async function PATCH({ locals }) { const id = locals.user!.id; return json(await db.post.deleteMany({ where: { id } })); }
export async function DELETE({ request }) { const h = request.headers.get('authorization'); if (!h) throw error(401); return json(await db.post.deleteMany({})); }

// file: src/routes/plain/+layout.server.ts
// endpoint: GET /plain present AUTHENTICATED
import { redirect } from '@sveltejs/kit';
import { db } from '$lib/server/db';
export const load = async ({ locals }) => { if (!locals.user) redirect(302, '/login'); return { u: await db.user.findMany() }; };

// file: src/routes/plain/sub/+page.server.ts
// endpoint: GET /plain/sub absent
// endpoint: POST /plain/sub?/a absent
// endpoint: POST /plain/sub?/b present AUTHENTICATED
// endpoint: POST /plain/sub?/c present AUTHENTICATED
import { db } from '$lib/server/db';
import { fail, redirect, error } from '@sveltejs/kit';
export const load = async ({ locals }) => ({ notes: await db.note.findMany() });
export const actions = {
  a: async ({ request }) => { await db.note.deleteMany({}); },
  b: async ({ locals }) => { if (!locals.user) return fail(401, { e: 1 }); await db.note.deleteMany({}); },
  c: async ({ locals }) => { if (locals.session === null) { redirect(302, '/login'); } await db.note.deleteMany({}); },
};
