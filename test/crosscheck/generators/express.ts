import type { Called, Case } from '../cases';

const guards = `import type { NextFunction, Request, RequestHandler, Response } from 'express';

export function requireUser(req: Request, res: Response, next: NextFunction) {
  if (req.headers.authorization !== \`Bearer \${process.env.API_KEY}\`) return res.status(401).json({ error: 'Unauthorized' });
  next();
}
export const requireRole = (role: string): RequestHandler => (req, res, next) => {
  if (req.headers.authorization !== \`\${role} \${process.env.API_KEY}\`) {
    res.status(403).send('Forbidden');
    return;
  }
  next();
};
export const positive: RequestHandler = (req, res, next) => {
  if (req.get('authorization') === process.env.API_KEY) return next();
  res.sendStatus(401);
};
export const failing: RequestHandler = (req, res, next) => {
  if (req.headers['x-api-key'] !== process.env.API_KEY) return next(Object.assign(new Error('Unauthorized'), { status: 401 }));
  next();
};
export async function awaiting(req: Request, res: Response, next: NextFunction) {
  const key = process.env.API_KEY;
  await Promise.resolve();
  if (req.headers.authorization !== key) return res.status(401).end();
  return next();
}
export const trace: RequestHandler = (req, res, next) => {
  res.setHeader('x-trace', '1');
  next();
};
export const hasToken: RequestHandler = (req, res, next) => {
  if (!req.headers.authorization) return res.status(401).end() as never;
  next();
};
export const lenient: RequestHandler = (req, res, next) => {
  res.locals.known = req.headers.authorization === process.env.API_KEY;
  next();
};
export const withUser = (handler: RequestHandler): RequestHandler => (req, res, next) => {
  if (req.headers.authorization !== process.env.API_KEY) return res.status(401).end() as never;
  return handler(req, res, next);
};
export const wrapped = (handler: RequestHandler): RequestHandler => async (req, res, next) => {
  try {
    await handler(req, res, next);
  } catch (error) {
    next(error);
  }
};
export function refuses(req: Request, res: Response): boolean {
  if (req.headers.authorization === process.env.API_KEY) return false;
  res.status(401).json({ error: 'Unauthorized' });
  return true;
}
export function isKnown(req: Request): boolean {
  return req.headers.authorization === process.env.API_KEY;
}
`;

const names = 'requireUser, requireRole, positive, failing, awaiting, trace, hasToken, lenient, withUser, wrapped, refuses, isKnown';
const ok = '(req, res) => { res.json({ ok: true }); }';

function get(path: string, url?: string): Called {
  return { method: 'GET', path, ...(url ? { url } : {}) };
}

function app(name: string, statements: readonly string[], routes: readonly Called[], files: Record<string, string> = {}): Case {
  const text = `import express, { Router } from 'express';\nimport { ${names} } from './guards';\n\nconst app = express();\n${statements.join('\n')}\nexport default app;\n`;
  return { name, framework: 'express', files: { 'src/app.ts': text, 'src/guards.ts': guards, ...files }, routes: [...routes] };
}

/** Middleware of the application, on prefixes of all kinds, before and after the routes. */
function prefixes(major: number): Case[] {
  const patterns = [
    '',
    '/',
    '/api',
    '/API',
    '/api/',
    '/ap',
    '/apix',
    '/api/items',
    '/Api/Items',
    '/api/items/',
    '/api/items/:id',
    '/:any',
    '/:any/items',
    '/api/other',
    ...(major === 4 ? ['/api/*', '*'] : ['/api/*rest', '/{*rest}']),
  ];
  return patterns.flatMap((prefix) =>
    ['before', 'after'].map((order) => {
      const use = prefix === '' ? 'app.use(requireUser);' : `app.use('${prefix}', requireUser);`;
      const routes = [`app.get('/api/items', ${ok});`, `app.get('/api/items/:id', ${ok});`, `app.get('/apix/items', ${ok});`];
      return app(`use ${prefix || 'nothing'} ${order}`, order === 'before' ? [use, ...routes] : [...routes, use], [
        get('/api/items'),
        get('/api/items', '/API/Items/'),
        get('/api/items/:id'),
        get('/apix/items'),
      ]);
    }),
  );
}

