import { ts } from 'ts-morph';
import type { FileAnalysis } from './analysis';

/** Types whose values are no text of the caller's choice: numbers, dates, unions of constants. */
export function isCleanType(analysis: FileAnalysis, type: ts.TypeNode | 'unknown' | undefined, depth = 4): boolean {
  if (!type || type === 'unknown' || depth === 0) return false;
  switch (type.kind) {
    case ts.SyntaxKind.NumberKeyword:
    case ts.SyntaxKind.BooleanKeyword:
    case ts.SyntaxKind.BigIntKeyword:
    case ts.SyntaxKind.LiteralType:
    case ts.SyntaxKind.UndefinedKeyword:
    case ts.SyntaxKind.NullKeyword:
    case ts.SyntaxKind.TypeOperator:
      return true;
  }
  if (ts.isUnionTypeNode(type)) return type.types.every((part) => isCleanType(analysis, part, depth - 1));
  if (ts.isArrayTypeNode(type)) return isCleanType(analysis, type.elementType, depth - 1);
  if (ts.isParenthesizedTypeNode(type)) return isCleanType(analysis, type.type, depth - 1);
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return false;
  if (type.typeName.text === 'Date') return true;
  if (/^(Array|ReadonlyArray|Set)$/.test(type.typeName.text) && type.typeArguments?.[0])
    return isCleanType(analysis, type.typeArguments[0], depth - 1);
  const declaration = analysis.resolver.declarations.find(type.typeName);
  if (declaration?.kind === 'other' && ts.isEnumDeclaration(declaration.node)) return true;
  return (
    declaration?.kind === 'type' && ts.isTypeAliasDeclaration(declaration.node) && isCleanType(analysis, declaration.node.type, depth - 1)
  );
}

/** Type of a member of a declared type; `unknown` when it is declared where nobody looks. */
export function memberType(
  analysis: FileAnalysis,
  type: ts.TypeNode | undefined,
  steps: readonly string[],
): ts.TypeNode | 'unknown' | undefined {
  let current = type;
  for (const step of steps) {
    if (!current) return undefined;
    if (current.kind === ts.SyntaxKind.AnyKeyword || current.kind === ts.SyntaxKind.UnknownKeyword) return undefined;
    if (ts.isArrayTypeNode(current)) {
      current = step === '[]' ? current.elementType : undefined;
      continue;
    }
    let members: readonly ts.TypeElement[] | undefined = ts.isTypeLiteralNode(current) ? current.members : undefined;
    if (ts.isTypeReferenceNode(current) && ts.isIdentifier(current.typeName)) {
      const declaration = analysis.resolver.declarations.find(current.typeName);
      if (declaration?.kind !== 'type') return 'unknown';
      members = ts.isInterfaceDeclaration(declaration.node)
        ? declaration.node.members
        : ts.isTypeLiteralNode(declaration.node.type)
          ? declaration.node.type.members
          : undefined;
    }
    if (!members) return 'unknown';
    const member: ts.TypeElement | undefined = members.find(
      (candidate) =>
        candidate.name !== undefined &&
        (ts.isIdentifier(candidate.name) || ts.isStringLiteral(candidate.name)) &&
        candidate.name.text === step,
    );
    current = member && ts.isPropertySignature(member) ? member.type : undefined;
  }
  return current;
}
