import { ts } from 'ts-morph';
import type { Span } from '../model/finding';
import { walk } from '../syntax/nodes';
import { isFunctionNode, type FunctionNode } from '../syntax/outline';

/** The outermost node that covers exactly the span (an expression rather than the statement that is nothing else), else the innermost node that contains it. */
export function nodeAt(tree: ts.SourceFile, span: Span): ts.Node {
  let found: ts.Node = tree;
  let exact: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    const start = node.getStart(tree);
    if (start > span.start || node.end < span.end) return;
    if (start === span.start && node.end === span.end && (!exact || ts.isExpressionStatement(exact))) exact = node;
    found = node;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(tree, visit);
  return exact ?? found;
}

/** Nodes around a node, innermost first, itself included. */
export function* outwards(node: ts.Node): Generator<ts.Node> {
  for (let current: ts.Node | undefined = node; current; current = current.parent) yield current;
}

/** The nearest node outwards, itself included, that passes the test. */
export function ancestor<T extends ts.Node>(node: ts.Node, test: (node: ts.Node) => node is T): T | undefined {
  for (const current of outwards(node)) if (test(current)) return current;
  return undefined;
}

/** The innermost function around a node, itself included. */
export function functionAround(node: ts.Node): FunctionNode | undefined {
  return ancestor(node, isFunctionNode);
}

/** The first node below (itself included) that passes the test, in document order. */
export function firstBelow<T extends ts.Node>(node: ts.Node, test: (node: ts.Node) => node is T): T | undefined {
  let found: T | undefined;
  walk(node, (inner) => {
    if (!found && test(inner)) found = inner;
    return found === undefined;
  });
  return found;
}

/** All nodes below (itself included) that pass the test; functions inside are looked into when `deep` is set. */
export function allBelow<T extends ts.Node>(node: ts.Node, test: (node: ts.Node) => node is T, deep = true): T[] {
  const found: T[] = [];
  walk(node, (inner) => {
    if (!deep && inner !== node && isFunctionNode(inner)) return false;
    if (test(inner)) found.push(inner);
    return true;
  });
  return found;
}

/** The call that a span stands for: the node itself, what it awaits, or the first call in it. */
export function callAt(tree: ts.SourceFile, span: Span): ts.CallExpression | ts.NewExpression | undefined {
  const node = nodeAt(tree, span);
  return firstBelow(node, isCall) ?? ancestor(node, isCall);
}

export function isCall(node: ts.Node): node is ts.CallExpression | ts.NewExpression {
  return ts.isCallExpression(node) || ts.isNewExpression(node);
}

/** Is the identifier a value, and not a member name, a property key or a type? */
export function isReference(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent) || ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent))
    return false;
  if (ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isJsxAttribute(parent)) return false;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) return parent.initializer === node;
  return !(ts.isFunctionDeclaration(parent) || ts.isFunctionExpression(parent) || ts.isClassDeclaration(parent)) || parent.name !== node;
}

/** References to a name below a node. Scopes that bind the same name again are left out. */
export function referencesTo(name: string, node: ts.Node): ts.Identifier[] {
  const found: ts.Identifier[] = [];
  walk(node, (inner) => {
    if (inner !== node && rebinds(inner, name)) return false;
    if (ts.isIdentifier(inner) && inner.text === name && isReference(inner)) found.push(inner);
    return true;
  });
  return found;
}

/** Names that a binding introduces, with the identifiers that do. */
export function bindings(name: ts.BindingName): ts.Identifier[] {
  if (ts.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? bindings(element.name) : []));
}

function rebinds(node: ts.Node, name: string): boolean {
  const binds = (binding: ts.BindingName): boolean => bindings(binding).some((identifier) => identifier.text === name);
  if (ts.isCatchClause(node)) return node.variableDeclaration !== undefined && binds(node.variableDeclaration.name);
  if (isFunctionNode(node)) return node.parameters.some((parameter) => binds(parameter.name));
  if (ts.isBlock(node)) return declares(node, name);
  return false;
}

