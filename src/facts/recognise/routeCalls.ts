import { ts } from 'ts-morph';
import type { GuardKind, HandlerRef, RouteFact } from '../../model/facts';
import type { BodyBound, CallRole, RouteRole } from '../../model/library';
import { bare, constantString, propertyOf } from '../../syntax/nodes';
import type { CallSite, FileAnalysis } from '../analysis';
import { publicMarker, statedAccess } from '../statedPublic';
import { isBoundless } from '../boundless';
import { partsNamed } from '../checkedParts';
import { commentedBeside } from '../disabledGuards';
import { internalReason } from '../internalIntent';
import { guardsAsked, openSettings } from '../routeSettings';
import { placeOf } from './builders';
import { isRoot, isRouter } from './mountCalls';
import { pathCall, pathText, receiverOf } from './callPaths';
import { descriptionIn, elementsGiven, isDescription, isTold, memberGiven, refsGiven, textGiven, unreadIn, type Given } from './given';
import type { RouteRow } from './routeRows';

function methodsOf(role: RouteRole, args: readonly Given[], analysis: FileAnalysis): string[] {
  if (Array.isArray(role.methods)) return role.methods;
  const first = args[0];
  const value = role.methods === 'arg0' ? first : first && memberGiven(analysis, descriptionIn(analysis, first), 'method');
  if (!value) return ['ALL'];
  const names = (elementsGiven(analysis, value) ?? [value]).map((element) => textGiven(analysis, element));
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
  const args: readonly Given[] = row?.args ?? node.arguments ?? [];
  const described = args[0] && descriptionIn(analysis, args[0]);
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
    paths = (elementsGiven(analysis, argument) ?? [argument]).map((element) => textGiven(analysis, element) ?? '*');
  } else if (route.path === 'none') paths = [''];
  else if (route.path === 'export') {
    // An application that is handed over has routes of its own.
    if (args.some((argument) => !isTold(argument) && isRouter(analysis, argument))) return undefined;
    const { names } = placeOf(analysis, node);
    if (names.length === 0 || isKeptBack(analysis, node)) return undefined;
    const module = route.module?.exec(analysis.innerPath)?.[1]?.split('/') ?? [];
    paths = [[...module, ...names].join('.')];
    registrarNode = undefined;
  } else {
    const [value] = route.path
      .slice('option:'.length)
      .split('|')
      .flatMap((name) => memberGiven(analysis, described, name) ?? []);
    paths = [(value && textGiven(analysis, value)) ?? '*'];
  }
  const refs = row?.unread
    ? [{ name: analysis.label(node, 40), span: analysis.span(node), unresolved: true }]
    : handlersOf(analysis, route, args);
  if (refs.length === 0) return undefined;
  const doubt = row?.doubtful ? [{ name: analysis.label(node, 40), span: analysis.span(node), unresolved: true }] : [];
  const told = route.settings && memberGiven(analysis, args[route.settings.arg], route.settings.option);
  const asked = told && !isTold(told) ? guardsAsked(analysis, told, route.settings?.guards) : { chain: [], lifts: [] };
  const bound = route.bodies && boundOf(analysis, args[route.bodies.arg], route.bodies);
  const lifts: GuardKind[] = bound === 'bounded' ? [...asked.lifts, 'body-limit'] : asked.lifts;
  const chain = [
    ...doubt,
    ...builderOf(analysis, route, node),
    ...hooksOf(analysis, role, route, args),
    ...asked.chain,
    ...(bound === 'boundless' ? [{ name: route.bodies!.option, span: analysis.span(node), path: route.bodies!.boundless }] : []),
    ...refs.slice(0, -1),
  ];
  const disabled = row ? [] : commentedBeside(analysis, node);
  const internal = route.path === 'export' && route.entry === 'rpc' ? internalReason(analysis, paths[0] ?? '', node, []) : undefined;
  const upstream = platformOf(analysis, route, node.arguments?.[0]);
  const registrar = row?.registrar?.entity ?? (registrarNode && analysis.resolver.entityOf(registrarNode));
  const rooted =
    route.path === 'export' ||
    (row?.registrar ? analysis.tables.roots.has(row.registrar.path) : registrarNode !== undefined && isRoot(analysis, registrarNode));
  const at = row?.at ?? node;
  const marker = publicMarker(analysis, at, refs[refs.length - 1]);
  const open = told && !isTold(told) ? openSettings(analysis, told) : [];
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
    ...(row?.place ? { row: row.place } : {}),
    order: node.end,
    chain,
    handler: refs[refs.length - 1]!,
    ...(route.passesOn ? { passage: true as const } : {}),
    head:
      row && !row.unread
        ? analysis.span(at)
        : {
            start: analysis.span(startOf(node, route)).start,
            end: (typeof route.path === 'number' ? node.arguments?.[route.path]?.end : undefined) ?? node.expression.end,
          },
    ...(upstream ? { upstream } : {}),
    ...(disabled.length > 0 ? { disabled } : {}),
    ...(internal !== undefined ? { internal } : {}),
    ...(open.length > 0 ? { openKeys: open } : {}),
    ...(lifts.length > 0 ? { lifts } : {}),
    ...(marker !== undefined ? { declaredPublic: marker } : {}),
    ...(statedAccess(analysis, node) === 'private' ? { statedPrivate: true as const } : {}),
  }));
}

