import { ts } from 'ts-morph';
import type { FunctionSummary } from '../model/facts';
import { leaves } from '../syntax/flow';
import { bare } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { replyStatus, statusArgument } from './replies';

type Answered = NonNullable<FunctionSummary['answers']>;

/**
 * Which parameters a helper puts into an answer as they are, with the status of that answer: `fail(res, 500, message)`. Only what it does for every
 * call counts: what it answers under a condition may be meant for some kinds of failure, or for development.
 */
export function answeredParameters(analysis: FileAnalysis, fn: FunctionInfo, sites: readonly CallSite[]): Answered | undefined {
  if (fn.node.parameters.length === 0 || analysis.entries.has(fn)) return undefined;
  for (const site of sites) {
    const reply = site.role?.reply;
    const body = !reply || reply.body === 'none' || reply.throws || reply.sent ? undefined : site.node.arguments?.[reply.body];
    if (!body || !isAlwaysReached(site.node, fn.node)) continue;
    const params = [...new Set(parametersIn(analysis, body, fn))];
    if (params.length === 0) continue;
    const status = replyStatus(analysis, site);
    const given = status === 'computed' ? givenParameter(analysis, statusArgument(site), fn) : undefined;
    const usual = given === undefined ? undefined : fn.node.parameters[given]?.initializer;
    const fixed = status === 'computed' ? (usual && ts.isNumericLiteral(usual) ? Number(usual.text) : undefined) : status;
    return { params, ...(fixed === undefined ? {} : { status: fixed }), ...(given === undefined ? {} : { statusFrom: given }) };
  }
  return undefined;
}

/** Does every call get to a place? Whether an answer has begun already makes no difference. */
function isAlwaysReached(node: ts.Node, fn: ts.Node): boolean {
  let child = node;
  for (let parent = node.parent; parent && child !== fn; child = parent, parent = parent.parent) {
    if (isFunctionNode(child)) return false;
    const condition =
      ts.isIfStatement(parent) && child !== parent.expression
        ? parent.expression
        : ts.isConditionalExpression(parent) && child !== parent.condition
          ? parent.condition
          : undefined;
    if ((condition && !/headersSent|writableEnded/.test(condition.getText())) || ts.isCaseOrDefaultClause(parent)) return false;
    if (ts.isBlock(parent) && parent.statements.some((before) => before.pos < child.pos && mayLeave(before))) return false;
  }
  return true;
}

function mayLeave(statement: ts.Statement): boolean {
  return (
    ts.isSwitchStatement(statement) ||
    (ts.isIfStatement(statement) &&
      (leaves(statement.thenStatement) || statement.elseStatement !== undefined) &&
      !/headersSent|writableEnded/.test(statement.expression.getText()))
  );
}

/** Parameters of the function whose text can be read in a value. */
function parametersIn(analysis: FileAnalysis, expression: ts.Expression, fn: FunctionInfo, depth = 6): number[] {
  const again = (inner: ts.Expression): number[] => (depth === 0 ? [] : parametersIn(analysis, inner, fn, depth - 1));
  const value = bare(expression);
  if (ts.isIdentifier(value)) {
    const param = givenParameter(analysis, value, fn);
    if (param !== undefined) return [param];
    const held = analysis.resolver.deref(value, 1);
    return held === value ? [] : again(held);
  }
  if (ts.isBinaryExpression(value))
    return /^(\|\||\?\?|\+)$/.test(ts.tokenToString(value.operatorToken.kind) ?? '') ? [...again(value.left), ...again(value.right)] : [];
  if (ts.isTemplateExpression(value)) return value.templateSpans.flatMap(({ expression: part }) => again(part));
  if (ts.isObjectLiteralExpression(value))
    return value.properties.flatMap((property) =>
      ts.isPropertyAssignment(property)
        ? again(property.initializer)
        : ts.isShorthandPropertyAssignment(property)
          ? again(property.name)
          : [],
    );
  if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap((element) => (ts.isSpreadElement(element) ? [] : again(element)));
  const isWritten = ts.isCallExpression(value) && analysis.resolver.pathOf(value.expression) === 'global#JSON.stringify';
  return isWritten && value.arguments.length === 1 ? again(value.arguments[0]!) : [];
}

/** The parameter that a name stands for, unless something else is put in its place on the way. */
export function givenParameter(analysis: FileAnalysis, expression: ts.Expression | undefined, fn: FunctionInfo): number | undefined {
  const value = expression && bare(expression);
  const found = value && ts.isIdentifier(value) ? analysis.resolver.declarations.find(value) : undefined;
  if (found?.kind !== 'parameter' || found.fn !== fn.node || found.steps.length > 0 || found.node.dotDotDotToken) return undefined;
  const isReplaced = (analysis.outline.assignments.get((value as ts.Identifier).text) ?? []).some((assignment) => {
    const other = analysis.resolver.declarations.find(assignment.left as ts.Identifier);
    return other?.kind === 'parameter' && other.node === found.node;
  });
  return isReplaced ? undefined : found.index;
}
