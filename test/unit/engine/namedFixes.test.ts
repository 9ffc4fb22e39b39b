import { strict as assert } from 'node:assert';
import { analyse, type Files } from '../../harness/project';

const manifest = (dependencies: Record<string, string>) =>
  JSON.stringify({ dependencies: { express: '5.1.0', '@prisma/client': '6.1.0', ...dependencies } });
const head = `import { PrismaClient } from '@prisma/client';
import express from 'express';
const db = new PrismaClient();
const app = express();
`;
const remove =
  "app.delete('/orders/:id', async (req, res) => { await db.order.delete({ where: { id: req.params.id } }); res.json({}); });\n";

/** Ids of the fixes of a rule, as they are named, and of those that give an edit. */
async function fixesOf(files: Files, rule: string): Promise<{ named: string[]; given: string[] }> {
  const { session, result } = await analyse(files, { checks: [] });
  const findings = session.named(result.findings).filter((finding) => finding.rule === rule);
  assert.notEqual(findings.length, 0);
  const named = findings.flatMap(({ fixes }) => fixes.map(({ id }) => id));
  const given = result.findings
    .filter((finding) => finding.rule === rule)
    .flatMap(({ location, fingerprint, fixes }) => fixes.filter(({ id }) => session.resolve(location.file, `fix:${fingerprint}:${id}`)))
    .map(({ id }) => id);
  session.dispose();
  return { named, given };
}

describe('names of fixes', () => {
  it('leave out a guard where no route has one and nothing says how to write it', async () => {
    const found = await fixesOf({ 'package.json': manifest({}), 'src/app.ts': head + remove }, 'missing-auth-guard');
    assert.deepEqual(found, { named: [], given: [] });
  });

  it('keep a guard that another route has', async () => {
    const auth = `import jwt from 'jsonwebtoken';
export function requireUser(req, res, next) {
  try { req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET); next(); } catch { res.status(401).end(); }
}
`;
    const files = {
      'package.json': manifest({ jsonwebtoken: '9.0.0' }),
      'src/auth.ts': auth,
      'src/app.ts': `import { requireUser } from './auth';\n${head}app.get('/orders', requireUser, async (req, res) => { res.json(await db.order.findMany({ take: 9 })); });\n${remove}`,
    };
    const { session, result } = await analyse(files, { checks: [] });
    const open = session.named(result.findings).filter(({ fixes }) => fixes.some(({ id }) => id === 'add-guard'));
    assert.deepEqual(
      open.map(({ location, fixes }) => [location.file, fixes.map(({ title }) => title)]),
      [['src/app.ts', ['Add an authentication guard']]],
    );
    session.dispose();
  });

  it('leave out a limit that no other route has', async () => {
    const login =
      "app.post('/login', async (req, res) => { const user = await db.user.findFirst({ where: { name: req.body.name } }); if (!user || user.password !== req.body.password) return res.status(401).end(); res.json({}); });\n";
    const found = await fixesOf({ 'package.json': manifest({}), 'src/app.ts': head + login }, 'missing-rate-limit');
    assert.deepEqual(found, { named: [], given: [] });
  });

  it('leave out a schema of what is handed on whole, and keep one of fields that are read', async () => {
    const files = (handler: string): Files => ({
      'package.json': manifest({ zod: '3.25.0' }),
      'src/save.ts':
        "import { PrismaClient } from '@prisma/client';\nconst db = new PrismaClient();\nexport const save = (order: any) => db.order.create({ data: { note: order.note } });\n",
      'src/app.ts': `import { save } from './save';\n${head}app.use(express.json());\napp.post('/orders', async (req, res) => { ${handler} });\n`,
    });
    const whole = await fixesOf(files('res.json(await save(req.body));'), 'unvalidated-input');
    assert.deepEqual(whole, { named: [], given: [] });
    const read = await fixesOf(
      files('const { title } = req.body; res.json(await db.order.create({ data: { title: title.trim() } }));'),
      'unvalidated-input',
    );
    assert.deepEqual(read, { named: ['validate-input'], given: ['validate-input'] });
  });
});