/** Routers in routers, guarded at each level in each way. */
function nesting(): Case[] {
  const prefix = ['/api', '/v1', '/orders'];
  const places = ['nowhere', 'app', 'argument', 'router', 'late', 'route'];
  return [1, 2, 3].flatMap((depth) =>
    places.flatMap((place) =>
      Array.from({ length: place === 'nowhere' ? 1 : depth }, (_, level) => {
        const lines: string[] = [];
        for (let n = depth; n >= 1; n--) {
          lines.push(`const r${n} = Router();`);
          const isHere = level === n - 1;
          if (place === 'router' && isHere) lines.push(`r${n}.use(requireUser);`);
          if (n === depth) lines.push(`r${n}.get('/:id', ${place === 'route' ? 'requireUser, ' : ''}${ok});`);
          else lines.push(`r${n}.use('${prefix[n]}', ${place === 'argument' && level === n ? 'requireUser, ' : ''}r${n + 1});`);
          if (place === 'late' && isHere) lines.push(`r${n}.use(requireUser);`);
        }
        if (place === 'app') lines.push(`app.use('${prefix.slice(0, level + 1).join('')}', requireUser);`);
        lines.push(`app.use('/api', ${place === 'argument' && level === 0 ? 'requireUser, ' : ''}r1);`);
        return app(`depth ${depth}, guard ${place} ${level}`, lines, [get(`${prefix.slice(0, depth).join('')}/:id`)]);
      }),
    ),
  );
}

/** What is in the chain, or around the handler. */
function elements(): Case[] {
  const chains: [string, string][] = [
    ['requireUser', `requireUser, ${ok}`],
    ['a factory', `requireRole('admin'), ${ok}`],
    ['positive form', `positive, ${ok}`],
    ['next with an error', `failing, ${ok}`],
    ['async', `awaiting, ${ok}`],
    ['trace', `trace, ${ok}`],
    ['a token of any kind', `hasToken, ${ok}`],
    ['lenient', `lenient, ${ok}`],
    ['an array', `[trace, requireUser], ${ok}`],
    ['an array with the handler', `[trace, requireUser, ${ok}]`],
    ['a guarding wrapper', `withUser(${ok})`],
    ['a catching wrapper', `wrapped(${ok})`],
    ['wrappers of both kinds', `wrapped(withUser(${ok}))`],
    ['a helper that answers', '(req, res) => { if (refuses(req, res)) return; res.json({ ok: true }); }'],
    ['a helper that tells', '(req, res) => { if (!isKnown(req)) { res.status(403).end(); return; } res.json({ ok: true }); }'],
    ['a helper that nobody heeds', '(req, res) => { const known = isKnown(req); res.json({ known }); }'],
    [
      'inline',
      `(req, res, next) => { if (req.headers.authorization !== process.env.API_KEY) { res.status(401).end(); return; } next(); }, ${ok}`,
    ],
    ['two guards', `requireUser, requireRole('admin'), ${ok}`],
  ];
  return chains.map(([name, chain]) => app(`chain: ${name}`, [`app.get('/items', ${chain});`], [get('/items')]));
}

