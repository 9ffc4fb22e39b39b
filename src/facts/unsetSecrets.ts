import { ts } from 'ts-morph';
import { conditionOf } from '../syntax/conditions';
import { following, isEmptyValue, leaves, mentions } from '../syntax/flow';
import { bare, constantString, walk } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { refusesOthers } from './checkedForSome';
import { alternatives } from './conditions';
import { doesSomething } from './effects';
import { hasFallback, isFallback } from './fallbacks';
import { conjuncts } from './knownCallers';
import { onlyAnswers } from './onlyAnswers';
import { passesOn, refusalIn } from './refusals';

/**
 * The setting without which a comparison with it is left out, and everybody is let in: `if (key && header !== key) return res.sendStatus(401);`,
 * `if (key) { if (header !== key) … }`, `if (!key) return next();`. Whether it is set, no code tells.
 */
export function unsetSetting(analysis: FileAnalysis, test: ts.Node, fn: FunctionInfo): string | undefined {
  const name = askedWith(analysis, test) ?? askedAround(analysis, test, fn);
  return name === undefined || isDemandedLive(analysis, fn, name) ? undefined : name;
}

const live = /\b(?:NODE_ENV|VERCEL_ENV|APP_ENV)\b['"\]]*\s*===?\s*['"]production['"]|^!?\w*\bis_?Prod(?:uction)?\b(?:\(\))?$/i;

/** Does production refuse everybody without it: `if (!key && isProduction) return res.sendStatus(500)`, `if (!key) { if (isProduction) throw …; return next(); }`? */
function isDemandedLive(analysis: FileAnalysis, fn: FunctionInfo, name: string): boolean {
  const isLive = (part: ts.Expression): boolean =>
    live.test(part.getText(analysis.source)) && !part.getText(analysis.source).startsWith('!');
  const refuses = (branch: ts.Statement): boolean => leaves(branch) && !letsIn(analysis, branch, fn);
  return fn.ifs.some((test) => {
    if (!ts.isIfStatement(test)) return false;
    const parts = conjuncts(bare(test.expression));
    if (!parts.some((part) => absentSetting(analysis, part) === name)) return false;
    if (parts.some(isLive)) return refuses(test.thenStatement);
    const inner = ts.isBlock(test.thenStatement) ? test.thenStatement.statements : [test.thenStatement];
    return (
      parts.length === 1 && inner.some((each) => ts.isIfStatement(each) && isLive(bare(each.expression)) && refuses(each.thenStatement))
    );
  });
}

/** By the condition itself, or by the names in it. */
function askedWith(analysis: FileAnalysis, test: ts.Node): string | undefined {
  // What is given back lets those in for whom it holds.
  if (!ts.isIfStatement(test)) return ts.isExpression(test) ? missingIn(analysis, bare(test)) : undefined;
  const condition = bare(test.expression);
  const isNegated = ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken;
  const named = isNegated ? bare(condition.operand) : undefined;
  // `const isValid = !key || header === key; if (!isValid) …`
  if (named && ts.isIdentifier(named)) return missingIn(analysis, analysis.resolver.deref(named, 1));
  const agreed = letsInWith(analysis, test, condition);
  if (agreed !== undefined) return agreed;
  const parts = conjuncts(condition);
  return parts.some(denies) ? parts.map((part) => settingOf(analysis, part)).find((name) => name !== undefined) : undefined;
}

/** `if (!key || isSigned(body)) { await work(); }`: those get in for whom the condition holds. */
function letsInWith(analysis: FileAnalysis, test: ts.IfStatement, condition: ts.Expression): string | undefined {
  const name = missingIn(analysis, condition);
  if (name === undefined || !doesSomething(analysis, test.thenStatement)) return undefined;
  return alternatives(condition).every((part) => absentSetting(analysis, part) !== undefined || !denies(part)) ? name : undefined;
}

/** `header !== key`, `!safeEqual(header, key)` */
function denies(value: ts.Expression): boolean {
  return ts.isPrefixUnaryExpression(value)
    ? value.operator === ts.SyntaxKind.ExclamationToken
    : ts.isBinaryExpression(value) && /^!==?$/.test(ts.tokenToString(value.operatorToken.kind) ?? '');
}

/** `!key || header === key` */
function missingIn(analysis: FileAnalysis, value: ts.Expression): string | undefined {
  const parts = alternatives(value);
  return parts.length > 1 ? parts.map((part) => absentSetting(analysis, part)).find((name) => name !== undefined) : undefined;
}

/** By what stands around the test, or in front of it. */
function askedAround(analysis: FileAnalysis, test: ts.Node, fn: FunctionInfo): string | undefined {
  let child: ts.Node = test;
  for (let parent = test.parent; parent && !isFunctionNode(child); child = parent, parent = parent.parent) {
    if (ts.isIfStatement(parent) || ts.isConditionalExpression(parent)) {
      const name = askedOnlyWith(analysis, parent, child);
      if (name !== undefined && !isIdleWithout(analysis, parent, child, fn)) return name;
    }
    if (!ts.isBlock(parent)) continue;
    for (const statement of parent.statements.slice(0, parent.statements.indexOf(child as ts.Statement))) {
      if (!ts.isIfStatement(statement) || !leaves(statement.thenStatement)) continue;
      const name = absentSetting(analysis, statement.expression);
      if (name !== undefined && letsIn(analysis, statement.thenStatement, fn)) return name;
    }
  }
  return undefined;
}

