// packages: astro@5.1.0, @prisma/client@6.1.0, @supabase/supabase-js@2.45.0, better-auth@1.1.0

// file: src/actions/index.ts
import { defineAction, ActionError } from 'astro:actions';
import { z } from 'astro:schema';
import { db, requireUser, authedAction } from '../lib/x';
export const server = {
  // endpoint: POST a1 absent
  a1: defineAction({ input: z.object({ id: z.string() }), handler: async ({ id }) => db.post.delete({ where: { id } }) }),
  // endpoint: POST a2 present AUTHENTICATED
  a2: defineAction({ input: z.object({ id: z.string() }), handler: async ({ id }, context) => { if (!context.locals.user) throw new ActionError({ code: 'UNAUTHORIZED' }); return db.post.delete({ where: { id } }); } }),
  // endpoint: POST a3 present AUTHENTICATED
  a3: defineAction({ accept: 'form', handler: async (input, ctx) => { requireUser(ctx); return db.post.deleteMany({}); } }),
  // endpoint: POST a5 absent
  a5: defineAction({ handler: async (input, { locals }) => db.post.deleteMany({ where: { u: locals.user?.id } }) }),
  nested: {
    // endpoint: POST nested.a6 present
    a6: defineAction({ handler: async (input, { locals }) => { if (!locals.session) throw new ActionError({ code: 'UNAUTHORIZED' }); return db.post.deleteMany({}); } }),
  },
};

// file: src/lib/x.ts
import { PrismaClient } from '@prisma/client';
import { betterAuth } from 'better-auth';
import { createClient } from '@supabase/supabase-js';
import { ActionError, defineAction } from 'astro:actions';
export const db = new PrismaClient();
export const auth = betterAuth({});
export const supabase = createClient(import.meta.env.SUPABASE_URL, import.meta.env.SUPABASE_ANON_KEY);
export const requireUser = (ctx: any) => { if (!ctx.locals.user) throw new ActionError({ code: 'UNAUTHORIZED' }); return ctx.locals.user; };

// file: src/middleware.ts
import { defineMiddleware, sequence } from 'astro:middleware';
import { getActionContext } from 'astro:actions';
import { auth } from './lib/x';
const who = defineMiddleware(async (context, next) => {
  const s = await auth.api.getSession({ headers: context.request.headers });
  context.locals.user = s?.user ?? null; context.locals.session = s?.session ?? null;
  return next();
});
const protectedPaths = ['/api/secure', '/dashboard'];
const guard = defineMiddleware((context, next) => {
  if (protectedPaths.some((p) => context.url.pathname.startsWith(p)) && !context.locals.user) return context.redirect('/login');
  if (context.url.pathname.startsWith('/api/admin')) { if (!context.locals.user) return new Response('x', { status: 401 }); }
  return next();
});
export const onRequest = sequence(who, guard);

// file: src/pages/api/a.ts
// endpoint: GET /api/a absent
// endpoint: POST /api/a present AUTHENTICATED
// endpoint: PUT /api/a present AUTHENTICATED
// endpoint: PATCH /api/a absent PRESENCE_ONLY
// endpoint: DELETE /api/a present AUTHENTICATED
import type { APIRoute } from 'astro';
import { db, auth, supabase } from '../../lib/x';
export const GET: APIRoute = async () => new Response(JSON.stringify(await db.post.deleteMany({})));
export const POST: APIRoute = async ({ locals }) => { if (!locals.user) return new Response('x', { status: 401 }); return new Response(JSON.stringify(await db.post.deleteMany({}))); };
export const PUT: APIRoute = async ({ request }) => { const s = await auth.api.getSession({ headers: request.headers }); if (!s) return new Response('x', { status: 401 }); return new Response(JSON.stringify(await db.post.deleteMany({}))); };
export const PATCH: APIRoute = async ({ cookies, redirect }) => { const t = cookies.get('sb-access-token'); if (!t) return redirect('/signin'); return new Response(JSON.stringify(await db.post.deleteMany({}))); };
export const DELETE: APIRoute = async ({ cookies, redirect }) => { const a = cookies.get('sb-access-token')?.value; const { data, error } = await supabase.auth.getUser(a); if (error) return redirect('/signin'); return new Response(JSON.stringify(await db.post.deleteMany({}))); };

// file: src/pages/api/admin/a.ts
// endpoint: GET /api/admin/a present
import { db } from '../../../lib/x';
export const GET = async () => new Response(JSON.stringify(await db.post.deleteMany({})));

// file: src/pages/api/secure/a.ts
// endpoint: GET /api/secure/a present
import { db } from '../../../lib/x';
export const GET = async () => new Response(JSON.stringify(await db.post.deleteMany({})));
