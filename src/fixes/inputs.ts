import { ts } from 'ts-morph';
import type { RequestInput } from '../model/facts';
import { contains, whole } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { Draft } from './edits';
import type { Handler } from './handlers';
import { allBelow, firstBelow, nodeAt, outwards, referencesTo, withCasts } from './nodes';
import { statementOf } from './statements';

/** What a request input looks like in the code. */
export interface Input {
  /** One place where it is read. */
  node: ts.Node;
  /** Expression to hand to a validator. */
  raw: string;
  /** What has to be replaced by the validated value; with `field`, by that member of it. */
  uses: { node: ts.Node; field?: string }[];
  /** The statement before which validation has to run; absent in functions with an expression body. */
  first?: ts.Statement;
  /** Variable that takes the value as it was sent. */
  declaration?: ts.VariableDeclaration;
  /** Type that the author asserted or declared. */
  type?: ts.TypeNode;
  /** Parameters that each are a field of their own: `cancel(bookingId: string)`. */
  parameters?: ts.ParameterDeclaration[];
  /** Reading it again gives the same value (`req.body`, not `await request.json()`). */
  repeatable: boolean;
}

const member = /\.(body|query|params|headers|cookies)$/;
const reader = /\.(json|formData|body|query|param|text)\(\)$/;

/** Finds the input that a fact is about, and everything in the handler that uses it. Undefined when it cannot be replaced. */
export function findInput(draft: Draft, fact: RequestInput, handler: Handler): Input | undefined {
  const place = nodeAt(draft.tree, fact.span);
  if (!handler.fn.body) return undefined;
  if (fact.source === 'form') return formInput(place, handler.fn.body);
  if (fact.source === 'arguments' || fact.source === 'message') return parameterInput(draft, place, handler.fn);
  const expression = readIn(place, draft);
  if (!expression) return undefined;
  const text = draft.textOf(expression);
  const repeatable = !ts.isAwaitExpression(expression) && !ts.isCallExpression(expression);
  const same = repeatable
    ? allBelow(handler.fn.body, ts.isPropertyAccessExpression).filter((node) => draft.textOf(node) === text)
    : [expression];
  if (same.some(isWritten)) return undefined;
  const uses = same.map((node) => ({ node: outermostCast(node) }));
  const first = commonStatement(same, handler.fn.body);
  const declaration = declarationWith(expression);
  const input: Input = { node: expression, raw: text, uses, repeatable };
  if (first) input.first = first;
  else if (ts.isBlock(handler.fn.body)) return undefined;
  if (declaration) input.declaration = declaration;
  const type = typeAround(expression) ?? declaration?.type;
  if (type) input.type = type;
  return input;
}

/** The whole input at or inside a node: `req.body` of `req.body.email`, `await request.json()` of a declaration. */
function readIn(place: ts.Node, draft: Draft): ts.Expression | undefined {
  const isRead = (node: ts.Node): node is ts.Expression => {
    if (ts.isPropertyAccessExpression(node)) return member.test(draft.textOf(node));
    return ts.isCallExpression(node) && reader.test(draft.textOf(node));
  };
  let found = firstBelow(place, isRead);
  for (const node of outwards(place)) {
    if (found || ts.isStatement(node)) break;
    if (isRead(node)) found = node;
  }
  if (!found) {
    // Next.js hands path parameters over as a promise.
    return ts.isAwaitExpression(place) || (ts.isIdentifier(place) && ts.isAwaitExpression(place.parent))
      ? ts.isAwaitExpression(place)
        ? place
        : (place.parent as ts.Expression)
      : undefined;
  }
  const promised = withCatch(found);
  const outer = promised.parent;
  if (ts.isAwaitExpression(outer)) return outer;
  // What a promise gives is known only where somebody waits for it.
  return promised !== found || /\.(json|formData|text)\(\)$/.test(draft.textOf(found)) ? undefined : found;
}

/** `request.json().catch(() => ({}))` reads what `request.json()` reads. */
function withCatch(read: ts.Expression): ts.Expression {
  const { parent } = read;
  const isCaught =
    ts.isPropertyAccessExpression(parent) &&
    parent.expression === read &&
    parent.name.text === 'catch' &&
    ts.isCallExpression(parent.parent) &&
    parent.parent.expression === parent;
  return isCaught ? (parent.parent as ts.CallExpression) : read;
}

function isWritten(node: ts.Node): boolean {
  const target = ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node ? node.parent : node;
  const parent = target.parent;
  return (
    (ts.isBinaryExpression(parent) &&
      parent.left === target &&
      parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment) ||
    ts.isDeleteExpression(parent)
  );
}

/** The value with its parentheses and assertions, which the schema makes superfluous. */
function outermostCast(node: ts.Node): ts.Node {
  const outer = withCasts(node);
  let asserted = false;
  for (const current of outwards(node)) {
    if (ts.isAsExpression(current) || ts.isTypeAssertionExpression(current) || ts.isSatisfiesExpression(current)) asserted = true;
    if (current === outer) break;
  }
  if (asserted) return outer;
  return ts.isParenthesizedExpression(node.parent) && ts.isAwaitExpression(node) ? node.parent : node;
}

function typeAround(node: ts.Node): ts.TypeNode | undefined {
  for (const current of outwards(node)) {
    if (ts.isAsExpression(current) || ts.isTypeAssertionExpression(current)) return current.type;
    if (!ts.isParenthesizedExpression(current) && current !== node) return undefined;
  }
  return undefined;
}

