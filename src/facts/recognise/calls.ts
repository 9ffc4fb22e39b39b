import { ts } from 'ts-morph';
import type { HandlerRef, MountFact, RouteFact } from '../../model/facts';
import type { CallRole, MountRole, RouteRole } from '../../model/library';
import { bare, constantString, propertyOf, whole } from '../../syntax/nodes';
import type { Declaration } from '../../syntax/declarations';
import type { CallSite, FileAnalysis } from '../analysis';
import { publicMarker, statedAccess } from '../publicIntent';
import { appliedOn, pathRules } from './appliedMiddleware';
import { commentedBeside } from '../disabledGuards';
import { internalReason } from '../internalIntent';
import { placeOf } from './builders';
import { guardRef, textsOf } from './decorators';
import { connectionMount } from './socketMessages';
import { serverOf } from './socketServers';

/** Routes and mounts that calls on a router or app register, in order of registration. */
export function recogniseCalls(analysis: FileAnalysis): (RouteFact | MountFact)[] {
  const facts: (RouteFact | MountFact)[] = [];
  for (const site of analysis.sites) {
    if (site.role?.route) {
      const routes = routeOf(analysis, site, site.role, site.role.route);
      if (routes) facts.push(...routes, ...(site.role.route.passesOn ? routes.flatMap(passedOn) : []), ...routes.filter(({ entry }) => entry === 'socket').flatMap((route) => connectionMount(route, route.chain)));
    }
    if (site.role?.mount) {
      const rows = prefixRows(analysis, site, site.role.mount) ?? tableOf(analysis, site.node.arguments ?? []);
      if (rows) for (const row of rows) pushIf(facts, mountOf(analysis, site, site.role, site.role.mount, row));
      else pushIf(facts, mountOf(analysis, site, site.role, site.role.mount));
    }
    if (site.role?.ownPrefix) pushIf(facts, ownPrefixOf(analysis, site, site.role, site.role.ownPrefix));
    if (site.role?.appliesMiddleware) pushIf(facts, appliedOn(analysis, site, site.role.library));
    if (site.role?.versionsPaths) pushIf(facts, versionsOf(analysis, site, site.role.library));
    const handed = handedOver(analysis, site);
    if (handed) facts.push(...handed);
    pushIf(facts, madeBy(analysis, site));
  }
  return facts;
}

/** What a route that passes requests on is to later routes of its path: middleware. */
function passedOn(route: RouteFact): MountFact[] {
  if (route.registrar === undefined) return [];
  const { file, span, scope, inRequestPath, framework, registrar, order, path, chain, handler } = route;
  return [{ kind: 'mount', file, span, scope, inRequestPath, framework, registrar, order, prefix: path, chain: handler ? [...chain, handler] : chain, mounts: [], reach: 'before', exact: true }];
}

function pushIf<T>(list: T[], value: T | undefined): void {
  if (value !== undefined) list.push(value);
}

/** Middleware on several prefixes: `app.use(['/a', '/b'], mw)`, `for (const prefix of prefixes) app.use(prefix, mw)`. The arguments for each. */
function prefixRows(analysis: FileAnalysis, site: CallSite, mount: MountRole): ts.Expression[][] | undefined {
  const [first, ...rest] = site.node.arguments ?? [];
  if (mount.prefix !== 'arg0' || !first || rest.length === 0) return undefined;
  const name = ts.isIdentifier(first) ? analysis.resolver.declarations.find(first) : undefined;
  const list = analysis.resolver.deref(listBehind(name) ?? first);
  if (!ts.isArrayLiteralExpression(list) || list.elements.length === 0 || !list.elements.every((element) => pathText(element, analysis) !== undefined)) return undefined;
  return list.elements.map((element) => [element, ...rest]);
}

