import { ts } from 'ts-morph';
import type { GuardEvidence } from '../model/facts';
import { callsBelow, following, leaves } from '../syntax/flow';
import { bare, constantString, walk } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

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
    if (ts.isIfStatement(parent) && parent.thenStatement === child && !parent.elseStatement && readsInput(analysis, parent.expression))
      return true;
  }
  return false;
}

/**
 * Is a verification left out where something is not there: inside `if (secret) { … }` or `if (signature && secret) { … }`,
 * with what follows run all the same?
 */
export function isLeftOut(node: ts.Node): boolean {
  let child: ts.Node = node;
  for (let parent = node.parent; parent && !isFunctionNode(child); child = parent, parent = parent.parent) {
    if (
      ts.isIfStatement(parent) &&
      parent.thenStatement === child &&
      isPresence(parent.expression) &&
      !ends(child) &&
      !(parent.elseStatement && ends(parent.elseStatement))
    )
      return true;
  }
  return false;
}

function ends(node: ts.Node): boolean {
  const last = ts.isBlock(node) ? node.statements[node.statements.length - 1] : node;
  return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last));
}

/** Does a condition only ask whether something is there? */
function isPresence(condition: ts.Expression): boolean {
  const value = bare(condition);
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
    return isPresence(value.left) && isPresence(value.right);
  return (
    (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) || ts.isElementAccessExpression(value)) &&
    /secret|signature|sig$|key|token|header/i.test(value.getText())
  );
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

/** Cheap test first: does the function look at the path or method at all? */
function looksAtRequest(analysis: FileAnalysis, node: ts.Node): boolean {
  const fn = analysis.functionAround(node);
  if (!fn?.node.body) return false;
  return /pathname|nextUrl|\.(path|url|originalUrl|method)\b|[rR]oute|[mM]atche[rs]|\bis[A-Z]\w*\(/.test(
    analysis.source.text.slice(fn.node.pos, fn.node.end),
  );
}

/** Methods that a condition names: `req.method !== 'GET'`, `['GET', 'HEAD'].includes(req.method)`. */
function methodTestIn(analysis: FileAnalysis, expression: ts.Expression): { negated: boolean; names: string[] } | undefined {
  const isMethod = (node: ts.Node) =>
    ts.isPropertyAccessExpression(node) &&
    node.name.text === 'method' &&
    /^(req|request|ctx|c|event|context)\b/.test(node.getText(analysis.source));
  let found: { negated: boolean; names: string[] } | undefined;
  const add = (negated: boolean, names: (string | undefined)[]): void => {
    const known = names.filter((name) => name !== undefined).map((name) => name.toUpperCase());
    if (found) found.names.push(...known);
    else found = { negated, names: known };
  };
  const visit = (node: ts.Expression, negated: boolean): void => {
    const value = bare(node);
    if (ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken) return visit(value.operand, !negated);
    if (ts.isBinaryExpression(value)) {
      const operator = value.operatorToken.getText(analysis.source);
      if (operator === '&&' || operator === '||') {
        visit(value.left, negated);
        return visit(value.right, negated);
      }
      if (/^[!=]==?$/.test(operator) && (isMethod(bare(value.left)) || isMethod(bare(value.right))))
        add(operator.startsWith('!') ? !negated : negated, [constantString(value.right) ?? constantString(value.left)]);
    } else if (
      ts.isCallExpression(value) &&
      value.arguments.some((argument) => isMethod(bare(argument))) &&
      ts.isPropertyAccessExpression(value.expression)
    ) {
      const list = analysis.resolver.deref(value.expression.expression);
      const elements = ts.isArrayLiteralExpression(list)
        ? list.elements
        : ts.isNewExpression(list) && list.arguments?.[0] && ts.isArrayLiteralExpression(list.arguments[0])
          ? list.arguments[0].elements
          : [];
      if (elements.length > 0)
        add(
          negated,
          elements.map((element) => constantString(element)),
        );
    }
  };
  visit(expression, false);
  return found && found.names.length > 0 ? found : undefined;
}

/** The part of a condition that depends on the path: whether it is negated, and the path prefixes it names. */
function pathTestIn(analysis: FileAnalysis, expression: ts.Expression): { negated: boolean; paths: string[] } | undefined {
  let found: { negated: boolean; paths: string[] } | undefined;
  const visit = (node: ts.Node, negated: boolean): void => {
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) return visit(node.operand, !negated);
    if (
      ts.isBinaryExpression(node) &&
      (node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken || node.operatorToken.kind === ts.SyntaxKind.BarBarToken)
    ) {
      visit(node.left, negated);
      return visit(node.right, negated);
    }
    if (ts.isParenthesizedExpression(node)) return visit(node.expression, negated);
    if (!mentionsPath(analysis, node, 3)) return;
    const paths = asksEntry(analysis, node, 3) ? [] : [...pathsIn(analysis, node), ...pathsAskedOf(analysis, node)];
    const unequal = ts.isBinaryExpression(node) && /^!==?$/.test(node.operatorToken.getText(analysis.source));
    if (found) found.paths.push(...paths);
    else found = { negated: unequal ? !negated : negated, paths };
  };
  visit(expression, false);
  return found;
}

