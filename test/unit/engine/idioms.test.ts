import assert from 'node:assert/strict';
import { idiomsOf } from '../../../src/engine/idioms';
import { ProjectFiles } from '../../../src/engine/project';
import { ProjectModel } from '../../../src/facts/projectModel';
import { RouteTree } from '../../../src/facts/routeTree';
import { tablesOf } from '../../../src/facts/tables';
import { libraries } from '../../../src/libraries';
import { defaultConfig } from '../../../src/model/config';
import type { ProjectIdioms } from '../../../src/model/rule';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';

const manifest = (dependencies: Record<string, string>, more: Record<string, unknown> = {}) =>
  JSON.stringify({ name: 'shop', dependencies, ...more });

/** The idioms of a project as seen from one of its files. */
function idiomsIn(file: string, files: Record<string, string>): ProjectIdioms {
  const all = { 'package.json': manifest({ express: '4.21.0', zod: '3.25.0', pino: '9.0.0' }), ...files };
  const project = new ProjectFiles(memoryWorkspace(all), defaultConfig);
  project.setFiles(Object.keys(all));
  const tables = tablesOf(libraries);
  const model = new ProjectModel(tables, project);
  const tree = new RouteTree(tables, {
    summary: (ref) => model.summary(ref),
    declaredGuard: () => undefined,
    declaredKind: () => undefined,
    declaredPublic: () => undefined,
  });
  for (const source of project.sources) tree.update(source, model.facts(source));
  return idiomsOf(file, { files: project, model, tree, tables, silent: () => [] });
}

const auth = `import jwt from 'jsonwebtoken';
export function requireAuth(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
    next();
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
}
export function requireRole(role) {
  return (req, res, next) => {
    if (req.user?.role !== role) return res.status(403).json({ error: 'Forbidden' });
    next();
  };
}
`;
const router = (lines: string, imports = '') => `import { Router } from 'express';\n${imports}export const router = Router();\n${lines}`;
const mounted = (...names: string[]) =>
  `import express from 'express';\n${names.map((name) => `import { router as ${name} } from './routes/${name}';\n`).join('')}const app = express();\n${names.map((name) => `app.use('/${name}', ${name});\n`).join('')}app.listen(3000);\n`;
const handler = `(req, res) => res.json({})`;
const orders = { framework: 'express', group: 'src/routes/orders.ts#router', path: '/orders' };

