import { ts } from 'ts-morph';
import type { HandlerRef, MountFact, RouteFact } from '../../model/facts';
import type { CallRole } from '../../model/library';
import { bare, propertyOf } from '../../syntax/nodes';
import type { FunctionInfo } from '../../syntax/outline';
import type { CallSite, FileAnalysis } from '../analysis';
import { publicMarker } from '../publicIntent';
import { connectionMount, messageOf, messageRoute } from './socketMessages';

/** A call with a meaning, and the library that says so. */
export type Role = CallRole & { library: string };

/** Servers of sockets: who may connect, what runs for those who do, and what they may send. */
export function recogniseSockets(analysis: FileAnalysis): (RouteFact | MountFact)[] {
  return analysis.sites.flatMap((site) => {
    const { role } = site;
    if (!role?.connections || analysis.context.side === 'client') return [];
    const { events, admits, upgrades } = role.connections;
    const connections = events ? connectionOf(analysis, site, role, events) : [];
    return [...connections, ...connections.flatMap((route) => connectionMount(route)), ...messageRoute(analysis, site, role), ...(admits !== undefined ? admissionOf(analysis, site, role, admits) : []), ...(upgrades ? [...upgradeOf(analysis, site, role), ...takenOver(analysis, site, role)] : [])];
  });
}

/** `io.on('connection', (socket) => …)`: one endpoint for each server or namespace. */
function connectionOf(analysis: FileAnalysis, site: CallSite, role: Role, events: readonly string[]): RouteFact[] {
  const [event, listener] = site.node.arguments ?? [];
  const registrar = registrarOf(analysis, site.node);
  const name = analysis.textOf(event);
  if (!registrar || !listener || name === undefined || !events.includes(name)) return [];
  const handler = analysis.handlerRefs(listener).at(-1);
  if (!handler) return [];
  const marker = publicMarker(analysis, site.node, handler);
  return [{
    ...analysis.base(site.node),
    inRequestPath: 'present',
    kind: 'route',
    framework: role.library,
    entry: 'socket',
    methods: ['CONNECT'],
    path: registrar.path,
    registrar: registrar.entity,
    ...(registrar.rooted ? { rooted: true } : {}),
    order: site.node.end,
    chain: [],
    handler,
    head: { start: headStart(analysis, site.node), end: event!.end },
    ...(marker !== undefined ? { declaredPublic: marker } : {}),
  }];
}

/** A chain over several lines is pointed at where the event is named. */
export function headStart(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): number {
  const { start } = analysis.span(node);
  const callee = bare(node.expression);
  const isLong = ts.isPropertyAccessExpression(callee) && analysis.source.text.slice(start, callee.name.pos).includes('\n');
  return isLong ? analysis.span(callee.name).start : start;
}

/** `io.use((socket, next) => …)`, `new WebSocketServer({ verifyClient })`: it holds for all connections, whenever it was registered. */
function admissionOf(analysis: FileAnalysis, site: CallSite, role: Role, admits: number | `option:${string}`): MountFact[] {
  const { node } = site;
  const args = [...(node.arguments ?? [])];
  const given = typeof admits === 'number' ? args[admits] : args.map((argument) => propertyOf(analysis.resolver.deref(argument), admits.slice('option:'.length))).find((value) => value !== undefined);
  if (!given) return [];
  const own = ts.isMethodDeclaration(given) ? analysis.outline.byNode.get(given) : undefined;
  const chain: HandlerRef[] = ts.isMethodDeclaration(given) ? (own ? [refTo(analysis, own, given.name)] : []) : analysis.handlerRefs(given);
  const registrar = typeof admits === 'number' ? registrarOf(analysis, node)?.entity : analysis.resolver.entityOf(node);
  if (registrar === undefined || chain.length === 0) return [];
  return [{ ...analysis.base(node), kind: 'mount', framework: role.library, registrar, order: node.end, prefix: '', chain, mounts: [], reach: 'context' }];
}

