import { ts } from 'ts-morph';
import type { AccessPath } from '../model/facts';
import { bare } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import { fileRefOf } from '../syntax/accessPaths';
import type { FileAnalysis } from './analysis';

/** What calling a function gives: a value with a name, an object with an identity. */
export interface Returned {
  path?: AccessPath;
  entity?: string;
  /** Functions and routers in the object that it gives, by their names. */
  members?: Record<string, AccessPath>;
  /** Identities of those routers. */
  entities?: Record<string, string>;
}

/** A member by its name; what objects have by themselves is none. */
export function memberNamed(members: Record<string, string> | undefined, name: string): string | undefined {
  return members && Object.hasOwn(members, name) ? members[name] : undefined;
}

/** Works out what a function gives back. */
export function returned(analysis: FileAnalysis, fn: FunctionInfo): Returned {
  const path = returnedPath(analysis, fn);
  const entity = returnedEntity(analysis, fn);
  const given = path === undefined ? returnedMembers(analysis, fn) : undefined;
  return { ...(path !== undefined ? { path } : {}), ...(entity !== undefined ? { entity } : {}), ...given };
}

/**
 * `return { requireUser, requireAdmin: guard.admin, router, db }`: functions, routers, clients and services that a factory hands out. One with
 * several results may hand out other functions; what stands in for a client in one of them changes nothing of the client.
 */
function returnedMembers(analysis: FileAnalysis, fn: FunctionInfo): Pick<Returned, 'members' | 'entities'> | undefined {
  const values = analysis.context.side === 'client' ? [] : returnValues(fn);
  const objects = values.map((value) => analysis.resolver.deref(value)).filter(ts.isObjectLiteralExpression);
  if (objects.length === 0 || objects.length < values.length) return undefined;
  const [only, ...more] = objects.map((object) => membersOf(analysis, object));
  const { members, entities } = more.length === 0 ? only! : clientsIn([only!, ...more]);
  if (Object.keys(members).length === 0) return undefined;
  return Object.keys(entities).length > 0 ? { members, entities } : { members };
}

/** Members on which all results agree that have one that is known; no functions and routers of the project. */
function clientsIn(results: readonly Required<Pick<Returned, 'members' | 'entities'>>[]): Required<Pick<Returned, 'members' | 'entities'>> {
  const members: Record<string, AccessPath> = {};
  for (const name of new Set(results.flatMap((result) => Object.keys(result.members)))) {
    const [path, ...others] = new Set(results.flatMap((result) => memberNamed(result.members, name) ?? []));
    if (path !== undefined && others.length === 0 && !fileRefOf(path) && !results.some(({ entities }) => Object.hasOwn(entities, name)))
      members[name] = path;
  }
  return { members, entities: {} };
}

function membersOf(analysis: FileAnalysis, object: ts.ObjectLiteralExpression): Required<Pick<Returned, 'members' | 'entities'>> {
  let members: Record<string, AccessPath> = {};
  const entities: Record<string, string> = {};
  for (const property of object.properties) {
    if (!property.name || !(ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))) {
      // What is spread or computed may take the place of any that stand before it.
      members = {};
      continue;
    }
    const own = ts.isMethodDeclaration(property) ? analysis.outline.byNode.get(property) : undefined;
    const expression = ts.isPropertyAssignment(property)
      ? property.initializer
      : ts.isShorthandPropertyAssignment(property)
        ? property.name
        : undefined;
    const ref = own ? { file: analysis.file, id: own.id } : expression && analysis.resolver.functionOf(expression)?.ref;
    const { text } = property.name;
    delete members[text];
    delete entities[text];
    const router = !ref && expression && hasIdentity(analysis, expression) ? analysis.resolver.entityOf(expression) : undefined;
    if (ref) members[text] = `file:${ref.file}#${ref.id}`;
    else if (router !== undefined) {
      members[text] = analysis.resolver.pathOf(expression!)!;
      entities[text] = router;
    } else if (expression) {
      const path = analysis.resolver.pathOf(expression);
      if (isHandle(analysis, path)) members[text] = path;
    }
  }
  return { members, entities };
}

/** A client or a service, and no value of one request. */
function isHandle(analysis: FileAnalysis, path: AccessPath | undefined): path is AccessPath {
  return path !== undefined && !/^(?:global#|caught#|module:|object:)/.test(path) && !fileRefOf(path) && !analysis.tables.read(path);
}

function returnValues(fn: FunctionInfo): ts.Expression[] {
  const body = fn.node.body;
  if (!body) return [];
  if (!ts.isBlock(body)) return [body];
  return fn.exits.flatMap((exit) => (ts.isReturnStatement(exit) && exit.expression ? [exit.expression] : []));
}

function returnedPath(analysis: FileAnalysis, fn: FunctionInfo): string | undefined {
  for (const value of returnValues(fn)) {
    const path = analysis.resolver.pathOf(value);
    // Values of requests differ from call to call; clients and handles are what callers need to know.
    // A function that is returned is described by `returnsFunction`, with what its maker was given.
    if (path !== undefined && !path.startsWith('global#env') && !path.startsWith('caught#') && !fileRefOf(path)) return path;
  }
  const type = (fn.node as ts.FunctionDeclaration).type;
  return type && analysis.resolver.pathOfType(type);
}

function returnedEntity(analysis: FileAnalysis, fn: FunctionInfo): string | undefined {
  for (const value of returnValues(fn)) {
    const inner = bare(value);
    if (ts.isIdentifier(inner)) {
      const declaration = analysis.resolver.declarations.find(inner);
      if (declaration?.kind === 'variable') return analysis.resolver.entityOf(inner);
      if (declaration?.kind === 'parameter') return `${analysis.file}#${fn.id}.param${declaration.index}`;
    }
    if (ts.isPropertyAccessExpression(inner) && inner.expression.kind === ts.SyntaxKind.ThisKeyword)
      return analysis.resolver.entityOf(inner);
    // `return app.get(…).post(…)`, `() => new Hono().route(…)`: the router, however it was made. `(role) => procedure.use(asks(role))` likewise.
    if ((ts.isCallExpression(inner) || ts.isNewExpression(inner)) && hasIdentity(analysis, inner)) return analysis.resolver.entityOf(inner);
  }
  return undefined;
}

/** A router, or a builder of procedures: others need to know which one it is. */
function hasIdentity(analysis: FileAnalysis, node: ts.Expression): boolean {
  const path = analysis.resolver.pathOf(node);
  return path !== undefined && (analysis.tables.registrars.has(path) || analysis.tables.builders.has(path));
}
