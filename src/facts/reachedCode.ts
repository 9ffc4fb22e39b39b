import { ts } from 'ts-morph';
import { leaves, mentions } from '../syntax/flow';
import { bare, constantString } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { alternatives } from './conditions';

/**
 * Does nothing get to a place, since a statement in front of it always leaves: `return ignored; await insert(…)`, or does so in
 * production: `if (process.env.NODE_ENV === 'production') return res.sendStatus(404)`?
 */
export function isBehindReturn(analysis: FileAnalysis, node: ts.Node): boolean {
  let child = node;
  for (; child.parent && !isFunctionNode(child); child = child.parent) {
    const { parent } = child;
    if (ts.isBlock(parent) && child.pos >= leftAt(analysis, parent)) return true;
  }
  return isHandedToQuitter(analysis, child);
}

/** Is a place reached by developers and tests alone: `if (process.env.NODE_ENV === 'development') app.use(morgan('dev'))`? */
export function isNeverInProduction(analysis: FileAnalysis, node: ts.Node): boolean {
  for (let child = node, { parent } = node; parent && !isFunctionNode(child); child = parent, { parent } = parent)
    if (
      ts.isIfStatement(parent) &&
      parent.expression !== child &&
      holdsInProduction(analysis, parent.expression, 2, parent.thenStatement === child)
    )
      return true;
  return false;
}

/** Does a place stand in a function that is handed over in development alone: `if (app.get('env') === 'development') app.use((error, req, res, next) => …)`? */
export function isPutForDevelopers(analysis: FileAnalysis, node: ts.Node): boolean {
  for (let fn: ts.Node | undefined = node; fn?.parent; fn = fn.parent)
    if ((ts.isArrowFunction(fn) || ts.isFunctionExpression(fn)) && isNeverInProduction(analysis, fn.parent)) return true;
  return false;
}

const left = new WeakMap<FileAnalysis, Map<ts.Block, number>>();

/** Where the first statement of a block that always leaves ends, as a 0-based offset; infinity where none does. */
function leftAt(analysis: FileAnalysis, block: ts.Block): number {
  let known = left.get(analysis);
  if (!known) left.set(analysis, (known = new Map()));
  let end = known.get(block);
  if (end === undefined) known.set(block, (end = block.statements.find((statement) => alwaysLeaves(analysis, statement))?.end ?? Infinity));
  return end;
}

function alwaysLeaves(analysis: FileAnalysis, statement: ts.Statement): boolean {
  if (ts.isReturnStatement(statement) || ts.isThrowStatement(statement)) return true;
  return ts.isIfStatement(statement) && leaves(statement.thenStatement) && holdsInProduction(analysis, statement.expression, 2);
}

/** `wrap(() => …)`, where the function of this file that is handed the other one leaves before it names it. */
function isHandedToQuitter(analysis: FileAnalysis, fn: ts.Node): boolean {
  if (!ts.isArrowFunction(fn) && !ts.isFunctionExpression(fn)) return false;
  const call = fn.parent;
  const index = ts.isCallExpression(call) ? call.arguments.indexOf(fn) : -1;
  const wrapper = index === -1 ? undefined : analysis.resolver.functionOf((call as ts.CallExpression).expression)?.local?.node;
  const name = wrapper?.parameters[index]?.name;
  if (!wrapper?.body || !ts.isBlock(wrapper.body) || !name || !ts.isIdentifier(name)) return false;
  for (const statement of wrapper.body.statements) {
    if (mentions(statement, new Set([name.text]))) return false;
    if (alwaysLeaves(analysis, statement)) return true;
  }
  return false;
}

const environment = /\.(?:NODE_ENV|VERCEL_ENV|APP_ENV)$/;

/** `process.env.NODE_ENV`, or what a framework gives for it: `app.get('env')`. */
function namesEnvironment(analysis: FileAnalysis, expression: ts.Expression): boolean {
  const value = bare(analysis.resolver.deref(expression));
  const asked = ts.isCallExpression(value) ? analysis.site(value)?.role?.environment : undefined;
  if (asked !== undefined && ts.isCallExpression(value))
    return value.arguments.length === 1 && constantString(value.arguments[0]) === asked;
  return environment.test(analysis.resolver.pathOf(expression) ?? '');
}

/** `process.env.NODE_ENV === 'production'`, `!isDevelopment`, `!isEnabled()`: alone, or as one of several conditions of which one is enough. */
function holdsInProduction(analysis: FileAnalysis, condition: ts.Expression, depth: number, negated = false): boolean {
  const value = bare(condition);
  if (ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken)
    return holdsInProduction(analysis, value.operand, depth, !negated);
  if (ts.isIdentifier(value) && depth > 0) {
    const behind = analysis.resolver.deref(value, 1);
    return behind !== value && holdsInProduction(analysis, behind, depth - 1, negated);
  }
  if (ts.isCallExpression(value) && value.arguments.length === 0 && depth > 0) {
    const told = analysis.resolver.functionOf(value.expression)?.local?.node.body;
    const answer =
      told && ts.isBlock(told)
        ? told.statements.length === 1 && ts.isReturnStatement(told.statements[0]!)
          ? told.statements[0].expression
          : undefined
        : told;
    return answer !== undefined && holdsInProduction(analysis, answer, depth - 1, negated);
  }
  if (!ts.isBinaryExpression(value)) return false;
  const operator = value.operatorToken.kind;
  // `!(a && b)` is as good as `!a || !b`.
  if (operator === (negated ? ts.SyntaxKind.AmpersandAmpersandToken : ts.SyntaxKind.BarBarToken))
    return [value.left, value.right].some((side) => holdsInProduction(analysis, side, depth, negated));
  const isEqual = operator === ts.SyntaxKind.EqualsEqualsEqualsToken || operator === ts.SyntaxKind.EqualsEqualsToken;
  if (!isEqual && operator !== ts.SyntaxKind.ExclamationEqualsEqualsToken && operator !== ts.SyntaxKind.ExclamationEqualsToken)
    return false;
  const text = constantString(value.right);
  if (text === undefined || !namesEnvironment(analysis, value.left)) return false;
  return isEqual === negated ? /^(?:dev|development|test|local)$/.test(text) : /^prod(?:uction)?$/.test(text);
}

/** What a condition finds missing: both sides of `!a || !b`. */
export function absent(condition: ts.Expression): ts.Expression[] {
  return alternatives(condition).flatMap((part) =>
    ts.isPrefixUnaryExpression(part) && part.operator === ts.SyntaxKind.ExclamationToken ? [bare(part.operand)] : [],
  );
}
