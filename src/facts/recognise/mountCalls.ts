import { ts } from 'ts-morph';
import type { AccessPath, HandlerRef, MountFact } from '../../model/facts';
import type { CallRole, MountRole } from '../../model/library';
import { bare, propertyOf } from '../../syntax/nodes';
import type { CallSite, FileAnalysis } from '../analysis';
import { isNeverInProduction } from '../reachedCode';
import { pathRules } from './appliedMiddleware';
import { guardRefsOf } from './classGuards';
import { textsOf } from './decorators';
import { elementHanded, prefixHanded } from './handedLists';
import { pathText, receiverOf } from './callPaths';
import { isDescription, isTold, memberGiven, placeOfGiven, refsGiven, textGiven, type Given } from './given';
import { givenToPlugin, isPackagePlugin, pluginOf, pluginsLoaded } from './plugins';

/** The prefix that a router has by itself: `new Router({ prefix: '/api' })`, `router.prefix('/api')`, `app.basePath('/api')`. */
export function ownPrefixOf(
  analysis: FileAnalysis,
  site: CallSite,
  role: CallRole & { library: string },
  from: NonNullable<CallRole['ownPrefix']>,
): MountFact | undefined {
  const first = site.node.arguments?.[0];
  if (!first) return undefined;
  const option = from === 'arg0' ? first : propertyOf(analysis.resolver.deref(first), from.slice('option:'.length));
  if (!option || ts.isMethodDeclaration(option)) return undefined;
  const framework = role.library;
  const own = role.packageWide ? `${framework}:${analysis.context.packageDir}` : analysis.resolver.entityOf(site.node);
  const receiver = receiverOf(site.node);
  if (own === undefined) return undefined;
  const common = {
    ...analysis.base(site.node),
    kind: 'mount' as const,
    framework,
    order: site.node.end,
    prefix: pathText(option, analysis) ?? '*',
    chain: [],
    reach: 'before' as const,
  };
  // A view of an application that is there already is mounted on it; a router that is made here has the prefix itself.
  const base =
    !role.packageWide && receiver && (ts.isIdentifier(bare(receiver)) || bare(receiver).kind === ts.SyntaxKind.PropertyAccessExpression)
      ? analysis.resolver.entityOf(receiver)
      : undefined;
  if (base !== undefined && base !== own)
    return { ...common, registrar: base, ...(isRoot(analysis, receiver!) ? { rooted: true as const } : {}), mounts: [own] };
  const exclude = role.packageWide
    ? propertyOf(site.node.arguments?.[1] && analysis.resolver.deref(site.node.arguments[1]), 'exclude')
    : undefined;
  const except =
    exclude && !ts.isMethodDeclaration(exclude)
      ? pathRules(analysis, [exclude])?.map((rule) => ({ ...rule, exact: true as const }))
      : undefined;
  return {
    ...common,
    registrar: own,
    mounts: [],
    own: true,
    ...(role.prefixesLater ? { following: true as const } : {}),
    ...(except && except.length > 0 ? { except } : {}),
  };
}

/** `app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' })`: other types leave paths alone. */
export function versionsOf(analysis: FileAnalysis, site: CallSite, framework: string): MountFact | undefined {
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
  return {
    ...analysis.base(site.node),
    kind: 'mount',
    framework,
    registrar: `${framework}:${analysis.context.packageDir}`,
    order: 0,
    prefix,
    chain: [],
    mounts: [],
    reach: 'before',
    own: true,
    versions: { standard },
  };
}

/** Does an expression stand for an application, not for a router that has to be mounted? */
export function isRoot(analysis: FileAnalysis, node: ts.Expression): boolean {
  const path = analysis.resolver.pathOf(node);
  return path !== undefined && analysis.tables.roots.has(path);
}

/** Does the value have routes of its own: a router, a sub-app? */
export function isRouter(analysis: FileAnalysis, node: ts.Expression): boolean {
  return isRouterPath(analysis, analysis.resolver.pathOf(node));
}

function isRouterPath(analysis: FileAnalysis, path: AccessPath | undefined): boolean {
  if (path === undefined) return false;
  return ['get', 'use', 'register', 'all', 'post', 'on'].some((method) => {
    const role = analysis.tables.call(`${path}.${method}`);
    return (
      role?.route !== undefined ||
      role?.mount !== undefined ||
      role?.connections?.events !== undefined ||
      role?.connections?.messages !== undefined
    );
  });
}

