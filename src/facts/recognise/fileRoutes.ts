import { ts } from 'ts-morph';
import type { HandlerRef, MountFact, RouteFact } from '../../model/facts';
import type { FileRoute, Library } from '../../model/library';
import { bare, constantString } from '../../syntax/nodes';
import type { FunctionInfo } from '../../syntax/outline';
import type { CallSite, FileAnalysis } from '../analysis';
import { internalReason } from '../internalIntent';
import { publicMarker } from '../statedPublic';
import { joinPaths } from '../paths';
import { builtProcedure } from './builders';
import { middlewareOf } from './middlewareFiles';
import { standingInFront } from './standingInFront';

const methodNames = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ALL)$/;

/** Endpoints that exist because of where a file lies, or because of a directive. */
export function recogniseFileRoutes(analysis: FileAnalysis): (RouteFact | MountFact)[] {
  const facts: (RouteFact | MountFact)[] = [];
  for (const { route, match } of analysis.placed.routes) {
    const path = route.path(match, analysis.innerPath);
    if (route.shape === 'middleware') {
      const fact = middlewareOf(analysis, route);
      if (fact) facts.push(fact);
    } else if (route.shape === 'call') facts.push(...callRoutes(analysis, route, path));
    else if (route.shape === 'actions') facts.push(...actionsOf(analysis, route));
    else facts.push(...exportRoutes(analysis, route, path, route.method?.(match)));
  }
  for (const site of analysis.sitesWith('places'))
    if (site.role?.places && !isPlaced(analysis, site)) facts.push(...placesOf(analysis, site, '', []));
  return facts;
}

/** Does the call stand among the children of another that places modules? */
function isPlaced(analysis: FileAnalysis, site: CallSite): boolean {
  for (let node: ts.Node = site.node.parent; node.parent && !ts.isStatement(node); node = node.parent)
    if (analysis.site(node)?.role?.places) return true;
  return false;
}

/** Modules that `route('orders', './orders.tsx', [ … ])` and its like place, with all prefixes around them. */
function placesOf(analysis: FileAnalysis, site: CallSite, prefix: string, within: readonly string[]): MountFact[] {
  const { places, library } = site.role!;
  const args = site.node.arguments ?? [];
  const text = (index: number | undefined): string | undefined => (index === undefined ? undefined : constantString(args[index]));
  const path = joinPaths(prefix, text(places!.path) ?? '');
  const module = text(places!.file);
  const target = module === undefined ? undefined : analysis.project.module(analysis.file, /^[./]/.test(module) ? module : `./${module}`);
  const file = target && 'file' in target ? target.file : undefined;
  const inner = file === undefined ? within : [...within, file];
  const children = [...args].reverse().find((argument) => ts.isArrayLiteralExpression(bare(argument)));
  const elements = children && ts.isArrayLiteralExpression(bare(children)) ? (bare(children) as ts.ArrayLiteralExpression).elements : [];
  const nested = elements.flatMap((element) => {
    const call = analysis.site(bare(ts.isSpreadElement(element) ? element.expression : element));
    return call?.role?.places ? placesOf(analysis, call, path, inner) : [];
  });
  if (file === undefined) return nested;
  const own: MountFact = {
    ...analysis.base(site.node),
    kind: 'mount',
    framework: library,
    registrar: `file-routes:${analysis.context.packageDir}`,
    order: 0,
    prefix: path,
    chain: [],
    mounts: [`module:${file}`],
    reach: 'before',
    within: [...within],
  };
  return [own, ...nested];
}

function routeFact(
  analysis: FileAnalysis,
  route: FileRoute & { library: Library },
  node: ts.Node,
  method: string,
  path: string,
  ref: HandlerRef,
): RouteFact {
  const marker = publicMarker(analysis, node, ref);
  return {
    ...analysis.base(node),
    inRequestPath: 'present',
    kind: 'route',
    framework: route.library.id,
    entry: route.entry,
    methods: [method],
    path,
    registrar: `file-routes:${analysis.context.packageDir}`,
    order: 0,
    chain: [],
    handler: ref,
    ...(analysis.context.upstream && route.shape === 'call' ? { upstream: analysis.context.upstream } : {}),
    ...(marker !== undefined ? { declaredPublic: marker } : {}),
  };
}

