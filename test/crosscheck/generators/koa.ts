import type { Called, Case } from '../cases';

const guards = `import type { Context, Next } from 'koa';

export async function requireUser(ctx: Context, next: Next) {
  if (ctx.headers.authorization !== \`Bearer \${process.env.API_KEY}\`) ctx.throw(401, 'Unauthorized');
  await next();
}
export async function refusing(ctx: Context, next: Next) {
  if (ctx.get('authorization') !== process.env.API_KEY) {
    ctx.status = 401;
    ctx.body = { error: 'Unauthorized' };
    return;
  }
  await next();
}
export async function positive(ctx: Context, next: Next) {
  if (ctx.headers.authorization === process.env.API_KEY) await next();
  else ctx.status = 403;
}
export const requireRole = (role: string) => async (ctx: Context, next: Next) => {
  if (ctx.headers.authorization !== role + process.env.API_KEY) ctx.throw(403);
  return next();
};
export async function trace(ctx: Context, next: Next) {
  ctx.set('x-trace', '1');
  await next();
}
export async function hasToken(ctx: Context, next: Next) {
  if (!ctx.headers.authorization) ctx.throw(401);
  await next();
}
`;

const ok = 'async (ctx) => { ctx.body = { ok: true }; }';

function get(path: string, url?: string): Called {
  return { method: 'GET', path, ...(url ? { url } : {}) };
}

function app(name: string, statements: readonly string[], routes: readonly Called[]): Case {
  const text = `import Koa from 'koa';\nimport Router from '@koa/router';\nimport { requireUser, refusing, positive, requireRole, trace, hasToken } from './guards';\n\nconst app = new Koa();\n${statements.join('\n')}\nexport default app;\n`;
  return { name, framework: 'koa', files: { 'src/app.ts': text, 'src/guards.ts': guards }, routes: [...routes] };
}

const mounted = 'app.use(router.routes());';
const made = 'const router = new Router();';

/** Middleware of a router on prefixes, before and after the routes; the router with and without a prefix of its own. */
function prefixes(): Case[] {
  return ['', '/items', '/ITEMS', '/item', '/items/:id', '/other'].flatMap((prefix) =>
    ['before', 'after'].flatMap((order) =>
      ['', '/api'].map((own) => {
        const use = prefix === '' ? 'router.use(requireUser);' : `router.use('${prefix}', requireUser);`;
        const routes = [`router.get('/items', ${ok});`, `router.get('/items/:id', ${ok});`];
        const router = own === '' ? made : `const router = new Router({ prefix: '${own}' });`;
        return app(
          `router.use ${prefix || 'nothing'} ${order}, prefix ${own || 'none'}`,
          [router, ...(order === 'before' ? [use, ...routes] : [...routes, use]), mounted],
          [get(`${own}/items`), get(`${own}/items/:id`)],
        );
      }),
    ),
  );
}

function chains(): Case[] {
  const given: [string, string][] = [
    ['throwing', `requireUser, ${ok}`],
    ['refusing', `refusing, ${ok}`],
    ['positive', `positive, ${ok}`],
    ['a factory', `requireRole('admin'), ${ok}`],
    ['trace', `trace, ${ok}`],
    ['a token of any kind', `hasToken, ${ok}`],
    [
      'inline',
      `async (ctx, next) => { if (ctx.headers.authorization !== process.env.API_KEY) { ctx.status = 401; return; } await next(); }, ${ok}`,
    ],
    [
      'in the handler',
      "async (ctx) => { if (ctx.headers.authorization !== process.env.API_KEY) { ctx.status = 401; return; } ctx.body = 'ok'; }",
    ],
    ['nothing', ok],
  ];
  return given.map(([name, chain]) => app(`chain: ${name}`, [made, `router.get('/items', ${chain});`, mounted], [get('/items')]));
}

