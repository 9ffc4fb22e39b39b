import { ts } from 'ts-morph';
import type { HandlerRef, RouteFact } from '../../model/facts';
import type { CallRole } from '../../model/library';
import { bare, propertyOf } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';
import { publicMarker } from '../statedPublic';

/** A call with a meaning, and the library that says so. */
export type Role = CallRole & { library: string };

/** What an endpoint of a socket is registered on and as. */
interface Registration {
  method: 'CONNECT' | 'EVENT';
  entity: string;
  path: string;
  rooted?: boolean;
  handler: HandlerRef;
  /** Offset behind what is pointed at. */
  headEnd: number;
}

/** An endpoint that a call registers on a server or connection of sockets. */
export function socketRoute(
  analysis: FileAnalysis,
  node: ts.CallExpression | ts.NewExpression,
  role: Role,
  { method, entity, path, rooted, handler, headEnd }: Registration,
): RouteFact {
  const marker = publicMarker(analysis, node, handler);
  return {
    ...analysis.base(node),
    inRequestPath: 'present',
    kind: 'route',
    framework: role.library,
    entry: 'socket',
    methods: [method],
    path,
    registrar: entity,
    ...(rooted ? { rooted: true } : {}),
    order: node.end,
    chain: [],
    handler,
    head: { start: headStart(analysis, node), end: headEnd },
    ...(marker !== undefined ? { declaredPublic: marker } : {}),
  };
}

/** A chain over several lines is pointed at where the event is named. */
function headStart(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): number {
  const { start } = analysis.span(node);
  const callee = bare(node.expression);
  const isLong = ts.isPropertyAccessExpression(callee) && analysis.source.text.slice(start, callee.name.pos).includes('\n');
  return isLong ? analysis.span(callee.name).start : start;
}

/** The server or namespace that a call is made on. A namespace is known by its name, as often as it is asked for. */
export function registrarOf(
  analysis: FileAnalysis,
  node: ts.CallExpression | ts.NewExpression,
): { entity: string; path: string; rooted: boolean } | undefined {
  const callee = bare(node.expression);
  return ts.isPropertyAccessExpression(callee) ? serverOf(analysis, callee.expression) : undefined;
}

/** What a value that connections or messages are registered on is, with the path that it is reached by. */
export function serverOf(
  analysis: FileAnalysis,
  node: ts.Expression,
  depth = 6,
): { entity: string; path: string; rooted: boolean } | undefined {
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
  const written = options
    .map((option) => propertyOf(analysis.resolver.deref(option), 'path'))
    .find((option) => option !== undefined && !ts.isMethodDeclaration(option));
  return {
    entity,
    path: (written && !ts.isMethodDeclaration(written) ? analysis.textOf(written) : undefined) ?? '/',
    rooted: path !== undefined && analysis.tables.roots.has(path),
  };
}