/** What a registration says of how long bodies may be; undefined where it leaves that to the server. */
function boundOf(analysis: FileAnalysis, options: Given | undefined, { option }: BodyBound): 'bounded' | 'boundless' | undefined {
  const value = memberGiven(analysis, options, option);
  if (!value || isTold(value)) return undefined;
  return isBoundless(analysis, value) ? 'boundless' : 'bounded';
}

/** Where a registration begins: one of a chain that is told apart by its description begins at its name. */
function startOf(node: ts.CallExpression | ts.NewExpression, { path }: RouteRole): ts.Node {
  const callee = bare(node.expression);
  return typeof path === 'string' &&
    path.startsWith('option:') &&
    ts.isPropertyAccessExpression(callee) &&
    ts.isCallExpression(bare(callee.expression))
    ? callee.name
    : node;
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

function handlersOf(analysis: FileAnalysis, route: RouteRole, args: readonly Given[]): HandlerRef[] {
  // Options in front of the only handler may come from anywhere.
  if (route.path === 'export' && typeof route.handlers === 'number')
    return args.length > route.handlers ? refsGiven(analysis, args[args.length - 1]!) : [];
  if (typeof route.handlers === 'number') {
    return args
      .slice(route.handlers, route.alone ? route.handlers + 1 : undefined)
      .flatMap((argument) => (isSetting(analysis, argument) ? [] : refsGiven(analysis, argument)));
  }
  const options = args[0] && descriptionIn(analysis, args[0]);
  // Where there is nothing to set, the function may stand alone.
  if (options && !isTold(options) && analysis.outline.byNode.has(options)) return analysis.handlerRefs(options);
  const value = memberGiven(analysis, options, route.handlers.slice('option:'.length));
  return value ? refsGiven(analysis, value) : [];
}

/** Is an argument no element of a chain, but options or a text? */
function isSetting(analysis: FileAnalysis, argument: Given): boolean {
  if (isTold(argument)) return argument.told.text !== undefined || isDescription(argument);
  const value = analysis.resolver.deref(argument);
  return ts.isObjectLiteralExpression(value) || ts.isStringLiteral(value);
}

function hooksOf(analysis: FileAnalysis, role: { library: string }, route: RouteRole, args: readonly Given[]): HandlerRef[] {
  const optionsAt = (index: number): Given | undefined => {
    const options = args[index] && descriptionIn(analysis, args[index]);
    return isDescription(options) ? options : undefined;
  };
  const hooks = (route.hooks?.options ?? []).flatMap((name) => {
    const value = memberGiven(analysis, optionsAt(route.hooks!.arg), name);
    return value ? refsGiven(analysis, value) : [];
  });
  // The last one is a handler where a path stands in front.
  const unread =
    route.hooks && (typeof route.handlers !== 'number' || route.hooks.arg < args.length - 1)
      ? unreadIn(analysis, args[route.hooks.arg])
      : undefined;
  if (unread) hooks.push({ name: analysis.label(unread, 40), span: analysis.span(unread), unresolved: true });
  const schemas = (route.schemas?.options ?? []).flatMap((name): HandlerRef[] => {
    const value = memberGiven(analysis, optionsAt(route.schemas!.arg), name);
    if (!value) return [];
    const named = route.schemas!.parts;
    const parts = named && !isTold(value) ? partsNamed(analysis, value, named) : undefined;
    if (parts?.length === 0) return [];
    const span = analysis.span(isTold(value) ? value.at : value);
    return [{ name, span, path: `${role.library}#schema`, ...(parts ? { parts } : {}) }];
  });
  return [...hooks, ...schemas];
}
