import { ts } from 'ts-morph';
import { enclosingLoop, exitsBelow, following, isAwaited, mentions } from '../syntax/flow';
import { contains, walk } from '../syntax/nodes';
import type { CallSite, FileAnalysis } from './analysis';
import { answersIn } from './answers';
import { aftermathOfAll } from './catchBody';
import { changes, deedsBehind } from './effects';
import { chainEnd } from './lookedUpSecrets';
import { inputOf } from './requestParts';

/** What people write where a failure does not matter. */
export const indifferent =
  /ignor|best[- ]?effort|fire[- ]and[- ]forget|non[- ]?(blocking|critical|fatal)|optional|not (fatal|critical|important)|silently|(do not|don['’]t) (retry|care|fail|throw|block)/i;

/**
 * Does an endpoint report success behind a catch clause that hands nothing on, though all that it was to do has failed:
 * `try { await save(order); } catch (error) { log(error); } res.json({ ok: true });`? What was done besides, or what is looked at later, may make up for it.
 */
export function goesOn(analysis: FileAnalysis, clause: ts.CatchClause): boolean {
  const attempt = clause.parent;
  const entry = analysis.entryAround(clause);
  if (!entry || analysis.functionAround(clause) !== entry || enclosingLoop(clause)) return false;
  const { sites } = analysis.parts(entry);
  const tried = sites.filter((site) => contains(attempt.tryBlock, site.node) && !tellsInResult(analysis, site));
  const deeds = tried.flatMap((site) => deedsBehind(analysis, site));
  if (!deeds.some((deed) => (deed.kind === 'write' || deed.kind === 'paid') && !deed.trace && !deed.bookkeeping && !deed.memory))
    return false;
  if (sites.some((site) => !contains(attempt, site.node) && mayAct(analysis, site))) return false;
  if (exitsBelow(attempt).length > 0 || answersIn(analysis, attempt) || saysSo(analysis, attempt)) return false;
  const rest = following(attempt);
  const names = namesSetIn(attempt);
  if (rest.some((statement) => mentions(statement, names))) return false;
  const { replies, returns } = aftermathOfAll(analysis, rest);
  return replies ? replies.success : returns === 'success';
}

/** Does a failure of a call show in what it gives, and not as an exception? */
function tellsInResult(analysis: FileAnalysis, site: CallSite): boolean {
  return analysis.tables.result(analysis.resolver.pathOf(chainEnd(site.node))) !== undefined;
}

/** Does a call beside what is tried do something, or may it: what nobody can look into may be what was asked for. */
function mayAct(analysis: FileAnalysis, site: CallSite): boolean {
  if (changes(analysis, site)) return true;
  if (site.role || !isAwaited(site.node)) return false;
  const summary = analysis.summaryOf(analysis.resolver.functionOf(site.node.expression)?.ref);
  if (summary)
    return summary.guards.length === 0 && !(summary.sinks.length > 0 && summary.sinks.every(({ kind }) => kind === 'read-private'));
  // `await request.json()`, `await params`
  return inputOf(analysis, site.callee ?? '') === undefined && !/#(?:req|request)\b/.test(site.callee ?? '');
}

/** Is it written in the clause, or in front of what is tried, that its failure does not matter? */
function saysSo({ source }: FileAnalysis, attempt: ts.TryStatement): boolean {
  const before = source.text.slice(attempt.getFullStart(), attempt.getStart(source));
  return indifferent.test(before) || indifferent.test(attempt.catchClause!.getFullText(source));
}

/** Names that a piece of code gives a value, and those of what it calls methods of. */
function namesSetIn(node: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  walk(node, (inner) => {
    if (
      ts.isBinaryExpression(inner) &&
      inner.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      inner.operatorToken.kind <= ts.SyntaxKind.LastAssignment
    ) {
      let target = inner.left;
      while (ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target)) target = target.expression;
      if (ts.isIdentifier(target)) names.add(target.text);
    }
    // `results.push(await save(order))`
    if (
      ts.isCallExpression(inner) &&
      ts.isPropertyAccessExpression(inner.expression) &&
      /^(?:push|set|add|unshift)$/.test(inner.expression.name.text) &&
      ts.isIdentifier(inner.expression.expression)
    )
      names.add(inner.expression.expression.text);
    return true;
  });
  return names;
}
