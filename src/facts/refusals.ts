import { ts } from 'ts-morph';
import type { RefusalStyle } from '../model/facts';
import { boundNames, callsBelow, enclosingTry, following, isAwaited, isEmptyValue, leaves, mentions } from '../syntax/flow';
import { conditionOf } from '../syntax/conditions';
import { bare, contains, walk, whole } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { callsLogger } from './catchBody';
import { assertedBy } from './assertions';
import { doesSomething } from './effects';
import type { Candidate } from './guardCandidates';

/** What decides whether control goes on: a condition with its branches, or a call that throws unless something holds. */
export type Test = FunctionInfo['ifs'][number] | ts.CallExpression | ts.NewExpression;

/** What a test looks at. */
export function conditionIn(analysis: FileAnalysis, test: Test): ts.Expression {
  if (!ts.isCallExpression(test) && !ts.isNewExpression(test)) return conditionOf(test);
  const site = analysis.site(test);
  return (site && assertedBy(analysis, site)) ?? test;
}

/** Is all that an endpoint does inside of a test, `if (session) { await save(); }`, with nothing beside it but asking who calls and answering? */
function holdsAll(analysis: FileAnalysis, test: ts.IfStatement, candidates: readonly Candidate[], fn: FunctionInfo): boolean {
  return (
    analysis.entries.has(fn) &&
    !test.elseStatement &&
    doesSomething(analysis, test.thenStatement) &&
    analysis
      .parts(fn)
      .sites.every(
        ({ node, role }) =>
          contains(test.thenStatement, node) ||
          candidates.some((candidate) => contains(candidate.node, node) || contains(node, candidate.node)) ||
          role?.reply !== undefined,
      )
  );
}

/** Is a branch nothing but a redirection? */
function leadsAway(analysis: FileAnalysis, branch: ts.Statement): boolean {
  const last = ts.isBlock(branch) ? branch.statements.at(-1) : branch;
  const leaving = last && (ts.isReturnStatement(last) || ts.isThrowStatement(last) || ts.isExpressionStatement(last)) && last.expression;
  const value = leaving ? bare(leaving) : undefined;
  const role = value && ts.isCallExpression(value) ? analysis.site(value)?.role : undefined;
  return role?.leaves === 'redirect' || role?.reply?.format === 'redirect';
}

/** How control leaves, or what is answered, when a test fails its caller. */
export function refusalOf(
  analysis: FileAnalysis,
  test: Test,
  absent: boolean,
  candidates: readonly Candidate[],
  fn: FunctionInfo,
): RefusalStyle | undefined {
  if (ts.isCallExpression(test) || ts.isNewExpression(test)) return absent ? undefined : styleOfThrow(analysis, test, fn);
  if (ts.isBinaryExpression(test)) return refusalOfChoice(analysis, test, absent, fn);
  if (ts.isConditionalExpression(test)) {
    return (
      refusalIn(analysis, absent ? test.whenTrue : test.whenFalse, fn) ??
      (isEmptyValue(absent ? test.whenTrue : test.whenFalse) ? 'returns-empty' : undefined)
    );
  }
  const names = new Set(candidates.flatMap((candidate) => [...candidate.names, ...candidate.failNames]));
  const then = refusalIn(analysis, test.thenStatement, fn, names);
  if (absent) return then;
  // `if (result instanceof Response) return result`, `if (denied) return denied`.
  // `if (user) return user; throw …` gives back who was found, and what gives nothing where it finds nobody hands out no refusal.
  const next = following(test)[0];
  const isFound = next !== undefined && ts.isThrowStatement(next);
  const refusing = candidates.filter(({ fails }) => fails !== 'empty' && fails !== 'throws');
  const refusals = new Set(refusing.flatMap((candidate) => [...candidate.names, ...candidate.failNames]));
  if (then && !isFound && returnsName(test.thenStatement, refusals)) return 'returns-response';
  const otherwise = test.elseStatement && refusalIn(analysis, test.elseStatement, fn);
  if (otherwise) return otherwise;
  if (passesOn(analysis, test.thenStatement)) {
    // Only those who pass the test go on; nobody else is handed to what follows.
    const rest = test.elseStatement ? [test.elseStatement] : following(test);
    if (!rest.some((statement) => passesOn(analysis, statement))) return 'middleware';
  }
  // `if (req.user) return res.redirect('/')`, `if (user) throw redirect('/')` in front of a form turns those away who are known.
  if (leadsAway(analysis, test.thenStatement)) return undefined;
  if (!leaves(test.thenStatement)) return holdsAll(analysis, test, candidates, fn) ? 'returns-empty' : undefined;
  for (const statement of following(test)) {
    const later = refusalIn(analysis, statement, fn, names, true);
    if (later) return later;
  }
  return undefined;
}

