import { ts } from 'ts-morph';
import { placeInFlat } from './flat';

const { SyntaxKind, forEachChild } = ts;

/** Kinds of nodes that have the value of the expression inside them. A table, since this is asked millions of times. */
const transparent = new Uint8Array(1024);
for (const kind of [
  SyntaxKind.ParenthesizedExpression,
  SyntaxKind.AsExpression,
  SyntaxKind.NonNullExpression,
  SyntaxKind.SatisfiesExpression,
  SyntaxKind.TypeAssertionExpression,
  SyntaxKind.AwaitExpression,
])
  transparent[kind] = 1;

/** Takes off what does not change a value: parentheses, casts, `!`, `await`. */
export function bare(node: ts.Expression): ts.Expression {
  while (transparent[node.kind] === 1) node = (node as ts.ParenthesizedExpression).expression;
  return node;
}

/** The widest expression that still is the same value as `node`: through `await`, parentheses and casts. */
export function whole(node: ts.Expression): ts.Expression {
  while (node.parent && transparent[node.parent.kind] === 1) node = node.parent as ts.Expression;
  return node;
}

/** A constant string: literal, template without holes, or a concatenation of those. */
export function constantString(node: ts.Expression | undefined): string | undefined {
  if (!node) return undefined;
  node = bare(node);
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const left = constantString(node.left);
    const right = constantString(node.right);
    return left !== undefined && right !== undefined ? left + right : undefined;
  }
  return undefined;
}

/** Value of a property in an object literal; `true` for a method or shorthand that cannot be given as an expression. */
export function propertyOf(node: ts.Expression | undefined, name: string): ts.Expression | ts.MethodDeclaration | undefined {
  if (!node) return undefined;
  node = bare(node);
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  for (const property of node.properties) {
    if (!property.name || !(ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) || property.name.text !== name) continue;
    if (ts.isPropertyAssignment(property)) return property.initializer;
    if (ts.isShorthandPropertyAssignment(property)) return property.name;
    if (ts.isMethodDeclaration(property)) return property;
  }
  return undefined;
}

/** The same by names with dots between them; `behind` finds what stands behind a name. */
export function propertyAt(
  node: ts.Expression | undefined,
  names: string,
  behind: (node: ts.Expression) => ts.Expression,
): ts.Expression | ts.MethodDeclaration | undefined {
  let value: ts.Expression | ts.MethodDeclaration | undefined = node;
  for (const name of names.split('.')) value = value && !ts.isMethodDeclaration(value) ? propertyOf(behind(value), name) : undefined;
  return value;
}

/** Name of the member that an access takes, where it is written out: `a.b`, `a['b']`. */
export function memberName(node: ts.Expression): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return ts.isElementAccessExpression(node) ? constantString(node.argumentExpression) : undefined;
}

/** Whether an object literal has a spread, so that a missing property may still be there. */
export function hasSpread(node: ts.Expression | undefined): boolean {
  return (
    node !== undefined &&
    ts.isObjectLiteralExpression(bare(node)) &&
    (bare(node) as ts.ObjectLiteralExpression).properties.some(ts.isSpreadAssignment)
  );
}

/** Does `outer` contain `inner`, itself included? */
export function contains(outer: ts.Node, inner: ts.Node): boolean {
  return outer.pos <= inner.pos && inner.end <= outer.end;
}

/** Source text of an expression on one line, shortened. */
export function label(node: ts.Node, source: ts.SourceFile, limit = 60): string {
  const text = node.getText(source).replace(/\s+/g, ' ');
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}

/** Calls `visit` for a node and everything below it; stops below where `visit` returns false. */
export function walk(node: ts.Node, visit: (node: ts.Node) => boolean | void): void {
  const place = placeInFlat(node);
  if (!place) return walkTree(node, visit);
  const { nodes, ends } = place.flat;
  const end = ends[place.at]!;
  for (let at = place.at; at < end;) at = visit(nodes[at]!) === false ? ends[at]! : at + 1;
}

function walkTree(node: ts.Node, visit: (node: ts.Node) => boolean | void): void {
  if (visit(node) === false) return;
  forEachChild(node, (child) => walkTree(child, visit));
}

/** `null` and `undefined`: a name that gets its value later. */
export function isNothing(node: ts.Expression): boolean {
  return node.kind === SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined');
}

/** Does a name only say which member is meant, of what is read, written out or taken apart, and stand for no value itself? */
export function isMemberName(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent))
    return parent.name === node;
  return ts.isBindingElement(parent) && parent.propertyName === node;
}
