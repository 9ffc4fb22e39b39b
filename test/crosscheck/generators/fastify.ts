import type { Called, Case } from '../cases';

const guards = `import type { FastifyReply, FastifyRequest } from 'fastify';

export async function requireUser(request: FastifyRequest, reply: FastifyReply) {
  if (request.headers.authorization !== \`Bearer \${process.env.API_KEY}\`) return reply.code(401).send({ error: 'Unauthorized' });
}
export async function throwing(request: FastifyRequest) {
  if (request.headers.authorization !== process.env.API_KEY) throw Object.assign(new Error('Unauthorized'), { statusCode: 401 });
}
export const requireRole = (role: string) => async (request: FastifyRequest, reply: FastifyReply) => {
  if (request.headers.authorization !== role + process.env.API_KEY) return reply.code(403).send();
};
export async function trace(request: FastifyRequest, reply: FastifyReply) {
  reply.header('x-trace', '1');
}
export async function hasToken(request: FastifyRequest, reply: FastifyReply) {
  if (!request.headers.authorization) return reply.code(401).send();
}
`;

const ok = 'async () => ({ ok: true })';

function get(path: string): Called {
  return { method: 'GET', path };
}

function app(name: string, statements: readonly string[], routes: readonly Called[], files: Record<string, string> = {}): Case {
  const text = `import Fastify, { type FastifyInstance } from 'fastify';\nimport fp from 'fastify-plugin';\nimport { requireUser, throwing, requireRole, trace, hasToken } from './guards';\n\nconst app = Fastify();\n${statements.join('\n')}\nexport default app;\n`;
  return { name, framework: 'fastify', files: { 'src/app.ts': text, 'src/guards.ts': guards, ...files }, routes: [...routes] };
}

/** Hooks of every kind, in the same context, before and after the route, in a parent, a child and a sibling. */
function hooks(): Case[] {
  const kinds = ['onRequest', 'preParsing', 'preValidation', 'preHandler', 'onSend', 'onResponse'];
  return kinds.flatMap((kind) => {
    const guard = kind === 'onSend' || kind === 'onResponse' ? 'trace' : kind === 'preParsing' ? 'throwing' : 'requireUser';
    const hook = `addHook('${kind}', ${guard});`;
    return [
      app(`${kind} before`, [`app.${hook}`, `app.get('/x', ${ok});`], [get('/x')]),
      app(`${kind} after`, [`app.get('/x', ${ok});`, `app.${hook}`], [get('/x')]),
      app(
        `${kind} in a plugin`,
        [`app.register(async (scope) => { scope.${hook} scope.get('/in', ${ok}); }, { prefix: '/p' });`, `app.get('/out', ${ok});`],
        [get('/p/in'), get('/out')],
      ),
      app(
        `${kind} in the parent`,
        [`app.${hook}`, `app.register(async (scope) => { scope.get('/in', ${ok}); }, { prefix: '/p' });`],
        [get('/p/in')],
      ),
      app(`${kind} on the route`, [`app.get('/x', { ${kind}: ${guard} }, ${ok});`], [get('/x')]),
    ];
  });
}

