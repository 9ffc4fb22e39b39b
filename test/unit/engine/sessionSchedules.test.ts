import { strict as assert } from 'node:assert';
import { openLive } from './liveProject';

describe('schedules of a platform in a live session', () => {
  const files = {
    'package.json': '{"name":"web","dependencies":{"next":"16.0.0","@prisma/client":"6.1.0"}}',
    'app/api/health/route.ts':
      "import { PrismaClient } from '@prisma/client';\n\nconst prisma = new PrismaClient();\n\nexport async function GET() {\n  await prisma.session.deleteMany();\n  return Response.json({ ok: true });\n}\n",
  };
  const schedule = '{ "crons": [{ "path": "/api/health", "schedule": "0 3 * * *" }] }';

  it('make a route a job that anybody may start, as soon as the file says so', async () => {
    const { session, write } = await openLive({ ...files, 'vercel.json': '{}' });
    const found = () =>
      session
        .project()
        .findings.filter(({ rule }) => rule === 'missing-auth-guard')
        .map(({ message }) => message.split(':')[1]);
    assert.deepEqual(found(), []);
    assert.deepEqual(
      session.routes().map(({ authentication }) => authentication),
      ['public'],
    );
    write({ 'vercel.json': schedule });
    await session.settle();
    assert.deepEqual(found(), [' vercel.json has it called on a schedule, and nothing checks that it is the schedule that calls.']);
    assert.deepEqual(
      session.routes().map(({ authentication, reason }) => [authentication, reason]),
      [['absent', 'vercel.json has it called on a schedule']],
    );
    write({ 'vercel.json': undefined });
    await session.settle();
    assert.deepEqual(found(), []);
  });
});