describe('guards of the project', () => {
  it('names the guard that siblings use, from the file that exports it', () => {
    const { guards } = idiomsIn('src/routes/orders.ts', {
      'src/lib/auth.ts': auth,
      'src/app.ts': mounted('orders'),
      'src/routes/orders.ts': router(
        `router.get('/', requireAuth, ${handler});\nrouter.post('/', ${handler});\n`,
        "import { requireAuth } from '../lib/auth';\n",
      ),
    });
    const [first, ...others] = guards(orders);
    assert.deepEqual(others, []);
    assert.equal(first?.expression, 'requireAuth');
    assert.deepEqual(first.from, { file: 'src/lib/auth.ts' });
    assert.equal(first.isDefault, false);
    assert.equal(first.level, 'AUTHENTICATED');
  });

  it('counts uses among siblings before all others', () => {
    const { guards } = idiomsIn('src/routes/orders.ts', {
      'src/lib/auth.ts': `${auth}export const requireApiUser = requireAuth;\nexport function requireKey(req, res, next) { if (req.user?.id !== 1) return res.status(401).end(); next(); }\n`,
      'src/app.ts': mounted('orders', 'users'),
      'src/routes/orders.ts': router(
        `router.get('/', requireKey, ${handler});\nrouter.post('/', ${handler});\n`,
        "import { requireKey } from '../lib/auth';\n",
      ),
      'src/routes/users.ts': router(
        `router.get('/', requireAuth, ${handler});\nrouter.post('/', requireAuth, ${handler});\nrouter.put('/', requireAuth, ${handler});\n`,
        "import { requireAuth } from '../lib/auth';\n",
      ),
    });
    assert.deepEqual(
      guards({ ...orders, group: 'src/routes/orders.ts#router' }).map(({ expression }) => expression),
      ['requireKey', 'requireAuth'],
    );
  });

  it('imports through the barrel that siblings import from', () => {
    const { guards, importPath } = idiomsIn('src/routes/orders.ts', {
      'src/lib/auth.ts': auth,
      'src/lib/index.ts': "export * from './auth';\n",
      'src/app.ts': mounted('orders', 'users'),
      'src/routes/users.ts': router(`router.get('/', requireAuth, ${handler});\n`, "import { requireAuth } from '../lib';\n"),
      'src/routes/orders.ts': router(`router.post('/', ${handler});\n`),
    });
    const [first] = guards(orders);
    assert.deepEqual(first?.from, { file: 'src/lib/index.ts' });
    assert.equal(importPath('src/lib/index.ts'), '../lib');
  });

  it('knows default exports, other names and whole modules', () => {
    const files = (line: string, use: string) => ({
      'src/lib/auth.ts': `${auth}export default requireAuth;\n`,
      'src/app.ts': mounted('orders', 'users'),
      'src/routes/users.ts': router(`router.get('/', ${use}, ${handler});\n`, `${line}\n`),
      'src/routes/orders.ts': router(`router.post('/', ${handler});\n`),
    });
    const guard = (line: string, use: string) => idiomsIn('src/routes/orders.ts', files(line, use)).guards(orders)[0];
    const byDefault = guard("import protect from '../lib/auth';", 'protect');
    assert.deepEqual([byDefault?.name, byDefault?.expression, byDefault?.isDefault], ['protect', 'protect', true]);
    const renamed = guard("import { requireAuth as signedIn } from '../lib/auth';", 'signedIn');
    assert.deepEqual([renamed?.name, renamed?.expression, renamed?.isDefault], ['requireAuth', 'requireAuth', false]);
    const whole = guard("import * as auth from '../lib/auth';", 'auth.requireAuth');
    assert.deepEqual([whole?.name, whole?.expression, whole?.isDefault], ['requireAuth', 'requireAuth', false]);
  });

  it('leaves out guards that no other file can import', () => {
    const files = {
      'src/app.ts': mounted('orders', 'users'),
      'src/routes/users.ts': router(`router.get('/', requireAuth, ${handler});\n`, auth.replaceAll('export ', '')),
      'src/routes/orders.ts': router(`router.post('/', ${handler});\n`),
    };
    assert.deepEqual(idiomsIn('src/routes/orders.ts', files).guards(orders), []);
    const [own] = idiomsIn('src/routes/users.ts', files).guards({ ...orders, group: 'src/routes/users.ts#router' });
    assert.deepEqual(own?.from, { file: 'src/routes/users.ts' });
    const inline = {
      ...files,
      'src/routes/users.ts': router(
        `router.get('/', (req, res, next) => { jwt.verify(req.headers.authorization, 'k'); next(); }, ${handler});\n`,
        "import jwt from 'jsonwebtoken';\n",
      ),
    };
    assert.deepEqual(idiomsIn('src/routes/orders.ts', inline).guards(orders), [], 'a guard without a name');
  });

  it('says which guards always run before one', () => {
    const { guards } = idiomsIn('src/routes/orders.ts', {
      'src/lib/auth.ts': auth,
      'src/app.ts': mounted('orders', 'users'),
      'src/routes/users.ts': router(
        `router.use(requireAuth);\nrouter.delete('/:id', requireRole('admin'), ${handler});\n`,
        "import { requireAuth, requireRole } from '../lib/auth';\n",
      ),
      'src/routes/orders.ts': router(`router.post('/', ${handler});\n`),
    });
    const all = guards(orders);
    const role = all.find(({ name }) => name === 'requireRole');
    assert.equal(role?.expression, "requireRole('admin')");
    assert.equal(role.level, 'ROLE');
    assert.deepEqual(
      role.after?.map(({ expression, from }) => ({ expression, from })),
      [{ expression: 'requireAuth', from: { file: 'src/lib/auth.ts' } }],
    );
    assert.deepEqual(all.find(({ name }) => name === 'requireAuth')?.after, []);
  });

  it('brings along what a guard is given', () => {
    const { guards } = idiomsIn('src/routes/orders.ts', {
      'src/lib/auth.ts': auth,
      'src/lib/roles.ts': "export const Roles = { admin: 'admin' };\n",
      'src/app.ts': mounted('orders', 'users'),
      'src/routes/users.ts': router(
        `router.delete('/:id', requireAuth, requireRole(Roles.admin), ${handler});\nconst local = 'x';\nrouter.put('/', requireAuth, requireRole(local), ${handler});\n`,
        "import { requireAuth, requireRole } from '../lib/auth';\nimport { Roles } from '../lib/roles';\n",
      ),
      'src/routes/orders.ts': router(`router.post('/', ${handler});\n`),
    });
    const roles = guards(orders).filter(({ name }) => name === 'requireRole');
    assert.deepEqual(
      roles.map(({ expression, needs }) => [expression, needs?.map(({ name, from }) => ({ name, from }))]),
      [['requireRole(Roles.admin)', [{ name: 'Roles', from: { file: 'src/lib/roles.ts' } }]]],
    );
  });

  const next = { framework: 'next', group: 'file-routes:', path: '/api/orders' };
  const nextFiles = (helper: string, call: string) => ({
    'package.json': manifest({ next: '15.0.0', 'next-auth': '5.0.0' }),
    'lib/auth.ts': helper,
    'app/api/users/route.ts': `import { requireUser } from '@/lib/auth';\nimport { db } from '@/lib/db';\nexport async function GET(req: Request) {\n${call}  return Response.json(await db.user.findMany());\n}\n`,
    'app/api/orders/route.ts':
      "import { db } from '@/lib/db';\nexport async function POST(request: Request) { return Response.json(await db.order.create({ data: await request.json() })); }\n",
    'lib/db.ts': "import { PrismaClient } from '@prisma/client';\nexport const db = new PrismaClient();\n",
  });
  const verify =
    "import jwt from 'jsonwebtoken';\nexport async function requireUser(request: Request) {\n  const token = request.headers.get('authorization');\n";

  it('finds helpers that handlers call, with the way they refuse', () => {
    const throwing = idiomsIn(
      'app/api/orders/route.ts',
      nextFiles(`${verify}  return jwt.verify(token!, process.env.KEY!);\n}\n`, '  const user = await requireUser(req);\n'),
    );
    const [first] = throwing.guards(next);
    assert.deepEqual([first?.name, first?.expression, first?.refusal], ['requireUser', 'requireUser(request)', 'throws']);
    assert.equal(throwing.importPath('lib/auth.ts'), '@/lib/auth');
    const asking = idiomsIn(
      'app/api/orders/route.ts',
      nextFiles(
        `${verify}  try { return jwt.verify(token!, process.env.KEY!); } catch { return null; }\n}\n`,
        "  const user = await requireUser(req);\n  if (!user) return Response.json({ error: 'Unauthorized' }, { status: 401 });\n",
      ),
    );
    assert.equal(asking.guards(next)[0]?.refusal, 'returns-empty');
  });

  it('knows how helpers of libraries refuse', () => {
    const { guards } = idiomsIn('app/api/orders/route.ts', {
      ...nextFiles('', ''),
      'lib/auth.ts': "import NextAuth from 'next-auth';\nexport const { auth, handlers } = NextAuth({});\n",
      'app/api/users/route.ts':
        "import { auth } from '@/lib/auth';\nimport { db } from '@/lib/db';\nexport async function GET() {\n  const session = await auth();\n  if (!session?.user) return new Response(null, { status: 401 });\n  return Response.json(await db.user.findMany());\n}\n",
    });
    const [first] = guards(next);
    assert.deepEqual([first?.expression, first?.refusal, first?.from], ['auth()', 'returns-empty', { file: 'lib/auth.ts' }]);
  });
});

