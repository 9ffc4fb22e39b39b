import { ts } from 'ts-morph';
import { boundNames, isEmptyValue, mentions } from '../syntax/flow';
import { bare, walk } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import type { Candidate } from './guardCandidates';
import { lastName } from './guardConditions';
import { assignedTo } from './guardResults';

/** Is a keyed digest compared in an expression, or is what came of a comparison before looked at? */
export function comparesDigest(condition: ts.Node, candidate: Candidate): boolean {
  const holds = (node: ts.Node) => (node.pos <= candidate.node.pos && candidate.node.end <= node.end) || mentions(node, candidate.names);
  let found = candidate.outcomes !== undefined && mentions(condition, candidate.outcomes);
  walk(condition, (node) => {
    if (found || isFunctionNode(node)) return false;
    if (ts.isBinaryExpression(node) && equality.test(ts.tokenToString(node.operatorToken.kind) ?? '')) {
      const other = holds(node.left) ? node.right : holds(node.right) ? node.left : undefined;
      found = other !== undefined && !isEmptyValue(other) && !ts.isLiteralExpression(bare(other));
    } else if (ts.isCallExpression(node) && node.arguments.length >= 2 && node !== candidate.node) found = node.arguments.some(holds);
    return !found;
  });
  return found;
}

const equality = /^[!=]==?$/;

/**
 * Notes the names that hold whether a keyed digest is what the caller sent: `const isValid = expected === signature`, and the same put into
 * a variable that says no until then.
 */
export function noteOutcomes(analysis: FileAnalysis, parts: readonly FunctionInfo[], candidates: readonly Candidate[]): void {
  const digests = candidates.filter(({ mac }) => mac);
  if (digests.length === 0) return;
  for (const { node: fn } of parts) {
    if (!fn.body) continue;
    walk(fn.body, (node) => {
      if (node !== fn.body && isFunctionNode(node)) return false;
      if (ts.isVariableDeclaration(node) && node.initializer) note(digests, node.name, bare(node.initializer));
      else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isIdentifier(node.left)) {
        const others = assignedTo(analysis, node.left);
        if (others?.every(({ right }) => isEmptyValue(right) || digests.some((digest) => tellsOutcome(bare(right), digest))))
          note(digests, node.left, bare(node.right));
      }
      return true;
    });
  }
}

function note(digests: readonly Candidate[], name: ts.BindingName, value: ts.Expression): void {
  for (const digest of digests) {
    if (!ts.isIdentifier(name) || !tellsOutcome(value, digest)) continue;
    for (const outcome of boundNames(name)) {
      (digest.outcomes ??= new Set()).add(outcome);
      if (!isUnlike(value)) continue;
      digest.names.delete(outcome);
      digest.failNames.add(outcome);
    }
    if (!isUnlike(value)) digest.names.add(name.text);
  }
}

/** Is a value whether the digest is the one that was sent, and nothing made of it: `expected === signature`, `!safeEqual(expected, signature)`? */
function tellsOutcome(value: ts.Expression, digest: Candidate): boolean {
  if (ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken)
    return tellsOutcome(bare(value.operand), digest);
  if (ts.isBinaryExpression(value)) {
    const isBoth = value.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
    if (isBoth) return [value.left, value.right].some((side) => tellsOutcome(bare(side), digest));
    return equality.test(ts.tokenToString(value.operatorToken.kind) ?? '') && comparesDigest(value, digest);
  }
  return ts.isCallExpression(value) && comparing.test(lastName(bare(value.expression)) ?? '') && comparesDigest(value, digest);
}

const comparing = /equal|compare/i;

/** `expected !== signature`, `!equals(expected, signature)` */
function isUnlike(value: ts.Expression): boolean {
  return ts.isBinaryExpression(value)
    ? (ts.tokenToString(value.operatorToken.kind) ?? '').startsWith('!')
    : ts.isPrefixUnaryExpression(value) && !isUnlike(bare(value.operand));
}

/** Is what a function returns whether a digest is the one that was sent: `return expected === signature`, or `return difference === 0` after a loop? */
export function returnsComparison(fn: FunctionInfo, candidate: Candidate): boolean {
  const { body } = fn.node;
  const values =
    body && !ts.isBlock(body)
      ? [body]
      : fn.exits.flatMap((exit) => (ts.isReturnStatement(exit) && exit.expression ? [exit.expression] : []));
  return values.map(bare).some((value) => {
    // `const isValid = expected === signature; if (!isValid) log(…); return isValid`
    if (ts.isIdentifier(value)) return candidate.outcomes?.has(value.text) === true && candidate.names.has(value.text);
    // `return timingSafeEqual(expected, signature)`.
    if (ts.isCallExpression(value)) return comparing.test(lastName(value.expression) ?? '') && comparesDigest(value, candidate);
    if (!ts.isBinaryExpression(value)) return false;
    return (
      comparesDigest(value, candidate) ||
      (value.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken && ts.isNumericLiteral(value.right) && value.right.text === '0')
    );
  });
}
