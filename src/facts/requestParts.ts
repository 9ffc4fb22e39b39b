import { ts } from 'ts-morph';
import type { InputSource } from '../model/facts';
import type { PageRead } from '../model/library';
import { conditionOf } from '../syntax/conditions';
import { bare } from '../syntax/nodes';
import type { FunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import type { Category } from './traceParts';
import { shapesOf } from './pageSinks';

/** Part of the request that a path is, or lies in. */
export function inputOf(analysis: FileAnalysis, path: string | undefined): InputSource | 'identity' | undefined {
  for (let current = path; current !== undefined;) {
    const read = analysis.tables.read(current);
    if (read?.identity) return 'identity';
    if (read?.input) return read.input;
    if (read?.credential) return 'headers';
    const cut = current.lastIndexOf('.');
    if (cut === -1 || cut < current.indexOf('#')) return undefined;
    current = current.slice(0, cut);
  }
  return undefined;
}

/** What is taken from the part of the request that a path lies in. */
export function restOf(analysis: FileAnalysis, path = ''): string {
  if (!path.includes('()') && !path.endsWith('.length')) return '';
  for (let current = path; ; current = current.slice(0, current.lastIndexOf('.'))) {
    if (analysis.tables.read(current)?.input) return path.slice(current.length);
    if (!current.includes('.')) return '';
  }
}

/** Is the value the address that was asked for, as text or in parts? */
export function addressOf(analysis: FileAnalysis, path: string): boolean {
  // The path of any address may be read so; only that of a request counts.
  for (let current = path.replace(/\.clone\(\)$/, ''); !current.startsWith('global#');) {
    if (analysis.tables.read(current)?.path) return true;
    if (!current.endsWith('()')) return false;
    current = current.slice(0, current.lastIndexOf('.'));
  }
  return false;
}

/** Going where the request came to is harmless, as long as nothing that its query says is taken out of it. */
export function isOwnAddress(category: Category, steps: readonly string[]): boolean {
  // A link decides which page of the site is asked for, not where the site is.
  if (category === 'html') return /^(origin|host|hostname|protocol|port)$/.test(steps[0] ?? '');
  if (category !== 'url' && category !== 'redirect') return false;
  return (
    steps[0] === undefined ||
    /^(origin|host|hostname|protocol|port|href)$/.test(steps[0]) ||
    (category === 'redirect' && /^(pathname|path|search|hash)$/.test(steps[0]))
  );
}

/**
 * Only what was parsed from JSON, or by a query parser that makes objects, can be an object with operators. Without a path
 * nobody knows which framework parsed it.
 */
export function mayHoldOperators({ context, tables }: FileAnalysis, path: string | undefined, input: InputSource): boolean {
  const { dependencies } = context;
  if (dependencies && tables.removesOperators.some((name) => name in dependencies)) return false;
  if (input === 'body' || input === 'message' || input === 'arguments') return true;
  if (input !== 'query') return false;
  return tables.nestingQueries.some(({ id, packages: [name], nestsQuery }) => {
    if (path !== undefined && !path.startsWith(`${id}#`)) return false;
    const major = name === undefined ? undefined : /\d+/.exec(dependencies?.[name] ?? '')?.[0];
    return nestsQuery!(major === undefined ? undefined : Number(major));
  });
}

export const requestParts = new Map<string, InputSource>(
  Object.entries({ body: 'body', query: 'query', params: 'params', headers: 'headers', cookies: 'cookies' }),
);

/** Part of a request, where only the names say that one is given: `(req, res) => … req.query` of a framework that nobody names. */
export function partByName(fn: FunctionNode, index: number, member: string | undefined): InputSource | undefined {
  const named = (position: number, name: RegExp): boolean => {
    const parameter = fn.parameters[position]?.name;
    return parameter !== undefined && ts.isIdentifier(parameter) && name.test(parameter.text);
  };
  return member !== undefined && named(index, /^req(uest)?$/) && named(index + 1, /^res(ponse)?$/) ? requestParts.get(member) : undefined;
}

/** Does a function around the place compare the origin of something? */
export function looksAtSender(analysis: FileAnalysis, node: ts.Node): boolean {
  for (let fn = analysis.functionAround(node); fn; fn = fn.parent) {
    if (fn.ifs.some((test) => /\borigin\b/i.test(conditionOf(test).getText(analysis.source)))) return true;
  }
  return false;
}

/** What reading a value means in a page: by its path, or by how it is called where nobody could name it. */
export function readOfPage(analysis: FileAnalysis, node: ts.Expression): PageRead | undefined {
  const { page } = analysis.tables;
  const known = page.read(analysis.resolver.pathOf(node));
  if (known) return known;
  const call = ts.isCallExpression(node) ? '()' : '';
  for (const shape of shapesOf(analysis, bare(call ? (node as ts.CallExpression).expression : node))) {
    const found = page.read(`${shape}${call}`);
    if (found) return found;
  }
  return undefined;
}
