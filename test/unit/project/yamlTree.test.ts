import { strict as assert } from 'node:assert';
import { readYaml } from '../../../src/project/yamlTree';

describe('a YAML file', () => {
  it('is read to its texts, with keys and places', () => {
    const text =
      "on: [push]\njobs:\n  check:\n    steps:\n      - run: |\n          npm ci\n          npm test\n      - uses: 'actions/checkout@v4'\n";
    const found = readYaml(text)!;
    assert.deepEqual(
      found.map(({ path }) => path.join('.')),
      ['on.0', 'jobs.check.steps.0.run', 'jobs.check.steps.1.uses'],
    );
    assert.equal(found[1]!.value, 'npm ci\nnpm test\n');
    assert.equal(text.slice(found[1]!.keySpan.start, found[1]!.keySpan.end), 'run');
    assert.match(text.slice(found[1]!.span.start, found[1]!.span.end), /^\|\n\s+npm ci/);
    assert.equal(text.slice(found[2]!.span.start, found[2]!.span.end), "'actions/checkout@v4'");
  });

  it('keeps keys without a value', () =>
    assert.deepEqual(
      readYaml('on:\n  pull_request:\n')!.map(({ path, value }) => [path.join('.'), value]),
      [['on.pull_request', '']],
    ));

  for (const text of [
    '',
    '# nothing',
    'a: [1, {b: }',
    '\t- a',
    'a: *missing',
    'a: &x [*x]',
    '--- a\n--- b\n',
    '{{{',
    `a: ${'['.repeat(300)}`,
  ]) {
    it(`survives ${JSON.stringify(text.slice(0, 20))}`, () => assert.ok(Array.isArray(readYaml(text) ?? [])));
  }
});
