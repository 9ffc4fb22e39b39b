import type { Called, Case } from '../cases';

const guards = `import type { Context, Next } from 'hono';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';

export const requireUser = createMiddleware(async (c, next) => {
  if (c.req.header('Authorization') !== \`Bearer \${process.env.API_KEY}\`) return c.json({ error: 'Unauthorized' }, 401);
  await next();
});
export const throwing = createMiddleware(async (c, next) => {
  if (c.req.header('Authorization') !== process.env.API_KEY) throw new HTTPException(401);
  await next();
});
export async function plain(c: Context, next: Next) {
  if (c.req.header('Authorization') !== process.env.API_KEY) return c.text('Forbidden', 403);
  await next();
}
export const requireRole = (role: string) => createMiddleware(async (c, next) => {
  if (c.req.header('Authorization') !== role + process.env.API_KEY) return c.json({ error: 'Forbidden' }, 403);
  await next();
});
export const trace = createMiddleware(async (c, next) => {
  await next();
  c.header('x-trace', '1');
});
export const hasToken = createMiddleware(async (c, next) => {
  if (!c.req.header('Authorization')) return c.json({ error: 'Unauthorized' }, 401);
  await next();
});
`;

const ok = '(c) => c.json({ ok: true })';

function get(path: string, url?: string): Called {
  return { method: 'GET', path, ...(url ? { url } : {}) };
}

function app(name: string, statements: readonly string[], routes: readonly Called[], imports = ''): Case {
  const text = `import { Hono } from 'hono';\n${imports}import { requireUser, throwing, plain, requireRole, trace, hasToken } from './guards';\n\nconst app = new Hono();\n${statements.join('\n')}\nexport default app;\n`;
  return { name, framework: 'hono', files: { 'src/app.ts': text, 'src/guards.ts': guards }, routes: [...routes] };
}

function patterns(): Case[] {
  return [
    '',
    '*',
    '/*',
    '/api',
    '/api/',
    '/api/*',
    '/API/*',
    '/ap*',
    '/api/items',
    '/api/items/*',
    '/api/items/:id',
    '/api/:any',
    '/:any/*',
    '/other/*',
    '/api/*/x',
  ].flatMap((pattern) =>
    ['before', 'after'].map((order) => {
      const use = pattern === '' ? 'app.use(requireUser);' : `app.use('${pattern}', requireUser);`;
      const routes = [`app.get('/api', ${ok});`, `app.get('/api/items', ${ok});`, `app.get('/api/items/:id', ${ok});`];
      return app(`use ${pattern || 'nothing'} ${order}`, order === 'before' ? [use, ...routes] : [...routes, use], [
        get('/api'),
        get('/api/items'),
        get('/api/items/:id'),
      ]);
    }),
  );
}

function chains(): Case[] {
  const given: [string, string, string?][] = [
    ['made by the factory', `requireUser, ${ok}`],
    ['throwing', `throwing, ${ok}`],
    ['plain', `plain, ${ok}`],
    ['a role', `requireRole('admin'), ${ok}`],
    ['trace', `trace, ${ok}`],
    ['a token of any kind', `hasToken, ${ok}`],
    ['nothing', ok],
    [
      'in the handler',
      "(c) => { if (c.req.header('Authorization') !== process.env.API_KEY) return c.json({}, 401); return c.json({ ok: true }); }",
    ],
    ['bearerAuth', `bearerAuth({ token: 'of-the-test' }), ${ok}`, "import { bearerAuth } from 'hono/bearer-auth';\n"],
    ['basicAuth', `basicAuth({ username: 'a', password: 'of-the-test' }), ${ok}`, "import { basicAuth } from 'hono/basic-auth';\n"],
    ['jwt', `jwt({ secret: 'of-the-test', alg: 'HS256' }), ${ok}`, "import { jwt } from 'hono/jwt';\n"],
    ['logger and cors', `logger(() => {}), cors(), ${ok}`, "import { logger } from 'hono/logger';\nimport { cors } from 'hono/cors';\n"],
    ['every', `every(trace, requireUser), ${ok}`, "import { every } from 'hono/combine';\n"],
    ['some of two guards', `some(requireUser, requireRole('admin')), ${ok}`, "import { some } from 'hono/combine';\n"],
    ['some with an open one', `some(trace, requireUser), ${ok}`, "import { some } from 'hono/combine';\n"],
    [
      'body limit and request id',
      `bodyLimit({ maxSize: 1000 }), requestId(), ${ok}`,
      "import { bodyLimit } from 'hono/body-limit';\nimport { requestId } from 'hono/request-id';\n",
    ],
  ];
  return given.map(([name, chain, imports]) => app(`chain: ${name}`, [`app.get('/items', ${chain});`], [get('/items')], imports ?? ''));
}

