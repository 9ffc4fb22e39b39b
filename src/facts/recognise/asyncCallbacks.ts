import { ts } from 'ts-morph';
import type { AsyncCallback, Fact, HandlerRef } from '../../model/facts';
import type { Span } from '../../model/finding';
import { enclosingTry } from '../../syntax/flow';
import { bare, constantString } from '../../syntax/nodes';
import type { FunctionInfo } from '../../syntax/outline';
import type { CallSite, FileAnalysis } from '../analysis';
import { isCalledForRequests } from '../localCallers';
import { escapesOf, givenToCatcher, isAsync } from '../rejections';
import { isServerCode } from '../serverCode';

type Rejection = AsyncCallback['rejection'];

/** Async functions given to what may not look at their promise: routes, listeners, timers, iterations, executors. */
export function recogniseAsyncCallbacks(analysis: FileAnalysis): Fact[] {
  const facts: AsyncCallback[] = [];
  const seen = new Set<string>();
  for (const site of analysis.sites) {
    const { role } = site;
    if (role?.route || role?.mount) facts.push(...routeCallbacks(analysis, site, role.library, seen));
    else if (role?.unawaited) facts.push(...looseCallbacks(analysis, site, role.unawaited));
    else if (isIteration(site)) facts.push(...looseCallbacks(analysis, site, 'iteration'));
    const late = lateCallback(analysis, site);
    if (late) facts.push(late);
  }
  facts.push(...fileHandlers(analysis));
  return onceEach(facts);
}

