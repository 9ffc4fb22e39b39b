import { ts } from 'ts-morph';
import type { Presence } from '../model/facts';
import { conditionOf } from '../syntax/conditions';
import { bare, constantString, isNothing, walk } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import { keysOf, isRequested, namesAccount, namesProof } from './accountLookups';
import type { CallSite, FileAnalysis, Parts } from './analysis';
import { lastName } from './guardConditions';
import { identifies } from './guardLevels';

/** Names of functions that may look whether somebody is who they say they are. */
const proving =
  /verif|compar|authenti|authoriz|valid|check|match|confirm|decod|decrypt|consum|redeem|exchang|challeng|signature|otp|passkey|webauthn|assert|attest|oauth|nonce|proof|log_?in|sign_?in|credential/i;
/** What such names say of the form of a value only. */
const formOnly =
  /(?:valid|check|assert|is)\w*_?(?:email|phone|input|body|fields?|format|request|schema|username|name|params?|connection|env|result)s?$|^(?:validationResult|sanitize\w*|is(?:Email|Mobile\w*|Valid))$/i;
/** Conditions that say where something runs, or whether it is switched on. */
const switched =
  /NODE_ENV|VERCEL_ENV|production|development|\bis_?(?:prod|dev|demo|test|local)|demo|allow|enable|mock|bypass|debug|impersonat/i;

/** Is who somebody is proved in a function that gives them a session: by what it compares, verifies or asks others? Unknown where something may do so. */
export function proofIn(analysis: FileAnalysis, fn: FunctionInfo, { all, sites }: Parts, gifts: ReadonlySet<ts.Node>): Presence {
  const summary = analysis.summary(fn);
  if (!summary || summary.unread !== undefined || summary.mayAsk !== undefined) return 'unknown';
  if (
    summary.deeds?.includes('checks-password') ||
    summary.confirms !== undefined ||
    summary.guards.some(
      ({ kind, level }) => kind === 'signature' || (kind === 'authentication' && (identifies(level) || level === 'SECRET')),
    )
  )
    return 'present';
  let answer: Presence = 'absent';
  for (const site of sites) {
    const said = gifts.has(site.node) ? 'absent' : provedBy(analysis, site);
    if (said === 'present') return said;
    if (said === 'unknown') answer = said;
  }
  for (const part of all) {
    const said = part.node.body ? comparedIn(analysis, part.node.body) : 'absent';
    if (said === 'present') return said;
    if (said === 'unknown') answer = said;
    if (part.ifs.some((test) => switched.test(conditionOf(test).getText(analysis.source)))) answer = 'unknown';
  }
  return answer;
}

function provedBy(analysis: FileAnalysis, site: CallSite): Presence {
  const { role, node } = site;
  if (role) {
    if (role.verify || role.mac || role.deed?.does === 'checks-password') return 'present';
    if (role.data && keysOf(analysis, site).some(({ name, value }) => namesProof(name) && isRequested(analysis, value))) return 'present';
    return role.outbound && role.outbound.kind !== 'mail' && role.outbound.kind !== 'database' ? 'unknown' : 'absent';
  }
  const name = lastName(bare(node.expression)) ?? '';
  const summary = analysis.summaryOf(analysis.resolver.functionOf(node.expression)?.ref);
  if (summary?.digests ?? summary?.compares ?? summary?.macs) return 'present';
  if (summary?.guards.some(({ kind }) => kind === 'authentication' || kind === 'signature')) return 'present';
  if (summary?.sinks.some(({ kind }) => kind === 'outbound')) return 'unknown';
  if (proving.test(name) && !formOnly.test(name)) return 'unknown';
  // Something that nobody can look into is handed more than the name of the account.
  const isOpaque = !summary && ts.isAwaitExpression(node.parent);
  return (isOpaque || summary?.throws) &&
    (node.arguments ?? []).some(
      (argument) => !namesAccount(lastName(bare(argument)) ?? '') && !isFunctionNode(bare(argument)) && isRequested(analysis, argument),
    ) &&
    !/^(?:json|formData|text|parse|parseAsync|safeParse)$/.test(name)
    ? 'unknown'
    : 'absent';
}

/** What is compared in a piece of code, and whether a proof that was sent is used in another way than to see that it is there. */
function comparedIn(analysis: FileAnalysis, body: ts.Node): Presence {
  let answer: Presence = 'absent';
  walk(body, (node) => {
    if (answer === 'present' || ts.isTypeNode(node)) return false;
    if (node !== body && isFunctionNode(node)) return false;
    if (ts.isBinaryExpression(node) && /^[!=]==?$/.test(ts.tokenToString(node.operatorToken.kind) ?? '') && isComparison(analysis, node))
      answer = 'present';
    if (answer === 'absent' && ts.isIdentifier(node) && namesProof(node.text) && isUsed(node) && isSent(analysis, node)) answer = 'unknown';
    return true;
  });
  return answer;
}

function isComparison(analysis: FileAnalysis, { left, right }: ts.BinaryExpression): boolean {
  const sides = [bare(left), bare(right)];
  return (
    !sides.some((side) => isNothing(side) || isConstant(analysis, side)) &&
    sides.some((side) => isRequested(analysis, side) || namesProof(lastName(side) ?? ''))
  );
}

function isConstant(analysis: FileAnalysis, side: ts.Expression): boolean {
  if (
    ts.isTypeOfExpression(side) ||
    ts.isNumericLiteral(side) ||
    side.kind === ts.SyntaxKind.TrueKeyword ||
    side.kind === ts.SyntaxKind.FalseKeyword
  )
    return true;
  if (constantString(side) !== undefined || analysis.textOf(side) !== undefined) return true;
  const name = lastName(side) ?? '';
  // Members of enumerations, the method of a request, lengths.
  return (
    /^(?:method|length|status|role|type|provider|action)$/.test(name) ||
    (ts.isPropertyAccessExpression(side) && /^[A-Z]/.test(side.expression.getText(analysis.source)) && /^[A-Z]/.test(name))
  );
}

/** Is a name more than declared, or asked whether it is there? */
function isUsed(node: ts.Identifier): boolean {
  let value: ts.Node = node;
  while (ts.isPropertyAccessExpression(value.parent) && value.parent.name === value) value = value.parent;
  const { parent } = value;
  if (
    ts.isBindingElement(parent) ||
    ts.isVariableDeclaration(parent) ||
    ts.isParameter(parent) ||
    (ts.isPropertyAssignment(parent) && parent.name === value)
  )
    return false;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === value && !ts.isCallExpression(parent.parent)) return true;
  return (
    !(ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken) &&
    !(ts.isIfStatement(parent) && parent.expression === value)
  );
}

function isSent(analysis: FileAnalysis, node: ts.Identifier): boolean {
  const value = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node ? node.parent : node;
  return isRequested(analysis, value);
}
