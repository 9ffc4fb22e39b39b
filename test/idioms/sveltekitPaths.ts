// packages: @sveltejs/kit@2.15.0, svelte@5.0.0, @prisma/client@6.1.0, lucia@3.2.0, @supabase/supabase-js@2.45.0, @supabase/ssr@0.5.0

// file: src/hooks.server.ts
import jwt from 'jsonwebtoken';
const open = ['/login', '/api/q'];
export async function handle({ event, resolve }) {
  const token = event.cookies.get('jwt');
  if (token) { try { event.locals.user = jwt.verify(token, process.env.S); } catch { event.cookies.delete('jwt', { path: '/' }); } }
  if (!event.locals.user && !open.includes(event.url.pathname)) return new Response(null, { status: 303, headers: { location: '/login' } });
  return await resolve(event);
}

// file: src/routes/api/o/+server.ts
// endpoint: GET /api/o present
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function GET() { return new Response(JSON.stringify(await db.post.deleteMany({}))); }

// file: src/routes/api/q/+server.ts
// endpoint: GET /api/q absent
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export async function GET() { return new Response(JSON.stringify(await db.post.deleteMany({}))); }
