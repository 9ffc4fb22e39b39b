import { ts } from 'ts-morph';
import type { CallRole, RouteRole } from '../../model/library';
import { bare, constantString, propertyOf } from '../../syntax/nodes';
import type { Declaration, Step } from '../../syntax/declarations';
import type { CallSite, FileAnalysis } from '../analysis';

/** One registration that a row of a table stands for. */
export interface RouteRow {
  role: CallRole & { library: string };
  route: RouteRole;
  /** What the call is given for this row. */
  args: ts.Expression[];
  /** What routes are registered on. */
  receiver: ts.Expression;
  /** The row, or the call where nobody can read the table. */
  at: ts.Expression;
  /** Nobody can tell what is registered. */
  unread?: true;
}

type Named = Extract<Declaration, { kind: 'parameter' | 'variable' }>;
/** What a row holds under a path of members and places; undefined when it has nothing there. */
type Row = { at: ts.Expression; value(steps: readonly Step[]): ts.Expression | undefined };
type Cell = { of: Named; steps: Step[] };

/**
 * Registrations driven by a table: `routes.forEach((r) => router[r.method](r.path, ...r.middleware, r.handler))`, also as `for … of`,
 * with rows that are taken apart, with lists for rows, and with `Object.entries`. Undefined when a call is no such thing.
 */
export function routeRows(analysis: FileAnalysis, site: CallSite): RouteRow[] | undefined {
  const { node } = site;
  const callee = bare(node.expression);
  if (!ts.isCallExpression(node) || (!ts.isPropertyAccessExpression(callee) && !ts.isElementAccessExpression(callee))) return undefined;
  const key = ts.isElementAccessExpression(callee) ? callee.argumentExpression : undefined;
  const fixed = key ? undefined : site.role;
  if (key ? constantString(key) !== undefined : !fixed?.route) return undefined;
  const parts = [...(key ? [key] : []), ...node.arguments];
  const loop = parts
    .map((part) => cellOf(analysis, part)?.of)
    .find((declaration) => declaration !== undefined && listBehind(declaration) !== undefined);
  if (!key && !loop) return undefined;
  const receiver = callee.expression;
  const base = analysis.resolver.pathOf(receiver);
  const roleFor = (name: string) => analysis.tables.call(`${base}.${name}`);
  if (base === undefined || (key && !roleFor('get')?.route)) return undefined;
  const rows = loop && rowsOf(analysis, loop);
  const unread = (): RouteRow[] | undefined => {
    const role = fixed ?? roleFor('all') ?? roleFor('get');
    return key && role?.route && node.arguments.length > 1
      ? [{ role, route: role.route, args: [...node.arguments], receiver, at: node, unread: true }]
      : undefined;
  };
  if (!loop || !rows) return unread();
  return rows.flatMap((row): RouteRow[] => {
    const name = key && constantString(analysis.resolver.deref(filled(analysis, key, loop, row)[0] ?? key));
    const role = key ? (name === undefined ? undefined : roleFor(name.toLowerCase())) : fixed;
    if (!role?.route) return name === undefined ? (unread() ?? []) : [];
    return [
      { role, route: role.route, args: node.arguments.flatMap((argument) => filled(analysis, argument, loop, row)), receiver, at: row.at },
    ];
  });
}

/** What a name of a loop runs through: `for (const x of list)`, `list.forEach((x) => …)`. */
export function listBehind(declaration: Named): ts.Expression | undefined {
  if (declaration.kind === 'parameter') {
    const call = declaration.index === 0 ? declaration.fn.parent : undefined;
    return call &&
      ts.isCallExpression(call) &&
      ts.isPropertyAccessExpression(call.expression) &&
      /^(forEach|map)$/.test(call.expression.name.text)
      ? call.expression.expression
      : undefined;
  }
  const list = declaration.node.parent;
  return ts.isVariableDeclarationList(list) && ts.isForOfStatement(list.parent) ? list.parent.expression : undefined;
}

function rowsOf(analysis: FileAnalysis, loop: Named): Row[] | undefined {
  const written = listBehind(loop)!;
  const list = analysis.resolver.deref(written);
  if (
    ts.isCallExpression(list) &&
    ts.isPropertyAccessExpression(list.expression) &&
    list.expression.getText() === 'Object.entries' &&
    list.arguments[0]
  )
    return entriesOf(analysis, list.arguments[0]);
  const elements = elementsOf(analysis, list, 3);
  return elements?.map((element) => ({ at: element, value: (steps) => follow(analysis, element, steps) }));
}