function declarationWith(expression: ts.Expression): ts.VariableDeclaration | undefined {
  const parent = whole(expression).parent;
  return ts.isVariableDeclaration(parent) ? parent : undefined;
}

/** The first statement of the innermost block that holds all nodes. */
function commonStatement(nodes: readonly ts.Node[], body: ts.ConciseBody | ts.Block): ts.Statement | undefined {
  if (!ts.isBlock(body) || nodes.length === 0) return undefined;
  let block: ts.Block = body;
  for (;;) {
    const holding: ts.Statement[] = block.statements.filter((statement) => nodes.some((node) => contains(statement, node)));
    const only = holding[0];
    if (!only) return undefined;
    const inner: ts.Block | undefined = holding.length === 1 ? innerBlock(only, nodes) : undefined;
    if (!inner) return only;
    block = inner;
  }
}

/** A block inside a statement that holds all nodes, without leaving the function. */
function innerBlock(statement: ts.Statement, nodes: readonly ts.Node[]): ts.Block | undefined {
  const holds = (block: ts.Block | undefined): boolean => block !== undefined && nodes.every((node) => contains(block, node));
  if (ts.isTryStatement(statement)) return [statement.tryBlock, statement.catchClause?.block, statement.finallyBlock].find(holds);
  if (ts.isIfStatement(statement))
    return [statement.thenStatement, statement.elseStatement].filter((s): s is ts.Block => s !== undefined && ts.isBlock(s)).find(holds);
  return ts.isBlock(statement) && holds(statement) ? statement : undefined;
}

/** `formData.get('email')` and its like, for a form that was read into a variable or came as an argument. */
function formInput(place: ts.Node, body: ts.ConciseBody | ts.Block): Input | undefined {
  const declared =
    firstBelow(place, ts.isVariableDeclaration) ??
    (ts.isVariableDeclaration(whole(place as ts.Expression).parent)
      ? (whole(place as ts.Expression).parent as ts.VariableDeclaration)
      : undefined);
  const identifier = declared && ts.isIdentifier(declared.name) ? declared.name : firstBelow(place, ts.isIdentifier);
  if (!identifier) return undefined;
  const references = referencesTo(identifier.text, body).filter((reference) => reference !== identifier || !declared);
  const uses: Input['uses'] = [];
  for (const reference of references) {
    const access = reference.parent;
    const call = access?.parent;
    const key = ts.isCallExpression(call) ? call.arguments[0] : undefined;
    if (
      !ts.isPropertyAccessExpression(access) ||
      access.name.text !== 'get' ||
      !ts.isCallExpression(call) ||
      !key ||
      !ts.isStringLiteral(key)
    )
      return undefined;
    uses.push({ node: outermostCast(call), field: key.text });
  }
  const first = commonStatement(
    uses.map((use) => use.node),
    body,
  );
  return first
    ? { node: references[0] ?? identifier, raw: `Object.fromEntries(${identifier.text})`, uses, first, repeatable: true }
    : undefined;
}

/** A parameter of an action, procedure or message handler. */
function parameterInput(draft: Draft, place: ts.Node, fn: ts.FunctionLikeDeclaration): Input | undefined {
  const parameter =
    fn.parameters.find((candidate) => contains(candidate, place)) ??
    (ts.isIdentifier(place) ? fn.parameters.find((candidate) => draft.textOf(candidate.name) === place.text) : undefined);
  if (!parameter || !fn.body) return undefined;
  if (!ts.isIdentifier(parameter.name)) return undefined;
  const scalars = fn.parameters.filter((candidate) => ts.isIdentifier(candidate.name) && isScalar(candidate.type));
  if (scalars.includes(parameter)) return scalarInput(scalars, fn.body);
  const references = referencesTo(parameter.name.text, fn.body);
  if (references.length === 0 || references.some(isWritten)) return undefined;
  const first = commonStatement(references, fn.body) ?? (isFunctionNode(fn) ? statementOf(references[0]!) : undefined);
  const input: Input = { node: references[0]!, raw: parameter.name.text, uses: references.map((node) => ({ node })), repeatable: true };
  if (first && contains(fn.body, first)) input.first = first;
  if (parameter.type) input.type = parameter.type;
  return input;
}

function isScalar(type: ts.TypeNode | undefined): boolean {
  return type !== undefined && [ts.SyntaxKind.StringKeyword, ts.SyntaxKind.NumberKeyword, ts.SyntaxKind.BooleanKeyword].includes(type.kind);
}

/** Parameters that are texts, numbers or flags, validated together. */
function scalarInput(parameters: ts.ParameterDeclaration[], body: ts.ConciseBody | ts.Block): Input | undefined {
  const uses = parameters.flatMap((parameter) =>
    referencesTo((parameter.name as ts.Identifier).text, body).map((node) => ({ node, field: node.text })),
  );
  const first = commonStatement(
    uses.map((use) => use.node),
    body,
  );
  if (!first || uses.some((use) => isWritten(use.node))) return undefined;
  return {
    node: uses[0]!.node,
    raw: `{ ${parameters.map((parameter) => (parameter.name as ts.Identifier).text).join(', ')} }`,
    uses,
    first,
    parameters,
    repeatable: true,
  };
}
