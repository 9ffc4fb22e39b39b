import { identifies } from '../facts/guards';
import type { Route } from '../model/facts';
import type { ProjectIdioms, ProjectSymbol } from '../model/rule';
import type { ActionHost } from './actions';

/** What the project already has that fixes in `file` can reuse. Worked out when somebody asks for a fix. */
export function idiomsOf(file: string, host: Pick<ActionHost, 'files' | 'model' | 'tree' | 'tables'>): ProjectIdioms {
  const packages = new Map(Object.entries(host.files.context(file).dependencies ?? {}));
  const zod = packages.get('zod');
  return {
    guards: (route) => guardsFor(route, host),
    ...(zod !== undefined ? { validator: { library: 'zod', major: Number(/\d+/.exec(zod)?.[0] ?? 3) } } : {}),
    packages,
    importPath: (target) => relativeImport(file, target),
  };
}

/** Guards that routes of the same group use, most used first; then those of the framework. */
function guardsFor(route: { framework: string; group: string; path: string }, host: Pick<ActionHost, 'tree' | 'model'>): ProjectSymbol[] {
  const found = new Map<string, ProjectSymbol>();
  const take = (other: Route, weight: number) => {
    for (const guard of other.guards) {
      if (guard.kind !== 'authentication' || !identifies(guard.level) || guard.place !== 'route') continue;
      const name = guard.name.replace(/\(.*$/s, '');
      if (!/^[A-Za-z_$][\w$]*$/.test(name)) continue;
      const entry = found.get(guard.name) ?? { name, from: { file: guard.file }, isDefault: isDefaultExport(guard.file, name, host), uses: 0, expression: guard.name };
      entry.uses += weight;
      found.set(guard.name, entry);
    }
  };
  for (const other of host.tree.all()) if (other.framework === route.framework) take(other, other.group === route.group ? 100 : 1);
  return [...found.values()].sort((a, b) => b.uses - a.uses);
}

function isDefaultExport(file: string, name: string, host: Pick<ActionHost, 'model'>): boolean {
  const exports = host.model.peek(file)?.summary.exports ?? {};
  return exports[name] === undefined && exports['default'] !== undefined;
}

/** Relative path of an import, without the extension. */
export function relativeImport(from: string, to: string): string {
  const source = from.split('/').slice(0, -1);
  const target = to.replace(/(\/index)?\.[cm]?[jt]sx?$/, '').split('/');
  let shared = 0;
  while (shared < source.length && shared < target.length - 1 && source[shared] === target[shared]) shared++;
  const path = [...source.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
  return path.startsWith('.') ? path : `./${path}`;
}
