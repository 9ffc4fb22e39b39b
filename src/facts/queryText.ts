import { ts } from 'ts-morph';
import { addTo } from '../model/grouping';
import { bare, constantString } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { lastGiven } from './lastGiven';
import { returnedBy } from './traceParts';

/** An expression in a query's text, with the text in front of it. */
export interface Hole {
  node: ts.Expression;
  position: 'whole' | 'value' | 'name';
  /** The text in front of it, with `\uFFFD` for what is not known, and `anOrigin` for what is the beginning of an address up to its host. */
  before: string;
}

/** Stands for `url.origin`, behind which the host of an address goes on until a slash ends it. */
export const anOrigin = '\uFFFC';

/** Is a value expected behind this SQL text, and not a name, a condition or a piece of syntax? */
function takesValue(before: string): boolean {
  const text = before.trimEnd();
  if (quotesOpen(before)) return true;
  if (/(?:[=<>]|\|\|)$/.test(text)) return true;
  if (/\b(I?LIKE|RLIKE|REGEXP|LIMIT|OFFSET|BETWEEN|THEN|ELSE)$/i.test(text) || /\bBETWEEN\s+\S+\s+AND$/i.test(text)) return true;
  return /\b(VALUES|IN|ANY)\s*\((?:[^()]*,)?\s*$/i.test(text);
}

/** Does the text end inside single quotes? */
function quotesOpen(text: string): boolean {
  return (text.match(/'/g)?.length ?? 0) % 2 === 1;
}

/** All expressions that a text is put together from, constants left out, and names that were `checked` as they stand. */
export function holesOf(analysis: FileAnalysis, query: ts.Expression, checked: (node: ts.Identifier) => boolean): Hole[] {
  const holes: Hole[] = [];
  collect(analysis, query, { text: '' }, holes, checked, new Set(), 10);
  return holes;
}

/** Holes of one text that are looked at. A text with more of them is put together in loops and branches, from the same things. */
const mostHoles = 200;

/** Walks an expression that makes text and keeps the text seen so far in `before`. */
function collect(
  analysis: FileAnalysis,
  expression: ts.Expression,
  before: { text: string },
  holes: Hole[],
  checked: (node: ts.Identifier) => boolean,
  seen: Set<ts.Node>,
  depth: number,
): void {
  const node = bare(expression);
  if (depth === 0 || seen.has(node) || holes.length >= mostHoles) return;
  const constant = constantString(node);
  if (constant !== undefined) {
    before.text += constant;
    return;
  }
  const inner = (next: ts.Expression, start = before): void => collect(analysis, next, start, holes, checked, seen, depth - 1);
  if (ts.isTemplateExpression(node)) {
    before.text += node.head.text;
    for (const span of node.templateSpans) {
      const length = before.text.length;
      inner(span.expression);
      // Whatever stands here, it is something.
      if (before.text.length === length) before.text += isOrigin(analysis, span.expression) ? anOrigin : '\uFFFD';
      before.text += span.literal.text;
    }
    return;
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    inner(node.left);
    const length = before.text.length;
    inner(node.right);
    if (before.text.length === length) before.text += '\uFFFD';
    return;
  }
  if (
    ts.isBinaryExpression(node) &&
    (node.operatorToken.kind === ts.SyntaxKind.BarBarToken || node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
  ) {
    inner(node.left, { ...before });
    inner(node.right, { ...before });
    return;
  }
  if (ts.isConditionalExpression(node)) {
    inner(node.whenTrue, { ...before });
    inner(node.whenFalse, { ...before });
    return;
  }
  const callback = mapped(analysis, node);
  if (callback) {
    for (const value of returnedBy(callback.node, callback.exits)) inner(value, { text: before.text });
    return;
  }
  if (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    /^(trim|join|concat|toString)$/.test(node.expression.name.text) &&
    buildsText(analysis, node.expression.expression)
  ) {
    inner(node.expression.expression, { ...before });
    for (const argument of node.expression.name.text === 'concat' ? node.arguments : []) inner(argument, { ...before });
    return;
  }
  const pattern = formatOf(node);
  if (pattern !== undefined) {
    for (const argument of (node as ts.CallExpression).arguments.slice(1)) inner(argument, { text: before.text + pattern });
    return;
  }
  if (isAddress(node)) {
    for (const argument of node.arguments ?? []) inner(argument, { text: node.arguments?.length === 1 ? before.text : '' });
    return;
  }
  if (ts.isArrayLiteralExpression(node)) {
    for (const element of node.elements) inner(ts.isSpreadElement(element) ? element.expression : element, { text: before.text });
    return;
  }
  if (ts.isIdentifier(node) && buildsText(analysis, node) && !checked(node)) {
    const { values, variable } = madeOf(analysis, node);
    // `sql = sql + more`: all that the variable may hold is being looked at.
    if (variable && seen.has(variable)) return;
    seen.add(node);
    if (variable) seen.add(variable);
    for (const value of values) inner(value, { text: before.text });
    if (variable) seen.delete(variable);
    return;
  }
  holes.push({ node, before: before.text, position: before.text === '' ? 'whole' : takesValue(before.text) ? 'value' : 'name' });
}

/** `url.origin`, or a name that holds it: `const { origin } = new URL(request.url)`. */
function isOrigin(analysis: FileAnalysis, expression: ts.Expression): boolean {
  const value = bare(analysis.resolver.deref(expression));
  if (ts.isPropertyAccessExpression(value)) return value.name.text === 'origin';
  const declaration = ts.isIdentifier(value) ? analysis.resolver.declarations.find(value) : undefined;
  const step = declaration?.kind === 'variable' ? declaration.steps.at(-1) : undefined;
  return step !== undefined && 'member' in step && step.member === 'origin';
}

/** Text in front of the first value of `format('rm -rf %s', name)`. */
function formatOf(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const callee = bare(node.expression);
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
  const pattern = /^(format|sprintf)$/.test(name) && node.arguments[0] ? constantString(node.arguments[0]) : undefined;
  return pattern?.includes('%') ? pattern.slice(0, pattern.indexOf('%')) : undefined;
}

/** `new URL(…)`, with or without a base. */
function isAddress(node: ts.Node): node is ts.NewExpression {
  return ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'URL';
}

/** The function that makes the pieces of `values.map((value) => …)`. */
function mapped(analysis: FileAnalysis, node: ts.Expression): FunctionInfo | undefined {
  if (
    !ts.isCallExpression(node) ||
    !ts.isPropertyAccessExpression(node.expression) ||
    !/^(map|flatMap|from)$/.test(node.expression.name.text)
  )
    return undefined;
  return node.arguments.map((argument) => analysis.outline.byNode.get(bare(argument))).find((info) => info !== undefined);
}

/** What a variable of text or of pieces of text is made of where it stands. */
interface Made {
  values: readonly ts.Expression[];
  /** Its declaration, where it may hold any of the values and not only the last one it was given. */
  variable?: ts.Node;
  /** Is it text put together here, or an array of pieces of text? */
  isText?: boolean;
}

const made = new WeakMap<FileAnalysis, Map<ts.Identifier, Made>>();

/** A long function that adds to the same text again and again asks for each mention once. */
function madeOf(analysis: FileAnalysis, node: ts.Identifier): Made {
  let known = made.get(analysis);
  if (!known) made.set(analysis, (known = new Map()));
  let found = known.get(node);
  if (!found) known.set(node, (found = makingOf(analysis, node)));
  return found;
}

/** The initialiser of a variable, later assignments, and what is pushed; or what it was given last on every way. */
function makingOf(analysis: FileAnalysis, node: ts.Identifier): Made {
  const declaration = analysis.resolver.declarations.find(node);
  if (declaration?.kind !== 'variable' || declaration.steps.length > 0) return { values: [] };
  const own = (other: ts.Node): boolean => {
    const found = ts.isIdentifier(other) ? analysis.resolver.declarations.find(other) : undefined;
    return found?.kind === 'variable' && found.node === declaration.node;
  };
  const last = declaration.constant ? undefined : lastGiven(analysis, node, declaration.node);
  const values: ts.Expression[] = last ? [last] : declaration.node.initializer ? [declaration.node.initializer] : [];
  if (!last)
    for (const assignment of analysis.outline.assignments.get(node.text) ?? []) if (own(assignment.left)) values.push(assignment.right);
  const fn = analysis.functionAround(declaration.node);
  for (const inner of fn ? [fn, ...fn.nested] : [])
    for (const { list, args } of pushesIn(inner).get(node.text) ?? []) if (own(list)) values.push(...args);
  return last ? { values } : { values, variable: declaration.node };
}

interface Push {
  list: ts.Identifier;
  args: readonly ts.Expression[];
}

const pushes = new WeakMap<FunctionInfo, Map<string, Push[]>>();

/** What a function adds to lists, by their names; nested functions left out. */
function pushesIn(fn: FunctionInfo): ReadonlyMap<string, readonly Push[]> {
  let found = pushes.get(fn);
  if (!found) {
    found = new Map();
    for (const { expression: callee, arguments: args } of fn.calls)
      if (ts.isPropertyAccessExpression(callee) && /^(push|unshift)$/.test(callee.name.text) && ts.isIdentifier(callee.expression))
        addTo(found, callee.expression.text, { list: callee.expression, args: args ?? [] });
    pushes.set(fn, found);
  }
  return found;
}

/** Is the expression text put together here, or an array of pieces of text? */
function buildsText(analysis: FileAnalysis, expression: ts.Expression): boolean {
  const node = bare(expression);
  if (ts.isTemplateExpression(node) || ts.isArrayLiteralExpression(node) || isAddress(node)) return true;
  if (ts.isCallExpression(node))
    return (
      mapped(analysis, node) !== undefined ||
      (ts.isPropertyAccessExpression(node.expression) &&
        node.expression.name.text === 'join' &&
        buildsText(analysis, node.expression.expression))
    );
  if (ts.isBinaryExpression(node)) return node.operatorToken.kind === ts.SyntaxKind.PlusToken;
  if (!ts.isIdentifier(node)) return false;
  const making = madeOf(analysis, node);
  return (making.isText ??= making.values.some((value) => {
    const inner = bare(value);
    if (ts.isCallExpression(inner) || isAddress(inner)) return buildsText(analysis, inner);
    return (
      ts.isStringLiteral(inner) ||
      ts.isNoSubstitutionTemplateLiteral(inner) ||
      ts.isTemplateExpression(inner) ||
      ts.isArrayLiteralExpression(inner) ||
      (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.PlusToken) ||
      ts.isConditionalExpression(inner)
    );
  }));
}

const statement =
  /^\s*(?:--[^\n]*\n\s*)*(?:\(?\s*SELECT\s|INSERT\s+(?:OR\s+\w+\s+)?INTO\s|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s|WITH\s+\S+\s+AS\s*\(|REPLACE\s+INTO\s|MERGE\s+INTO\s|CALL\s+\w)/i;

/** Does a text put together here begin like an SQL statement? */
export function looksLikeSql(analysis: FileAnalysis, expression: ts.Expression): boolean {
  const node = analysis.resolver.deref(expression);
  if (ts.isTemplateExpression(node)) return statement.test(node.head.text);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    let left: ts.Expression = node;
    while (ts.isBinaryExpression(left) && left.operatorToken.kind === ts.SyntaxKind.PlusToken) left = bare(left.left);
    return looksLikeSql(analysis, left) || statement.test(constantString(left) ?? '');
  }
  return statement.test(constantString(node) ?? '');
}

/** How a text is made. */
export function builtOf(analysis: FileAnalysis, expression: ts.Expression): 'template' | 'concatenation' | 'value' | 'call' {
  const own = bare(expression);
  const node = ts.isIdentifier(own)
    ? (madeOf(analysis, own)
        .values.map(bare)
        .find((value) => constantString(value) === undefined) ?? own)
    : own;
  if (ts.isTemplateExpression(node)) return 'template';
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) return 'concatenation';
  return ts.isCallExpression(node) ? 'call' : 'value';
}
