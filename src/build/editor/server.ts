import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../progress';
import { installServer } from './install';

/** How long the server may take to listen. */
const startWithinMs = 60_000;

/** How to start a VS Code server. Folders are absolute and are created when missing. */
export interface ServerOptions {
  /** Settings, logs and the like. */
  dataFolder: string;
  extensionsFolder: string;
  /** Token that the browser must bring; without one everybody on this machine is let in. */
  token?: string;
  /** Permits the test entry point of a page's `payload`. */
  testDriver?: boolean;
  /** `false` treats every folder as trusted, `true` (as for a person) asks and starts in Restricted Mode. */
  workspaceTrust?: boolean;
  /** Ends by itself some minutes after the last page was closed, should its starter be killed. */
  endsWhenUnused?: boolean;
  /** Variables for the server and its extension hosts, in place of this process's. */
  env?: NodeJS.ProcessEnv;
}

/** A VS Code server on the loopback interface. */
export interface EditorServer {
  /** Host and port, for `vscode-remote` addresses. */
  readonly authority: string;
  /** Address that opens a folder, or a `.code-workspace` file, in the browser. */
  address(target: string, payload?: [string, string][]): string;
  /** What the server printed so far. */
  output(): string;
  /** Resolves when the server has ended by itself or was stopped. */
  readonly ended: Promise<void>;
  /** Ends the server and everything it started. */
  stop(): Promise<void>;
}

/** Folder and flags that installing an extension and starting the server have in common. */
function folderFlags({ dataFolder, extensionsFolder }: Pick<ServerOptions, 'dataFolder' | 'extensionsFolder'>): string[] {
  return [
    '--accept-server-license-terms',
    '--telemetry-level',
    'off',
    '--server-data-dir',
    dataFolder,
    '--extensions-dir',
    extensionsFolder,
  ];
}

/** Installs a VSIX for a server that will be started with the same folders. Throws when the server refuses it. */
export async function installExtension(vsix: string, folders: Pick<ServerOptions, 'dataFolder' | 'extensionsFolder'>): Promise<void> {
  const { node, main } = await installServer();
  await mkdir(folders.dataFolder, { recursive: true });
  await mkdir(folders.extensionsFolder, { recursive: true });
  await run(node, [main, '--install-extension', vsix, '--force', ...folderFlags(folders)]);
}

/** Starts a server on a free port of 127.0.0.1. Throws, with the server's output, when it does not listen in time. */
export async function startServer(options: ServerOptions): Promise<EditorServer> {
  const { node, main } = await installServer();
  await mkdir(options.dataFolder, { recursive: true });
  await mkdir(options.extensionsFolder, { recursive: true });
  const flags = ['--host', '127.0.0.1', '--port', '0', ...folderFlags(options)];
  if (options.token) flags.push('--connection-token', options.token);
  else flags.push('--without-connection-token');
  if (options.testDriver) flags.push('--enable-smoke-test-driver');
  if (!options.workspaceTrust) flags.push('--disable-workspace-trust');
  if (options.endsWhenUnused) flags.push('--enable-remote-auto-shutdown');

  // A process group of its own, so that stopping it reaches the extension hosts it started.
  const child = spawn(node, [main, ...flags], { detached: true, env: options.env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const kill = () => killGroup(child, 'SIGKILL');
  process.once('exit', kill);
  // A signal that nobody else handles ends this process without an `exit` event.
  const signals = (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((signal) => {
    const listener = () => {
      if (process.listenerCount(signal) > 0) return;
      kill();
      process.kill(process.pid, signal);
    };
    process.once(signal, listener);
    return { signal, listener };
  });
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  }).then(() => {
    process.removeListener('exit', kill);
    for (const { signal, listener } of signals) process.removeListener(signal, listener);
  });
  const stop = async () => {
    killGroup(child, 'SIGTERM');
    const patience = setTimeout(kill, 3_000);
    await ended;
    clearTimeout(patience);
    kill();
  };

  const port = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`The VS Code server did not start within ${startWithinMs / 1000} s.\n${output}`)),
      startWithinMs,
    );
    const settle = (act: () => void) => {
      clearTimeout(late);
      act();
    };
    const read = (data: Buffer) => {
      output += data.toString();
      const listening = /Extension host agent listening on (\d+)/.exec(output);
      if (listening?.[1]) settle(() => resolve(listening[1] ?? ''));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => settle(() => reject(error)));
    child.once('exit', (code) =>
      settle(() => reject(new Error(`The VS Code server ended with code ${code} before it listened.\n${output}`))),
    );
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });

  const authority = `127.0.0.1:${port}`;
  return {
    authority,
    address(target, payload) {
      const url = new URL(`http://${authority}/`);
      if (options.token) url.searchParams.set('tkn', options.token);
      url.searchParams.set(target.endsWith('.code-workspace') ? 'workspace' : 'folder', path.resolve(target));
      if (payload) url.searchParams.set('payload', JSON.stringify(payload));
      return url.href;
    },
    output: () => output,
    ended,
    stop,
  };
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
