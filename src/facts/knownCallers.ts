import { ts } from 'ts-morph';
import { callsBelow, following, leaves, mentions } from '../syntax/flow';
import { bare } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import type { Candidate } from './guardCandidates';
import { isKnown } from './partialRefusals';
import { refusesIn, rootOf, saysNo, statusOf } from './refusals';

/**
 * Is a test made only for callers who are known: `if (user) { … }`, `if (!isAnonymous && …) { … }`, with what follows run for strangers
 * too, and nothing behind it that asks for them?
 */
export function isForKnown(
  analysis: FileAnalysis,
  node: ts.Node,
  { names, failNames }: Pick<Candidate, 'names' | 'failNames'>,
  fn: FunctionInfo,
): boolean {
  const all = new Set([...names, ...failNames]);
  let child: ts.Node = node;
  for (let parent = node.parent; parent && !isFunctionNode(child); child = parent, parent = parent.parent) {
    if (!ts.isIfStatement(parent) || parent.thenStatement !== child || parent.elseStatement || leaves(parent.thenStatement)) continue;
    const isKnown = deniesOneOf(parent.expression, failNames) || conjuncts(parent.expression).some((part) => names.has(rootOf(part)));
    if (isKnown && analysis.functionAround(parent) === fn && !following(parent).some((statement) => mayAsk(analysis, statement, all, fn)))
      return true;
  }
  return false;
}

/** The same where something in front of the function has found out who calls: `if (req.user) { … }`. */
export function isAmongKnown(analysis: FileAnalysis, node: ts.Node, fn: FunctionInfo): boolean {
  let child: ts.Node = node;
  for (let parent = node.parent; parent && !isFunctionNode(child); child = parent, parent = parent.parent) {
    if (!ts.isIfStatement(parent) || parent.thenStatement !== child || parent.elseStatement || leaves(parent.thenStatement)) continue;
    if (analysis.functionAround(parent) !== fn || !conjuncts(parent.expression).some((part) => isKnown(analysis, part, []))) continue;
    return !following(parent).some((statement) => saysNo(analysis, statement, fn));
  }
  return false;
}

/** May a statement refuse somebody by these names? What is answered, stored or logged with them refuses nobody. */
function mayAsk(analysis: FileAnalysis, statement: ts.Statement, names: ReadonlySet<string>, fn: FunctionInfo): boolean {
  if (ts.isReturnStatement(statement)) return false;
  if (ts.isExpressionStatement(statement) || ts.isVariableStatement(statement))
    return callsBelow(statement).some((call) => {
      const { expression, arguments: given } = call;
      const site = analysis.site(call);
      if (site?.role || !given?.some((argument) => ts.isIdentifier(bare(argument)) && mentions(argument, names))) return false;
      return analysis.summaryOf(analysis.resolver.functionOf(expression)?.ref)?.throws !== false;
    });
  return mentions(ts.isIfStatement(statement) ? statement.expression : statement, names) && refusesIn(analysis, statement, fn);
}

/** The parts of a condition that all have to hold. */
export function conjuncts(condition: ts.Expression): ts.Expression[] {
  const value = bare(condition);
  return ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
    ? [...conjuncts(value.left), ...conjuncts(value.right)]
    : [value];
}

/** Is one of the names denied, by itself or as a part of a condition that has to hold: `!isAnonymous && limit > 0`? */
export function deniesOneOf(condition: ts.Expression, names: ReadonlySet<string>): boolean {
  return conjuncts(condition).some(
    (value) =>
      ts.isPrefixUnaryExpression(value) &&
      value.operator === ts.SyntaxKind.ExclamationToken &&
      ts.isIdentifier(bare(value.operand)) &&
      names.has((bare(value.operand) as ts.Identifier).text),
  );
}

/** Does a branch end by throwing, or answer with the status of a failure? */
export function turnsAway(branch: ts.Statement): boolean {
  const last = ts.isBlock(branch) ? branch.statements.at(-1) : branch;
  return last !== undefined && (ts.isThrowStatement(last) || (ts.isReturnStatement(last) && (statusOf(last) ?? 0) >= 400));
}

/** Does a place stand in a block that holds the other one, too, so that nobody gets there without it? */
export function runsBefore(place: ts.Node, other: ts.Node): boolean {
  let block = place.parent;
  while (block && !ts.isBlock(block) && !isFunctionNode(block) && !ts.isCaseOrDefaultClause(block)) block = block.parent;
  return block !== undefined && place.end <= other.pos && block.pos <= other.pos && other.end <= block.end;
}
