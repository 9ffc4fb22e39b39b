import { ts } from 'ts-morph';
import { bare, constantString } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';
import type { Category, Source } from './traceParts';

/** Arguments of a method that become part of its result. The beginning of an address is that of the receiver. */
export function partsAdded(name: string, args: readonly ts.Expression[], category: Category): readonly ts.Expression[] {
  if (category === 'redirect' && name !== 'with') return [];
  return /^replace(All)?$/.test(name) ? args.slice(1) : args;
}

/** Arguments that a call hands on: where it is given functions, what they give. */
export function handedOn(analysis: FileAnalysis, args: readonly ts.Expression[]): readonly ts.Expression[] {
  const callbacks = args.filter((argument) => analysis.outline.byNode.has(bare(argument)));
  return callbacks.length > 0 ? callbacks : args;
}

/** Pieces of a text that is put together, in order. */
export function piecesOf(node: ts.Expression): (string | ts.Expression)[] {
  const inner = bare(node);
  const text = constantString(inner);
  if (text !== undefined) return [text];
  if (ts.isTemplateExpression(inner))
    return [inner.head.text, ...inner.templateSpans.flatMap((span) => [...piecesOf(span.expression), span.literal.text])];
  if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return [...piecesOf(inner.left), ...piecesOf(inner.right)];
  return [inner];
}

/** The text whose beginning `text.split('?')[0]` is. */
export function frontOf(analysis: FileAnalysis, node: ts.ElementAccessExpression, base: ts.Expression): ts.Expression | undefined {
  const call = node.argumentExpression.getText() === '0' ? analysis.resolver.deref(base) : undefined;
  const isSplit =
    call &&
    ts.isCallExpression(call) &&
    ts.isPropertyAccessExpression(call.expression) &&
    call.expression.name.text === 'split' &&
    /^[?#&]/.test(constantString(call.arguments[0]) ?? '');
  return isSplit ? (call.expression as ts.PropertyAccessExpression).expression : undefined;
}

/** Text of a regular expression with its flags, written out, behind a name or as `new RegExp(…)`. */
export function patternOf(analysis: FileAnalysis, node: ts.Expression): string | undefined {
  const value = analysis.resolver.deref(node);
  if (ts.isRegularExpressionLiteral(value)) return value.text;
  if (
    !(ts.isNewExpression(value) || ts.isCallExpression(value)) ||
    !ts.isIdentifier(value.expression) ||
    value.expression.text !== 'RegExp' ||
    !value.arguments?.[0]
  )
    return undefined;
  const text = constantString(value.arguments[0]);
  const flags = value.arguments[1] ? constantString(value.arguments[1]) : '';
  if (text === undefined) return patternOf(analysis, value.arguments[0]);
  return `/${text}/${flags ?? 'g'}`;
}

/** Are all angle brackets that begin a tag taken out, or put so that they begin none? */
export function removesTags(analysis: FileAnalysis, name: string, node: ts.Expression): boolean {
  const text = constantString(node);
  if (text !== undefined) return name === 'replaceAll' && text === '<';
  const pattern = patternOf(analysis, node);
  const parts = pattern === undefined ? null : /^\/(.*)\/([a-z]*)$/s.exec(pattern);
  if (!parts?.[2]!.includes('g')) return false;
  // Text between angle brackets as well: what its author meant is plain.
  return (
    /<\\?\/?\??\[\^/.test(parts[1]!) ||
    parts[1]!
      .replace(/^\((.*)\)$/, '$1')
      .split('|')
      .some((part) => /^\\?<$|^\[(?!\^)[^\]]*<[^\]]*\]\+?$/.test(part))
  );
}

/** `/[^a-z0-9_]/g` and `/\D/g`: whatever is not listed is taken out. */
export function removesOthers(node: ts.Expression): boolean {
  return ts.isRegularExpressionLiteral(node) && /^\/(?:\[\^|\\[DW]\+?\/[a-z]*g)/.test(node.text);
}

/** `/\.\./g` and `replaceAll('..', '')`: steps to the folder above are taken out, all of them. */
export function removesParents(name: string, node: ts.Expression): boolean {
  if (ts.isRegularExpressionLiteral(node)) return /^\/(?:\\\.\\\.|\\\.\{2,\}|\[[^\]]*\\?\.[^\]]*\]\+?)\/[a-z]*g/.test(node.text);
  return name === 'replaceAll' && constantString(node) === '..';
}

/** Quotes are taken care of wherever they stand: `replace(/'/g, …)`. */
export function escapesQuotes(name: string, node: ts.Expression): boolean {
  if (ts.isRegularExpressionLiteral(node)) return /^\/[([]?\\?['"].*\/[a-z]*g/.test(node.text);
  if (ts.isNewExpression(node)) return (node.arguments?.length ?? 0) > 1 && /['"]/.test(constantString(node.arguments![0]!) ?? '');
  return name === 'replaceAll' && /^['"]$/.test(constantString(node) ?? '');
}

/** Is a text made safe for a string in a script of a page: backslashes, quotes and the end of the script, all of each? */
export function escapesForScript(callee: ts.Expression): boolean {
  const taken: string[] = [];
  for (let node = bare(callee); ts.isPropertyAccessExpression(node) && /^replace(All)?$/.test(node.name.text);) {
    const call = node.parent;
    const pattern = ts.isCallExpression(call) ? call.arguments[0] : undefined;
    if (pattern && ts.isRegularExpressionLiteral(pattern) && /\/[a-z]*g[a-z]*$/.test(pattern.text)) taken.push(pattern.text);
    const before: ts.Expression = bare(node.expression);
    if (!ts.isCallExpression(before)) break;
    node = bare(before.expression);
  }
  return [/^\/\\\\\//, /^\/\\?'\//, /^\/<\\?\//].every((wanted) => taken.some((pattern) => wanted.test(pattern)));
}

/** What a method leaves of the page's own address: parts of it may lead anywhere. */
export function withoutOwn(name: string, args: readonly ts.Expression[], sources: Source[]): Source[] {
  const first = args[0];
  const text = first?.getText() ?? '';
  const cuts = /^(substring|substr|slice|at|splice)$/.test(name)
    ? text !== '0'
    : /^replace(All)?$/.test(name)
      ? /[#?]|\.[*+]/.test(text)
      : /^(split|get|getAll|pop|shift|find|filter|charAt|values|keys|entries)$/.test(name);
  if (!cuts) return sources;
  // Without its first letters, an address is a path.
  return sources.map((source) =>
    source.own && !(source.own === 'address' && /^[1-7]$/.test(text)) ? { ...source, own: undefined } : source,
  );
}
