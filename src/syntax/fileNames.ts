import { ts } from 'ts-morph';
import { bare } from './nodes';

/** Where a name of a file comes from: `name` is what the module calls it, `default`, or `*` for all of the module. */
export interface NameOrigin {
  specifier: string;
  name: string;
}

/** Names at the top level of a file. */
export interface FileNames {
  /** Local name → what it is imported or required as. Types alone are left out. */
  imports: ReadonlyMap<string, NameOrigin>;
  /** Names that the file declares itself. */
  declared: ReadonlySet<string>;
  /** Specifiers of everything that is imported, types too. */
  modules: readonly string[];
}

/** Reads imports, requires and declarations at the top level of a file. */
export function namesOf(tree: ts.SourceFile): FileNames {
  const imports = new Map<string, NameOrigin>();
  const declared = new Set<string>();
  const modules = new Set<string>();
  for (const statement of tree.statements) {
    if (ts.isImportDeclaration(statement)) {
      addImports(statement, imports);
      if (ts.isStringLiteral(statement.moduleSpecifier)) modules.add(statement.moduleSpecifier.text);
    } else if (ts.isImportEqualsDeclaration(statement)) {
      const reference = statement.moduleReference;
      if (ts.isExternalModuleReference(reference) && ts.isStringLiteral(reference.expression))
        imports.set(statement.name.text, { specifier: reference.expression.text, name: 'default' });
    } else if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations) addVariable(declaration, imports, declared);
    } else if (
      (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement)) &&
      statement.name
    )
      declared.add(statement.name.text);
  }
  for (const { specifier } of imports.values()) modules.add(specifier);
  return { imports, declared, modules: [...modules] };
}

function addImports(statement: ts.ImportDeclaration, imports: Map<string, NameOrigin>): void {
  const clause = statement.importClause;
  if (!clause || clause.isTypeOnly || !ts.isStringLiteral(statement.moduleSpecifier)) return;
  const specifier = statement.moduleSpecifier.text;
  if (clause.name) imports.set(clause.name.text, { specifier, name: 'default' });
  const bindings = clause.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) imports.set(bindings.name.text, { specifier, name: '*' });
  else
    for (const element of bindings?.elements ?? [])
      if (!element.isTypeOnly) imports.set(element.name.text, { specifier, name: (element.propertyName ?? element.name).text });
}

function addVariable(declaration: ts.VariableDeclaration, imports: Map<string, NameOrigin>, declared: Set<string>): void {
  const required = requiredBy(declaration.initializer);
  if (ts.isIdentifier(declaration.name)) {
    if (required === undefined) declared.add(declaration.name.text);
    else imports.set(declaration.name.text, required);
    return;
  }
  for (const element of declaration.name.elements) {
    if (!ts.isBindingElement(element) || !ts.isIdentifier(element.name)) continue;
    const key = element.propertyName ?? element.name;
    if (required?.name === 'default' && ts.isIdentifier(key))
      imports.set(element.name.text, { specifier: required.specifier, name: key.text });
    else declared.add(element.name.text);
  }
}

/** `require('./x')` and `require('./x').name`. */
function requiredBy(value: ts.Expression | undefined): NameOrigin | undefined {
  const node = value && bare(value);
  if (!node) return undefined;
  if (ts.isPropertyAccessExpression(node)) {
    const whole = requiredBy(node.expression);
    return whole?.name === 'default' ? { specifier: whole.specifier, name: node.name.text } : undefined;
  }
  const argument =
    ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'require' ? node.arguments[0] : undefined;
  return argument && ts.isStringLiteral(argument) ? { specifier: argument.text, name: 'default' } : undefined;
}
