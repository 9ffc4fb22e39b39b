import { strict as assert } from 'node:assert';
import { checkSample, readSamples, type Sample } from '../../harness/pages';
import { newPath, oldPath } from './sampleRule';

describe('fenced blocks of a page', () => {
  it('are samples when they are tagged', () => {
    const page = [
      'Words.',
      '',
      '```ts gap file=app/route.ts packages=next@15.0.0,zod@4',
      'a();',
      '```',
      '',
      '```sh',
      'npm test',
      '```',
      '',
      '~~~tsx ok',
      'b();',
      '',
      '~~~',
      '',
      '```sql ok',
      '```',
    ].join('\n');
    const { samples, mistakes } = readSamples(page);
    assert.deepEqual(mistakes, []);
    assert.deepEqual(samples, [
      { line: 3, kind: 'gap', file: 'app/route.ts', text: 'a();\n', packages: { next: '15.0.0', zod: '4' } },
      { line: 11, kind: 'ok', file: 'src/example.tsx', text: 'b();\n\n', packages: {} },
      { line: 16, kind: 'ok', file: 'supabase/migrations/20250101000000_example.sql', text: '\n', packages: {} },
    ]);
  });

  it('may show fences inside longer fences', () => {
    assert.deepEqual(readSamples('````md\n```ts gap\n```\n````\n'), { samples: [], mistakes: [] });
  });

  for (const [what, page] of [
    ['an unknown tag', '```ts bad\n```'],
    ['an unknown attribute', '```ts gap path=a.ts\n```'],
    ['a package without a version', '```ts ok packages=zod\n```'],
    ['no end', '```ts\na();'],
  ] as const) {
    it(`are mistaken with ${what}`, () => assert.equal(readSamples(page).mistakes.length, 1));
  }
});

describe('a sample', () => {
  const sample = (kind: Sample['kind'], path: string): Sample => ({
    line: 10,
    kind,
    file: 'src/example.ts',
    text: `import express from 'express';\nexpress().get('${path}', (req, res) => res.json([]));\n`,
    packages: { express: '5.1.0' },
  });
  const options = { rules: [oldPath], checks: [] };
  const loud = { ...newPath, severity: 'error' as const, route: oldPath.route! };

  it('tagged gap must report the rule of its page', async () => {
    assert.deepEqual(await checkSample('old-path', sample('gap', '/old'), options), []);
    assert.match((await checkSample('old-path', sample('gap', '/'), options))[0]!, /line 10: .* old-path reports nothing/);
  });

  it('tagged gap must report no error of another rule', async () => {
    assert.match(
      (await checkSample('old-path', sample('gap', '/old'), { ...options, rules: [oldPath, loud] }))[0]!,
      /line 12: .*\(new-path\) distracts/,
    );
  });

  it('tagged ok must not report the rule of its page', async () => {
    assert.deepEqual(await checkSample('old-path', sample('ok', '/'), options), []);
    assert.match((await checkSample('old-path', sample('ok', '/old'), options))[0]!, /line 12: .* tagged ok/);
  });

  it('must parse', async () => {
    assert.match((await checkSample('old-path', { ...sample('ok', '/'), text: 'const = 1;\n' }, options))[0]!, /src\/example.ts:1: /);
  });
});