function arrangements(): Case[] {
  const sub = ['const sub = new Hono();', `sub.get('/x', ${ok});`];
  return [
    app('sub-application', [...sub, "app.route('/sub', sub);"], [get('/sub/x')]),
    app('sub-application, guard before', ["app.use('/sub/*', requireUser);", ...sub, "app.route('/sub', sub);"], [get('/sub/x')]),
    app('sub-application, guard after', [...sub, "app.route('/sub', sub);", "app.use('/sub/*', requireUser);"], [get('/sub/x')]),
    app(
      'sub-application with its own guard',
      ['const sub = new Hono();', "sub.use('*', requireUser);", `sub.get('/x', ${ok});`, "app.route('/sub', sub);"],
      [get('/sub/x')],
    ),
    app(
      'sub-application with a late guard',
      [...sub, "sub.use('*', requireUser);", `sub.get('/y', ${ok});`, "app.route('/sub', sub);"],
      [get('/sub/x'), get('/sub/y')],
    ),
    app(
      'guard leaks to a later one of the same prefix',
      [
        'const a = new Hono();',
        "a.use('*', requireUser);",
        `a.get('/a', ${ok});`,
        ...sub,
        "app.route('/api', a);",
        "app.route('/api', sub);",
      ],
      [get('/api/a'), get('/api/x')],
    ),
    app(
      'guard does not leak to an earlier one',
      [
        'const a = new Hono();',
        "a.use('*', requireUser);",
        `a.get('/a', ${ok});`,
        ...sub,
        "app.route('/api', sub);",
        "app.route('/api', a);",
      ],
      [get('/api/a'), get('/api/x')],
    ),
    app(
      'guard of another prefix',
      ['const a = new Hono();', 'a.use(requireUser);', `a.get('/a', ${ok});`, ...sub, "app.route('/one', a);", "app.route('/two', sub);"],
      [get('/one/a'), get('/two/x')],
    ),
    app(
      'base path',
      [
        "const api = new Hono().basePath('/api');",
        'api.use(requireUser);',
        `api.get('/x', ${ok});`,
        `app.get('/y', ${ok});`,
        "app.route('/', api);",
      ],
      [get('/api/x'), get('/y')],
    ),
    app(
      'base path does not leak beyond itself',
      [
        "const api = new Hono().basePath('/api');",
        'api.use(requireUser);',
        `api.get('/x', ${ok});`,
        "app.route('/', api);",
        `app.get('/y', ${ok});`,
        `app.get('/api/z', ${ok});`,
      ],
      [get('/api/x'), get('/y'), get('/api/z')],
    ),
    app(
      'base path of the application',
      ["const api = app.basePath('/api');", "api.use('/a/*', requireUser);", `api.get('/a/x', ${ok});`, `api.get('/b', ${ok});`],
      [get('/api/a/x'), get('/api/b')],
    ),
    app(
      'chained',
      [`const api = new Hono().get('/open', ${ok}).use(requireUser).get('/safe', ${ok});`, "app.route('/api', api);"],
      [get('/api/open'), get('/api/safe')],
    ),
    app(
      'on',
      [`app.on('GET', '/x', requireUser, ${ok});`, `app.on(['GET', 'POST'], '/y', ${ok});`],
      [get('/x'), get('/y'), { method: 'POST', path: '/y' }],
    ),
    app(
      'except',
      ["app.use('/api/*', except('/api/open', requireUser));", `app.get('/api/open', ${ok});`, `app.get('/api/x', ${ok});`],
      [get('/api/open'), get('/api/x')],
      "import { except } from 'hono/combine';\n",
    ),
    app('all', ["app.all('/a/*', requireUser);", `app.get('/a/x', ${ok});`, `app.get('/b', ${ok});`], [get('/a/x'), get('/b')]),
    app(
      'nested twice',
      [
        'const inner = new Hono();',
        `inner.get('/x', ${ok});`,
        'const outer = new Hono();',
        "outer.route('/inner', inner);",
        "app.use('/api/inner/*', requireUser);",
        "app.route('/api', outer);",
      ],
      [get('/api/inner/x')],
    ),
    app(
      'paths that the guard lets through',
      [
        "app.use(async (c, next) => { if (c.req.path.startsWith('/open')) return next(); if (c.req.header('Authorization') !== process.env.API_KEY) return c.text('', 401); await next(); });",
        `app.get('/open', ${ok});`,
        `app.get('/items', ${ok});`,
      ],
      [get('/open'), get('/items')],
    ),
  ];
}