/**
 * What a call mounts: a router, middleware or a plugin. `args` are those of the call unless it mounts on several paths, and it is mounted on
 * what the call is made on unless a function of the project does it.
 */
export function mountOf(
  analysis: FileAnalysis,
  site: CallSite,
  role: CallRole & { library: string },
  mount: MountRole,
  args: readonly Given[] = site.node.arguments ?? [],
  on?: { registrar: string | undefined; rooted: boolean },
): MountFact | undefined {
  const { node } = site;
  const hook = mount.hookNames && args[0] ? textGiven(analysis, args[0]) : undefined;
  const isLate = hook !== undefined && mount.lateHooks?.includes(hook) === true;
  if (mount.hookNames && !isLate && (hook === undefined || !mount.hookNames.includes(hook))) return undefined;
  const receiver = receiverOf(node);
  // What holds for the whole application is registered on its package, as the routes of its decorators are.
  const registrar =
    mount.reach === 'global'
      ? `${role.library}:${analysis.context.packageDir}`
      : on
        ? on.registrar
        : receiver && analysis.resolver.entityOf(receiver);
  if (registrar === undefined) return undefined;
  const param = mount.param && args[0] ? textGiven(analysis, args[0]) : undefined;
  if (mount.param && param === undefined) return undefined;
  let prefix = '';
  let prefixMember: string | undefined;
  let first = mount.handlers;
  if (mount.prefix === 'arg0') {
    const text = args[0] && (isTold(args[0]) || !analysis.outline.byNode.has(bare(args[0]))) ? textGiven(analysis, args[0]) : undefined;
    prefixMember = text === undefined && args.length > 1 ? prefixHanded(analysis, args[0]!, args[args.length - 1]!) : undefined;
    if (text !== undefined || prefixMember !== undefined) {
      prefix = text ?? '';
      first = Math.max(first, 1);
    } else if (args.length > 1 && isDoubtfulPrefix(analysis, args[0]!)) {
      // Nobody knows what it covers: it leaves all later routes in doubt.
      const at = placeOfGiven(args[0]!);
      const doubt: HandlerRef = { name: analysis.label(at, 40), span: analysis.span(at), unresolved: true };
      return {
        ...analysis.base(node),
        kind: 'mount',
        framework: role.library,
        registrar,
        order: node.end,
        prefix: '',
        chain: [doubt],
        mounts: [],
        reach: mount.reach,
      };
    }
  } else if (mount.prefix !== 'none') {
    const value = memberGiven(analysis, args[1], mount.prefix.slice('option:'.length));
    if (value) prefix = textGiven(analysis, value) ?? '*';
  }
  const chain: HandlerRef[] = [];
  const mounts: string[] = [];
  const given: NonNullable<MountFact['given']> = [];
  let shared = false;
  for (const argument of args.slice(first)) {
    if (isTold(argument)) {
      if (argument.told.entity !== undefined && isRouterPath(analysis, argument.told.path)) mounts.push(argument.told.entity);
      else if (!isDescription(argument)) chain.push(...refsGiven(analysis, argument));
      continue;
    }
    const value = bare(argument);
    if (ts.isObjectLiteralExpression(value)) continue;
    if (mount.plugin) {
      const plugin = pluginOf(analysis, value);
      if (plugin) {
        mounts.push(plugin.entity);
        shared ||= plugin.shared;
        given.push(...givenToPlugin(analysis, value, plugin.fn, node.arguments ?? []));
        continue;
      }
      const loaded = pluginsLoaded(analysis, value);
      if (loaded) {
        mounts.push(...loaded.map(({ entity }) => entity));
        shared ||= loaded.some((each) => each.shared);
        continue;
      }
      // A package's plugin adds what it is for; only those that are known to refuse requests guard them.
      if (isPackagePlugin(analysis, value)) continue;
    }
    const routes = isRouter(analysis, value) ? undefined : routerCall(value);
    const routerNode = routes ?? value;
    const handed = elementHanded(analysis, routerNode);
    const entity = isRouter(analysis, routerNode)
      ? (handed ?? analysis.resolver.entityOf(routerNode))
      : handed !== undefined && /rout(?:er|e|es)$/i.test(routerNode.getText(analysis.source))
        ? handed
        : undefined;
    if (entity !== undefined) mounts.push(entity);
    else if (mount.runs !== undefined || (mount.reach === 'global' && !mount.params))
      chain.push(...guardRefsOf(analysis, argument, mount.runs));
    else if (!routes) chain.push(...analysis.handlerRefs(argument));
  }
  const off = chain.filter(({ path }) => isSwitchedOff(analysis, path, args[first + 1]));
  if (off.length > 0) chain.splice(0, chain.length, ...chain.filter((ref) => !off.includes(ref)));
  // Of what stands in front of everything nobody asks here for which paths.
  if (mount.reach === 'global' && mount.prefix === 'arg0' && prefix !== '' && prefix !== '/') return undefined;
  // What only developers meet protects nobody.
  if (mounts.length === 0 && chain.length > 0 && isNeverInProduction(analysis, node)) return undefined;
  // Where a part of the prefix cannot be read, nobody can tell what it covers of what lies behind the part in front.
  if (mounts.length === 0 && first > mount.handlers && prefix.includes('*') && args[0] && !isConstant(analysis, args[0])) {
    const at = placeOfGiven(args[0]);
    chain.splice(0, chain.length, { name: analysis.label(at, 40), span: analysis.span(at), unresolved: true });
    prefix = prefix.slice(0, prefix.indexOf('*')).replace(/\/[^/]*$/, '');
  }
  return {
    ...analysis.base(node),
    kind: 'mount',
    framework: role.library,
    registrar,
    ...((on ? on.rooted : isRoot(analysis, receiver!)) ? { rooted: true } : {}),
    order: node.end,
    prefix,
    ...(prefixMember === undefined ? {} : { prefixMember }),
    ...(param === undefined ? {} : { param }),
    chain: isLate ? chain.map((ref) => ({ ...ref, behind: 'answer' as const })) : withoutFailures(analysis, chain, mount),
    mounts,
    reach: mount.reach,
    ...(mount.entry ? { entry: mount.entry } : {}),
    ...(shared ? { shared } : {}),
    ...(given.length > 0 ? { given } : {}),
  };
}

