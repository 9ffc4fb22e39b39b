import { ts } from 'ts-morph';
import type { ResultUse } from '../../model/facts';
import type { ResultRole } from '../../model/library';
import { boundNames, dispositionOf, following, leaves, mentions } from '../../syntax/flow';
import { bare } from '../../syntax/nodes';
import { isFunctionNode } from '../../syntax/outline';
import type { FileAnalysis } from '../analysis';
import { absentName, alternatives } from '../conditions';
import { isOneOff } from '../serverCode';
import { errorOf } from './resultErrors';

const deliberateComment =
  /fire[- ]and[- ]forget|best[- ]effort|non[- ]?(critical|blocking)|informational|ignor(e|ing) (the )?(error|result|failure)|don'?t care|optional|analytics/i;

/** Every place where the result of a call that reports failure in its result is consumed, or not. */
export function recogniseResultUses(analysis: FileAnalysis): ResultUse[] {
  const facts: ResultUse[] = [];
  // Whoever starts a repair by hand sees what came of it.
  if (!analysis.mayHold(analysis.tables.traces) || isOneOff(analysis)) return facts;
  const found = new Map<ts.Node, ResultUse>();
  for (const { node } of analysis.sites) {
    if (isInsideChain(node)) continue;
    const role = analysis.tables.result(analysis.resolver.pathOf(node));
    if (role) found.set(node, useOf(analysis, node, role));
  }
  // `save().then(show)` gives no other result than `save()`: what is known of that is told once, and what a callback looks at was looked at.
  for (const [node, fact] of found) {
    const inner = found.get(receiverOf(node) ?? node) ?? fact;
    if (inner === fact || (isLost(inner) && !isLost(fact))) facts.push(fact);
  }
  return facts;
}

/** Does nobody look at the error? */
function isLost({ error }: ResultUse): boolean {
  return error === 'ignored' || error === 'omitted' || error === 'unread';
}

/** The call whose promise another one goes on with. */
function receiverOf(node: ts.Node): ts.Node | undefined {
  const callee = ts.isCallExpression(node) ? node.expression : undefined;
  return callee && ts.isPropertyAccessExpression(callee) && /^(then|catch|finally)$/.test(callee.name.text)
    ? bare(callee.expression)
    : undefined;
}

/** A call whose value is only the receiver of a further call of the same chain. */
function isInsideChain(node: ts.Node): boolean {
  const parent = node.parent;
  return (
    ts.isPropertyAccessExpression(parent) &&
    parent.expression === node &&
    ts.isCallExpression(parent.parent) &&
    !/^(then|catch|finally)$/.test(parent.name.text)
  );
}

function useOf(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression, role: ResultRole & { library: string }): ResultUse {
  return {
    ...analysis.base(node),
    kind: 'resultUse',
    library: role.library,
    label: labelOf(analysis, node),
    effect: role.effect,
    error: errorOf(analysis, node, role),
    errorName: role.error,
    deliberate: isDeliberate(analysis, node),
    ...(isClient(analysis) ? { client: true } : {}),
    ...(role.minor ? { minor: true } : {}),
    optionalRow: role.optionalRow ?? false,
    ...(isAnswered(analysis, node) ? { answered: true as const } : {}),
  };
}

/** Does the next step that looks at what came end the function where nothing did? */
function isAnswered(analysis: FileAnalysis, node: ts.Expression): boolean {
  const disposition = dispositionOf(node);
  if (disposition.kind !== 'bound' || !ts.isObjectBindingPattern(disposition.name)) return false;
  const names = new Set(boundNames(disposition.name));
  const statement = disposition.declaration.parent.parent;
  if (!ts.isVariableStatement(statement)) return false;
  const next = following(statement).find((statement) => mentions(statement, names));
  return (
    next !== undefined &&
    ts.isIfStatement(next) &&
    ends(analysis, next.thenStatement) &&
    alternatives(next.expression).some((part) => names.has(absentName(part) ?? ''))
  );
}

