import { ts } from 'ts-morph';
import type { CatchFact, Fact } from '../../model/facts';
import type { Span } from '../../model/finding';
import { enclosingCatch } from '../../syntax/flow';
import { bare } from '../../syntax/nodes';
import { isFunctionNode } from '../../syntax/outline';
import type { CallSite, FileAnalysis } from '../analysis';
import { leavesOpen } from '../answers';
import { goesOn, indifferent } from '../heedlessSuccess';
import { aftermathOf, type Aftermath } from '../catchBody';
import { isBehindReturn } from '../reachedCode';
import { isBrowserCode, isOneOff } from '../serverCode';
import { triedWork } from '../triedWork';
import { isOneOfSeveral, isOneOfSeveralAsks } from '../triedWays';

/** Catch clauses and `.catch(…)` callbacks, with what becomes of the failure. */
export function recogniseCatches(analysis: FileAnalysis): Fact[] {
  const facts: CatchFact[] = [];
  for (const clause of analysis.outline.catches) {
    if (isBehindReturn(analysis, clause)) continue;
    const name = clause.variableDeclaration?.name;
    const binding = name && ts.isIdentifier(name) ? name.text : undefined;
    const after = aftermathOf(analysis, clause.block, binding);
    if (after.replies?.success && keepsQuiet(analysis, after.replies.span, clause.parent.tryBlock)) after.replies.alike = true;
    const taken = name && !ts.isIdentifier(name);
    const { tried, ...rest } = common(analysis, clause, clause.parent.tryBlock);
    const isPassed = after.returns === 'nothing' && !after.replies && !tried.writes && isOneOfSeveral(clause.parent);
    const start = clause.getStart(analysis.source);
    facts.push({
      ...rest,
      tried: isPassed ? { ...tried, probe: true } : tried,
      form: 'clause',
      ...(binding !== undefined ? { binding } : {}),
      ...after,
      ...(taken ? { forwards: true } : {}),
      ...(!taken && endsThere(after) && leavesOpen(analysis, clause, clause.parent.tryBlock) ? { leavesOpen: true as const } : {}),
      ...(!taken && endsThere(after) && goesOn(analysis, clause) ? { goesOn: true as const } : {}),
      ...emptiness(analysis, clause.block),
      head: { start, end: clause.block.getStart(analysis.source) },
    });
  }
  for (const site of analysis.sites) {
    const fact = callbackFact(analysis, site.node);
    if (fact) facts.push(fact);
  }
  return facts;
}

/** Does nobody else hear of the failure? */
function endsThere({ replies, forwards, rethrows }: Aftermath): boolean {
  return !replies && !forwards && !rethrows;
}

function common(
  analysis: FileAnalysis,
  node: ts.Node,
  tried: ts.Node,
): Pick<CatchFact, keyof ReturnType<FileAnalysis['base']> | 'kind' | 'tried' | 'role'> {
  return { ...analysis.base(node), kind: 'catch', tried: triedWork(analysis, tried, isOnErrorPath(node)), role: roleOf(analysis, node) };
}

/** In another catch clause, a finally block or a block that throws in the end: what fails there must not hide the first failure. */
function isOnErrorPath(node: ts.Node): boolean {
  const outer = ts.isCatchClause(node) ? node.parent : node;
  if (enclosingCatch(outer) || endsInThrow(outer)) return true;
  let child: ts.Node = outer;
  for (let parent = outer.parent; parent && !isFunctionNode(parent); child = parent, parent = parent.parent)
    if (ts.isTryStatement(parent) && parent.finallyBlock === child) return true;
  return false;
}

const conditional = /\bif\b[^.]*\b(account|e-?mail|address|user|profile)\b/i;

/** Is the answer at a place, word for word, one that success gets, which tells on purpose of neither: "if there is such an account, …"? */
function keepsQuiet(analysis: FileAnalysis, place: Span, tried: ts.Block): boolean {
  const said = (site: CallSite): string => {
    const { reply } = site.role!;
    const body = reply!.body === 'none' ? undefined : site.node.arguments?.[reply!.body];
    const value = body && analysis.resolver.deref(body);
    return value ? value.getText(value.getSourceFile()).replace(/\s+/g, ' ') : '';
  };
  const answers = analysis.sitesWith('reply').filter((site) => site.role?.reply);
  const own = answers.find(({ node }) => node.getStart(analysis.source) === place.start);
  const text = own ? said(own) : '';
  return conditional.test(text) && answers.some((site) => tried.pos <= site.node.pos && site.node.end <= tried.end && said(site) === text);
}

/** Does the block that a statement stands in throw when it comes to its end? */
function endsInThrow(node: ts.Node): boolean {
  let statement = node;
  while (!ts.isBlock(statement.parent) && !ts.isSourceFile(statement.parent) && !isFunctionNode(statement.parent))
    statement = statement.parent;
  const { parent } = statement;
  const last = ts.isBlock(parent) || ts.isSourceFile(parent) ? parent.statements.at(-1) : undefined;
  return last !== undefined && last !== statement && ts.isThrowStatement(last);
}

function roleOf(analysis: FileAnalysis, node: ts.Node): CatchFact['role'] {
  const entry = analysis.entryAround(node);
  if (entry) return analysis.entries.get(entry)!;
  if (isBrowserCode(analysis)) return 'client';
  return isOneOff(analysis) ? 'script' : 'other';
}

