import type { Library } from '../../model/library';
import type { SourceTree } from './tree';

/** Specifiers of static imports, re-exports, `import()` and `require` in a source text. */
export function importedSpecifiers(text: string): string[] {
  const found = text.matchAll(
    /\bfrom\s*(['"])([^'"\n]+)\1|\bimport\s*(['"])([^'"\n]+)\3|\b(?:import|require)\(\s*(['"])([^'"\n]+)\5\s*\)/g,
  );
  return [...new Set([...found].map((match) => (match[2] ?? match[4] ?? match[6])!))];
}

/** Package and subpath of a specifier without registry prefix and version; undefined for relative paths and aliases. */
export function packagePath(specifier: string): string | undefined {
  const bare = specifier.replace(/^(?:npm:|jsr:|https:\/\/(?:esm\.sh|deno\.land\/x|cdn\.skypack\.dev)\/)\/?/, '');
  if (/^(?:[./#~]|@\/|https?:|file:)/.test(bare)) return undefined;
  return bare.replace(/^((?:@[^/@]+\/)?[^/@]+)@[^/]+/, '$1');
}

function isOf(library: Library, packages: readonly string[]): boolean {
  return library.packages.some((name) => packages.some((used) => used === name || used.startsWith(name.endsWith('/') ? name : `${name}/`)));
}

/** Path that a fixture's `file:` comment places it at. */
function declaredPath(text: string): string | undefined {
  return /^(?:\/\/|#|--)\s*file:\s*(\S+)/m.exec(text)?.[1];
}

/**
 * The libraries that the fixtures of a rule or check use, by title: what it is proved to understand. Fixed goldens
 * don't count.
 */
export function librariesOfFixtures(tree: SourceTree, folder: string, libraries: readonly Library[]): Library[] {
  const files = tree.list(folder).filter((file) => /\.[cm]?[jt]sx?$/.test(file) && !/\.fixed(\.|\/)/.test(file));
  const used = libraries.filter((library) =>
    files.some((file) => {
      const text = tree.read(file)!;
      const packages = importedSpecifiers(text).flatMap((specifier) => packagePath(specifier) ?? []);
      if (isOf(library, packages)) return true;
      const place =
        declaredPath(text) ??
        file
          .slice(folder.length + 1)
          .split('/')
          .slice(1)
          .join('/');
      return library.fileRoutes?.some(({ pattern }) => new RegExp(pattern.source, pattern.flags).test(place)) ?? false;
    }),
  );
  return used.sort((a, b) => (a.title < b.title ? -1 : 1));
}
