import { ts } from 'ts-morph';
import { bare, constantString, contains, walk } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import type { Category } from './origins';

const membership = /^(includes|has|hasOwn|hasOwnProperty|some|test|isInteger|isSafeInteger|isFinite|isNaN|isBoolean|isUUID|isUuid|isMongoId|isNumeric|isInt|isIn|isAlphanumeric|isValid|isValidObjectId|indexOf|match|find|findIndex)$/;
const checking = /^(is|has|valid|validate|assert|ensure|check|verify|sanitize|sanitise|guard|allowed|whitelist)([A-Z_]|$)/;

const tests = new WeakMap<FileAnalysis, Map<FunctionInfo, { condition: ts.Expression; test: ts.Node }[]>>();

/** Conditions that a function tests, its own only. */
function conditionsOf(analysis: FileAnalysis, fn: FunctionInfo): { condition: ts.Expression; test: ts.Node }[] {
  let known = tests.get(analysis);
  if (!known) tests.set(analysis, (known = new Map()));
  let list = known.get(fn);
  if (!list) {
    list = fn.ifs.map((test) => ({ test, condition: ts.isIfStatement(test) ? test.expression : ts.isConditionalExpression(test) ? test.condition : test.left }));
    known.set(fn, list);
  }
  return list;
}

/**
 * Was the value compared with a list of what is allowed, or tested against a pattern, before this place? Whatever the test
 * leads to, it is there: what it lets through is the author's decision.
 */
export function isChecked(analysis: FileAnalysis, node: ts.Expression, category: Category): boolean {
  if (category === 'html') return false;
  const text = plainText(analysis, node);
  for (let fn = analysis.functionAround(node); fn; fn = fn.parent) {
    for (const { condition, test } of conditionsOf(analysis, fn)) {
      if (condition.pos >= node.pos || contains(condition, node)) continue;
      if (tested(analysis, condition, text, test, node, category)) return true;
    }
    for (const call of fn.calls) {
      if (call.pos >= node.pos || !ts.isExpressionStatement(outermost(call).parent) || contains(call, node)) continue;
      if (checking.test(lastName(call.expression)) && (call.arguments ?? []).some((argument) => plainText(analysis, bare(argument)) === text)) return true;
    }
  }
  return false;
}

function outermost(node: ts.Expression): ts.Expression {
  return ts.isAwaitExpression(node.parent) ? node.parent : node;
}

/** `body?.sort` and `body.sort` are the same value. */
function plainText(analysis: FileAnalysis, node: ts.Expression): string {
  return bare(node).getText(analysis.source).replace(/\?\./g, '.').replace(/[\s!]/g, '');
}

function lastName(node: ts.Expression): string {
  const callee = bare(node);
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
}

function tested(analysis: FileAnalysis, condition: ts.Expression, text: string, test: ts.Node, use: ts.Node, category: Category): boolean {
  const is = (node: ts.Expression): boolean => {
    const value = bare(node);
    if (plainText(analysis, value) === text) return true;
    // `ALLOWED.includes(sort as string)`, `/x/.test(String(id))`, `ALLOWED.has(sort.toLowerCase())`.
    if (!ts.isCallExpression(value)) return false;
    const inner = ts.isPropertyAccessExpression(value.expression) && /^(toLowerCase|toUpperCase|trim|toString)$/.test(value.expression.name.text) ? value.expression.expression : value.arguments[0];
    return inner !== undefined && plainText(analysis, inner) === text;
  };
  let found = false;
  walk(condition, (node) => {
    if (found || isFunctionNode(node)) return false;
    if (ts.isCallExpression(node)) {
      const name = lastName(node.expression);
      if (membership.test(name) || checking.test(name)) found = node.arguments.some(is) || (/^(match|isValid)$/.test(name) && ts.isPropertyAccessExpression(node.expression) && is(node.expression.expression));
    } else if (ts.isBinaryExpression(node) && ts.isTypeOfExpression(bare(node.left))) {
      // A text cannot be an operator of a document query; a number or a truth value cannot be anything else.
      const kind = constantString(node.right);
      const enough = kind === 'number' || kind === 'boolean' || (kind === 'string' && (category === 'nosql' || category === 'object'));
      found = enough && is((bare(node.left) as ts.TypeOfExpression).expression);
    } else if (ts.isBinaryExpression(node)) {
      const operator = node.operatorToken.kind;
      if (operator === ts.SyntaxKind.InKeyword) found = is(node.left);
      else if (operator === ts.SyntaxKind.EqualsEqualsEqualsToken || operator === ts.SyntaxKind.EqualsEqualsToken) found = is(node.left) && constantString(node.right) !== undefined && isInThen(test, use);
      else if (operator === ts.SyntaxKind.ExclamationEqualsEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsToken) found = is(node.left) && (constantString(node.right) ?? '') !== '' && ts.isIfStatement(test) && !isInThen(test, use);
    }
    return !found;
  });
  return found;
}

function isInThen(test: ts.Node, use: ts.Node): boolean {
  if (ts.isIfStatement(test)) return contains(test.thenStatement, use);
  return ts.isConditionalExpression(test) && contains(test.whenTrue, use);
}
