import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadFixtures, type Fixture } from '../../harness/fixtures';
import { applyEdits, applyFix, fixAll, newFindings } from '../../harness/fixing';
import { analyse, withManifest } from '../../harness/project';
import { checkFixes, checkFixture, checkSuppression } from '../../harness/ruleTester';
import { oldPath, newPath } from './sampleRule';

const options = { rules: [oldPath], checks: [] };
const source = `import express from 'express';

const app = express();
app.get('/old/orders', (req, res) => res.json([])); // expect: old-path
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ is an old path
app.get('/orders', (req, res) => res.json([])); // ok: old-path
`;
const fixed = `import express from 'express';

const app = express();
app.get('/new/orders', (req, res) => res.json([]));
app.get('/orders', (req, res) => res.json([]));
`;

describe('a rule on a fixture', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'fixtures-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function fixtures(files: Record<string, string>): Fixture[] {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    return loadFixtures(folder);
  }

  it('agrees with what the comments say', async () => {
    const [fixture] = fixtures({ 'orders.ts': source });
    assert.equal(fixture!.sources[0]!.file, 'src/orders.ts');
    assert.deepEqual(await checkFixture('old-path', fixture!, options), []);
  });

  it('differs when a comment is wrong', async () => {
    const [fixture] = fixtures({ 'orders.ts': source.replace('an old path', 'a new path') });
    assert.equal((await checkFixture('old-path', fixture!, options)).length, 1);
  });

  it('differs when the fixture says nothing of the rule', async () => {
    const [fixture] = fixtures({ 'quiet.ts': 'export const a = 1;\n' });
    assert.match((await checkFixture('old-path', fixture!, options))[0]!, /says nowhere what old-path is to do/);
  });

  it('differs when the fixture does not parse, unless it says so', async () => {
    const broken = 'export const a = ;\nexport const b = 1; // ok: old-path\n';
    const [fixture] = fixtures({ 'broken.ts': broken });
    assert.match((await checkFixture('old-path', fixture!, options))[0]!, /does not parse/);
    const [declared] = fixtures({ 'broken.ts': `// broken: a person is typing\n${broken}` });
    assert.deepEqual(await checkFixture('old-path', declared!, options), []);
  });

  it('places a file where its first lines say, and a folder as a project', async () => {
    const found = fixtures({
      'one.ts':
        "// file: app/api/orders/route.ts\n// packages: next@15.0.0\nimport { a } from 'next/server';\nexport const b = a; // ok: old-path\n",
      'two/src/a.ts': "import { z } from 'zod';\nexport const a = z; // ok: old-path\n",
      'two/src/a.fixed.ts': 'A golden is not part of the project.',
      'two/_.gitignore': 'dist\n',
    });
    assert.deepEqual(
      found.map(({ files }) => Object.keys(files)),
      [
        ['package.json', 'app/api/orders/route.ts'],
        ['package.json', '.gitignore', 'src/a.ts'],
      ],
    );
    assert.deepEqual(JSON.parse(found[0]!.files['package.json']!), { name: 'fixture', dependencies: { next: '15.0.0' } });
    assert.deepEqual(JSON.parse(found[1]!.files['package.json']!), { name: 'fixture', dependencies: { zod: '*' } });
  });

  it('is silent where a suppression stands above each finding', async () => {
    const [fixture] = fixtures({ 'orders.ts': source });
    await checkSuppression('old-path', fixture!, options);
  });

  it('fails when there is nothing to suppress', async () => {
    const [fixture] = fixtures({ 'quiet.ts': 'export const a = 1; // ok: old-path\n' });
    await assert.rejects(checkSuppression('old-path', fixture!, options), /nothing to suppress/);
  });

  it('gives the golden when it is fixed', async () => {
    const [fixture] = fixtures({ 'orders.ts': source, 'orders.fixed.ts': fixed });
    await checkFixes('old-path', fixture!, options);
  });

  it('fails when the fixed text is another than the golden', async () => {
    const [fixture] = fixtures({ 'orders.ts': source, 'orders.fixed.ts': source });
    await assert.rejects(checkFixes('old-path', fixture!, options), /differs from what came out/);
  });

  it('fails when the fix that a fixture names is not offered', async () => {
    const [fixture] = fixtures({ 'orders.ts': `// fix: another\n${source}`, 'orders.fixed.ts': fixed });
    await assert.rejects(checkFixes('old-path', fixture!, options), /offers no fix another/);
  });
});

