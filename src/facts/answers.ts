import { ts } from 'ts-morph';
import { enclosingLoop, following, mentions } from '../syntax/flow';
import { contains, walk } from '../syntax/nodes';
import type { CallSite, FileAnalysis } from './analysis';

/** Does something below a node answer the request, functions in it included: `res.json(…)`, `ctx.body = …`? */
export function answersIn(analysis: FileAnalysis, node: ts.Node): boolean {
  if (analysis.sites.some((site) => contains(node, site.node) && isAnswer(analysis, site))) return true;
  let found = false;
  walk(node, (inner) => {
    if (
      ts.isBinaryExpression(inner) &&
      inner.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      analysis.tables.assignment(analysis.resolver.pathOf(inner.left))?.reply
    )
      found = true;
    return !found;
  });
  return found;
}

function isAnswer(analysis: FileAnalysis, { role, node }: CallSite): boolean {
  if (role) return role.reply !== undefined && !role.reply.throws;
  return analysis.summaryOf(analysis.resolver.functionOf(node.expression)?.ref)?.replies === true;
}

/**
 * Is a handler that has to answer by itself left without an answer when what it tries fails: `try { …; res.json(order) } catch (error) { log(error) }`?
 * What is caught is known to be passed on to nobody.
 */
export function leavesOpen(analysis: FileAnalysis, caught: ts.Node, tried: ts.Node): boolean {
  const answer = analysis
    .sitesWith('reply')
    .find(({ node, role }) => contains(tried, node) && role && analysis.tables.library(role.library)?.waitsForAnswer);
  const entry = answer && mayFailBefore(tried, answer.node) ? analysis.entryAround(caught) : undefined;
  if (!entry || analysis.functionAround(caught) !== entry || enclosingLoop(caught)) return false;
  let statement: ts.Node = ts.isCatchClause(caught) ? caught.parent : caught;
  while (!ts.isStatement(statement)) statement = statement.parent;
  const rest: ts.Node[] = following(statement);
  if (ts.isTryStatement(statement) && statement.finallyBlock) rest.push(statement.finallyBlock);
  // Whoever is handed the request or the answer later may see to it.
  const names = new Set(entry.node.parameters.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : [])));
  return !rest.some((later) => mentions(later, names) || answersIn(analysis, later));
}

/** May what is tried fail before it comes to its answer? Work that is done after an answer was sent leaves nobody waiting. */
function mayFailBefore(tried: ts.Node, answer: ts.Node): boolean {
  if (!ts.isBlock(tried)) return true;
  let found = false;
  walk(tried, (node) => {
    if (node.pos >= answer.end) return false;
    // What an answer is made of comes before it: `res.json(await load())`.
    found ||= (ts.isAwaitExpression(node) || ts.isThrowStatement(node)) && (node.end <= answer.end || contains(node, answer));
    return !found;
  });
  return found;
}