/** `wss.handleUpgrade(…)`: the listener that it stands in decides who gets there. */
function upgradeOf(analysis: FileAnalysis, site: CallSite, role: Role): MountFact[] {
  const registrar = registrarOf(analysis, site.node);
  let fn = site.fn;
  while (fn?.parent && fn.node.parameters.length < 3 && isArgument(fn)) fn = fn.parent;
  if (!registrar || !fn) return [];
  return [{
    ...analysis.base(site.node),
    kind: 'mount',
    framework: role.library,
    registrar: `upgrade:${analysis.context.packageDir}`,
    order: 0,
    prefix: '',
    chain: [refTo(analysis, fn, site.node)],
    mounts: [registrar.entity],
    reach: 'before',
  }];
}

/** `wss.handleUpgrade(…, (socket) => …)` may serve the connection itself, instead of handing it on to the server's listeners. */
function takenOver(analysis: FileAnalysis, site: CallSite, role: Role): (RouteFact | MountFact)[] {
  const { node } = site;
  const registrar = registrarOf(analysis, node);
  const callback = node.arguments?.at(-1);
  const [fn] = callback ? analysis.functionsIn(callback) : [];
  const handler = callback && analysis.handlerRefs(callback).at(-1);
  if (!registrar || !fn || !handler || !analysis.parts(fn).all.some((part) => part.calls.some((call) => messageOf(analysis, analysis.site(call)!)))) return [];
  const route: RouteFact = {
    ...analysis.base(node),
    inRequestPath: 'present',
    kind: 'route',
    framework: role.library,
    entry: 'socket',
    methods: ['CONNECT'],
    path: registrar.path,
    registrar: registrar.entity,
    order: node.end,
    chain: [],
    handler,
    head: { start: headStart(analysis, node), end: node.expression.end },
  };
  return [route, ...connectionMount(route)];
}

function isArgument(fn: FunctionInfo): boolean {
  return ts.isCallExpression(fn.node.parent) || ts.isNewExpression(fn.node.parent);
}

function refTo(analysis: FileAnalysis, fn: FunctionInfo, node: ts.Node): HandlerRef {
  return { name: fn.name, span: analysis.span(node), fn: { file: analysis.file, id: fn.id } };
}

/** The server or namespace that a call is made on. A namespace is known by its name, as often as it is asked for. */
function registrarOf(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): { entity: string; path: string; rooted: boolean } | undefined {
  const callee = bare(node.expression);
  return ts.isPropertyAccessExpression(callee) ? serverOf(analysis, callee.expression) : undefined;
}

/** What a value that connections or messages are registered on is, with the path that it is reached by. */
export function serverOf(analysis: FileAnalysis, node: ts.Expression, depth = 6): { entity: string; path: string; rooted: boolean } | undefined {
  if (depth === 0) return undefined;
  const value = analysis.resolver.deref(node);
  if (ts.isPropertyAccessExpression(value) && value.name.text === 'sockets') return serverOf(analysis, value.expression, depth - 1);
  if (ts.isCallExpression(value) && ts.isPropertyAccessExpression(bare(value.expression))) {
    const callee = bare(value.expression) as ts.PropertyAccessExpression;
    const role = analysis.site(value)?.role?.connections;
    const outer = role ? serverOf(analysis, callee.expression, depth - 1) : undefined;
    if (outer && role?.namespace) {
      const name = analysis.textOf(value.arguments[0]) ?? analysis.label(value.arguments[0] ?? value);
      return name === '/' ? outer : { ...outer, entity: `${outer.entity}:${name}`, path: name };
    }
    if (outer) return outer;
  }
  const entity = analysis.resolver.entityOf(node);
  const path = analysis.resolver.pathOf(node);
  if (entity === undefined) return undefined;
  const options = ts.isNewExpression(value) || ts.isCallExpression(value) ? (value.arguments ?? []) : [];
  const written = options.map((option) => propertyOf(analysis.resolver.deref(option), 'path')).find((option) => option !== undefined && !ts.isMethodDeclaration(option));
  return { entity, path: (written && !ts.isMethodDeclaration(written) ? analysis.textOf(written) : undefined) ?? '/', rooted: path !== undefined && analysis.tables.roots.has(path) };
}