export function refsOf(
  analysis: FileAnalysis,
  value: ts.Expression | ts.FunctionDeclaration | ts.ClassLikeDeclaration,
): HandlerRef | undefined {
  if (ts.isClassLike(value)) return undefined;
  if (ts.isFunctionDeclaration(value)) {
    const info = analysis.outline.byNode.get(value);
    return info && { name: info.name, span: analysis.span(value.name ?? value), fn: { file: analysis.file, id: info.id } };
  }
  return analysis.handlerRefs(value)[0];
}

function exportRoutes(
  analysis: FileAnalysis,
  route: FileRoute & { library: Library },
  path: string,
  ofFile: string | undefined,
): (RouteFact | MountFact)[] {
  const facts: (RouteFact | MountFact)[] = [];
  for (const entry of analysis.exports) {
    if ('star' in entry || 'type' in entry || 'enumeration' in entry) continue;
    const named = route.exports && Object.hasOwn(route.exports, entry.name) ? route.exports[entry.name] : undefined;
    const isEntry =
      route.shape === 'methods' ? methodNames.test(entry.name) : route.shape === 'exports' ? named !== undefined : entry.name === 'default';
    // A server as the web describes one is no handler itself.
    if (!isEntry || (route.shape === 'default' && analysis.placed.fetchMember()) || analysis.placed.isBuiltAhead(route, entry.name))
      continue;
    if (named?.guards || named?.members) {
      if ('value' in entry && named.guards) facts.push(...insideOf(analysis, route, entry.value));
      else if ('value' in entry && ts.isExpression(entry.value)) facts.push(...membersOf(analysis, route, entry.value, path));
      continue;
    }
    const method = route.shape === 'methods' ? entry.name : (named?.methods?.[0] ?? ofFile ?? 'ALL');
    // What another file exports there may be anything.
    if (route.takes && !('value' in entry && analysis.functions.behind(entry.value).some((fn) => analysis.placed.handles(route, fn))))
      continue;
    if ('specifier' in entry) {
      const target = analysis.project.module(analysis.file, entry.specifier);
      const found = 'file' in target ? analysis.project.exportOf(target.file, entry.original) : undefined;
      const span = { start: 0, end: 0 };
      const ref: HandlerRef =
        found?.fn !== undefined
          ? { name: entry.name, span, fn: { file: found.file, id: found.fn } }
          : { ...(found?.handler ?? { name: entry.name, unresolved: true }), span };
      const node = analysis.outline.exports.find((statement) => statement.getText(analysis.source).includes(entry.name)) ?? analysis.source;
      facts.push(routeFact(analysis, route, node, method, path, ref));
      continue;
    }
    const ref = refsOf(analysis, entry.value);
    if (!ref) continue;
    const node = ts.isFunctionDeclaration(entry.value) ? (entry.value.name ?? entry.value) : entry.value;
    const chain = standingInFront(analysis, named?.inFront ?? route.inFront, node);
    facts.push({ ...routeFact(analysis, route, node, method, path, ref), chain, scope: entry.name });
  }
  return facts;
}

/** Middleware that a route module exports for itself and what is inside it. */
function insideOf(
  analysis: FileAnalysis,
  route: FileRoute & { library: Library },
  value: ts.Expression | ts.FunctionDeclaration | ts.ClassLikeDeclaration,
): MountFact[] {
  const chain = ts.isExpression(value)
    ? analysis.handlerRefs(analysis.resolver.deref(value))
    : [refsOf(analysis, value)].filter((ref) => ref !== undefined);
  return [
    {
      ...analysis.base(value),
      kind: 'mount',
      framework: route.library.id,
      registrar: `file-routes:${analysis.context.packageDir}`,
      order: 0,
      prefix: '',
      chain,
      mounts: [],
      reach: 'global',
      inside: true,
    },
  ];
}

/** Each member of an exported object is an endpoint: form actions. */
function membersOf(analysis: FileAnalysis, route: FileRoute & { library: Library }, value: ts.Expression, path: string): RouteFact[] {
  const object = analysis.resolver.deref(value);
  if (!ts.isObjectLiteralExpression(object)) return [];
  return object.properties.flatMap((property) => {
    if (!property.name || !(ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))) return [];
    const given = ts.isPropertyAssignment(property)
      ? property.initializer
      : ts.isShorthandPropertyAssignment(property)
        ? property.name
        : undefined;
    const ref = ts.isMethodDeclaration(property) ? methodRef(analysis, property) : given && analysis.handlerRefs(given)[0];
    const name = property.name.text;
    return ref
      ? [
          {
            ...routeFact(analysis, route, property.name, 'POST', name === 'default' ? path : `${path}?/${name}`, ref),
            scope: `actions.${name}`,
          },
        ]
      : [];
  });
}

