import { ts } from 'ts-morph';
import type { Step } from '../syntax/declarations';
import { bare } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { returnedBy } from './traceParts';

/** Is a name for an element of a list, or for the first part of each pair in it, one for what the author allows? */
export function isAllowedElement(analysis: FileAnalysis, list: ts.Expression, [first]: readonly Step[]): boolean {
  const isName = first !== undefined && 'index' in first && first.index === 0;
  return (first === undefined || isName) && keepsAllowed(analysis, list, isName);
}

/**
 * Does a step to a list, itself or behind a name, let through only what the author allows: `names.filter((name) => COLUMNS.includes(name))`?
 * `first`: it is about the names in pairs of names and values, `.filter(([name]) => allowed.has(name))`.
 */
export function keepsAllowed(analysis: FileAnalysis, list: ts.Expression, first = false): boolean {
  for (let value = analysis.resolver.deref(list); ;) {
    if (!ts.isCallExpression(value) || !ts.isPropertyAccessExpression(value.expression)) return false;
    const { name, expression } = value.expression;
    if (!/^(?:filter|slice|sort|toSorted)$/.test(name.text)) return false;
    const [callback] = value.arguments;
    if (name.text === 'filter' && callback && allows(analysis, bare(callback), first)) return true;
    value = analysis.resolver.deref(expression);
  }
}

/** Does a function ask whether all names of an object are ones that the author allows: `Object.keys(body).every((name) => FIELDS.includes(name))`? */
export function asksForNames(analysis: FileAnalysis, { calls }: FunctionInfo, isObject: (node: ts.Expression) => boolean): boolean {
  return calls.some((call) => {
    const callee = bare(call.expression);
    const [callback] = call.arguments ?? [];
    if (!callback || !ts.isPropertyAccessExpression(callee) || !/^(?:every|some|find)$/.test(callee.name.text)) return false;
    const list = analysis.resolver.deref(callee.expression);
    return (
      ts.isCallExpression(list) &&
      list.arguments[0] !== undefined &&
      isObject(list.arguments[0]) &&
      analysis.resolver.pathOf(list.expression) === 'global#Object.keys' &&
      allows(analysis, bare(callback), false, callee.name.text !== 'every')
    );
  });
}

/** What a list of pairs becomes an object of has the names that the author wrote: `Object.fromEntries(FIELDS.map((name) => [name, body[name]]))`. */
export function pairedNames(analysis: FileAnalysis, pairs: ts.Expression): ts.Expression | undefined {
  const call = analysis.resolver.deref(pairs);
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression) || !/^(?:map|flatMap)$/.test(call.expression.name.text))
    return undefined;
  const [callback] = call.arguments;
  const fn = callback && analysis.outline.byNode.get(bare(callback));
  const name = fn?.node.parameters[0]?.name;
  const pair = fn && returnedBy(fn.node, fn.exits).map(bare);
  return name &&
    ts.isIdentifier(name) &&
    pair?.length &&
    pair.every((each) => ts.isArrayLiteralExpression(each) && each.elements[0]?.getText(analysis.source) === name.text)
    ? call.expression.expression
    : undefined;
}

function allows(analysis: FileAnalysis, callback: ts.Expression, first: boolean, negated = false): boolean {
  const fn = analysis.outline.byNode.get(callback);
  const parameter = fn?.node.parameters[0]?.name;
  const name = first && parameter && ts.isArrayBindingPattern(parameter) ? elementName(parameter.elements[0]) : parameter;
  if (!fn || !name || !ts.isIdentifier(name)) return false;
  const { body } = fn.node;
  const [exit, ...others] = body && ts.isBlock(body) ? fn.exits : [];
  const answer = body && !ts.isBlock(body) ? body : others.length === 0 && exit && ts.isReturnStatement(exit) ? exit.expression : undefined;
  if (answer === undefined) return false;
  if (!negated) return demanded(answer).some((part) => asks(analysis, part, name.text));
  const not = bare(answer);
  return ts.isPrefixUnaryExpression(not) && not.operator === ts.SyntaxKind.ExclamationToken && asks(analysis, bare(not.operand), name.text);
}

function elementName(element: ts.ArrayBindingElement | undefined): ts.BindingName | undefined {
  return element && ts.isBindingElement(element) ? element.name : undefined;
}

/** The parts of a condition that all have to hold. */
function demanded(condition: ts.Expression): ts.Expression[] {
  const value = bare(condition);
  return ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
    ? [...demanded(value.left), ...demanded(value.right)]
    : [value];
}

/** `COLUMNS.includes(name)`, `allowed.has(name)`, `name in columns`, `/^\w+$/.test(name)`. */
function asks(analysis: FileAnalysis, part: ts.Expression, name: string): boolean {
  const isIt = (node: ts.Expression | undefined): boolean => {
    const value = node && bare(node);
    return value !== undefined && ts.isIdentifier(value) && value.text === name;
  };
  if (ts.isBinaryExpression(part)) return part.operatorToken.kind === ts.SyntaxKind.InKeyword && isIt(part.left);
  if (!ts.isCallExpression(part) || !ts.isPropertyAccessExpression(part.expression) || !part.arguments.some(isIt)) return false;
  const method = part.expression.name.text;
  if (method !== 'test') return /^(?:includes|has|hasOwn|hasOwnProperty)$/.test(method);
  const pattern = analysis.resolver.deref(part.expression.expression);
  return ts.isRegularExpressionLiteral(pattern) && /^\/\^(?!\[\^)[^.]*\$\/\w*$/.test(pattern.text);
}