/** The list that a name of a loop runs through: `for (const x of list)`, `list.forEach((x) => …)`. */
function listBehind(declaration: Declaration | undefined): ts.Expression | undefined {
  if (declaration?.kind === 'parameter' && declaration.index === 0) {
    const call = declaration.fn.parent;
    return ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) && /^(forEach|map)$/.test(call.expression.name.text) ? call.expression.expression : undefined;
  }
  if (declaration?.kind !== 'variable' || !ts.isVariableDeclarationList(declaration.node.parent) || !ts.isForOfStatement(declaration.node.parent.parent)) return undefined;
  return declaration.node.parent.parent.expression;
}

/**
 * Registrations driven by a table: `routes.forEach((route) => router.use(route.path, route.router))`, also as `for … of`.
 * Gives the arguments of each row; undefined when this is not such a call.
 */
function tableOf(analysis: FileAnalysis, args: readonly ts.Expression[]): ts.Expression[][] | undefined {
  const columns = args.map((argument) => columnOf(analysis, argument));
  const declaration = columns.find((column) => column !== undefined)?.declaration;
  if (!declaration) return undefined;
  const table = listBehind(declaration);
  const list = table && analysis.resolver.deref(table);
  if (!list || !ts.isArrayLiteralExpression(list)) return undefined;
  return list.elements.map((element) =>
    args.map((argument, index) => {
      const column = columns[index];
      if (column?.declaration.node !== declaration.node) return argument;
      const value = propertyOf(element, column.name);
      return value && !ts.isMethodDeclaration(value) ? value : argument;
    }),
  );
}

/** A member of a local name or parameter: `route.path`, or `path` taken from it by destructuring. */
function columnOf(analysis: FileAnalysis, argument: ts.Expression): { declaration: Extract<Declaration, { kind: 'parameter' | 'variable' }>; name: string } | undefined {
  const object = ts.isPropertyAccessExpression(argument) ? argument.expression : argument;
  const declaration = ts.isIdentifier(object) ? analysis.resolver.declarations.find(object) : undefined;
  if (declaration?.kind !== 'parameter' && declaration?.kind !== 'variable') return undefined;
  const [step, ...deeper] = declaration.steps;
  if (ts.isPropertyAccessExpression(argument)) return step ? undefined : { declaration, name: argument.name.text };
  return step && 'member' in step && deeper.length === 0 ? { declaration, name: step.member } : undefined;
}

function pathText(node: ts.Expression | undefined, analysis: FileAnalysis): string | undefined {
  if (!node) return undefined;
  const constant = analysis.textOf(node);
  if (constant !== undefined) return constant;
  const value = analysis.resolver.deref(node);
  if (ts.isTemplateExpression(value)) {
    return value.head.text + value.templateSpans.map((span) => (pathText(span.expression, analysis) ?? '*') + span.literal.text).join('');
  }
  if (ts.isRegularExpressionLiteral(value)) return value.text;
  return undefined;
}

/** The prefix that a router has by itself: `new Router({ prefix: '/api' })`, `router.prefix('/api')`, `app.basePath('/api')`. */
function ownPrefixOf(analysis: FileAnalysis, site: CallSite, role: CallRole & { library: string }, from: NonNullable<CallRole['ownPrefix']>): MountFact | undefined {
  const first = site.node.arguments?.[0];
  if (!first) return undefined;
  const option = from === 'arg0' ? first : propertyOf(analysis.resolver.deref(first), from.slice('option:'.length));
  if (!option || ts.isMethodDeclaration(option)) return undefined;
  const framework = role.library;
  const own = role.packageWide ? `${framework}:${analysis.context.packageDir}` : analysis.resolver.entityOf(site.node);
  const receiver = receiverOf(site.node);
  if (own === undefined) return undefined;
  const common = { ...analysis.base(site.node), kind: 'mount' as const, framework, order: site.node.end, prefix: pathText(option, analysis) ?? '*', chain: [], reach: 'before' as const };
  // A view of an application that is there already is mounted on it; a router that is made here has the prefix itself.
  const base = !role.packageWide && receiver && (ts.isIdentifier(bare(receiver)) || bare(receiver).kind === ts.SyntaxKind.PropertyAccessExpression) ? analysis.resolver.entityOf(receiver) : undefined;
  if (base !== undefined && base !== own) return { ...common, registrar: base, ...(isRoot(analysis, receiver!) ? { rooted: true as const } : {}), mounts: [own] };
  const exclude = role.packageWide ? propertyOf(site.node.arguments?.[1] && analysis.resolver.deref(site.node.arguments[1]), 'exclude') : undefined;
  const except = exclude && !ts.isMethodDeclaration(exclude) ? pathRules(analysis, [exclude])?.map((rule) => ({ ...rule, exact: true as const })) : undefined;
  return { ...common, registrar: own, mounts: [], own: true, ...(except && except.length > 0 ? { except } : {}) };
}

