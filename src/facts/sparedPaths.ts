import { ts } from 'ts-morph';
import type { HandlerRef, SomePaths } from '../model/facts';
import { bare, constantString, propertyAt } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';

type Spared = NonNullable<HandlerRef['except']>;

/** What an option says of paths that are passed over: texts, patterns, and paths with the methods that they are passed over for. */
export function sparedPaths(analysis: FileAnalysis, options: ts.Expression | undefined, option: string): Spared | undefined {
  const deref = (node: ts.Expression): ts.Expression => analysis.resolver.deref(node);
  const given = options && deref(options);
  if (!given || !ts.isObjectLiteralExpression(given)) return { paths: [] };
  const value = propertyAt(given, option, deref);
  // What else it is told, by method or by a function, may concern any path.
  if (!value || ts.isMethodDeclaration(value) || given.properties.length > 1) return { paths: [] };
  const listed = deref(value);
  const found: Spared = { paths: [] };
  for (const element of ts.isArrayLiteralExpression(listed) ? listed.elements : [listed]) {
    const pair = pairIn(analysis, deref(element));
    if (pair) {
      (found.pairs ??= []).push(pair);
      continue;
    }
    const named = pathIn(deref(element));
    if (!named) return { paths: [] };
    found.paths.push(...named.paths);
    if (named.exact) (found.exact ??= []).push(...named.exact);
  }
  return found.paths.length > 0 || found.exact || found.pairs ? found : undefined;
}

/** `{ url: '/items', methods: ['GET'] }` */
function pairIn(analysis: FileAnalysis, value: ts.Expression): (SomePaths & { methods: string[] }) | undefined {
  const deref = (node: ts.Expression): ts.Expression => analysis.resolver.deref(node);
  const [url, methods] = ['url', 'methods'].map((name) => propertyAt(value, name, deref));
  if (!url || !methods || ts.isMethodDeclaration(url) || ts.isMethodDeclaration(methods)) return undefined;
  const named = pathIn(deref(url));
  const list = deref(methods);
  if (!named || !ts.isArrayLiteralExpression(list)) return undefined;
  const names = list.elements.map((element) => constantString(element)?.toUpperCase());
  return names.every((name) => name !== undefined) ? { ...named, methods: names } : undefined;
}

/**
 * A text, which is compared with the whole path (run with express-unless 2.1: `/login` does not pass over `/login/x`), or what a pattern says that
 * paths begin with: `/^\/public/`, `/^\/public\/.*$/`.
 */
function pathIn(value: ts.Expression): SomePaths | undefined {
  const text = constantString(bare(value));
  if (text !== undefined) return text.startsWith('/') ? { paths: [], exact: [text] } : undefined;
  if (!ts.isRegularExpressionLiteral(value)) return undefined;
  const source = /^\/\^(.*?)(?:\\\/)?(?:\.\*)?\$?\/\w*$/.exec(value.text)?.[1]?.replace(/\\([/-])/g, '$1');
  return source !== undefined && /^(?:\/[\w-]+)+$/.test(source) ? { paths: [source] } : undefined;
}
