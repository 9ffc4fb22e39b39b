import { ts } from 'ts-morph';
import type { Outline } from './outline';

/** One export of a file: a value of its own, or something of another file. */
export type ExportEntry =
  | { name: string; value: ts.Expression | ts.FunctionDeclaration | ts.ClassLikeDeclaration; declaration?: ts.VariableDeclaration }
  | { name: string; type: ts.InterfaceDeclaration | ts.TypeAliasDeclaration }
  | { name: string; enumeration: ts.EnumDeclaration }
  | { name: string; specifier: string; original: string }
  | { star: string };

function isExported(node: ts.Node): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false);
}

function isDefault(node: ts.Node): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword) ?? false);
}

function variableExports(name: ts.BindingName, declaration: ts.VariableDeclaration, entries: ExportEntry[]): void {
  if (ts.isIdentifier(name)) entries.push({ name: name.text, value: name, declaration });
  else for (const element of name.elements) if (ts.isBindingElement(element)) variableExports(element.name, declaration, entries);
}

function commonJs(statement: ts.ExpressionStatement, entries: ExportEntry[]): void {
  const expression = statement.expression;
  if (
    !ts.isBinaryExpression(expression) ||
    expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken ||
    !ts.isPropertyAccessExpression(expression.left)
  )
    return;
  const { left, right } = expression;
  const isModule = ts.isIdentifier(left.expression) && left.expression.text === 'module' && left.name.text === 'exports';
  if (isModule) {
    entries.push({ name: 'default', value: right });
    if (ts.isObjectLiteralExpression(right)) {
      for (const property of right.properties) {
        if (ts.isShorthandPropertyAssignment(property)) entries.push({ name: property.name.text, value: property.name });
        else if (ts.isPropertyAssignment(property) && ts.isIdentifier(property.name))
          entries.push({ name: property.name.text, value: property.initializer });
      }
    }
    return;
  }
  const target = left.expression;
  const onExports =
    (ts.isIdentifier(target) && target.text === 'exports') ||
    (ts.isPropertyAccessExpression(target) &&
      ts.isIdentifier(target.expression) &&
      target.expression.text === 'module' &&
      target.name.text === 'exports');
  if (onExports) entries.push({ name: left.name.text, value: right });
}

/** All exports of a file, ES modules and CommonJS. */
export function exportsOf(outline: Outline): ExportEntry[] {
  const entries: ExportEntry[] = [];
  for (const statement of outline.source.statements) {
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
      if (isExported(statement))
        entries.push({ name: isDefault(statement) ? 'default' : (statement.name?.text ?? 'default'), value: statement });
    } else if (ts.isVariableStatement(statement)) {
      if (isExported(statement))
        for (const declaration of statement.declarationList.declarations) variableExports(declaration.name, declaration, entries);
    } else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      if (isExported(statement)) entries.push({ name: statement.name.text, type: statement });
    } else if (ts.isEnumDeclaration(statement)) {
      if (isExported(statement)) entries.push({ name: statement.name.text, enumeration: statement });
    } else if (ts.isExportAssignment(statement)) {
      entries.push({ name: 'default', value: statement.expression });
    } else if (ts.isExportDeclaration(statement)) {
      const specifier =
        statement.moduleSpecifier && ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : undefined;
      const clause = statement.exportClause;
      if (!clause) {
        if (specifier !== undefined) entries.push({ star: specifier });
      } else if (ts.isNamedExports(clause)) {
        for (const element of clause.elements) {
          const original = element.propertyName ?? element.name;
          if (specifier !== undefined) entries.push({ name: element.name.text, specifier, original: original.text });
          else if (ts.isIdentifier(original)) entries.push({ name: element.name.text, value: original });
        }
      } else if (specifier !== undefined) entries.push({ name: clause.name.text, specifier, original: '*' });
    } else if (ts.isExpressionStatement(statement)) commonJs(statement, entries);
  }
  return entries;
}