/** `user || res.sendStatus(401)` refuses strangers, `user && res.redirect('/')` those who are known; `user && next()` hands on nobody else. */
function refusalOfChoice(analysis: FileAnalysis, test: ts.BinaryExpression, absent: boolean, fn: FunctionInfo): RefusalStyle | undefined {
  const isAnd = test.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
  const { parent } = whole(test);
  const rest = ts.isStatement(parent) ? following(parent) : [];
  if (isAnd && !absent && passesOn(analysis, test.right))
    return rest.some((statement) => passesOn(analysis, statement)) ? undefined : 'middleware';
  return isAnd === absent ? refusalIn(analysis, test.right, fn) : undefined;
}

/** Does a piece of middleware hand the request on to what comes next? */
export function passesOn(analysis: FileAnalysis, node: ts.Node): boolean {
  return callsBelow(node).some((call) => isNext(analysis, call) && (call.arguments?.length ?? 0) === 0);
}

function returnsName(statement: ts.Statement, names: ReadonlySet<string>): boolean {
  let found = false;
  walk(statement, (node) => {
    // `return denied`, `return auth.response`: what somebody is answered with is made of it, and is no refusal for that.
    if (ts.isReturnStatement(node) && node.expression) found = names.has(rootOf(node.expression));
    return !found && !isFunctionNode(node);
  });
  return found;
}

/** May a branch refuse its caller? */
export function refusesIn(analysis: FileAnalysis, branch: ts.Statement, fn: FunctionInfo): boolean {
  return refusalIn(analysis, branch, fn) !== undefined;
}

/** Does a statement say no, throw or redirect, and not only end? */
export function saysNo(analysis: FileAnalysis, statement: ts.Statement, fn: FunctionInfo): boolean {
  const style = refusalIn(analysis, statement, fn, new Set(), true);
  return style !== undefined && style !== 'returns-empty';
}

/** The name that a chain of members and calls begins with. */
export function rootOf(value: ts.Expression): string {
  let root = bare(value);
  while (ts.isPropertyAccessExpression(root) || ts.isCallExpression(root) || ts.isAwaitExpression(root)) root = bare(root.expression);
  return ts.isIdentifier(root) ? root.text : '';
}

/** The refusal that a piece of code carries out. `strict`: only an answer that says no, an exception or nothing at all. */
export function refusalIn(
  analysis: FileAnalysis,
  node: ts.Node,
  fn: FunctionInfo,
  names: ReadonlySet<string> = new Set(),
  strict = false,
): RefusalStyle | undefined {
  let style: RefusalStyle | undefined;
  walk(node, (inner) => {
    if (style || isFunctionNode(inner)) return false;
    if (ts.isThrowStatement(inner)) style = styleOfThrow(analysis, inner, fn);
    else if (ts.isCallExpression(inner) || ts.isNewExpression(inner)) {
      const site = analysis.site(inner);
      if (site?.role?.leaves) style = 'throws';
      // An error that is made and not thrown refuses nobody.
      else if (site?.role?.reply?.throws && ts.isExpressionStatement(whole(inner).parent)) return true;
      else if (
        site?.role?.refuses === true ||
        (site?.role?.refuses && inner.arguments?.[site.role.refuses.unless]?.kind === ts.SyntaxKind.FalseKeyword)
      )
        style = 'middleware';
      else if (site?.role?.reply) {
        const status = statusOf(inner);
        if (!strict || status === undefined || status >= 300)
          style = ts.isReturnStatement(whole(inner).parent) && !hasResponder(analysis, fn) ? 'returns-response' : 'middleware';
      } else if (isNext(analysis, inner) && (inner.arguments?.length ?? 0) > 0) style = 'middleware';
      else if (!strict && site?.callee?.startsWith('file:') && ts.isExpression(inner.expression)) {
        const summary = analysis.summaryOf(analysis.resolver.functionOf(inner.expression)?.ref);
        if (summary?.alwaysThrows) style = 'throws';
        else if (summary?.replies) style = 'middleware';
      }
    } else if (ts.isReturnStatement(inner)) {
      const value = inner.expression && bare(inner.expression);
      if (!value || isEmptyValue(value)) style = value?.kind === ts.SyntaxKind.FalseKeyword ? 'returns-false' : 'returns-empty';
      else if (ts.isObjectLiteralExpression(value)) style = 'returns-result';
      else if (ts.isCallExpression(value) || ts.isNewExpression(value)) {
        // Who is handed on is not refused: `if (!req.isAuthenticated()) return next()` keeps those out who are signed in.
        if (isNext(analysis, value) && (value.arguments?.length ?? 0) === 0) return false;
        if (hasResponder(analysis, fn) && analysis.site(value)?.role?.reply)
          style = !strict || (statusOf(value) ?? 300) >= 300 ? 'middleware' : undefined;
        else if (!strict) style = 'returns-response';
        return true;
      } else if (!strict || mentions(value, names)) style = 'returns-response';
      return style === undefined;
    }
    return true;
  });
  return style;
}