/** The setting that has to be there for a branch to be taken. */
function askedOnlyWith(analysis: FileAnalysis, test: ts.IfStatement | ts.ConditionalExpression, branch: ts.Node): string | undefined {
  return neededFor(test, branch)
    .map((part) => settingOf(analysis, part))
    .find((found) => found !== undefined);
}

/** What has to be there for a branch to be taken: `key` of `if (key) …`, of `if (!key) … else …` and of `key ? … : …`. */
export function neededFor(test: ts.IfStatement | ts.ConditionalExpression, branch: ts.Node): ts.Expression[] {
  const condition = conditionOf(test);
  if (branch === condition) return [];
  if (branch === (ts.isIfStatement(test) ? test.thenStatement : test.whenTrue)) return conjuncts(condition);
  return alternatives(condition).flatMap((part) =>
    ts.isPrefixUnaryExpression(part) && part.operator === ts.SyntaxKind.ExclamationToken ? [bare(part.operand)] : [],
  );
}

/** Is nothing done for anybody where a branch is not taken? */
export function isIdleWithout(
  analysis: FileAnalysis,
  test: ts.IfStatement | ts.ConditionalExpression,
  branch: ts.Node,
  fn: FunctionInfo,
): boolean {
  // `secret ? verify(body, secret) : undefined`
  if (ts.isConditionalExpression(test)) return isEmptyValue(branch === test.whenTrue ? test.whenFalse : test.whenTrue);
  const other = branch === test.thenStatement ? test.elseStatement : test.thenStatement;
  const behind = following(test);
  const rest = other && leaves(other) ? [other] : [other, ...behind];
  const refusing = other ? [other] : behind.filter((statement) => !asksForInput(analysis, statement, test, branch));
  return refusesOthers(analysis, refusing, fn) || onlyAnswers(analysis, rest, fn);
}

const otherStatus = /^(?:400|404|405|409|413|415|422|429|5\d\d)$/;

/**
 * `if (!body.id) return res.sendStatus(400);`: something is wrong with what was sent, whoever sent it, or with what became of it. What the branch has found
 * out, or the setting, is asked for otherwise.
 */
function asksForInput({ source }: FileAnalysis, statement: ts.Statement, test: ts.IfStatement, branch: ts.Node): boolean {
  if (!(ts.isIfStatement(statement) || ts.isSwitchStatement(statement)) || mentions(statement.expression, namesSetIn(branch))) return false;
  const { expression } = statement;
  const isAsked = (part: ts.Expression): boolean =>
    ts.isIdentifier(part) ? mentions(expression, new Set([part.text])) : expression.getText(source).includes(part.getText(source));
  if (neededFor(test, branch).some(isAsked)) return false;
  const statuses = statement.getText(source).match(/\b[45]\d\d\b/g) ?? [];
  return statuses.length > 0 && statuses.every((status) => otherStatus.test(status));
}

/** Names that are declared or assigned in a branch. */
function namesSetIn(branch: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  walk(branch, (node) => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isIdentifier(node.left))
      names.add(node.left.text);
    return !isFunctionNode(node);
  });
  return names;
}

/** Does a branch hand on, agree, or end a function that throws for those it refuses? What it gives back else decides for itself. */
function letsIn(analysis: FileAnalysis, branch: ts.Statement, fn: FunctionInfo): boolean {
  const last = ts.isBlock(branch) ? branch.statements.at(-1) : branch;
  if (!last || !ts.isReturnStatement(last)) return passesOn(analysis, branch);
  const value = last.expression && bare(last.expression);
  if (!value)
    return (
      passesOn(analysis, branch) ||
      (!analysis.entries.has(fn) && fn.exits.some((exit) => ts.isThrowStatement(exit) && exit.pos > branch.end))
    );
  if (value.kind === ts.SyntaxKind.TrueKeyword) return true;
  // A handler that answers with a failure does nothing for anybody, whoever makes that answer.
  if (analysis.entries.has(fn) && /\b[45]\d\d\b/.test(value.getText(analysis.source)) && !doesSomething(analysis, branch)) return false;
  return ts.isCallExpression(value) && refusalIn(analysis, branch, fn, new Set(), true) === undefined;
}

/** `!process.env.KEY` */
function absentSetting(analysis: FileAnalysis, node: ts.Expression): string | undefined {
  const value = bare(node);
  return ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken
    ? settingOf(analysis, value.operand)
    : undefined;
}

/** Name of the setting that a value is, by way of constants. */
export function settingOf(analysis: FileAnalysis, node: ts.Expression): string | undefined {
  let value = analysis.resolver.deref(node);
  // `process.env.KEY ?? ''`
  while (isFallback(value)) {
    const { left } = value;
    if (hasFallback(value)) return undefined;
    value = analysis.resolver.deref(left);
  }
  const found = /^global#env\.(\w+)$/.exec(analysis.resolver.pathOf(value) ?? '')?.[1];
  // `Deno.env.get('KEY')`
  return (found && ts.isCallExpression(value) && constantString(value.arguments[0])) || found;
}