function ends(analysis: FileAnalysis, branch: ts.Statement): boolean {
  if (leaves(branch)) return true;
  const last = ts.isBlock(branch) ? branch.statements.at(-1) : branch;
  const call = last && ts.isExpressionStatement(last) ? bare(last.expression) : undefined;
  return call !== undefined && ts.isCallExpression(call) && analysis.site(call)?.role?.leaves !== undefined;
}

/** Code that runs in a browser: by its place, or because it is a component or a hook. */
function isClient(analysis: FileAnalysis): boolean {
  if (analysis.context.side !== 'unknown') return analysis.context.side === 'client';
  return analysis.file.endsWith('x') && analysis.imports.has('react');
}

/** `supabase.from('orders').insert`: the chain up to the call that says what it does. */
function labelOf(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): string {
  let current: ts.Expression = node;
  let text = '';
  while (ts.isCallExpression(current) && ts.isPropertyAccessExpression(current.expression)) {
    const role = analysis.site(current)?.role;
    if (role?.data || role?.verify) text = analysis.label(current.expression, 70);
    current = bare(current.expression.expression);
  }
  return (text || analysis.label(node.expression, 70)).replace(/\s+\./g, '.');
}

function isDeliberate(analysis: FileAnalysis, node: ts.Node): boolean {
  let statement: ts.Node = node;
  while (statement.parent && !ts.isStatement(statement)) {
    if (ts.isVoidExpression(statement)) return true;
    statement = statement.parent;
  }
  return (
    saysDeliberate(analysis, statement, true) || isTrace(node) || isReadMark(node) || saysDeliberate(analysis, tryAround(statement), false)
  );
}

/** Does a comment above a statement say so, or one behind it? */
function saysDeliberate(analysis: FileAnalysis, statement: ts.Node | undefined, behind: boolean): boolean {
  if (!statement) return false;
  const { text } = analysis.source;
  const comments = [
    ...(ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? []),
    ...(behind ? (ts.getTrailingCommentRanges(text, statement.end) ?? []) : []),
  ];
  return comments.some((range) => deliberateComment.test(text.slice(range.pos, range.end)));
}

/** The `try` that a statement stands in, within its function: what is said above it is said of all in it. */
function tryAround(statement: ts.Node): ts.Node | undefined {
  for (let node = statement; node.parent && !isFunctionNode(node); node = node.parent)
    if (ts.isTryStatement(node.parent) && node.parent.tryBlock === node) return node.parent;
  return undefined;
}

const traced =
  /^(?:\w+_)?(?:sync|debug|scraper?|scraping|error|fallback|search|request|api|e?mail|webhook|cron|job|import|system|app|function|perf\w*)_logs?$/i;

/** A line about what the machine did, which is done or has failed already. Who did what, for others to see, is more: `approval_logs`. */
function isTrace(node: ts.Node): boolean {
  for (let call = node; ts.isCallExpression(call) || ts.isPropertyAccessExpression(call); call = call.expression) {
    const [named] = ts.isCallExpression(call) ? call.arguments : [];
    if (named && ts.isStringLiteralLike(named) && traced.test(named.text)) return true;
  }
  return false;
}

/** Names of what only says that somebody has seen something, or when. */
const readMark =
  /^(?:is_?|was_?)?(?:read|seen|viewed)$|^(?:last_?)?(?:read|seen|viewed)_?(?:at|on|time)$|^last_?(?:read|seen)(?:_?\w*_?id)?$/i;

/** Does a call change nothing but the mark that somebody has seen something? It is set again the next time. */
function isReadMark(node: ts.Node): boolean {
  for (let call = node; ts.isCallExpression(call) || ts.isPropertyAccessExpression(call); call = call.expression) {
    if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== 'update') continue;
    const [values] = call.arguments;
    if (!values || !ts.isObjectLiteralExpression(values) || values.properties.length === 0) return false;
    return values.properties.every(
      ({ name }) => name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) && readMark.test(name.text),
    );
  }
  return false;
}
