import { ts } from 'ts-morph';
import type { AccessPath, HandlerRef } from '../model/facts';
import { bare } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import { fileRefOf } from '../syntax/accessPaths';
import type { FileAnalysis } from './analysis';
import { resultGivenBack } from './keptResults';
import { cookieHeaderIn } from './readCookies';

/** What calling a function gives: a value with a name, an object with an identity. */
export interface Returned {
  path?: AccessPath;
  entity?: string;
  /** Functions and routers in the object that it gives, by their names. */
  members?: Record<string, AccessPath>;
  /** Identities of those routers. */
  entities?: Record<string, string>;
  /** The parameter whose result it gives back. */
  callOf?: number;
}

/** A member by its name; what objects have by themselves is none. */
export function memberNamed(members: Record<string, string> | undefined, name: string): string | undefined {
  return members && Object.hasOwn(members, name) ? members[name] : undefined;
}

/** Works out what a function gives back. */
export function returned(analysis: FileAnalysis, fn: FunctionInfo): Returned {
  const path = cookieGivenBack(analysis, fn) ?? returnedPath(analysis, fn);
  const entity = returnedEntity(analysis, fn);
  const given = path === undefined ? returnedMembers(analysis, fn) : undefined;
  const callOf = resultGivenBack(analysis, fn);
  return {
    ...(path !== undefined ? { path } : {}),
    ...(entity !== undefined ? { entity } : {}),
    ...given,
    ...(callOf !== undefined ? { callOf } : {}),
  };
}

/**
 * `return { requireUser, requireAdmin: guard.admin, router, db }`: functions, routers, clients and services that a factory hands out. One with
 * several results may hand out other functions; what stands in for a client in one of them changes nothing of the client.
 */
function returnedMembers(analysis: FileAnalysis, fn: FunctionInfo): Pick<Returned, 'members' | 'entities'> | undefined {
  const values = analysis.context.side === 'client' ? [] : returnValues(fn);
  const objects = values.map((value) => analysis.resolver.deref(value)).filter(ts.isObjectLiteralExpression);
  if (values.length === 0) return madeMembers(analysis, fn);
  if (objects.length === 0 || objects.length < values.length) return undefined;
  const [only, ...more] = objects.map((object) => membersOf(analysis, object));
  const { members, entities } = more.length === 0 ? only! : clientsIn([only!, ...more]);
  if (Object.keys(members).length === 0) return undefined;
  return Object.keys(entities).length > 0 ? { members, entities } : { members };
}

/** Functions that a constructor gives what it makes: `function Users(db) { this.list = (req, res) => …; }`, `Users.prototype.list = …`. */
function madeMembers(analysis: FileAnalysis, fn: FunctionInfo): Pick<Returned, 'members'> | undefined {
  let made = makers.get(analysis);
  if (!made) {
    made = new Map();
    for (const { left, right } of analysis.outline.memberAssignments) {
      const maker = ts.isPropertyAccessExpression(left) ? makerOf(analysis, bare(left.expression)) : undefined;
      const ref = maker && analysis.resolver.functionOf(bare(right))?.ref;
      if (ref) made.set(maker, { ...made.get(maker), [(left as ts.PropertyAccessExpression).name.text]: `file:${ref.file}#${ref.id}` });
    }
    makers.set(analysis, made);
  }
  const members = made.get(fn);
  return members && { members };
}

/** What constructors of a file give. */
const makers = new WeakMap<FileAnalysis, Map<FunctionInfo, Record<string, AccessPath>>>();

/** The constructor whose `this` an object is, under whatever name, or whose prototype. */
function makerOf(analysis: FileAnalysis, object: ts.Expression): FunctionInfo | undefined {
  if (object.kind === ts.SyntaxKind.ThisKeyword) {
    const fn = analysis.functionAround(object);
    return fn && (ts.isFunctionDeclaration(fn.node) || ts.isFunctionExpression(fn.node)) ? fn : undefined;
  }
  if (ts.isPropertyAccessExpression(object))
    return object.name.text === 'prototype' ? analysis.resolver.functionOf(bare(object.expression))?.local : undefined;
  const declaration = ts.isIdentifier(object) ? analysis.resolver.declarations.find(object) : undefined;
  const own = declaration?.kind === 'variable' && declaration.steps.length === 0 ? declaration.node.initializer : undefined;
  return own?.kind === ts.SyntaxKind.ThisKeyword ? makerOf(analysis, own) : undefined;
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

/** The list of middleware that a function gives: `const auth = (role) => [verify, hasRole(role)]`. */
export function returnedChain(analysis: FileAnalysis, fn: FunctionInfo): HandlerRef[] | undefined {
  const [value, ...others] = returnValues(fn);
  const list = value && bare(value);
  if (!list || others.length > 0 || !ts.isArrayLiteralExpression(list) || list.elements.length === 0) return undefined;
  if (!list.elements.every(mayBeMiddleware)) return undefined;
  const refs = analysis.handlerRefs(list);
  return refs.some((ref) => ref.fn !== undefined || analysis.tables.call(ref.path)?.guard) ? refs : undefined;
}

function mayBeMiddleware(element: ts.Expression): boolean {
  const value = bare(element);
  return ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) || ts.isCallExpression(value) || isFunctionNode(value);
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
    if (path !== undefined && !path.startsWith('global#env') && !path.startsWith('caught#') && !isFunctionPath(path)) return path;
  }
  const type = (fn.node as ts.FunctionDeclaration).type;
  return type && analysis.resolver.pathOfType(type);
}

/** A cookie that a helper looks for in the header: `readCookie(request, 'session')`. */
function cookieGivenBack(analysis: FileAnalysis, fn: FunctionInfo): string | undefined {
  if (!/cookie/i.test(fn.node.getText(analysis.source))) return undefined;
  return returnValues(fn)
    .map((value) => cookieHeaderIn(analysis, value))
    .find((path) => path !== undefined);
}

/** A class that is returned is what callers get: `return mixin(Guard)`. */
function isFunctionPath(path: AccessPath): boolean {
  const ref = fileRefOf(path);
  return ref !== undefined && !ref.id.startsWith('class ');
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
