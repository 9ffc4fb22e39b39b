import { ts } from 'ts-morph';
import type { AccessPath, RowTest } from '../../model/facts';
import type { CallRole, MountRole, RouteRole } from '../../model/library';
import { bare, constantString } from '../../syntax/nodes';
import type { Declaration, Step } from '../../syntax/declarations';
import type { CallSite, FileAnalysis } from '../analysis';
import { elementsGiven, textGiven, type Given } from './given';
import { runsForRow, testsOfRow } from './rowConditions';
import { rowsIn, viewOf, type Row } from './tableRows';

/** One registration that a row of a table stands for. */
export interface RouteRow {
  role: CallRole & { library: string };
  route: RouteRole;
  /** What the call is given for this row. */
  args: Given[];
  /** What routes are registered on. */
  receiver: ts.Expression;
  /** The same, where it stands in another file. */
  registrar?: { path: AccessPath; entity: string };
  /** The row, or the call where nobody can read the table. */
  at: ts.Expression;
  /** The row of another file. */
  place?: { file: string; key: string };
  /** Nobody can tell whether it is registered so. */
  doubtful?: true;
  /** Nobody can tell what is registered. */
  unread?: true;
}

type Named = Extract<Declaration, { kind: 'parameter' | 'variable' }>;
type Cell = { of: Named; steps: Step[] };

/**
 * Registrations driven by a table: `routes.forEach((r) => router[r.method](r.path, ...r.middleware, r.handler))`, also as `for … of`,
 * with rows that are taken apart, with lists for rows, and with `Object.entries`, `.values` and `.keys`. Undefined when a call is no such thing.
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
  const { tests } = testsAt(analysis, node, loop);
  return rows.flatMap((row): RouteRow[] => {
    const runs = runsForRow(analysis, tests, row);
    if (runs === false) return [];
    const name = key && textGiven(analysis, filled(analysis, key, loop, row)[0] ?? key);
    const role = key ? (name === undefined ? undefined : roleFor(name.toLowerCase())) : fixed;
    if (!role?.route) return name === undefined ? (unread() ?? []) : [];
    return [
      {
        ...(runs === undefined ? { doubtful: true as const } : {}),
        role,
        route: role.route,
        args: node.arguments.flatMap((argument) => filled(analysis, argument, loop, row)),
        receiver,
        at: row.at,
        ...(row.place ? { place: row.place } : {}),
      },
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

/** Middleware on several prefixes: `app.use(['/a', '/b'], mw)`, `for (const prefix of prefixes) app.use(prefix, mw)`. The arguments for each. */
export function prefixRows(analysis: FileAnalysis, site: CallSite, mount: MountRole): Given[][] | undefined {
  const [first, ...rest] = site.node.arguments ?? [];
  if (mount.prefix !== 'arg0' || !first || rest.length === 0) return undefined;
  const name = cellOf(analysis, first);
  const prefixes = elementsGiven(analysis, (name?.steps.length === 0 && listBehind(name.of)) || first);
  return prefixes?.length && prefixes.every((prefix) => textGiven(analysis, prefix) !== undefined)
    ? prefixes.map((prefix) => [prefix, ...rest])
    : undefined;
}

/**
 * Mounts driven by a table: `routes.forEach((route) => router.use(route.path, route.router))`, also as `for … of`, with routers alone, and
 * with `Object.entries`. Gives the arguments of each row; undefined when this is not such a call.
 */
export function mountRows(analysis: FileAnalysis, args: readonly ts.Expression[]): Given[][] | undefined {
  const loop = args
    .map((argument) => cellOf(analysis, argument)?.of)
    .find((declaration) => declaration !== undefined && listBehind(declaration) !== undefined);
  return loop && rowsOf(analysis, loop)?.map((row) => args.flatMap((argument) => filled(analysis, argument, loop, row)));
}

/** Conditions about a row of a loop under which a call runs; none where one can't be read. */
export function testsAt(analysis: FileAnalysis, node: ts.Node, loop: Named): { tests?: RowTest[] } {
  const tests = testsOfRow(node, (part) => {
    const cell = cellOf(analysis, part);
    return cell?.of.node === loop.node ? cell.steps.flatMap((step) => ('rest' in step ? [] : [step])) : undefined;
  });
  return tests ? { tests } : {};
}

function rowsOf(analysis: FileAnalysis, loop: Named): Row[] | undefined {
  const { table, view } = viewOf(analysis, listBehind(loop)!);
  return rowsIn(analysis, table, view);
}

/** A part of a row: `route.path`, or `path` where the row is taken apart. */
export function cellOf(analysis: FileAnalysis, node: ts.Expression): Cell | undefined {
  const value = bare(ts.isSpreadElement(node) ? node.expression : node);
  if (ts.isBinaryExpression(value)) return value.operatorToken.kind === ts.SyntaxKind.PlusToken ? undefined : cellOf(analysis, value.left);
  if (
    ts.isCallExpression(value) &&
    ts.isPropertyAccessExpression(value.expression) &&
    /^(?:to(?:Lower|Upper)Case|bind)$/.test(value.expression.name.text)
  )
    return cellOf(analysis, value.expression.expression);
  if (ts.isPropertyAccessExpression(value)) {
    const outer = cellOf(analysis, value.expression);
    return outer && { of: outer.of, steps: [...outer.steps, { member: value.name.text }] };
  }
  // `table[name]` in a loop over the names of a table.
  if (ts.isElementAccessExpression(value)) {
    const name = cellOf(analysis, value.argumentExpression);
    const list = name?.steps.length === 0 ? listBehind(name.of) : undefined;
    const keys = list && viewOf(analysis, list);
    return keys?.view === 'keys' && keys.table.getText() === value.expression.getText()
      ? { of: name!.of, steps: [{ index: 1 }] }
      : undefined;
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
function filled(analysis: FileAnalysis, argument: ts.Expression, loop: Named, row: Row): Given[] {
  const cell = cellOf(analysis, argument);
  if (cell?.of.node !== loop.node) {
    const text = joined(analysis, argument, loop, row);
    return [text === undefined ? argument : { told: { text }, file: analysis.file, at: argument }];
  }
  const inner = bare(ts.isSpreadElement(argument) ? argument.expression : argument);
  // `...(route.middleware ?? [])`
  const given = row.value(cell.steps) ?? (ts.isBinaryExpression(inner) ? inner.right : undefined);
  if (!given) return ts.isSpreadElement(argument) ? [] : [argument];
  if (!ts.isSpreadElement(argument)) return [given];
  return elementsGiven(analysis, given) ?? [given];
}

/** Text that is put together from parts of a row: `/api${route.path}`. */
function joined(analysis: FileAnalysis, node: ts.Expression, loop: Named, row: Row): string | undefined {
  const value = bare(node);
  if (!ts.isTemplateExpression(value) && !(ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.PlusToken))
    return undefined;
  const textOf = (part: ts.Expression): string =>
    joined(analysis, part, loop, row) ?? textGiven(analysis, filled(analysis, part, loop, row)[0] ?? part) ?? '*';
  return ts.isTemplateExpression(value)
    ? value.head.text + value.templateSpans.map((span) => textOf(span.expression) + span.literal.text).join('')
    : textOf(value.left) + textOf(value.right);
}
