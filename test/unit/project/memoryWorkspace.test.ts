import { strict as assert } from 'node:assert';
import { memoryWorkspace, overlayWorkspace } from '../../../src/project/memoryWorkspace';
import type { Workspace } from '../../../src/project/workspace';

describe('workspace in memory', () => {
  it('reads through to its map', async () => {
    const files = new Map([['b.ts', 'é']]);
    const workspace = memoryWorkspace(files);
    files.set('a.ts', 'a');
    assert.deepEqual(await workspace.list(), ['a.ts', 'b.ts']);
    assert.equal(workspace.read('a.ts'), 'a');
    assert.equal(workspace.read('c.ts'), undefined);
    assert.deepEqual(workspace.stat('b.ts'), { size: 2, mtimeMs: 0 });
    assert.equal(workspace.stat('c.ts'), undefined);
  });

  it('says why a text is not analysed, as files do', () => {
    const workspace = memoryWorkspace({ 'a.js': 'a'.repeat(30_000) });
    assert.deepEqual(workspace.readWithReason('a.js'), { skipped: 'minified' });
    assert.deepEqual(workspace.readWithReason('b.js'), { skipped: 'missing' });
  });
});

describe('unsaved texts over a workspace', () => {
  it('hide what is below until they are released', async () => {
    const overlay = overlayWorkspace(memoryWorkspace({ 'a.ts': 'saved' }));
    overlay.set('a.ts', 'unsaved');
    overlay.set('new.ts', '');
    overlay.set('notes.txt', 'of no interest');
    assert.deepEqual(await overlay.list(), ['a.ts', 'new.ts']);
    assert.equal(overlay.read('a.ts'), 'unsaved');
    assert.equal(overlay.read('new.ts'), '', 'an empty buffer is not a missing file');
    assert.deepEqual(overlay.readWithReason('a.ts'), { text: 'unsaved' });
    assert.equal(overlay.stat('a.ts')?.size, 7);
    overlay.release('a.ts');
    overlay.release('new.ts');
    assert.equal(overlay.read('a.ts'), 'saved');
    assert.equal(overlay.read('new.ts'), undefined);
    assert.deepEqual(await overlay.list(), ['a.ts']);
  });

  it('have a later time with every change', () => {
    const overlay = overlayWorkspace(memoryWorkspace({ 'a.ts': 'a' }));
    const times = [overlay.stat('a.ts')!.mtimeMs];
    for (const text of ['b', 'c']) {
      overlay.set('a.ts', text);
      times.push(overlay.stat('a.ts')!.mtimeMs);
    }
    assert.ok(times[0]! < times[1]! && times[1]! < times[2]!, times.join());
  });

  it('tell changes of both layers, but not those that they hide', () => {
    let below: ((files: readonly string[]) => void) | undefined;
    const base: Workspace = {
      ...memoryWorkspace({}),
      onDidChange(callback) {
        below = callback;
        return () => (below = undefined);
      },
    };
    const overlay = overlayWorkspace(base);
    const seen: string[] = [];
    const stop = overlay.onDidChange((files) => seen.push(files.join()));
    overlay.set('a.ts', '');
    below?.(['a.ts', 'b.ts']);
    below?.(['a.ts']);
    overlay.release('a.ts');
    overlay.release('never.ts');
    assert.deepEqual(seen, ['a.ts', 'b.ts', 'a.ts']);
    stop();
    assert.equal(below, undefined);
    overlay.set('c.ts', '');
    assert.equal(seen.length, 3);
  });
});