function arrangements(): Case[] {
  return [
    app('nothing', [`app.get('/x', ${ok});`], [get('/x')]),
    app('several in preHandler', [`app.get('/x', { preHandler: [trace, requireUser] }, ${ok});`], [get('/x')]),
    app('a factory', [`app.get('/x', { preHandler: requireRole('admin') }, ${ok});`], [get('/x')]),
    app('trace alone', [`app.get('/x', { preHandler: [trace] }, ${ok});`], [get('/x')]),
    app('a token of any kind', [`app.get('/x', { onRequest: hasToken }, ${ok});`], [get('/x')]),
    app(
      'route with options',
      [
        `app.route({ method: 'GET', url: '/x', onRequest: [requireUser], handler: ${ok} });`,
        `app.route({ method: ['GET', 'POST'], url: '/y', handler: ${ok} });`,
      ],
      [get('/x'), get('/y'), { method: 'POST', path: '/y' }],
    ),
    app(
      'in the handler',
      [
        "app.get('/x', async (request, reply) => { if (request.headers.authorization !== process.env.API_KEY) return reply.code(401).send(); return {}; });",
      ],
      [get('/x')],
    ),
    app(
      'sibling plugins',
      [
        `app.register(async (a) => { a.addHook('onRequest', requireUser); a.get('/a', ${ok}); });`,
        `app.register(async (b) => { b.get('/b', ${ok}); });`,
      ],
      [get('/a'), get('/b')],
    ),
    app(
      'fastify-plugin breaks encapsulation',
      [
        "app.register(fp(async (scope: FastifyInstance) => { scope.addHook('onRequest', requireUser); }));",
        `app.register(async (b) => { b.get('/b', ${ok}); });`,
      ],
      [get('/b')],
    ),
    app(
      'fastify-plugin inside a plugin',
      [
        `app.register(async (a) => { a.register(fp(async (scope: FastifyInstance) => { scope.addHook('onRequest', requireUser); })); a.register(async (inner) => { inner.get('/a', ${ok}); }); });`,
        `app.register(async (b) => { b.get('/b', ${ok}); });`,
      ],
      [get('/a'), get('/b')],
    ),
    app(
      'nested prefixes',
      [
        `app.register(async (a) => { a.addHook('preHandler', requireUser); a.register(async (b) => { b.get('/x', ${ok}); }, { prefix: '/b' }); }, { prefix: '/a' });`,
        `app.get('/a/b/y', ${ok});`,
      ],
      [get('/a/b/x'), get('/a/b/y')],
    ),
    app(
      'a named plugin',
      [
        "app.register(items, { prefix: '/items' });",
        'async function items(scope: FastifyInstance) {',
        "  scope.addHook('onRequest', requireUser);",
        `  scope.get('/x', ${ok});`,
        '}',
        `app.get('/items', ${ok});`,
      ],
      [get('/items/x'), get('/items')],
    ),
    app(
      'plugins of other files',
      [
        "import orders from './orders';",
        "import { guard } from './guard';",
        'app.register(guard);',
        "app.register(orders, { prefix: '/orders' });",
        `app.get('/open', ${ok});`,
      ],
      [get('/orders/:id'), get('/orders/safe'), get('/open')],
      {
        'src/orders.ts': `import type { FastifyInstance } from 'fastify';\nimport { requireUser } from './guards';\n\nexport default async function orders(app: FastifyInstance) {\n  app.get('/:id', ${ok});\n  app.get('/safe', { preHandler: requireUser }, ${ok});\n}\n`,
        'src/guard.ts':
          "import type { FastifyInstance } from 'fastify';\nimport { requireUser } from './guards';\n\nexport async function guard(app: FastifyInstance) {\n  app.addHook('onRequest', requireUser);\n}\n",
      },
    ),
    app(
      'a shared plugin of another file',
      ["import { guard } from './guard';", 'app.register(guard);', `app.register(async (scope) => { scope.get('/x', ${ok}); });`],
      [get('/x')],
      {
        'src/guard.ts':
          "import type { FastifyInstance } from 'fastify';\nimport fp from 'fastify-plugin';\nimport { requireUser } from './guards';\n\nexport const guard = fp(async (app: FastifyInstance) => {\n  app.addHook('onRequest', requireUser);\n});\n",
      },
    ),
    app(
      'a decorator as hook',
      [
        "app.decorate('authenticate', requireUser);",
        `app.register(async (scope) => { scope.get('/x', { onRequest: [(scope as never as { authenticate: typeof requireUser }).authenticate] }, ${ok}); });`,
      ],
      [get('/x')],
    ),
    app(
      'paths that the hook lets through',
      [
        "app.addHook('onRequest', async (request, reply) => { if (request.url.startsWith('/open')) return; if (request.headers.authorization !== process.env.API_KEY) return reply.code(401).send(); });",
        `app.get('/open', ${ok});`,
        `app.get('/items', ${ok});`,
      ],
      [get('/open'), get('/items')],
    ),
    app(
      'registered by a function',
      [
        'register(app);',
        'function register(server: FastifyInstance) {',
        "  server.addHook('onRequest', requireUser);",
        `  server.get('/x', ${ok});`,
        '}',
      ],
      [get('/x')],
    ),
  ];
}

