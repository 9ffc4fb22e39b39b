import { ts } from 'ts-morph';
import type { FunctionNode } from './outline';

/** One step from a value to what a binding pattern takes from it: a member, an element, or the rest of an object. */
export type Step = { member: string } | { index: number } | { rest: true };

/** What a name stands for in its scope. */
export type Declaration =
  | { kind: 'import'; specifier: string; name: string; node: ts.Node; typeOnly: boolean }
  | { kind: 'variable'; node: ts.VariableDeclaration; steps: Step[]; defaults: ts.Expression[]; constant: boolean }
  | { kind: 'parameter'; fn: FunctionNode; index: number; node: ts.ParameterDeclaration; steps: Step[]; defaults: ts.Expression[] }
  | { kind: 'function'; node: ts.FunctionDeclaration }
  | { kind: 'class'; node: ts.ClassLikeDeclaration }
  | { kind: 'type'; node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration }
  | { kind: 'caught'; node: ts.CatchClause; steps: Step[] }
  | { kind: 'other'; node: ts.Node };

type Table = Map<string, Declaration>;

/** Kinds of nodes that open a scope; a table, since every ancestor of every name is asked. */
const scopes = new Uint8Array(1024);
for (const kind of [
  ts.SyntaxKind.SourceFile,
  ts.SyntaxKind.Block,
  ts.SyntaxKind.ModuleBlock,
  ts.SyntaxKind.CaseBlock,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.FunctionExpression,
  ts.SyntaxKind.ArrowFunction,
  ts.SyntaxKind.MethodDeclaration,
  ts.SyntaxKind.Constructor,
  ts.SyntaxKind.GetAccessor,
  ts.SyntaxKind.SetAccessor,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.CatchClause,
])
  scopes[kind] = 1;

function bindNames(
  name: ts.BindingName,
  make: (steps: Step[], defaults: ts.Expression[]) => Declaration,
  table: Table,
  steps: Step[] = [],
  defaults: ts.Expression[] = [],
): void {
  if (ts.isIdentifier(name)) {
    table.set(name.text, make(steps, defaults));
    return;
  }
  name.elements.forEach((element, index) => {
    if (!ts.isBindingElement(element)) return;
    const key = element.propertyName ?? element.name;
    const step: Step = element.dotDotDotToken
      ? { rest: true }
      : ts.isArrayBindingPattern(name)
        ? { index }
        : { member: ts.isIdentifier(key) || ts.isStringLiteral(key) ? key.text : '[]' };
    bindNames(element.name, make, table, [...steps, step], element.initializer ? [...defaults, element.initializer] : defaults);
  });
}

function declareVariables(list: ts.VariableDeclarationList, table: Table): void {
  const constant = (list.flags & (ts.NodeFlags.Const | ts.NodeFlags.Using)) !== 0;
  for (const node of list.declarations)
    bindNames(node.name, (steps, defaults) => ({ kind: 'variable', node, steps, defaults, constant }), table);
}

function declareImport(node: ts.ImportDeclaration, table: Table): void {
  if (!ts.isStringLiteral(node.moduleSpecifier) || !node.importClause) return;
  const specifier = node.moduleSpecifier.text;
  const clause = node.importClause;
  const typeOnly = clause.isTypeOnly;
  if (clause.name) table.set(clause.name.text, { kind: 'import', specifier, name: 'default', node: clause, typeOnly });
  const bindings = clause.namedBindings;
  if (!bindings) return;
  if (ts.isNamespaceImport(bindings)) table.set(bindings.name.text, { kind: 'import', specifier, name: '*', node: bindings, typeOnly });
  else
    for (const element of bindings.elements) {
      const name = (element.propertyName ?? element.name).text;
      table.set(element.name.text, { kind: 'import', specifier, name, node: element, typeOnly: typeOnly || element.isTypeOnly });
    }
}

function declareStatements(statements: readonly ts.Statement[], table: Table): void {
  for (const statement of statements) {
    if (ts.isVariableStatement(statement)) declareVariables(statement.declarationList, table);
    else if (ts.isFunctionDeclaration(statement)) {
      // An overload signature must not hide the implementation.
      if (statement.name && (statement.body || !table.has(statement.name.text)))
        table.set(statement.name.text, { kind: 'function', node: statement });
    } else if (ts.isClassDeclaration(statement)) {
      if (statement.name) table.set(statement.name.text, { kind: 'class', node: statement });
    } else if (ts.isImportDeclaration(statement)) declareImport(statement, table);
    else if (ts.isImportEqualsDeclaration(statement)) {
      const reference = statement.moduleReference;
      if (ts.isExternalModuleReference(reference) && ts.isStringLiteral(reference.expression)) {
        table.set(statement.name.text, {
          kind: 'import',
          specifier: reference.expression.text,
          name: '*',
          node: statement,
          typeOnly: false,
        });
      }
    } else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      // A value of the same name wins: `const X = …; type X = …`.
      if (!table.has(statement.name.text)) table.set(statement.name.text, { kind: 'type', node: statement });
    } else if (ts.isEnumDeclaration(statement)) {
      table.set(statement.name.text, { kind: 'other', node: statement });
    } else if (ts.isModuleDeclaration(statement)) {
      // `declare module 'express'` and `declare global` name nothing in the file, and a namespace adds to the class or function of its name.
      const names = ts.isIdentifier(statement.name) && !(statement.flags & ts.NodeFlags.GlobalAugmentation);
      if (names && !table.has(statement.name.text)) table.set(statement.name.text, { kind: 'other', node: statement });
    }
  }
}

/** Finds what names stand for, scope by scope, on demand: only scopes around names that matter are ever listed. */
export class Declarations {
  private readonly tables = new Map<ts.Node, Table | null>();

  /** The declaration that an identifier refers to, or undefined for globals. */
  find(identifier: ts.Identifier): Declaration | undefined {
    const name = identifier.text;
    for (let node: ts.Node | undefined = identifier.parent; node; node = node.parent) {
      if (scopes[node.kind] === 0) continue;
      const found = this.tableOf(node)?.get(name);
      if (found) return found;
    }
    return undefined;
  }

  /** Declarations of one scope: a file, block, function, loop head or catch clause. */
  tableOf(node: ts.Node): Table | undefined {
    const known = this.tables.get(node);
    if (known !== undefined) return known ?? undefined;
    const table: Table = new Map();
    if (ts.isSourceFile(node) || ts.isBlock(node) || ts.isModuleBlock(node)) declareStatements(node.statements, table);
    else if (ts.isCaseBlock(node)) for (const clause of node.clauses) declareStatements(clause.statements, table);
    else if (ts.isFunctionLike(node)) {
      const fn = node as FunctionNode;
      fn.parameters?.forEach((parameter, index) => {
        bindNames(parameter.name, (steps, defaults) => ({ kind: 'parameter', fn, index, node: parameter, steps, defaults }), table);
      });
      if (ts.isFunctionExpression(node) && node.name) table.set(node.name.text, { kind: 'other', node });
    } else if (ts.isForStatement(node) || ts.isForOfStatement(node) || ts.isForInStatement(node)) {
      if (node.initializer && ts.isVariableDeclarationList(node.initializer)) declareVariables(node.initializer, table);
    } else if (ts.isCatchClause(node)) {
      if (node.variableDeclaration) bindNames(node.variableDeclaration.name, (steps) => ({ kind: 'caught', node, steps }), table);
    }
    this.tables.set(node, table.size > 0 ? table : null);
    return table.size > 0 ? table : undefined;
  }
}
