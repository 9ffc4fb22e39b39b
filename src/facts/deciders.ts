import { ts } from 'ts-morph';
import { callsBelow } from '../syntax/flow';
import { bare, constantString } from '../syntax/nodes';
import { callerName } from '../model/ownerNames';
import type { FileAnalysis } from './analysis';
import { memberOfParameter } from './assertions';
import { isRecord } from './foundRecords';
import { lastName, namesCaller } from './guardConditions';
import { inputOf } from './requestParts';
import { rowKeysOf } from './rowKeys';

/** Who decides what a value is: the request, whoever is calling, a parameter of the function around it, the author of the code, or something else. */
export type Decider =
  | { by: 'sent' | 'caller' | 'constant' | 'other' }
  | { by: 'parameter'; index: number; members: readonly string[] };

const sentParts: ReadonlySet<string> = new Set(['body', 'query', 'params', 'form', 'message', 'arguments']);
/** What makes the same id of an id. */
const converting = /^(?:Number|parseInt|parseFloat|String|BigInt|ObjectId|toString|toHexString|trim|valueOf|createFromHexString|fromString|escape|decodeURIComponent)$/;

const other: Decider = { by: 'other' };

/** Says who decides what an id is. What the request holds stays what was sent, however well it was checked: an id of somebody else's row is a good id. */
export function deciderOf(analysis: FileAnalysis, expression: ts.Expression, depth = 8): Decider {
  const node = bare(expression);
  if (depth === 0) return other;
  const again = (inner: ts.Expression): Decider => deciderOf(analysis, inner, depth - 1);
  if (constantString(node) !== undefined || ts.isNumericLiteral(node) || node.kind === ts.SyntaxKind.TrueKeyword) return { by: 'constant' };
  if (node.kind === ts.SyntaxKind.FalseKeyword || node.kind === ts.SyntaxKind.NullKeyword) return { by: 'constant' };
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.PlusToken) return again(node.operand);
  if (ts.isTemplateExpression(node)) return node.templateSpans.length === 1 ? again(node.templateSpans[0]!.expression) : other;
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    return operator === ts.SyntaxKind.BarBarToken || operator === ts.SyntaxKind.QuestionQuestionToken ? again(node.left) : other;
  }
  const input = inputOf(analysis, analysis.resolver.pathOf(node));
  if (input === 'identity') return { by: 'caller' };
  if (input !== undefined) return sentParts.has(input) ? { by: 'sent' } : other;
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return ofCall(analysis, node, again);
  if (ts.isIdentifier(node)) return ofName(analysis, node, again, depth);
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return ofMember(analysis, node, again);
  return other;
}

function ofCall(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression, again: (inner: ts.Expression) => Decider): Decider {
  const callee = bare(node.expression);
  const validates = ts.isCallExpression(node) ? analysis.site(node)?.role?.validates : undefined;
  const [first] = node.arguments ?? [];
  if (validates && node.arguments?.[validates.arg]) return again(node.arguments[validates.arg]!);
  if (converting.test(lastName(callee) ?? '')) {
    if (first) return again(first);
    return ts.isPropertyAccessExpression(callee) ? again(callee.expression) : other;
  }
  if (analysis.site(node)?.role?.data) return other;
  return namesCaller(analysis, node, 1) ? { by: 'caller' } : other;
}

function ofName(analysis: FileAnalysis, node: ts.Identifier, again: (inner: ts.Expression) => Decider, depth: number): Decider {
  const declaration = analysis.resolver.declarations.find(node);
  const byName: Decider = callerName.test(node.text) ? { by: 'caller' } : other;
  if (declaration?.kind === 'parameter') {
    const fn = analysis.outline.byNode.get(declaration.fn);
    const member = fn && memberOfParameter(analysis, fn, node, 3);
    return member ? { by: 'parameter', index: member.index, members: member.members } : byName;
  }
  if (declaration?.kind !== 'variable') return byName;
  const { initializer } = declaration.node;
  if (!initializer) return byName;
  if (isRecord(analysis, node)) return ofRecord(analysis, initializer, depth - 2);
  const found = again(initializer);
  return found.by === 'other' || (found.by === 'parameter' && declaration.steps.length > 0) ? ofParameter(analysis, node) ?? byName : found;
}

function ofParameter(analysis: FileAnalysis, node: ts.Expression): Decider | undefined {
  const fn = analysis.functionAround(node);
  const member = fn && memberOfParameter(analysis, fn, node, 3);
  return member && { by: 'parameter', index: member.index, members: member.members };
}

function ofMember(
  analysis: FileAnalysis,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  again: (inner: ts.Expression) => Decider,
): Decider {
  const found = again(node.expression);
  if (found.by === 'parameter') return ofParameter(analysis, node) ?? (saysCaller(node) ? { by: 'caller' } : other);
  if (found.by === 'sent' || found.by === 'caller') return found;
  const root = rootOf(node);
  if (root && isRecord(analysis, root)) return other;
  return saysCaller(node) ? { by: 'caller' } : other;
}

/** Is who calls named in a path: `ctx.session.user.id`, `this.currentUser`? */
function saysCaller(node: ts.Expression): boolean {
  for (let step = bare(node); ; step = bare(step.expression)) {
    const name = lastName(step);
    if (name !== undefined && callerName.test(name)) return true;
    if (!ts.isPropertyAccessExpression(step) && !ts.isElementAccessExpression(step)) return false;
  }
}

/** The name that a path begins with. */
export function rootOf(node: ts.Expression): ts.Identifier | undefined {
  let step = bare(node);
  while (ts.isPropertyAccessExpression(step) || ts.isElementAccessExpression(step) || ts.isCallExpression(step)) step = bare(step.expression);
  return ts.isIdentifier(step) ? step : undefined;
}

/** A record that was found by who calls is theirs: `const account = await findUser({ email: session.user.email })`. */
function ofRecord(analysis: FileAnalysis, value: ts.Expression, depth: number): Decider {
  if (depth <= 0) return other;
  for (const call of callsBelow(value)) {
    const site = analysis.site(call);
    if (site?.role?.data?.operation !== 'read') continue;
    const keys = rowKeysOf(analysis, site)?.keys ?? [];
    if (keys.some((key) => deciderOf(analysis, key.value, depth).by === 'caller')) return { by: 'caller' };
  }
  return other;
}
