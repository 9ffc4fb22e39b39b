import assert from 'node:assert/strict';
import { digest } from '../../../src/engine/factStore';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';
import { askAgain, isYounger, Witness } from '../../../src/project/witness';
import type { Workspace } from '../../../src/project/workspace';

const files = { 'a.ts': 'one', 'b.ts': 'two', 'package.json': '{}' };

/** A workspace that can tell all that one on disk can. */
function complete(texts: Record<string, string>, more: Partial<Workspace> = {}): Workspace {
  const base = memoryWorkspace(texts);
  return {
    root: base.root,
    list: () => base.list(),
    read: (file) => base.read(file),
    readWithReason: (file) => base.readWithReason(file),
    stat: (file) => base.stat(file),
    unreadable: () => [],
    tracked: () => true,
    isPartOfRepository: () => false,
    ...more,
  };
}

async function askAll(workspace: Workspace): Promise<void> {
  await workspace.list();
  workspace.read('a.ts');
  workspace.readWithReason('b.ts');
  workspace.stat('package.json');
  workspace.read('gone.ts');
  workspace.unreadable?.();
  workspace.tracked?.('.env');
  workspace.isPartOfRepository?.();
}

async function heard(workspace: Workspace): Promise<NonNullable<ReturnType<Witness['testimony']>>> {
  const witness = new Witness(digest);
  await askAll(witness.over(workspace));
  return witness.testimony()!;
}

describe('a witness of what a workspace says', () => {
  it('passes on what is said', async () => {
    const workspace = new Witness(digest).over(complete(files));
    assert.deepEqual(await workspace.list(), Object.keys(files));
    assert.equal(workspace.read('a.ts'), 'one');
    assert.deepEqual(workspace.readWithReason('b.ts'), { text: 'two' });
    assert.equal(workspace.stat('gone.ts'), undefined);
    assert.equal(workspace.tracked?.('.env'), true);
  });

  it('hears the same again while nothing changes', async () => {
    const { asked, said } = await heard(complete(files));
    assert.equal(await askAgain(complete(files), asked, digest), said);
    assert.deepEqual(asked.read, ['a.ts', 'gone.ts']);
  });

  const changes: Record<string, Workspace> = {
    'a text is another one': complete({ ...files, 'a.ts': 'other' }),
    'a text that is read with its reason is another one': complete({ ...files, 'b.ts': 'other' }),
    'a text that was read is gone': complete({ 'b.ts': 'two', 'package.json': '{}' }, { list: () => Promise.resolve(Object.keys(files)) }),
    'a file came that nobody had asked for': complete({ ...files, 'c.ts': '' }),
    'a file came that was missed': complete({ ...files, 'gone.ts': '' }, { list: () => Promise.resolve(Object.keys(files)) }),
    'a file has another length': complete({ ...files, 'package.json': '{ }' }),
    'a folder cannot be read': complete(files, { unreadable: () => ['src'] }),
    'a file is no part of the repository any more': complete(files, { tracked: () => false }),
    'nobody can tell what is part of it': complete(files, { tracked: () => undefined }),
    'there is a repository around it': complete(files, { isPartOfRepository: () => true }),
    'a file is not text any more': complete(files, { readWithReason: () => ({ skipped: 'not text' }) }),
  };
  for (const [name, changed] of Object.entries(changes))
    it(`hears something else when ${name}`, async () => {
      const { asked, said } = await heard(complete(files));
      assert.notEqual(await askAgain(changed, asked, digest), said);
    });

  it('tells a missing file from one that says so', async () => {
    const { asked, said } = await heard(complete({ ...files, 'gone.ts': 'undefined' }));
    const list = (): Promise<string[]> => Promise.resolve([...Object.keys(files), 'gone.ts'].sort());
    assert.notEqual(await askAgain(complete(files, { list }), asked, digest), said);
  });

  it('says nothing where the same question had two answers', () => {
    let text = 'before';
    const witness = new Witness(digest);
    const workspace = witness.over(complete(files, { read: () => text }));
    workspace.read('a.ts');
    workspace.read('a.ts');
    assert.ok(witness.testimony());
    text = 'after';
    workspace.read('a.ts');
    assert.equal(witness.testimony(), undefined);
  });

  it('does not mind when files were written, but tells those that are younger', async () => {
    const at = (mtimeMs: number): Workspace => complete(files, { stat: () => ({ size: 2, mtimeMs }) });
    const { asked, said } = await heard(at(1000));
    assert.equal(await askAgain(at(5000), asked, digest), said);
    assert.deepEqual([isYounger(at(1000), asked, 2000), isYounger(at(5000), asked, 2000)], [false, true]);
  });
});
