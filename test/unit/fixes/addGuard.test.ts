import type { Route } from '../../../src/model/facts';
import type { ProjectIdioms, ProjectSymbol } from '../../../src/model/rule';
import { addGuard } from '../../../src/fixes/addGuard';
import { check, facts, idioms, symbol, type Case } from './support';

/** Marks: the registration (or file route), then the handler. */
function guard(
  guards: ProjectSymbol[],
  before: string,
  after: string | undefined,
  more: Partial<Route> = {},
  rest: Partial<Case> & { level?: 'ROLE'; packages?: Record<string, string>; more?: Partial<ProjectIdioms> } = {},
): void {
  const { level, packages, more: extra, ...test } = rest;
  const file = test.file ?? 'src/routes.ts';
  check({
    project: idioms({ guards: () => guards, dependencies: packages ?? {}, ...extra }),
    before,
    after,
    make: (spans) =>
      addGuard(
        facts.route(spans[0]!, { file, handler: { file, id: 'handler' }, ...(spans[1] ? { handlerSpan: spans[1] } : {}), ...more }),
        level ? { level } : {},
      ),
    ...test,
  });
}

const requireAuth = symbol('requireAuth', 'src/lib/auth.ts');

describe('fixes: addGuard as an argument', () => {
  it('puts the guard behind the path and imports it', () => {
    guard(
      [requireAuth],
      "import { Router } from 'express';\nconst router = Router();\n«router.post('/orders', «async (req, res) => {\n  res.json(await make());\n}»)»;\n",
      "import { Router } from 'express';\nimport { requireAuth } from '../lib/auth';\nconst router = Router();\n«router.post('/orders', requireAuth, «async (req, res) => {\n  res.json(await make());\n}»)»;\n",
    );
  });
  it('uses an import that is there, under its local name', () => {
    guard(
      [requireAuth],
      "import { requireAuth as auth } from '../lib/auth.js';\n«router.get('/', «(req, res) => res.json(list())»)»;\n",
      "import { requireAuth as auth } from '../lib/auth.js';\n«router.get('/', auth, «(req, res) => res.json(list())»)»;\n",
    );
    guard(
      [requireAuth],
      "import { requireAuth } from '@/lib/auth';\n«router.get('/', «(req, res) => res.json(list())»)»;\n",
      "import { requireAuth } from '@/lib/auth';\n«router.get('/', requireAuth, «(req, res) => res.json(list())»)»;\n",
    );
  });
  it('merges into an import of the same module', () => {
    guard(
      [requireAuth],
      "import { signToken } from '../lib/auth';\n«router.get('/', «(req, res) => res.json(list())»)»;\n",
      "import { signToken, requireAuth } from '../lib/auth';\n«router.get('/', requireAuth, «(req, res) => res.json(list())»)»;\n",
    );
    guard(
      [requireAuth],
      "const { signToken } = require('../lib/auth')\n«router.get('/', «(req, res) => res.json(list())»)»\n",
      "const { signToken, requireAuth } = require('../lib/auth')\n«router.get('/', requireAuth, «(req, res) => res.json(list())»)»\n",
      {},
      { file: 'src/routes.js' },
    );
    guard(
      [{ ...requireAuth, isDefault: true }],
      "import { signToken } from '../lib/auth';\n«router.get('/', «(req, res) => res.json(list())»)»;\n",
      "import requireAuth, { signToken } from '../lib/auth';\n«router.get('/', requireAuth, «(req, res) => res.json(list())»)»;\n",
    );
  });
  it('does not merge into imports of types', () => {
    guard(
      [requireAuth],
      "import type { User } from '../lib/auth';\n«router.get('/', «(req, res) => res.json(list())»)»;\n",
      "import type { User } from '../lib/auth';\nimport { requireAuth } from '../lib/auth';\n«router.get('/', requireAuth, «(req, res) => res.json(list())»)»;\n",
    );
  });
  it('goes in front of other middleware, behind what it may rely on', () => {
    guard(
      [requireAuth],
      "import a from 'a';\n«router.post('/', upload.single('file'), «(req, res) => res.json(list())»)»;\n",
      "import a from 'a';\nimport { requireAuth } from '../lib/auth';\n«router.post('/', requireAuth, upload.single('file'), «(req, res) => res.json(list())»)»;\n",
    );
    guard(
      [requireAuth],
      "import a from 'a';\n«router.post('/', express.json(), «(req, res) => res.json(list())»)»;\n",
      "import a from 'a';\nimport { requireAuth } from '../lib/auth';\n«router.post('/', express.json(), requireAuth, «(req, res) => res.json(list())»)»;\n",
    );
    guard(
      [requireAuth],
      "import a from 'a';\n«router.post('/', [validate], «(req, res) => res.json(list())»)»;\n",
      "import a from 'a';\nimport { requireAuth } from '../lib/auth';\n«router.post('/', [requireAuth, validate], «(req, res) => res.json(list())»)»;\n",
    );
  });
  it('keeps arguments on lines of their own', () => {
    guard(
      [requireAuth],
      "import a from 'a';\n«router.post(\n  '/',\n  validate(schema), // first\n  «(req, res) => res.json(list())»,\n)»;\n",
      "import a from 'a';\nimport { requireAuth } from '../lib/auth';\n«router.post(\n  '/',\n  requireAuth,\n  validate(schema), // first\n  «(req, res) => res.json(list())»,\n)»;\n",
    );
  });
  it('works on router.route() and on named handlers', () => {
    guard(
      [requireAuth],
      "import a from 'a';\n«router.route('/').post(«create»)»;\n",
      "import a from 'a';\nimport { requireAuth } from '../lib/auth';\n«router.route('/').post(requireAuth, «create»)»;\n",
    );
    guard(
      [requireAuth],
      "import { list } from './list';\n«router.get('/', «list»)»;\n",
      "import { list } from './list';\nimport { requireAuth } from '../lib/auth';\n«router.get('/', requireAuth, «list»)»;\n",
    );
  });
  it('takes the guard with the most uses, and leaves a tie to a person', () => {
    const admin = symbol('requireAdmin', 'src/lib/auth.ts', { uses: 9, expression: "requireAdmin('ops')", level: 'ROLE' });
    const before = "import { Router } from 'express';\n«router.get('/', «(req, res) => res.json(list())»)»;\n";
    guard(
      [requireAuth, admin],
      before,
      "import { Router } from 'express';\nimport { requireAdmin } from '../lib/auth';\n«router.get('/', requireAdmin('ops'), «(req, res) => res.json(list())»)»;\n",
    );
    guard([requireAuth, { ...admin, uses: 5 }], before, undefined);
    guard([], before, undefined);
  });
  it('asks for a role where a role is needed', () => {
    const admin = symbol('requireAdmin', 'src/lib/auth.ts', { uses: 1, level: 'ROLE' });
    const before = "import { Router } from 'express';\n«router.get('/admin', «(req, res) => res.json(list())»)»;\n";
    guard(
      [requireAuth, admin],
      before,
      "import { Router } from 'express';\nimport { requireAdmin } from '../lib/auth';\n«router.get('/admin', requireAdmin, «(req, res) => res.json(list())»)»;\n",
      {},
      { level: 'ROLE' },
    );
    guard([requireAuth], before, undefined, {}, { level: 'ROLE' });
  });
  it('brings along what a guard relies on', () => {
    const admin = symbol('requireAdmin', 'src/lib/auth.ts');
    guard(
      [admin],
      "import { requireAdmin, requireAuth } from '../lib/auth';\n«router.post('/promo', «(req, res) => res.json(make())»)»;\nrouter.use(cors(), requireAuth, requireAdmin);\n",
      "import { requireAdmin, requireAuth } from '../lib/auth';\n«router.post('/promo', requireAuth, requireAdmin, «(req, res) => res.json(make())»)»;\nrouter.use(cors(), requireAuth, requireAdmin);\n",
    );
    guard(
      [admin],
      "import { requireAdmin, requireAuth } from '../lib/auth';\n«router.post('/promo', requireAuth, «(req, res) => res.json(make())»)»;\nrouter.get('/a', requireAuth, requireAdmin, list);\n",
      "import { requireAdmin, requireAuth } from '../lib/auth';\n«router.post('/promo', requireAuth, requireAdmin, «(req, res) => res.json(make())»)»;\nrouter.get('/a', requireAuth, requireAdmin, list);\n",
    );
    guard(
      [{ ...admin, after: [requireAuth] }],
      "import a from 'a';\n«router.post('/promo', «(req, res) => res.json(make())»)»;\n",
      "import a from 'a';\nimport { requireAuth, requireAdmin } from '../lib/auth';\n«router.post('/promo', requireAuth, requireAdmin, «(req, res) => res.json(make())»)»;\n",
    );
  });
  it('needs no import in the file that declares the guard', () => {
    guard(
      [symbol('requireAuth', 'src/routes.ts')],
      "function requireAuth(req, res, next) {}\n«router.get('/', «(req, res) => res.json(list())»)»;\n",
      "function requireAuth(req, res, next) {}\n«router.get('/', requireAuth, «(req, res) => res.json(list())»)»;\n",
    );
  });
  it('serves Koa and Hono', () => {
    guard(
      [requireAuth],
      "import { Hono } from 'hono';\n«app.get('/', «(c) => c.json(list())»)»;\n",
      "import { Hono } from 'hono';\nimport { requireAuth } from '../lib/auth';\n«app.get('/', requireAuth, «(c) => c.json(list())»)»;\n",
      { framework: 'hono' },
    );
    guard(
      [requireAuth],
      "import Router from '@koa/router';\n«router.get('/', «async (ctx) => {\n  ctx.body = list();\n}»)»;\n",
      "import Router from '@koa/router';\nimport { requireAuth } from '../lib/auth';\n«router.get('/', requireAuth, «async (ctx) => {\n  ctx.body = list();\n}»)»;\n",
      { framework: 'koa' },
    );
  });
  it('writes the guard of a library where the project has none', () => {
    guard(
      [],
      "import express from 'express';\n«app.get('/', «(req, res) => res.json(list())»)»;\n",
      "import express from 'express';\nimport { requireAuth } from '@clerk/express';\n«app.get('/', requireAuth(), «(req, res) => res.json(list())»)»;\n",
      {},
      { packages: { '@clerk/express': '1.0.0' } },
    );
  });
  it('leaves registrations of other files alone', () => {
    guard([requireAuth], '«export const list = «(req, res) => res.json(all())»;»\n', undefined, { file: 'src/app.ts' });
  });
});