function arrangements(major: number): Case[] {
  const star = major === 4 ? '*' : '/{*rest}';
  return [
    app(
      'router of the same prefix leaks its guard',
      [
        'const a = Router();',
        'a.use(requireUser);',
        `a.get('/a', ${ok});`,
        'const b = Router();',
        `b.get('/b', ${ok});`,
        "app.use('/api', a);",
        "app.use('/api', b);",
      ],
      [get('/api/a'), get('/api/b')],
    ),
    app(
      'router of the same prefix, guarded later',
      [
        'const a = Router();',
        `a.get('/a', ${ok});`,
        'const b = Router();',
        'b.use(requireUser);',
        `b.get('/b', ${ok});`,
        "app.use('/api', a);",
        "app.use('/api', b);",
      ],
      [get('/api/a'), get('/api/b')],
    ),
    app(
      'router of another prefix',
      [
        'const a = Router();',
        'a.use(requireUser);',
        `a.get('/a', ${ok});`,
        'const b = Router();',
        `b.get('/b', ${ok});`,
        "app.use('/one', a);",
        "app.use('/two', b);",
      ],
      [get('/one/a'), get('/two/b')],
    ),
    app(
      'router on a prefix inside the other',
      [
        'const a = Router();',
        'a.use(requireUser);',
        `a.get('/a', ${ok});`,
        'const b = Router();',
        `b.get('/b', ${ok});`,
        "app.use('/api', a);",
        "app.use('/api/two', b);",
      ],
      [get('/api/a'), get('/api/two/b')],
    ),
    app(
      'routers on the root',
      [
        'const a = Router();',
        'a.use(requireUser);',
        `a.get('/a', ${ok});`,
        'const b = Router();',
        `b.get('/b', ${ok});`,
        'app.use(a);',
        'app.use(b);',
      ],
      [get('/a'), get('/b')],
    ),
    app(
      'a path of a router leaks to that path',
      [
        'const a = Router();',
        "a.use('/b', requireUser);",
        `a.get('/a', ${ok});`,
        'const b = Router();',
        `b.get('/b', ${ok});`,
        `b.get('/c', ${ok});`,
        "app.use('/api', a);",
        "app.use('/api', b);",
      ],
      [get('/api/a'), get('/api/b'), get('/api/c')],
    ),
    app(
      'a guarded sub-application',
      [
        'const sub = express();',
        'sub.use(requireUser);',
        `sub.get('/a', ${ok});`,
        `sub.get('/b', ${ok});`,
        "app.use('/sub', sub);",
        `app.get('/sub/open', ${ok});`,
      ],
      [get('/sub/a'), get('/sub/b'), get('/sub/open')],
    ),
    app('route().all before get', [`app.route('/items').all(requireUser).get(${ok});`], [get('/items')]),
    app(
      'route().get with a guard',
      [`app.route('/items').get(requireUser, ${ok}).post(${ok});`],
      [get('/items'), { method: 'POST', path: '/items' }],
    ),
    app(
      'all on a path',
      ["app.all('/items', requireUser);", `app.get('/items', ${ok});`, `app.get('/items/:id', ${ok});`],
      [get('/items'), get('/items/:id')],
    ),
    app('all on everything', [`app.all('${star}', requireUser);`, `app.get('/items', ${ok});`], [get('/items')]),
    app(
      'get on a path before get',
      ["app.get('/items', requireUser);", `app.get('/items', ${ok});`, `app.post('/items', ${ok});`],
      [{ method: 'POST', path: '/items' }],
    ),
    app(
      'several prefixes',
      ["app.use(['/a', '/b'], requireUser);", `app.get('/a', ${ok});`, `app.get('/b/x', ${ok});`, `app.get('/c', ${ok});`],
      [get('/a'), get('/b/x'), get('/c')],
    ),
    app('several middlewares in one use', ["app.use('/a', trace, requireUser);", `app.get('/a', ${ok});`], [get('/a')]),
    app('an array of middlewares', ['const chain = [trace, requireUser];', 'app.use(chain);', `app.get('/a', ${ok});`], [get('/a')]),
    app(
      'a loop over prefixes',
      ["for (const prefix of ['/a', '/b']) app.use(prefix, requireUser);", `app.get('/a', ${ok});`, `app.get('/c', ${ok});`],
      [get('/a'), get('/c')],
    ),
    app(
      'a table of routers',
      [
        'const a = Router();',
        `a.get('/x', ${ok});`,
        'const b = Router();',
        'b.use(requireUser);',
        `b.get('/y', ${ok});`,
        "const table = [{ path: '/a', router: a }, { path: '/b', router: b }];",
        'table.forEach((row) => app.use(row.path, row.router));',
      ],
      [get('/a/x'), get('/b/y')],
    ),
    app(
      'mounted twice, once with a guard',
      ['const a = Router();', `a.get('/x', ${ok});`, "app.use('/safe', requireUser, a);", "app.use('/open', a);"],
      [get('/open/x')],
    ),
    app(
      'a hoisted guard in a function',
      [
        'function register() {',
        "  app.use('/a', local);",
        `  app.get('/a', ${ok});`,
        `  app.get('/b', ${ok});`,
        '  function local(req: express.Request, res: express.Response, next: express.NextFunction) {',
        '    if (req.headers.authorization !== process.env.API_KEY) return res.status(401).end();',
        '    next();',
        '  }',
        '}',
        'register();',
      ],
      [get('/a'), get('/b')],
    ),
    app(
      'an error handler in between',
      [
        'app.use((error: Error, req: express.Request, res: express.Response, next: express.NextFunction) => { res.status(401).end(); });',
        `app.get('/a', ${ok});`,
      ],
      [get('/a')],
    ),
    app(
      'registered in another file',
      ['app.use(trace);', 'register(app);', `app.get('/after', ${ok});`].map((line, index) =>
        index === 0 ? `import { register } from './routes';\n${line}` : line,
      ),
      [get('/in'), get('/early'), get('/after')],
      {
        'src/routes.ts': `import type { Express } from 'express';\nimport { requireUser } from './guards';\n\nexport function register(app: Express) {\n  app.get('/early', ${ok});\n  app.use(requireUser);\n  app.get('/in', ${ok});\n}\n`,
      },
    ),
    app(
      'routers of other files',
      [
        "import users from './users';",
        "import { orders } from './orders';",
        "app.use('/users', users);",
        "app.use('/orders', requireUser, orders);",
      ],
      [get('/users/me'), get('/users/all'), get('/orders/:id')],
      {
        'src/users.ts': `import { Router } from 'express';\nimport { requireUser as guard } from './barrel';\n\nconst router = Router();\nrouter.get('/me', guard, ${ok});\nrouter.get('/all', ${ok});\nexport default router;\n`,
        'src/orders.ts': `import express from 'express';\n\nexport const orders = express.Router();\norders.get('/:id', ${ok});\n`,
        'src/barrel.ts': "export * from './guards';\n",
      },
    ),
    app(
      'a class of controllers',
      [
        "import { Items } from './items';",
        'const items = new Items();',
        "app.get('/open', items.list);",
        "app.get('/safe', items.guard, items.list);",
        "app.get('/inside', items.own);",
      ],
      [get('/open'), get('/safe'), get('/inside')],
      {
        'src/items.ts':
          "import type { NextFunction, Request, Response } from 'express';\n\nexport class Items {\n  guard(req: Request, res: Response, next: NextFunction) {\n    if (req.headers.authorization !== process.env.API_KEY) return res.status(401).end();\n    next();\n  }\n  list = (req: Request, res: Response) => { res.json([]); };\n  own = (req: Request, res: Response) => {\n    if (req.headers.authorization !== process.env.API_KEY) { res.status(401).end(); return; }\n    res.json([]);\n  };\n}\n",
      },
    ),
    app(
      'paths that the guard lets through',
      [
        "app.use((req, res, next) => { if (req.path.startsWith('/open')) return next(); requireUser(req, res, next); });",
        `app.get('/open/x', ${ok});`,
        `app.get('/items', ${ok});`,
      ],
      [get('/open/x'), get('/items')],
    ),
    app(
      'paths that the guard is for',
      [
        "app.use((req, res, next) => { if (req.path.startsWith('/safe') && req.headers.authorization !== process.env.API_KEY) { res.status(401).end(); return; } next(); });",
        `app.get('/safe/x', ${ok});`,
        `app.get('/items', ${ok});`,
      ],
      [get('/safe/x'), get('/items')],
    ),
    app(
      'a guard for writing',
      [
        "app.use((req, res, next) => { if (req.method === 'GET') return next(); requireUser(req, res, next); });",
        `app.get('/items', ${ok});`,
        `app.post('/items', ${ok});`,
      ],
      [get('/items'), { method: 'POST', path: '/items' }],
    ),
    app(
      'a route before a later router with a guard',
      [
        `app.get('/api/early', ${ok});`,
        'const a = Router();',
        'a.use(requireUser);',
        `a.get('/x', ${ok});`,
        "app.use('/api', a);",
        `app.get('/api/late', ${ok});`,
      ],
      [get('/api/early'), get('/api/x'), get('/api/late')],
    ),
    app(
      'a guard behind the answer',
      [
        `app.get('/a', (req, res) => { res.json({}); }, requireUser);`,
        `app.get('/b', (req, res, next) => { res.json({}); }, requireUser, ${ok});`,
        "app.get('/c', list, requireUser, list);",
        `app.get('/d', trace, requireUser, list);`,
        "app.get('/e', wrapped(list), requireUser);",
        'function list(req: express.Request, res: express.Response) { res.json([]); }',
      ],
      ['/a', '/b', '/c', '/d', '/e'].map((path) => get(path)),
    ),
    app(
      'paths and prefixes of another file',
      [
        "import { API, paths } from './paths';",
        "import * as all from './paths';",
        'const a = Router();',
        'a.get(paths.items, requireUser, (req, res) => { res.json([]); });',
        'a.get(paths.nested.open, (req, res) => { res.json([]); });',
        'app.use(API, a);',
        'app.get(`${all.API}/late`, (req, res) => { res.json([]); });',
      ],
      [get('/api/v1/items'), get('/api/v1/open'), get('/api/v1/late')],
      { 'src/paths.ts': "export const API = '/api/v1';\nexport const paths = { items: '/items', nested: { open: '/open' } } as const;\n" },
    ),
    app(
      'a guard for all methods of a path',
      ["app.all('/a', requireUser);", `app.get('/a', ${ok});`, `app.get('/b', ${ok});`],
      [get('/a'), get('/b')],
    ),
    app(
      'a router that is filled after mounting',
      ['const a = Router();', "app.use('/api', a);", 'app.use(requireUser);', `a.get('/x', ${ok});`, `app.get('/y', ${ok});`],
      [get('/api/x'), get('/y')],
    ),
  ];
}

