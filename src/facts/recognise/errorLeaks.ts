import { ts } from 'ts-morph';
import type { ErrorLeak, Fact } from '../../model/facts';
import { callsBelow, enclosingCatch } from '../../syntax/flow';
import { propertyOf } from '../../syntax/nodes';
import { isFunctionNode } from '../../syntax/outline';
import type { FileAnalysis } from '../analysis';
import { caughtValues, isNarrowed, type CaughtValue } from '../caughtValues';
import { isBehindReturn } from '../reachedCode';
import { replyStatus, statusValue, type Status } from '../replies';
import { hasDirective } from './fileRoutes';

const leaks = new WeakMap<FileAnalysis, ErrorLeak[]>();

/** Values derived from a caught error that leave the server in an answer, an HTTP error or the result of an action. */
export function recogniseErrorLeaks(analysis: FileAnalysis): Fact[] {
  return [...errorLeaks(analysis), ...handedLeaks(analysis)];
}

/** Those in what this file answers itself, worked out once for it. */
export function errorLeaks(analysis: FileAnalysis): ErrorLeak[] {
  let known = leaks.get(analysis);
  if (!known) {
    known = find(analysis);
    leaks.set(analysis, known);
  }
  return known;
}

function find(analysis: FileAnalysis): ErrorLeak[] {
  if (analysis.context.side === 'client') return [];
  const facts: ErrorLeak[] = [];
  const add = (node: ts.Node, body: ts.Expression, via: ErrorLeak['via'], status: Status | undefined, library?: string): unknown =>
    facts.push(...leaksIn(analysis, node, body, via, status, library));
  for (const site of analysis.sitesWith('reply')) {
    const reply = site.role?.reply;
    if (!reply || reply.body === 'none') continue;
    const argument = site.node.arguments?.[reply.body];
    const options = reply.sent && argument ? analysis.resolver.deref(argument) : undefined;
    const bodies =
      options && ts.isObjectLiteralExpression(options) ? reply.sent!.flatMap((name) => propertyOf(options, name) ?? []) : [argument];
    for (const body of bodies)
      if (body && !ts.isMethodDeclaration(body))
        add(site.node, body, reply.throws ? 'throw' : 'reply', replyStatus(analysis, site), site.role!.library);
  }
  for (const assignment of analysis.outline.memberAssignments) {
    const role = analysis.tables.assignment(analysis.resolver.pathOf(assignment.left));
    if (role?.reply && role.reply.body !== 'none') add(assignment, assignment.right, 'reply', undefined);
  }
  for (const clause of analysis.outline.catches)
    if (isInAction(analysis, clause)) for (const value of returnsIn(clause.block)) add(value.parent, value, 'return', undefined);
  return facts;
}

function leaksIn(
  analysis: FileAnalysis,
  node: ts.Node,
  body: ts.Expression,
  via: ErrorLeak['via'],
  status: Status | undefined,
  library?: string,
): ErrorLeak[] {
  const values = caughtValues(analysis, body);
  // What happens in development alone, developers see.
  if (values.length === 0 || isBehindReturn(analysis, node)) return [];
  const narrowed =
    isNarrowed(analysis, node) || (typeof status === 'number' && status >= 400 && status < 500 && onlyParses(analysis, node));
  return distinct(values).map((value) => ({
    ...analysis.base(node),
    kind: 'errorLeak',
    what: value.what,
    ...(typeof status === 'number' ? { status } : {}),
    narrowed: value.narrowed || narrowed,
    expression: analysis.span(value.node),
    caughtAt: analysis.span(sourceOf(node)),
    via,
    ...(via === 'throw' && library !== undefined ? { library } : {}),
  }));
}

/** What is handed to a helper that answers with it: `sendError(res, 500, error.message)`. */
function handedLeaks(analysis: FileAnalysis): ErrorLeak[] {
  if (analysis.context.side === 'client') return [];
  return analysis.sites.flatMap(({ node, role }) => {
    if (role || !node.arguments?.some((argument) => !ts.isLiteralExpression(argument))) return [];
    const answers = analysis.summaryOf(analysis.resolver.functionOf(node.expression)?.ref)?.answers;
    if (!answers) return [];
    const said = answers.statusFrom === undefined ? undefined : node.arguments[answers.statusFrom];
    const status = said ? statusValue(analysis, said) : answers.status;
    return answers.params.flatMap((param) => {
      const handed = node.arguments![param];
      const leaks = handed && !ts.isSpreadElement(handed) ? leaksIn(analysis, node, handed, 'reply', status) : [];
      // What becomes of a whole error is the helper's doing, to be mended there once.
      return leaks.filter(({ what }) => what !== 'object');
    });
  });
}

/** Was nothing tried but reading what the caller sent? Then the error speaks of the caller's own text. */
function onlyParses(analysis: FileAnalysis, node: ts.Node): boolean {
  const clause = enclosingCatch(node);
  if (!clause) return false;
  const calls = callsBelow(clause.parent.tryBlock).filter((call) => !analysis.site(call)?.role?.reply);
  return calls.length > 0 && calls.every(parses);
}

/** `JSON.parse(text)`, or `await request.json()`. */
function parses({ expression, arguments: args }: ts.CallExpression | ts.NewExpression): boolean {
  return (
    /^(JSON\.parse|decodeURI(Component)?|atob|URL|BigInt)$/.test(expression.getText()) ||
    (ts.isPropertyAccessExpression(expression) && /^(json|formData|text)$/.test(expression.name.text) && (args?.length ?? 0) === 0)
  );
}

function distinct(values: readonly CaughtValue[]): CaughtValue[] {
  return values.filter((value, index) => values.findIndex((other) => other.node === value.node) === index);
}

/** The catch clause, or the function whose parameter the error is, or the place itself for errors in results. */
function sourceOf(node: ts.Node): ts.Node {
  const clause = enclosingCatch(node);
  if (clause) return clause.variableDeclaration ?? clause;
  let current: ts.Node = node;
  while (current.parent && !isFunctionNode(current)) current = current.parent;
  return isFunctionNode(current) ? (current.parameters[0] ?? node) : node;
}

function isInAction(analysis: FileAnalysis, clause: ts.CatchClause): boolean {
  const entry = analysis.entryAround(clause);
  if (!entry) return false;
  if (analysis.answering.has(entry)) return true;
  if (hasDirective(analysis.source.statements, 'use server')) return true;
  const body = entry.node.body;
  return body !== undefined && ts.isBlock(body) && hasDirective(body.statements, 'use server');
}

function returnsIn(block: ts.Block): ts.Expression[] {
  const values: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (isFunctionNode(node)) return;
    if (ts.isReturnStatement(node) && node.expression) values.push(node.expression);
    else ts.forEachChild(node, visit);
  };
  visit(block);
  return values;
}