describe('logger of the project', () => {
  const route = router(`router.get('/', (req, res) => { res.json({}); });\n`);
  const logging = (line: string) => `import { logger } from '../lib/logger';\nexport function work() { ${line} }\n`;

  it('is the exported instance of a logging library', () => {
    const { logger } = idiomsIn('src/routes/orders.ts', {
      'src/routes/orders.ts': route,
      'src/lib/logger.ts': "import pino from 'pino';\nexport const logger = pino({ level: 'info' });\n",
    });
    assert.deepEqual(
      [logger?.name, logger?.style, logger?.isDefault, logger?.from],
      ['logger', 'object-first', false, { file: 'src/lib/logger.ts' }],
    );
  });

  it('is called the way its library is', () => {
    const made = (text: string) => idiomsIn('src/routes/orders.ts', { 'src/routes/orders.ts': route, 'src/lib/logger.ts': text }).logger;
    const winston = made("import winston from 'winston';\nconst logger = winston.createLogger({});\nexport default logger;\n");
    assert.deepEqual([winston?.name, winston?.style, winston?.isDefault], ['logger', 'message-first', true]);
    assert.equal(made("import { createLogger } from 'winston';\nexport const log = createLogger({});\n")?.name, 'log');
    assert.equal(
      made("import { pino } from 'pino';\nconst base = pino();\nexport const logger = base.child({ app: 'shop' });\n")?.style,
      'object-first',
    );
    assert.equal(made("const pino = require('pino');\nmodule.exports = { logger: pino() };\n")?.name, 'logger');
  });

  it('is the one that most files import', () => {
    const { logger } = idiomsIn('src/routes/orders.ts', {
      'src/routes/orders.ts': route,
      'src/lib/auditLog.ts': "import pino from 'pino';\nexport const auditLog = pino();\n",
      'src/lib/logger.ts': "import pino from 'pino';\nexport const logger = pino();\n",
      'src/jobs/a.ts': logging("logger.info('a');"),
      'src/jobs/b.ts': logging("logger.info('b');"),
    });
    assert.deepEqual([logger?.name, logger?.uses], ['logger', 2]);
  });

  it('may be of the project’s own making, called as its users call it', () => {
    const own = (line: string) =>
      idiomsIn('src/routes/orders.ts', {
        'src/routes/orders.ts': route,
        'src/lib/logger.ts': 'export const logger = { info(...args: unknown[]) {}, error(...args: unknown[]) {} };\n',
        'src/jobs/a.ts': logging(line),
      }).logger;
    assert.equal(own("logger.error({ id: 1 }, 'failed');")?.style, 'object-first');
    assert.equal(own("logger.error('failed', { id: 1 });")?.style, 'message-first');
  });

  it('is none when there is only something named like it', () => {
    const { logger } = idiomsIn('src/routes/orders.ts', {
      'src/routes/orders.ts': route,
      'src/lib/logger.ts': 'export function logger(text: string) { console.log(text); }\n',
      'test/logger.ts': "import pino from 'pino';\nexport const logger = pino();\n",
    });
    assert.equal(logger, undefined);
  });

  it('of another world is not offered to edge functions', () => {
    const { logger } = idiomsIn('supabase/functions/orders/index.ts', {
      'supabase/functions/orders/index.ts': 'Deno.serve(async (req) => new Response(""));\n',
      'src/lib/logger.ts': "import pino from 'pino';\nexport const logger = pino();\n",
    });
    assert.equal(logger, undefined);
  });
});