/** Routers and applications that functions make. */
function made(): Case[] {
  const make = ['function make() {', '  const router = Router();', `  router.get('/x', ${ok});`, '  return router;', '}'];
  return [
    app('made by a function', [...make, "app.use('/a', make());"], [get('/a/x')]),
    app('made by a function, behind a guard', [...make, "app.use('/a', requireUser, make());"], [get('/a/x')]),
    app('made by a function, before the guard', [...make, "app.use('/a', make());", 'app.use(requireUser);'], [get('/a/x')]),
    app(
      'made twice, once added to',
      [
        ...make,
        'const a = make();',
        `a.use(requireUser).get('/a', ${ok});`,
        'const b = make();',
        `b.get('/b', ${ok});`,
        "app.use('/a', a).use('/b', b);",
      ],
      [get('/a/a'), get('/b/b')],
    ),
    app(
      'made with a guard inside',
      [
        'const make = (prefix: string) => {',
        '  const router = Router();',
        `  router.get('/open', ${ok});`,
        '  router.use(requireUser);',
        `  router.get('/x', ${ok});`,
        '  return router;',
        '};',
        "app.use('/a', make('/'));",
      ],
      [get('/a/open'), get('/a/x')],
    ),
    app(
      'made in a chain',
      [`const make = () => Router().get('/x', ${ok}).get('/y', requireUser, ${ok});`, "app.use('/a', make());"],
      [get('/a/x'), get('/a/y')],
    ),
    app(
      'an application made by a function',
      [
        'function make() {',
        '  const inner = express();',
        '  inner.use(requireUser);',
        `  inner.get('/x', ${ok});`,
        '  return inner;',
        '}',
        'const inner = make();',
        `inner.get('/late', ${ok});`,
        "app.use('/a', inner);",
      ],
      [get('/a/x'), get('/a/late')],
    ),
    app(
      'made in another file',
      [
        "import makeUsers, { makeOrders } from './made';",
        "app.use('/users', makeUsers({}));",
        "app.use('/orders', requireUser, makeOrders());",
      ],
      [get('/users/x'), get('/users/y'), get('/orders/x')],
      {
        'src/made.ts': `import { Router } from 'express';\nimport { requireUser } from './guards';\n\nexport default function makeUsers(deps: object) {\n  const router = Router();\n  router.get('/x', ${ok});\n  router.use(requireUser);\n  router.get('/y', ${ok});\n  return router;\n}\nexport function makeOrders() {\n  const router = Router();\n  router.get('/x', ${ok});\n  return router;\n}\n`,
      },
    ),
    app(
      'kept by a class',
      [
        "import { Items } from './items';",
        "app.use('/a', new Items().router);",
        'const items = new Items();',
        "app.use('/safe', requireUser, items.getRouter());",
      ],
      [get('/a/items'), get('/a/items/safe')],
      {
        'src/items.ts': `import { Router } from 'express';\nimport { requireUser } from './guards';\n\nexport class Items {\n  path = '/items';\n  router = Router();\n  constructor() {\n    this.addRoutes();\n  }\n  getRouter() {\n    return this.router;\n  }\n  private addRoutes() {\n    this.router.get(this.path, ${ok});\n    this.router.get(\`\${this.path}/safe\`, requireUser, ${ok});\n  }\n}\n`,
      },
    ),
    app(
      'handed out in an object',
      [
        'function make() {',
        '  const router = Router();',
        `  router.get('/x', ${ok});`,
        '  router.use(requireUser);',
        `  router.get('/y', ${ok});`,
        "  return { router, name: 'a' };",
        '}',
        'const { router } = make();',
        "app.use('/a', router);",
      ],
      [get('/a/x'), get('/a/y')],
    ),
    app(
      'made by a method',
      ["import { Items } from './items';", 'const items = new Items();', "app.use('/a', items.routes());"],
      [get('/a/x')],
      {
        'src/items.ts': `import { Router } from 'express';\n\nexport class Items {\n  routes() {\n    const router = Router();\n    router.get('/x', ${ok});\n    return router;\n  }\n}\n`,
      },
    ),
  ];
}

