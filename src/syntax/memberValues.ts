import { ts } from 'ts-morph';
import type { Declarations } from './declarations';
import { bare } from './nodes';
import type { Outline } from './outline';

/** What statements of a file put into a member of a named object; the global object has two names. */
export function memberValues(outline: Outline, declarations: Declarations, object: ts.Identifier, name: string): ts.Expression[] {
  const declaration = declarations.find(object);
  const isGlobal = declaration === undefined;
  return outline.memberAssignments.flatMap(({ left, right }) => {
    if (!ts.isPropertyAccessExpression(left) || left.name.text !== name) return [];
    const owner = bare(left.expression);
    if (!ts.isIdentifier(owner) || (isGlobal ? !/^global(?:This)?$/.test(owner.text) : owner.text !== object.text)) return [];
    return declarations.find(owner) === declaration ? [right] : [];
  });
}

/** Names of the members of a named object that statements of a file give a value. */
export function membersGiven(outline: Outline, declarations: Declarations, object: ts.Identifier): string[] {
  const declaration = declarations.find(object);
  const names = new Set<string>();
  for (const { left } of declaration ? outline.memberAssignments : []) {
    if (!ts.isPropertyAccessExpression(left)) continue;
    const owner = bare(left.expression);
    if (ts.isIdentifier(owner) && owner.text === object.text && declarations.find(owner) === declaration) names.add(left.name.text);
  }
  return [...names];
}