function declares(block: ts.Block | ts.SourceFile | ts.CaseBlock, name: string): boolean {
  const statements = ts.isCaseBlock(block) ? block.clauses.flatMap((clause) => [...clause.statements]) : block.statements;
  return statements.some((statement) => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.some((d) => bindings(d.name).some((id) => id.text === name));
    return (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name?.text === name;
  });
}

/** Would a new variable of that name, declared in the block around `place`, clash with what is there? */
export function isTaken(name: string, place: ts.Node): boolean {
  const block = ancestor(place.parent ?? place, (node): node is ts.Block | ts.SourceFile => ts.isBlock(node) || ts.isSourceFile(node));
  if (!block) return true;
  if (declares(block, name) || referencesTo(name, block).length > 0) return true;
  const owner = block.parent;
  if (owner && isFunctionNode(owner)) return owner.parameters.some((parameter) => bindings(parameter.name).some((id) => id.text === name));
  return owner !== undefined && ts.isCatchClause(owner) && rebinds(owner, name);
}

/** The first of the names that is free around `place`; the last one gets a number if none is. */
export function freeName(names: readonly string[], place: ts.Node): string {
  for (const name of names) if (!isTaken(name, place)) return name;
  const last = names[names.length - 1]!;
  for (let n = 2; ; n++) if (!isTaken(`${last}${n}`, place)) return `${last}${n}`;
}

/** The first of the names that is mentioned nowhere below a node, not even in scopes of its own, and free around `place`. */
export function unusedName(names: readonly string[], below: ts.Node, place: ts.Node): string {
  const used = new Set(
    allBelow(below, ts.isIdentifier)
      .filter(
        (identifier) => isReference(identifier) || ts.isBindingElement(identifier.parent) || ts.isVariableDeclaration(identifier.parent),
      )
      .map((identifier) => identifier.text),
  );
  return names.find((name) => !used.has(name) && !isTaken(name, place)) ?? freeName(names, place);
}

/** A name that occurs nowhere in the file as an identifier. */
export function freeInFile(name: string, tree: ts.SourceFile): string {
  const used = new Set(allBelow(tree, ts.isIdentifier).map((identifier) => identifier.text));
  if (!used.has(name)) return name;
  for (let n = 2; ; n++) if (!used.has(`${name}${n}`)) return `${name}${n}`;
}

/** The variable declaration or parameter that a name means at a place, looked up through the scopes of the file. */
export function declarationOf(
  name: string,
  place: ts.Node,
): ts.VariableDeclaration | ts.ParameterDeclaration | ts.FunctionDeclaration | undefined {
  for (const scope of outwards(place)) {
    if (isFunctionNode(scope)) {
      const parameter = scope.parameters.find((candidate) => bindings(candidate.name).some((id) => id.text === name));
      if (parameter) return parameter;
    }
    if (!ts.isBlock(scope) && !ts.isSourceFile(scope) && !ts.isCaseOrDefaultClause(scope)) continue;
    for (const statement of scope.statements) {
      if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) return statement;
      if (!ts.isVariableStatement(statement)) continue;
      const declaration = statement.declarationList.declarations.find((candidate) =>
        bindings(candidate.name).some((id) => id.text === name),
      );
      if (declaration) return declaration;
    }
  }
  return undefined;
}

/** The node with parentheses, casts and `!` around it: what has to be replaced to replace the value. */
export function withCasts(node: ts.Node): ts.Node {
  let current = node;
  while (
    current.parent &&
    (ts.isParenthesizedExpression(current.parent) ||
      ts.isAsExpression(current.parent) ||
      ts.isNonNullExpression(current.parent) ||
      ts.isSatisfiesExpression(current.parent) ||
      ts.isTypeAssertionExpression(current.parent))
  ) {
    current = current.parent;
  }
  return current;
}