/** `app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' })`: other types leave paths alone. */
function versionsOf(analysis: FileAnalysis, site: CallSite, framework: string): MountFact | undefined {
  const options = site.node.arguments?.[0] && analysis.resolver.deref(site.node.arguments[0]);
  const given = (name: string) => {
    const value = propertyOf(options, name);
    return value && !ts.isMethodDeclaration(value) ? value : undefined;
  };
  const type = given('type');
  if (type && !/\bURI$/.test(type.getText(analysis.source))) return undefined;
  const before = given('prefix');
  const prefix = before?.kind === ts.SyntaxKind.FalseKeyword ? '' : (analysis.textOf(before) ?? 'v');
  const standard = textsOf(analysis, given('defaultVersion'));
  return { ...analysis.base(site.node), kind: 'mount', framework, registrar: `${framework}:${analysis.context.packageDir}`, order: 0, prefix, chain: [], mounts: [], reach: 'before', own: true, versions: { standard } };
}

/** The call that names the path of a chained registration: `.route('/x').get(…)`. */
function pathCall(node: ts.Expression): ts.CallExpression | undefined {
  let current = bare(node);
  while (ts.isCallExpression(current) && ts.isPropertyAccessExpression(current.expression)) {
    if (current.expression.name.text === 'route' || current.expression.name.text === 'basePath') return current;
    current = bare(current.expression.expression);
  }
  return undefined;
}

/** The object that describes a route, also when a call made it: `createRoute({ method: 'get', path: '/' })`. */
function optionsIn(analysis: FileAnalysis, node: ts.Expression): ts.Expression {
  const value = analysis.resolver.deref(node);
  return ts.isCallExpression(value) && value.arguments[0] && ts.isObjectLiteralExpression(value.arguments[0]) ? value.arguments[0] : value;
}

function receiverOf(node: ts.CallExpression | ts.NewExpression): ts.Expression | undefined {
  const callee = bare(node.expression);
  return ts.isPropertyAccessExpression(callee) ? callee.expression : undefined;
}

function methodsOf(role: RouteRole, node: ts.CallExpression | ts.NewExpression, analysis: FileAnalysis): string[] {
  if (Array.isArray(role.methods)) return role.methods;
  const first = node.arguments?.[0];
  const value = role.methods === 'arg0' ? first : propertyOf(first && optionsIn(analysis, first), 'method');
  if (!value || ts.isMethodDeclaration(value)) return ['ALL'];
  const inner = analysis.resolver.deref(value);
  const names = ts.isArrayLiteralExpression(inner) ? inner.elements.map((element) => constantString(element)) : [constantString(inner)];
  return names.filter((name) => name !== undefined).map((name) => name.toUpperCase());
}