/** Plugins and scopes that functions make. */
function made(): Case[] {
  return [
    app(
      'a plugin that a function gives',
      [
        'function items(path: string) {',
        '  return async (scope: FastifyInstance) => {',
        `    scope.get('/x', ${ok});`,
        "    scope.get('/y', { onRequest: requireUser }, async () => path);",
        '  };',
        '}',
        "app.register(items('a'), { prefix: '/items' });",
      ],
      [get('/items/x'), get('/items/y')],
    ),
    app(
      'a plugin that a function gives, behind a hook',
      [
        "app.addHook('onRequest', requireUser);",
        'const items = () => async (scope: FastifyInstance) => {',
        `  scope.get('/x', ${ok});`,
        '};',
        "app.register(items(), { prefix: '/items' });",
      ],
      [get('/items/x')],
    ),
    app(
      'a plugin that a function of another file gives',
      ["import { items } from './items';", "app.register(items({}), { prefix: '/items' });"],
      [get('/items/x'), get('/items/y')],
      {
        'src/items.ts': `import type { FastifyInstance } from 'fastify';\nimport { requireUser } from './guards';\n\nexport function items(deps: object) {\n  return async function (app: FastifyInstance) {\n    app.get('/x', ${ok});\n    app.get('/y', { preHandler: requireUser }, ${ok});\n  };\n}\n`,
      },
    ),
  ];
}

/** Hooks that plugins are given, and routes that stand in tables. */
function given(): Case[] {
  const byOption = [
    'const items = async (scope: FastifyInstance, opts: { preHandler: typeof trace }) => {',
    `  scope.get('/x', { preHandler: opts.preHandler }, ${ok});`,
    `  scope.get('/y', ${ok});`,
    '};',
  ];
  const byMaker = [
    'const items = (guard: typeof trace) => async (scope: FastifyInstance) => {',
    "  scope.addHook('onRequest', guard);",
    `  scope.get('/x', ${ok});`,
    '};',
  ];
  const rows = [
    `const rows = [{ method: 'GET', url: '/x', onRequest: requireUser, handler: ${ok} }, { method: ['POST', 'PUT'], url: '/y', handler: ${ok} }];`,
  ];
  return [
    app(
      'a plugin given a hook',
      [...byOption, "app.register(items, { prefix: '/items', preHandler: requireUser });"],
      [get('/items/x'), get('/items/y')],
    ),
    app(
      'a plugin given another hook',
      [...byOption, "app.register(items, { prefix: '/items', preHandler: trace });"],
      [get('/items/x'), get('/items/y')],
    ),
    app('a plugin made with a hook', [...byMaker, "app.register(items(requireUser), { prefix: '/items' });"], [get('/items/x')]),
    app('a plugin made with another hook', [...byMaker, "app.register(items(trace), { prefix: '/items' });"], [get('/items/x')]),
    app(
      'a table of routes',
      [...rows, 'for (const row of rows) app.route(row);'],
      [get('/x'), { method: 'POST', path: '/y' }, { method: 'PUT', path: '/y' }],
    ),
    app('a table of routes, each', [...rows, 'rows.forEach((row) => app.route(row));'], [get('/x'), { method: 'PUT', path: '/y' }]),
  ];
}

export function fastifyCases(): Case[] {
  return [...hooks(), ...arrangements(), ...made(), ...given()];
}
