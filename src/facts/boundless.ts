import { ts } from 'ts-morph';
import { bare, propertyAt } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';

/** Numbers that nothing that is sent is as long as. */
const boundless = /^(?:Number\.)?(?:POSITIVE_INFINITY|Infinity|MAX_SAFE_INTEGER|MAX_VALUE)$/;

/** Is a limit one that nothing reaches: `Infinity`, `Number.MAX_SAFE_INTEGER`, a constant that is one of these? */
export function isBoundless(analysis: FileAnalysis, node: ts.Expression): boolean {
  const value = bare(analysis.resolver.deref(node));
  return boundless.test(value.getText(value.getSourceFile()));
}

/** Does one of some arguments set such a limit by one of these options, nested ones with dots? */
export function setsNoBound(analysis: FileAnalysis, args: readonly ts.Expression[], options: readonly string[]): boolean {
  return options.some((option) =>
    args.some((arg) => {
      const value = propertyAt(arg, option, (node) => analysis.resolver.deref(node));
      return value !== undefined && !ts.isMethodDeclaration(value) && isBoundless(analysis, value);
    }),
  );
}
