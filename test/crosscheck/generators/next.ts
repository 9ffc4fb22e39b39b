import type { Called, Case } from '../cases';

const guards = `import { cookies, headers } from 'next/headers';

export async function requireUser() {
  const list = await headers();
  if (list.get('authorization') !== \`Bearer \${process.env.API_KEY}\`) throw new Error('Unauthorized');
  return { id: 1 };
}
export async function currentUser(request: Request) {
  if (request.headers.get('authorization') !== process.env.API_KEY) return null;
  return { id: 1 };
}
export function deny(request: Request): Response | undefined {
  if (request.headers.get('authorization') !== process.env.API_KEY) return Response.json({ error: 'Unauthorized' }, { status: 401 });
  return undefined;
}
export function isKnown(request: Request): boolean {
  return request.headers.get('authorization') === process.env.API_KEY;
}
export async function hasCookie() {
  return (await cookies()).get('session') !== undefined;
}
type Handler = (request: Request, context: unknown) => Response | Promise<Response>;
export const withUser = (handler: Handler): Handler => async (request, context) => {
  if (request.headers.get('authorization') !== process.env.API_KEY) return Response.json({}, { status: 401 });
  return handler(request, context);
};
export function withRole(role: string) {
  return (handler: Handler): Handler =>
    (request, context) => {
      if (request.headers.get('authorization') !== role + process.env.API_KEY) return new Response('Forbidden', { status: 403 });
      return handler(request, context);
    };
}
export const withTrace = (handler: Handler): Handler => async (request, context) => {
  const response = await handler(request, context);
  response.headers.set('x-trace', '1');
  return response;
};
`;

const pageGuards = `import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next';

export const withUser = (handler: NextApiHandler): NextApiHandler => async (req, res) => {
  if (req.headers.authorization !== process.env.API_KEY) return res.status(401).json({ error: 'Unauthorized' });
  return handler(req, res);
};
export function refuses(req: NextApiRequest, res: NextApiResponse): boolean {
  if (req.headers.authorization === process.env.API_KEY) return false;
  res.status(401).end();
  return true;
}
`;

const ok = 'return Response.json({ ok: true });';
const refuse = "return Response.json({ error: 'Unauthorized' }, { status: 401 });";

function get(path: string): Called {
  return { method: 'GET', path };
}

/** What a route handler may look like: the text of its file after the imports; calls of it beside GET. */
const handlers: Record<string, string> = {
  nothing: `export function GET() { ${ok} }`,
  inline: `export async function GET(request: Request) { if (request.headers.get('authorization') !== process.env.API_KEY) { ${refuse} } ${ok} }`,
  positive: `export async function GET(request: Request) { if (request.headers.get('authorization') === process.env.API_KEY) { ${ok} } ${refuse} }`,
  late: `export async function GET(request: Request) { const known = request.headers.get('authorization') === process.env.API_KEY; console.debug(known); ${ok} }`,
  throwing: `export async function GET() { try { await requireUser(); ${ok} } catch { ${refuse} } }`,
  swallowed: `export async function GET() { try { await requireUser(); } catch { console.debug('nobody'); } ${ok} }`,
  nullable: `export async function GET(request: Request) { const user = await currentUser(request); if (!user) { ${refuse} } ${ok} }`,
  unheeded: `export async function GET(request: Request) { const user = await currentUser(request); return Response.json({ user }); }`,
  denied: `export async function GET(request: Request) { const denied = deny(request); if (denied) return denied; ${ok} }`,
  ignored: `export async function GET(request: Request) { deny(request); ${ok} }`,
  verdict: `export async function GET(request: Request) { if (!isKnown(request)) { ${refuse} } ${ok} }`,
  wrapped: `export const GET = withUser(async () => { ${ok} });`,
  twice: `export const GET = withTrace(withUser(async () => { ${ok} }));`,
  inside: `export const GET = withUser(withTrace(async () => { ${ok} }));`,
  traced: `export const GET = withTrace(async () => { ${ok} });`,
  role: `export const GET = withRole('admin')(async () => { ${ok} });`,
  named: `async function handler() { ${ok} }\nexport { handler as GET };`,
  namedWrapped: `async function handler() { ${ok} }\nconst guarded = withUser(handler);\nexport { guarded as GET };`,
  object: `const handlers = { list: withUser(async () => { ${ok} }) };\nexport const GET = handlers.list;`,
  arrow: `export const GET = async (request: Request) => { if (!isKnown(request)) return new Response(null, { status: 401 }); ${ok} };`,
  branch: `export async function GET(request: Request) { if (new URL(request.url).searchParams.has('safe')) { if (!isKnown(request)) { ${refuse} } } ${ok} }`,
  reexported: "export { GET } from '../../../lib/shared';",
  reexportedOpen: "export { OPEN as GET } from '../../../lib/shared';",
};

const shared = `import { withUser } from './guards';\n\nexport const GET = withUser(async () => { ${ok} });\nexport const OPEN = async () => { ${ok} };\n`;

