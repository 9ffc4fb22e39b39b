import { ts } from 'ts-morph';
import type { HandlerRef, MountFact, RouteFact } from '../../model/facts';
import { propertyOf } from '../../syntax/nodes';
import type { FunctionInfo } from '../../syntax/outline';
import type { CallSite, FileAnalysis } from '../analysis';
import { connectionMount, messageOf, messageRoute } from './socketMessages';
import { registrarOf, socketRoute, type Role } from './socketServers';

/** Servers of sockets: who may connect, what runs for those who do, and what they may send. */
export function recogniseSockets(analysis: FileAnalysis): (RouteFact | MountFact)[] {
  return analysis.sitesWith('connections').flatMap((site) => {
    const { role } = site;
    if (!role?.connections || analysis.context.side === 'client') return [];
    const { events, admits, upgrades } = role.connections;
    const connections = events ? connectionOf(analysis, site, role, events) : [];
    return [
      ...connections,
      ...connections.flatMap((route) => connectionMount(route)),
      ...messageRoute(analysis, site, role),
      ...(admits !== undefined ? admissionOf(analysis, site, role, admits) : []),
      ...(upgrades ? [...upgradeOf(analysis, site, role), ...takenOver(analysis, site, role)] : []),
    ];
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
  return [socketRoute(analysis, site.node, role, { method: 'CONNECT', ...registrar, handler, headEnd: event!.end })];
}

/** `io.use((socket, next) => …)`, `new WebSocketServer({ verifyClient })`: it holds for all connections, whenever it was registered. */
function admissionOf(analysis: FileAnalysis, site: CallSite, role: Role, admits: number | `option:${string}`): MountFact[] {
  const { node } = site;
  const args = [...(node.arguments ?? [])];
  const given =
    typeof admits === 'number'
      ? args[admits]
      : args
          .map((argument) => propertyOf(analysis.resolver.deref(argument), admits.slice('option:'.length)))
          .find((value) => value !== undefined);
  if (!given) return [];
  const own = ts.isMethodDeclaration(given) ? analysis.outline.byNode.get(given) : undefined;
  const refs: HandlerRef[] = ts.isMethodDeclaration(given) ? (own ? [refTo(analysis, own, given.name)] : []) : analysis.handlerRefs(given);
  // What an option gives back decides, unless it is told whom to call.
  const takesCallback = (own ?? (ts.isMethodDeclaration(given) ? undefined : analysis.resolver.functionOf(given)?.local))?.node
    .parameters[1];
  const chain = typeof admits === 'number' || takesCallback ? refs : refs.map((ref): HandlerRef => ({ ...ref, heeded: true }));
  const registrar = typeof admits === 'number' ? registrarOf(analysis, node)?.entity : analysis.resolver.entityOf(node);
  if (registrar === undefined || chain.length === 0) return [];
  return [
    {
      ...analysis.base(node),
      kind: 'mount',
      framework: role.library,
      registrar,
      order: node.end,
      prefix: '',
      chain,
      mounts: [],
      reach: 'context',
    },
  ];
}

/** `wss.handleUpgrade(…)`: the listener that it stands in decides who gets there. */
function upgradeOf(analysis: FileAnalysis, site: CallSite, role: Role): MountFact[] {
  const registrar = registrarOf(analysis, site.node);
  let fn = site.fn;
  while (fn?.parent && fn.node.parameters.length < 3 && isArgument(fn)) fn = fn.parent;
  if (!registrar || !fn) return [];
  return [
    {
      ...analysis.base(site.node),
      kind: 'mount',
      framework: role.library,
      registrar: `upgrade:${analysis.context.packageDir}`,
      order: 0,
      prefix: '',
      chain: [refTo(analysis, fn, site.node)],
      mounts: [registrar.entity],
      reach: 'before',
    },
  ];
}

/** `wss.handleUpgrade(…, (socket) => …)` may serve the connection itself, instead of handing it on to the server's listeners. */
function takenOver(analysis: FileAnalysis, site: CallSite, role: Role): (RouteFact | MountFact)[] {
  const { node } = site;
  const registrar = registrarOf(analysis, node);
  const callback = node.arguments?.at(-1);
  const [fn] = callback ? analysis.functionsIn(callback) : [];
  const handler = callback && analysis.handlerRefs(callback).at(-1);
  if (
    !registrar ||
    !fn ||
    !handler ||
    !analysis.parts(fn).all.some((part) => part.calls.some((call) => messageOf(analysis, analysis.site(call)!)))
  )
    return [];
  const route = socketRoute(analysis, node, role, {
    method: 'CONNECT',
    ...registrar,
    rooted: false,
    handler,
    headEnd: node.expression.end,
  });
  return [route, ...connectionMount(route)];
}

function isArgument(fn: FunctionInfo): boolean {
  return ts.isCallExpression(fn.node.parent) || ts.isNewExpression(fn.node.parent);
}

function refTo(analysis: FileAnalysis, fn: FunctionInfo, node: ts.Node): HandlerRef {
  return { name: fn.name, span: analysis.span(node), fn: { file: analysis.file, id: fn.id } };
}
