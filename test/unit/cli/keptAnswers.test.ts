import assert from 'node:assert/strict';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readArguments } from '../../../src/cli/arguments';
import { answerStore, recallAnswer, type Surroundings } from '../../../src/cli/keptAnswers';
import { cleanUp, folderWith, runWith } from './samples';

const today = '2026-06-15';

/** A project that was written an hour ago, with the folder that answers are kept in. */
function project(files: Record<string, string> = { 'src/a.ts': 'export const a = 1;\n' }): { root: string; cache: string } {
  const root = folderWith(files);
  const hourAgo = Date.now() / 1000 - 3600;
  for (const file of Object.keys(files)) utimesSync(path.join(root, file), hourAgo, hourAgo);
  return { root, cache: folderWith() };
}

/** Runs a command that reads all files of its project, as an engine would. */
async function runIn({ root, cache }: { root: string; cache: string }, args: readonly string[], engine = 'one'): Promise<void> {
  await runWith(args, {
    engine,
    cwd: root,
    cacheFolder: cache,
    fake: {
      onScan: async (workspace) => {
        for (const file of await workspace.list()) workspace.read(file);
      },
    },
  });
}

function recalled(
  args: readonly string[],
  around: { root: string; cache: string },
  { engine = 'one', ...more }: Partial<Surroundings> & { engine?: string } = {},
) {
  const store = answerStore(readArguments(args), { cwd: around.root, cacheFolder: around.cache, isColorful: false, today, ...more });
  return store ? recallAnswer(store, engine) : Promise.resolve(undefined);
}

describe('kept answers', () => {
  afterEach(cleanUp);

  for (const args of [['check'], ['check', '--format', 'json'], ['routes'], ['check', '.', 'src']])
    it(`gives the answer to \`${args.join(' ')}\` again`, async () => {
      const at = project();
      const { out, code } = await runWith(args, { engine: 'one', cwd: at.root, cacheFolder: at.cache });
      assert.deepEqual(pick(await recalled(args, at)), { out, code });
    });

  it('keeps nothing of what does more than answer, or is asked not to', async () => {
    const at = project();
    const inputs = [
      ['check', '--stdin', '--stdin-filename', 'src/a.ts'],
      ['check', '--update-baseline'],
      ['check', '--no-cache'],
      ['rules'],
      ['--version'],
      ['check', 'missing-folder'],
    ];
    for (const args of inputs) await runIn(at, args);
    assert.deepEqual(readdirSync(at.cache), []);
  });

  it('keeps nothing while the program is being worked on', async () => {
    const at = project();
    await runWith(['check'], { cwd: at.root, cacheFolder: at.cache });
    assert.deepEqual(readdirSync(at.cache), []);
  });

  it('keeps nothing that came with a complaint', async () => {
    const at = project();
    await runWith(['check'], { engine: 'one', cwd: at.root, cacheFolder: at.cache, fake: { failure: 'rule-that-throws' } });
    assert.deepEqual(readdirSync(at.cache), []);
  });

  it('keeps what came with progress on a screen', async () => {
    const at = project();
    const { err } = await runWith(['check'], { engine: 'one', cwd: at.root, cacheFolder: at.cache, showsProgress: true });
    assert.match(err, /Analysing/);
    assert.ok(await recalled(['check'], at));
  });

  it('answers other questions anew', async () => {
    const at = project();
    await runIn(at, ['check']);
    assert.ok(await recalled(['check'], at));
    assert.equal(await recalled(['check', '--all'], at), undefined);
    assert.equal(await recalled(['check', '--fail-on', 'warning'], at), undefined);
    assert.equal(await recalled(['check', 'src'], at), undefined);
    assert.equal(await recalled(['check'], at, { today: '2026-06-16' }), undefined);
    assert.equal(await recalled(['check'], at, { isColorful: true }), undefined);
    assert.equal(await recalled(['check'], at, { engine: 'another' }), undefined);
  });

  it('finds the answer in the folder that was named', async () => {
    const at = project();
    const named = folderWith();
    await runIn(at, ['check', '--cache-dir', named]);
    assert.deepEqual(readdirSync(at.cache), []);
    assert.ok(await recalled(['check', '--cache-dir', named], at));
  });

  it('answers anew once a file is another one, came or went', async () => {
    const at = project({ 'src/a.ts': 'export const a = 1;\n', 'src/b.ts': '' });
    await runIn(at, ['check']);
    const file = path.join(at.root, 'src/a.ts');
    const hourAgo = Date.now() / 1000 - 3600;
    writeFileSync(file, 'export const a = 2;\n');
    assert.equal(await recalled(['check'], at), undefined);
    // What says when a file was written may not be true.
    utimesSync(file, hourAgo, hourAgo);
    assert.equal(await recalled(['check'], at), undefined);
    writeFileSync(file, 'export const a = 1;\n');
    utimesSync(file, hourAgo, hourAgo);
    assert.ok(await recalled(['check'], at));
    writeFileSync(path.join(at.root, 'src/c.ts'), '');
    assert.equal(await recalled(['check'], at), undefined);
  });

  it('answers anew once the configuration that was named is another one', async () => {
    const at = project();
    const config = path.join(folderWith({ 'config.json': '{}' }), 'config.json');
    const args = ['check', '--config', config];
    await runIn(at, args);
    assert.ok(await recalled(args, at));
    writeFileSync(config, '{ }');
    assert.equal(await recalled(args, at), undefined);
  });

  it('takes nothing for an answer that is none', async () => {
    const at = project();
    await runIn(at, ['check']);
    const [file] = readdirSync(at.cache);
    for (const text of ['', '{', 'null', '{"engine":"one"}', '{"engine":"one","folders":{},"out":1,"code":0}']) {
      writeFileSync(path.join(at.cache, file!), text);
      assert.equal(await recalled(['check'], at), undefined);
    }
  });
});

function pick(answer: Awaited<ReturnType<typeof recallAnswer>>) {
  return answer && { out: answer.out, code: answer.code };
}
