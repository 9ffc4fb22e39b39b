import { ts } from 'ts-morph';
import { identifies, strongest } from '../facts/guardLevels';
import type { HandlerRef, RefusalStyle, Route, RouteGuard } from '../model/facts';
import { idOfRoute } from '../facts/posture';
import type { GuardTarget, ProjectSymbol } from '../model/rule';
import { bare } from '../syntax/nodes';
import { parse } from '../syntax/trees';
import { refusalOf } from './guardRefusals';
import { fileNames, isImportable, type IdiomHost } from './importPaths';

/** A guard as one file writes it. */
interface Written {
  file: string;
  expression: string;
  refusal?: RefusalStyle;
}

/** Where a guard is to be written: the file, and the function in it. */
interface Place {
  file: string;
  fn?: string;
}

/** How much a use counts by where it is: among the siblings, in the package, elsewhere. */
const weights = { group: 10_000, package: 100, elsewhere: 1 };

/** Guards that routes of the same framework use and that `file` can import, those of the siblings first, most used first. */
export function guardsFor(file: string, target: GuardTarget, host: IdiomHost): ProjectSymbol[] {
  const found = new Map<string, ProjectSymbol>();
  const before = new Map<string, Map<string, ProjectSymbol>>();
  const packageDir = host.files.context(file).packageDir;
  const routes = host.tree.all().filter((route) => route.framework === target.framework);
  const kind = target.kind ?? 'authentication';
  const known = new Map<string, ProjectSymbol | undefined>();
  const symbolOf = (route: Route, guard: RouteGuard): ProjectSymbol | undefined => {
    const key =
      guard.place === 'handler' ? `${guard.file} ${guard.span.start}` : `${route.file} ${guard.place} ${guard.name} ${guard.file}`;
    if (!known.has(key)) known.set(key, readGuard({ file, ...(target.fn !== undefined ? { fn: target.fn } : {}) }, route, guard, host));
    return known.get(key);
  };
  for (const route of routes) {
    const isNear = target.examples ? target.examples.has(idOfRoute(route)) : route.group === target.group;
    const weight = isNear ? weights.group : host.files.context(route.file).packageDir === packageDir ? weights.package : weights.elsewhere;
    const earlier: ProjectSymbol[] = [];
    const used = new Map<string, ProjectSymbol>();
    for (const guard of route.guards) {
      if (guard.kind !== kind || guard.when || guard.unsure) continue;
      const symbol = symbolOf(route, guard);
      if (!symbol || used.has(symbol.expression)) continue;
      if (kind !== 'authentication' || identifies(guard.level)) {
        const level = strongest(
          route.guards.filter((other) => other.name === guard.name && other.file === guard.file).map((other) => other.level),
        );
        used.set(symbol.expression, symbol);
        const entry = found.get(symbol.expression);
        if (entry) entry.uses += weight;
        else found.set(symbol.expression, { ...symbol, level, uses: weight });
        const always = before.get(symbol.expression);
        // One guard may show several pieces of evidence, the weaker ones first.
        const mine = new Map(earlier.filter((other) => other.expression !== symbol.expression).map((other) => [other.expression, other]));
        before.set(symbol.expression, always ? new Map([...always].filter(([expression]) => mine.has(expression))) : mine);
      }
      if (guard.place !== 'handler') earlier.push(symbol);
    }
  }
  const covered = new Set(
    routes
      .filter((route) => route.group === target.group && route.path === target.path)
      .flatMap((route) => route.guards.map((guard) => guard.name)),
  );
  for (const [expression, symbol] of found)
    symbol.after = [...(before.get(expression)?.values() ?? [])].filter((other) => !covered.has(other.expression));
  return [...found.values()].sort((a, b) => b.uses - a.uses);
}

function readGuard(place: Place, route: Route, guard: RouteGuard, host: IdiomHost): ProjectSymbol | undefined {
  // In some frameworks handlers call their guards themselves.
  const calls = host.tables.library(route.framework)?.idioms?.attach === 'statements';
  const written =
    guard.place === 'handler'
      ? calls
        ? calledIn(guard, host)
        : undefined
      : calls && guard.place !== 'wrapper'
        ? undefined
        : chainedIn(route, guard, host);
  if (!written) return undefined;
  if (calls && guard.place === 'wrapper' && !/^with[A-Z]\w*$/.test(written.expression)) return undefined;
  return importable(place, written, host);
}