/** What callers see of an exception: one that the function catches itself ends in what it does then. */
function styleOfThrow(analysis: FileAnalysis, thrown: ts.Node, fn: FunctionInfo): RefusalStyle {
  const clause = enclosingTry(thrown)?.catchClause;
  if (!clause) return 'throws';
  const style = refusalIn(analysis, clause.block, fn);
  if (style !== undefined) return style;
  // What nobody can look into may throw the error again, when it is handed to it.
  const names = new Set(clause.variableDeclaration ? boundNames(clause.variableDeclaration.name) : []);
  const mayThrow = callsBelow(clause.block).some((call) => {
    const site = analysis.site(call);
    const takesError = (call.arguments ?? []).some((argument) => ts.isIdentifier(bare(argument)) && mentions(argument, names));
    return (
      takesError && !callsLogger(analysis, call) && !site?.role && !analysis.summaryOf(analysis.resolver.functionOf(call.expression)?.ref)
    );
  });
  return mayThrow ? 'throws' : 'returns-empty';
}

function hasResponder(analysis: FileAnalysis, fn: FunctionInfo): boolean {
  return (analysis.resolver.parameters.get(fn.node) ?? []).some((path) => path !== undefined && /(res|reply|response)$/.test(path));
}

function isNext(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): boolean {
  if (!ts.isIdentifier(node.expression)) return false;
  return node.expression.text === 'next' || (analysis.resolver.pathOf(node.expression)?.endsWith('#next') ?? false);
}

/** A numeric status in or around a reply: `.status(401)`, `{ status: 401 }`, `c.json(x, 401)`, `sendStatus(401)`. */
export function statusOf(node: ts.Node): number | undefined {
  let status: number | undefined;
  walk(node, (inner) => {
    if (status === undefined && ts.isNumericLiteral(inner)) {
      const value = Number(inner.text);
      if (value >= 100 && value < 600) status = value;
    }
    return status === undefined && !isFunctionNode(inner);
  });
  return status;
}

/** Evidence without a test of its own: does its failure stop the function all the same? */
export function standsAlone(analysis: FileAnalysis, candidate: Candidate, fn: FunctionInfo): RefusalStyle | undefined {
  const call = candidate.node as ts.CallExpression;
  const attempt = enclosingTry(call);
  if (attempt?.catchClause) {
    const block = attempt.catchClause.block;
    const refusal = refusalIn(analysis, block, fn);
    if (!refusal) {
      // `try { verify(token); return next() } catch {} res.sendStatus(401)`: only those who fail get there.
      if (
        leaves(attempt.tryBlock) &&
        following(attempt).some((statement) => refusalIn(analysis, statement, fn, new Set(), true) !== undefined)
      )
        return 'middleware';
      // Swallowed: whatever follows runs for callers who failed. What ends with the try does nothing more for them.
      const ends =
        analysis.entries.has(fn) &&
        analysis.functionAround(attempt) === fn &&
        following(attempt).length === 0 &&
        !passesOn(analysis, block);
      return ends ? 'middleware' : undefined;
    }
    return refusal;
  }
  if (candidate.fails === 'replies') return 'middleware';
  if (candidate.fails === 'either' && candidate.names.size > 0 && !mentionsLater(call, candidate.names)) return undefined;
  if (candidate.fails === 'throws' || candidate.fails === 'either') {
    const isPromise = isAwaited(call) || !ts.isExpressionStatement(whole(call).parent) || candidate.fails === 'throws';
    return isPromise ? 'throws' : undefined;
  }
  return undefined;
}

function mentionsLater(call: ts.Node, names: ReadonlySet<string>): boolean {
  for (let node: ts.Node | undefined = call; node; node = node.parent) {
    if (ts.isStatement(node)) return following(node).some((statement) => mentions(statement, names));
  }
  return false;
}
