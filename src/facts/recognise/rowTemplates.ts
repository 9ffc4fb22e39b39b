import { ts } from 'ts-morph';
import type { RowTemplate, TemplatePart } from '../../model/functionFacts';
import type { CallRole, MountRole } from '../../model/library';
import { fileRefOf } from '../../syntax/accessPaths';
import { bare, constantString } from '../../syntax/nodes';
import type { FunctionInfo } from '../../syntax/outline';
import type { CallSite, FileAnalysis } from '../analysis';
import { elementsGiven, refsGiven, textGiven, type Given, type Told } from './given';
import { runsForRow } from './rowConditions';
import { cellOf, listBehind, testsAt, type RouteRow } from './routeRows';
import { rowsIn, viewOf, type Row } from './tableRows';

/**
 * Registrations that a function makes for each row of a table that it is handed: `for (const r of routes) app[r.method](r.path, r.handler)`
 * in `registerRoutes(app, routes)`. What the rows are, only those know who call it.
 */
export function templatesOf(analysis: FileAnalysis, fn: FunctionInfo, sites: readonly CallSite[]): RowTemplate[] {
  return sites.flatMap((site) => {
    const found = templateAt(analysis, site);
    return found && found.fn === fn.node ? [found.template] : [];
  });
}

/** The function that is handed the table which a registration goes through, with what it registers for a row. */
export function templateAt(analysis: FileAnalysis, { node }: CallSite): { fn: ts.Node; template: RowTemplate } | undefined {
  const callee = bare(node.expression);
  if (!ts.isCallExpression(node) || (!ts.isPropertyAccessExpression(callee) && !ts.isElementAccessExpression(callee))) return undefined;
  if (ts.isPropertyAccessExpression(callee) && !analysis.tables.registeringNames.has(callee.name.text)) return undefined;
  const loop = [...(ts.isElementAccessExpression(callee) ? [callee.argumentExpression] : []), ...node.arguments]
    .map((part) => cellOf(analysis, part)?.of)
    .find((declaration) => declaration !== undefined && listBehind(declaration) !== undefined);
  if (!loop) return undefined;
  const { table, view } = viewOf(analysis, listBehind(loop)!);
  const list = parameterOf(analysis, table);
  const on = bare(callee.expression);
  const receiver = parameterOf(analysis, on);
  if (!list || (receiver && receiver.fn !== list.fn)) return undefined;
  const fn = analysis.outline.byNode.get(list.fn);
  const entity = receiver ? undefined : analysis.resolver.entityOf(on);
  const path = receiver ? undefined : analysis.resolver.pathOf(on);
  if (!fn || (!receiver && (entity === undefined || path === undefined))) return undefined;
  const partOf = (argument: ts.Expression): TemplatePart => {
    const spread = ts.isSpreadElement(argument) ? { spread: true as const } : {};
    const cell = cellOf(analysis, argument);
    if (cell?.of.node === loop.node) return { steps: cell.steps.flatMap((step) => ('rest' in step ? [] : [step])), ...spread };
    const text = textParts(argument, partOf);
    if (text) return { text };
    const handed = parameterOf(analysis, ts.isSpreadElement(argument) ? argument.expression : argument);
    if (handed?.fn === list.fn) return { param: handed.index, ...spread };
    const constant = constantString(bare(argument));
    return constant === undefined ? { refs: analysis.handlerRefs(argument), ...wrappedPart(argument, partOf) } : { text: [constant] };
  };
  return {
    fn: list.fn,
    template: {
      list: list.index,
      view,
      on: receiver ? receiver.index : { path: path!, entity: entity! },
      ...(!receiver && analysis.returnOf(fn)?.entity === entity ? { gives: true as const } : {}),
      method: ts.isElementAccessExpression(callee) ? partOf(callee.argumentExpression) : { text: [callee.name.text] },
      args: node.arguments.map(partOf),
      ...testsAt(analysis, node, loop),
    },
  };
}

/** `asyncHandler(route.handler)`: what of the row a wrapper is given. */
function wrappedPart(argument: ts.Expression, partOf: (argument: ts.Expression) => TemplatePart): { wraps?: TemplatePart } {
  const value = bare(argument);
  if (!ts.isCallExpression(value) || value.arguments.length !== 1) return {};
  const inner = partOf(value.arguments[0]!);
  return 'steps' in inner ? { wraps: inner } : {};
}

/** Text that is put together from parts of a row: `/api${route.path}`. */
function textParts(node: ts.Expression, partOf: (argument: ts.Expression) => TemplatePart): (string | TemplatePart)[] | undefined {
  const value = bare(node);
  if (ts.isTemplateExpression(value))
    return [value.head.text, ...value.templateSpans.flatMap((span) => [partOf(span.expression), span.literal.text])];
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return [value.left, value.right].flatMap((side) => textParts(side, partOf) ?? [partOf(side)]);
  return undefined;
}

function parameterOf(analysis: FileAnalysis, node: ts.Expression): { fn: ts.Node; index: number } | undefined {
  const value = bare(node);
  const declaration = ts.isIdentifier(value) ? analysis.resolver.declarations.find(value) : undefined;
  return declaration?.kind === 'parameter' && declaration.steps.length === 0 && !declaration.node.dotDotDotToken ? declaration : undefined;
}

