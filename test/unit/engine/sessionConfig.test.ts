import { strict as assert } from 'node:assert';
import { openLive, placesOf } from './liveProject';

const rule = 'build-checks-disabled';
const manifest = '{\n  "name": "shop",\n  "scripts": {\n    "typecheck": "tsc --noEmit || true"\n  }\n}\n';

describe('A session with files of configuration', () => {
  it('judges them on a scan and counts those in which there is something to judge', async () => {
    const { session, failures } = await openLive({ 'package.json': manifest, 'tsconfig.json': '{}', 'src/a.ts': 'export const a = 1;\n' });
    assert.deepEqual(placesOf(session.project().findings, rule), ['package.json:4']);
    assert.deepEqual(session.project().files.analysed, ['package.json', 'src/a.ts']);
    assert.deepEqual(failures, []);
  });

  it('judges unsaved text while it is typed, broken or not', async () => {
    const { session, type } = await openLive({ 'package.json': manifest, 'src/a.ts': 'export const a = 1;\n' });
    assert.deepEqual(placesOf(type('package.json', '\n  }\n}\n', ',\n    "test": "exit 0').findings, rule), [
      'package.json:4',
      'package.json:5',
    ]);
    assert.deepEqual(placesOf(type('package.json', ' || true', '').findings, rule), ['package.json:5']);
    session.release('package.json');
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), ['package.json:4']);
  });

  it('follows files that come and go, and what they are read with', async () => {
    const member = 'packages/a/package.json';
    const { session, write } = await openLive({
      'package.json': '{ "name": "root" }',
      [member]: '{ "name": "a", "scripts": { "test": "exit 0" } }',
    });
    assert.deepEqual(placesOf(session.project().findings, rule), [`${member}:1`]);
    write({ 'package.json': '{ "name": "root", "workspaces": ["packages/*"] }' });
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), []);
    write({ 'package.json': '{ "name": "root" }', 'tsconfig.json': '{ "compilerOptions": { "strict": false } }' });
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), [`${member}:1`, 'tsconfig.json:1']);
    write({ 'pnpm-workspace.yaml': 'packages: [packages/*]\n' });
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), ['tsconfig.json:1']);
    write({ 'tsconfig.json': undefined });
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), []);
    assert.ok(!session.project().files.analysed.includes('tsconfig.json'));
  });

  it('follows names for folders in the configuration of a bundler, typed or on disk', async () => {
    const rule = 'missing-auth-guard';
    const { session, type, write } = await openLive({
      'package.json': '{ "dependencies": { "@sveltejs/kit": "2.15.0", "mongodb": "6.3.0" } }',
      'svelte.config.js': "export default { kit: { alias: { $no: './src/db' } } };\n",
      'src/db/index.ts':
        "import { MongoClient } from 'mongodb';\nexport const shelves = new MongoClient('x').db('store').collection('shelves');\n",
      'src/routes/shelves/+server.ts':
        "import { shelves } from '$db';\nexport const DELETE = async ({ params }) => {\n  await shelves.deleteOne({ shelf: String(params.shelf) });\n  return new Response();\n};\n",
    });
    assert.deepEqual(placesOf(session.project().findings, rule), []);
    type('svelte.config.js', '$no', '$db');
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), ['src/routes/shelves/+server.ts:2']);
    type('svelte.config.js', 'export default', 'export  default');
    assert.deepEqual(await session.settle(), []);
    session.release('svelte.config.js');
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), []);
    write({ 'svelte.config.js': "export default { kit: { alias: { $db: './src/db' } } };\n" });
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), ['src/routes/shelves/+server.ts:2']);
  });

  it('leaves files alone that are too much to read', async () => {
    const { session } = await openLive({ 'package.json': `${manifest.slice(0, -2)}, "x": "${'x'.repeat(1_000_001)}" }` });
    assert.deepEqual(placesOf(session.project().findings, rule), []);
    assert.deepEqual(session.project().files.skipped, [{ file: 'package.json', reason: 'too large (1.0 MB)' }]);
  });

  it('offers fixes and leaves nothing behind by trying them', async () => {
    const { session } = await openLive({ 'package.json': manifest });
    const [finding] = session.result('package.json')!.findings;
    const action = session.actions('package.json', finding!.span).find(({ kind }) => kind === 'suggestion')!;
    assert.equal(action.title, 'Let the script fail');
    const { edits } = session.resolve('package.json', action.id)!.edits[0]!;
    assert.equal(manifest.slice(edits[0]!.start, edits[0]!.end), ' || true');
    assert.deepEqual(placesOf(session.project().findings, rule), ['package.json:4']);
  });

  it('costs nothing when code is typed', async () => {
    const { session, type } = await openLive({ 'package.json': manifest, 'src/a.ts': 'export const a = 1;\n' });
    type('src/a.ts', 'a = 1', 'a = 2');
    assert.equal(session.rejudged, 1);
    assert.deepEqual(
      (await session.settle()).map(({ file }) => file),
      [],
    );
    assert.equal(session.rejudged, 0);
  });
});

