import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { sourceTree } from './generation/tree';
import { CommandFailed } from './progress';

/** Test inputs, read as data: where their text stands is what they are about. */
const inputs = [
  'test/rules',
  'test/checks',
  'test/libraries',
  'test/idioms',
  'test/projects',
  'test/vscode/fixtures',
  'test/crosscheck/packages',
];

/** Our own code below a project's root: paths with forward slashes, sorted. */
export function formattedFiles(root: string): string[] {
  const tree = sourceTree(root);
  const below = ['src', 'test'].flatMap((folder) => tree.list(folder));
  return ['esbuild.config.mjs', ...below].filter(
    (file) => /\.m?ts$|\.mjs$/.test(file) && !inputs.some((folder) => file.startsWith(`${folder}/`)),
  );
}

/**
 * Lays out our own code as `prettier` in package.json says, or with `check` only looks; files that have not changed since
 * the last time are not looked at again. Resolves to the files that were not laid out so; rejects with Prettier's own
 * words where it fails, as with code that does not parse.
 */
export function formatSources(root: string, options: { check: boolean }): Promise<string[]> {
  const prettier = createRequire(path.join(root, 'package.json')).resolve('prettier/bin/prettier.cjs');
  const kept = ['--cache', '--cache-strategy', 'content', '--cache-location', path.join(root, 'out/prettier.json')];
  const args = [prettier, '--list-different', ...(options.check ? [] : ['--write']), ...kept, '--', ...formattedFiles(root)];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 16_000_000 }, (error, output, complaints) => {
      // It ends with 1 where files differ, and with 2 where something is wrong.
      if (error && (error.code !== 1 || complaints))
        reject(new CommandFailed('prettier', typeof error.code === 'number' ? error.code : null, complaints || error.message));
      else resolve(output.split(/\r?\n/).filter(Boolean));
    });
  });
}
