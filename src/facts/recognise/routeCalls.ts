import { ts } from 'ts-morph';
import type { HandlerRef, RouteFact } from '../../model/facts';
import type { CallRole, RouteRole } from '../../model/library';
import { constantString, propertyOf } from '../../syntax/nodes';
import type { CallSite, FileAnalysis } from '../analysis';
import { publicMarker, statedAccess } from '../publicIntent';
import { commentedBeside } from '../disabledGuards';
import { internalReason } from '../internalIntent';
import { placeOf } from './builders';
import { isRoot, isRouter } from './mountCalls';
import { optionsIn, pathCall, pathText, receiverOf } from './callPaths';
import type { RouteRow } from './routeRows';

function methodsOf(role: RouteRole, args: readonly ts.Expression[], analysis: FileAnalysis): string[] {
  if (Array.isArray(role.methods)) return role.methods;
  const first = args[0];
  const value = role.methods === 'arg0' ? first : propertyOf(first && optionsIn(analysis, first), 'method');
  if (!value || ts.isMethodDeclaration(value)) return ['ALL'];
  const inner = analysis.resolver.deref(value);
  const names = ts.isArrayLiteralExpression(inner) ? inner.elements.map((element) => constantString(element)) : [constantString(inner)];
  return names.filter((name) => name !== undefined).map((name) => name.toUpperCase());
}

/** Routes that a call registers, one for each path, or those of one row of a table; undefined when it registers none. */
export function routeOf(
  analysis: FileAnalysis,
  site: CallSite,
  role: CallRole & { library: string },
  route: RouteRole,
  row?: RouteRow,
): RouteFact[] | undefined {
  const { node } = site;
  const args = [...(row?.args ?? node.arguments ?? [])];
  const described = args[0] && optionsIn(analysis, args[0]);
  const receiver = row?.receiver ?? receiverOf(node);
  let paths: string[] = [];
  let registrarNode = receiver;
  if (route.path === 'receiver') {
    const call = receiver && pathCall(receiver);
    if (!call) return undefined;
    paths = [pathText(call.arguments[0], analysis) ?? '*'];
    registrarNode = receiverOf(call);
  } else if (typeof route.path === 'number') {
    const argument = args[route.path];
    if (!argument) return undefined;
    const inner = analysis.resolver.deref(argument);
    paths = ts.isArrayLiteralExpression(inner)
      ? inner.elements.map((element) => pathText(element, analysis) ?? '*')
      : [pathText(argument, analysis) ?? '*'];
  } else if (route.path === 'none') paths = [''];
  else if (route.path === 'export') {
    // An application that is handed over has routes of its own.
    if (args.some((argument) => isRouter(analysis, argument))) return undefined;
    const { names } = placeOf(analysis, node);
    if (names.length === 0 || isKeptBack(analysis, node)) return undefined;
    const module = route.module?.exec(analysis.innerPath)?.[1]?.split('/') ?? [];
    paths = [[...module, ...names].join('.')];
    registrarNode = undefined;
  } else {
    const [value] = route.path
      .slice('option:'.length)
      .split('|')
      .flatMap((name) => propertyOf(described, name) ?? []);
    paths = [value && !ts.isMethodDeclaration(value) ? (pathText(value, analysis) ?? '*') : '*'];
  }
  const refs = row?.unread
    ? [{ name: analysis.label(node, 40), span: analysis.span(node), unresolved: true }]
    : handlersOf(analysis, route, args);
  if (refs.length === 0) return undefined;
  const chain = [...builderOf(analysis, route, node), ...hooksOf(analysis, role, route, args), ...refs.slice(0, -1)];
  const disabled = row ? [] : commentedBeside(analysis, node);
  const internal = route.path === 'export' && route.entry === 'rpc' ? internalReason(analysis, paths[0] ?? '', node, []) : undefined;
  const upstream = platformOf(analysis, route, args[0]);
  const registrar = registrarNode && analysis.resolver.entityOf(registrarNode);
  const rooted = route.path === 'export' || (registrarNode !== undefined && isRoot(analysis, registrarNode));
  const at = row?.at ?? node;
  const marker = publicMarker(analysis, at, refs[refs.length - 1]);
  return paths.map((path) => ({
    ...analysis.base(node),
    span: analysis.span(at),
    kind: 'route',
    framework: role.library,
    entry: route.entry ?? 'http',
    methods: row?.unread ? ['ALL'] : methodsOf(route, args, analysis),
    path: row?.unread ? '*' : path,
    ...(registrar !== undefined ? { registrar } : {}),
    ...(rooted ? { rooted } : {}),
    order: node.end,
    chain,
    handler: refs[refs.length - 1]!,
    ...(route.passesOn ? { passage: true as const } : {}),
    head:
      row && !row.unread
        ? analysis.span(at)
        : {
            start: analysis.span(node).start,
            end: typeof route.path === 'number' && args[route.path] ? args[route.path]!.end : node.expression.end,
          },
    ...(upstream ? { upstream } : {}),
    ...(disabled.length > 0 ? { disabled } : {}),
    ...(internal !== undefined ? { internal } : {}),
    ...(marker !== undefined ? { declaredPublic: marker } : {}),
    ...(statedAccess(analysis, node) === 'private' ? { statedPrivate: true as const } : {}),
  }));
}