describe('wrapper for async handlers', () => {
  const own = 'export const asyncHandler = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next);\n';

  it('is the project’s function that looks after rejections', () => {
    const { asyncWrapper } = idiomsIn('src/routes/orders.ts', {
      'src/lib/asyncHandler.ts': own,
      'src/routes/orders.ts': router(
        `router.get('/', asyncHandler(async ${handler}));\n`,
        "import { asyncHandler } from '../lib/asyncHandler';\n",
      ),
    });
    assert.deepEqual(
      [asyncWrapper?.name, asyncWrapper?.from, asyncWrapper?.uses],
      ['asyncHandler', { file: 'src/lib/asyncHandler.ts' }, 1],
    );
  });

  it('is nothing that merely calls what it is given', () => {
    const wrapper = (text: string) =>
      idiomsIn('src/routes/orders.ts', { 'src/lib/x.ts': text, 'src/routes/orders.ts': router('') }).asyncWrapper;
    assert.equal(wrapper('export async function retry(fn) { try { return await fn(); } catch { return fn(); } }\n'), undefined);
    assert.equal(
      wrapper('export const timed = (fn) => (req, res, next) => { console.time("x"); return fn(req, res, next); };\n'),
      undefined,
    );
  });

  it('may be a package that is in use', () => {
    const { asyncWrapper } = idiomsIn('src/routes/orders.ts', {
      'package.json': manifest({ express: '4.0.0', 'express-async-handler': '1.2.0' }),
      'src/routes/orders.ts': router(
        `router.get('/', asyncHandler(async ${handler}));\n`,
        "import asyncHandler from 'express-async-handler';\n",
      ),
    });
    assert.deepEqual([asyncWrapper?.from, asyncWrapper?.isDefault], [{ package: 'express-async-handler' }, true]);
  });
});

