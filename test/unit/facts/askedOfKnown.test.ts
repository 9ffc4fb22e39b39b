import assert from 'node:assert/strict';
import { openLive } from '../engine/liveProject';

/** Who may call an endpoint that looks for its caller like this. */
async function verdict(body: string): Promise<string> {
  const { session } = await openLive({
    'package.json': JSON.stringify({ dependencies: { express: '5.1.0', jsonwebtoken: '9.0.2', '@prisma/client': '6.1.0' } }),
    'src/callers.ts': `import jwt from 'jsonwebtoken';
export async function requireCaller(req) {
  const header = req.headers.authorization;
  if (!header) throw new Error('no token');
  const user = jwt.verify(header, process.env.SECRET);
  if (!user) throw new Error('invalid token');
  return user;
}
export function mustBeSomebody(user) {
  if (!user) throw new Error('who is it?');
}
export async function callerOrNobody(req) {
  try {
    return jwt.verify(req.headers.authorization, process.env.SECRET);
  } catch {
    return null;
  }
}
`,
    'src/app.ts': `import express from 'express';
import { PrismaClient } from '@prisma/client';
import { callerOrNobody, mustBeSomebody, requireCaller } from './callers';
const prisma = new PrismaClient();
const app = express();
app.post('/runs', async (req, res, next) => {
  try {
${body}
    await prisma.run.create({ data: { robot: String(req.body.robot) } });
    res.json({});
  } catch (error) {
    res.status(500).json({ failed: true });
  }
});
`,
  });
  const { authentication, level } = session.routes()[0]!;
  return `${authentication} ${level}`;
}

const finds =
  "const bought = await prisma.userPurchase.findFirst({ where: { buyer: user.id } });\n      if (!bought) throw new Error('buy it first');";

describe('What is asked of callers who are known', () => {
  for (const [shape, body] of Object.entries({
    'behind a test of who it is': `    const user = await callerOrNobody(req);\n    if (user) {\n      ${finds}\n    }`,
    'behind a name for nobody': `    const user = await callerOrNobody(req);\n    const isAnonymous = !user;\n    const mayRun = isAnonymous ? true : user.id === 'me';\n    if (!mayRun && !isAnonymous) {\n      ${finds}\n    }`,
    'in the same condition': `    const user = await callerOrNobody(req);\n    const isAnonymous = !user;\n    const mayRun = isAnonymous ? true : user.id === 'me';\n    if (!mayRun && !isAnonymous) throw new Error('not yours');`,
    'with an answer that names them': `    const user = await callerOrNobody(req);\n    if (user) {\n      ${finds}\n    }\n    res.locals.note = JSON.stringify({ user });`,
    'as a role': `    const user = await callerOrNobody(req);\n    if (user) {\n      if (user.role !== 'admin') throw new Error('not for you');\n    }`,
  }))
    it(`keeps no stranger out: ${shape}`, async () => assert.equal(await verdict(body), 'absent OPTIONAL'));

  for (const [shape, body, level] of [
    [
      'strangers are refused in front',
      `    const user = await callerOrNobody(req);\n    if (!user) throw new Error('who is it?');\n    if (user) {\n      ${finds}\n    }`,
      'AUTHENTICATED',
    ],
    [
      'strangers are refused behind',
      `    const user = await callerOrNobody(req);\n    if (user) {\n      ${finds}\n    }\n    if (!user) throw new Error('who is it?');`,
      'AUTHENTICATED',
    ],
    [
      'strangers are refused beside',
      `    const user = await callerOrNobody(req);\n    if (user) {\n      ${finds}\n    } else throw new Error('who is it?');`,
      'AUTHENTICATED',
    ],
    [
      'a function refuses strangers behind',
      `    const user = await callerOrNobody(req);\n    if (user) {\n      ${finds}\n    }\n    mustBeSomebody(user);`,
      'AUTHENTICATED',
    ],
    ['the look itself refuses them', `    const user = await requireCaller(req);\n    if (user) {\n      ${finds}\n    }`, 'AUTHENTICATED'],
  ])
    it(`is enough where ${shape}`, async () => assert.equal(await verdict(body!), `present ${level}`));

  it('is asked of all kinds where the look that refuses stands in front of them', async () =>
    assert.equal(
      await verdict(`    const user = await requireCaller(req);
    switch (req.body.action) {
      case 'save': {
        const { found, error } = await prisma.userRobot.findFirst({ where: { owner: user.id } });
        if (error) throw error;
        await prisma.robot.update({ where: { id: found.id }, data: { saved: true } });
        break;
      }
      case 'remove':
        await prisma.robot.deleteMany({ where: { owner: user.id } });
        break;
    }`),
      'present AUTHENTICATED',
    ));
});