/** Elements of a list, with those of lists that are spread into it; undefined where some can't be read. */
export function elementsOf(analysis: FileAnalysis, node: ts.Expression, depth: number): ts.Expression[] | undefined {
  const list = analysis.resolver.deref(node);
  if (!ts.isArrayLiteralExpression(list) || depth === 0) return undefined;
  const found: ts.Expression[] = [];
  for (const element of list.elements) {
    const inner = ts.isSpreadElement(element) ? elementsOf(analysis, element.expression, depth - 1) : [element];
    if (!inner) return undefined;
    found.push(...inner);
  }
  return found;
}

function entriesOf(analysis: FileAnalysis, node: ts.Expression): Row[] | undefined {
  const object = analysis.resolver.deref(node);
  if (!ts.isObjectLiteralExpression(object)) return undefined;
  const rows = object.properties.map((property): Row | undefined => {
    if (!ts.isPropertyAssignment(property) && !ts.isShorthandPropertyAssignment(property)) return undefined;
    const value = ts.isPropertyAssignment(property) ? property.initializer : property.name;
    const name = ts.isStringLiteral(property.name) ? property.name : undefined;
    return {
      at: value,
      value: ([first, ...steps]) =>
        first && 'index' in first ? (first.index === 0 ? name : first.index === 1 ? follow(analysis, value, steps) : undefined) : undefined,
    };
  });
  return rows.every((row) => row !== undefined) ? rows : undefined;
}

function follow(analysis: FileAnalysis, start: ts.Expression, steps: readonly Step[]): ts.Expression | undefined {
  let value: ts.Expression | undefined = start;
  for (const step of steps) {
    const holder: ts.Expression = analysis.resolver.deref(value);
    const found: ts.Expression | ts.MethodDeclaration | undefined =
      'member' in step
        ? propertyOf(holder, step.member)
        : 'index' in step && ts.isArrayLiteralExpression(holder)
          ? holder.elements[step.index]
          : undefined;
    if (!found || ts.isMethodDeclaration(found)) return undefined;
    value = found;
  }
  return value;
}

/** A part of a row: `route.path`, or `path` where the row is taken apart. */
function cellOf(analysis: FileAnalysis, node: ts.Expression): Cell | undefined {
  const value = bare(ts.isSpreadElement(node) ? node.expression : node);
  if (ts.isBinaryExpression(value)) return cellOf(analysis, value.left);
  if (
    ts.isCallExpression(value) &&
    ts.isPropertyAccessExpression(value.expression) &&
    /^to(?:Lower|Upper)Case$/.test(value.expression.name.text)
  )
    return cellOf(analysis, value.expression.expression);
  if (ts.isPropertyAccessExpression(value)) {
    const outer = cellOf(analysis, value.expression);
    return outer && { of: outer.of, steps: [...outer.steps, { member: value.name.text }] };
  }
  const declaration = ts.isIdentifier(value) ? analysis.resolver.declarations.find(value) : undefined;
  if (declaration?.kind !== 'parameter' && declaration?.kind !== 'variable') return undefined;
  // `const { method, path } = route;` in the loop.
  const { initializer } = declaration.node;
  if (declaration.kind === 'variable' && initializer && declaration.constant && listBehind(declaration) === undefined) {
    const outer = cellOf(analysis, initializer);
    return outer && { of: outer.of, steps: [...outer.steps, ...declaration.steps] };
  }
  return { of: declaration, steps: declaration.steps };
}

/** An argument as it is for a row: a list that is spread gives several. */
function filled(analysis: FileAnalysis, argument: ts.Expression, loop: Named, row: Row): ts.Expression[] {
  const cell = cellOf(analysis, argument);
  const isOfRow = cell !== undefined && cell.of.node === loop.node;
  const value = isOfRow ? row.value(cell.steps) : undefined;
  if (!isOfRow) return [argument];
  const inner = bare(ts.isSpreadElement(argument) ? argument.expression : argument);
  // `...(route.middleware ?? [])`
  const given = value ?? (ts.isBinaryExpression(inner) ? inner.right : undefined);
  if (!given) return ts.isSpreadElement(argument) ? [] : [argument];
  if (!ts.isSpreadElement(argument)) return [given];
  return elementsOf(analysis, given, 3) ?? [given];
}
