import { strict as assert } from 'node:assert';
import { openSession } from '../../../src/engine/session';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';
import { openLive, placesOf } from './liveProject';

const rule = 'missing-ownership-check';

const files = {
  'package.json': '{ "name": "notes", "dependencies": { "express": "5.1.0", "@prisma/client": "6.1.0", "jsonwebtoken": "9.0.2" } }',
  'prisma/schema.prisma': 'model Note {\n  id String @id\n  text String\n  ownerId String\n}\n',
  'src/db.ts': "import { PrismaClient } from '@prisma/client';\n\nexport const prisma = new PrismaClient();\n",
  'src/auth.ts': `import type { NextFunction, Request, Response } from 'express';
import jwt from 'jsonwebtoken';

export function requireAuth(req: Request & { user?: { id: string } }, res: Response, next: NextFunction) {
  try {
    req.user = jwt.verify(req.headers.authorization ?? '', process.env.JWT_SECRET!) as { id: string };
    next();
  } catch {
    res.sendStatus(401);
  }
}
`,
  'src/notes.ts': `import { prisma } from './db';

export async function drop(id: string) {
  await prisma.note.delete({ where: { id } });
}

export async function find(id: string, owner: string) {
  return prisma.note.findFirst({ where: { id, ownerId: owner } });
}
`,
  'src/read.ts': `import { Router } from 'express';
import { requireAuth } from './auth';
import { find } from './notes';

export const read = Router();

read.get('/notes/:id', requireAuth, async (req: any, res) => {
  res.json(await find(req.params.id, req.user.id));
});
`,
  'src/app.ts': `import express from 'express';
import { requireAuth } from './auth';
import { drop } from './notes';
import { read } from './read';

const app = express();
app.use(read);
app.delete('/notes/:id', requireAuth, async (req, res) => {
  await drop(req.params.id);
  res.sendStatus(204);
});
app.listen(3000);
`,
};

describe('A session in which a rule asks whose rows other code means', () => {
  it('judges again when other files begin or cease to ask for the rows of whoever calls', async () => {
    const { session, type } = await openLive(files);
    assert.deepEqual(placesOf(session.project().findings, rule), ['src/app.ts:9']);
    type('src/read.ts', 'req.user.id', 'req.query.owner');
    await session.settle();
    assert.deepEqual(
      session
        .project()
        .findings.filter((finding) => finding.rule === rule)
        .map(({ confidence }) => confidence),
      ['low'],
    );
    type('src/read.ts', 'req.query.owner', 'req.user.id');
    await session.settle();
    type('src/notes.ts', 'ownerId: owner', 'text: owner');
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), []);
  });

  it('judges again when what is called begins to look, and when the column is gone from the schema', async () => {
    const { session, type, write } = await openLive(files);
    type('src/notes.ts', 'await prisma.note.delete', 'assertOwner(id);\n  await prisma.note.delete');
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), []);
    type('src/notes.ts', 'assertOwner(id);\n  ', '');
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), ['src/app.ts:9']);
    write({ 'prisma/schema.prisma': 'model Note {\n  id String @id\n  text String\n  accountId String\n}\n' });
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), []);
  });

  it('says the same by facts that were kept', async () => {
    const kept: string[] = [];
    const store = { engine: 'an engine', read: () => kept.at(-1), write: (text: string) => void kept.push(text) };
    const places = async () => {
      const session = openSession(memoryWorkspace(new Map(Object.entries(files))), { store });
      await session.scan();
      return placesOf(session.project().findings, rule);
    };
    assert.deepEqual(await places(), ['src/app.ts:9']);
    assert.deepEqual(await places(), ['src/app.ts:9']);
  });
});
