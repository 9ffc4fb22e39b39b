import { ts } from 'ts-morph';
import type { AccessPath } from '../model/facts';
import { bare } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';

/** Access path of what a class extends, or of a guard that stands in a list; one that is told to be lenient has a path of its own. */
export function heritageOf(analysis: FileAnalysis, node: ts.Expression): AccessPath | undefined {
  const path = analysis.resolver.pathOf(node);
  const value = bare(node);
  if (path === undefined || !ts.isCallExpression(value)) return path;
  const name = path.replace(/\(\)$/, '');
  const variants = analysis.tables.call(name)?.guard?.variants;
  const told = variants && value.arguments[0] ? textsIn(analysis, value.arguments[0]) : [];
  const variant = variants?.find((text) => told.includes(text));
  return variant === undefined ? path : `${name}.${variant}${path.slice(name.length)}`;
}

/** Constant texts of an expression or of the elements of a list. */
function textsIn(analysis: FileAnalysis, node: ts.Expression): string[] {
  const value = analysis.resolver.deref(node);
  if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap((element) => textsIn(analysis, element));
  const text = analysis.textOf(value);
  return text === undefined ? [] : [text];
}
