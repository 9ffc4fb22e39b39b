import { ts } from 'ts-morph';
import type { ErrorLeak, Fact } from '../../model/facts';
import { callsBelow, enclosingCatch } from '../../syntax/flow';
import { bare, propertyOf } from '../../syntax/nodes';
import { isFunctionNode } from '../../syntax/outline';
import type { FileAnalysis } from '../analysis';
import { caughtValues, isNarrowed, type CaughtValue } from '../caughtValues';
import { isBehindReturn, isPutForDevelopers } from '../reachedCode';
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
  const add = (node: ts.Node, body: ts.Expression, way: Way): unknown => facts.push(...leaksIn(analysis, node, body, way));
  for (const site of analysis.sitesWith('reply')) {
    const reply = site.role?.reply;
    if (!reply || reply.body === 'none') continue;
    const argument = site.node.arguments?.[reply.body];
    const options = reply.sent && argument ? analysis.resolver.deref(argument) : undefined;
    const bodies =
      options && ts.isObjectLiteralExpression(options) ? reply.sent!.flatMap((name) => propertyOf(options, name) ?? []) : [argument];
    for (const body of bodies)
      if (body && !ts.isMethodDeclaration(body))
        add(site.node, body, {
          via: reply.throws ? 'throw' : 'reply',
          status: replyStatus(analysis, site),
          library: site.role!.library,
          ...(reply.throwsErrors ? { errors: 'throw' } : {}),
        });
  }
  for (const assignment of analysis.outline.memberAssignments) {
    const role = analysis.tables.assignment(analysis.resolver.pathOf(assignment.left));
    if (role?.reply && role.reply.body !== 'none') add(assignment, assignment.right, { via: 'reply' });
  }
  for (const clause of analysis.outline.catches)
    if (isInAction(analysis, clause)) for (const value of returnsIn(clause.block)) add(value.parent, value, { via: 'return' });
  return facts;
}

/** How something leaves the server: `errors` for a whole error that is given as it is. */
interface Way {
  via: ErrorLeak['via'];
  errors?: ErrorLeak['via'];
  status?: Status | undefined;
  library?: string | undefined;
}

function leaksIn(analysis: FileAnalysis, node: ts.Node, body: ts.Expression, { via, errors = via, status, library }: Way): ErrorLeak[] {
  const values = caughtValues(analysis, body);
  // What happens in development alone, developers see.
  if (values.length === 0 || isBehindReturn(analysis, node) || isPutForDevelopers(analysis, node) || triesNothing(analysis, node))
    return [];
  const narrowed =
    isNarrowed(analysis, node) || (typeof status === 'number' && status >= 400 && status < 500 && onlyParses(analysis, node));
  return distinct(values).map((value) => {
    const isError = value.what === 'object' && bare(body) === value.node && errors !== via && enclosingCatch(node) !== undefined;
    const way = isError ? errors : via;
    return {
      ...analysis.base(node),
      kind: 'errorLeak',
      what: isError ? 'message' : value.what,
      ...(typeof status === 'number' ? { status } : {}),
      narrowed: value.narrowed || narrowed || (isError && onlyVerifies(analysis, node)),
      expression: analysis.span(value.node),
      caughtAt: analysis.span(sourceOf(node)),
      via: way,
      ...(way === 'throw' && library !== undefined ? { library } : {}),
    };
  });
}

/** What is handed to a helper that answers with it: `sendError(res, 500, error.message)`. */
function handedLeaks(analysis: FileAnalysis): ErrorLeak[] {
  if (analysis.context.side === 'client') return [];
  return analysis.sites.flatMap(({ node, role }) => {
    // What a function of another file does costs more to find out than what is handed to it.
    if (role || !node.arguments?.some((argument) => tellsOfError(analysis, argument))) return [];
    const answers = analysis.summaryOf(analysis.resolver.functionOf(node.expression)?.ref)?.answers;
    if (!answers) return [];
    const said = answers.statusFrom === undefined ? undefined : node.arguments[answers.statusFrom];
    const status = said ? statusValue(analysis, said) : answers.status;
    return answers.params.flatMap((param) => {
      const handed = node.arguments![param];
      const leaks = handed && !ts.isSpreadElement(handed) ? leaksIn(analysis, node, handed, { via: 'reply', status }) : [];
      // What becomes of a whole error is the helper's doing, to be mended there once.
      return leaks.filter(({ what }) => what !== 'object');
    });
  });
}

/** What people call errors, and what is made of them. */
const errorWord = /err|exc|msg|message|reason|detail|cause|stack|fail|fault|problem|caught|\be\b|\bex\b/i;

/** Is the text of an error in an argument? A whole error is none. */
function tellsOfError(analysis: FileAnalysis, argument: ts.Expression): boolean {
  if (ts.isLiteralExpression(argument) || ts.isSpreadElement(argument) || isFunctionNode(argument)) return false;
  // Most arguments of most calls have nothing to do with errors, and say so before anybody looks where they come from.
  if (!errorWord.test(analysis.source.text.slice(argument.pos, argument.end)) && !enclosingCatch(argument)) return false;
  return caughtValues(analysis, argument).some(({ what }) => what !== 'object');
}

/** Was nothing tried but a fixed answer, so that there is no failure to speak of: `res.json({ message: 'not yet' })`? */
function triesNothing(analysis: FileAnalysis, node: ts.Node): boolean {
  const clause = enclosingCatch(node);
  if (!clause) return false;
  const { statements } = clause.parent.tryBlock;
  return statements.length > 0 && statements.every((statement) => isFixedAnswer(analysis, statement));
}

function isFixedAnswer(analysis: FileAnalysis, statement: ts.Statement): boolean {
  if (!(ts.isExpressionStatement(statement) || ts.isReturnStatement(statement)) || !statement.expression) return false;
  const answer = bare(statement.expression);
  if (!ts.isCallExpression(answer) || !analysis.site(answer)?.role?.reply) return false;
  for (let call: ts.Expression = answer; ts.isCallExpression(call);) {
    if (!call.arguments.every(isFixed)) return false;
    call = ts.isPropertyAccessExpression(call.expression) ? bare(call.expression.expression) : call.expression;
  }
  return true;
}

/** Is a value written out? */
function isFixed(node: ts.Expression): boolean {
  const value = bare(node);
  if (ts.isObjectLiteralExpression(value))
    return value.properties.every((property) => ts.isPropertyAssignment(property) && isFixed(property.initializer));
  if (ts.isArrayLiteralExpression(value)) return value.elements.every(isFixed);
  return ts.isLiteralExpression(value) || /^(?:true|false|null|undefined)$/.test(value.getText());
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

/** Was nothing tried but finding out who calls? Then the error is the refusal that callers are meant to get. */
function onlyVerifies(analysis: FileAnalysis, node: ts.Node): boolean {
  const calls = callsBelow(enclosingCatch(node)!.parent.tryBlock).filter((call) => !analysis.site(call)?.role?.reply);
  return calls.length > 0 && calls.every((call) => analysis.site(call)?.role?.verify !== undefined);
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
