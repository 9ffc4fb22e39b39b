import type { AccessPath } from '../model/facts';

/** The last member that a path names: `get` of `express#router.get` and of `koa#ctx.get()`. */
export function lastNameOf(path: AccessPath): string {
  const body = path.endsWith('()') ? path.slice(0, -2) : path;
  return body.slice(Math.max(body.lastIndexOf('.'), body.lastIndexOf('#')) + 1);
}

/**
 * The names that code may use for what paths name: their own last members, and those of paths that stand for them. Who
 * looks for a path in a file can pass over everything of another name.
 */
export function namesFor(paths: Iterable<AccessPath>, aliases: ReadonlyMap<AccessPath, AccessPath>): Set<string> {
  const names = new Set([...paths].map(lastNameOf));
  for (let size = -1; size !== names.size;) {
    size = names.size;
    for (const [from, to] of aliases) if (names.has(lastNameOf(to))) names.add(lastNameOf(from));
  }
  return names;
}
