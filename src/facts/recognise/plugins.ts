import { ts } from 'ts-morph';
import type { FunctionRef, MountFact } from '../../model/facts';
import { whole } from '../../syntax/nodes';
import type { CallSite, FileAnalysis } from '../analysis';
import { givenTo } from './givenArguments';
import { loadedFrom } from './loadedFolders';
import { serverOf } from './socketServers';
import { isRoot, isRouter } from './mountCalls';

/** What a plugin is given as its options, and the function that makes it: `register(usersPlugin(guard), { preHandler })`. */
export function givenToPlugin(
  analysis: FileAnalysis,
  plugin: ts.Expression,
  fn: FunctionRef,
  [, options]: readonly ts.Expression[],
): NonNullable<MountFact['given']> {
  const value = analysis.resolver.deref(plugin);
  const maker = ts.isCallExpression(value) ? analysis.resolver.functionOf(value.expression) : undefined;
  // The first parameter is the application.
  return [
    ...givenTo(analysis, fn, options ? [undefined, options] : []),
    ...(maker ? givenTo(analysis, maker.ref, (value as ts.CallExpression).arguments) : []),
  ];
}

export function isPackagePlugin(analysis: FileAnalysis, node: ts.Expression): boolean {
  const value = analysis.resolver.deref(node);
  const path = analysis.resolver.pathOf(
    ts.isCallExpression(value) && value.expression.kind !== ts.SyntaxKind.ImportKeyword ? value.expression : value,
  );
  return path !== undefined && !/^(file|module|object|global)[:#]/.test(path) && !analysis.tables.call(path)?.guard;
}

export function pluginOf(analysis: FileAnalysis, node: ts.Expression): { entity: string; fn: FunctionRef; shared: boolean } | undefined {
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
    // A function of the project may give the plugin, whatever it is given: `app.register(usersPlugin(guard))`.
    const made = ts.isCallExpression(value) ? exported?.fn : undefined;
    const wrapped = made ? undefined : exported?.wraps?.[0]?.fn;
    const inner = wrapped ?? made;
    return inner
      ? { entity: `${inner.file}#${inner.id}.param0`, fn: inner, shared: wrapped !== undefined && exported?.path === 'fastify-plugin#' }
      : undefined;
  }
  return { entity: `${found.ref.file}#${found.ref.id}.param0`, fn: found.ref, shared: false };
}

/** What the files of a folder export as a plugin, where a loop registers all of them. */
export function pluginsLoaded(analysis: FileAnalysis, node: ts.Expression): { entity: string; shared: boolean }[] | undefined {
  return loadedFrom(analysis, node)?.flatMap((file) => {
    const found = analysis.project.exportOf(file, 'default');
    const wrapped = found?.handler?.wraps?.[0]?.fn;
    const fn = wrapped ?? found?.handler?.fn ?? (found?.fn === undefined ? undefined : { file: found.file, id: found.fn });
    return fn
      ? [{ entity: `${fn.file}#${fn.id}.param0`, shared: wrapped !== undefined && found?.handler?.path === 'fastify-plugin#' }]
      : [];
  });
}

/** An app or router given to a function of the project: what the function registers belongs to it. */
export function handedOver(analysis: FileAnalysis, site: CallSite): MountFact[] | undefined {
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
      given: givenTo(analysis, callee.ref, args),
    });
  });
  return facts;
}

/** A router or an application that a function of the project makes: what the function registers on it is served wherever it is mounted. */
export function madeBy(analysis: FileAnalysis, site: CallSite): MountFact | undefined {
  const { node } = site;
  // What nobody keeps serves nothing.
  if (site.role || !site.callee?.startsWith('file:') || ts.isExpressionStatement(whole(node).parent)) return undefined;
  const template = analysis.resolver.entities.templateOf(node);
  const registrar = template === undefined ? undefined : analysis.resolver.entityOf(node);
  if (template === undefined || registrar === undefined) return undefined;
  const rooted = isRoot(analysis, node) ? { rooted: true as const } : {};
  const maker = ts.isCallExpression(node) ? analysis.resolver.functionOf(node.expression) : undefined;
  const given = maker ? { given: givenTo(analysis, maker.ref, node.arguments ?? []) } : {};
  return {
    ...analysis.base(node),
    kind: 'mount',
    framework: '',
    registrar,
    ...rooted,
    order: node.end,
    prefix: '',
    chain: [],
    mounts: [template],
    reach: 'before',
    alias: true,
    made: true,
    ...given,
  };
}
