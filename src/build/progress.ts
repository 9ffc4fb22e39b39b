import { spawn, type SpawnOptions } from 'node:child_process';

/** How often a step that takes long says that it is still running. */
const heartbeatMs = 15_000;

/** Seconds since a `Date.now()`, for people: `3.1 s`. */
export function since(start: number): string {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}

/**
 * Runs one long step between a line that names it and a line with its duration.
 * Throws what the step throws.
 */
export async function step<T>(title: string, run: () => Promise<T>): Promise<T> {
  const start = Date.now();
  console.log(`• ${title} …`);
  const heartbeat = setInterval(() => console.log(`  still at it: ${title} (${since(start)})`), heartbeatMs);
  try {
    const result = await run();
    console.log(`  done in ${since(start)}`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}

/** A command that ended with another exit code than 0. */
export class CommandFailed extends Error {
  constructor(
    readonly command: string,
    readonly code: number | null,
    readonly output: string,
  ) {
    super(`${command} ended with exit code ${code}.${output ? `\n${output}` : ''}`);
  }
}

/** Whether a command's output is shown while it runs, or kept for its error. */
export interface RunOptions extends Pick<SpawnOptions, 'cwd' | 'env'> {
  show?: boolean;
}

/**
 * Runs a command to its end. Resolves to its output (empty when it was shown).
 * Throws {@link CommandFailed} when it can't be started or ends with another exit code than 0.
 */
export async function run(command: string, args: string[], options: RunOptions = {}): Promise<string> {
  const { code, output } = await exitCode(command, args, options);
  if (code !== 0) throw new CommandFailed([command, ...args].join(' '), code, output.trim());
  return output;
}

/** Runs a command to its end and resolves to its exit code, `null` when it was killed or couldn't be started. */
export function exitCode(command: string, args: string[], options: RunOptions = {}): Promise<{ code: number | null; output: string }> {
  const { show = false, ...rest } = options;
  // Only npm needs a shell on Windows, where it is a .cmd file; its arguments are ours and hold no spaces.
  const shell = process.platform === 'win32' && command === 'npm';
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...rest, shell, stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'] });
    const terminate = () => {
      child.once('close', () => process.exit(143));
      child.kill('SIGTERM');
    };
    process.once('SIGTERM', terminate);
    child.once('close', () => process.removeListener('SIGTERM', terminate));
    const output: Buffer[] = [];
    child.stdout?.on('data', (data: Buffer) => output.push(data));
    child.stderr?.on('data', (data: Buffer) => output.push(data));
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (code) => resolve({ code, output: Buffer.concat(output).toString() }));
  });
}