describe('fixes: addGuard as an option', () => {
  const fastify: Partial<Route> = { framework: 'fastify' };
  it('adds options to a Fastify route', () => {
    guard(
      [requireAuth],
      "import Fastify from 'fastify';\n«app.get('/', «async (request, reply) => list()»)»;\n",
      "import Fastify from 'fastify';\nimport { requireAuth } from '../lib/auth';\n«app.get('/', { preHandler: [requireAuth] }, «async (request, reply) => list()»)»;\n",
      fastify,
    );
    guard(
      [requireAuth],
      "import Fastify from 'fastify';\n«app.get('/', { schema }, «async (request, reply) => list()»)»;\n",
      "import Fastify from 'fastify';\nimport { requireAuth } from '../lib/auth';\n«app.get('/', { schema, preHandler: [requireAuth] }, «async (request, reply) => list()»)»;\n",
      fastify,
    );
    guard(
      [requireAuth],
      "import Fastify from 'fastify';\n«app.get('/', { preHandler: [limit] }, «async (request, reply) => list()»)»;\n",
      "import Fastify from 'fastify';\nimport { requireAuth } from '../lib/auth';\n«app.get('/', { preHandler: [requireAuth, limit] }, «async (request, reply) => list()»)»;\n",
      fastify,
    );
    guard(
      [requireAuth],
      "import Fastify from 'fastify';\n«app.get('/', { preHandler: limit }, «async (request, reply) => list()»)»;\n",
      "import Fastify from 'fastify';\nimport { requireAuth } from '../lib/auth';\n«app.get('/', { preHandler: [requireAuth, limit] }, «async (request, reply) => list()»)»;\n",
      fastify,
    );
  });
  it('adds a property to a full declaration', () => {
    guard(
      [requireAuth],
      "import Fastify from 'fastify';\n«app.route({\n  method: 'GET',\n  url: '/',\n  handler: «async (request, reply) => list()»,\n})»;\n",
      "import Fastify from 'fastify';\nimport { requireAuth } from '../lib/auth';\n«app.route({\n  method: 'GET',\n  url: '/',\n  handler: «async (request, reply) => list()»,\n  preHandler: [requireAuth],\n})»;\n",
      fastify,
    );
  });
  it('calls decorators on the app of the file', () => {
    guard(
      [symbol('authenticate', 'src/plugins/auth.ts', { expression: 'fastify.authenticate' })],
      "import Fastify from 'fastify';\n«app.get('/', «async (request, reply) => list()»)»;\n",
      "import Fastify from 'fastify';\n«app.get('/', { preHandler: [app.authenticate] }, «async (request, reply) => list()»)»;\n",
      fastify,
    );
  });
});

