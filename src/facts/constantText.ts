import { ts } from 'ts-morph';
import { bare, constantString, propertyOf } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';

/** Text of a constant: written out, behind a name, a member of an object of constants, in this file or another. */
export function constantText(analysis: FileAnalysis, node: ts.Expression | undefined): string | undefined {
  if (!node) return undefined;
  const value = analysis.resolver.deref(node);
  const own = constantString(value);
  if (own !== undefined) return own;
  const members: string[] = [];
  let root = value;
  for (; ts.isPropertyAccessExpression(root); root = bare(root.expression)) members.unshift(root.name.text);
  if (root.kind === ts.SyntaxKind.ThisKeyword && members.length === 1) return analysis.resolver.members.textOfMember(root, members[0]!);
  if (!ts.isIdentifier(root)) return undefined;
  const declaration = analysis.resolver.declarations.find(root);
  if (declaration?.kind !== 'import') {
    let object: ts.Expression | ts.MethodDeclaration | undefined = members.length > 0 ? analysis.resolver.deref(root) : undefined;
    for (const member of members) object = object && !ts.isMethodDeclaration(object) ? propertyOf(object, member) : undefined;
    return object && !ts.isMethodDeclaration(object) ? constantString(analysis.resolver.deref(object)) : undefined;
  }
  const target = analysis.project.module(analysis.file, declaration.specifier);
  if (!('file' in target)) return undefined;
  const names = declaration.name === '*' ? members : [declaration.name, ...members];
  const first = names[0] === undefined ? undefined : analysis.project.exportOf(target.file, names[0]);
  if (!first || names.length === 1) return first?.text;
  return first.object === undefined ? undefined : analysis.project.exportOf(first.file, [first.object, ...names.slice(1)].join('.'))?.text;
}