function callRoutes(analysis: FileAnalysis, route: FileRoute & { library: Library }, path: string): RouteFact[] {
  const facts: RouteFact[] = [];
  for (const site of analysis.sites) {
    if (site.callee === undefined || !route.callees?.includes(site.callee)) continue;
    const argument =
      [...(site.node.arguments ?? [])].reverse().find((arg) => analysis.functionsIn(arg).length > 0) ?? site.node.arguments?.[0];
    const ref = argument && analysis.handlerRefs(argument)[0];
    if (ref) facts.push(routeFact(analysis, route, site.node.expression, 'ALL', path, ref));
  }
  const fetch = analysis.placed.fetchMember();
  const ref = fetch && (ts.isMethodDeclaration(fetch) ? methodRef(analysis, fetch) : analysis.handlerRefs(fetch)[0]);
  if (fetch && ref) facts.push(routeFact(analysis, route, fetch, 'ALL', path, ref));
  return facts;
}

function methodRef(analysis: FileAnalysis, node: ts.MethodDeclaration): HandlerRef | undefined {
  const info = analysis.outline.byNode.get(node);
  return info && { name: info.name, span: analysis.span(node.name), fn: { file: analysis.file, id: info.id } };
}

/** Directive prologue of a file or function body: `use server`. */
export function hasDirective(statements: readonly ts.Statement[], text: string): boolean {
  for (const statement of statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression)) return false;
    if (statement.expression.text === text) return true;
  }
  return false;
}

function actionsOf(analysis: FileAnalysis, route: FileRoute & { library: Library }): RouteFact[] {
  const facts: RouteFact[] = [];
  const add = (fn: FunctionInfo | undefined, name: string, node: ts.Node, wrapped?: HandlerRef) => {
    const ref: HandlerRef = wrapped ?? { name, span: analysis.span(node), fn: { file: analysis.file, id: fn!.id } };
    const internal =
      fn && hasDirective(analysis.source.statements, 'use server') ? internalReason(analysis, name, node, fn.node.parameters) : undefined;
    facts.push({
      ...routeFact(analysis, route, node, 'ACTION', name, ref),
      registrar: `${analysis.file}#actions`,
      scope: fn?.id ?? name,
      ...(internal !== undefined ? { internal } : {}),
    });
  };
  if (hasDirective(analysis.source.statements, 'use server')) {
    const ofMethods = analysis.placed.routes.some((placed) => placed.route.shape === 'methods');
    for (const entry of analysis.exports) {
      if (!('value' in entry) || analysis.isKnown(entry.value)) continue;
      // What answers requests by its method is called by nothing else.
      if (ofMethods && methodNames.test(entry.name)) continue;
      const value = entry.value;
      const node = ts.isFunctionDeclaration(value) ? (value.name ?? value) : value;
      const built = ts.isExpression(value) ? builtProcedure(analysis, analysis.resolver.deref(value)) : undefined;
      if (built) {
        facts.push({
          ...routeFact(analysis, route, node, 'ACTION', entry.name, built.handler),
          registrar: `${analysis.file}#actions`,
          scope: entry.name,
          chain: built.chain,
        });
        continue;
      }
      // A page whose file says "use server" is rendered by its framework, behind whatever the page asks.
      if (/^[A-Z]/.test(ts.isIdentifier(node) ? node.text : entry.name) && /\.[jt]sx$/.test(analysis.file)) continue;
      const fn = ts.isClassLike(value) ? undefined : analysis.functions.behind(value).at(-1);
      const made = ts.isExpression(value) ? analysis.resolver.deref(value) : undefined;
      const wrapped = made && ts.isCallExpression(made) ? analysis.handlerRefs(made)[0] : undefined;
      if (fn || wrapped) add(fn, entry.name === 'default' && ts.isIdentifier(node) ? node.text : entry.name, node, wrapped);
    }
    return facts;
  }
  for (const fn of analysis.outline.functions) {
    const body = fn.node.body;
    if (body && ts.isBlock(body) && hasDirective(body.statements, 'use server')) add(fn, fn.name, fn.node.name ?? fn.node);
  }
  return facts;
}