/** Where a guard of a chain is written out: with its route, or on the router or application around it. */
function chainedIn(route: Route, guard: RouteGuard, host: IdiomHost): Written | undefined {
  if (guard.name.includes('…')) return undefined;
  const isThere = (other: string): boolean =>
    (host.model.peek(other)?.facts ?? []).some((fact) => {
      if (fact.kind !== 'route' && fact.kind !== 'mount') return false;
      return [...fact.chain, ...(fact.kind === 'route' && fact.handler ? [fact.handler] : [])].some((ref) => mentions(ref, guard.name));
    });
  if (isThere(route.file)) return { file: route.file, expression: guard.name };
  if (guard.place === 'route' || guard.place === 'wrapper') return undefined;
  for (const { file } of host.model.files()) if (isThere(file)) return { file, expression: guard.name };
  return undefined;
}

function mentions(ref: HandlerRef, name: string): boolean {
  return (ref.name === name && name !== '<inline>') || (ref.wraps ?? []).some((inner) => mentions(inner, name));
}

/** The call with which a handler asks a guard. */
function calledIn(guard: RouteGuard, host: IdiomHost): Written | undefined {
  const tree = host.files.tree(guard.file);
  const call = tree && callAt(tree, guard.span.start, guard.span.end);
  if (!tree || !call) return undefined;
  const handler = host.model
    .peek(guard.file)
    ?.functions.filter((fn) => fn.span.start <= guard.span.start && guard.span.end <= fn.span.end)
    .sort((a, b) => a.span.start - b.span.start)[0];
  const request = handler && firstParameter(tree, handler.span.start);
  const text = call.getText(tree);
  // Every handler has its own name for the request.
  const expression = request === undefined ? text : text.replace(new RegExp(`\\((${request.replace(/\$/g, '\\$')})(?=[,)])`), '(request');
  const root = rootOf(call.expression);
  const origin = root && fileNames(guard.file, host).imports.get(root.text);
  const refusal = refusalOf(guard.file, call, origin, host);
  return refusal && { file: guard.file, expression, refusal };
}

function callAt(tree: ts.SourceFile, start: number, end: number): ts.CallExpression | undefined {
  let found: ts.CallExpression | undefined;
  const visit = (node: ts.Node): void => {
    if (node.end < end || node.getStart(tree) > start || found) return;
    if (ts.isCallExpression(node) && node.getStart(tree) === start && node.end === end) found = node;
    else ts.forEachChild(node, visit);
  };
  ts.forEachChild(tree, visit);
  return found;
}

function firstParameter(tree: ts.SourceFile, start: number): string | undefined {
  let name: string | undefined;
  const visit = (node: ts.Node): void => {
    if (name !== undefined || node.end <= start || node.getStart(tree) > start) return;
    if (node.getStart(tree) === start && ts.isFunctionLike(node)) {
      const first = node.parameters[0]?.name;
      name = first && ts.isIdentifier(first) ? first.text : '';
    } else ts.forEachChild(node, visit);
  };
  ts.forEachChild(tree, visit);
  return name === '' ? undefined : name;
}

function rootOf(node: ts.Expression): ts.Identifier | undefined {
  let current = bare(node);
  while (ts.isPropertyAccessExpression(current) || ts.isCallExpression(current)) current = bare(current.expression);
  return ts.isIdentifier(current) ? current : undefined;
}

