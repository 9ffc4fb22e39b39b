import { ts } from 'ts-morph';
import { isEmptyValue } from '../syntax/flow';
import { bare, isMemberName, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { credentialBehind } from './comparedSecrets';
import type { Candidate } from './guardCandidates';
import { roleName } from './guardConditions';
import { conjuncts } from './knownCallers';
import { rootOf, statusOf } from './refusals';

/**
 * Whom a condition refuses that has to hold as a whole, where that is not everybody who fails: only those who are known, `user && !user.admin`,
 * or only those who send something or leave it out, `header && header !== key`, `!user && !body.guest`.
 */
export function refusedOnly(
  analysis: FileAnalysis,
  condition: ts.Expression,
  candidates: readonly Candidate[],
): 'known' | 'some' | undefined {
  const parts = conjuncts(condition);
  if (parts.length < 2) return undefined;
  if (parts.some((part) => isKnown(analysis, part, candidates))) return 'known';
  // What somebody may do depends on what they ask for: `role === 'manager' && body.role !== 'member'`.
  const isAboutRole = parts.some((part) => namesRole(part));
  return parts.some((part) => isSent(analysis, part) || (!isAboutRole && isLeftToCaller(analysis, part))) ? 'some' : undefined;
}

/** What is said of some who have an account. */
const standing = /^(?:is_?)?(?:blocked|banned|suspended|disabled|deactivated|locked|frozen|guest|trial)$/i;

/**
 * Are those asked for alone who are known, by their role or for being shut out, where strangers have neither: `user?.role === 'guest'`,
 * `session?.user?.banned`, under a name or not?
 */
export function asksForSomeOfKnown(analysis: FileAnalysis, condition: ts.Expression): boolean {
  const value = bare(ts.isIdentifier(bare(condition)) ? analysis.resolver.deref(bare(condition), 1) : condition);
  if (isMemberIfThere(value)) return standing.test(value.name.text);
  if (!ts.isBinaryExpression(value)) return false;
  const operator = ts.tokenToString(value.operatorToken.kind) ?? '';
  if (operator === '||') return asksForSomeOfKnown(analysis, value.left) && asksForSomeOfKnown(analysis, value.right);
  const [member, wanted] = [bare(value.left), bare(value.right)];
  if (!/^===?$/.test(operator) || !isMemberIfThere(member)) return false;
  return wanted.kind === ts.SyntaxKind.TrueKeyword
    ? standing.test(member.name.text)
    : ts.isStringLiteralLike(wanted) && roleName.test(member.name.text);
}

/** Does a branch end in plain words that somebody is refused: by throwing, with a status that says so or with an error? */
export function endsInNo(branch: ts.Statement): boolean {
  const last = ts.isBlock(branch) ? branch.statements.at(-1) : branch;
  if (!last || ts.isThrowStatement(last)) return last !== undefined;
  if ((statusOf(last) ?? 0) >= 400) return true;
  const value = ts.isReturnStatement(last) && last.expression ? bare(last.expression) : undefined;
  return value !== undefined && ts.isObjectLiteralExpression(value) && value.properties.some(({ name }) => name?.getText() === 'error');
}

/** `user?.role`: without the question, the function ends there for strangers. */
function isMemberIfThere(node: ts.Expression): node is ts.PropertyAccessExpression {
  return ts.isPropertyAccessExpression(node) && (node.flags & ts.NodeFlags.OptionalChain) !== 0;
}

/** Is it asked whether who calls is known: `user`, `session?.user`, `req.user != null`? */
export function isKnown(analysis: FileAnalysis, part: ts.Expression, candidates: readonly Candidate[]): boolean {
  const value = present(part);
  if (!value || (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value))) return false;
  if (analysis.tables.read(analysis.resolver.pathOf(value))?.identity) return true;
  return candidates.some(({ kind, fails, names }) => kind === 'authentication' && fails !== 'throws' && names.has(rootOf(value)));
}

function namesRole(part: ts.Expression): boolean {
  let found = false;
  walk(part, (node) => {
    found ||= ts.isIdentifier(node) && roleName.test(node.text);
    return !found;
  });
  return found;
}

/** Is it asked whether a credential was sent at all? */
function isSent(analysis: FileAnalysis, part: ts.Expression): boolean {
  const value = present(part);
  if (!value || ts.isBinaryExpression(value) || ts.isPrefixUnaryExpression(value)) return false;
  const read = analysis.tables.read(analysis.resolver.pathOf(value));
  return (
    read?.identity !== true && (read?.credential === true || (ts.isIdentifier(value) && credentialBehind(analysis, value) !== undefined))
  );
}

const proving = /token|key|secret|code|signature|password|otp|hash|nonce/i;

/** Is it about something plain that the caller sends, and no proof of anything: `!body.guest`, `query.mode !== 'demo'`? */
function isLeftToCaller(analysis: FileAnalysis, part: ts.Expression): boolean {
  let isSent = false;
  let isPlain = !proving.test(part.getText(analysis.source));
  walk(part, (node) => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node) || isFunctionNode(node)) isPlain = false;
    if (!isPlain || !ts.isExpression(node) || isMemberName(node)) return isPlain;
    const read = analysis.tables.read(analysis.resolver.pathOf(node));
    if (read?.identity || read?.credential || read?.path) isPlain = false;
    else if (read?.input === 'query' || read?.input === 'body' || read?.input === 'form' || read?.input === 'arguments') isSent = true;
    return isPlain && !isSent;
  });
  return isPlain && isSent;
}

/** The value that a condition says is there. */
function present(part: ts.Expression): ts.Expression | undefined {
  const value = bare(part);
  if (ts.isPrefixUnaryExpression(value)) {
    const inner = bare(value.operand);
    return ts.isPrefixUnaryExpression(inner) ? bare(inner.operand) : undefined;
  }
  if (!ts.isBinaryExpression(value)) return value;
  return /^!==?$/.test(ts.tokenToString(value.operatorToken.kind) ?? '') && isEmptyValue(value.right) ? bare(value.left) : undefined;
}