/** Guards that functions are given. */
function given(): Case[] {
  const make = (parameters: string, guard: string) => [
    `function make(${parameters}) {`,
    '  const router = Router();',
    `  router.get('/open', ${ok});`,
    `  router.use(${guard});`,
    `  router.get('/x', ${ok});`,
    '  return router;',
    '}',
  ];
  const both = [get('/a/open'), get('/a/x')];
  return [
    app('a function given a guard', [...make('guard: express.RequestHandler', 'guard'), "app.use('/a', make(requireUser));"], both),
    app(
      'a function given something else',
      [...make('requireAuth: express.RequestHandler', 'requireAuth'), "app.use('/a', make(trace));"],
      both,
    ),
    app(
      'a function given a guard in an object',
      [
        ...make('{ guard }: { guard: express.RequestHandler }', 'guard'),
        'const deps = { guard: requireUser };',
        "app.use('/a', make(deps));",
      ],
      both,
    ),
    app(
      'a function given what makes a guard',
      [...make('role: (name: string) => express.RequestHandler', "role('admin')"), "app.use('/a', make(requireRole));"],
      both,
    ),
    app(
      'a function with a guard to fall back to',
      [...make('guard: express.RequestHandler = requireUser', 'guard'), "app.use('/a', make());"],
      both,
    ),
    app(
      'a function of another file given a guard',
      ["import { makeUsers } from './made';", "app.use('/a', makeUsers({ guards: { user: requireUser, log: trace } }));"],
      [get('/a/x'), get('/a/y')],
      {
        'src/made.ts': `import { Router, type RequestHandler } from 'express';\n\ninterface Deps { guards: { user: RequestHandler; log: RequestHandler } }\nexport const makeUsers = (deps: Deps) => Router().get('/x', deps.guards.log, ${ok}).get('/y', deps.guards.user, ${ok});\n`,
      },
    ),
    app(
      'a guard handed on',
      [
        ...make('guard: express.RequestHandler', 'guard'),
        "const outer = (guard: express.RequestHandler) => Router().use('/in', make(guard));",
        "app.use('/a', outer(requireUser));",
      ],
      [get('/a/in/open'), get('/a/in/x')],
    ),
    app(
      'a guard beside the application',
      ["import { add } from './add';", 'add(app, { guard: requireUser });'],
      [get('/open'), get('/x')],
      {
        'src/add.ts': `import type { Express, RequestHandler } from 'express';\n\nexport function add(app: Express, { guard }: { guard: RequestHandler }) {\n  app.get('/open', ${ok});\n  app.get('/x', guard, ${ok});\n}\n`,
      },
    ),
  ];
}