describe('error handler', () => {
  const app = (handler: string) => ({
    'src/app.ts': `import express from 'express';\nimport { logger } from './logger';\nconst app = express();\napp.get('/', (req, res) => res.json({}));\napp.use(${handler});\n`,
  });
  const known = (handler: string) => idiomsIn('src/app.ts', app(handler)).errorHandler;

  it('is the middleware that takes errors, and logs or does not', () => {
    assert.deepEqual(known("(err, req, res, next) => { logger.error({ err }, 'failed'); res.status(500).end(); }"), {
      file: 'src/app.ts',
      logs: true,
    });
    assert.deepEqual(known('(err, req, res, next) => { console.error(err); res.status(500).end(); }'), { file: 'src/app.ts', logs: true });
    assert.deepEqual(known('(err, req, res, next) => { res.status(500).end(); }'), { file: 'src/app.ts', logs: false });
    assert.equal(known('(req, res, next) => { logger.info(req.url); next(); }'), undefined);
  });
});

describe('error class', () => {
  const files = (cls: string, use = "throw new AppError(404, 'gone');") => ({
    'src/lib/errors.ts': cls,
    'src/routes/orders.ts': router(`router.get('/', () => { ${use} });\n`, "import { AppError } from '../lib/errors';\n"),
  });

  it('is the class with a status that is thrown', () => {
    const { errorClass } = idiomsIn(
      'src/routes/orders.ts',
      files('export class AppError extends Error { constructor(readonly status: number, message: string) { super(message); } }\n'),
    );
    assert.deepEqual([errorClass?.name, errorClass?.from, errorClass?.uses], ['AppError', { file: 'src/lib/errors.ts' }, 1]);
    const inherited = idiomsIn(
      'src/routes/orders.ts',
      files('class Base extends Error { statusCode = 500; }\nexport class AppError extends Base {}\n'),
    );
    assert.equal(inherited.errorClass?.name, 'AppError');
  });

  it('carries a status, is an error, and is used', () => {
    assert.equal(idiomsIn('src/routes/orders.ts', files('export class AppError extends Error {}\n')).errorClass, undefined);
    assert.equal(idiomsIn('src/routes/orders.ts', files('export class AppError { status = 1; }\n')).errorClass, undefined);
    assert.equal(
      idiomsIn('src/routes/orders.ts', files('export class AppError extends Error { status = 1; }\n', 'void AppError;')).errorClass,
      undefined,
    );
  });
});

