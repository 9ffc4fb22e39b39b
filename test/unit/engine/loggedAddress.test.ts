import assert from 'node:assert/strict';
import { openLive } from './liveProject';

const manifest = JSON.stringify({ dependencies: { express: '4.21.0', '@prisma/client': '6.1.0' } });
const handlers =
  "import { Router } from 'express';\nimport { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nexport const router = Router();\n";
const list = "router.get('/', async (req, res) => {\n  res.json(await prisma.order.count());\n});\n";

/** What "Harden this handler" logs when the first handler of `src/orders.ts` fails. */
async function logged(orders: string, app: string): Promise<string | undefined> {
  const { session } = await openLive({ 'package.json': manifest, 'src/orders.ts': orders, 'src/app.ts': app });
  const start = orders.indexOf('async (');
  const [action] = session.actions('src/orders.ts', { start, end: start + 5 }).filter(({ kind }) => kind === 'harden');
  const fix = action && session.resolve('src/orders.ts', action.id);
  const text = fix?.edits.flatMap(({ edits }) => edits.map((edit) => edit.newText)).join('\n') ?? '';
  return /'([^']*) failed'/.exec(text)?.[1];
}

describe('Log lines of fixes', () => {
  const app = (mounts: string) =>
    `import express from 'express';\nimport { router } from './orders';\nconst app = express();\n${mounts}\napp.listen(3000);\n`;

  it('name the whole address of an endpoint', async () => {
    assert.equal(await logged(handlers + list, app("app.use('/api/orders', router);")), 'GET /api/orders');
  });
  it('name what stands at the registration where there are several addresses', async () => {
    assert.equal(await logged(handlers + list, app("app.use('/api/orders', router);\napp.use('/v2/orders', router);")), 'GET /');
  });
  it('name what stands at the registration where nobody mounts it', async () => {
    assert.equal(await logged(handlers + list, app('console.log(router);')), 'GET /');
  });
});