/** Routes that stand in tables. */
function tables(): Case[] {
  const rows = [
    `const rows = [{ method: 'get', path: '/x', guards: [requireUser], handler: list }, { method: 'post', path: '/x', guards: [trace], handler: list }, { method: 'get', path: '/y', handler: list }] as { method: 'get' | 'post'; path: string; guards?: express.RequestHandler[]; handler: express.RequestHandler }[];`,
    'function list(req: express.Request, res: express.Response) { res.json([]); }',
  ];
  const all = [get('/x'), { method: 'POST', path: '/x' }, get('/y')];
  return [
    app('a table of routes', [...rows, 'rows.forEach((row) => app[row.method](row.path, ...(row.guards ?? []), row.handler));'], all),
    app(
      'a table of routes, taken apart',
      [...rows, 'for (const { method, path, guards = [], handler } of rows) app[method](path, ...guards, handler);'],
      all,
    ),
    app(
      'a table of routes for one method',
      [
        "const rows = [{ path: '/x' }, { path: '/y' }];",
        `for (const row of rows) app.get(row.path, requireUser, ${ok});`,
        `app.get('/z', ${ok});`,
      ],
      [get('/x'), get('/y'), get('/z')],
    ),
    app(
      'a table of lists',
      [
        "const rows = [['/x', requireUser], ['/y', trace]] as [string, express.RequestHandler][];",
        `for (const [path, guard] of rows) app.get(path, guard, ${ok});`,
      ],
      [get('/x'), get('/y')],
    ),
    app(
      'an object of handlers',
      [
        `const rows: Record<string, express.RequestHandler[]> = { '/x': [requireUser, (req, res) => { res.json([]); }], '/y': [(req, res) => { res.json([]); }] };`,
        'for (const [path, handlers] of Object.entries(rows)) app.get(path, ...handlers);',
      ],
      [get('/x'), get('/y')],
    ),
    app(
      'a list of controllers',
      [
        "import { Open, Safe } from './controllers';",
        'function add(list: { router: Router }[]) {',
        "  list.forEach((item) => app.use('/api', item.router));",
        '}',
        'add([new Open(), new Safe()]);',
      ],
      [get('/api/open'), get('/api/safe')],
      {
        'src/controllers.ts': `import { Router } from 'express';\nimport { requireUser } from './guards';\n\nexport class Open {\n  router = Router();\n  constructor() {\n    this.router.get('/open', ${ok});\n  }\n}\nexport class Safe {\n  router = Router();\n  constructor() {\n    this.router.get('/safe', requireUser, ${ok});\n  }\n}\n`,
      },
    ),
    app(
      'a list of routers that a class is handed',
      [
        'const a = Router();',
        `a.get('/a', ${ok});`,
        'const b = Router();',
        `b.get('/b', requireUser, ${ok});`,
        'class Server {',
        '  constructor(routers: Router[]) {',
        '    this.add(routers);',
        '  }',
        '  private add(routers: Router[]) {',
        '    for (const router of routers) app.use(router);',
        '  }',
        '}',
        'new Server([a, b]);',
      ],
      [get('/a'), get('/b')],
    ),
    app(
      'paths taken out of another file',
      [
        "import { paths } from './paths';",
        'const { items, open } = paths;',
        `app.get(items.all, requireUser, ${ok});`,
        `app.get(open, ${ok});`,
      ],
      [get('/items'), get('/open')],
      { 'src/paths.ts': "export const paths = { items: { all: '/items' }, open: '/open' };\n" },
    ),
  ];
}