/** A constant that is neither exported nor named anywhere else is reached by nobody. */
function isKeptBack(analysis: FileAnalysis, node: ts.Node): boolean {
  const declaration = node.parent;
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return false;
  const statement = declaration.parent.parent;
  if (!ts.isVariableStatement(statement) || ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword))
    return false;
  return analysis.source.text.split(new RegExp(`(?<![\\w$])${declaration.name.text.replace(/\$/g, '\\$')}(?![\\w$])`)).length === 2;
}

/** A function may be registered by one that a project made: `authedQuery({ handler })`. */
function builderOf(analysis: FileAnalysis, route: RouteRole, node: ts.CallExpression | ts.NewExpression): HandlerRef[] {
  const entity = route.path === 'export' ? analysis.resolver.entityOf(node.expression) : undefined;
  return entity === undefined
    ? []
    : [{ name: analysis.label(node.expression, 40), span: analysis.span(node.expression), path: `builder:${entity}` }];
}

/** What the platform does because of an option: `onRequest({ invoker: 'private' }, …)`. */
function platformOf(analysis: FileAnalysis, { platform }: RouteRole, options: ts.Expression | undefined): RouteFact['upstream'] {
  const value = platform && propertyOf(options && analysis.resolver.deref(options), platform.option);
  if (!value || ts.isMethodDeclaration(value) || constantString(value) === platform.open) return undefined;
  return { level: 'AUTHENTICATED', name: platform.option };
}

function handlersOf(analysis: FileAnalysis, route: RouteRole, args: readonly ts.Expression[]): HandlerRef[] {
  // Options in front of the only handler may come from anywhere.
  if (route.path === 'export' && typeof route.handlers === 'number')
    return args.length > route.handlers ? analysis.handlerRefs(args[args.length - 1]!) : [];
  if (typeof route.handlers === 'number') {
    return args.slice(route.handlers, route.alone ? route.handlers + 1 : undefined).flatMap((argument) => {
      const value = analysis.resolver.deref(argument);
      return ts.isObjectLiteralExpression(value) || ts.isStringLiteral(value) ? [] : analysis.handlerRefs(argument);
    });
  }
  const options = args[0] && analysis.resolver.deref(args[0]);
  // Where there is nothing to set, the function may stand alone.
  if (options && analysis.outline.byNode.has(options)) return analysis.handlerRefs(options);
  const value = propertyOf(options, route.handlers.slice('option:'.length));
  if (!value) return [];
  if (ts.isMethodDeclaration(value)) {
    const info = analysis.outline.byNode.get(value);
    return info ? [{ name: '<inline>', span: analysis.span(value), fn: { file: analysis.file, id: info.id } }] : [];
  }
  return analysis.handlerRefs(value);
}

function hooksOf(analysis: FileAnalysis, role: { library: string }, route: RouteRole, args: readonly ts.Expression[]): HandlerRef[] {
  const refs: HandlerRef[] = [];
  const optionsAt = (index: number) => {
    const value = args[index] && optionsIn(analysis, args[index]);
    return value && ts.isObjectLiteralExpression(value) ? value : undefined;
  };
  if (route.hooks) {
    const options = optionsAt(route.hooks.arg);
    for (const name of route.hooks.options) {
      const value = propertyOf(options, name);
      if (value && !ts.isMethodDeclaration(value)) refs.push(...analysis.handlerRefs(value));
    }
  }
  if (route.schemas) {
    const options = optionsAt(route.schemas.arg);
    for (const name of route.schemas.options) {
      const value = propertyOf(options, name);
      if (value) refs.push({ name, span: analysis.span(value), path: `${role.library}#schema` });
    }
  }
  return refs;
}
