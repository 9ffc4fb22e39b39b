import { ts } from 'ts-morph';
import { bare, memberName } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';

/** Is one of these members given to a named object in a statement of its own: `options.take = 20`? */
export function isGivenLater(analysis: FileAnalysis, object: ts.Expression, members: readonly string[]): boolean {
  const value = bare(object);
  const declaration = ts.isIdentifier(value) ? analysis.resolver.declarations.find(value) : undefined;
  return (
    declaration !== undefined &&
    analysis.outline.memberAssignments.some(({ left }) => {
      if (!ts.isPropertyAccessExpression(left) && !ts.isElementAccessExpression(left)) return false;
      const owner = bare(left.expression);
      return (
        members.includes(memberName(left) ?? '') && ts.isIdentifier(owner) && analysis.resolver.declarations.find(owner) === declaration
      );
    })
  );
}
