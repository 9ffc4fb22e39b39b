import assert from 'node:assert/strict';
import { guardedApplication, openLive } from './liveProject';

/** Guards of endpoints, as `METHOD path: kind name level, …`. */
async function guardsOf(files: Record<string, string>): Promise<string[]> {
  const { session } = await openLive({ ...guardedApplication(), ...files });
  return session
    .routes()
    .filter(({ path }) => path.startsWith('/orders'))
    .map(
      ({ method, path, guards }) => `${method} ${path}: ${guards.map(({ kind, name, level }) => `${kind} ${name} ${level}`).join(', ')}`,
    );
}

const roles = `export function requireStaff(req, res, next) {
  if (!req.session.user) return res.status(401).end();
  if (req.session.user.role !== 'admin') return res.status(403).end();
  next();
}
`;

const router = (guards: string, rest = ''): string => `import { Router } from 'express';
import { requireSession } from './guards/session';
import { requireStaff } from './guards/roles';
export const orders = Router();
${rest}orders.get('/', ${guards}(req, res) => res.json([]));
`;

describe('Guards of one endpoint', () => {
  it('are there once where a function refuses in several places, with the most that it asks for', async () => {
    assert.deepEqual(await guardsOf({ 'src/guards/roles.ts': roles, 'src/orders.ts': router('requireStaff, ') }), [
      'GET /orders: authentication requireStaff ROLE',
    ]);
  });

  it('are there once where a function first looks for a token and then verifies it', async () => {
    const session = guardedApplication()['src/guards/session.ts']!.replace(
      '  try {',
      '  if (!req.headers.authorization) return res.status(401).end();\n  try {',
    );
    assert.deepEqual(
      await guardsOf({ 'src/guards/session.ts': session, 'src/guards/roles.ts': roles, 'src/orders.ts': router('requireSession, ') }),
      ['GET /orders: authentication requireSession AUTHENTICATED'],
    );
  });

  it('are there once where a function is mounted and written at the route too', async () => {
    assert.deepEqual(
      await guardsOf({ 'src/guards/roles.ts': roles, 'src/orders.ts': router('requireSession, ', 'orders.use(requireSession);\n') }),
      ['GET /orders: authentication requireSession AUTHENTICATED'],
    );
  });

  it('are there once where two ways lead to a function', async () => {
    const app = guardedApplication()
      ['src/app.ts']!.replace('import { orders }', "import { requireSession } from './guards';\nimport { orders }")
      .replace("app.use('/orders', orders);", "app.use(requireSession);\napp.use('/orders', requireSession, orders);");
    assert.deepEqual(await guardsOf({ 'src/guards/roles.ts': roles, 'src/app.ts': app, 'src/orders.ts': router('') }), [
      'GET /orders: authentication requireSession AUTHENTICATED',
    ]);
  });

  it('are all there, in their order, where they differ', async () => {
    const other =
      "export function requireSession(req, res, next) {\n  if (req.headers['x-key'] !== process.env.API_KEY) return res.status(401).end();\n  next();\n}\n";
    const orders = router(
      'requireSession, requireStaff, ',
      "import { requireSession as requireKey } from './guards/key';\norders.use(requireKey);\n",
    );
    assert.deepEqual(await guardsOf({ 'src/guards/roles.ts': roles, 'src/guards/key.ts': other, 'src/orders.ts': orders }), [
      'GET /orders: authentication requireKey SECRET, authentication requireSession AUTHENTICATED, authentication requireStaff ROLE',
    ]);
  });

  it('keep what holds for some paths or methods apart', async () => {
    const staff =
      "export function requireStaff(req, res, next) {\n  if (req.path === '/health') return next();\n  if (!req.session.user) return res.status(401).end();\n  next();\n}\n";
    const [health, list] = await guardsOf({
      'src/guards/roles.ts': staff,
      'src/orders.ts': router('', "orders.use(requireStaff);\norders.get('/health', (req, res) => res.json([]));\n"),
    });
    assert.deepEqual([health, list], ['GET /orders/health: ', 'GET /orders: authentication requireStaff AUTHENTICATED']);
  });
});
