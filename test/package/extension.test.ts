import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { listZip, type ZipEntry } from './zip';

describe('The VSIX', () => {
  const file = process.env.PRODUCTION_GAP_VSIX ?? '';
  let entries: ZipEntry[];

  before(() => {
    entries = listZip(file);
  });

  it('is under 3 MB', () => {
    assert.ok(statSync(file).size < 3_000_000, `It has ${statSync(file).size} bytes.`);
  });

  it('holds what the extension needs and nothing else', () => {
    const allowed = [
      /^extension\.vsixmanifest$/,
      /^\[Content_Types\]\.xml$/,
      /^extension\/package(\.nls(\.[\w-]+)?)?\.json$/,
      /^extension\/(readme|changelog)\.md$/i,
      /^extension\/LICENSE(\.txt)?$/i,
      /^extension\/dist\/(extension|late|worker|webview|typescript|tsMorph)\.js$/,
      /^extension\/dist\/THIRD_PARTY_NOTICES\.txt$/,
      /^extension\/docs\/(rules|checks)\/[\w-]+\.md$/,
      /^extension\/(l10n|media)\/[\w./-]+$/,
    ];
    const names = entries.map(({ name }) => name);
    assert.deepEqual(
      names.filter((name) => !allowed.some((pattern) => pattern.test(name))),
      [],
    );
    for (const needed of [
      'dist/extension.js',
      'dist/late.js',
      'dist/worker.js',
      'dist/typescript.js',
      'dist/THIRD_PARTY_NOTICES.txt',
      'media/icon.png',
      'package.nls.json',
    ]) {
      assert.ok(names.includes(`extension/${needed}`), `${needed} is missing.`);
    }
  });

  it('holds every file that the manifest names', () => {
    const names = new Set(entries.map(({ name }) => name.toLowerCase()));
    const manifest = readFileSync('package.json', 'utf8');
    const named = [...manifest.matchAll(/"\.?\/?((?:dist|media|docs|l10n)\/[\w./-]+\.\w+)"/g)]
      .map(([, path]) => path ?? '')
      .filter((path) => path !== 'dist/cli.js');
    assert.ok(named.includes('dist/extension.js'));
    assert.deepEqual(
      named.filter((path) => !names.has(`extension/${path.toLowerCase()}`)),
      [],
    );
  });
});

describe('The bundles', () => {
  it('share one compiler, which the extension itself never loads', () => {
    for (const bundle of ['worker', 'commandLine']) {
      const text = readFileSync(`dist/${bundle}.js`, 'utf8');
      assert.match(text, /require\("\.\/typescript\.js"\)/, `${bundle}.js does not use the shared compiler.`);
      // The compiler's own code has this name in hundreds of places; a user of it in none or a few.
      assert.ok(text.length < 2_000_000, `${bundle}.js has ${text.length} characters: is a compiler inside?`);
    }
    // What is in the command's own file is compiled anew each time.
    assert.ok(readFileSync('dist/cli.js', 'utf8').length < 5_000);
    // What repeats an answer is worth its time only while it is small.
    const repeating = readFileSync('dist/repeat.js', 'utf8');
    assert.ok(repeating.length < 60_000, `repeat.js has ${repeating.length} characters.`);
    assert.doesNotMatch(repeating, /require\("\.\/typescript\.js"\)/);
    const extension = readFileSync('dist/extension.js', 'utf8');
    assert.doesNotMatch(extension, /typescript\.js|tsMorph\.js/);
    assert.ok(extension.length < 600_000, `extension.js has ${extension.length} characters.`);
  });

  it('come with the licence of every package inside them', () => {
    const notices = readFileSync('dist/THIRD_PARTY_NOTICES.txt', 'utf8');
    for (const name of ['@ts-morph/common', 'zod']) assert.match(notices, new RegExp(`^${name} [\\d.]+ \\(`, 'm'));
    assert.match(readFileSync('dist/typescript.js', 'utf8').slice(0, 2_000), /Apache License/);
  });
});
