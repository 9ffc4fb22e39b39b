import { strict as assert } from 'node:assert';
import { openSession } from '../../../src/engine/session';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';

const files = {
  'package.json': '{"name":"cycle","dependencies":{"express":"5.1.0","@prisma/client":"6.0.0"}}',
  'src/a.ts': "import { userOf } from './guards';\n\nexport const nobody = (req) => userOf(req) === undefined;\n",
  // The guard stands in a file that also starts the routes which use it.
  'src/guards.ts':
    "import type { Request } from 'express';\nimport { register } from './routes';\n\nexport function userOf(req: Request) {\n  if (!req.user) throw new Error('Sign in first');\n  return req.user;\n}\n\nexport const start = (app) => register(app);\n",
  'src/routes.ts':
    "import express from 'express';\nimport { userOf } from './guards';\nimport { prisma } from './prisma';\n\nexport function register(app) {\n  return app;\n}\n\nconst app = express();\napp.post('/orders', async (req, res) => {\n  const user = userOf(req);\n  res.json(await prisma.order.create({ data: { userId: user.id } }));\n});\napp.listen(3000);\n",
  'src/prisma.ts': "import { PrismaClient } from '@prisma/client';\n\nexport const prisma = new PrismaClient();\n",
};

describe('files that import each other', () => {
  for (const last of ['src/a.ts', 'src/z.ts']) {
    it(`know each other’s guards, whichever is read first (${last})`, async () => {
      const { 'src/a.ts': entry, ...rest } = files;
      const session = openSession(memoryWorkspace({ ...rest, [last]: entry }));
      const { findings } = await session.scan();
      assert.deepEqual(
        session.routes().map(({ path, authentication }) => `${path} ${authentication}`),
        ['/orders present'],
      );
      assert.deepEqual(
        findings.filter(({ rule }) => rule === 'missing-auth-guard'),
        [],
      );
    });
  }
});