/** What a call registers and mounts that hands a table to a function of the project. */
interface Handed {
  rows: RouteRow[];
  mounts: MountRow[];
  /** The function. */
  by: string;
}

/** Middleware or a router of a row, and what it is mounted on. */
export interface MountRow {
  role: CallRole & { library: string };
  mount: MountRole;
  args: Given[];
  on: { registrar: string | undefined; rooted: boolean };
}

/** What a call registers that hands a table to a function of the project, a row each. Undefined when it hands none. */
export function handedRows(analysis: FileAnalysis, { node, role, callee }: CallSite): Handed | undefined {
  if (role || !callee?.startsWith('file:') || !ts.isCallExpression(node) || node.arguments.length === 0) return undefined;
  const ref = analysis.resolver.functionOf(node.expression)?.ref ?? fileRefOf(callee);
  const templates = ref && analysis.summaryOf(ref)?.registers;
  if (!ref || !templates) return undefined;
  const handed: Handed = { rows: [], mounts: [], by: `${ref.file}#${ref.id}` };
  for (const template of templates) fill(analysis, node, template, handed);
  // Several registrations of a table that can't be read are still one table.
  const unread = handed.rows.find((row) => row.unread);
  handed.rows = handed.rows.filter((row) => !row.unread || row === unread);
  return handed.rows.length + handed.mounts.length > 0 ? handed : undefined;
}

function fill(analysis: FileAnalysis, node: ts.CallExpression, template: RowTemplate, { rows, mounts }: Handed): void {
  const table = node.arguments[template.list];
  const receiver = typeof template.on === 'number' ? node.arguments[template.on] : node;
  if (!table || !receiver) return;
  const fixed = typeof template.on === 'number' || template.gives ? undefined : ownRegistrar(analysis, node, template.on);
  const base = fixed?.path ?? analysis.resolver.pathOf(receiver);
  const roleFor = (name: string) => (base === undefined ? undefined : analysis.tables.call(`${base}.${name}`));
  const common = { receiver, ...(fixed ? { registrar: fixed } : {}) };
  const unread = (): void => {
    const role = roleFor('all') ?? roleFor('get');
    const isMount = 'text' in template.method && roleFor(String(template.method.text[0]))?.route === undefined;
    if (role?.route && !isMount) rows.push({ ...common, role, route: role.route, args: [...node.arguments], at: node, unread: true });
  };
  const found = rowsIn(analysis, table, template.view);
  if (!found) return unread();
  for (const row of found) {
    const method = filledPart(analysis, template.method, row, node)[0];
    const name = method && textGiven(analysis, method);
    const runs = runsForRow(analysis, template.tests, row);
    const role = name === undefined ? undefined : roleFor(name.toLowerCase());
    if (name === undefined || name === '*') unread();
    if (!role || runs === false) continue;
    const args = template.args.flatMap((part) => filledPart(analysis, part, row, node));
    const doubtful = runs === undefined ? { doubtful: true as const } : {};
    const place = row.place ? { place: row.place } : {};
    if (role.route) rows.push({ ...common, ...doubtful, ...place, role, route: role.route, args, at: row.at });
    else if (role.mount)
      mounts.push({
        role,
        mount: role.mount,
        args,
        on: {
          registrar: fixed?.entity ?? analysis.resolver.entityOf(receiver),
          rooted: base !== undefined && analysis.tables.roots.has(base),
        },
      });
  }
}

/** What a method registers on: where a class inherits it, and calls it of its own, that is the router of that class. */
function ownRegistrar(analysis: FileAnalysis, { expression }: ts.CallExpression, on: { path: string; entity: string }): typeof on {
  const callee = bare(expression);
  const cls = ts.findAncestor(callee, ts.isClassLike)?.name?.text;
  if (cls === undefined || !ts.isPropertyAccessExpression(callee) || callee.expression.kind !== ts.SyntaxKind.ThisKeyword) return on;
  const member = /#[\w$]+\.([\w$]+)$/.exec(on.entity)?.[1];
  return member === undefined ? on : { ...on, entity: `${analysis.file}#${cls}.${member}` };
}

/** A part of a registration as it is for a row. */
function filledPart(analysis: FileAnalysis, part: TemplatePart, row: Row, node: ts.CallExpression): Given[] {
  const told = (fact: Told['told']): Given => ({ told: fact, file: analysis.file, at: row.at });
  if ('steps' in part || 'param' in part) {
    const given = 'steps' in part ? row.value(part.steps) : node.arguments[part.param];
    if (!given) return part.spread ? [] : [told({ handlers: [] })];
    return part.spread ? (elementsGiven(analysis, given) ?? [given]) : [given];
  }
  if ('text' in part) {
    const texts = part.text.map((piece) => {
      const [given] = typeof piece === 'string' ? [] : filledPart(analysis, piece, row, node);
      return typeof piece === 'string' ? piece : given === undefined ? '*' : (textGiven(analysis, given) ?? '*');
    });
    return [told({ text: texts.join('') })];
  }
  const inner = part.wraps && filledPart(analysis, part.wraps, row, node);
  const handlers = inner ? part.refs.map((ref) => ({ ...ref, wraps: inner.flatMap((given) => refsGiven(analysis, given)) })) : part.refs;
  return [told({ handlers })];
}
