import { execFileSync } from 'node:child_process';
import { decode } from '../../project/readable';
import { git } from './applications';
import type { Commits } from './examples';

/** Commits of the repositories at hand, read from git without a checkout. `gitDirs` is by `owner/name`. */
export function gitCommits(gitDirs: ReadonlyMap<string, string>): Commits {
  // One commit at a time is looked at, so the last is enough to remember.
  let last: { key: string; tree: Map<string, string> } | undefined;
  const treeOf = (repository: string, commit: string): Map<string, string> => {
    const key = `${repository}@${commit}`;
    if (last?.key !== key) last = { key, tree: readTree(gitDirs.get(repository)!, commit) };
    return last.tree;
  };
  return {
    has: (repository, commit) => {
      const gitDir = gitDirs.get(repository);
      return gitDir !== undefined && git(gitDir, 'cat-file', '-t', commit) === 'commit';
    },
    list: (repository, commit, folder) => {
      const prefix = folder === '' || folder === '.' ? '' : `${folder}/`;
      return [...treeOf(repository, commit).keys()].filter((file) => file.startsWith(prefix));
    },
    read: (repository, commit, files) => {
      const tree = treeOf(repository, commit);
      const present = files.flatMap((file) => {
        const blob = tree.get(file);
        return blob === undefined ? [] : [{ file, blob }];
      });
      const texts = readBlobs(
        gitDirs.get(repository)!,
        present.map(({ blob }) => blob),
      );
      return new Map(present.flatMap(({ file }, index) => (texts[index] === undefined ? [] : [[file, texts[index]] as const])));
    },
  };
}

/** Names of the blobs of a commit, by path. */
function readTree(gitDir: string, commit: string): Map<string, string> {
  const entries = (git(gitDir, 'ls-tree', '-r', '-z', commit) ?? '').split('\0').flatMap((entry) => {
    const found = /^\d+ blob ([0-9a-f]+)\t([\s\S]+)$/.exec(entry);
    return found ? [[found[2]!, found[1]!] as const] : [];
  });
  return new Map(entries);
}

/** Texts of blobs in the order given; undefined for what is not text or missing. One process reads them all. */
function readBlobs(gitDir: string, blobs: readonly string[]): (string | undefined)[] {
  if (blobs.length === 0) return [];
  const input = blobs.map((blob) => `${blob}\n`).join('');
  const output = execFileSync('git', [`--git-dir=${gitDir}`, 'cat-file', '--batch'], {
    input,
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 2 ** 31 - 1,
  });
  let at = 0;
  return blobs.map(() => {
    const end = output.indexOf('\n', at);
    const size = /^\w+ blob (\d+)$/.exec(output.toString('utf8', at, end))?.[1];
    at = end + 1;
    if (size === undefined) return undefined;
    const bytes = output.subarray(at, at + Number(size));
    at += Number(size) + 1;
    return decode(bytes);
  });
}
