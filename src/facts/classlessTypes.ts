import { ts } from 'ts-morph';
import type { FileAnalysis } from './analysis';

const { SyntaxKind } = ts;
const open: ReadonlySet<ts.SyntaxKind> = new Set([
  SyntaxKind.AnyKeyword,
  SyntaxKind.UnknownKeyword,
  SyntaxKind.ObjectKeyword,
  SyntaxKind.TypeLiteral,
  SyntaxKind.MappedType,
]);

/** Is a type gone when the code runs, so that nothing can go by a class of it: `any`, an interface, `{ title: string }`? In doubt it is there. */
export function isClassless(analysis: FileAnalysis, type: ts.TypeNode | undefined): boolean {
  if (!type || open.has(type.kind)) return true;
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return false;
  const name = type.typeName.text;
  if (name === 'Record') return true;
  const own = analysis.source.statements.find(
    (statement) => (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) && statement.name.text === name,
  );
  if (own) return !analysis.outline.classes.some((cls) => cls.name === name);
  const declaration = analysis.resolver.declarations.find(type.typeName);
  if (declaration?.kind !== 'import' || declaration.name === '*') return false;
  const target = analysis.project.module(analysis.file, declaration.specifier);
  return 'file' in target && analysis.project.exportOf(target.file, declaration.name) === undefined && isTypeOnly(type.typeName, analysis);
}

/** `import type { Order }` */
function isTypeOnly(name: ts.Identifier, analysis: FileAnalysis): boolean {
  return analysis.source.statements.some(
    (statement) =>
      ts.isImportDeclaration(statement) &&
      (statement.importClause?.isTypeOnly === true ||
        (statement.importClause?.namedBindings !== undefined &&
          ts.isNamedImports(statement.importClause.namedBindings) &&
          statement.importClause.namedBindings.elements.some((element) => element.isTypeOnly && element.name.text === name.text))) &&
      statement.getText(analysis.source).includes(name.text),
  );
}
