import assert from 'node:assert/strict';
import type { Session } from '../../../src/engine/api';
import { digest, type FactStore } from '../../../src/engine/factStore';
import { openSession, type SessionOptions } from '../../../src/engine/session';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';
import { answersOf, guardedApplication, placesOf } from './liveProject';
import { random } from './random';

/** A store that tells how often something was kept. */
interface MemoryStore extends FactStore {
  kept: string[];
}

function storeOf(kept: string[] = [], engine = 'an engine'): MemoryStore {
  return { engine, kept, read: () => kept.at(-1), write: (text) => void kept.push(text) };
}

async function scanned(disk: Map<string, string>, options: SessionOptions = {}): Promise<Session> {
  const session = openSession(memoryWorkspace(disk), options);
  await session.scan();
  return session;
}

/** All that a command would print of a project. */
function said(session: Session): unknown {
  const { timings: _, ...rest } = session.project();
  return { ...rest, routes: session.routes() };
}

/** Scans a project in a session that finds what an earlier one kept, and says the same as one that does not. */
async function reopened(disk: Map<string, string>, store: FactStore, options: SessionOptions = {}): Promise<Session> {
  const session = await scanned(disk, { ...options, store });
  assert.deepEqual(said(session), said(await scanned(disk, options)));
  return session;
}

function project(files: Record<string, string> = {}): Map<string, string> {
  return new Map(Object.entries({ ...guardedApplication(), ...files }));
}

function replace(disk: Map<string, string>, file: string, from: string, to: string): void {
  const text = disk.get(file)!;
  assert.ok(text.includes(from), `"${from}" stands in ${file}`);
  disk.set(
    file,
    text.replace(from, () => to),
  );
}

/** A handler of whose findings one is about what another file does. */
const preview = {
  'src/preview.ts': `import { Router } from 'express';
import { load } from './load';
export const preview = Router();
preview.get('/preview', async (req, res) => {
  res.send(await load(req.query.address));
});
`,
  'src/load.ts': 'export const load = (address) => fetch(address, { signal: AbortSignal.timeout(1000) });\n',
};

/** Where other files do what findings of this kind are about. */
function related(session: Session): string[] {
  return session
    .project()
    .findings.filter(({ rule }) => rule === 'ssrf')
    .flatMap((finding) => finding.related.map(({ file, line }) => `${file}:${line}`));
}

