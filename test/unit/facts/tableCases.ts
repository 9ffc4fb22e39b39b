import assert from 'node:assert/strict';
import { endpointsOf, openWith } from '../engine/liveProject';

/** A handler that answers. */
export const answer = '(req, res) => res.json([])';

/** Rows in a file of their own: one guarded, two open. */
export const rows = `import { countCalls, requireUser } from './auth';
import { list } from './handlers';
export const userRoutes = [
  { method: 'get', path: '/users', middlewares: [requireUser], handler: list },
  { method: 'POST', path: '/open', middlewares: [countCalls], handler: ${answer} },
  { method: 'delete', path: '/gone', middlewares: [], handler: list },
];
`;
/** What is known of these. */
export const all = ['absent DELETE /gone', 'absent POST /open', 'present GET /users'];

/** A file with a router. */
export const router = (name: string, body: string): string =>
  `import { Router } from 'express';\nimport { requireUser } from './auth';\nexport const ${name} = Router();\n${body}\n`;
export const users = router('users', `users.get('/', requireUser, ${answer});`);
export const orders = router('orders', `orders.get('/', ${answer});`);
/** What is known of these two, mounted below their names. */
export const mounted = ['absent GET /orders', 'present GET /users'];

/** Files beside `auth` and handlers of a project, and its endpoints; each case becomes a test. */
export function testTables(auth: string, cases: Record<string, [Record<string, string>, string[]]>): void {
  for (const [name, [files, expected]] of Object.entries(cases)) {
    it(name, async () => {
      const project = await openWith(
        { express: '5.1.0' },
        { 'src/auth.ts': auth, 'src/handlers.ts': `export const list = ${answer};\n`, ...files },
      );
      assert.deepEqual(project.failures, []);
      assert.deepEqual(endpointsOf(project), expected);
    });
  }
}
