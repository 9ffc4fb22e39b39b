import assert from 'node:assert/strict';
import { endpointsOf, openWith, placesOf } from '../engine/liveProject';

const auth = `import { verify } from 'hono/jwt';
export async function requireUser(c, next) {
  try {
    c.set('user', await verify(c.req.header('authorization') ?? '', process.env.SECRET!));
  } catch {
    return c.json({}, 401);
  }
  await next();
}
export async function countCalls(c, next) {
  await next();
}
`;
const described = `import { createRoute, z } from '@hono/zod-openapi';
import { countCalls, requireUser } from './auth';
export const list = createRoute({ path: '/tasks', method: 'get', responses: {} });
export const create = createRoute({
  path: '/tasks',
  method: 'post',
  middleware: [countCalls, requireUser] as const,
  request: { body: { content: { 'application/json': { schema: z.object({ name: z.string() }) } } } },
  responses: {},
});
export const remove = createRoute({ path: '/tasks/{id}', method: 'delete', middleware: countCalls, responses: {} });
`;
const handlers =
  'export const list = async (c) => c.json([]);\nexport const create = async (c) => c.json([]);\nexport const remove = async (c) => c.json([]);\n';
const files = (more: Record<string, string>): Record<string, string> => ({
  'src/auth.ts': auth,
  'src/tasks.routes.ts': described,
  'src/tasks.handlers.ts': handlers,
  'src/create.ts':
    "import { OpenAPIHono } from '@hono/zod-openapi';\nexport function createRouter() {\n  return new OpenAPIHono({ strict: false });\n}\nexport default function createApp() {\n  const app = createRouter();\n  app.notFound((c) => c.json({}, 404));\n  return app;\n}\n",
  'src/tasks.ts':
    "import { createRouter } from './create';\nimport * as handlers from './tasks.handlers';\nimport * as routes from './tasks.routes';\nconst router = createRouter()\n  .openapi(routes.list, handlers.list)\n  .openapi(routes.create, handlers.create)\n  .openapi(routes.remove, handlers.remove);\nexport default router;\n",
  'src/app.ts':
    "import createApp from './create';\nimport tasks from './tasks';\nconst app = createApp();\nconst routes = [tasks] as const;\nroutes.forEach((route) => {\n  app.route('/api', route);\n});\nexport default app;\n",
  ...more,
});
const dependencies = { hono: '4.13.19', '@hono/zod-openapi': '1.1.4' };
const all = ['absent DELETE /api/tasks/{id}', 'absent GET /api/tasks', 'present POST /api/tasks'];

const forms: Record<string, [Record<string, string>, string[]]> = {
  'as a module': [{}, all],
  'by their names': [
    {
      'src/tasks.ts':
        "import { createRouter } from './create';\nimport * as handlers from './tasks.handlers';\nimport { create, list, remove } from './tasks.routes';\nconst router = createRouter();\nrouter.openapi(list, handlers.list);\nrouter.openapi(create, handlers.create);\nrouter.openapi(remove, handlers.remove);\nexport default router;\n",
    },
    all,
  ],
  'in an object': [
    {
      'src/tasks.routes.ts': `${described.replaceAll('export const', 'const')}export const tasks = { list, create, remove };\n`,
      'src/tasks.ts':
        "import { createRouter } from './create';\nimport * as handlers from './tasks.handlers';\nimport { tasks } from './tasks.routes';\nexport default createRouter().openapi(tasks.list, handlers.list).openapi(tasks.create, handlers.create).openapi(tasks.remove, handlers.remove);\n",
    },
    all,
  ],
  'through a barrel': [
    {
      'src/routes/index.ts': "export * as tasks from '../tasks.routes';\n",
      'src/tasks.ts':
        "import { createRouter } from './create';\nimport * as handlers from './tasks.handlers';\nimport * as routes from './routes';\nexport default createRouter().openapi(routes.tasks.list, handlers.list).openapi(routes.tasks.create, handlers.create).openapi(routes.tasks.remove, handlers.remove);\n",
    },
    all,
  ],
  'in the same file': [
    {
      'src/tasks.ts': `${described}import { createRouter } from './create';\nimport * as handlers from './tasks.handlers';\nexport default createRouter().openapi(list, handlers.list).openapi(create, handlers.create).openapi(remove, handlers.remove);\n`,
    },
    all,
  ],
  'whose paths are constants': [
    {
      'src/tasks.routes.ts': described
        .replaceAll("path: '/tasks", 'path: `${paths.tasks}')
        .replace("`${paths.tasks}/{id}'", '`${paths.tasks}/{id}`')
        .replaceAll("`${paths.tasks}'", 'paths.tasks')
        .replace('import', "import { paths } from './paths';\nimport"),
      'src/paths.ts': "export const paths = { tasks: '/tasks' } as const;\n",
    },
    all,
  ],
  'that nobody can read': [
    {
      'src/tasks.ts':
        "import { createRouter } from './create';\nimport * as handlers from './tasks.handlers';\nimport { pick } from './pick';\nexport default createRouter().openapi(pick('list'), handlers.list);\n",
      'src/pick.ts': 'export function pick(name) {\n  return JSON.parse(process.env[name]);\n}\n',
    },
    ['unknown ALL /api/*'],
  ],
};

describe('Routes that are described in other files', () => {
  for (const [name, [more, expected]] of Object.entries(forms)) {
    it(`are known ${name}`, async () => {
      const project = await openWith(dependencies, files(more));
      assert.deepEqual(project.failures, []);
      assert.deepEqual(endpointsOf(project), expected);
    });
  }

  it('say what is checked of what is sent', async () => {
    const { session } = await openWith(dependencies, files({}));
    assert.deepEqual(
      session
        .routes()
        .map(({ method, roles }) => `${method} ${roles.validation}`)
        .sort(),
      ['DELETE absent', 'GET absent', 'POST present'],
    );
  });

  it('are judged where they are registered', async () => {
    const { session } = await openWith(
      { ...dependencies, '@prisma/client': '6.1.0' },
      files({
        'src/tasks.handlers.ts': `import { PrismaClient } from '@prisma/client';\nconst db = new PrismaClient();\n${handlers.replaceAll('c.json([])', 'c.json(await db.task.delete({ where: { id: c.req.param("id") } }))')}`,
      }),
    );
    assert.deepEqual(placesOf(session.project().findings, 'missing-auth-guard'), ['src/tasks.ts:5', 'src/tasks.ts:7']);
  });

  it('follow an edit of the description', async () => {
    const project = await openWith(dependencies, files({}));
    project.type(
      'src/tasks.routes.ts',
      "path: '/tasks/{id}', method: 'delete', middleware: countCalls",
      "path: '/chores/{id}', method: 'patch', middleware: requireUser",
    );
    await project.session.settle();
    assert.deepEqual(endpointsOf(project), ['absent GET /api/tasks', 'present PATCH /api/chores/{id}', 'present POST /api/tasks']);
    project.type('src/tasks.routes.ts', '[countCalls, requireUser]', '[countCalls]');
    await project.session.settle();
    assert.deepEqual(endpointsOf(project), ['absent GET /api/tasks', 'absent POST /api/tasks', 'present PATCH /api/chores/{id}']);
  });
});