describe('A session with pipelines', () => {
  const config = 'export default {\n  typescript: { ignoreBuildErrors: true },\n};\n';
  const pipeline = 'on: [push]\njobs:\n  types:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npx tsc --noEmit\n';

  it('judges builds again when a pipeline begins or ceases to check what they leave out', async () => {
    const { session, write, type } = await openLive({
      'package.json': '{ "dependencies": { "next": "15.0.0" } }',
      'next.config.mjs': config,
    });
    assert.deepEqual(placesOf(session.project().findings, rule), ['next.config.mjs:2']);
    assert.equal(placesOf(session.project().findings, 'missing-ci').length, 1);
    write({ '.github/workflows/ci.yml': pipeline });
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), []);
    assert.equal(placesOf(session.project().findings, 'missing-ci').length, 0);
    type('.github/workflows/ci.yml', 'npx tsc --noEmit', 'echo');
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), ['next.config.mjs:2']);
    assert.deepEqual(placesOf(session.project().findings, 'missing-ci'), ['.github/workflows/ci.yml:1']);
    write({ 'package.json': '{ "dependencies": { "next": "15.0.0" }, "scripts": { "t": "tsc" } }' });
    type('.github/workflows/ci.yml', 'run: echo', 'run: npm run t');
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), []);
  });
});

describe('A session with a file of the environment', () => {
  const secret = 'JWT_SECRET=9fK2mQx7LwZt4RbV\n';
  const env = (session: { project(): { findings: Parameters<typeof placesOf>[0] } }) =>
    placesOf(session.project().findings, 'env-file-committed');

  it('follows what git has and what it leaves out', async () => {
    const { session, write, type } = await openLive({ '.env': secret, '.git/index': 'package.json', 'package.json': '{}' });
    assert.deepEqual(env(session), ['.env:1']);
    const [finding] = session.result('.env')!.findings;
    const action = session.actions('.env', finding!.span).find(({ kind }) => kind === 'suggestion')!;
    assert.deepEqual(session.resolve('.env', action.id)!.edits, [
      { file: '.gitignore', create: true, edits: [{ start: 0, end: 0, newText: '.env\n' }] },
    ]);
    write({ '.gitignore': '.env\n' });
    await session.settle();
    assert.deepEqual(env(session), []);
    type('.gitignore', '.env', '.envrc');
    await session.settle();
    assert.deepEqual(env(session), ['.env:1'], 'the list is not saved yet, and counts');
    session.release('.gitignore');
    await session.settle();
    assert.deepEqual(env(session), []);
    type('.env', secret, `${secret}\nAPI_SECRET=4tZq8WnLx2KvB6`);
    assert.deepEqual(env(session), []);
  });

  it('shows no part of a value beyond its first characters', async () => {
    const { session } = await openLive({
      '.env': 'STRIPE_KEY=sk_live_51HqZtRwLkVnXeJmYdHcPq7S\nDB_PASSWORD=mT4rW9kxQz\n',
      '.git/index': '.env',
    });
    const told = JSON.stringify([session.project(), session.result('.env')]);
    assert.equal(env(session).length, 2);
    assert.ok(!told.includes('HqZt') && !told.includes('mT4r'), told);
  });
});