describe('what came out of a fix', () => {
  const files = { 'package.json': '{"dependencies":{"express":"5.1.0"}}', 'src/orders.ts': fixed.replace('/new', '/old') };

  it('is sound when nothing speaks against it', async () => {
    const { applied, problems } = await fixAll(files, 'old-path', undefined, options);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      applied.map(({ id }) => id),
      ['renew'],
    );
  });

  it('is a problem when it imports what is not there', async () => {
    const { problems } = await fixAll(files, 'old-path', 'import-nothing', options);
    assert.deepEqual(problems, ['src/orders.ts imports "./nowhere", which is not there']);
  });

  it('is a problem when another rule reports more than before', async () => {
    const analyses = [
      await analyse(files, options),
      await analyse({ ...files, 'src/orders.ts': fixed }, { ...options, rules: [newPath] }),
    ] as const;
    assert.match(
      newFindings(analyses[0], analyses[1], 'old-path')[0]!,
      /^new-path reports 1 times after the fix and 0 times before: src\/orders.ts:4/,
    );
    assert.deepEqual(newFindings(analyses[0], analyses[0], 'old-path'), []);
  });

  it('is not offered by the engine when another rule reports more than before', async () => {
    const { applied } = await fixAll(files, 'old-path', undefined, { ...options, rules: [oldPath, newPath] });
    assert.deepEqual(applied, []);
  });

  it('is the same file when edits touch, and refused when they overlap', () => {
    assert.equal(
      applyEdits('abc', [
        { start: 1, end: 2, newText: 'x' },
        { start: 0, end: 1, newText: 'y' },
        { start: 3, end: 3, newText: 'z' },
      ]),
      'yxcz',
    );
    assert.throws(
      () =>
        applyEdits('abc', [
          { start: 0, end: 2, newText: '' },
          { start: 1, end: 3, newText: '' },
        ]),
      /overlaps/,
    );
    assert.throws(() => applyEdits('abc', [{ start: 2, end: 4, newText: '' }]), /outside/);
  });

  it('creates only what is not there and changes only what is', () => {
    const fix = (create: boolean, file: string) => ({
      id: 'a',
      kind: 'scaffold' as const,
      title: 'A',
      edits: [{ file, create, edits: [{ start: 0, end: 0, newText: 'new' }] }],
    });
    assert.equal(applyFix({}, fix(true, 'b.ts'))['b.ts'], 'new');
    assert.throws(() => applyFix({ 'b.ts': '' }, fix(true, 'b.ts')), /there already/);
    assert.throws(() => applyFix({}, fix(false, 'b.ts')), /not there/);
  });
});

describe('the manifest of a fixture', () => {
  it('names what sources import, without built-in modules, registries and aliases', () => {
    const text =
      "import express from 'express';\nimport 'node:fs';\nimport fs from 'fs';\nimport a from '@/a';\nimport b from './b';\nimport c from 'npm:c@1';\nimport { d } from '@scope/d/deep';\n";
    const { 'package.json': manifest } = withManifest({ 'src/a.ts': text }, { express: '4.21.0' });
    assert.deepEqual(JSON.parse(manifest!), { name: 'fixture', dependencies: { '@scope/d': '*', express: '4.21.0' } });
  });

  it('is left alone when there is one, and not added when nothing is imported', () => {
    assert.deepEqual(withManifest({ 'package.json': '{}' }, { express: '4.21.0' }), { 'package.json': '{}' });
    assert.deepEqual(withManifest({ 'supabase/functions/a/index.ts': "import a from 'npm:a@1';" }, {}), {
      'supabase/functions/a/index.ts': "import a from 'npm:a@1';",
    });
  });
});