const pages: Record<string, string> = {
  nothing: 'export default function handler(req: NextApiRequest, res: NextApiResponse) { res.status(200).json({ ok: true }); }',
  inline:
    'export default function handler(req: NextApiRequest, res: NextApiResponse) { if (req.headers.authorization !== process.env.API_KEY) return res.status(401).end(); res.status(200).json({ ok: true }); }',
  wrapped: 'export default withUser((req, res) => { res.status(200).json({ ok: true }); });',
  named:
    'const handler = (req: NextApiRequest, res: NextApiResponse) => { res.status(200).json({ ok: true }); };\nexport default withUser(handler);',
  refusing:
    'export default function handler(req: NextApiRequest, res: NextApiResponse) { if (refuses(req, res)) return; res.status(200).json({ ok: true }); }',
};

function handlerCase(): Case {
  const names = 'requireUser, currentUser, deny, isKnown, withUser, withRole, withTrace';
  const files: Record<string, string> = { 'lib/guards.ts': guards, 'lib/pageGuards.ts': pageGuards, 'lib/shared.ts': shared };
  for (const [name, text] of Object.entries(handlers))
    files[`app/api/${name}/route.ts`] =
      `${text.includes('export { GET }') || text.includes('OPEN') ? '' : `import { ${names} } from '../../../lib/guards';\n\n`}${text}\n`;
  for (const [name, text] of Object.entries(pages))
    files[`pages/api/pages/${name}.ts`] =
      `import type { NextApiRequest, NextApiResponse } from 'next';\nimport { withUser, refuses } from '../../../lib/pageGuards';\n\n${text}\n`;
  const plain = (guard: string) =>
    `import { withUser } from '${guard}';\n\nexport const GET = withUser(async () => { ${ok} });\nexport async function POST() { ${ok} }\n`;
  files['app/(shop)/cart/[id]/route.ts'] = plain('../../../../lib/guards');
  files['app/files/[...rest]/route.ts'] = plain('../../../lib/guards');
  const dynamic = ['/cart/[id]', '/files/[...rest]'].flatMap((path): Called[] => [get(path), { method: 'POST', path }]);
  return {
    name: 'handlers',
    framework: 'next',
    files,
    routes: [
      ...Object.keys(handlers).map((name) => get(`/api/${name}`)),
      ...Object.keys(pages).map((name) => ({ method: 'ALL', path: `/api/pages/${name}` })),
      ...dynamic,
    ],
  };
}

const places = ['/api/open', '/api/items', '/api/items/[id]', '/api/items/[id]/notes', '/api/admin/users', '/apiary', '/health'];

interface Proxy {
  file?: string;
  folder?: string;
  config?: string;
  body?: string;
  head?: string;
}

/** An application of open routes behind a middleware file. */
function proxied(
  name: string,
  {
    file = 'proxy',
    folder = '',
    config = '',
    body = `if (request.headers.get('authorization') !== process.env.API_KEY) { ${refuse} }\n  return NextResponse.next();`,
    head = '',
  }: Proxy,
): Case {
  const files: Record<string, string> = {
    [`${folder}${file}.ts`]: `import { NextResponse, type NextRequest } from 'next/server';\n${head}\nexport ${file === 'proxy' ? '' : 'async '}function ${file}(request: NextRequest) {\n  ${body}\n}\n${config === '' ? '' : `export const config = { matcher: ${config} };\n`}`,
    [`${folder}pages/api/legacy.ts`]:
      "import type { NextApiRequest, NextApiResponse } from 'next';\n\nexport default function handler(req: NextApiRequest, res: NextApiResponse) { res.status(200).json({}); }\n",
  };
  for (const path of places) files[`${folder}app${path}/route.ts`] = `export function GET() { ${ok} }\nexport function POST() { ${ok} }\n`;
  return {
    name,
    framework: 'next',
    files,
    routes: [...places.map(get), { method: 'POST', path: '/api/items' }, { method: 'ALL', path: '/api/legacy' }],
  };
}

const known = "request.headers.get('authorization') === process.env.API_KEY";

function proxies(): Case[] {
  return [
    proxied('middleware.ts in src', { file: 'middleware', folder: 'src/', config: "'/api/:path*'" }),
    proxied('several matchers', {
      config: "['/api/items/:id', '/health', { source: '/api/admin/:path*', missing: [{ type: 'header', key: 'x-internal' }] }]",
    }),
    proxied('everything but', { config: "['/((?!api/open|_next/static|health).*)']" }),
    proxied('by path', {
      body: `if (request.nextUrl.pathname.startsWith('/api/admin') && !(${known})) { ${refuse} }\n  return NextResponse.next();`,
    }),
    proxied('public paths', {
      head: "const open = ['/api/open', '/health'];",
      body: `if (open.includes(request.nextUrl.pathname)) return NextResponse.next();\n  if (!(${known})) { ${refuse} }\n  return NextResponse.next();`,
    }),
    proxied('by method', { body: `if (request.method !== 'GET' && !(${known})) { ${refuse} }\n  return NextResponse.next();` }),
    proxied('redirecting', {
      config: "['/api/items/:path+']",
      body: `if (!(${known})) return NextResponse.redirect(new URL('/sign-in', request.url));\n  return NextResponse.next();`,
    }),
    proxied('nothing refused', {
      body: `const response = NextResponse.next();\n  if (!(${known})) response.headers.set('x-visitor', '1');\n  return response;`,
    }),
  ];
}

/** One application with all kinds of handlers, and one for each kind of middleware. */
export function nextCases(): Case[] {
  return [handlerCase(), ...proxies()];
}