/** A function of the file that is registered twice fails the same way both times: it is told of where it is registered first. */
function onceEach(facts: readonly AsyncCallback[]): AsyncCallback[] {
  const seen = new Set<string>();
  return facts.filter(({ head, span, role }) => {
    const key = `${role === 'route' ? role : 'other'} ${(head ?? span).start} ${(head ?? span).end}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** What the library of a route does with a rejected handler, by the version that is installed. */
function rejectionBy(analysis: FileAnalysis, id: string): Rejection {
  const library = analysis.tables.library(id);
  if (!library?.rejection) return 'unknown';
  const { dependencies } = analysis.context;
  const handled = library.rejectionHandledBy;
  if (handled?.inFile.some((name) => analysis.imports.has(name))) return 'caught';
  if (handled?.anywhere.some((name) => analysis.imports.has(name) || (dependencies && name in dependencies))) return 'caught';
  const version = library.packages.map((name) => dependencies?.[name]).find((text) => text !== undefined);
  const major = version === undefined ? NaN : Number.parseInt(version, 10);
  if (!Number.isNaN(major)) return library.rejection(major);
  // Without a version, only what holds for all of them is known.
  return library.rejection(1) === 'handled-by-framework' ? 'handled-by-framework' : 'unknown';
}

interface Target {
  ref: HandlerRef;
  rejection: Rejection;
}

/** The functions that a chain element stands for, with where their rejection goes: wrappers may look after it. */
function targetsOf(ref: HandlerRef, rejection: Rejection): Target[] {
  if (!ref.wraps || ref.wraps.length === 0) return [{ ref, rejection }];
  const passed = ref.catches === true ? 'caught' : ref.catches === false ? rejection : rejection === 'lost' ? 'unknown' : rejection;
  // A framework looks after promises that it is given.
  const inside = ref.drops && rejection === 'handled-by-framework' ? 'lost' : passed;
  return ref.wraps.flatMap((inner) => targetsOf(inner, inside));
}

function routeCallbacks(analysis: FileAnalysis, site: CallSite, library: string, seen: Set<string>): AsyncCallback[] {
  const { node, role } = site;
  const args = [...(node.arguments ?? [])];
  const first = role?.route ? (typeof role.route.handlers === 'number' ? role.route.handlers : 0) : (role?.mount?.handlers ?? 0);
  if (role?.mount?.plugin) return [];
  const rejection = rejectionBy(analysis, library);
  const facts: AsyncCallback[] = [];
  args.slice(first).forEach((argument) => {
    const value = bare(argument);
    if (ts.isObjectLiteralExpression(value) || ts.isStringLiteralLike(value)) return;
    const isHandler = role?.route !== undefined && argument === args[args.length - 1];
    for (const target of analysis.handlerRefs(argument).flatMap((ref) => targetsOf(ref, rejection))) {
      const fact = callback(analysis, site, argument, target, isHandler, seen);
      if (fact) facts.push({ ...fact, framework: library });
    }
  });
  return facts;
}

function callback(
  analysis: FileAnalysis,
  site: CallSite,
  argument: ts.Expression,
  { ref, rejection }: Target,
  isHandler: boolean,
  seen: Set<string>,
): AsyncCallback | undefined {
  if (!ref.fn) return undefined;
  const fn = ref.fn.file === analysis.file ? analysis.outline.byId.get(ref.fn.id) : undefined;
  // Middleware is used by many routes; it is judged once in a file.
  const key = `${ref.fn.file}#${ref.fn.id}`;
  if (!isHandler || fn) {
    if (seen.has(key)) return undefined;
    seen.add(key);
  }
  const registration = { target: analysis.label(site.node.expression, 40), label: labelOf(analysis, site), role: 'route' as const };
  if (fn) {
    const given = givenToCatcher(analysis, fn, fn.parent);
    return factOf(
      analysis,
      fn,
      given === true ? 'caught' : given === undefined && rejection === 'lost' ? 'unknown' : rejection,
      registration,
    );
  }
  const summary = analysis.summaryOf(ref.fn);
  if (!summary || summary.returnsFunction !== undefined || (!summary.isAsync && !summary.rejects)) return undefined;
  const span = ref.span.end > 0 ? ref.span : analysis.span(argument);
  return {
    ...analysis.base(argument),
    ...registration,
    span,
    head: span,
    kind: 'asyncCallback',
    params: [],
    rejection: summary.rejects ? (summary.isAsync || rejection !== 'lost' ? rejection : 'unknown') : 'caught',
    unprotected: summary.rejects ? [span] : [],
  };
}

function labelOf(analysis: FileAnalysis, site: CallSite): string {
  const route = site.role?.route;
  const method = Array.isArray(route?.methods) ? route.methods[0] : undefined;
  const path = route && typeof route.path === 'number' ? constantString(site.node.arguments?.[route.path]) : undefined;
  if (method && path !== undefined) return `${method} ${path}`;
  return analysis.label(site.node.expression, 40);
}

function factOf(
  analysis: FileAnalysis,
  fn: FunctionInfo,
  rejection: Rejection,
  what: Pick<AsyncCallback, 'target' | 'label' | 'role'>,
): AsyncCallback | undefined {
  const unprotected = escapesOf(analysis, fn);
  if (unprotected.length === 0 && !isAsync(fn)) return undefined;
  return {
    ...analysis.base(fn.node),
    ...what,
    kind: 'asyncCallback',
    scope: fn.id,
    rejection: unprotected.length > 0 ? rejection : 'caught',
    unprotected: unprotected.map((node) => analysis.span(node)),
    head: headOf(analysis, fn),
    params: fn.node.parameters.map((parameter) => parameter.name.getText(analysis.source)),
  };
}

/** From the start of a function to its parameters, on one line. */
function headOf(analysis: FileAnalysis, fn: FunctionInfo): Span {
  const { node } = fn;
  const start =
    (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) && node.name
      ? node.name.getStart(analysis.source)
      : node.getStart(analysis.source);
  const last = node.parameters[node.parameters.length - 1];
  const open = node.body
    ? analysis.source.text.lastIndexOf(ts.isArrowFunction(node) ? '=>' : ')', node.body.getStart(analysis.source))
    : -1;
  const end = open > start ? open + (ts.isArrowFunction(node) ? 2 : 1) : (last?.end ?? start + 1);
  const line = analysis.source.text.indexOf('\n', start);
  return { start, end: line !== -1 && line < end ? line : end };
}

/** `items.forEach(async …)`: the loop does not wait, and nobody holds the promises. */
function isIteration(site: CallSite): boolean {
  const callee = bare(site.node.expression);
  if (!ts.isPropertyAccessExpression(callee)) return false;
  if (callee.name.text === 'forEach') return true;
  return callee.name.text === 'map' && ts.isExpressionStatement(site.node.parent);
}

function looseCallbacks(
  analysis: FileAnalysis,
  site: CallSite,
  role: NonNullable<NonNullable<CallSite['role']>['unawaited']>,
): AsyncCallback[] {
  if (!isServerCode(analysis)) return [];
  const facts: AsyncCallback[] = [];
  const event = constantString(site.node.arguments?.[0]);
  const target = analysis.label(site.node.expression, 40);
  const what = { role, target, label: event !== undefined ? `${target} '${event}'` : target };
  for (const argument of site.node.arguments ?? []) {
    const found = analysis.resolver.functionOf(argument);
    if (!found) continue;
    if (found.local) {
      const fact = factOf(analysis, found.local, 'lost', what);
      if (fact && (fact.unprotected.length > 0 || role !== 'promise-executor')) facts.push(fact);
      continue;
    }
    const summary = analysis.summaryOf(found.ref);
    if (!summary?.isAsync) continue;
    const span = analysis.span(argument);
    facts.push({
      ...analysis.base(argument),
      ...what,
      kind: 'asyncCallback',
      span,
      head: span,
      params: [],
      rejection: summary.rejects ? 'lost' : 'caught',
      unprotected: summary.rejects ? [span] : [],
    });
  }
  return facts;
}

const failure = /^_?(?:e|er|err|error|ex)$/;

/** A function that throws out of a callback or a timer while a request is answered: nothing is around it that could catch. */
function lateCallback(analysis: FileAnalysis, site: CallSite): AsyncCallback | undefined {
  const { role, node } = site;
  const isTimer = role?.unawaited === 'timer';
  if (!role || !(role.callsBack || role.data || role.outbound || isTimer)) return undefined;
  const argument = isTimer ? node.arguments?.[0] : node.arguments?.at(-1);
  const fn = argument && analysis.outline.byNode.get(bare(argument));
  const [first] = fn?.node.parameters ?? [];
  if (!fn || isAsync(fn) || !(isTimer || (first ? failure.test(first.name.getText(analysis.source)) : role.callsBack))) return undefined;
  const thrown = fn.exits.filter((exit) => ts.isThrowStatement(exit) && !enclosingTry(exit));
  if (thrown.length === 0 || !isServerCode(analysis)) return undefined;
  const base = { ...analysis.base(fn.node), ...pathByCallers(analysis, node) };
  const target = analysis.label(node.expression, 40);
  return {
    ...base,
    kind: 'asyncCallback',
    role: 'later',
    target,
    label: target,
    rejection: 'lost',
    unprotected: thrown.map((exit) => analysis.span(exit)),
    params: [],
  };
}

/** Are requests what the function around a place is called for? At the top of a file nothing is answered yet. */
function pathByCallers(analysis: FileAnalysis, node: ts.Node): Partial<Pick<AsyncCallback, 'inRequestPath' | 'byCallers'>> {
  const fn = analysis.functionAround(node);
  if (!fn || analysis.entryAround(node)) return {};
  return { byCallers: true, inRequestPath: isCalledForRequests(analysis, fn, 3) ? 'present' : 'unknown' };
}

/** Handlers that are entries by their file or decorator: their frameworks look after what they await. */
function fileHandlers(analysis: FileAnalysis): AsyncCallback[] {
  const facts: AsyncCallback[] = [];
  // A framework may know several ways to write what stands in such a file.
  const frameworks = analysis.placed.routes.filter(({ route }) => route.shape !== 'middleware' && route.shape !== 'actions');
  for (const framework of new Set(frameworks.map(({ route }) => route.library.id))) {
    const rejection = rejectionBy(analysis, framework);
    for (const fn of analysis.entries.keys()) {
      const fact = factOf(analysis, fn, rejection, { role: 'route', target: fn.name, label: fn.name });
      if (fact) facts.push({ ...fact, framework });
    }
  }
  return facts;
}
