import { ts } from 'ts-morph';
import type { HandlerRef, MountFact } from '../../model/facts';
import type { FileRoute, Library } from '../../model/library';
import { bare, constantString, propertyOf } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';
import { refsOf } from './fileRoutes';

/** Do requests get around the middleware in the version that the package depends on? */
function optimism(
  analysis: FileAnalysis,
  { package: name, bypassed }: NonNullable<FileRoute['optimistic']>,
): NonNullable<MountFact['optimistic']> {
  const version = analysis.context.dependencies?.[name]
    ?.match(/\d+(?:\.\d+){0,2}/)?.[0]
    ?.split('.')
    .map(Number);
  const fixed = bypassed.fixedIn.map((text) => text.split('.').map(Number)).find(([major]) => major === version?.[0]);
  if (!version || version.length < 3 || !fixed) return {};
  const isOld = version[1]! < fixed[1]! || (version[1] === fixed[1] && version[2]! < fixed[2]!);
  return isOld ? { bypass: bypassed.advisory } : {};
}

function isMiddleware(name: string): boolean {
  return /^(default|middleware|proxy|onRequest|handle)$/.test(name);
}

/** What a file passes on from another one, or from a package: `export { auth as middleware } from './auth'`. */
function passedOn(
  analysis: FileAnalysis,
  { name, specifier, original }: { name: string; specifier: string; original: string },
): HandlerRef {
  const span = { start: 0, end: 0 };
  const target = analysis.project.module(analysis.file, specifier);
  if ('package' in target) return { name, span, path: `${target.package}#${original === 'default' ? '' : original}` };
  const found = 'file' in target ? analysis.project.exportOf(target.file, original) : undefined;
  if (found?.fn !== undefined) return { name, span, fn: { file: found.file, id: found.fn } };
  if (found?.handler) return { ...found.handler, name, span };
  return { name, span, ...(found?.path === undefined ? { unresolved: true } : { path: found.path }) };
}

export function middlewareOf(analysis: FileAnalysis, route: FileRoute & { library: Library }): MountFact | undefined {
  let chain: HandlerRef[] = [];
  let node: ts.Node | undefined;
  let matchers: string[] | undefined;
  const partial: string[] = [];
  let dynamicMatcher = false;
  for (const entry of analysis.exports) {
    if ('specifier' in entry && isMiddleware(entry.name)) {
      chain = [passedOn(analysis, entry)];
      node = analysis.outline.exports[0] ?? analysis.source;
    }
    if (!('value' in entry)) continue;
    if (isMiddleware(entry.name)) {
      const ref = refsOf(analysis, entry.value);
      if (ref) chain = [ref];
      node = ts.isFunctionDeclaration(entry.value) ? (entry.value.name ?? entry.value) : entry.value;
    } else if (entry.name === 'config' && ts.isExpression(entry.value)) {
      const matcher = propertyOf(analysis.resolver.deref(entry.value), 'matcher');
      if (!matcher || ts.isMethodDeclaration(matcher)) continue;
      const value = bare(matcher);
      const elements = ts.isArrayLiteralExpression(value) ? [...value.elements] : [value];
      matchers = [];
      for (const element of elements) {
        const source = propertyOf(element, 'source');
        const text = constantString(source && !ts.isMethodDeclaration(source) ? source : element);
        if (text === undefined) dynamicMatcher = true;
        // Whoever makes the request decides which headers and cookies it has.
        else if (['has', 'missing'].some((name) => propertyOf(element, name) !== undefined)) partial.push(text);
        else matchers.push(text);
      }
    }
  }
  if (!node) return undefined;
  return {
    ...analysis.base(node),
    kind: 'mount',
    framework: route.library.id,
    registrar: `file-routes:${analysis.context.packageDir}`,
    order: 0,
    prefix: '',
    chain,
    mounts: [],
    reach: 'global',
    ...(route.optimistic ? { optimistic: optimism(analysis, route.optimistic) } : {}),
    ...(matchers ? { matchers } : {}),
    ...(partial.length > 0 ? { partial } : {}),
    ...(dynamicMatcher ? { dynamicMatcher } : {}),
  };
}
