import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { codeOf, nodeStore } from '../../../src/project/nodeStore';

describe('A store in a folder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'gap-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gives back what was written last, from a folder that only its owner may read', () => {
    const within = path.join(folder, 'a/b');
    assert.equal(nodeStore(within, 'one').read(), undefined);
    nodeStore(within, 'one').write('first');
    nodeStore(within, 'one').write('second ✓');
    nodeStore(within, 'two').write('other');
    assert.equal(nodeStore(within, 'one').read(), 'second ✓');
    assert.equal(readdirSync(within).length, 2);
    if (process.platform === 'win32') return;
    assert.equal(statSync(within).mode & 0o77, 0);
    for (const file of readdirSync(within)) assert.equal(statSync(path.join(within, file)).mode & 0o77, 0);
  });

  it('is quiet where nothing can be written, and leaves what is there', () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, 'a file, not a folder');
    nodeStore(file, 'one').write('text');
    assert.equal(nodeStore(file, 'one').read(), undefined);
    assert.equal(readFileSync(file, 'utf8'), 'a file, not a folder');
  });

  it('removes what nobody asked for in 30 days, and nothing that is not its own', () => {
    const day = 24 * 60 * 60;
    const now = Date.now();
    for (const name of ['old', 'asked', 'young']) nodeStore(folder, name).write(name);
    writeFileSync(path.join(folder, 'notes.txt'), '');
    for (const file of readdirSync(folder)) utimesSync(path.join(folder, file), now / 1000 - 31 * day, now / 1000 - 31 * day);
    assert.equal(nodeStore(folder, 'asked').read(), 'asked');
    nodeStore(folder, 'young').write('again');
    assert.equal(nodeStore(folder, 'old').read(), undefined);
    assert.deepEqual([nodeStore(folder, 'asked').read(), nodeStore(folder, 'young').read()], ['asked', 'again']);
    assert.ok(readdirSync(folder).includes('notes.txt'));
  });

  it('tells bundles from each other that have a compiler beside them', () => {
    const bundle = path.join(folder, 'worker.js');
    writeFileSync(bundle, 'one');
    assert.equal(codeOf(bundle), undefined);
    writeFileSync(path.join(folder, 'typescript.js'), 'compiler');
    const first = codeOf(bundle);
    assert.ok(first);
    assert.equal(codeOf(bundle), first);
    writeFileSync(bundle, 'two');
    assert.notEqual(codeOf(bundle), first);
    writeFileSync(bundle, 'one');
    writeFileSync(path.join(folder, 'typescript.js'), 'another compiler');
    assert.notEqual(codeOf(bundle), first);
  });
});