describe('Facts that outlive a session', () => {
  it('are those that the next one goes by, which keeps nothing anew', async () => {
    const disk = project();
    const store = storeOf();
    await scanned(disk, { store });
    assert.equal(store.kept.length, 1);
    await reopened(disk, store);
    assert.equal(store.kept.length, 1);
  });

  it('are believed: a file as it was is not read as code again', async () => {
    const disk = project();
    const store = storeOf();
    await scanned(disk, { store });
    const body = store.kept[0]!.slice(store.kept[0]!.indexOf('\n') + 1).replaceAll('"/reports"', '"/told"');
    const session = await scanned(disk, { store: storeOf([`${digest(body)}\n${body}`]) });
    assert.ok(answersOf(session).includes('GET /told absent'), answersOf(session).join());
  });

  it('hold no longer where a text is another one, nor for those who asked about it', async () => {
    const disk = project();
    const store = storeOf();
    assert.deepEqual(answersOf(await scanned(disk, { store })), ['POST /items present', 'POST /orders present', 'GET /reports absent']);
    replace(disk, 'src/guards/session.ts', "return res.status(401).json({ error: 'Unauthorized' });", '');
    assert.deepEqual(answersOf(await reopened(disk, store)), ['POST /items absent', 'POST /orders absent', 'GET /reports absent']);
    assert.equal(store.kept.length, 2);
    await reopened(disk, store);
    assert.equal(store.kept.length, 2);
  });

  it('name places in other files as these are now', async () => {
    const disk = project(preview);
    const store = storeOf();
    assert.deepEqual(related(await scanned(disk, { store })), ['src/load.ts:1']);
    disk.set('src/load.ts', `// One line more.\n${disk.get('src/load.ts')!}`);
    assert.deepEqual(related(await reopened(disk, store)), ['src/load.ts:2']);
  });

  it('hold no longer where imports lead elsewhere, files came or went', async () => {
    const disk = project();
    const store = storeOf();
    await scanned(disk, { store });
    disk.set('src/guards.ts', 'export const requireSession = (req, res, next) => next();\n');
    replace(disk, 'tsconfig.json', 'src/guards/index.ts', 'src/guards.ts');
    assert.deepEqual(answersOf(await reopened(disk, store)), ['POST /items absent', 'POST /orders present', 'GET /reports absent']);
    disk.delete('src/guards/session.ts');
    await reopened(disk, store);
    disk.set('src/guards/session.ts', guardedApplication()['src/guards/session.ts']!);
    assert.deepEqual(answersOf(await reopened(disk, store)), ['POST /items absent', 'POST /orders present', 'GET /reports absent']);
  });

  it('hold no longer where the package of a file depends on something else, or the team says something else', async () => {
    const disk = project();
    const store = storeOf();
    await scanned(disk, { store });
    replace(disk, 'package.json', '"express":"4.21.2"', '"express":"5.1.0"');
    await reopened(disk, store);
    replace(disk, 'src/items.ts', 'name: String(req.body.name)', 'name: cleaned(req.body).name');
    replace(disk, 'src/items.ts', 'import { prisma }', "import { cleaned } from './cleaned';\nimport { prisma }");
    disk.set('src/cleaned.ts', 'export const cleaned = (body) => ({ name: body.name });\n');
    await reopened(disk, store);
    disk.set('.production-gap/config.json', JSON.stringify({ validators: [{ name: 'cleaned' }], guards: [{ name: 'requireSession' }] }));
    await reopened(disk, store);
    disk.set('.production-gap/config.json', JSON.stringify({ tests: ['src/items.ts'] }));
    await reopened(disk, store);
  });

  it('tell of a file that could not be analysed before, once it can', async () => {
    const guard = guardedApplication()['src/guards/session.ts']!;
    const disk = project({ 'src/guards/session.ts': `${guard}// ${'x'.repeat(6_000_000)}\n` });
    const store = storeOf();
    const first = await scanned(disk, { store });
    assert.deepEqual(
      first.project().files.skipped.map(({ file }) => file),
      ['src/guards/session.ts'],
    );
    await reopened(disk, store);
    assert.equal(store.kept.length, 1);
    disk.set('src/guards/session.ts', guard);
    assert.ok(answersOf(await reopened(disk, store)).includes('POST /orders present'));
  });

  it('give way to a text that is open', async () => {
    const disk = project(preview);
    const store = storeOf();
    assert.deepEqual(related(await scanned(disk, { store })), ['src/load.ts:1']);
    const session = openSession(memoryWorkspace(disk), { store });
    await session.prepare();
    session.setText('src/load.ts', 'export const load = (address) => String(address);\n', 1);
    session.setText('src/guards/session.ts', 'export function requireSession(req, res, next) {\n  next();\n}\n', 1);
    session.setText('src/reports.ts', disk.get('src/reports.ts')!.replace("'/'", "'/all'"), 1);
    await session.scan();
    assert.deepEqual(answersOf(session), ['POST /items absent', 'POST /orders absent', 'GET /preview unknown', 'GET /reports/all absent']);
    assert.deepEqual(related(session), []);
    // What was kept are the facts of those texts, and the disk has others.
    await reopened(disk, store);
  });

  it('give way to what is typed while they are looked at', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `src/more${index}.ts`,
        `import { prisma } from './db';\nexport const more${index} = () => prisma.more.findFirst();\n`,
      ]),
    );
    const disk = project({ ...many, ...preview });
    const store = storeOf();
    await scanned(disk, { store });
    const workspace = memoryWorkspace(disk);
    // Reading takes long enough that others get their turn again and again.
    const slow = (file: string): string | undefined => {
      const end = performance.now() + 1;
      while (performance.now() < end);
      return workspace.read(file);
    };
    const session = openSession({ ...workspace, read: slow }, { store });
    const scan = session.scan();
    let typed = 0;
    let isDone = false;
    const typing = (async () => {
      while (!isDone) {
        await new Promise((resolve) => setImmediate(resolve));
        if (typed === 3) continue;
        session.setText(
          'src/load.ts',
          typed === 2 ? 'export const load = (address) => String(address);\n' : `${preview['src/load.ts']}// ${typed}\n`,
          ++typed,
        );
        await session.settle();
      }
    })();
    await scan;
    isDone = true;
    await typing;
    assert.equal(typed, 3);
    await session.settle();
    assert.deepEqual(related(session), []);
  });

  it('are looked at again from where a scan was stopped', async () => {
    const disk = project();
    const store = storeOf();
    await scanned(disk, { store });
    const session = openSession(memoryWorkspace(disk), { store });
    await session.scan({ signal: AbortSignal.abort() });
    await session.scan();
    assert.deepEqual(said(session), said(await scanned(disk)));
    assert.equal(store.kept.length, 1);
  });

  it('are those of the text on disk, though another one was tried out', async () => {
    const disk = project({ 'src/late.ts': "export const load = () => fetch('https://api.example.com');\n" });
    const store = storeOf();
    const session = await scanned(disk, { store });
    const found = session.project().findings.find(({ rule }) => rule === 'external-call-without-timeout')!;
    const action = session.actions(found.location.file, found.span).find(({ kind }) => kind === 'fix' || kind === 'suggestion')!;
    assert.ok(session.resolve(found.location.file, action.id));
    disk.set('src/more.ts', 'export const more = 1;\n');
    session.filesChanged([{ file: 'src/more.ts', type: 'created' }]);
    await session.scan();
    assert.equal(store.kept.length, 2);
    const again = await reopened(disk, store);
    assert.deepEqual(placesOf(again.project().findings, 'external-call-without-timeout'), ['src/late.ts:1']);
    assert.equal(store.kept.length, 2);
  });

  it('hold no credential, nor does anything else that is kept', async () => {
    const secrets = ['hunter2', 'sk_live_8Hq2LmZx91TvBnPoWcRe77', 'zT9-unlikely-77x', 'Postgr3s-p4ss', 'AKIAQ2WE7RTYU3IOPLKJ'];
    const [password, stripe, token, database, aws] = secrets;
    const disk = project({
      'src/secrets.ts': `export const ADMIN_PASSWORD = '${password}';
export const stripe = { key: '${stripe}' };
export class Keys {
  static apiToken = '${token}';
}
export const place = 'postgres://root:${database}@db.acme.io:5432/shop';
`,
      'src/more.ts': `export const region = 'eu-west-1';
export const id = '${aws}';
`,
      'src/plain.ts': "export const prefix = '/v1/plain';\n",
      'src/uses.ts': `import { Router } from 'express';
import { ADMIN_PASSWORD, stripe, place, Keys } from './secrets';
import { id, region } from './more';
import { prefix } from './plain';
export const router = Router();
for (const path of [ADMIN_PASSWORD, stripe.key, place, Keys.apiToken, id]) router.get(path, (req, res) => res.end());
router.get(prefix, (req, res) => res.end());
router.get(region, (req, res) => res.end());
`,
    });
    const store = storeOf();
    await scanned(disk, { store });
    assert.ok(store.kept[0]!.includes('/v1/plain'));
    for (const secret of secrets) assert.ok(!store.kept[0]!.includes(secret), secret);
    await reopened(disk, store);
    assert.equal(store.kept.length, 1);
    const session = openSession(memoryWorkspace(disk), { store });
    await session.prepare();
    session.setText('src/plain.ts', `export const prefix = '/v2/plain';\nexport const apiSecret = '${password}';\n`, 1);
    session.setText('src/more.ts', "export const region = 'eu-west-2';\n", 1);
    await session.scan();
    assert.equal(store.kept.length, 2);
    assert.ok(store.kept[1]!.includes('eu-west-2') && !store.kept[1]!.includes('/v2/plain'));
    for (const secret of secrets) assert.ok(!store.kept[1]!.includes(secret), secret);
  });

  it('are left alone when they are damaged, cut off, or of another engine', async () => {
    const disk = project();
    const store = storeOf();
    await scanned(disk, { store });
    const text = store.kept[0]!;
    for (const other of ['', 'x', text.slice(0, -20), text.replace('/reports', '/stories'), `${digest('[]')}\n[]`]) {
      const damaged = storeOf([other]);
      await reopened(disk, damaged);
      assert.equal(damaged.kept.length, 2, other.slice(0, 40));
    }
    const later = storeOf([text], 'a later engine');
    await reopened(disk, later);
    assert.equal(later.kept.length, 2);
  });

  it('are not kept of a scan that somebody stopped', async () => {
    const store = storeOf();
    await openSession(memoryWorkspace(project()), { store }).scan({ signal: AbortSignal.abort() });
    assert.deepEqual(store.kept, []);
  });

  for (const seed of [1, 2, 3]) {
    it(`say the same as none after any edits (seed ${seed})`, async function () {
      this.timeout(60_000);
      const next = random(seed);
      const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
      const cycle = {
        'src/cycleA.ts':
          "import { b } from './cycleB';\nexport function a(req, res, next) {\n  if (!req.user) return res.sendStatus(401);\n  b();\n  next();\n}\n",
        'src/cycleB.ts': "import { a } from './cycleA';\nexport const b = () => a;\n",
      };
      const original = project(cycle);
      const disk = new Map(original);
      const store = storeOf();
      await scanned(disk, { store });
      for (let step = 0; step < 30; step++) {
        const file = pick([...original.keys()]);
        const lines = (disk.get(file) ?? original.get(file)!).split('\n');
        const at = Math.floor(next() * lines.length);
        const chance = next();
        if (chance < 0.1) disk.delete(file);
        else if (chance < 0.3) disk.set(file, original.get(file)!);
        else if (chance < 0.4) disk.set(file.replace(/\.ts$/, '2.ts'), lines.join('\n'));
        else {
          if (chance < 0.6) lines.splice(at, 1);
          else if (chance < 0.7) lines.splice(at, 0, lines[Math.floor(next() * lines.length)]!);
          else if (chance < 0.8) lines.splice(0, 0, '');
          else lines[at] = lines[at]!.replace(/requireSession,? ?/, '');
          disk.set(file, lines.join('\n'));
        }
        await reopened(disk, store);
      }
    });
  }
});
