import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** A copy of a repository. */
export interface Application {
  folder: string;
  /** `owner/name`; the folder's name where nothing tells more. */
  repository: string;
  commit?: string;
}

const listed = z.strictObject({ folder: z.string().min(1), repository: z.string().min(1), commit: z.string().optional() });

/** What is said of copies without history: one JSON object per line. Throws when a line is none. */
export function parseList(text: string): z.infer<typeof listed>[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => listed.parse(JSON.parse(line)));
}

/** Asks git about a repository; undefined when it has no answer. */
export function git(gitDir: string, ...args: string[]): string | undefined {
  try {
    return execFileSync('git', [`--git-dir=${gitDir}`, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 30,
    }).trim();
  } catch {
    return undefined;
  }
}

/** The git directory of a folder: its own `.git`, itself when it is bare, or one a level deeper under `repo`. */
export function gitDirOf(folder: string): string | undefined {
  const candidates = [path.join(folder, '.git'), folder, path.join(folder, 'repo', '.git'), path.join(folder, 'repo')];
  return candidates.find((candidate) => existsSync(path.join(candidate, 'HEAD')) && existsSync(path.join(candidate, 'objects')));
}

const isFolder = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;

function foldersIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.') && isFolder(path.join(folder, name)))
    .sort()
    .map((name) => path.join(folder, name));
}

/** `owner/name` from the address of a remote. */
export function repositoryOfRemote(remote: string): string | undefined {
  return /[/:]([^/:\s]+\/[^/\s]+?)(?:\.git)?\/?$/.exec(remote)?.[1];
}

/**
 * The applications in a folder: the folder itself when it holds a manifest or its name is known, else the folders in it. Whose copy one is,
 * is told by the list, by its git directory, or by its name, if just one repository of `known` ends so.
 */
export function applicationsIn(folder: string, list: readonly z.infer<typeof listed>[], known: readonly string[]): Application[] {
  const name = path.basename(folder);
  const isNamed = list.some((entry) => entry.folder === name) || known.some((repository) => repository.endsWith(`/${name}`));
  const isApplication = isNamed || ['package.json', 'deno.json', '.git'].some((file) => existsSync(path.join(folder, file)));
  return (isApplication ? [folder] : foldersIn(folder)).map((each) => ({ folder: each, ...identify(each, list, known) }));
}

function identify(folder: string, list: readonly z.infer<typeof listed>[], known: readonly string[]): Omit<Application, 'folder'> {
  const name = path.basename(folder);
  const said = list.find((entry) => entry.folder === name);
  if (said) return { repository: said.repository, ...(said.commit === undefined ? {} : { commit: said.commit }) };
  const gitDir = path.join(folder, '.git');
  const commit = existsSync(gitDir) ? git(gitDir, 'rev-parse', 'HEAD') : undefined;
  const remote = commit === undefined ? undefined : git(gitDir, 'config', '--get', 'remote.origin.url');
  const named = name.includes('+') ? name.replace('+', '/') : onlyOne(known.filter((repository) => repository.endsWith(`/${name}`)));
  const repository = (remote === undefined ? undefined : repositoryOfRemote(remote)) ?? named ?? name;
  return { repository, ...(commit === undefined ? {} : { commit }) };
}

function onlyOne<T>(things: readonly T[]): T | undefined {
  return things.length === 1 ? things[0] : undefined;
}

/** Git directories of the repositories in a folder, by `owner/name`: `owner/name`, `owner+name` or clones under any name. */
export function repositoriesIn(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  const add = (each: string): boolean => {
    const gitDir = gitDirOf(each);
    if (gitDir === undefined) return false;
    const name = path.basename(each);
    const remote = git(gitDir, 'config', '--get', 'remote.origin.url');
    const repository = name.includes('+')
      ? name.replace('+', '/')
      : (remote && repositoryOfRemote(remote)) || `${path.basename(path.dirname(each))}/${name}`;
    found.set(repository, gitDir);
    return true;
  };
  for (const each of foldersIn(folder)) if (!add(each)) for (const deeper of foldersIn(each)) add(deeper);
  return found;
}

/** Reads a list of copies, if there is one. */
export function readList(file: string | undefined): z.infer<typeof listed>[] {
  return file === undefined ? [] : parseList(readFileSync(file, 'utf8'));
}
