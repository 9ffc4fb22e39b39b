import { ts } from 'ts-morph';
import type { GuardEvidence, RefusalStyle } from '../model/facts';
import { bare, walk } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import type { Candidate } from './guardCandidates';
import { isSecret } from './comparedSecrets';
import { unsetSetting } from './unsetSecrets';
import { lastName, roleName } from './guardConditions';
import { leftOut } from './leftOut';
import { conditionsOf } from './pathConditions';
import { pathTestIn } from './pathTests';

/** Guards of a function: what identifies its caller, and how it refuses. */
export interface Guarding {
  guards: GuardEvidence[];
  refusal?: RefusalStyle;
  /** It gives back a keyed digest, for others to compare. */
  macs?: boolean;
  /** Name of what asks in some branches only, while others act unasked. */
  partly?: string;
}

/** Is the result of a verifying call in a returned value? What goes into an answer or a query is used, not given back. */
function givesBack(analysis: FileAnalysis, value: ts.Expression, candidate: Candidate): boolean {
  let found = false;
  walk(value, (node) => {
    if (found || node === candidate.node || (ts.isIdentifier(node) && candidate.names.has(node.text))) {
      found = true;
      return false;
    }
    // What is handed on to the next function of a chain is not given back.
    if (ts.isCallExpression(node) && (lastName(bare(node.expression)) === 'next' || isGiven(analysis, node.expression))) return false;
    const role = ts.isCallExpression(node) || ts.isNewExpression(node) ? analysis.site(node)?.role : undefined;
    return !role?.reply && !role?.data && !role?.outbound;
  });
  return found;
}

/** Is a function called that was given: what a wrapper wraps? */
function isGiven(analysis: FileAnalysis, callee: ts.Expression): boolean {
  const name = bare(callee);
  return ts.isIdentifier(name) && analysis.resolver.declarations.find(name)?.kind === 'parameter';
}

function isItself(value: ts.Expression, candidate: Candidate): boolean {
  const inner = bare(value);
  return inner === candidate.node || (ts.isAwaitExpression(inner) && isItself(inner.expression, candidate));
}

/** `user.roles.includes(role)`, `wanted.some((role) => user.roles.includes(role))` */
function isListTest(value: ts.Expression): boolean {
  return ts.isCallExpression(value) && /^(?:some|every|includes|has)$/.test(lastName(bare(value.expression)) ?? '');
}

/** Is the value true or false because of something? */
function isVerdict(node: ts.Expression): boolean {
  const value = bare(node);
  if (ts.isPrefixUnaryExpression(value)) return value.operator === ts.SyntaxKind.ExclamationToken;
  if (isListTest(value) || (ts.isCallExpression(value) && ts.isIdentifier(value.expression) && value.expression.text === 'Boolean'))
    return true;
  if (!ts.isBinaryExpression(value)) return false;
  switch (value.operatorToken.kind) {
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.PlusToken:
      return false;
    case ts.SyntaxKind.BarBarToken:
      return isVerdict(value.left) || isVerdict(value.right);
    default:
      return true;
  }
}

function comparesSecret(analysis: FileAnalysis, node: ts.Expression): ts.Node | undefined {
  let found: ts.Node | undefined;
  walk(node, (inner) => {
    if (found || isFunctionNode(inner)) return false;
    const isEquality =
      ts.isBinaryExpression(inner) &&
      (inner.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken || inner.operatorToken.kind === ts.SyntaxKind.EqualsEqualsToken);
    if (isEquality && isSecret(analysis, inner)) found = inner;
    return !found;
  });
  return found;
}