describe('fixes: addGuard as statements', () => {
  const next: Partial<Route> = { framework: 'next', path: '/api/orders' };
  const file = 'app/api/orders/route.ts';
  const session = symbol('auth', 'auth.ts', { expression: 'await auth()', refusal: 'returns-empty' });

  it('asks for a session first', () => {
    guard(
      [session],
      "import { NextResponse } from 'next/server';\n\n«export async function POST(request: Request) {\n  // Read it.\n  const body = await request.json();\n  return NextResponse.json(body);\n}»\n",
      "import { NextResponse } from 'next/server';\nimport { auth } from '../auth';\n\n«export async function POST(request: Request) {\n  const session = await auth();\n  if (!session?.user) return NextResponse.json({ error: 'Unauthorized' }, { status: 401 });\n  // Read it.\n  const body = await request.json();\n  return NextResponse.json(body);\n}»\n",
      next,
      { file },
    );
  });
  it('finds the handler by its id or its name alone', () => {
    const before = (name: string) =>
      `import { db } from './db';\nexport async function ${name}(request: Request) {\n  return Response.json(await db.all());\n}\n`;
    const after =
      "import { db } from './db';\nimport { auth } from '../auth';\nexport async function POST(request: Request) {\n  const session = await auth();\n  if (!session?.user) return Response.json({ error: 'Unauthorized' }, { status: 401 });\n  return Response.json(await db.all());\n}\n";
    guard([session], before('«POST»'), after, { ...next, handler: { file, id: 'POST' } }, { file });
    guard([session], before('««POST»»'), after, next, { file });
  });
  it('copies what a sibling in the file does', () => {
    const sibling =
      "export async function GET() {\n  const admin = await requireAdmin();\n  if (!admin) return NextResponse.json({ error: 'Forbidden' }, { status: 403 });\n\n  return NextResponse.json(await list());\n}\n";
    const head = "import { NextResponse } from 'next/server';\nimport { requireAdmin } from '@/lib/admin';\n\n";
    guard(
      [symbol('requireAdmin', 'lib/admin.ts', { refusal: 'returns-result' })],
      `${head}${sibling}\n«export async function DELETE(request: Request) {\n  return NextResponse.json(await remove(request));\n}»\n`,
      `${head}${sibling}\n«export async function DELETE(request: Request) {\n  const admin = await requireAdmin();\n  if (!admin) return NextResponse.json({ error: 'Forbidden' }, { status: 403 });\n  return NextResponse.json(await remove(request));\n}»\n`,
      next,
      { file },
    );
  });
  it('copies several lines, and nothing that speaks of other parameters', () => {
    const sibling =
      'export async function GET(req: Request) {\n  const user = await currentUser();\n  if (!user) {\n    // Not here.\n    return fail(401);\n  }\n  return Response.json(await list());\n}\n';
    const current = symbol('currentUser', 'src/lib/user.ts', { refusal: 'returns-empty' });
    guard(
      [current],
      `import { currentUser } from '../lib/user';\n${sibling}«export async function POST(request: Request) {\n  try {\n    return Response.json(await make(request));\n  } finally {\n    done();\n  }\n}»\n`,
      `import { currentUser } from '../lib/user';\n${sibling}«export async function POST(request: Request) {\n  try {\n    const user = await currentUser();\n    if (!user) {\n      // Not here.\n      return fail(401);\n    }\n    return Response.json(await make(request));\n  } finally {\n    done();\n  }\n}»\n`,
      next,
      { file },
    );
    const asks = sibling.replace('currentUser()', 'currentUser(req)');
    guard(
      [{ ...current, expression: 'currentUser(req)' }],
      `import { currentUser } from '../lib/user';\n${asks}«export async function POST(request: Request) {\n  return Response.json(await make(request));\n}»\n`,
      `import { currentUser } from '../lib/user';\n${asks}«export async function POST(request: Request) {\n  const user = await currentUser(request);\n  if (!user) return Response.json({ error: 'Unauthorized' }, { status: 401 });\n  return Response.json(await make(request));\n}»\n`,
      next,
      { file },
    );
  });
  it('follows the way in which the guard refuses', () => {
    const before =
      "import { db } from '@/lib/db';\n\n«export async function GET(req: Request) {\n  return Response.json(await db.all());\n}»\n";
    const with_ = (line: string, name = 'requireUser') =>
      `import { db } from '@/lib/db';\nimport { ${name} } from '../lib/auth';\n\n«export async function GET(req: Request) {\n${line}\n  return Response.json(await db.all());\n}»\n`;
    const user = symbol('requireUser', 'src/lib/auth.ts', { expression: 'requireUser(request)' });
    guard([{ ...user, refusal: 'throws' }], before, with_('  await requireUser(req);'), next, { file });
    guard(
      [{ ...user, refusal: 'returns-response' }],
      before,
      with_('  const denied = await requireUser(req);\n  if (denied instanceof Response) return denied;'),
      next,
      { file },
    );
    guard(
      [{ ...user, refusal: 'returns-false' }],
      before,
      with_("  if (!(await requireUser(req))) return Response.json({ error: 'Unauthorized' }, { status: 401 });"),
      next,
      { file },
    );
    guard([{ ...user, refusal: 'returns-result' }], before, undefined, next, { file });
  });
  it('stands inside a try around everything, and makes the function async', () => {
    guard(
      [session],
      "import { db } from './db';\n«export function GET() {\n  try {\n    return Response.json(db.all());\n  } catch (e) {\n    return Response.json({ error: 'no' }, { status: 500 });\n  }\n}»\n",
      "import { db } from './db';\nimport { auth } from '../auth';\n«export async function GET() {\n  try {\n    const session = await auth();\n    if (!session?.user) return Response.json({ error: 'Unauthorized' }, { status: 401 });\n    return Response.json(db.all());\n  } catch (e) {\n    return Response.json({ error: 'no' }, { status: 500 });\n  }\n}»\n",
      next,
      { file },
    );
  });
  it('wraps where siblings wrap', () => {
    const withAuth = symbol('withAuth', 'src/lib/auth.ts');
    guard(
      [withAuth],
      "import { db } from './db';\n«export async function GET(req: Request) {\n  return Response.json(await db.all());\n}»\n",
      "import { db } from './db';\nimport { withAuth } from '../lib/auth';\nexport const GET = withAuth(async function GET(req: Request) {\n  return Response.json(await db.all());\n});\n",
      next,
      { file },
    );
    guard(
      [withAuth],
      "import { db } from './db';\nexport const GET = «async () => Response.json(await db.all())»;\n",
      "import { db } from './db';\nimport { withAuth } from '../lib/auth';\nexport const GET = withAuth(async () => Response.json(await db.all()));\n",
      next,
      { file },
    );
  });
  it('asks Supabase with the server client of the file', () => {
    const packages = { '@supabase/ssr': '0.6.0' };
    guard(
      [],
      "import { createClient } from '@/lib/supabase/server';\n«export async function POST(request: Request) {\n  const supabase = await createClient();\n  return Response.json(await supabase.from('a').insert(await request.json()));\n}»\n",
      "import { createClient } from '@/lib/supabase/server';\n«export async function POST(request: Request) {\n  const supabase = await createClient();\n  const { data: { user } } = await supabase.auth.getUser();\n  if (!user) return Response.json({ error: 'Unauthorized' }, { status: 401 });\n  return Response.json(await supabase.from('a').insert(await request.json()));\n}»\n",
      next,
      { file, packages },
    );
    guard(
      [],
      "'use server';\nimport { createClient } from '@/lib/supabase/server';\n«export async function cancel(id: string) {\n  await remove(id);\n}»\n",
      "'use server';\nimport { createClient } from '@/lib/supabase/server';\n«export async function cancel(id: string) {\n  const supabase = await createClient();\n  const { data: { user } } = await supabase.auth.getUser();\n  if (!user) return { error: 'Unauthorized' };\n  await remove(id);\n}»\n",
      next,
      { file: 'app/actions.ts', packages },
    );
    guard(
      [],
      "import { createClient } from '@supabase/supabase-js';\n«export async function GET() {\n  return Response.json(await all());\n}»\n",
      undefined,
      next,
      { file, packages },
    );
  });
  it('writes the guard of Clerk', () => {
    guard(
      [],
      "import { db } from './db';\n«export async function GET() {\n  return Response.json(await db.all());\n}»\n",
      "import { db } from './db';\nimport { auth } from '@clerk/nextjs/server';\n«export async function GET() {\n  const { userId } = await auth();\n  if (!userId) return Response.json({ error: 'Unauthorized' }, { status: 401 });\n  return Response.json(await db.all());\n}»\n".replace(
        /[«»]/g,
        '',
      ),
      next,
      { file, packages: { '@clerk/nextjs': '7.0.0' } },
    );
  });
});