function emptiness(analysis: FileAnalysis, body: ts.Node): Pick<CatchFact, 'empty' | 'intent'> {
  if (!ts.isBlock(body) || body.statements.length > 1) return { empty: false };
  const only = body.statements[0];
  if (only && !ts.isReturnStatement(only) && !ts.isContinueStatement(only) && !ts.isBreakStatement(only)) return { empty: false };
  const open = body.getStart(analysis.source) + 1;
  const { text } = analysis.source;
  const inside = only
    ? `${text.slice(open, only.getStart(analysis.source))}\n${text.slice(only.end, body.end - 1)}`
    : text.slice(open, body.end - 1);
  const intent = inside
    .replace(/^\s*(\/\/+|\/\*+|\*+)?/gm, '')
    .replace(/\*\/\s*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  return { empty: only === undefined, ...(intent !== '' && !intent.startsWith('production-gap') ? { intent } : {}) };
}

/** `.catch(callback)`: a callback that can be looked into, or a known function. */
function callbackFact(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): CatchFact | undefined {
  const callee = bare(node.expression);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(callee)) return undefined;
  const argument =
    callee.name.text === 'catch' && node.arguments.length === 1
      ? node.arguments[0]
      : callee.name.text === 'then' && node.arguments.length === 2
        ? node.arguments[1]
        : undefined;
  if (!argument || !isPromise(analysis, callee.expression)) return undefined;
  const after = afterCallback(analysis, bare(argument));
  if (!after) return undefined;
  const head: Span = { start: callee.name.getStart(analysis.source), end: Math.min(node.end, argument.getStart(analysis.source)) };
  const intent = after.intent ?? statedIntent(analysis, node, argument);
  const { tried, ...rest } = common(analysis, node, callee.expression);
  const isPassed = after.returns === 'default' && !tried.writes && isOneOfSeveralAsks(analysis, node);
  return {
    ...rest,
    tried: isPassed ? { ...tried, probe: true } : tried,
    form: 'callback',
    ...after,
    ...(endsThere(after) && leavesOpen(analysis, node, callee.expression) ? { leavesOpen: true as const } : {}),
    ...(intent !== undefined ? { intent } : {}),
    head,
  };
}

/** What the code says about dropping a failure: `void`, a comment before the callback or after the call, a comment above the statement. */
function statedIntent(analysis: FileAnalysis, node: ts.CallExpression, argument: ts.Expression): string | undefined {
  if (ts.isVoidExpression(node.parent)) return 'void';
  const { text } = analysis.source;
  const said = (ranges: ts.CommentRange[] | undefined, words: RegExp) =>
    (ranges ?? []).filter(({ pos, end }) => words.test(text.slice(pos, end)) && !text.slice(pos, end).includes('production-gap'));
  let statement: ts.Node = node;
  while (statement.parent && !ts.isStatement(statement)) statement = statement.parent;
  const range = [
    ...said(ts.getLeadingCommentRanges(text, argument.getFullStart()), /./),
    ...said(ts.getTrailingCommentRanges(text, statement.end), indifferent),
    ...said(ts.getLeadingCommentRanges(text, statement.getFullStart()), indifferent),
  ][0];
  return (
    range &&
    text
      .slice(range.pos, range.end)
      .replace(/^\/[/*]+|\*\/$/g, '')
      .trim()
  );
}

/** Schemas have a `.catch` of their own. */
function isPromise(analysis: FileAnalysis, receiver: ts.Expression): boolean {
  const path = analysis.resolver.pathOf(receiver);
  if (path !== undefined && /^(zod|valibot|yup|@hookform|effect)\b/.test(path)) return false;
  // `kept.finally(…).catch(() => {})` only keeps this copy of a promise quiet; whoever holds the first one sees its failure.
  let root = bare(receiver);
  while (ts.isCallExpression(root) && ts.isPropertyAccessExpression(root.expression) && root.expression.name.text === 'finally')
    root = bare(root.expression.expression);
  return ts.isCallExpression(root) || ts.isNewExpression(root) || root === bare(receiver);
}

function afterCallback(
  analysis: FileAnalysis,
  argument: ts.Expression,
): (Aftermath & Pick<CatchFact, 'empty' | 'intent' | 'binding'>) | undefined {
  const declaration = ts.isIdentifier(argument) ? analysis.resolver.declarations.find(argument) : undefined;
  if (declaration?.kind === 'variable' && !declaration.constant) return undefined;
  const local = analysis.resolver.functionOf(argument)?.local;
  if (local?.node.body) {
    const name = local.node.parameters[0]?.name;
    const binding = name && ts.isIdentifier(name) ? name.text : undefined;
    const after = aftermathOf(analysis, local.node.body, binding);
    return {
      ...after,
      ...(name && !ts.isIdentifier(name) ? { forwards: true } : {}),
      ...(binding !== undefined ? { binding } : {}),
      ...emptiness(analysis, local.node.body),
    };
  }
  const path = analysis.resolver.pathOf(argument);
  const log = analysis.tables.call(path)?.log;
  if (!log) return undefined;
  return {
    logs: log.tracker ? 'tracker' : log.style === 'console' ? 'console' : 'logger',
    rethrows: false,
    forwards: false,
    returns: 'nothing',
    empty: false,
  };
}
