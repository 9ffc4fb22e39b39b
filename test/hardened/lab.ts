import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import type { Files } from '../harness/project';
import type { Application, Ask } from './cases';
import { standIns } from './standIns';

/** What the stand-ins do and what they saw. */
export interface Lab {
  lines: { level: string; given: unknown[] }[];
  database(model: string, operation: string, given: { data?: object; where?: object }): object;
  supabase(table: string, operation: string): Promise<{ data: unknown; error: unknown }>;
}

/** What a running application answers. */
export interface Answer {
  status: number;
  text: string;
}

export interface Running {
  ask(request: Ask & { token?: string; raw?: string }): Promise<Answer>;
  close(): Promise<void>;
}

type Handle = (request: Request, context?: unknown) => Promise<Response>;
type Serve = (framework: string, app: unknown) => Promise<{ port: number; close(): Promise<void> }>;

/** Compiles an application in a folder of its own, with the real frameworks and the stand-ins, and starts it. */
export async function start(application: Application, files: Files, packages: string): Promise<Running> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gap-hardened-'));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    await symlink(path.join(packages, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    for (const [file, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
    }
    await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
    const running =
      application.run === 'call' || application.run === 'deno' ? await called(application, folder) : await served(application, folder);
    return { ask: running.ask, close: () => running.close().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Serves `src/app.ts` on a free port of the loopback interface. */
async function served({ run, aliases }: Application, folder: string): Promise<Running> {
  await cp('test/crosscheck/packages/serve.mjs', path.join(folder, 'serve.mjs'));
  const app = await load(folder, 'src/app.ts', aliases);
  const { serve } = (await import(pathToFileURL(path.join(folder, 'serve.mjs')).href)) as { serve: Serve };
  const { port, close } = await serve(run, app['default']);
  return { close, ask: async (request) => answerOf(await fetch(`http://127.0.0.1:${port}${request.path}`, { ...initOf(request) })) };
}

/** Hands requests to the functions that the files of the handlers export, or give to `Deno.serve`. */
async function called(application: Application, folder: string): Promise<Running> {
  const handles = new Map<string, Handle>();
  for (const { file, good } of application.handlers) {
    let given: Handle | undefined;
    const deno = globalThis as { Deno?: unknown };
    if (application.run === 'deno')
      deno.Deno = { env: { get: (name: string) => process.env[name] ?? name }, serve: (handle: Handle) => (given = handle) };
    const exported = await load(folder, file, application.aliases);
    const handle = given ?? (exported[good.method] as Handle | undefined);
    if (!handle) throw new Error(`${file} handles no ${good.method}.`);
    handles.set(good.path, handle);
  }
  return {
    close: () => Promise.resolve(),
    ask: async (request) => {
      const id = request.path.split('/').pop();
      return answerOf(
        await handles.get(request.path)!(new Request(`http://shop.example${request.path}`, initOf(request)), {
          params: Promise.resolve({ id }),
        }),
      );
    },
  };
}

function initOf({ method, body, raw, token }: Parameters<Running['ask']>[0]): RequestInit {
  return {
    method,
    body: raw ?? JSON.stringify(body),
    headers: {
      connection: 'close',
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  };
}

async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, text: await response.text() };
}

async function load(folder: string, file: string, aliases: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const target = path.join(folder, `${file.replace(/\W/g, '-')}.mjs`);
  await esbuild.build({
    entryPoints: [path.join(folder, file)],
    outfile: target,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    absWorkingDir: folder,
    tsconfigRaw: { compilerOptions: { paths: { '@/*': ['./src/*'] }, baseUrl: folder } },
    external: ['express', 'express4', 'fastify'],
    alias: { ...aliases, zod: path.resolve('node_modules/zod') },
    plugins: [
      {
        name: 'stand-ins',
        setup(build) {
          build.onResolve({ filter: /.*/ }, ({ path: specifier }) =>
            specifier in standIns ? { path: specifier, namespace: 'stand-in' } : undefined,
          );
          build.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path: specifier }) => ({
            contents: standIns[specifier]!,
            loader: 'js',
          }));
        },
      },
    ],
  });
  return (await import(pathToFileURL(target).href)) as Record<string, unknown>;
}

/** A payment service that answers at once, or takes the request and says nothing. */
export async function paymentService(): Promise<{ url: string; hang: boolean; requests: number; close(): Promise<void> }> {
  const service = {
    url: '',
    hang: false,
    requests: 0,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  const server: Server = createServer((request, response) => {
    service.requests++;
    request.resume();
    if (service.hang) return;
    response.writeHead(200, { 'content-type': 'application/json', connection: 'close' }).end('{"paid":true}');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  service.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return service;
}