/** Does an option beside a plugin leave it to each route whether it guards it: `register(rateLimit, { global: false })`? */
function isSwitchedOff(analysis: FileAnalysis, path: string | undefined, options: Given | undefined): boolean {
  const option = options && analysis.tables.call(path)?.guard?.offBy;
  const value = option === undefined ? undefined : memberGiven(analysis, options, option);
  return value !== undefined && !isTold(value) && bare(value).kind === ts.SyntaxKind.FalseKeyword;
}

/** The elements of a chain; those with as many parameters as only handlers of errors have run for what failed. */
function withoutFailures(analysis: FileAnalysis, chain: readonly HandlerRef[], { errorHandlerArity }: MountRole): HandlerRef[] {
  return chain.map((ref) =>
    errorHandlerArity !== undefined && ref.fn && analysis.summaryOf(ref.fn)?.arity === errorHandlerArity
      ? { ...ref, behind: 'failure' as const }
      : ref,
  );
}

function isConstant(analysis: FileAnalysis, given: Given): boolean {
  return isTold(given) ? given.told.text !== undefined && !given.told.text.includes('*') : analysis.textOf(given) !== undefined;
}

/** Koa hands out its routes by a call: `app.use(router.routes())`. */
function routerCall(node: ts.Expression): ts.Expression | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  return /^(routes|middleware|allowedMethods|callback)$/.test(node.expression.name.text) && node.arguments.length === 0
    ? node.expression.expression
    : undefined;
}

/** Names of what runs for requests. */
const runs = /auth|guard|middleware|require|protect|ensure|check|verify|limit|handler/i;

/** Is the first argument neither a readable path nor anything that runs? */
function isDoubtfulPrefix(analysis: FileAnalysis, given: Given): boolean {
  if (isTold(given))
    return (
      given.told.entity === undefined &&
      given.told.fn === undefined &&
      given.told.handler === undefined &&
      given.told.handlers === undefined &&
      given.told.path === undefined
    );
  const value = bare(given);
  if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value) && !ts.isElementAccessExpression(value)) return false;
  const refs = analysis.handlerRefs(value);
  // What a parameter holds is said elsewhere; its name tells whether that is a path.
  if (refs.some(({ held, name }) => held !== undefined && runs.test(name))) return false;
  return (
    !isRouter(analysis, value) &&
    refs.every(
      (ref) => ref.fn === undefined && ref.wraps === undefined && (ref.unresolved === true || ref.path?.startsWith('global#env') === true),
    )
  );
}
