import { strict as assert } from 'node:assert';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadDefinitions } from '../../../src/build/generation/definitions';
import { runGenerate } from '../../../src/build/generation/run';
import { sourceTree } from '../../../src/build/generation/tree';
import { createFrom } from '../../../src/build/scaffold/create';
import { parseRequest, Refused } from '../../../src/build/scaffold/names';
import { run } from '../../../src/build/progress';
import { loadFixtures, readFolder } from '../../harness/fixtures';
import { checkFixture } from '../../harness/ruleTester';
import { checkSample, readSamples } from '../../harness/pages';
import { compareOutcome } from '../../harness/checkTester';
import { analyse } from '../../harness/project';

/** A tree with nothing but the vocabulary and an empty index of everything, on which generated code compiles. */
function emptyProject(): string {
  mkdirSync('out', { recursive: true });
  const root = mkdtempSync(path.join(process.cwd(), 'out', 'scaffold-'));
  cpSync('src/model', path.join(root, 'src/model'), { recursive: true });
  writeFileSync(path.join(root, 'package.json'), '{"name":"scaffold","version":"1.2.0"}');
  const config = { extends: path.resolve('tsconfig.json'), include: ['src'], exclude: [] };
  writeFileSync(path.join(root, 'tsconfig.json'), JSON.stringify(config));
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'), 'junction');
  return root;
}

describe('a scaffold', () => {
  let root: string;
  before(async () => {
    root = emptyProject();
    createFrom(['rule', 'security', 'missing-thing'], root);
    createFrom(['check', 'operational-readiness', 'release-plan'], root);
    createFrom(['library', 'someServer'], root);
    await runGenerate({ root });
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it('is listed by the indexes, with a head on its page', () => {
    assert.match(readFileSync(path.join(root, 'src/rules/index.ts'), 'utf8'), /import missingThing from '.\/security\/missing-thing';/);
    assert.match(readFileSync(path.join(root, 'src/checks/index.ts'), 'utf8'), /releasePlan,/);
    assert.match(readFileSync(path.join(root, 'src/libraries/index.ts'), 'utf8'), /someServer,/);
    assert.match(readFileSync(path.join(root, 'docs/rules/missing-thing.md'), 'utf8'), /# Missing thing[\s\S]+Since: 1\.2\.0 \(preview/);
  });

  it('leaves nothing to generate', async () => assert.deepEqual((await runGenerate({ root, check: true })).stale, []));

  it('is told as stale, and not written, with check', async () => {
    const index = path.join(root, 'src/rules/index.ts');
    const text = readFileSync(index, 'utf8');
    writeFileSync(index, `${text}\n`);
    assert.deepEqual((await runGenerate({ root, check: true })).stale, ['src/rules/index.ts']);
    assert.equal(readFileSync(index, 'utf8'), `${text}\n`);
    await runGenerate({ root });
    assert.equal(readFileSync(index, 'utf8'), text);
  });

  it('compiles', async function () {
    this.timeout(60_000);
    await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', root, '--pretty', 'false']);
  });

  it('fails its tests until somebody writes it', async () => {
    const { rules, checks } = await loadDefinitions(sourceTree(root));
    const options = { rules, checks };
    const [fixture] = loadFixtures(path.join(root, 'test/rules/security/missing-thing'));
    assert.match((await checkFixture('missing-thing', fixture!, options)).join(), /missing-thing is expected here and does not report/);
    const { samples, mistakes } = readSamples(readFileSync(path.join(root, 'docs/rules/missing-thing.md'), 'utf8'));
    assert.deepEqual(mistakes, []);
    assert.deepEqual(
      samples.map(({ kind }) => kind),
      ['gap', 'ok'],
    );
    assert.match((await checkSample('missing-thing', samples[0]!, options)).join(), /reports nothing in it/);
    const cases = path.join(root, 'test/checks/operational-readiness/release-plan');
    for (const [name, outcome] of [
      ['absent', 'gap'],
      ['present', 'pass'],
    ] as const) {
      const { 'expect.json': expectation, ...files } = readFolder(path.join(cases, name));
      assert.equal((JSON.parse(expectation!) as { outcome: string }).outcome, outcome);
      assert.match(compareOutcome('release-plan', { outcome }, (await analyse(files, options)).result).join(), /ends in unknown/);
    }
    assert.ok(existsSync(path.join(root, 'test/libraries/someServer/facts.golden.json')));
  });

  it('is refused when its name is taken, whatever the dimension or kind', () => {
    for (const args of [
      ['rule', 'compliance', 'missing-thing'],
      ['check', 'security', 'missing-thing'],
      ['rule', 'security', 'release-plan'],
      ['library', 'someServer'],
    ]) {
      assert.throws(
        () => createFrom(args, root),
        (error) => error instanceof Refused && /exists already/.test(error.message),
        args.join(' '),
      );
    }
  });

  it('overwrites nothing', () => {
    const page = path.join(root, 'docs/rules/half-written.md');
    writeFileSync(page, 'mine');
    assert.throws(() => createFrom(['rule', 'security', 'half-written'], root), /docs\/rules\/half-written.md exists already/);
    assert.equal(readFileSync(page, 'utf8'), 'mine');
    assert.ok(!existsSync(path.join(root, 'src/rules/security/half-written.ts')));
    rmSync(page);
  });
});

describe('a request for a scaffold', () => {
  const refused: [string, string[]][] = [
    ['no arguments', []],
    ['another kind', ['fact', 'security', 'a-b']],
    ['no id', ['rule', 'security']],
    ['an unknown dimension', ['rule', 'safety', 'missing-thing']],
    ['capitals', ['rule', 'security', 'MissingThing']],
    ['a prefix that says no', ['rule', 'security', 'no-thing']],
    ['a prefix that demands', ['check', 'security', 'require-thing']],
    ['a path', ['rule', 'security', '../thing']],
    ['too much', ['rule', 'security', 'thing', 'more']],
    ['a library with a path', ['library', '../thing']],
    ['a library with capitals first', ['library', 'Thing']],
  ];
  for (const [what, args] of refused) it(`is refused with ${what}`, () => assert.throws(() => parseRequest(args), Refused));

  it('is understood', () => {
    assert.deepEqual(parseRequest(['rule', 'security', 'missing-thing']), { kind: 'rule', dimension: 'security', id: 'missing-thing' });
    assert.deepEqual(parseRequest(['library', 'supabase-edge']), { kind: 'library', id: 'supabase-edge' });
  });
});