describe('fixes: addGuard in edge functions', () => {
  const edge: Partial<Route> = { framework: 'supabase-edge', path: 'refund' };
  const file = 'supabase/functions/refund/index.ts';

  it('asks Supabase nothing where people have tokens of somebody else', () => {
    const before = `import { supabase } from '../_shared/client.ts';

«Deno.serve(async (req) => {
  const { id } = await req.json();
  await supabase.from('orders').delete().eq('id', id);
  return new Response('ok');
})»;
`;
    for (const name of ['@clerk/clerk-react', '@auth0/auth0-react', 'better-auth'])
      guard([], before, undefined, edge, { file, packages: { [name]: '1.0.0' } });
  });
  it('asks nobody to be signed in where people sign in', () => {
    const before = `import { supabase } from '../_shared/client.ts';

«Deno.serve(async (req) => {
  const { email } = await req.json();
  await supabase.from('attempts').insert({ email });
  return new Response('ok');
})»;
`;
    for (const path of ['/functions/v1/secure-login', '/functions/v1/sso-office', 'auth/register'])
      guard([], before, undefined, { ...edge, path }, { file });
    const after = before.replace(
      '  const { email }',
      `  const token = req.headers.get('Authorization')?.replace(/^Bearer /i, '') ?? '';
  const { data: { user }, error: authError } = await supabase.auth.getUser(token);
  if (authError || !user) {
    return new Response(JSON.stringify({ error: 'Unauthorized' }), {
      status: 401,
      headers: { 'Content-Type': 'application/json' },
    });
  }
  const { email }`,
    );
    guard([], before, after.replace(/[«»]/g, ''), { ...edge, path: '/functions/v1/attempts' }, { file });
  });
  it('makes a client with what the file has imported for that', () => {
    guard(
      [],
      `import { createClient } from 'https://esm.sh/@supabase/supabase-js@2.49.1';

«Deno.serve(async (req) => {
  const { id } = await req.json();
  const db = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  await db.from('orders').delete().eq('id', id);
  return new Response('ok');
})»;
`,
      `import { createClient } from 'https://esm.sh/@supabase/supabase-js@2.49.1';

«Deno.serve(async (req) => {
  const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_ANON_KEY')!);
  const token = req.headers.get('Authorization')?.replace(/^Bearer /i, '') ?? '';
  const { data: { user }, error: authError } = await supabase.auth.getUser(token);
  if (authError || !user) {
    return new Response(JSON.stringify({ error: 'Unauthorized' }), {
      status: 401,
      headers: { 'Content-Type': 'application/json' },
    });
  }
  const { id } = await req.json();
  const db = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
  await db.from('orders').delete().eq('id', id);
  return new Response('ok');
})»;
`,
      edge,
      { file },
    );
  });

  it('asks the auth server, with the client and the CORS headers that are there', () => {
    guard(
      [],
      `import { corsHeaders } from '../_shared/cors.ts';
import { supabase } from '../_shared/client.ts';

«Deno.serve(async (req) => {
  if (req.method === 'OPTIONS') {
    return new Response('ok', { headers: corsHeaders });
  }

  try {
    const authHeader = req.headers.get('Authorization');
    if (!authHeader?.startsWith('Bearer ')) {
      return new Response(JSON.stringify({ error: 'Unauthorized' }), { status: 401, headers: corsHeaders });
    }

    const { id } = await req.json();
    await supabase.from('orders').delete().eq('id', id);
    return new Response(JSON.stringify({ success: true }), {
      headers: { ...corsHeaders, 'Content-Type': 'application/json' },
    });
  } catch (error) {
    return new Response(JSON.stringify({ error: 'Internal server error' }), { status: 500, headers: corsHeaders });
  }
})»;
`,
      `import { corsHeaders } from '../_shared/cors.ts';
import { supabase } from '../_shared/client.ts';

«Deno.serve(async (req) => {
  if (req.method === 'OPTIONS') {
    return new Response('ok', { headers: corsHeaders });
  }

  try {
    const authHeader = req.headers.get('Authorization');
    if (!authHeader?.startsWith('Bearer ')) {
      return new Response(JSON.stringify({ error: 'Unauthorized' }), { status: 401, headers: corsHeaders });
    }

    const token = authHeader.replace(/^Bearer /i, '');
    const { data: { user }, error: authError } = await supabase.auth.getUser(token);
    if (authError || !user) {
      return new Response(JSON.stringify({ error: 'Unauthorized' }), {
        status: 401,
        headers: { ...corsHeaders, 'Content-Type': 'application/json' },
      });
    }
    const { id } = await req.json();
    await supabase.from('orders').delete().eq('id', id);
    return new Response(JSON.stringify({ success: true }), {
      headers: { ...corsHeaders, 'Content-Type': 'application/json' },
    });
  } catch (error) {
    return new Response(JSON.stringify({ error: 'Internal server error' }), { status: 500, headers: corsHeaders });
  }
})»;
`,
      edge,
      { file },
    );
  });
  it('makes a client where there is none', () => {
    guard(
      [],
      '«Deno.serve(async (req) => {\n  const body = await req.json();\n  return Response.json(await pay(body));\n})»;\n',
      `import { createClient } from 'jsr:@supabase/supabase-js@2';

«Deno.serve(async (req) => {
  const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_ANON_KEY')!);
  const token = req.headers.get('Authorization')?.replace(/^Bearer /i, '') ?? '';
  const { data: { user }, error: authError } = await supabase.auth.getUser(token);
  if (authError || !user) return Response.json({ error: 'Unauthorized' }, { status: 401 });
  const body = await req.json();
  return Response.json(await pay(body));
})»;
`,
      edge,
      { file },
    );
  });
  it('keeps away from names that inner blocks use', () => {
    guard(
      [],
      "«Deno.serve(async (req) => {\n  log('start');\n  try {\n    const supabase = connect();\n    const user = await supabase.first();\n    return Response.json(user);\n  } finally {\n    log('end');\n  }\n})»;\n",
      "import { createClient } from 'jsr:@supabase/supabase-js@2';\n\n«Deno.serve(async (req) => {\n  const authClient = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_ANON_KEY')!);\n  const token = req.headers.get('Authorization')?.replace(/^Bearer /i, '') ?? '';\n  const { data: { user: caller }, error: authError } = await authClient.auth.getUser(token);\n  if (authError || !caller) return Response.json({ error: 'Unauthorized' }, { status: 401 });\n  log('start');\n  try {\n    const supabase = connect();\n    const user = await supabase.first();\n    return Response.json(user);\n  } finally {\n    log('end');\n  }\n})»;\n",
      edge,
      { file },
    );
  });
  it('uses the reply helper of the file', () => {
    guard(
      [],
      "const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: cors });\n«Deno.serve(async (req) => {\n  const supabase = createClient(url, key);\n  await supabase.from('a').delete();\n  return json({ ok: true });\n})»;\n",
      "const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: cors });\n«Deno.serve(async (req) => {\n  const supabase = createClient(url, key);\n  const token = req.headers.get('Authorization')?.replace(/^Bearer /i, '') ?? '';\n  const { data: { user }, error: authError } = await supabase.auth.getUser(token);\n  if (authError || !user) return json({ error: 'Unauthorized' }, 401);\n  await supabase.from('a').delete();\n  return json({ ok: true });\n})»;\n",
      edge,
      { file },
    );
  });
});

