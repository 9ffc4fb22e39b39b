import type { AccessPath } from '../model/facts';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { packagesOf, type Tables } from './tables';

/** A framework's convention that a file falls under. */
export interface FileRouteMatch {
  route: Tables['fileRoutes'][number];
  match: RegExpExecArray;
}

/** What a file is to frameworks because of where it stands. */
export class FileEntries {
  private known: FileRouteMatch[] | undefined;

  constructor(private readonly analysis: FileAnalysis) {}

  /** Conventions of frameworks in force that make the file an entry by its path. */
  get routes(): readonly FileRouteMatch[] {
    return (this.known ??= this.conventions().flatMap((route) => {
      const match = route.pattern.exec(this.analysis.innerPath);
      return match && this.analysis.inForce(packagesOf(route)) ? [{ route, match }] : [];
    }));
  }

  /** Conventions that may be in force: a file may import what its package does not depend on. */
  private conventions(): Tables['fileRoutes'] {
    const { dependencies } = this.analysis.context;
    if (!dependencies) return this.analysis.tables.fileRoutes;
    for (const name of this.analysis.imports)
      if (this.analysis.tables.placingPackages.has(name) && !(name in dependencies)) return this.analysis.tables.fileRoutes;
    return this.analysis.tables.fileRoutesOf(dependencies);
  }

  /** Functions behind exported names that are entries because of the file they stand in. */
  *functions(): Iterable<{ fn: FunctionInfo; params: AccessPath[]; answers?: boolean }> {
    for (const { route } of this.routes) {
      if (route.shape === 'call' || route.shape === 'actions') continue;
      for (const entry of this.analysis.exports) {
        if (!('value' in entry)) continue;
        if (route.shape === 'methods' && !/^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ALL|fallback)$/.test(entry.name)) continue;
        if (route.shape === 'default' && entry.name !== 'default') continue;
        if (route.shape === 'middleware' && !/^(default|middleware|proxy|onRequest|handle)$/.test(entry.name)) continue;
        if (route.shape === 'exports' && !Object.hasOwn(route.exports ?? {}, entry.name)) continue;
        for (const fn of this.analysis.functions.behind(entry.value))
          yield { fn, params: route.params, answers: route.answers === true && !route.exports?.[entry.name]?.guards };
      }
    }
  }
}