function arrangements(): Case[] {
  const inner = ['const inner = new Router();', `inner.get('/x', ${ok});`];
  return [
    app('application before', [made, `router.get('/items', ${ok});`, 'app.use(requireUser);', mounted], [get('/items')]),
    app('application after', [made, `router.get('/items', ${ok});`, mounted, 'app.use(requireUser);'], [get('/items')]),
    app(
      'guard in the same use',
      [made, `router.get('/items', ${ok});`, 'app.use(trace).use(requireUser).use(router.routes());'],
      [get('/items')],
    ),
    app('nested router', [made, ...inner, "router.use('/inner', inner.routes());", mounted], [get('/inner/x')]),
    app('nested router with a guard', [made, ...inner, "router.use('/inner', requireUser, inner.routes());", mounted], [get('/inner/x')]),
    app(
      'nested router, outer guard before',
      [made, ...inner, 'router.use(requireUser);', "router.use('/inner', inner.routes());", mounted],
      [get('/inner/x')],
    ),
    app(
      'nested router, outer guard after',
      [made, ...inner, "router.use('/inner', inner.routes());", 'router.use(requireUser);', mounted],
      [get('/inner/x')],
    ),
    app(
      'another router before does not leak',
      [
        'const a = new Router();',
        'a.use(requireUser);',
        `a.get('/a', ${ok});`,
        made,
        `router.get('/b', ${ok});`,
        'app.use(a.routes());',
        mounted,
      ],
      [get('/a'), get('/b')],
    ),
    app(
      'another router of the same prefix',
      [
        "const a = new Router({ prefix: '/api' });",
        'a.use(requireUser);',
        `a.get('/a', ${ok});`,
        "const router = new Router({ prefix: '/api' });",
        `router.get('/b', ${ok});`,
        'app.use(a.routes());',
        mounted,
      ],
      [get('/api/a'), get('/api/b')],
    ),
    app('prefix set later', [made, `router.get('/x', ${ok});`, "router.prefix('/api');", mounted], [get('/api/x')]),
    app(
      'prefix set before',
      [made, "router.prefix('/api');", 'router.use(requireUser);', `router.get('/x', ${ok});`, mounted],
      [get('/api/x')],
    ),
    app('chained', [made, `router.get('/a', ${ok}).use(requireUser).get('/b', ${ok});`, mounted], [get('/a'), get('/b')]),
    app(
      'all',
      [made, `router.all('/a', requireUser, ${ok});`, `router.all('/b', ${ok});`, mounted],
      [
        { method: 'ALL', path: '/a' },
        { method: 'ALL', path: '/b' },
      ],
    ),
    app(
      'paths that the guard lets through',
      [
        "app.use(async (ctx, next) => { if (ctx.path.startsWith('/open')) return next(); if (ctx.headers.authorization !== process.env.API_KEY) ctx.throw(401); await next(); });",
        made,
        `router.get('/open', ${ok});`,
        `router.get('/items', ${ok});`,
        mounted,
      ],
      [get('/open'), get('/items')],
    ),
  ];
}

/** Routers that functions make. */
function makers(): Case[] {
  const make = [
    'function make() {',
    "  const router = new Router({ prefix: '/a' });",
    `  router.get('/x', ${ok});`,
    '  return router;',
    '}',
  ];
  return [
    app('made by a function', [...make, 'app.use(make().routes());', 'app.use(requireUser);'], [get('/a/x')]),
    app('made by a function, guard before', [...make, 'app.use(requireUser).use(make().routes());'], [get('/a/x')]),
    app(
      'made by a function and added to',
      [...make, 'const router = make();', `router.use(requireUser).get('/y', ${ok});`, 'app.use(router.routes());'],
      [get('/a/x'), get('/a/y')],
    ),
    app(
      'made by a function as routes',
      [`const make = () => new Router().get('/x', requireUser, ${ok}).get('/y', ${ok}).routes();`, 'app.use(make());'],
      [get('/x'), get('/y')],
    ),
  ];
}

export function koaCases(): Case[] {
  return [...prefixes(), ...chains(), ...arrangements(), ...makers()];
}