describe('fixes: addGuard in decorators and procedures', () => {
  it('decorates a Nest method', () => {
    const jwt = symbol('JwtAuthGuard', 'src/auth/jwt.guard.ts');
    guard(
      [jwt],
      "import { Controller, Post } from '@nestjs/common';\n\n@Controller('orders')\nexport class OrdersController {\n  // Creates one.\n  «@Post()\n  create() {\n    return this.orders.create();\n  }»\n}\n",
      "import { Controller, Post, UseGuards } from '@nestjs/common';\nimport { JwtAuthGuard } from '../auth/jwt.guard';\n\n@Controller('orders')\nexport class OrdersController {\n  // Creates one.\n  «@UseGuards(JwtAuthGuard)\n  @Post()\n  create() {\n    return this.orders.create();\n  }»\n}\n",
      { framework: 'nest' },
    );
    guard(
      [jwt],
      "import { Controller, Post, UseGuards } from '@nestjs/common';\nexport class OrdersController {\n  «@Post()\n  @UseGuards(ThrottlerGuard)\n  create() {\n    return this.orders.create();\n  }»\n}\n",
      "import { Controller, Post, UseGuards } from '@nestjs/common';\nimport { JwtAuthGuard } from '../auth/jwt.guard';\nexport class OrdersController {\n  «@Post()\n  @UseGuards(JwtAuthGuard, ThrottlerGuard)\n  create() {\n    return this.orders.create();\n  }»\n}\n",
      { framework: 'nest' },
    );
  });
  it('swaps the base procedure of tRPC, and the import when it was its only use', () => {
    const procedure = symbol('protectedProcedure', 'src/trpc.ts');
    guard(
      [procedure],
      "import { publicProcedure, router } from '../trpc';\nexport const orders = router({\n  create: «publicProcedure.input(Order).mutation(«async ({ input }) => make(input)»)»,\n});\n",
      "import { protectedProcedure, router } from '../trpc';\nexport const orders = router({\n  create: «protectedProcedure.input(Order).mutation(«async ({ input }) => make(input)»)»,\n});\n",
      { framework: 'trpc' },
    );
    guard(
      [procedure],
      "import { publicProcedure, router } from '../trpc';\nexport const orders = router({\n  list: publicProcedure.query(() => list()),\n  create: «publicProcedure.mutation(«async ({ input }) => make(input)»)»,\n});\n",
      "import { publicProcedure, router, protectedProcedure } from '../trpc';\nexport const orders = router({\n  list: publicProcedure.query(() => list()),\n  create: «protectedProcedure.mutation(«async ({ input }) => make(input)»)»,\n});\n",
      { framework: 'trpc' },
    );
  });
});