/** Sub-applications that functions make, mounted in chains. */
function made(): Case[] {
  const make = ['function make() {', '  const sub = new Hono();', `  sub.get('/x', ${ok});`, '  return sub;', '}'];
  const chain = `const make = () => new Hono().get('/open', ${ok}).use(requireUser).get('/x', ${ok});`;
  return [
    app('made by a function', [...make, "app.route('/sub', make());"], [get('/sub/x')]),
    app('made by a function, guard before', [...make, "app.use('/sub/*', requireUser).route('/sub', make());"], [get('/sub/x')]),
    app('made by a function, guard after', [...make, "app.route('/sub', make()).use('/sub/*', requireUser);"], [get('/sub/x')]),
    app('made by a chain', [chain, "app.route('/sub', make());"], [get('/sub/open'), get('/sub/x')]),
    app(
      'made by a chain and kept',
      [chain, 'const sub = make();', `sub.get('/late', ${ok});`, "app.route('/sub', sub);"],
      [get('/sub/open'), get('/sub/x'), get('/sub/late')],
    ),
    app(
      'made twice, once added to',
      [
        ...make,
        'const a = make();',
        `a.use(requireUser).get('/a', ${ok});`,
        'const b = make();',
        `b.get('/b', ${ok});`,
        "app.route('/a', a).route('/b', b);",
      ],
      [get('/a/a'), get('/b/b')],
    ),
    app(
      'made by a function of a function',
      [...make, `const outer = () => make().use(requireUser).get('/y', ${ok});`, "app.route('/sub', outer());"],
      [get('/sub/x'), get('/sub/y')],
    ),
    app(
      'chained and named again',
      [
        ...make,
        "const routes = app.use('/a/*', requireUser).route('/a', make());",
        "routes.route('/b', make());",
        `routes.get('/a/late', ${ok});`,
      ],
      [get('/b/x'), get('/a/late')],
    ),
    app(
      'written where they are mounted',
      [`app.route('/a', new Hono().use(requireUser).get('/x', ${ok})).route('/b', new Hono().get('/x', ${ok}));`],
      [get('/a/x'), get('/b/x')],
    ),
    app(
      'a long chain',
      [`app${Array.from({ length: 12 }, (_, index) => `.get('/${String(index)}', ${ok})`).join('')}.use(requireUser).get('/x', ${ok});`],
      [get('/0'), get('/11'), get('/x')],
    ),
  ];
}

/** Guards that functions are given, and routes that stand in tables. */
function given(): Case[] {
  const chain = `const make = (guard: typeof trace) => new Hono().get('/open', ${ok}).use(guard).get('/x', ${ok});`;
  const fallback = [
    'function make(guard: typeof trace = requireUser) {',
    '  const sub = new Hono();',
    "  sub.use('*', guard);",
    `  sub.get('/x', ${ok});`,
    '  return sub;',
    '}',
  ];
  const rows = [
    `const rows = [{ method: 'get', path: '/x', guards: [requireUser] }, { method: 'post', path: '/y', guards: [trace] }] as const;`,
  ];
  return [
    app('a chain given a guard', [chain, "app.route('/sub', make(requireUser));"], [get('/sub/open'), get('/sub/x')]),
    app('a chain given something else', [chain, "app.route('/sub', make(trace));"], [get('/sub/open'), get('/sub/x')]),
    app('a guard to fall back to', [...fallback, "app.route('/sub', make());"], [get('/sub/x')]),
    app('something else than the guard to fall back to', [...fallback, "app.route('/sub', make(trace));"], [get('/sub/x')]),
    app(
      'a table of routes',
      [...rows, `for (const row of rows) app[row.method](row.path, ...row.guards, ${ok});`],
      [get('/x'), { method: 'POST', path: '/y' }],
    ),
    app(
      'a table of methods',
      [
        "const rows = [{ methods: ['GET', 'PUT'], path: '/x' }];",
        `rows.forEach((row) => app.on(row.methods, row.path, requireUser, ${ok}));`,
      ],
      [get('/x'), { method: 'PUT', path: '/x' }],
    ),
  ];
}

export function honoCases(): Case[] {
  return [...patterns(), ...chains(), ...arrangements(), ...made(), ...given()];
}
