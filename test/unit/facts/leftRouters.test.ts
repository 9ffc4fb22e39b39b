import { strict as assert } from 'node:assert';
import { openSession } from '../../../src/engine/session';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';

/** An application with a router of guards in front of a route; `first` runs in that router before its guard. */
const files = (first: string): Record<string, string> => ({
  'package.json': '{"name":"gates","dependencies":{"express":"5.1.0","@prisma/client":"6.0.0","jsonwebtoken":"9.0.0"}}',
  'src/app.ts': `import express, { Router } from 'express';
import jwt from 'jsonwebtoken';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
const app = express();
const gate = Router();
let isOpen = false;
gate.use((req, res, next) => {
  ${first}
  next();
});
gate.use((req, res, next) => {
  try {
    jwt.verify(req.headers.authorization ?? '', process.env.JWT_SECRET!);
  } catch {
    return res.status(401).json({ error: 'Sign in first' });
  }
  next();
});
app.use(gate);
app.post('/orders', async (req, res) => {
  res.json(await prisma.order.create({ data: { title: String(req.body.title) } }));
});
app.listen(3000);
`,
});

const verdicts = async (first: string): Promise<string[]> => {
  const session = openSession(memoryWorkspace(files(first)));
  const { findings } = await session.scan();
  return [
    ...session.routes().map(({ path, authentication }) => `${path} ${authentication}`),
    ...findings.filter(({ rule }) => rule === 'missing-auth-guard').map(({ rule }) => rule),
  ];
};

describe('guards of a router that requests may leave', () => {
  it('hold for what stands behind the router where nothing leaves it', async () => {
    assert.deepEqual(await verdicts('res.locals.open = isOpen;'), ['/orders present']);
  });

  it('are in doubt where something in front of them may leave it', async () => {
    assert.deepEqual(await verdicts("if (isOpen) return next('router');"), ['/orders unknown']);
  });

  it('hold where only its own route is left', async () => {
    assert.deepEqual(await verdicts("if (isOpen) return next('route');"), ['/orders present']);
  });
});
