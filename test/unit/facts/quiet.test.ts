import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileContext } from '../../../src/facts/fileContext';
import { isQuiet } from '../../../src/facts/quiet';
import { mayHoldSecret, mayHoldShape } from '../../../src/facts/secretShapes';
import { tablesOf } from '../../../src/facts/tables';
import { libraries } from '../../../src/libraries';
import type { ProjectFiles } from '../../../src/engine/project';
import { openSession } from '../../../src/engine/session';
import { recogniseAll } from '../../../src/facts/fileFacts';
import type { ProjectModel } from '../../../src/facts/projectModel';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';
import { nodeWorkspace } from '../../../src/project/nodeWorkspace';
import type { Workspace } from '../../../src/project/workspace';
import { loadFixtures } from '../../harness/fixtures';
import { openLive, placesOf } from '../engine/liveProject';

function foldersBelow(folder: string, depth: number): string[] {
  if (depth === 0) return [folder];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? foldersBelow(join(folder, entry.name), depth - 1) : [],
  );
}

const tables = tablesOf(libraries);
const context = (more: Partial<FileContext>): FileContext => ({
  file: 'src/view.tsx',
  role: 'source',
  side: 'client',
  packageDir: '',
  dependencies: { react: '19.0.0' },
  ...more,
});

describe('files in which nothing can be wrong', () => {
  it('are views that call nothing that fails in silence', () => {
    assert.ok(isQuiet(context({}), 'export const Title = () => <h1>Orders</h1>;', tables));
    assert.ok(isQuiet(context({}), "const rows = Array.from(ids); export const key = 'text-2xl';", tables));
    for (const text of [
      'try { await save(); } catch {}',
      'load().then(show, () => {});',
      "await client.from('orders').insert(order);",
      'const parsed = schema.safeParse(input);',
      "const apiKey = 'q8ZtR3wLkV5nXeJm7Yd2';",
    ])
      assert.ok(!isQuiet(context({}), text, tables), text);
  });
  it('are files of a server, or of nobody knows what, only where nothing is called that means anything', () => {
    for (const side of ['server', 'unknown'] as const) {
      for (const text of [
        'export {};',
        "export * from './orders';",
        'export const Table = ({ rows }: Props) => <List rows={rows.map(toRow)} />;',
        'export function total(a: number) {\n  return twice(a) + 1;\n}\n',
      ]) {
        assert.ok(isQuiet(context({ side }), text, tables), text);
      }
      for (const text of [
        'app.get(path, handler);',
        'const rows = await db.query<Row>(text);',
        'const rows = await prisma.$queryRaw`select 1`;',
        'const names = await db.map(text, [], toName);',
        'const query = { Query: { orders: () => load() } };',
        "import { generateText as ask } from 'ai'; export const say = (text: string) => ask(text);",
        "import fetchIt from 'node-fetch'; export const load = (url: string) => fetchIt(url);",
        "export const headers = { 'Access-Control-Allow-Origin': '*' };",
        'export const api = makeRouter({ orders, users });',
        'export const list = (req: Request, res: Response) => present(res, rows);',
        'export const handle = async (c) => present(c);',
        '@Controller()\nexport class Orders {}',
        'export const url = process.env.URL;',
        'export const isAdmin = (user: User) => user.user_metadata.role === wanted;',
        'export const set = (ctx: Context) => { ctx.body = rows; };',
        'load().then(show);',
        'engine.autoEscape = false;',
        'export const options = { typescript: { ignoreBuildErrors: true } };',
        '// @ts-nocheck\nexport const a = 1;',
        "export const password = 'q8ZtR3wLkV5nXeJm7Yd2';",
      ])
        assert.ok(!isQuiet(context({ side, file: 'src/a.ts' }), text, tables), text);
    }
    for (const role of ['config', 'script', 'migration'] as const)
      assert.ok(!isQuiet(context({ side: 'unknown', role }), 'export {};', tables), role);
  });
  it('are tests and examples without the shape of a credential, and all generated code', () => {
    for (const role of ['test', 'example'] as const) {
      assert.ok(isQuiet(context({ role, side: 'server' }), "const password = 'q8ZtR3wLkV5nXeJm7Yd2'; try { f(); } catch {}", tables));
      assert.ok(!isQuiet(context({ role, side: 'server' }), "const key = 'sk-proj-q8ZtR3wLkV5nXeJm7Yd2Hc9Bf4Gs6Ap1';", tables));
    }
    assert.ok(isQuiet(context({ role: 'generated' }), "const key = 'sk-proj-q8ZtR3wLkV5nXeJm7Yd2Hc9Bf4Gs6Ap1';", tables));
  });
  it('are no files that answer requests by their place or say that they do', () => {
    const dependencies = { next: '15.0.0', react: '19.0.0' };
    assert.ok(!isQuiet(context({ file: 'app/api/orders/route.ts', dependencies }), 'export const GET = () => new Response();', tables));
    assert.ok(!isQuiet(context({ dependencies }), "'use server';\nexport async function save() {}", tables));
    assert.ok(isQuiet(context({ dependencies }), 'export async function save() {}', tables));
  });
  it('hold no credential that a rule would report', () => {
    const folder = 'test/rules/security/hardcoded-secret';
    let seen = 0;
    const visit = (path: string): void => {
      if (statSync(path).isDirectory()) return readdirSync(path).forEach((name) => visit(join(path, name)));
      if (!/\.[jt]sx?$/.test(path) || path.includes('.fixed')) return;
      const text = readFileSync(path, 'utf8');
      // What is given to a function that signs is known by the function, not by its name or shape.
      if (!/expect(-next-line)?: hardcoded-secret/.test(text) || /sign|session\(|Strategy|cookieParser/.test(text)) return;
      seen++;
      assert.ok(mayHoldSecret(text), path);
    };
    visit(folder);
    assert.ok(seen >= 2, `${seen} fixtures`);
    assert.ok(!mayHoldShape('className="sk-loader task-list" href="https://example.com/a:b"'));
  });
});

describe('files of a server that are left alone', function () {
  this.timeout(120_000);
  /** Files that are left alone and that no other kind of file explains; each must have no fact. */
  const leftAlone = async (workspace: Workspace, what: string): Promise<string[]> => {
    const session = openSession(workspace);
    // What stands in a file is asked of the engine's own parts: no part of its interface tells of files that were left alone.
    const { model, files } = (session as unknown as { parts: { model: ProjectModel; files: ProjectFiles } }).parts;
    files.setFiles([...(await workspace.list())].sort());
    const left = files.sources.filter((file) => {
      const { side, role } = files.context(file);
      return side !== 'client' && role === 'source' && isQuiet(files.context(file), files.text(file) ?? '', tables);
    });
    for (const file of left) assert.deepEqual(recogniseAll(model.analysis(file)!), [], `${what}: ${file}`);
    session.dispose();
    return left;
  };
  it('hold nothing that is known to any recogniser, in any fixture', async () => {
    let seen = 0;
    for (const folder of foldersBelow('test/rules', 2)) {
      for (const { name, files } of loadFixtures(folder)) {
        seen += (await leftAlone(memoryWorkspace({ ...files }), `${folder}/${name}`)).length;
      }
    }
    assert.ok(seen >= 3, `${seen} files`);
  });
  it('hold nothing that is known to any recogniser, in projects', async () => {
    const folders = [
      ...readdirSync('test/projects', { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [join('test/projects', entry.name)] : [],
      ),
      '.',
    ];
    const left = (await Promise.all(folders.map((folder) => leftAlone(nodeWorkspace(folder), folder)))).flat();
    assert.ok(left.length >= 30, `${left.length} files`);
  });
});

describe('a file that was left alone', () => {
  const files = {
    'package.json': JSON.stringify({ dependencies: { express: '5.0.0', react: '19.0.0', '@supabase/supabase-js': '2.0.0' } }),
    'src/components/client.tsx':
      "'use client';\nimport { createClient } from '@supabase/supabase-js';\nexport const supabase = createClient(process.env.URL!, process.env.SUPABASE_SERVICE_ROLE_KEY!);\n",
    'src/server.ts':
      "import express from 'express';\nimport { supabase } from './components/client';\nconst app = express();\napp.post('/orders', async (req, res) => {\n  await supabase.from('orders').insert({ id: 1 });\n  res.end();\n});\n",
  };
  it('is read as soon as another file asks what it exports', async () => {
    const { session } = await openLive(files);
    assert.deepEqual(placesOf(session.project().findings, 'unchecked-result-error'), ['src/server.ts:5']);
  });
  it('makes its dependents be judged again when it changes', async () => {
    const { session, write } = await openLive(files);
    write({ 'src/components/client.tsx': "'use client';\nexport const supabase = { from: () => ({ insert: async () => {} }) };\n" });
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, 'unchecked-result-error'), []);
  });
  it('is judged once something stands in it that can be wrong, and left alone again afterwards', async () => {
    const { session, type } = await openLive(
      { 'package.json': files['package.json'], 'src/components/view.tsx': "'use client';\nexport const View = () => <p />;\n// end\n" },
      { checks: [] },
    );
    assert.deepEqual(session.project().findings, []);
    type('src/components/view.tsx', '// end', "const apiKey = 'sk-proj-q8ZtR3wLkV5nXeJm7Yd2Hc9Bf4Gs6Ap1';");
    assert.deepEqual(placesOf(session.result('src/components/view.tsx')!.findings, 'hardcoded-secret'), ['src/components/view.tsx:3']);
    type('src/components/view.tsx', "const apiKey = 'sk-proj-q8ZtR3wLkV5nXeJm7Yd2Hc9Bf4Gs6Ap1';", '');
    assert.deepEqual(session.result('src/components/view.tsx')!.findings, []);
  });
});

describe('what is kept of an open file', () => {
  it('moves with the lines that are typed above it, guards inside handlers included', async () => {
    const server =
      "import express from 'express';\nconst app = express();\napp.get('/first', (req, res) => {\n  res.json({ ok: true });\n});\napp.post('/orders', async (req, res) => {\n  if (!req.user) return res.status(401).end();\n  await prisma.order.create({ data: req.body });\n  res.end();\n});\n";
    const files = {
      'package.json': JSON.stringify({ dependencies: { express: '5.0.0', '@prisma/client': '6.0.0' } }),
      'src/server.ts': server,
    };
    const { session, type } = await openLive(files);
    type('src/server.ts', 'ok: true }', 'ok: true, more: 1 }');
    type('src/server.ts', 'more: 1 }', 'more: 1,\n    less: 2,\n    least: 3 }');
    const fresh = await openLive({
      ...files,
      'src/server.ts': server.replace('ok: true }', 'ok: true, more: 1,\n    less: 2,\n    least: 3 }'),
    });
    assert.deepEqual(session.routes(), fresh.session.routes());
    assert.deepEqual(
      session.routes().flatMap(({ guards }) => guards.map(({ line }) => line)),
      [9],
    );
  });
});
