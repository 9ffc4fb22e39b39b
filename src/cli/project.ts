import { accessSync, constants, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { configFile, readConfig } from '../engine/config';
import type { Session } from '../engine/api';
import type { Config } from '../model/config';
import type { Finding } from '../model/finding';
import type { Workspace } from '../project/workspace';
import type { Arguments } from './arguments';
import { UserError, type Terminal } from './terminal';

/** A project that a command works on. */
export interface Project {
  /** Absolute path of its root. */
  root: string;
  /** Path from the present folder to the root, with forward slashes; '' when it is the same or lies elsewhere. */
  prefix: string;
  workspace: Workspace;
  session: Session;
  /** The configuration in force. */
  config: Config;
  /** Mistakes in a configuration that was given with --config; those of the project's own are among its results. */
  configFindings: Finding[];
}

/** Path with forward slashes, as the engine knows it. */
export function slashed(file: string): string {
  return path.sep === '\\' ? file.replaceAll('\\', '/') : file;
}

/** Path of a file relative to a folder, or undefined when it is not inside. */
export function inside(folder: string, file: string): string | undefined {
  const relative = path.relative(folder, file);
  return relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative) ? undefined : slashed(relative);
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT'
    ? 'does not exist'
    : code === 'EACCES' || code === 'EPERM'
      ? 'may not be read'
      : `cannot be read (${code ?? String(error)})`;
}

/** Absolute path of a folder that exists and can be listed. Throws a UserError otherwise. */
export function folderAt(cwd: string, folder: string): string {
  const root = path.resolve(cwd, folder);
  try {
    if (!statSync(root).isDirectory()) {
      throw new UserError(`"${folder}" is a file, not a folder; to judge one file, use --stdin --stdin-filename.`);
    }
    readdirSync(root);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`"${folder}" ${reason(error)}.`);
  }
  return root;
}

/** Text of a file given on the command line. Throws a UserError when it cannot be read. */
function textAt(terminal: Terminal, file: string): string {
  try {
    return terminal.readText(path.resolve(terminal.cwd, file));
  } catch (error) {
    throw new UserError(`"${file}" ${(error as NodeJS.ErrnoException).code === 'EISDIR' ? 'is a folder, not a file' : reason(error)}.`);
  }
}

/** The folder to keep facts in, if any. Throws a UserError when one was asked for that cannot be written to. */
function cacheFolderFor(terminal: Terminal, { cache, cacheDir }: Pick<Arguments, 'cache' | 'cacheDir'>): string | undefined {
  if (!cache || cacheDir === undefined) return cache ? terminal.cacheFolder : undefined;
  const folder = path.resolve(terminal.cwd, cacheDir);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new UserError(`"${cacheDir}" is no folder that can be written to.`);
  }
  return folder;
}

/**
 * Opens the project in a folder. `config` is the path of a configuration to use instead of the project's own.
 * Throws a UserError when folder or configuration cannot be read, or facts cannot be kept where they should be.
 */
export function openProject(terminal: Terminal, folder: string, given: Pick<Arguments, 'config' | 'cache' | 'cacheDir'>): Project {
  const { config } = given;
  const root = folderAt(terminal.cwd, folder);
  const cacheFolder = cacheFolderFor(terminal, given);
  const workspace = terminal.workspace(root);
  const text = config === undefined ? undefined : textAt(terminal, config);
  const options = { knownRules: terminal.rules.map(({ id }) => id), today: terminal.today };
  const reading =
    config === undefined ? readConfig(workspace.read(configFile), options) : readConfig(text, { ...options, file: slashed(config) });
  const session = terminal.openSession(workspace, {
    today: terminal.today,
    ...(config === undefined ? {} : { config: reading.config }),
    ...(cacheFolder === undefined ? {} : { cacheFolder }),
    onFailure: (rule, file, error) => {
      const message = error instanceof Error ? error.message.split('\n')[0]! : String(error);
      terminal.err(`production-gap: ${rule} failed in ${file} and is left out there: ${message}\n`);
    },
  });
  const prefix = inside(terminal.cwd, root) ?? '';
  return { root, prefix, workspace, session, config: reading.config, configFindings: config === undefined ? [] : reading.findings };
}

/** Shows on a screen how far a scan has come; gives the function that takes it away. */
export function progress(terminal: Terminal): { onProgress?: (done: number, total: number) => void; end: () => void } {
  if (!terminal.showsProgress) return { end: () => undefined };
  let shown = false;
  return {
    onProgress: (done, total) => {
      shown = true;
      terminal.err(`\r\u001b[KAnalysing file ${done} of ${total}`);
    },
    end: () => {
      if (shown) terminal.err('\r\u001b[K');
    },
  };
}
