import type { PackageInfo } from '../model/check';
import { isSourceFile } from './classify';
import { shellCommands } from './shell';

/** Scripts that start what serves requests. */
const serving = /^(?:start|dev|develop|serve|server|prod|production|worker|preview)(?:[:.].*)?$/;
/** Folders that people keep the application in, whatever starts it. */
const application =
  /^(?:src|source|app|apps|server|servers|api|lib|libs|packages|modules|pages|routes|backend|frontend|client|web|functions|services|workers?|jobs|cron|core|common|shared|dist|build|out|public|bin|scripts?|tests?)$/;
/** A file that a command of a script runs: `node extra/release.mjs`, `tsx ./tools/a.ts`. */
const started =
  /^(?:cross-env\s+)?(?:\w+=\S*\s+)*(?:(?:npx|pnpm(?:\s+exec)?|yarn|bunx?)\s+)?(?:node|tsx|ts-node|ts-node-esm|bun|deno)(?:\s+(?:run|watch|-\S+))*\s+(?:\.\/)?([\w-][\w.-]*)\/(\S+\.[cm]?[jt]sx?)(?:\s|$)/;
const fewest = 2;

/**
 * Folders at the top of a package whose files are only started by hand, by scripts of the package: `node extra/release.js`. None of them serves
 * requests, and no code outside imports theirs. `read` gives texts; the answer holds until files or manifests change.
 */
export function scriptFolders(
  packages: readonly PackageInfo[],
  files: readonly string[],
  read: (file: string) => string | undefined,
): string[] {
  return packages.flatMap((pkg) => {
    const byHand = new Map<string, Set<string>>();
    const serves = new Set<string>();
    for (const [name, script] of Object.entries(pkg.scripts)) {
      for (const { text } of shellCommands(script)) {
        const match = started.exec(text.trim());
        if (!match) continue;
        const [, folder, rest] = match as unknown as [string, string, string];
        if (serving.test(name)) serves.add(folder);
        else byHand.set(folder, (byHand.get(folder) ?? new Set()).add(rest));
      }
    }
    const inside = (folder: string) => (pkg.dir === '' ? `${folder}/` : `${pkg.dir}/${folder}/`);
    return [...byHand]
      .filter(
        ([folder, names]) =>
          names.size >= fewest && !application.test(folder) && !serves.has(folder) && !isImported(folder, inside(folder), pkg, files, read),
      )
      .map(([folder]) => inside(folder));
  });
}

/** Does code of the package outside a folder import code in it? Data does not count. */
function isImported(
  folder: string,
  inside: string,
  pkg: PackageInfo,
  files: readonly string[],
  read: (file: string) => string | undefined,
): boolean {
  const specifier = new RegExp(
    String.raw`(?:\bfrom|\bimport|\brequire)\s*\(?\s*(['"])(?:[^'"\n]*/)?${folder.replace(/[.\\]/g, '\\$&')}/(?![^'"\n]*\.(?:json|txt|html|css|md|ya?ml)\1)[^'"\n]*\1`,
  );
  return files.some(
    (file) =>
      isSourceFile(file) &&
      !file.startsWith(inside) &&
      (pkg.dir === '' || file.startsWith(`${pkg.dir}/`)) &&
      !/(^|\/)(tests?|__tests__|node_modules)\//.test(file) &&
      specifier.test(read(file) ?? ''),
  );
}