function routeOf(analysis: FileAnalysis, site: CallSite, role: CallRole & { library: string }, route: RouteRole): RouteFact[] | undefined {
  const { node } = site;
  const args = [...(node.arguments ?? [])];
  const described = args[0] && optionsIn(analysis, args[0]);
  const receiver = receiverOf(node);
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
    paths = ts.isArrayLiteralExpression(inner) ? inner.elements.map((element) => pathText(element, analysis) ?? '*') : [pathText(argument, analysis) ?? '*'];
  } else if (route.path === 'none') paths = [''];
  else if (route.path === 'export') {
    // An application that is handed over has routes of its own.
    if (args.some((argument) => isRouter(analysis, argument))) return undefined;
    const { names } = placeOf(analysis, node);
    if (names.length === 0 || isKeptBack(analysis, node)) return undefined;
    const module = route.module?.exec(analysis.innerPath)?.[1]?.split('/') ?? [];
    paths = [[...module, ...names].join('.')];
    registrarNode = undefined;
  }
  else {
    const [value] = route.path.slice('option:'.length).split('|').flatMap((name) => propertyOf(described, name) ?? []);
    paths = [value && !ts.isMethodDeclaration(value) ? (pathText(value, analysis) ?? '*') : '*'];
  }
  const refs = handlersOf(analysis, route, args);
  if (refs.length === 0) return undefined;
  const chain = [...builderOf(analysis, route, node), ...hooksOf(analysis, role, route, args), ...refs.slice(0, -1)];
  const disabled = commentedBeside(analysis, node);
  const internal = route.path === 'export' && route.entry === 'rpc' ? internalReason(analysis, paths[0] ?? '', node, []) : undefined;
  const upstream = platformOf(analysis, route, args[0]);
  const registrar = registrarNode && analysis.resolver.entityOf(registrarNode);
  const rooted = route.path === 'export' || (registrarNode !== undefined && isRoot(analysis, registrarNode));
  const marker = publicMarker(analysis, node, refs[refs.length - 1]);
  return paths.map((path) => ({
    ...analysis.base(node),
    kind: 'route',
    framework: role.library,
    entry: route.entry ?? 'http',
    methods: methodsOf(route, node, analysis),
    path,
    ...(registrar !== undefined ? { registrar } : {}),
    ...(rooted ? { rooted } : {}),
    order: node.end,
    chain,
    handler: refs[refs.length - 1]!,
    ...(route.passesOn ? { passage: true as const } : {}),
    head: { start: analysis.span(node).start, end: typeof route.path === 'number' && args[route.path] ? args[route.path]!.end : node.expression.end },
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
  if (!ts.isVariableStatement(statement) || ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) return false;
  return analysis.source.text.split(new RegExp(`(?<![\\w$])${declaration.name.text.replace(/\$/g, '\\$')}(?![\\w$])`)).length === 2;
}

/** A function may be registered by one that a project made: `authedQuery({ handler })`. */
function builderOf(analysis: FileAnalysis, route: RouteRole, node: ts.CallExpression | ts.NewExpression): HandlerRef[] {
  const entity = route.path === 'export' ? analysis.resolver.entityOf(node.expression) : undefined;
  return entity === undefined ? [] : [{ name: analysis.label(node.expression, 40), span: analysis.span(node.expression), path: `builder:${entity}` }];
}

/** What the platform does because of an option: `onRequest({ invoker: 'private' }, …)`. */
function platformOf(analysis: FileAnalysis, { platform }: RouteRole, options: ts.Expression | undefined): RouteFact['upstream'] {
  const value = platform && propertyOf(options && analysis.resolver.deref(options), platform.option);
  if (!value || ts.isMethodDeclaration(value) || constantString(value) === platform.open) return undefined;
  return { level: 'AUTHENTICATED', name: platform.option };
}

function handlersOf(analysis: FileAnalysis, route: RouteRole, args: readonly ts.Expression[]): HandlerRef[] {
  // Options in front of the only handler may come from anywhere.
  if (route.path === 'export' && typeof route.handlers === 'number') return args.length > route.handlers ? analysis.handlerRefs(args[args.length - 1]!) : [];
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

function isRoot(analysis: FileAnalysis, node: ts.Expression): boolean {
  const path = analysis.resolver.pathOf(node);
  return path !== undefined && analysis.tables.roots.has(path);
}

/** Does the value have routes of its own: a router, a sub-app? */
function isRouter(analysis: FileAnalysis, node: ts.Expression): boolean {
  const path = analysis.resolver.pathOf(node);
  if (path === undefined) return false;
  return ['get', 'use', 'register', 'all', 'post', 'on'].some((method) => {
    const role = analysis.tables.call(`${path}.${method}`);
    return role?.route !== undefined || role?.mount !== undefined || role?.connections?.events !== undefined || role?.connections?.messages !== undefined;
  });
}

function mountOf(analysis: FileAnalysis, site: CallSite, role: CallRole & { library: string }, mount: MountRole, args: readonly ts.Expression[] = site.node.arguments ?? []): MountFact | undefined {
  const { node } = site;
  if (mount.hookNames) {
    const name = constantString(args[0]);
    if (name === undefined || !mount.hookNames.includes(name)) return undefined;
  }
  const receiver = receiverOf(node);
  // What holds for the whole application is registered on its package, as the routes of its decorators are.
  const registrar = mount.reach === 'global' ? `${role.library}:${analysis.context.packageDir}` : receiver && analysis.resolver.entityOf(receiver);
  if (registrar === undefined) return undefined;
  let prefix = '';
  let first = mount.handlers;
  if (mount.prefix === 'arg0') {
    const text = args[0] && !analysis.outline.byNode.has(bare(args[0])) ? pathText(args[0], analysis) : undefined;
    if (text !== undefined) {
      prefix = text;
      first = Math.max(first, 1);
    } else if (args.length > 1 && isDoubtfulPrefix(analysis, args[0]!)) {
      // Nobody knows what it covers: it leaves all later routes in doubt.
      const doubt: HandlerRef = { name: analysis.label(args[0]!, 40), span: analysis.span(args[0]!), unresolved: true };
      return { ...analysis.base(node), kind: 'mount', framework: role.library, registrar, order: node.end, prefix: '', chain: [doubt], mounts: [], reach: mount.reach };
    }
  } else if (mount.prefix !== 'none') {
    const value = propertyOf(args[1] && analysis.resolver.deref(args[1]), mount.prefix.slice('option:'.length));
    if (value && !ts.isMethodDeclaration(value)) prefix = pathText(value, analysis) ?? '*';
  }
  const chain: HandlerRef[] = [];
  const mounts: string[] = [];
  let shared = false;
  for (const argument of args.slice(first)) {
    const value = bare(argument);
    if (ts.isObjectLiteralExpression(value)) continue;
    if (mount.plugin) {
      const plugin = pluginOf(analysis, value);
      if (plugin) {
        mounts.push(plugin.entity);
        shared ||= plugin.shared;
        continue;
      }
      // A package's plugin adds what it is for; only those that are known to refuse requests guard them.
      if (isPackagePlugin(analysis, value)) continue;
    }
    const routes = isRouter(analysis, value) ? undefined : routerCall(value);
    const routerNode = routes ?? value;
    const entity = isRouter(analysis, routerNode) ? analysis.resolver.entityOf(routerNode) : undefined;
    if (entity !== undefined) mounts.push(entity);
    else if (mount.reach === 'global') chain.push(guardRef(analysis, argument));
    else if (!routes) chain.push(...analysis.handlerRefs(argument));
  }
  return {
    ...analysis.base(node),
    kind: 'mount',
    framework: role.library,
    registrar,
    ...(isRoot(analysis, receiver!) ? { rooted: true } : {}),
    order: node.end,
    prefix,
    chain,
    mounts,
    reach: mount.reach,
    ...(mount.entry ? { entry: mount.entry } : {}),
    ...(shared ? { shared } : {}),
  };
}

function isPackagePlugin(analysis: FileAnalysis, node: ts.Expression): boolean {
  const value = analysis.resolver.deref(node);
  const path = analysis.resolver.pathOf(ts.isCallExpression(value) && value.expression.kind !== ts.SyntaxKind.ImportKeyword ? value.expression : value);
  return path !== undefined && !/^(file|module|object|global)[:#]/.test(path) && !analysis.tables.call(path)?.guard;
}

/** Koa hands out its routes by a call: `app.use(router.routes())`. */
function routerCall(node: ts.Expression): ts.Expression | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  return /^(routes|middleware|allowedMethods|callback)$/.test(node.expression.name.text) && node.arguments.length === 0 ? node.expression.expression : undefined;
}

/** Is the first argument neither a readable path nor anything that runs? */
function isDoubtfulPrefix(analysis: FileAnalysis, node: ts.Expression): boolean {
  const value = bare(node);
  if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value) && !ts.isElementAccessExpression(value)) return false;
  const refs = analysis.handlerRefs(value);
  return !isRouter(analysis, value) && refs.every((ref) => ref.fn === undefined && ref.wraps === undefined && (ref.unresolved === true || ref.path?.startsWith('global#env') === true));
}

function pluginOf(analysis: FileAnalysis, node: ts.Expression): { entity: string; shared: boolean } | undefined {
  const value = analysis.resolver.deref(node);
  if (ts.isCallExpression(value)) {
    // `fp(plugin)` breaks encapsulation; `import('./x')` and `require('./x')` give the plugin itself.
    const inner = value.arguments[0] && pluginOf(analysis, value.arguments[0]);
    const callee = analysis.resolver.pathOf(value.expression);
    if (inner && callee === 'fastify-plugin#') return { ...inner, shared: true };
  }
  const found = analysis.resolver.functionOf(value) ?? analysis.resolver.functionOf(node);
  if (!found) {
    const exported = analysis.handlerRefs(node)[0];
    const wrapped = exported?.wraps?.[0]?.fn;
    // A function of the project may give the plugin: `app.register(usersPlugin(deps))`.
    const inner = wrapped ?? (ts.isCallExpression(value) ? exported?.fn : undefined);
    return inner ? { entity: `${inner.file}#${inner.id}.param0`, shared: wrapped !== undefined && exported?.path === 'fastify-plugin#' } : undefined;
  }
  return { entity: `${found.ref.file}#${found.ref.id}.param0`, shared: false };
}

/** An app or router given to a function of the project: what the function registers belongs to it. */
function handedOver(analysis: FileAnalysis, site: CallSite): MountFact[] | undefined {
  const args = site.node.arguments;
  if (!args || args.length === 0 || !site.callee?.startsWith('file:') || site.role?.route || site.role?.mount) return undefined;
  let facts: MountFact[] | undefined;
  args.forEach((argument, index) => {
    if (!ts.isIdentifier(argument) && !ts.isPropertyAccessExpression(argument)) return;
    if (!isRouter(analysis, argument)) return;
    const isSocket = analysis.tables.call(`${analysis.resolver.pathOf(argument)}.on`)?.connections !== undefined;
    const registrar = isSocket ? serverOf(analysis, argument)?.entity : analysis.resolver.entityOf(argument);
    const callee = analysis.resolver.functionOf(site.node.expression);
    if (registrar === undefined || !callee) return;
    (facts ??= []).push({
      ...analysis.base(site.node),
      kind: 'mount',
      framework: '',
      registrar,
      ...(isRoot(analysis, argument) ? { rooted: true as const } : {}),
      order: site.node.end,
      prefix: '',
      chain: [],
      mounts: [`${callee.ref.file}#${callee.ref.id}.param${index}`],
      // What guards connections does so whenever it was added.
      reach: isSocket ? 'context' : 'before',
      alias: true,
    });
  });
  return facts;
}

/** A router or an application that a function of the project makes: what the function registers on it is served wherever it is mounted. */
function madeBy(analysis: FileAnalysis, site: CallSite): MountFact | undefined {
  const { node } = site;
  // What nobody keeps serves nothing.
  if (site.role || !site.callee?.startsWith('file:') || ts.isExpressionStatement(whole(node).parent)) return undefined;
  const template = analysis.resolver.entities.templateOf(node);
  const registrar = template === undefined ? undefined : analysis.resolver.entityOf(node);
  if (template === undefined || registrar === undefined) return undefined;
  const rooted = isRoot(analysis, node) ? { rooted: true as const } : {};
  return { ...analysis.base(node), kind: 'mount', framework: '', registrar, ...rooted, order: node.end, prefix: '', chain: [], mounts: [template], reach: 'before', alias: true, made: true };
}
