import { strict as assert } from 'node:assert';
import { openSession } from '../../../src/engine/session';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';
import { answersOf, guardedApplication, openLive, placesOf } from './liveProject';

describe('A session whose files change', () => {
  it('resolves an import once its file is created, and no longer once it is deleted', async () => {
    const files: Record<string, string | undefined> = guardedApplication();
    const guard = files['src/guards/session.ts']!;
    const { 'src/guards/session.ts': _left, ...rest } = guardedApplication();
    const { session, write } = await openLive(rest);
    assert.deepEqual(answersOf(session), ['POST /items unknown', 'POST /orders unknown', 'GET /reports absent']);
    write({ 'src/guards/session.ts': guard });
    await session.settle();
    assert.deepEqual(answersOf(session), ['POST /items present', 'POST /orders present', 'GET /reports absent']);
    write({ 'src/guards/session.ts': undefined });
    await session.settle();
    assert.deepEqual(answersOf(session), ['POST /items unknown', 'POST /orders unknown', 'GET /reports absent']);
    assert.ok(!session.project().files.analysed.includes('src/guards/session.ts'));
  });

  it('resolves what is not about routes too: a client that appears makes its calls known', async () => {
    const { 'src/db.ts': db, ...rest } = guardedApplication();
    const { session, write } = await openLive({ ...rest, 'src/reports.ts': rest['src/reports.ts']!.replaceAll('prisma', 'client') });
    assert.deepEqual(session.routes().find(({ path }) => path === '/reports')!.sinks, []);
    write({ 'src/db.ts': db!.replace('const prisma', 'const client') });
    await session.settle();
    assert.deepEqual(session.routes().find(({ path }) => path === '/reports')!.sinks, ['read-private']);
  });

  it('heeds files that exist only in the editor', async () => {
    const files = guardedApplication();
    const { 'src/guards/session.ts': guard, ...rest } = files;
    const { session } = await openLive(rest);
    session.setText('src/guards/session.ts', guard!, 1);
    await session.settle();
    assert.ok(answersOf(session).includes('POST /orders present'));
    session.release('src/guards/session.ts');
    await session.settle();
    assert.ok(answersOf(session).includes('POST /orders unknown'));
  });

  it('heeds files that take the place of others in imports', async () => {
    const { session, write } = await openLive({
      ...guardedApplication(),
      'src/orders.ts': guardedApplication()['src/orders.ts']!.replace('./guards/session', './guards'),
    });
    assert.ok(answersOf(session).includes('POST /orders present'));
    write({ 'src/guards.ts': 'export function requireSession(req, res, next) {\n  next();\n}\n' });
    await session.settle();
    assert.ok(answersOf(session).includes('POST /orders absent'));
  });

  it('forgets the findings of files that are gone, told or found out by the next scan', async () => {
    const { session, write, disk } = await openLive(guardedApplication());
    assert.deepEqual(placesOf(session.project().findings, 'missing-auth-guard'), ['src/reports.ts:5']);
    disk.delete('src/reports.ts');
    await session.scan();
    assert.deepEqual(placesOf(session.project().findings, 'missing-auth-guard'), []);
    write({ 'src/app.ts': undefined });
    await session.settle();
    assert.deepEqual(answersOf(session), ['POST / present', 'POST / present']);
    assert.equal(session.result('src/app.ts'), undefined);
  });

  it('loses what was in a deleted folder, even one that was told of as if it were a file', async () => {
    const { session, disk } = await openLive({
      ...guardedApplication(),
      '.production-gap/config.json': '{ "rules": { "missing-auth-guard": "off" } }',
    });
    assert.deepEqual(placesOf(session.project().findings, 'missing-auth-guard'), []);
    session.filesChanged([{ file: '.production-gap', type: 'created' }]);
    disk.delete('.production-gap/config.json');
    session.filesChanged([{ file: '.production-gap', type: 'deleted' }]);
    await session.settle();
    assert.notDeepEqual(placesOf(session.project().findings, 'missing-auth-guard'), []);
  });

  it('takes what has changed since for what it is when it scans again', async () => {
    const files = guardedApplication();
    const { session, write } = await openLive(files);
    write({ 'src/guards/session.ts': 'export function requireSession(req, res, next) {\n  next();\n}\n' });
    await session.scan();
    assert.deepEqual(answersOf(session), ['POST /items absent', 'POST /orders absent', 'GET /reports absent']);
    assert.deepEqual(await session.settle(), [], 'nothing is left to judge');
  });

  it('heeds what changes while it scans, in files that it is done with', async () => {
    const disk = new Map(Object.entries(guardedApplication()));
    const inner = memoryWorkspace(disk);
    let told = false;
    const session = openSession({
      ...inner,
      read: (file) => {
        // The last of all is read when routes and guards are known.
        if (file === 'src/zzz.ts' && !told) {
          told = true;
          disk.set('src/guards/session.ts', 'export function requireSession(req, res, next) {\n  next();\n}\n');
          session.filesChanged([{ file: 'src/guards/session.ts', type: 'changed' }]);
        }
        return inner.read(file);
      },
    });
    disk.set('src/zzz.ts', 'export const last = fetch("https://last.example");\n');
    await session.scan();
    assert.ok(told);
    assert.deepEqual(answersOf(session), ['POST /items absent', 'POST /orders absent', 'GET /reports absent']);
  });

  it('judges by the version in package.json, on disk and in the editor', async () => {
    const files = {
      'package.json': JSON.stringify({ name: 'a', dependencies: { express: '4.21.2' } }),
      'app.js':
        "const express = require('express');\nconst app = express();\napp.get('/', async (req, res) => {\n  res.json(await load());\n});\n",
    };
    const { session, type, write } = await openLive(files);
    const lost = () => placesOf(session.project().findings, 'unhandled-async-handler');
    assert.deepEqual(lost(), ['app.js:3']);
    write({ 'package.json': files['package.json'].replace('4.21.2', '5.21.2') });
    assert.deepEqual(
      (await session.settle()).map(({ file }) => file),
      ['app.js'],
    );
    assert.deepEqual(lost(), []);
    type('package.json', '5.21.2', '4.0.0');
    await session.settle();
    assert.deepEqual(lost(), ['app.js:3']);
  });

  it('says what could not be read, and why', async () => {
    const skipped = async (files: Record<string, string>, unreadable: string[] = []) => {
      const session = openSession({ ...memoryWorkspace(files), unreadable: () => unreadable });
      return (await session.scan()).files.skipped;
    };
    assert.deepEqual(await skipped({ 'package.json': '{ "name": ', 'a.ts': 'export const a = 1;\n' }), [
      { file: 'package.json', reason: 'not valid JSON: what it depends on is not known' },
    ]);
    assert.deepEqual(await skipped({ 'a.ts': 'export const a = 1;\n' }, ['closed']), [
      { file: 'closed/', reason: 'this folder may not be read' },
    ]);
    assert.deepEqual(await skipped({ 'a.ts': 'a\u0000b' }), [{ file: 'a.ts', reason: 'not text' }]);
  });

  it('judges anew when the configuration declares a guard, excludes files or switches rules off', async () => {
    const files = guardedApplication();
    const opaque = { ...files, 'src/guards/session.ts': 'export function requireSession(req, res, next) {\n  audit(req);\n  next();\n}\n' };
    const { session, write } = await openLive(opaque);
    const open = () => placesOf(session.project().findings, 'missing-auth-guard');
    assert.deepEqual(open(), ['src/items.ts:6', 'src/orders.ts:6', 'src/reports.ts:5']);
    const configure = async (config: object): Promise<void> => {
      write({ '.production-gap/config.json': JSON.stringify(config) });
      await session.settle();
    };
    await configure({ guards: [{ name: 'requireSession' }] });
    assert.deepEqual(open(), ['src/reports.ts:5']);
    await configure({ exclude: ['src/reports.ts'] });
    assert.deepEqual(open(), ['src/items.ts:6', 'src/orders.ts:6']);
    assert.ok(!session.project().files.analysed.includes('src/reports.ts'));
    await configure({ rules: { 'missing-auth-guard': 'off' } });
    assert.deepEqual(open(), []);
    assert.ok(session.project().files.analysed.includes('src/reports.ts'));
    write({ '.production-gap/config.json': undefined });
    await session.settle();
    assert.deepEqual(open(), ['src/items.ts:6', 'src/orders.ts:6', 'src/reports.ts:5']);
  });
});
