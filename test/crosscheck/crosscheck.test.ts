import { strict as assert } from 'node:assert';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import type { RouteRow } from '../../src/engine/api';
import { analyse } from '../harness/project';
import { urlOf, type Case, type Versions } from './cases';
import { expressCases } from './generators/express';
import { fastifyCases } from './generators/fastify';
import { honoCases } from './generators/hono';
import { koaCases } from './generators/koa';
import { nestCases } from './generators/nest';
import { nextCases } from './generators/next';
import { socketioCases, wsCases } from './generators/sockets';
import { trpcCases } from './generators/trpc';
import { installFrameworks } from './install';
import { startNext } from './startNext';

interface Suite {
  title: string;
  cases: Case[];
  versions: Versions;
  /** Packages that stand for others: `express4` is installed beside `express`. */
  aliases?: Record<string, string>;
}

const suites: Suite[] = [
  { title: 'Express 4', cases: expressCases(4), versions: { express: '4.22.3' }, aliases: { express: 'express4' } },
  { title: 'Express 5', cases: expressCases(5), versions: { express: '5.3.0' } },
  { title: 'Fastify 5', cases: fastifyCases(), versions: { fastify: '5.12.8', 'fastify-plugin': '6.0.1' } },
  { title: 'Koa 3', cases: koaCases(), versions: { koa: '3.3.0', '@koa/router': '15.7.0' } },
  { title: 'Hono 4', cases: honoCases(), versions: { hono: '4.13.19' } },
  { title: 'tRPC 11', cases: trpcCases(), versions: { '@trpc/server': '11.25.2' } },
  { title: 'NestJS 12', cases: nestCases(), versions: { '@nestjs/common': '12.5.1', '@nestjs/core': '12.5.1' } },
  { title: 'Socket.IO 4', cases: socketioCases(), versions: { 'socket.io': '4.8.4' } },
  { title: 'ws 8', cases: wsCases(), versions: { ws: '8.23.0' } },
  { title: 'Next 16', cases: nextCases(), versions: { next: '16.4.5' } },
];

const key = 'known-to-the-test-alone';

interface Running {
  port: number;
  close(): Promise<void>;
  /** Asks a server of sockets, as strangers would. */
  probe?: (path: string, isMessage: boolean) => Promise<Answer>;
}
type Serve = (framework: string, app: unknown) => Promise<Running>;
/** Starts one of the cases of a suite. */
type Start = (index: number) => Promise<Running>;

/** What the real framework does with callers who have no credentials, or made-up ones. */
type Answer = 'refused' | 'served' | `status ${number}`;

async function answerOf(port: number, method: string, url: string): Promise<Answer> {
  const verb = method === 'ALL' || method === 'QUERY' ? 'GET' : method === 'MUTATION' ? 'POST' : method;
  const statuses: number[] = [];
  for (const authorization of [undefined, 'Bearer made-up']) {
    const response = await fetch(`http://127.0.0.1:${port}${url}`, {
      method: verb,
      redirect: 'manual',
      headers: {
        connection: 'close',
        ...(authorization ? { authorization } : {}),
        ...(verb === 'POST' && method === 'MUTATION' ? { 'content-type': 'application/json' } : {}),
      },
    });
    await response.arrayBuffer();
    statuses.push(response.status);
  }
  // Pages send people to where they sign in.
  const refuses = (status: number) => status === 401 || status === 403 || status === 307;
  const odd = statuses.find((status) => !refuses(status) && (status < 200 || status > 299));
  if (odd !== undefined) return `status ${odd}`;
  return statuses.every(refuses) ? 'refused' : 'served';
}

