import { strict as assert } from 'node:assert';
import { factLines, routeLine } from '../../harness/factLines';
import { recognise } from '../../harness/libraryTester';
import type { Fact } from '../../../src/model/facts';

describe('facts as lines', () => {
  const files = { 'src/a.ts': 'one();\ntwo();\nthree();\n' };
  const fact = {
    kind: 'logCall',
    file: 'src/a.ts',
    span: { start: 7, end: 12 },
    scope: 'a',
    fn: 'f',
    inRequestPath: 'present',
    library: 'pino',
    level: 'info',
    structured: true,
    sensitive: [{ name: 'user email', span: { start: 14, end: 19 } }],
  } as const;

  it('say where a fact stands and what it holds, with lines for offsets', () => {
    assert.deepEqual(factLines([fact as unknown as Fact], files), [
      'src/a.ts:2 logCall level=info library=pino sensitive=[{name="user email" span=line 3}] structured',
    ]);
  });

  it('leave out what says nothing, and kinds that are not asked for', () => {
    const quiet = { ...fact, structured: false, sensitive: [] } as unknown as Fact;
    assert.deepEqual(factLines([quiet], files, ['logCall']), ['src/a.ts:2 logCall level=info library=pino']);
    assert.deepEqual(factLines([quiet], files, ['catch']), []);
  });
});

describe('routes as lines', () => {
  it('say how they are guarded, and why that is so', () => {
    const line = routeLine({
      framework: 'express',
      method: 'GET',
      path: '/orders',
      file: 'src/a.ts',
      line: 3,
      guards: [{ kind: 'authentication', level: 'ROLE', name: 'requireRole', file: 'src/auth.ts', line: 9 }],
      authentication: 'present',
      level: 'ROLE',
      reason: 'requireRole',
      roles: { authentication: 'present', validation: 'absent' },
      evidence: {},
      sinks: ['write', 'paid'],
      package: '',
      group: 'g',
    });
    assert.equal(
      line,
      'express GET /orders src/a.ts:3 | authentication present ROLE (requireRole) | guards [requireRole authentication ROLE src/auth.ts:9] | validation absent | sinks [paid, write]',
    );
  });

  it('come from a session on the sources', async () => {
    const { routes } = await recognise({
      'package.json': '{"dependencies":{"express":"5.1.0"}}',
      'src/a.ts': "import express from 'express';\nexpress().get('/orders', (req, res) => res.json([]));\n",
    });
    assert.equal(routes.length, 1);
    assert.match(routes[0]!, /^express GET \/orders src\/a.ts:2 \| authentication absent/);
  });
});
