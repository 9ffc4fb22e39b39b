import { ts } from 'ts-morph';
import type { GuardEvidence } from '../model/facts';
import { following, leaves } from '../syntax/flow';
import { bare, constantString, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { mentionsPath, methodTestIn, pathTestIn } from './pathTests';
import { isSentInBody } from './sentInBody';

type Condition = NonNullable<GuardEvidence['when']>;

/**
 * The paths that a refusal is limited to, when the code around it looks at the path that is asked for: in the same
 * condition, in one around it, or in an early exit before it; and the methods, likewise. `exits` are those inside the test, `limits` what
 * it refuses by: all of them together, where they are several.
 */
export function conditionsOf(
  analysis: FileAnalysis,
  node: ts.Node,
  exits: readonly ts.IfStatement[] = [],
  limits: readonly ts.IfStatement[] = [],
): Pick<GuardEvidence, 'when' | 'methods'> {
  if (!looksAtRequest(analysis, node)) return {};
  const conditions: Pick<GuardEvidence, 'when' | 'methods'> = {};
  const take = (expression: ts.Expression, holdsInside: boolean) => {
    const path = pathTestIn(analysis, expression);
    const method = methodTestIn(analysis, expression);
    const modeOf = (test: { negated: boolean }): Condition['mode'] => (test.negated === holdsInside ? 'except' : 'only');
    // Both at once speak of pairs, which nobody reads here.
    if (path) conditions.when ??= { mode: modeOf(path), paths: method ? [] : path.paths };
    else if (method) conditions.methods ??= { mode: modeOf(method), names: method.names };
  };
  if (ts.isIfStatement(node)) take(node.expression, true);
  for (const exit of exits) take(exit.expression, false);
  for (const limit of limits.slice(0, 1)) take(limit.expression, true);
  // Which paths several of them leave out, nobody reads here.
  if (limits.length > 1 && conditions.when) conditions.when = { ...conditions.when, paths: [] };
  let child: ts.Node = node;
  for (let parent = node.parent; parent && !isFunctionNode(child); child = parent, parent = parent.parent) {
    if (ts.isIfStatement(parent) && parent.expression !== child) take(parent.expression, parent.thenStatement === child);
    if (ts.isCaseClause(parent) && parent.expression !== child) {
      // `switch (true) { case path.startsWith('/admin'): … }`, `switch (path) { case '/admin': … }`
      const asked = parent.parent.parent.expression;
      if (asked.kind === ts.SyntaxKind.TrueKeyword) take(parent.expression, true);
      else if (mentionsPath(analysis, asked, 2))
        conditions.when ??= { mode: 'only', paths: [constantString(parent.expression) ?? []].flat() };
    }
    if (!ts.isBlock(parent)) continue;
    for (const statement of parent.statements.slice(0, parent.statements.indexOf(child as ts.Statement))) {
      if (ts.isIfStatement(statement) && leaves(statement.thenStatement)) take(statement.expression, false);
    }
  }
  return conditions;
}

/**
 * Early exits in the branch of those who fail a test that let them have some paths all the same, with a refusal behind them:
 * `if (!user) { if (open.includes(req.path)) return next(); return res.sendStatus(401); }`.
 */
export function exitsForPaths(
  analysis: FileAnalysis,
  test: ts.IfStatement,
  refuses: (statement: ts.Statement) => boolean,
): ts.IfStatement[] {
  const branch = test.thenStatement;
  if (!ts.isBlock(branch) || branch.statements.length < 2 || !looksAtRequest(analysis, test)) return [];
  return branch.statements.filter(
    (statement, index): statement is ts.IfStatement =>
      ts.isIfStatement(statement) &&
      !statement.elseStatement &&
      leaves(statement.thenStatement) &&
      mentionsPath(analysis, statement.expression, 3) &&
      !refuses(statement.thenStatement) &&
      branch.statements.slice(index + 1).some(refuses),
  );
}

/**
 * Tests that limit to some paths what becomes of those who fail one: `if (!user) { if (isPrivate(req.path)) return res.sendStatus(401); } next();`.
 * None when something else refuses them too.
 */
export function limitsToPaths(
  analysis: FileAnalysis,
  test: ts.IfStatement,
  absent: boolean,
  refuses: (statement: ts.Statement) => boolean,
): ts.IfStatement[] {
  if (!looksAtRequest(analysis, test)) return [];
  const otherwise = test.elseStatement ? [test.elseStatement] : leaves(test.thenStatement) ? following(test) : [];
  const failing = (absent ? [test.thenStatement] : otherwise).flatMap((statement) =>
    ts.isBlock(statement) ? [...statement.statements] : [statement],
  );
  const refusing = failing.filter(refuses);
  const limits = refusing.filter(
    (statement): statement is ts.IfStatement =>
      ts.isIfStatement(statement) && refuses(statement.thenStatement) && !(statement.elseStatement && refuses(statement.elseStatement)),
  );
  return limits.length === refusing.length && limits.every(({ expression }) => mentionsPath(analysis, expression, 3)) ? limits : [];
}

/** Is a test made only when the caller asks for it: inside `if (req.query.safe) { … }` without an else? */
export function isByChoice(analysis: FileAnalysis, node: ts.Node): boolean {
  let child: ts.Node = node;
  for (let parent = node.parent; parent && !isFunctionNode(child); child = parent, parent = parent.parent) {
    if (!ts.isIfStatement(parent) || parent.thenStatement !== child || parent.elseStatement) continue;
    // What a branch ends with is for that kind alone; what stands behind it is for all kinds.
    if (readsInput(analysis, parent.expression) || (!leaves(parent.thenStatement) && isChosenKind(analysis, parent.expression)))
      return true;
  }
  return false;
}

function readsInput(analysis: FileAnalysis, condition: ts.Expression): boolean {
  let reads = false;
  walk(condition, (node) => {
    if (!ts.isExpression(node) || isFunctionNode(node)) return !isFunctionNode(node);
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'searchParams') reads = true;
    const read = analysis.tables.read(analysis.resolver.pathOf(node));
    if (read?.credential || read?.identity || read?.path) return false;
    if (read?.input === 'query' || read?.input === 'body' || read?.input === 'form') reads = true;
    return !reads;
  });
  return reads;
}

/** `action === 'publish'`, of what was sent and checked by a schema, perhaps. */
function isChosenKind(analysis: FileAnalysis, condition: ts.Expression): boolean {
  const value = bare(condition);
  if (!ts.isBinaryExpression(value) || !/^[!=]==?$/.test(ts.tokenToString(value.operatorToken.kind) ?? '')) return false;
  const name = bare(value.left);
  if (!ts.isIdentifier(name) || !ts.isStringLiteralLike(bare(value.right))) return false;
  return isSentInBody(analysis, name, true);
}

/** Cheap test first: does the function look at the path or method at all? */
function looksAtRequest(analysis: FileAnalysis, node: ts.Node): boolean {
  const fn = analysis.functionAround(node);
  if (!fn?.node.body) return false;
  return /pathname|nextUrl|\.(path|url|originalUrl|method)\b|[rR]oute|[mM]atche[rs]|\bis[A-Z]\w*\(/.test(
    analysis.source.text.slice(fn.node.pos, fn.node.end),
  );
}
