import { ts } from 'ts-morph';
import type { AccessPath } from '../model/facts';
import { propertyOf } from '../syntax/nodes';
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
      return match && this.analysis.inForce(packagesOf(route)) && !this.isOfServer(route) ? [{ route, match }] : [];
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

  /** Does the file belong to a server of the package's own? Without a manifest nobody can tell. */
  private isOfServer({ without }: FileRouteMatch['route']): boolean {
    const { dependencies, deployed } = this.analysis.context;
    if (!without || deployed || without.despite.some((name) => this.analysis.imports.has(name))) return false;
    return !dependencies || without.packages.some((name) => name in dependencies);
  }

  /** May a function answer requests, where anything may be exported? */
  handles({ takes }: FileRouteMatch['route'], { name, node }: FunctionInfo): boolean {
    if (!takes) return true;
    const [first] = node.parameters;
    return first ? takes.test(first.name.getText().replace(/^_/, '')) || takes.test(first.type?.getText() ?? '') : takes.test(name);
  }

  /** What answers in a file that exports a server as the web describes one: `export default { fetch(request) {} }`. */
  fetchMember(): ts.Expression | ts.MethodDeclaration | undefined {
    for (const entry of this.analysis.exports)
      if ('value' in entry && entry.name === 'default' && ts.isExpression(entry.value))
        return propertyOf(this.analysis.resolver.deref(entry.value), 'fetch');
    return undefined;
  }

  /** Does the file say that what it exports under the name, which would answer GET, runs when the application is built? */
  isBuiltAhead({ prerendered, exports }: FileRouteMatch['route'], name: string): boolean {
    if (prerendered === undefined || !(exports?.[name]?.methods ?? [name]).includes('GET')) return false;
    return this.analysis.exports.some(
      (entry) =>
        'value' in entry &&
        entry.name === prerendered &&
        ts.isExpression(entry.value) &&
        this.analysis.resolver.deref(entry.value).kind === ts.SyntaxKind.TrueKeyword,
    );
  }

  private isTyped({ node }: FunctionInfo, index: number): boolean {
    const type = node.parameters[index]?.type;
    return type !== undefined && this.analysis.resolver.pathOfType(type) !== undefined;
  }

  /** Functions behind exported names that are entries because of the file they stand in. */
  *functions(): Iterable<{ fn: FunctionInfo; params: (AccessPath | undefined)[]; answers?: boolean }> {
    for (const { route } of this.routes) {
      if (route.shape === 'actions') continue;
      if (route.shape === 'call') {
        const fetch = this.fetchMember();
        if (fetch)
          for (const fn of ts.isMethodDeclaration(fetch) ? [this.analysis.outline.byNode.get(fetch)] : this.analysis.functionsIn(fetch))
            if (fn) yield { fn, params: route.params };
        continue;
      }
      for (const entry of this.analysis.exports) {
        if (!('value' in entry)) continue;
        if (route.shape === 'methods' && !/^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ALL|fallback)$/.test(entry.name)) continue;
        if (route.shape === 'default' && entry.name !== 'default') continue;
        if (route.shape === 'middleware' && !/^(default|middleware|proxy|onRequest|handle)$/.test(entry.name)) continue;
        if (route.shape === 'exports' && !Object.hasOwn(route.exports ?? {}, entry.name)) continue;
        if (this.isBuiltAhead(route, entry.name)) continue;
        for (const fn of this.analysis.functions.behind(entry.value).filter((one) => this.handles(route, one))) {
          const given = route.paramsByCount?.[fn.node.parameters.length] ?? route.params;
          // Where there are several ways to write a handler, its types say which it is.
          const params = route.paramsByCount ? given.map((path, index) => (this.isTyped(fn, index) ? undefined : path)) : given;
          yield { fn, params, answers: route.answers === true && !route.exports?.[entry.name]?.guards };
        }
      }
    }
  }
}