const controller = (name: string, path: string, guards: string): string =>
  `import { Router } from 'express';\nimport { requireUser } from './guards';\n\nexport class ${name} {\n  path = '${path}';\n  router = Router();\n  constructor() {\n    ${guards}this.router.get('/all', ${ok});\n  }\n}\n`;

/** Tables, lists of controllers and routers of other files. */
function foreign(): Case[] {
  const rows = `import type { RequestHandler } from 'express';\nimport { requireUser, trace } from './guards';\n\nconst list: RequestHandler = (req, res) => { res.json([]); };\nexport const rows: { method: 'get' | 'post'; path: string; guards: RequestHandler[]; handler: RequestHandler }[] = [\n  { method: 'get', path: '/x', guards: [requireUser], handler: list },\n  { method: 'post', path: '/x', guards: [trace], handler: list },\n];\n`;
  const more = `import { rows } from './rows';\nimport { requireUser } from './guards';\n\nexport const all = [...rows, { method: 'get' as const, path: '/y', guards: [requireUser], handler: rows[0]!.handler }];\n`;
  const routers = `import { Router } from 'express';\nimport { requireUser } from './guards';\n\nconst open = Router();\nopen.get('/all', ${ok});\nconst safe = Router();\nsafe.get('/all', requireUser, ${ok});\nexport const routers = [{ path: '/open', route: open }, { path: '/safe', route: safe }];\n`;
  const controllers = {
    'src/open.ts': controller('Open', '/open', ''),
    'src/safe.ts': controller('Safe', '/safe', 'this.router.use(requireUser); '),
    'src/late.ts': controller('Late', '/safe/late', ''),
    'src/all.ts':
      "import { Late } from './late';\nimport { Open } from './open';\nimport { Safe } from './safe';\n\nexport const controllers = [new Open(), new Safe(), new Late()];\n",
  };
  const served = [get('/open/all'), get('/safe/all'), get('/safe/late/all')];
  return [
    app(
      'a table of another file',
      ["import { rows } from './rows';", 'rows.forEach((row) => app[row.method](row.path, ...row.guards, row.handler));'],
      [get('/x'), { method: 'POST', path: '/x' }],
      { 'src/rows.ts': rows },
    ),
    app(
      'a table of other files below a prefix',
      [
        "import { all } from './more';",
        'for (const { method, path, guards, handler } of all) app[method](`/api${path}`, guards, handler);',
      ],
      [get('/api/x'), { method: 'POST', path: '/api/x' }, get('/api/y')],
      { 'src/rows.ts': rows, 'src/more.ts': more },
    ),
    app(
      'a table of routers of another file',
      ["import { routers } from './routers';", 'routers.forEach((row) => app.use(row.path, row.route));'],
      [get('/open/all'), get('/safe/all')],
      { 'src/routers.ts': routers },
    ),
    app(
      'controllers of another file under paths of their own',
      ["import { controllers } from './all';", 'controllers.forEach((item) => app.use(item.path, item.router));'],
      served,
      controllers,
    ),
    app(
      'controllers that a class mounts under paths of their own',
      [
        "import { controllers } from './all';",
        'class Server {',
        '  constructor(items: { path: string; router: Router }[]) {',
        '    for (const item of items) app.use(item.path, item.router);',
        '  }',
        '}',
        'new Server(controllers);',
      ],
      [get('/open/all'), get('/safe/all')],
      controllers,
    ),
  ];
}

