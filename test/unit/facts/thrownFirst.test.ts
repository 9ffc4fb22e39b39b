import assert from 'node:assert/strict';
import { openLive } from '../engine/liveProject';

/** Level of an endpoint that lists what belongs to a team, by a function that first does this. */
async function levelOf(session: string, first: string): Promise<string> {
  const { session: opened } = await openLive({
    'package.json': JSON.stringify({ dependencies: { express: '5.1.0', jsonwebtoken: '9.0.2', '@prisma/client': '6.0.0' } }),
    'src/session.ts': `import jwt from 'jsonwebtoken';\n\nexport function sessionOf(req) {\n  ${session}\n}\n`,
    'src/app.ts': `import express from 'express';\nimport { PrismaClient } from '@prisma/client';\nimport { sessionOf } from './session';\n\nconst app = express();\nconst prisma = new PrismaClient();\nasync function itemsOf(req) {\n  ${first}\n  return prisma.item.findMany({ where: { team } });\n}\napp.get('/items', async (req, res) => {\n  const items = await itemsOf(req);\n  res.json({ items });\n});\n`,
  });
  return opened.routes()[0]!.level;
}

const throwing = 'return jwt.verify(req.headers.authorization, process.env.SECRET);';
const lenient = 'try {\n    return jwt.verify(req.headers.authorization, process.env.SECRET);\n  } catch {\n    return {};\n  }';

describe('A check that throws by itself', () => {
  for (const [shape, first] of Object.entries({
    'a later test gives nothing': 'const { team } = sessionOf(req);\n  if (!team) return [];',
    'a later test throws': "const { team } = sessionOf(req);\n  if (!team) throw new Error('No team');",
    'nothing is tested': 'const { team } = sessionOf(req);',
  }))
    it(`refuses where ${shape}`, async () => assert.equal(await levelOf(throwing, first), 'AUTHENTICATED'));

  it('does not refuse where its failure is caught, and the test gives nothing', async () =>
    assert.notEqual(await levelOf(lenient, 'const { team } = sessionOf(req);\n  if (!team) return [];'), 'AUTHENTICATED'));
  it('does not refuse where its failure is caught by the caller', async () =>
    assert.notEqual(
      await levelOf(throwing, 'let team;\n  try {\n    ({ team } = sessionOf(req));\n  } catch {}\n  if (!team) console.log(1);'),
      'AUTHENTICATED',
    ));
});