/** Is something asked that a table says of a path: `table.get(req.path)?.authenticated`? The paths in it may mean one thing or the other. */
function asksEntry(analysis: FileAnalysis, node: ts.Node, depth: number): boolean {
  let found = false;
  walk(node, (inner) => {
    if (found) return false;
    if (ts.isPropertyAccessExpression(inner) && isEntry(analysis, bare(analysis.resolver.deref(inner.expression, 1)))) found = true;
    else if (ts.isIdentifier(inner) && depth > 0) {
      const behind = analysis.resolver.deref(inner, 1);
      found = behind !== inner && !isFunctionNode(behind) && asksEntry(analysis, behind, depth - 1);
    }
    return !found;
  });
  return found;
}

/** `table.get(req.path)`, `table[req.path]` */
function isEntry(analysis: FileAnalysis, value: ts.Expression): boolean {
  if (ts.isElementAccessExpression(value)) return mentionsPath(analysis, value.argumentExpression, 2);
  const [key] =
    ts.isCallExpression(value) && ts.isPropertyAccessExpression(value.expression) && value.expression.name.text === 'get'
      ? value.arguments
      : [];
  return key !== undefined && mentionsPath(analysis, key, 2);
}

function mentionsPath(analysis: FileAnalysis, node: ts.Node, depth: number): boolean {
  let found = false;
  walk(node, (inner) => {
    if (found || !ts.isExpression(inner)) return !found;
    // What stands behind the question mark of an address is no part of its path.
    if (ts.isPropertyAccessExpression(inner) && inner.name.text === 'searchParams') return false;
    if (ts.isIdentifier(inner) || ts.isPropertyAccessExpression(inner)) {
      if (analysis.tables.read(analysis.resolver.pathOf(inner))?.path) found = true;
      else if (ts.isIdentifier(inner) && depth > 0) {
        const behind = analysis.resolver.deref(inner, 1);
        if (behind !== inner && !isFunctionNode(behind) && mentionsPath(analysis, behind, depth - 1)) found = true;
        else if (behind !== inner && isSetByPath(analysis, inner, depth - 1)) found = true;
      }
    } else if (
      ts.isCallExpression(inner) &&
      (analysis.summaryOf(analysis.resolver.functionOf(inner.expression)?.ref)?.paths?.length ?? 0) > 0
    )
      found = true;
    return !found;
  });
  return found;
}

/** Does a name get its value where the path was looked at: `let closed = false; if (req.path.startsWith('/admin')) closed = true;`? */
function isSetByPath(analysis: FileAnalysis, name: ts.Identifier, depth: number): boolean {
  const assignments = depth > 0 ? (analysis.outline.assignments.get(name.text) ?? []) : [];
  const declaration = assignments.length > 0 ? analysis.resolver.declarations.find(name) : undefined;
  return (
    declaration?.kind === 'variable' &&
    assignments.some((assignment) => {
      const target = ts.isIdentifier(assignment.left) ? analysis.resolver.declarations.find(assignment.left) : undefined;
      if (target?.kind !== 'variable' || target.node !== declaration.node) return false;
      if (mentionsPath(analysis, assignment.right, depth - 1)) return true;
      for (let parent: ts.Node = assignment.parent; !isFunctionNode(parent) && !ts.isSourceFile(parent); parent = parent.parent) {
        if (ts.isIfStatement(parent) && mentionsPath(analysis, parent.expression, depth - 1)) return true;
      }
      return false;
    })
  );
}

/** Path prefixes that a small function speaks of whose name says that it decides by path. */
export function pathsNamedBy(analysis: FileAnalysis, fn: FunctionInfo): string[] {
  const { body } = fn.node;
  return body && body.end - body.pos < 2000 && /route|path|public|protected|url|endpoint/i.test(fn.name) ? pathsIn(analysis, body) : [];
}

function pathsAskedOf(analysis: FileAnalysis, node: ts.Node): string[] {
  return callsBelow(node).flatMap((call) => analysis.summaryOf(analysis.resolver.functionOf(call.expression)?.ref)?.paths ?? []);
}

/** Path prefixes written in an expression, or in the constants that it names. */
function pathsIn(analysis: FileAnalysis, node: ts.Node, depth = 3): string[] {
  const paths: string[] = [];
  walk(node, (inner) => {
    if (ts.isStringLiteral(inner) || ts.isNoSubstitutionTemplateLiteral(inner)) {
      if (inner.text.startsWith('/') && inner.text.length > 1)
        paths.push(inner.text.replace(/\/?\(\.\*\)$|\/?\*+$|\/:\w+\*$/, '').replace(/(.)\/$/, '$1') || '/');
      return false;
    }
    if (ts.isIdentifier(inner) && depth > 0 && !(ts.isPropertyAccessExpression(inner.parent) && inner.parent.name === inner)) {
      const behind = bare(analysis.resolver.deref(inner, 1));
      if (behind !== inner && !isFunctionNode(behind)) paths.push(...pathsIn(analysis, behind, depth - 1));
    }
    return true;
  });
  return [...new Set(paths)];
}
