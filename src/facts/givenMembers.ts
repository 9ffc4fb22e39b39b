import { ts } from 'ts-morph';
import { bare, hasSpread, propertyOf } from '../syntax/nodes';

/** What a call gives for a parameter, or in it for the members that are validated. */
export function givenFor(
  argument: ts.Expression | undefined,
  members: { names: readonly string[]; parts?: true } | undefined,
): ts.Expression[] {
  if (!argument) return [];
  const object = bare(argument);
  if (!members) return [argument];
  if (!ts.isObjectLiteralExpression(object) || hasSpread(object)) return members.parts ? [] : [argument];
  return members.names.flatMap((name) => {
    const value = propertyOf(object, name);
    return value && !ts.isMethodDeclaration(value) ? [value] : [];
  });
}