/** A guard as it can be written in `file`: every name in it has to be the file's own or importable. */
function importable(place: Place, written: Written, host: IdiomHost): ProjectSymbol | undefined {
  const { file } = place;
  const tree = parse('guard.ts', `(${written.expression})`);
  const statement = tree.statements[0];
  if (tree.statements.length !== 1 || !statement || !ts.isExpressionStatement(statement)) return undefined;
  const root = rootOf(statement.expression);
  if (!root) return undefined;
  const common = { uses: 0, expression: written.expression, ...(written.refusal ? { refusal: written.refusal } : {}) };
  const names = fileNames(written.file, host);
  const callee = bare(statement.expression);
  const member = ts.isPropertyAccessExpression(callee) ? callee.name.text : undefined;
  if (!names.imports.has(root.text) && !names.declared.has(root.text) && member !== undefined) {
    // A decorator of the application that a plugin is handed: nothing has to be imported.
    return ts.isPropertyAccessExpression(callee) && callee.expression === root
      ? { ...common, name: member, from: { file }, isDefault: false }
      : undefined;
  }
  const whole = names.imports.get(root.text);
  const access = ts.isCallExpression(callee) ? bare(callee.expression) : callee;
  const inModule =
    whole?.name === '*' && written.file !== file && ts.isPropertyAccessExpression(access) && access.expression === root
      ? access.name.text
      : undefined;
  const symbol =
    inModule !== undefined
      ? memberOfModule(file, written, inModule, whole!.specifier, host)
      : symbolOf(place, written.file, root.text, host);
  if (!symbol) return undefined;
  const needs: ProjectSymbol[] = [];
  for (const other of mentioned(statement.expression, root)) {
    if (other === 'request' || other === 'undefined' || /^(console|process|Boolean|String|Number|Symbol)$/.test(other)) continue;
    const needed = symbolOf(place, written.file, other, host);
    if (!needed) return undefined;
    if (!('file' in needed.from) || needed.from.file !== file) needs.push(needed);
  }
  // The import may have given it another name.
  const rest = written.expression.slice(
    written.expression.indexOf(root.text) + root.text.length + (inModule === undefined ? 0 : inModule.length + 1),
  );
  return { ...symbol, ...common, expression: symbol.name + rest, ...(needs.length > 0 ? { needs } : {}) };
}

/** `auth.requireUser` with `import * as auth`: the member is what another file imports. */
function memberOfModule(file: string, written: Written, member: string, specifier: string, host: IdiomHost): ProjectSymbol | undefined {
  const resolved = host.files.resolve(written.file, specifier);
  if ('unresolved' in resolved) return undefined;
  const common = { name: member, uses: 0, expression: member, isDefault: false };
  if ('package' in resolved) return { ...common, from: { package: resolved.package } };
  return resolved.file !== file && isImportable(file, resolved.file, host) ? { ...common, from: { file: resolved.file } } : undefined;
}

/** Names that an expression uses as values, `except` left out. */
function mentioned(expression: ts.Expression, except: ts.Identifier): string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) return visit(node.expression);
    if (ts.isPropertyAssignment(node)) return visit(node.initializer);
    if (ts.isIdentifier(node) && node !== except) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(expression);
  return [...found];
}

/** A name of one file as something that another file can import the way that one does. */
function symbolOf({ file, fn }: Place, writer: string, local: string, host: IdiomHost): ProjectSymbol | undefined {
  const common = { name: local, uses: 0, expression: local };
  const names = fileNames(writer, host);
  const origin = names.imports.get(local);
  if (!origin) {
    const isNear =
      writer === file &&
      fn !== undefined &&
      (host.model.peek(file)?.functions ?? []).some(
        ({ name, parent }) => name === local && parent !== undefined && (fn === parent || fn.startsWith(`${parent}.`)),
      );
    if (!names.declared.has(local) && !isNear) return undefined;
    if (writer === file) return { ...common, from: { file }, isDefault: false };
    return exported(file, writer, local, host);
  }
  // All of a module under one name is imported by no fix.
  if (origin.name === '*') return writer === file ? { ...common, from: { file }, isDefault: false } : undefined;
  const resolved = host.files.resolve(writer, origin.specifier);
  if ('unresolved' in resolved) return undefined;
  const isDefault = origin.name === 'default';
  if ('package' in resolved) return { ...common, name: isDefault ? local : origin.name, from: { package: resolved.package }, isDefault };
  if (resolved.file === file) return { ...common, from: { file }, isDefault: false };
  if (!isImportable(file, resolved.file, host)) return undefined;
  return { ...common, name: isDefault ? local : origin.name, from: { file: resolved.file }, isDefault };
}

/** Something that a file declares, if it exports it. */
function exported(file: string, owner: string, local: string, host: IdiomHost): ProjectSymbol | undefined {
  const exports = host.model.peek(owner)?.summary.exports ?? {};
  if (!isImportable(file, owner, host)) return undefined;
  if (exports[local]) return { name: local, uses: 0, expression: local, from: { file: owner }, isDefault: false };
  const fallback = exports['default'];
  return fallback && (fallback.fn === local || fallback.cls === local)
    ? { name: local, uses: 0, expression: local, from: { file: owner }, isDefault: true }
    : undefined;
}
