import { ts } from 'ts-morph';
import type { HandlerRef, MountFact, Presence, ServerLogger } from '../../model/facts';
import type { BodyBound, CallRole } from '../../model/library';
import { bare, hasSpread, propertyOf } from '../../syntax/nodes';
import type { CallSite, FileAnalysis } from '../analysis';
import { setsNoBound } from '../boundless';

/** What a call puts in front of all endpoints of a package without being handed to anything: `LoggerModule.forRoot()`, `app.enableCsrfProtection()`. */
export function guardOfPackage(analysis: FileAnalysis, { node, callee }: CallSite, library: string): MountFact {
  const name = analysis.label(node.expression, 40);
  return aroundPackage(analysis, node, library, { name, span: analysis.span(node), ...(callee === undefined ? {} : { path: callee }) });
}

/** `defineNuxtConfig({ modules: ['nuxt-csurf'] })`: packages that are listed put in front what their library says. */
export function modulesOfPackage(analysis: FileAnalysis, { node }: CallSite, library: string, option: string): MountFact[] {
  const value = propertyOf(node.arguments?.[0] && analysis.resolver.deref(node.arguments[0]), option);
  const list = value && !ts.isMethodDeclaration(value) ? analysis.resolver.deref(value) : undefined;
  if (!list || !ts.isArrayLiteralExpression(list)) return [];
  return list.elements.flatMap((element) => {
    // `['nuxt-csurf', { https: false }]`
    const named = ts.isArrayLiteralExpression(element) ? element.elements[0] : element;
    const name = named && analysis.textOf(named);
    const path = `${name}#`;
    return name !== undefined && analysis.tables.call(path)?.guard
      ? [
          {
            ...aroundPackage(analysis, element, library, { name, span: analysis.span(element), path }),
            registrar: `file-routes:${analysis.context.packageDir}`,
          },
        ]
      : [];
  });
}

function aroundPackage(analysis: FileAnalysis, node: ts.Node, library: string, ref: HandlerRef): MountFact {
  return {
    ...analysis.base(node),
    kind: 'mount',
    framework: library,
    registrar: `${library}:${analysis.context.packageDir}`,
    order: 0,
    prefix: '',
    chain: [ref],
    mounts: [],
    reach: 'global',
  };
}

/** `Fastify({ logger: true })`: the server writes each request down by itself. */
export function serverTraces(
  analysis: FileAnalysis,
  { node }: CallSite,
  { library }: { library: string },
  role: NonNullable<CallRole['writesRequests']>,
): MountFact | undefined {
  const registrar = analysis.resolver.entityOf(node);
  const traces = tracedBy(analysis, node.arguments?.[0], role);
  if (registrar === undefined || traces === 'absent') return undefined;
  const ref: HandlerRef = { name: role.options[0]!, span: analysis.span(node), traces };
  return { ...aroundPackage(analysis, node, library, ref), registrar, reach: 'context' };
}

/** `Fastify({ bodyLimit: Number.MAX_SAFE_INTEGER })`: the server takes bodies of any size. */
export function serverBound(
  analysis: FileAnalysis,
  { node }: CallSite,
  { library }: { library: string },
  { option, boundless }: BodyBound,
): MountFact | undefined {
  const registrar = analysis.resolver.entityOf(node);
  if (registrar === undefined || !setsNoBound(analysis, node.arguments ?? [], [option])) return undefined;
  const ref: HandlerRef = { name: option, span: analysis.span(node), path: boundless };
  return { ...aroundPackage(analysis, node, library, ref), registrar, reach: 'context' };
}

function tracedBy(
  analysis: FileAnalysis,
  given: ts.Expression | undefined,
  { options, unless }: NonNullable<CallRole['writesRequests']>,
): Presence {
  const [logger, off] = [anyOf(analysis, given, options), anyOf(analysis, given, [unless])];
  if (off === 'present' || logger === 'absent') return 'absent';
  return off === 'absent' ? logger : 'unknown';
}

/** Servers that could have a logger of their own, and whether they have. */
export function recogniseServerLoggers(analysis: FileAnalysis): ServerLogger[] {
  if (analysis.context.role !== 'source') return [];
  return analysis.sitesWith('writesRequests').map(({ node, role }) => ({
    ...analysis.base(node),
    kind: 'serverLogger',
    library: role!.library,
    on: anyOf(analysis, node.arguments?.[0], role!.writesRequests!.options),
  }));
}

/** Is one of these options on? */
function anyOf(analysis: FileAnalysis, given: ts.Expression | undefined, names: readonly string[]): Presence {
  if (!given) return 'absent';
  const options = analysis.resolver.deref(given);
  if (!ts.isObjectLiteralExpression(options)) return 'unknown';
  const found = names.map((name): Presence => {
    const value = propertyOf(options, name);
    if (!value) return hasSpread(options) ? 'unknown' : 'absent';
    const kept = ts.isMethodDeclaration(value) ? value : bare(analysis.resolver.deref(value));
    if (kept.kind === ts.SyntaxKind.FalseKeyword) return 'absent';
    return isThere(analysis, kept) ? 'present' : 'unknown';
  });
  return found.includes('present') ? 'present' : found.includes('unknown') ? 'unknown' : 'absent';
}

/** Certainly something: `true`, a description of a logger, a logger that was made. */
function isThere(analysis: FileAnalysis, node: ts.Node): boolean {
  if (node.kind === ts.SyntaxKind.TrueKeyword || ts.isObjectLiteralExpression(node)) return true;
  return ts.isCallExpression(node) && /logger|pino|winston/i.test(analysis.label(node.expression, 60));
}