/** Writes, compiles and imports the applications of a suite, in a folder that sees the installed frameworks. */
async function prepare(suite: Suite, packages: string, folder: string): Promise<Start> {
  await symlink(path.join(packages, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
  await cp('test/crosscheck/packages/serve.mjs', path.join(folder, 'serve.mjs'));
  const entries: Record<string, string> = {};
  for (const [index, { files }] of suite.cases.entries()) {
    for (const [file, text] of Object.entries(files)) {
      const target = path.join(folder, `case${index}`, file);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, text);
    }
    entries[`case${index}`] = path.join(folder, `case${index}`, 'src/app.ts');
  }
  await esbuild.build({
    entryPoints: entries,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
    absWorkingDir: folder,
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
    ...(suite.aliases ? { alias: suite.aliases } : {}),
  });
  if (suite.cases[0]?.framework === 'trpc')
    await writeFile(path.join(folder, 'context.mjs'), "export { createContext } from './case0.mjs';\n");
  const load = (file: string) => import(pathToFileURL(path.join(folder, file)).href) as Promise<Record<string, unknown>>;
  const { serve } = await load('serve.mjs');
  const apps = await Promise.all(suite.cases.map(async (_, index) => (await load(`case${index}.mjs`))['default']));
  const { framework } = suite.cases[0]!;
  if (framework !== 'socketio' && framework !== 'ws') return (index) => (serve as Serve)(suite.cases[index]!.framework, apps[index]);
  await cp('test/crosscheck/packages/probe.mjs', path.join(folder, 'probe.mjs'));
  const { probe } = (await load('probe.mjs')) as {
    probe: (framework: string, port: number, path: string, isMessage: boolean) => Promise<Answer>;
  };
  return async (index) => {
    const running = await (serve as Serve)(framework, apps[index]);
    return { ...running, probe: (place, isMessage) => probe(framework, running.port, place, isMessage) };
  };
}

/** What the model says of the routes of each case: packages of one project, read at once. */
async function rowsOf(cases: readonly Case[], versions: Versions): Promise<RouteRow[][]> {
  const project: Record<string, string> = {};
  for (const [index, { files }] of cases.entries()) {
    project[`case${index}/package.json`] = JSON.stringify({ name: `case${index}`, dependencies: versions });
    for (const [file, text] of Object.entries(files)) project[`case${index}/${file}`] = text;
  }
  const { session } = await analyse(project, { rules: [], checks: [] });
  const rows = session.routes();
  session.dispose();
  return cases.map((_, index) => rows.filter((row) => row.package === `case${index}`));
}

interface Count {
  routes: number;
  unknown: string[];
  wrong: string[];
}

/** Calls the routes of a running application and counts where the model says something else. */
async function callAll(given: Case, rows: readonly RouteRow[], running: Running, count: Count): Promise<void> {
  try {
    for (const called of given.routes) {
      count.routes++;
      const place = `${given.name}: ${called.method} ${called.url ?? called.path}`;
      const answer = running.probe
        ? await running.probe(called.path, called.method === 'EVENT')
        : await answerOf(running.port, called.method, urlOf(called));
      const said = rows.filter((row) => row.method === called.method && row.path === called.path);
      const verdicts = [...new Set(said.map((row) => row.authentication))];
      if (answer !== 'refused' && answer !== 'served') count.wrong.push(`${place}: the framework answers with ${answer}`);
      else if (verdicts.length === 0)
        count.wrong.push(
          `${place}: ${answer}, the model knows no such route (${rows.map((row) => `${row.method} ${row.path}`).join(', ') || 'none at all'})`,
        );
      else if (verdicts.every((verdict) => verdict === 'unknown')) count.unknown.push(`${place}: ${answer}, ${said[0]?.reason ?? ''}`);
      else if (!verdicts.every((verdict) => (answer === 'refused' ? verdict === 'present' : verdict === 'absent' || verdict === 'public')))
        count.wrong.push(`${place}: ${answer}, the model says ${verdicts.join(' and ')}${said[0]?.reason ? ` (${said[0].reason})` : ''}`);
    }
  } finally {
    await running.close();
  }
}

async function compare(suite: Suite, packages: string): Promise<Count> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gap-crosscheck-'));
  const count: Count = { routes: 0, unknown: [], wrong: [] };
  try {
    const start =
      suite.cases[0]?.framework === 'next'
        ? (index: number) => startNext(packages, suite.cases[index]!.files)
        : await prepare(suite, packages, folder);
    const known = await rowsOf(suite.cases, suite.versions);
    const pending = [...suite.cases.entries()];
    const work = async () => {
      for (let next = pending.shift(); next; next = pending.shift())
        await callAll(next[1], known[next[0]] ?? [], await start(next[0]), count);
    };
    // A server of its own for each application takes its time to start.
    await Promise.all(suite.cases[0]?.framework === 'next' ? [work(), work()] : [work()]);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
  return count;
}

describe('routes of started frameworks against the model', function () {
  this.timeout(300_000);
  let packages = '';
  const counts: Count[] = [];
  const before_ = process.env['API_KEY'];

  before(async function () {
    this.timeout(300_000);
    packages = await installFrameworks();
    process.env['API_KEY'] = key;
  });

  after(() => {
    if (before_ === undefined) delete process.env['API_KEY'];
    else process.env['API_KEY'] = before_;
    const sum = (pick: (count: Count) => number) => counts.reduce((total, count) => total + pick(count), 0);
    console.log(`      ${sum((count) => count.routes)} routes called, ${sum((count) => count.unknown.length)} unknown to the model`);
  });

  for (const suite of suites) {
    it(`${suite.title} answers as the model says`, async () => {
      const count = await compare(suite, packages);
      counts.push(count);
      if (count.unknown.length > 0)
        console.log(
          `      ${suite.title}: ${count.unknown.length} of ${count.routes} unknown\n        ${count.unknown.join('\n        ')}`,
        );
      assert.deepEqual(count.wrong, []);
    });
  }

  it('at least 120 routes were called, and fewer than one in ten is unknown', () => {
    const routes = counts.reduce((total, count) => total + count.routes, 0);
    const unknown = counts.reduce((total, count) => total + count.unknown.length, 0);
    assert.ok(routes >= 120, `${routes} routes`);
    assert.ok(unknown * 10 < routes, `${unknown} of ${routes} are unknown`);
  });
});
