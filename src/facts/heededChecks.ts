import { ts } from 'ts-morph';
import { boundNames, callsBelow, dispositionOf, enclosingTry, following, leaves, mentions } from '../syntax/flow';
import { bare, contains, walk, whole } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { callsLogger } from './catchBody';

/**
 * Does what a check of a value finds decide about anything? Checks that report by their result prove nothing where nobody looks at that, and those
 * that throw prove nothing where what they throw is swallowed. In doubt it does.
 */
export function isCheckHeeded(analysis: FileAnalysis, site: CallSite, value: ts.Expression): boolean {
  const isSafe = site.role?.validates?.safe === true || reporting.test(lastName(site.node));
  return isSafe ? isResultHeeded(analysis, site.node, textOf(value)) : !isSwallowed(analysis, site.node, value);
}

const reporting = /^(safeParse|safeParseAsync|safeDecode|safeValidate|spa)$/;

function lastName({ expression }: CallSite['node']): string {
  const callee = bare(expression);
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : '';
}

/** Does anybody look at what a call gives back, hand it on or give it back, and do more about it than to log it? `raw`: what may stand in where it fails. */
export function isResultHeeded(analysis: FileAnalysis, node: ts.Expression, raw?: string): boolean {
  const call = whole(node);
  const result = ts.isAwaitExpression(call.parent) ? whole(call.parent) : call;
  const disposition = dispositionOf(result);
  if (disposition.kind === 'ignored' || ts.isExpressionStatement(result.parent)) return false;
  const { parent } = result;
  // `const { data } = schema.safeParse(body)` is looked at by its names, `schema.safeParse(body).data` by nobody.
  if (ts.isPropertyAccessExpression(parent) && parent.expression === result) return !taken.test(parent.name.text);
  if (disposition.kind !== 'bound') return true;
  const names = new Set(boundNames(disposition.name));
  const statement = disposition.declaration.parent.parent;
  const rest = ts.isBlock(statement.parent)
    ? statement.parent.statements.slice(statement.parent.statements.indexOf(statement as ts.Statement) + 1)
    : undefined;
  if (!rest) return true;
  return rest.some((node) => mentions(node, names) && decidesBy(analysis, node, names, raw));
}

const taken = /^(data|value|output)$/;

/** Is one of the names looked at, given back or handed on as a whole, and not only what was made of the value taken from it? */
function decidesBy(analysis: FileAnalysis, statement: ts.Statement, names: ReadonlySet<string>, raw: string | undefined): boolean {
  let found = false;
  walk(statement, (node) => {
    if (found) return false;
    // What is wrong is written to a log, and everything goes on.
    if (ts.isIfStatement(node) && mentions(node.expression, names) && !node.elseStatement && onlyLogs(analysis, node.thenStatement))
      return false;
    if (isFallback(node, names, raw)) return false;
    if (!ts.isIdentifier(node) || !names.has(node.text)) return true;
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent)) {
      if (parent.name === node) return true;
      found = !taken.test(parent.name.text) || isAsked(parent);
    } else if (taken.test(node.text)) found = isAsked(node);
    else found = !ts.isBindingElement(parent) && !isAnswered(analysis, node);
    return true;
  });
  return found;
}

/** Is it a member of what an endpoint answers with? Whoever calls another function may look at it. */
function isAnswered(analysis: FileAnalysis, name: ts.Identifier): boolean {
  if (!ts.isPropertyAssignment(name.parent) && !ts.isShorthandPropertyAssignment(name.parent)) return false;
  const fn = analysis.functionAround(name);
  return fn !== undefined && analysis.entries.has(fn);
}

/** `parsed.success ? parsed.data : req.body`: what was sent stands in where it is wrong. */
function isFallback(node: ts.Node, names: ReadonlySet<string>, raw: string | undefined): boolean {
  if (raw === undefined) return false;
  if (ts.isConditionalExpression(node))
    return mentions(node.condition, names) && [node.whenTrue, node.whenFalse].some((branch) => textOf(branch) === raw);
  return (
    ts.isBinaryExpression(node) &&
    /^(?:\?\?|\|\|)$/.test(ts.tokenToString(node.operatorToken.kind) ?? '') &&
    mentions(node.left, names) &&
    textOf(node.right) === raw
  );
}

/** Is it asked whether a value is there? */
function isAsked(node: ts.Expression): boolean {
  const value = whole(node);
  const { parent } = value;
  if (ts.isPrefixUnaryExpression(parent) || ts.isTypeOfExpression(parent)) return true;
  if (ts.isBinaryExpression(parent)) return /^(?:[!=]==?|&&|\|\||\?\?|instanceof|in)$/.test(parent.operatorToken.getText());
  return (ts.isIfStatement(parent) && parent.expression === value) || (ts.isConditionalExpression(parent) && parent.condition === value);
}

function onlyLogs(analysis: FileAnalysis, branch: ts.Statement): boolean {
  const statements = ts.isBlock(branch) ? branch.statements : [branch];
  return statements.every((statement) => {
    if (!ts.isExpressionStatement(statement)) return false;
    const calls = callsBelow(statement);
    return calls.length > 0 && callsLogger(analysis, calls[0]!);
  });
}

/** Is what a check throws caught and forgotten, with what was sent used behind it all the same? */
function isSwallowed(analysis: FileAnalysis, call: ts.Node, value: ts.Expression): boolean {
  const attempt = enclosingTry(call);
  const caught = attempt?.catchClause?.block;
  if (!attempt || !caught || leaves(caught) || (caught.statements.length > 0 && !onlyLogs(analysis, caught))) return false;
  const raw = textOf(value);
  return following(attempt).some((statement) => {
    let used = false;
    walk(statement, (node) => {
      if (isFunctionNode(node)) return false;
      used ||= ts.isExpression(node) && textOf(node) === raw && !contains(call, node);
      return !used;
    });
    return used;
  });
}

function textOf(node: ts.Expression): string {
  return bare(node).getText();
}
