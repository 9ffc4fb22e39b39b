import assert from 'node:assert/strict';
import { answersOf, openLive } from '../engine/liveProject';

const files = (first: string, imported: string) => ({
  'package.json': JSON.stringify({ dependencies: { next: '15.0.0', '@prisma/client': '6.0.0' } }),
  'tsconfig.json': JSON.stringify({ compilerOptions: { paths: { '@/*': ['./*'] } } }),
  'app/api/orders/route.ts': `import { PrismaClient } from '@prisma/client';\nimport { ${imported} } from '@/auth';\nconst prisma = new PrismaClient();\nexport async function POST() {\n  ${first}\n  await prisma.order.create({ data: { sku: 'x' } });\n  return Response.json({ ok: true });\n}\n`,
});

const refusing = 'const session = await auth(); if (!session) return new Response(null, { status: 401 });';

describe('Imports of files that are not there', () => {
  for (const [first, imported] of [
    [refusing, 'auth'],
    ['const me = await viewer(); if (!me) return new Response(null, { status: 401 });', 'viewer'],
  ] as const)
    it(`leave it unknown who may call where their name says so: ${first}`, async () => {
      const { session } = await openLive(files(first, imported));
      assert.deepEqual(answersOf(session), ['POST /api/orders unknown']);
      assert.deepEqual(
        session.project().findings.filter(({ rule }) => rule === 'missing-auth-guard'),
        [],
      );
    });

  it('say nothing where their name says nothing', async () => {
    const { session } = await openLive(files("await track('order');", 'track'));
    assert.deepEqual(answersOf(session), ['POST /api/orders absent']);
  });

  it('are read once they are there', async () => {
    const { session, disk } = await openLive(files(refusing, 'auth'));
    disk.set('auth.ts', 'export const auth = async () => ({ name: "anybody" });\n');
    session.filesChanged([{ file: 'auth.ts', type: 'created' }]);
    await session.settle();
    assert.deepEqual(answersOf(session), ['POST /api/orders absent']);
  });
});
