import { ts } from 'ts-morph';
import type { HandlerRef, MountFact, RouteFact } from '../../model/facts';
import { bare } from '../../syntax/nodes';
import type { CallSite, FileAnalysis } from '../analysis';
import { serverOf, socketRoute, type Role } from './socketServers';

/** What a call lets clients send over one connection: the name of it, `*` for anything, `{expression}` where it is not constant, and what runs for it. */
export function messageOf(
  analysis: FileAnalysis,
  { role, node }: CallSite,
): { name: string; at: ts.Expression; listener: ts.Expression } | undefined {
  const { messages, anyMessage } = role?.connections ?? {};
  const [first, second] = node.arguments ?? [];
  if (anyMessage && first) return { name: '*', at: node.expression, listener: first };
  if (!messages || !first || !second) return undefined;
  const name = analysis.textOf(first);
  if ('only' in messages) return name !== undefined && messages.only.includes(name) ? { name, at: first, listener: second } : undefined;
  return name !== undefined && messages.except.includes(name)
    ? undefined
    : { name: name ?? `{${analysis.label(first, 40)}}`, at: first, listener: second };
}

/** `socket.on('purge', …)`: an endpoint of the connection that it is registered on, wherever that was made. */
export function messageRoute(analysis: FileAnalysis, site: CallSite, role: Role): RouteFact[] {
  const message = messageOf(analysis, site);
  const callee = bare(site.node.expression);
  const socket = ts.isPropertyAccessExpression(callee) ? callee.expression : undefined;
  const registrar = message && socket && serverOf(analysis, socket)?.entity;
  const handler = message && analysis.handlerRefs(message.listener).at(-1);
  if (!message || !socket || registrar === undefined || !handler) return [];
  const route = socketRoute(analysis, site.node, role, {
    method: 'EVENT',
    entity: registrar,
    path: message.name,
    handler,
    headEnd: message.at.end,
  });
  return [isLoose(analysis, socket, role) ? { ...route, loose: true } : route];
}

/** Connections to others are of the same class, and a parameter without a type is known by its name alone. */
function isLoose(analysis: FileAnalysis, socket: ts.Expression, role: Role): boolean {
  const { messages } = role.connections ?? {};
  if (messages && 'only' in messages) return true;
  const value = bare(socket);
  const declaration = ts.isIdentifier(value) ? analysis.resolver.declarations.find(value) : undefined;
  return declaration?.kind === 'parameter' && !declaration.fn.parameters[declaration.index]?.type;
}

/** What runs for each connection of a server leads to what is registered on that connection. */
export function connectionMount(route: RouteFact, chain: readonly HandlerRef[] = []): MountFact[] {
  let inner = route.handler;
  while (inner?.wraps && inner.wraps.length > 0) inner = inner.wraps.at(-1);
  if (!inner?.fn || route.registrar === undefined) return [];
  const { file, span, scope, inRequestPath, framework, registrar, rooted, order, path } = route;
  return [
    {
      kind: 'mount',
      file,
      span,
      scope,
      inRequestPath,
      framework,
      registrar,
      ...(rooted ? { rooted } : {}),
      order,
      prefix: path === '/' ? '' : path,
      chain: [...chain, route.handler!],
      mounts: [`${inner.fn.file}#${inner.fn.id}.param0`],
      reach: 'context',
      connection: true,
      ...(route.declaredPublic === undefined ? {} : { declaredPublic: route.declaredPublic }),
    },
  ];
}