/** Guards that classes are given. */
function classes(): Case[] {
  const users = `import { Router, type RequestHandler } from 'express';\n\nexport class UserRoutes {\n  router = Router();\n  constructor(private guard: RequestHandler) {\n    this.router.get('/users', this.guard, ${ok});\n  }\n}\n`;
  const kept = `import { Router, type RequestHandler } from 'express';\n\nexport class UserRoutes {\n  router = Router();\n  constructor(private auth: { requireUser: RequestHandler }) {\n    this.router.get('/users', this.auth.requireUser, ${ok});\n  }\n}\n`;
  const use = (given: string): string[] => ["import { UserRoutes } from './users';", `app.use(new UserRoutes(${given}).router);`];
  const object = (name: string, body: string): string =>
    `class ${name} {\n  requireUser(req: express.Request, res: express.Response, next: express.NextFunction) {\n    ${body}\n  }\n}`;
  return [
    app('a class that is given a guard', use('requireUser'), [get('/users')], { 'src/users.ts': users }),
    app('a class that is given something else', use('trace'), [get('/users')], { 'src/users.ts': users }),
    app(
      'a class that is given an object with a guard',
      [object('Auth', 'requireUser(req, res, next);'), ...use('new Auth()')],
      [get('/users')],
      { 'src/users.ts': kept },
    ),
    app('a class that is given an object with something else', [object('Trace', 'next();'), ...use('new Trace()')], [get('/users')], {
      'src/users.ts': kept,
    }),
  ];
}

/** Callbacks for parameters of paths. */
function parameters(): Case[] {
  return [
    app(
      'a guard for a parameter',
      [
        'const router = Router();',
        `router.get('/:id', ${ok});`,
        `router.get('/all/list', ${ok});`,
        `router.get('/other/:other', ${ok});`,
        "router.param('id', (req, res, next) => requireUser(req, res, next));",
        "app.use('/items', router);",
        `app.get('/:id', ${ok});`,
      ],
      [get('/items/:id'), get('/items/all/list'), get('/items/other/:other'), get('/:id')],
    ),
    app(
      'a guard for a parameter of the router around another',
      [
        'const open = Router({ mergeParams: true });',
        `open.get('/notes', ${ok});`,
        `open.get('/notes/:id', ${ok});`,
        'const safe = Router({ mergeParams: true });',
        `safe.get('/notes', ${ok});`,
        'const outer = Router();',
        "outer.param('id', (req, res, next) => requireUser(req, res, next));",
        "outer.use('/open', open);",
        "outer.use('/items/:id', safe);",
        'app.use(outer);',
      ],
      [get('/open/notes'), get('/open/notes/:id'), get('/items/:id/notes')],
    ),
  ];
}

export function expressCases(major: number): Case[] {
  return [
    ...prefixes(major),
    ...nesting(),
    ...elements(),
    ...arrangements(major),
    ...made(),
    ...given(),
    ...tables(),
    ...foreign(),
    ...classes(),
    ...parameters(),
  ];
}
