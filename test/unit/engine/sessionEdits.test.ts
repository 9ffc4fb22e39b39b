import { strict as assert } from 'node:assert';
import { answersOf, guardedApplication, openLive, placesOf } from './liveProject';

const verifying = 'req.user = jwt.verify(req.headers.authorization, process.env.SECRET);';

describe('A session while people type', () => {
  it('judges unsaved text instead of the file, and the file again once it is released', async () => {
    const { session, disk, type } = await openLive(guardedApplication());
    assert.deepEqual(placesOf(session.result('src/orders.ts')!.findings, 'missing-auth-guard'), []);
    const typed = type('src/orders.ts', 'requireSession, (req', '(req');
    assert.deepEqual(placesOf(typed.findings, 'missing-auth-guard'), ['src/orders.ts:6']);
    assert.ok(disk.get('src/orders.ts')!.includes('requireSession, (req'));
    session.filesChanged([{ file: 'src/orders.ts', type: 'changed' }]);
    await session.settle();
    assert.deepEqual(
      placesOf(session.result('src/orders.ts')!.findings, 'missing-auth-guard'),
      ['src/orders.ts:6'],
      'the editor counts, not the disk',
    );
    session.release('src/orders.ts');
    await session.settle();
    assert.deepEqual(placesOf(session.result('src/orders.ts')!.findings, 'missing-auth-guard'), []);
  });

  it('re-judges exactly the files whose routes a guard stops protecting, and again when it protects them', async () => {
    const { session, type } = await openLive(guardedApplication());
    type('src/guards/session.ts', verifying, 'audit(req);');
    const results = await session.settle();
    assert.deepEqual(results.map(({ file }) => file).sort(), ['src/items.ts', 'src/orders.ts']);
    assert.equal(session.rejudged, 2);
    assert.deepEqual(answersOf(session), ['POST /items absent', 'POST /orders absent', 'GET /reports absent']);
    type('src/guards/session.ts', 'audit(req);', verifying);
    await session.settle();
    assert.equal(session.rejudged, 2);
    assert.deepEqual(answersOf(session), ['POST /items present', 'POST /orders present', 'GET /reports absent']);
  });

  it('re-judges nothing else when a comment is written, or a body that others cannot tell apart', async () => {
    const { session, type } = await openLive(guardedApplication());
    type('src/guards/session.ts', '  try {', '  // The token comes from the login page.\n  try {');
    assert.equal(session.rejudged, 1);
    assert.deepEqual(await session.settle(), []);
    assert.equal(session.rejudged, 0);
    type('src/guards/session.ts', "{ error: 'Unauthorized' }", "{ error: 'Please log in' }");
    assert.deepEqual(await session.settle(), []);
    assert.equal(session.rejudged, 0);
  });

  it('re-judges the routes below a mount that gets a guard', async () => {
    const { session, type } = await openLive(guardedApplication());
    type('src/app.ts', "import express from 'express';", "import express from 'express';\nimport { requireSession } from '#guards';");
    type('src/app.ts', "app.use('/reports', reports)", "app.use('/reports', requireSession, reports)");
    const results = await session.settle();
    assert.ok(answersOf(session).includes('GET /reports present'));
    assert.deepEqual(
      results.map(({ file }) => file),
      ['src/reports.ts'],
    );
  });

  it('re-judges routes of other files when a guard changes in a file whose own routes stay as they are', async () => {
    const app =
      "import express from 'express';\nimport { router } from './orders';\nconst app = express();\nfunction gate(req, res, next) {\n  if (!req.user) return res.sendStatus(401);\n  next();\n}\napp.get('/health', (req, res) => {\n  res.json({ up: true });\n});\napp.use('/orders', gate, router);\n";
    const { session, type } = await openLive({
      'package.json': JSON.stringify({ dependencies: { express: '5.0.0', '@prisma/client': '6.0.0' } }),
      'src/app.ts': app,
      'src/orders.ts':
        "import { Router } from 'express';\nimport { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nexport const router = Router();\nrouter.post('/', async (req, res) => {\n  await prisma.order.create({ data: { sku: 1 } });\n  res.end();\n});\n",
    });
    type('src/app.ts', 'up: true', 'up: 1');
    await session.settle();
    type('src/app.ts', '  if (!req.user) return res.sendStatus(401);\n', '');
    const results = await session.settle();
    assert.ok(answersOf(session).includes('POST /orders absent'));
    assert.deepEqual(placesOf(session.project().findings, 'missing-auth-guard'), ['src/orders.ts:5']);
    assert.deepEqual(
      results.map(({ file }) => file),
      ['src/orders.ts'],
    );
  });

  it('follows barrels that export something else', async () => {
    const { session, type, write } = await openLive(guardedApplication());
    write({ 'src/guards/open.ts': 'export function requireSession(req, res, next) {\n  next();\n}\n' });
    type('src/guards/index.ts', './session', './open');
    await session.settle();
    assert.deepEqual(answersOf(session), ['POST /items absent', 'POST /orders present', 'GET /reports absent']);
    assert.deepEqual(placesOf(session.project().findings, 'missing-auth-guard'), ['src/items.ts:6', 'src/reports.ts:5']);
  });

  it('follows aliases of tsconfig.json, unsaved ones too', async () => {
    const files: Record<string, string> = {
      ...guardedApplication(),
      'src/guards/open.ts': 'export function requireSession(req, res, next) {\n  next();\n}\n',
    };
    const { session, type, write } = await openLive(files);
    type('tsconfig.json', 'src/guards/index.ts', 'src/guards/open.ts');
    await session.settle();
    assert.deepEqual(answersOf(session), ['POST /items absent', 'POST /orders present', 'GET /reports absent']);
    session.release('tsconfig.json');
    await session.settle();
    assert.ok(answersOf(session).includes('POST /items present'));
    write({ 'tsconfig.json': files['tsconfig.json']!.replace('src/guards/index.ts', 'src/guards/open.ts') });
    await session.settle();
    assert.ok(answersOf(session).includes('POST /items absent'));
  });

  it('tells of the guard of a sibling as soon as there is one', async () => {
    const { session, type } = await openLive(guardedApplication());
    type(
      'src/orders.ts',
      "orders.post('/'",
      "orders.put('/:id', (req, res, next) => {\n  prisma.orders.deleteMany().then(() => res.end(), next);\n});\norders.post('/'",
    );
    const before = session.result('src/orders.ts')!.findings.find(({ rule }) => rule === 'missing-auth-guard')!;
    assert.equal(before.location.line, 6);
    assert.ok(before.related.length > 0, 'it points at the guard that the sibling uses');
    type('src/orders.ts', 'requireSession, (req', '(req');
    const after = session.result('src/orders.ts')!.findings.filter(({ rule }) => rule === 'missing-auth-guard');
    assert.deepEqual(
      after.map(({ related }) => related.length),
      [0, 0],
    );
  });

  it('hears of the guards of siblings in other files', async () => {
    const route = (guard: string): string =>
      `import { PrismaClient } from '@prisma/client';\nimport { verify } from 'jsonwebtoken';\n\nconst prisma = new PrismaClient();\n\nexport async function POST(request: Request) {\n  ${guard}\n  return Response.json(await prisma.order.create({ data: { name: 'a' } }));\n}\n`;
    const { session, type } = await openLive({
      'package.json': JSON.stringify({ dependencies: { next: '16.0.3', '@prisma/client': '6.1.0', jsonwebtoken: '9.0.2' } }),
      'app/api/orders/route.ts': route('verify(request.headers.get("authorization"), process.env.SECRET);'),
      'app/api/items/route.ts': route(''),
    });
    const related = (): number =>
      session.result('app/api/items/route.ts')!.findings.find(({ rule }) => rule === 'missing-auth-guard')!.related.length;
    assert.equal(related(), 1);
    type('app/api/orders/route.ts', 'verify(request.headers.get("authorization"), process.env.SECRET);', '');
    await session.settle();
    assert.equal(related(), 0);
  });

  it('follows a method through a base class in a third file', async () => {
    const { session, type } = await openLive({
      ...guardedApplication(),
      'src/base.ts':
        'export class Base {\n  check(req, res, next) {\n    if (!req.isAuthenticated()) return res.status(401).end();\n    next();\n  }\n}\n',
      'src/gate.ts': "import { Base } from './base';\n\nexport class Gate extends Base {}\nexport const gate = new Gate();\n",
      'src/reports.ts':
        "import { Router } from 'express';\nimport { prisma } from './db';\nimport { gate } from './gate';\n\nexport const reports = Router();\nreports.get('/', gate.check, (req, res, next) => {\n  prisma.report.findMany().then((rows) => res.json(rows), next);\n});\n",
    });
    assert.ok(answersOf(session).includes('GET /reports present'));
    type('src/base.ts', 'if (!req.isAuthenticated()) return res.status(401).end();', '');
    await session.settle();
    assert.ok(answersOf(session).includes('GET /reports absent'));
    type('src/base.ts', 'check(', 'verify(');
    await session.settle();
    assert.ok(!answersOf(session).includes('GET /reports present'));
  });

  it('counts a client that a function makes by who calls the function, whichever of the two is edited', async () => {
    const file = 'src/clients.ts';
    const { session, type } = await openLive({
      'package.json': '{ "dependencies": { "express": "5.1.0", "pg": "8.13.0" } }',
      [file]: [
        "import express from 'express';",
        "import { Pool } from 'pg';",
        'export const router = express.Router();',
        'function connect() {',
        '  return new Pool();',
        '}',
        "router.get('/orders', async (req, res) => {",
        '  const pool = connect();',
        "  res.json(await pool.query('select 1'));",
        '});',
        '',
      ].join('\n'),
    });
    const open = () => placesOf(session.result(file)!.findings, 'connection-per-request');
    assert.deepEqual(open(), ['src/clients.ts:5']);
    type(file, 'new Pool()', 'new Pool({ max: 5 })');
    assert.deepEqual(open(), ['src/clients.ts:5']);
    type(file, 'const pool = connect();', 'const pool = shared;');
    assert.deepEqual(open(), []);
    type(file, 'const pool = shared;', 'const pool = connect();');
    assert.deepEqual(open(), ['src/clients.ts:5']);
  });

  it('sees what the rest of a file says of the statement that is edited', async () => {
    const { session, type } = await openLive({
      'package.json': JSON.stringify({ dependencies: { express: '5.0.0' } }),
      '.production-gap/config.json': JSON.stringify({ rules: { 'weak-password-hash': 'warning' } }),
      'src/passwords.ts': [
        "import { createHash } from 'node:crypto';",
        "import express from 'express';",
        'const app = express();',
        "const range = 'https://api.pwnedpasswords.com/range/';",
        "app.post('/members', async (req, res) => {",
        "  const password = createHash('sha1').update(String(req.body.password)).digest('hex');",
        '  res.json(await members.create({ name: String(req.body.name), password }));',
        '});',
        '',
      ].join('\n'),
    });
    const places = () => placesOf(session.result('src/passwords.ts')!.findings, 'weak-password-hash');
    assert.deepEqual(places(), [], 'it looks passwords up');
    type('src/passwords.ts', "digest('hex')", "digest('base64')");
    type('src/passwords.ts', "digest('base64')", "digest('hex')");
    assert.deepEqual(places(), [], 'it still does');
    type('src/passwords.ts', 'pwnedpasswords', 'passwords');
    assert.deepEqual(places(), ['src/passwords.ts:6']);
  });

  it('applies edits one after the other', async () => {
    const { session, disk } = await openLive(guardedApplication());
    const text = disk.get('src/orders.ts')!;
    const start = text.indexOf('requireSession, (req');
    const result = session.editText(
      'src/orders.ts',
      [
        { start, end: start + 'requireSession, '.length, newText: '' },
        { start: 0, end: 0, newText: '\n' },
      ],
      1,
    );
    assert.deepEqual(placesOf(result.findings, 'missing-auth-guard'), ['src/orders.ts:7']);
    assert.equal(result.version, 1);
  });
});
