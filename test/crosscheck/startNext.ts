import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import * as esbuild from 'esbuild';

const patience = 60_000;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Starts an application in Next's development server. Its folder is made beside the installed packages, which Next finds by
 * walking up; types are taken off first, because Next would install a compiler otherwise. Throws with Next's output when it
 * doesn't get ready.
 */
export async function startNext(
  packages: string,
  files: Readonly<Record<string, string>>,
): Promise<{ port: number; close(): Promise<void> }> {
  const folder = await mkdtemp(path.join(packages, 'next-'));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    for (const [file, text] of Object.entries({ ...files, 'package.json': '{}' })) {
      const isScript = /\.tsx?$/.test(file);
      const target = path.join(folder, isScript ? file.replace(/\.tsx?$/, '.js') : file);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, isScript ? (await esbuild.transform(text, { loader: 'ts' })).code : text);
    }
    const port = await freePort();
    const child = spawn(
      process.execPath,
      [path.join(packages, 'node_modules/next/dist/bin/next'), 'dev', '--hostname', '127.0.0.1', '--port', String(port)],
      {
        cwd: folder,
        env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'development' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let output = '';
    const ended = once(child, 'close');
    const close = async () => {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(timer);
      await remove();
    };
    const isReady = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), patience);
      const done = (ready: boolean) => {
        clearTimeout(timer);
        resolve(ready);
      };
      const read = (chunk: Buffer) => {
        output += chunk.toString();
        if (/\bReady in\b/.test(output)) done(true);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('close', () => done(false));
      child.once('error', () => done(false));
    });
    if (isReady) return { port, close };
    await close();
    throw new Error(`Next did not start:\n${output}`);
  } catch (error) {
    await remove();
    throw error;
  }
}