describe('import paths', () => {
  const aliased = { 'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }' };
  const used = 'export function work() { return db.user.findMany(); }\n';
  const shared = {
    'src/lib/db.ts': "import { PrismaClient } from '@prisma/client';\nexport const db = new PrismaClient();\n",
    'src/lib/logger.ts': 'export const logger = 1;\n',
    'src/lib/http/index.ts': 'export const http = 1;\n',
  };
  const pathsIn = (file: string, files: Record<string, string>) => idiomsIn(file, { ...shared, ...files }).importPath;

  it('follow the file: alias, relative, with or without extension', () => {
    const alias = pathsIn('src/routes/a.ts', { ...aliased, 'src/routes/a.ts': `import { db } from '@/lib/db';\n${used}` });
    assert.equal(alias('src/lib/logger.ts'), '@/lib/logger');
    assert.equal(alias('src/lib/http/index.ts'), '@/lib/http');
    const relative = pathsIn('src/routes/a.ts', { ...aliased, 'src/routes/a.ts': `import { db } from '../lib/db';\n${used}` });
    assert.equal(relative('src/lib/logger.ts'), '../lib/logger');
    assert.equal(relative('src/lib/http/index.ts'), '../lib/http');
    const extended = pathsIn('src/routes/a.ts', { 'src/routes/a.ts': `import { db } from '../lib/db.js';\n${used}` });
    assert.equal(extended('src/lib/logger.ts'), '../lib/logger.js');
    assert.equal(extended('src/lib/http/index.ts'), '../lib/http/index.js');
    const exact = pathsIn('src/routes/a.ts', { 'src/routes/a.ts': `import { db } from '../lib/db.ts';\n${used}` });
    assert.equal(exact('src/lib/logger.ts'), '../lib/logger.ts');
  });

  it('follow the neighbours where the file imports nothing', () => {
    const alias = pathsIn('src/routes/b.ts', {
      ...aliased,
      'src/routes/a.ts': `import { db } from '@/lib/db';\n${used}`,
      'src/routes/b.ts': 'export const b = 1;\n',
    });
    assert.equal(alias('src/lib/logger.ts'), '@/lib/logger');
    const extended = pathsIn('src/routes/b.ts', {
      'src/routes/a.ts': `import { db } from '../lib/db.js';\n${used}`,
      'src/routes/b.ts': 'export const b = 1;\n',
    });
    assert.equal(extended('src/lib/logger.ts'), '../lib/logger.js');
  });

  it('are those of an import that is there already', () => {
    const path = pathsIn('src/routes/a.ts', {
      ...aliased,
      'src/routes/a.ts': `import { db } from '@/lib/db';\nimport type { Logger } from '../lib/logger';\n${used}`,
    });
    assert.equal(path('src/lib/logger.ts'), '../lib/logger');
  });

  it('name other packages of the workspace as their users do', () => {
    const files = {
      'package.json': '{ "name": "root", "workspaces": ["packages/*"] }',
      'packages/log/package.json': '{ "name": "@acme/log", "main": "src/index.ts", "dependencies": { "pino": "9.0.0" } }',
      'packages/log/src/index.ts': "import pino from 'pino';\nexport const logger = pino();\n",
      'packages/api/package.json': '{ "name": "@acme/api", "dependencies": { "@acme/log": "*" } }',
      'packages/api/src/a.ts': "import { logger } from '@acme/log';\nexport function a() { logger.info('a'); }\n",
      'packages/api/src/b.ts': 'export const b = 1;\n',
      'packages/web/package.json': '{ "name": "@acme/web" }',
      'packages/web/src/c.ts': 'export const c = 1;\n',
    };
    const api = idiomsIn('packages/api/src/b.ts', files);
    assert.equal(api.importPath('packages/log/src/index.ts'), '@acme/log');
    assert.equal(api.logger?.name, 'logger');
    assert.equal(idiomsIn('packages/web/src/c.ts', files).logger, undefined, 'a package that web does not depend on');
  });

  it('end in .ts in edge functions', () => {
    const path = idiomsIn('supabase/functions/orders/index.ts', {
      'supabase/functions/orders/index.ts': 'Deno.serve(async (req) => new Response(""));\n',
      'supabase/functions/_shared/cors.ts': 'export const corsHeaders = {};\n',
    }).importPath;
    assert.equal(path('supabase/functions/_shared/cors.ts'), '../_shared/cors.ts');
  });
});