/** A function that verifies and gives the result back leaves the refusal to its caller. */
export function returnedVerdict(analysis: FileAnalysis, fn: FunctionInfo, loose: readonly Candidate[]): Guarding {
  const body = fn.node.body;
  if (!body) return { guards: [] };
  const returned: ts.Expression[] = ts.isBlock(body)
    ? fn.exits.flatMap((exit) => (ts.isReturnStatement(exit) && exit.expression ? [exit.expression] : []))
    : [body];
  const guards: GuardEvidence[] = [];
  // What a handler gives back is its answer, which nobody heeds: a helper may have refused in it, and a name in it says nothing.
  const isAnswer = analysis.entries.has(fn);
  for (const candidate of loose) {
    if (candidate.kind !== 'authentication' && candidate.kind !== 'signature') continue;
    if (!returned.some((value) => givesBack(analysis, value, candidate))) continue;
    const isAll = returned.some((value) => isItself(value, candidate));
    // What refuses by its answer has refused, when that is all that is given.
    const handed = isAll && (isAnswer || candidate.fails !== 'empty') ? undefined : isAll ? 'whole' : 'part';
    const { kind, level, name, node, asks } = candidate;
    const { unset, believes, unsure, when, methods } = asks ?? {};
    guards.push({
      kind,
      level,
      name,
      span: analysis.span(node),
      ...(handed ? { handed } : {}),
      ...(unset === undefined ? {} : { unset }),
      ...(believes ? { believes } : {}),
      ...(unsure ? { unsure } : {}),
      ...(when ? { when } : {}),
      ...(methods ? { methods } : {}),
      ...(kind === 'signature' ? leftOut(analysis, node, fn) : {}),
    });
  }
  if (guards.length > 0)
    return { guards, refusal: loose.some((candidate) => candidate.fails === 'result') ? 'returns-result' : 'returns-empty' };
  // `return req.user?.role === 'admin'`: a verdict made of an identity alone.
  let refusal: RefusalStyle = 'returns-false';
  for (const result of returned) {
    const said = isAnswer ? undefined : verdictNamed(result);
    const value = said ?? result;
    const verdict = verdictIn(analysis, value, fn);
    if (!verdict) continue;
    if (said) refusal = 'returns-result';
    const when = conditionsOf(analysis, value);
    const path = pathTestIn(analysis, value);
    if (path && !when.when) when.when = { mode: path.negated ? 'only' : 'except', paths: path.paths };
    if (!when.when && guards.some((guard) => !guard.when)) continue;
    guards.push({ kind: 'authentication', ...verdict, span: analysis.span(value), ...when });
    if (verdict.handed) refusal = 'returns-empty';
  }
  return guards.length > 0 ? { guards, refusal } : { guards };
}

const verdictName = /^(?:is_?)?(?:valid|ok|success|verified|allowed|authori[sz]ed|authenticated|granted|permitted)$/i;

/** What an object that is given back says yes or no by: `{ verified: answer.status === 'SUCCESS' }`. */
function verdictNamed(value: ts.Expression): ts.Expression | undefined {
  const object = bare(value);
  if (!ts.isObjectLiteralExpression(object)) return undefined;
  const named = object.properties.find(
    (property): property is ts.PropertyAssignment =>
      ts.isPropertyAssignment(property) && ts.isIdentifier(property.name) && verdictName.test(property.name.text),
  );
  return named && isVerdict(named.initializer) ? named.initializer : undefined;
}

/** What a value that is given back says of the caller: whether it is somebody, or knows a secret, or who it is. */
function verdictIn(
  analysis: FileAnalysis,
  value: ts.Expression,
  fn: FunctionInfo,
): Pick<GuardEvidence, 'level' | 'name' | 'handed' | 'unset'> | undefined {
  const inner = bare(value);
  if (isIdentity(analysis, inner)) return { level: 'AUTHENTICATED', name: analysis.label(inner, 40), handed: 'identity' };
  if (!isVerdict(value)) return undefined;
  const secret = comparesSecret(analysis, value);
  if (secret) {
    const unset = unsetSetting(analysis, value, fn);
    return {
      level: unset === undefined ? 'SECRET' : 'OPTIONAL',
      name: analysis.label(secret, 40),
      ...(unset === undefined ? {} : { unset }),
    };
  }
  let identity: string | undefined;
  let role = false;
  walk(value, (node) => {
    if (ts.isExpression(node) && isIdentity(analysis, node)) identity ??= analysis.label(node, 40);
    if (ts.isIdentifier(node) && roleName.test(node.text)) role = true;
    return !isFunctionNode(node) || isListTest(inner);
  });
  return identity === undefined ? undefined : { level: role ? 'ROLE' : 'AUTHENTICATED', name: identity };
}

/** Is it a name or a member that holds who calls? */
function isIdentity(analysis: FileAnalysis, node: ts.Expression): boolean {
  const isName = ts.isIdentifier(node) && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node);
  return (isName || ts.isPropertyAccessExpression(node)) && analysis.tables.read(analysis.resolver.pathOf(node))?.identity === true;
}
