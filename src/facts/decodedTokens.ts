import { ts } from 'ts-morph';
import type { GuardEvidence, RouteGuard } from '../model/facts';
import { callsBelow } from '../syntax/flow';
import { bare, constantString, contains } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { identifies } from './guardLevels';
import { lastName } from './guardConditions';

/** How far values are followed back through names and calls. */
const deepest = 4;

/** Does a function give back what it reads out of a text in base64, as the middle of a token is: `JSON.parse(atob(token.split('.')[1]))`? */
export function givesDecoded(analysis: FileAnalysis, fn: FunctionInfo, depth = deepest): boolean {
  const { body } = fn.node;
  if (!body || !/atob|base64/.test(body.getText(analysis.source))) return false;
  const given = ts.isBlock(body)
    ? fn.exits.flatMap((exit) => (ts.isReturnStatement(exit) && exit.expression ? [exit.expression] : []))
    : [body];
  return given.some((value) => isDecoded(analysis, value, depth));
}

/**
 * Does a function leave somebody in the request whom it knows from a token that it only decoded: `req.user = decode(token)`, `c.set('user', payload)`?
 * Whoever finds them there has no proof.
 */
function leavesDecoded(analysis: FileAnalysis, fn: FunctionInfo): boolean {
  const isOwn = (node: ts.Node): boolean => contains(fn.node, node);
  const isLeft = analysis.outline.memberAssignments.some(
    ({ left, right }) => isOwn(left) && isCaller(analysis, analysis.resolver.pathOf(left)) && isDecoded(analysis, right, deepest),
  );
  return (
    isLeft ||
    analysis.parts(fn).sites.some(({ node }) => {
      const [name, value] = node.arguments ?? [];
      const callee = bare(node.expression);
      if (!name || !value || !ts.isPropertyAccessExpression(callee) || callee.name.text !== 'set') return false;
      const key = constantString(name);
      const holder = key === undefined ? undefined : analysis.resolver.pathOf(callee.expression);
      return isCaller(analysis, analysis.tables.aliases.get(`${holder}.get('${key}')`)) && isDecoded(analysis, value, deepest);
    })
  );
}

/** Guards of a function, with a word where what they let in is believed without proof. */
export function withDecoded(analysis: FileAnalysis, fn: FunctionInfo, guards: GuardEvidence[]): GuardEvidence[] {
  const isWeak = ({ kind, level }: GuardEvidence): boolean => kind === 'authentication' && level === 'PRESENCE_ONLY';
  const proves = guards.some(({ kind, level }) => kind === 'authentication' && level !== 'NONE' && level !== 'PRESENCE_ONLY');
  if (proves || !guards.some(isWeak) || !leavesDecoded(analysis, fn)) return guards;
  return guards.map((guard) => (isWeak(guard) ? { ...guard, decoded: true } : guard));
}

function isCaller(analysis: FileAnalysis, path: string | undefined): boolean {
  return analysis.tables.read(path)?.identity === true;
}

/** Was a value read out of a token or a text in base64, by a library, by the language or by a function of the project? */
function isDecoded(analysis: FileAnalysis, node: ts.Expression, depth: number): boolean {
  if (depth === 0) return false;
  const value = bare(analysis.resolver.deref(node));
  if (ts.isAwaitExpression(value)) return isDecoded(analysis, value.expression, depth);
  if (ts.isPropertyAccessExpression(value)) return isDecoded(analysis, value.expression, depth - 1);
  if (!ts.isCallExpression(value)) return false;
  if (analysis.site(value)?.role?.unverified?.from === 'token') return true;
  if (analysis.resolver.pathOf(value.expression) === 'global#JSON.parse') {
    const [text] = value.arguments;
    return text !== undefined && isFromBase64(analysis, text, depth);
  }
  const called = analysis.resolver.functionOf(value.expression);
  return called?.local
    ? givesDecoded(analysis, called.local, depth - 1)
    : called !== undefined && analysis.summaryOf(called.ref)?.givesDecoded === true;
}

/** `atob(part)`, `Buffer.from(part, 'base64').toString()` */
function isFromBase64(analysis: FileAnalysis, node: ts.Expression, depth: number): boolean {
  const value = analysis.resolver.deref(node);
  return callsBelow(value).some((call) => {
    const name = lastName(bare(call.expression));
    if (name === 'atob') return true;
    if (name === 'from' && /^base64/.test(constantString(call.arguments?.[1]) ?? '')) return true;
    return (
      depth > 1 && (call.arguments ?? []).some((argument) => ts.isIdentifier(bare(argument)) && isFromBase64(analysis, argument, depth - 1))
    );
  });
}

/** Guards of an endpoint; what only asks for somebody whom another one knows from a decoded token asks for no proof either. */
export function withoutBelievers(guards: readonly RouteGuard[]): readonly RouteGuard[] {
  const asks = ({ kind, level }: RouteGuard): boolean => (kind === 'authentication' || kind === 'signature') && identifies(level);
  if (!guards.some(({ decoded }) => decoded) || guards.some((guard) => asks(guard) && !guard.believes)) return guards;
  return guards.map((guard) => (asks(guard) ? { ...guard, level: 'PRESENCE_ONLY' } : guard));
}
