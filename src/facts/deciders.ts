import { ts } from 'ts-morph';
import { callsBelow } from '../syntax/flow';
import { bare, constantString } from '../syntax/nodes';
import { callerName } from '../model/ownerNames';
import type { FileAnalysis } from './analysis';
import { memberOfParameter } from './assertions';
import { namesPeople } from './accountLookups';
import { targetOf } from './endpointSinks';
import { isRecord } from './foundRecords';
import { lastName, namesCaller } from './guardConditions';
import { identifies } from './guardLevels';
import { inputOf } from './requestParts';
import { rowKeysOf } from './rowKeys';

/** Who decides what a value is: the request, whoever is calling, a parameter of the function around it, the author of the code, or something else. */
export type Decider = { by: 'sent' | 'caller' | 'constant' | 'other' } | { by: 'parameter'; index: number; members: readonly string[] };

const sentParts: ReadonlySet<string> = new Set(['body', 'query', 'params', 'form', 'message', 'arguments']);
/** What makes the same id of an id. */
const converting =
  /^(?:Number|parseInt|parseFloat|String|BigInt|ObjectId|toString|toHexString|trim|valueOf|createFromHexString|fromString|escape|decodeURIComponent)$/;

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
  const role = analysis.site(node)?.role;
  if (role?.data) return other;
  if (role?.verify && identifies(role.verify.level)) return { by: 'caller' };
  return namesCaller(analysis, node, 1) ? { by: 'caller' } : other;
}

function ofName(analysis: FileAnalysis, node: ts.Identifier, again: (inner: ts.Expression) => Decider, depth: number): Decider {
  const declaration = analysis.resolver.declarations.find(node);
  const byName: Decider = callerName.test(node.text) ? { by: 'caller' } : other;
  if (declaration?.kind === 'parameter') {
    const fn = analysis.outline.byNode.get(declaration.fn);
    const member = fn && memberOfParameter(analysis, fn, node, 3);
    if (member) return { by: 'parameter', index: member.index, members: member.members };
    const call = declaration.fn.parent;
    return ts.isCallExpression(call) && iterating.test(lastName(bare(call.expression)) ?? '') ? other : byName;
  }
  if (declaration?.kind !== 'variable') return byName;
  const { initializer } = declaration.node;
  // `for (const user of users)`; what is given later may be anybody.
  if (!initializer) return ts.isForOfStatement(declaration.node.parent.parent) ? other : byName;
  if (isRecord(analysis, node)) return ofRecord(analysis, initializer, depth - 2);
  // `const { id: guest } = req.token`
  if (declaration.steps.length > 0 && proof.test(lastName(bare(initializer)) ?? '')) return { by: 'caller' };
  const found = again(initializer);
  return found.by === 'other' || (found.by === 'parameter' && declaration.steps.length > 0)
    ? (ofParameter(analysis, node) ?? byName)
    : found;
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

/** Is who calls named in a path: `ctx.session.user.id`, `this.currentUser`, `req.userId`? A record may have a `userId`, too. */
function saysCaller(node: ts.Expression): boolean {
  const names: string[] = [];
  let step = bare(node);
  for (; ts.isPropertyAccessExpression(step) || ts.isElementAccessExpression(step); step = bare(step.expression))
    names.unshift(lastName(step) ?? '');
  if (step.kind === ts.SyntaxKind.ThisKeyword || (ts.isIdentifier(step) && holder.test(step.text)))
    return names.some((name, index) => callerName.test(name) || holder.test(name) || (index < names.length - 1 && proof.test(name)));
  return ts.isIdentifier(step) && somebody.test(step.text);
}

/** What holds who calls, among other things. */
const holder = /^(?:req|request|ctx|context|c|event|locals|res|response|socket|opts)$/;
/** What was read out of a proof: `req.token.id`. */
const proof = /^(?:(?:decoded_?)?token(?:_?data)?|jwt|auth_?info)$/i;
/** Names of whoever calls as a whole, and not of an id. */
const somebody =
  /^(?:user|(?:current|auth|session|logged_?in|request)_?user|session|auth|me|viewer|principal|identity|decoded|payload|claims|caller)$/i;
const iterating = /^(?:map|forEach|filter|find|findIndex|some|every|reduce|flatMap|sort|each)$/;

/** The name that a path begins with. */
export function rootOf(node: ts.Expression): ts.Identifier | undefined {
  let step = bare(node);
  while (ts.isPropertyAccessExpression(step) || ts.isElementAccessExpression(step) || ts.isCallExpression(step))
    step = bare(step.expression);
  return ts.isIdentifier(step) ? step : undefined;
}

/** An account that was found by who calls is theirs: `const account = await findUser({ email: session.user.email })`. */
function ofRecord(analysis: FileAnalysis, value: ts.Expression, depth: number): Decider {
  if (depth <= 0) return other;
  for (const call of callsBelow(value)) {
    const site = analysis.site(call);
    if (site?.role?.data?.operation !== 'read' || !namesPeople(targetOf(analysis, site) ?? '')) continue;
    const keys = rowKeysOf(analysis, site)?.keys ?? [];
    if (keys.some((key) => deciderOf(analysis, key.value, depth).by === 'caller')) return { by: 'caller' };
  }
  return other;
}
