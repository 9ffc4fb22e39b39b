import { ts } from 'ts-morph';

/** One import of a source, in any form: static, dynamic, of types, re-export, `require`. */
export interface ImportedModule {
  specifier: string;
  /** 1-based. */
  line: number;
  /** Imported names; undefined when the whole module is named or only loaded. */
  names?: string[];
}

/** A name that is used without being declared by an import: `console`, `process`. */
export interface GlobalUse {
  name: string;
  /** 1-based. */
  line: number;
}

/** Parses a source with parent links. */
export function parseSource(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
}

function lineOf(node: ts.Node): number {
  const source = node.getSourceFile();
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => visit(child, see));
}

/** Every import of a source. */
export function importsOf(source: ts.SourceFile): ImportedModule[] {
  const found: ImportedModule[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, names?: string[]): void => {
    if (specifier && ts.isStringLiteralLike(specifier))
      found.push({ specifier: specifier.text, line: lineOf(node), ...(names ? { names } : {}) });
  };
  visit(source, (node) => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, namesOf(node.importClause));
    else if (ts.isExportDeclaration(node))
      add(
        node,
        node.moduleSpecifier,
        node.exportClause && ts.isNamedExports(node.exportClause)
          ? node.exportClause.elements.map((element) => (element.propertyName ?? element.name).text)
          : undefined,
      );
    else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference))
      add(node, node.moduleReference.expression);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node, node.argument.literal, node.qualifier ? [node.qualifier.getText(source).split('.')[0]!] : undefined);
    else if (
      ts.isCallExpression(node) &&
      (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText(source) === 'require')
    )
      add(node, node.arguments[0]);
  });
  return found;
}

function namesOf(clause: ts.ImportClause | undefined): string[] | undefined {
  if (!clause || clause.name || !clause.namedBindings || !ts.isNamedImports(clause.namedBindings)) return undefined;
  return clause.namedBindings.elements.map((element) => (element.propertyName ?? element.name).text);
}

/** Where the given global names are used as values. A name that the source declares itself anywhere counts as its own. */
export function globalUses(source: ts.SourceFile, names: ReadonlySet<string>): GlobalUse[] {
  const found: GlobalUse[] = [];
  const own = new Set<string>();
  visit(source, (node) => {
    if (!ts.isIdentifier(node) || !names.has(node.text)) return;
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) ? parent.name === node : ts.isQualifiedName(parent) && parent.right === node) return;
    const isNamed = 'name' in parent && parent.name === node;
    if (!isNamed) found.push({ name: node.text, line: lineOf(node) });
    else if (
      ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isImportClause(parent) ||
      ts.isImportSpecifier(parent)
    )
      own.add(node.text);
  });
  return found.filter(({ name }) => !own.has(name));
}
