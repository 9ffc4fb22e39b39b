import { ts } from 'ts-morph';
import type { GuardEvidence } from '../model/facts';
import { boundNames, dispositionOf, mentions } from '../syntax/flow';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { identifies } from './guardLevels';

/**
 * Leaves out what an entry asks only when all is done: `await remove(id); await requireUser()`. Who is asked before any of the
 * changes, or in a branch, is asked in time, and so is whoever the change itself found. Who is looked for after it is wanted for the log.
 */
export function withoutLate(
  analysis: FileAnalysis,
  fn: FunctionInfo,
  guards: GuardEvidence[],
  changes: readonly CallSite[],
  placeOf: (guard: GuardEvidence) => ts.Node | undefined,
): GuardEvidence[] {
  if (!analysis.entries.has(fn) || changes.length === 0) return guards;
  return guards.filter((guard) => {
    if (guard.kind !== 'authentication' || !(identifies(guard.level) || guard.level === 'OPTIONAL')) return true;
    const place = placeOf(guard);
    if (!place || !runsAlways(place, fn.node)) return true;
    const others = changes.filter(({ node }) => !(node.pos <= place.pos && place.end <= node.end));
    // What is looked at later was asked for where the guard stands.
    return others.length === 0 || !others.every((site) => isDoneBefore(site.node, guard.span.start, place, fn.node));
  });
}

function isDoneBefore(change: ts.CallExpression | ts.NewExpression, asked: number, place: ts.Node, fn: ts.Node): boolean {
  // What is written on behind the call, `db.delete(notes).where(…)`, is read before anything is done.
  let statement: ts.Node = change;
  while (!ts.isStatement(statement) && statement.parent && statement.parent !== fn) statement = statement.parent;
  if (statement.end > asked || !runsAlways(change, fn)) return false;
  const disposition = dispositionOf(change);
  const names = new Set(disposition.kind === 'bound' ? boundNames(disposition.name) : []);
  return names.size === 0 || !mentions(place, names);
}

/** Does a place run whenever its function does, as far as it is in no branch, loop or callback? */
function runsAlways(place: ts.Node, fn: ts.Node): boolean {
  for (let child = place, node = place.parent; node && node !== fn; child = node, node = node.parent) {
    if (isFunctionNode(node) || ts.isCatchClause(node) || ts.isCaseOrDefaultClause(node) || ts.isIterationStatement(node, false))
      return false;
    if (ts.isIfStatement(node) && node.expression !== child) return false;
    if (ts.isConditionalExpression(node) && node.condition !== child) return false;
    if (ts.isBinaryExpression(node) && node.right === child && /^(&&|\|\||\?\?)$/.test(ts.tokenToString(node.operatorToken.kind) ?? ''))
      return false;
  }
  return true;
}
