import { ts } from 'ts-morph';
import { bare, constantString } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { lastName } from './guardConditions';

const { SyntaxKind } = ts;

/** What a value becomes, by the name that it goes by there, with all that it is put together of. */
export interface Destination {
  name: string;
  whole: ts.Expression;
  /** It is what a function of that name gives back. */
  given?: true;
}

/** Methods and functions that give the same value in another form. */
const shaping =
  /^(?:to(?:String|Fixed|UpperCase|LowerCase|Precision|ISOString)|slice|substr(?:ing)?|replace(?:All)?|pad(?:Start|End)|split|join|reverse|trim|repeat|concat|digest|update|floor|ceil|round|trunc|abs|pow|min|max|String|Number|parseInt|parseFloat|BigInt|btoa|from|encode\w*|charAt|at|map|fill|sort|md5|sha\d+|getTime|valueOf|flat)$/;
/** Lists of what codes are made of. */
const letters = /char|alpha|digit|letter|symbol|pool|set$|numbers?$|upper|lower|special|possible|base\d/i;
const handed = 3;

/** Names of what a value ends up as: variables, members, properties and functions, followed through variables of the same function. */
export function destinationsOf(analysis: FileAnalysis, node: ts.Expression, depth = handed): Destination[] {
  for (let value: ts.Expression = node; ;) {
    const next = outer(analysis, value);
    if (!next) return [];
    if ('expression' in next) {
      value = next.expression;
      continue;
    }
    const found: Destination = { name: next.name, whole: value, ...(next.given ? { given: true as const } : {}) };
    return [found, ...(next.variable && depth > 0 ? usesOf(analysis, next.variable, value, depth) : [])];
  }
}

type Step = { expression: ts.Expression } | { name: string; variable?: ts.Identifier; given?: true };

/** What holds a value next: a wider expression, or a name. */
function outer(analysis: FileAnalysis, value: ts.Expression): Step | undefined {
  const { parent } = value;
  if (
    ts.isParenthesizedExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isAwaitExpression(parent) ||
    ts.isPrefixUnaryExpression(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isArrayLiteralExpression(parent)
  )
    return { expression: parent as ts.Expression };
  if (ts.isTemplateSpan(parent)) return { expression: parent.parent };
  if (ts.isConditionalExpression(parent)) return parent.condition === value ? undefined : { expression: parent };
  if (ts.isBinaryExpression(parent)) return ofOperator(parent, value);
  if (ts.isPropertyAccessExpression(parent)) {
    const call = parent.parent;
    return parent.expression === value && ts.isCallExpression(call) && call.expression === parent && shaping.test(parent.name.text)
      ? { expression: call }
      : undefined;
  }
  if (ts.isElementAccessExpression(parent))
    return parent.argumentExpression === value && isAlphabet(analysis, parent.expression) ? { expression: parent } : undefined;
  if (ts.isCallExpression(parent)) return ofArgument(analysis, parent, value);
  if (ts.isVariableDeclaration(parent) && parent.initializer === value)
    return ts.isIdentifier(parent.name) ? { name: parent.name.text, variable: parent.name } : undefined;
  if ((ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) && parent.initializer === value)
    return { name: parent.name.getText(analysis.source).replace(/['"]/g, '') };
  if (ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === value)) return ofFunction(analysis, value);
  return undefined;
}

function ofOperator(parent: ts.BinaryExpression, value: ts.Expression): Step | undefined {
  const kind = parent.operatorToken.kind;
  if (kind === SyntaxKind.EqualsToken || kind === SyntaxKind.PlusEqualsToken) {
    if (parent.right !== value) return undefined;
    const target = bare(parent.left);
    const name = lastName(target);
    return name === undefined ? undefined : { name, ...(ts.isIdentifier(target) ? { variable: target } : {}) };
  }
  const isArithmetic =
    (kind >= SyntaxKind.PlusToken && kind <= SyntaxKind.PercentToken) ||
    kind === SyntaxKind.BarToken ||
    kind === SyntaxKind.GreaterThanGreaterThanToken ||
    kind === SyntaxKind.GreaterThanGreaterThanGreaterThanToken ||
    kind === SyntaxKind.BarBarToken ||
    kind === SyntaxKind.QuestionQuestionToken;
  return isArithmetic ? { expression: parent } : undefined;
}

/** Of an argument: what gives it back in another form, and lists that it is put into. */
function ofArgument(analysis: FileAnalysis, call: ts.CallExpression, value: ts.Expression): Step | undefined {
  if (call.expression === value) return undefined;
  const callee = bare(call.expression);
  const name = lastName(callee) ?? '';
  if (name === 'push' && ts.isPropertyAccessExpression(callee) && ts.isIdentifier(callee.expression))
    return { name: callee.expression.text, variable: callee.expression };
  if (/^(?:charAt|at)$/.test(name) && ts.isPropertyAccessExpression(callee))
    return isAlphabet(analysis, callee.expression) ? { expression: call } : undefined;
  return shaping.test(name) ? { expression: call } : undefined;
}

/** What the function around a value is called, or the list that a callback makes: `Array.from({ length: 6 }, () => …)`. */
function ofFunction(analysis: FileAnalysis, value: ts.Expression): Step | undefined {
  const fn = analysis.functionAround(value);
  if (!fn) return undefined;
  const { parent } = fn.node;
  if (ts.isCallExpression(parent) && shaping.test(lastName(bare(parent.expression)) ?? '')) return { expression: parent };
  const name = fn.name.slice(fn.name.lastIndexOf('.') + 1);
  return name === '' ? undefined : { name, given: true };
}

/** Are the elements letters that a code is made of, and not things of which one is picked? */
function isAlphabet(analysis: FileAnalysis, list: ts.Expression): boolean {
  const value = analysis.resolver.deref(list);
  if (constantString(value) !== undefined) return true;
  return letters.test(lastName(bare(list)) ?? '') || letters.test(lastName(value) ?? '');
}

/** What becomes of a variable where the function that has it uses it. */
function usesOf(analysis: FileAnalysis, variable: ts.Identifier, value: ts.Expression, depth: number): Destination[] {
  const declaration = analysis.resolver.declarations.find(variable);
  if (declaration?.kind !== 'variable') return [];
  const fn = analysis.functionAround(declaration.node);
  const names = [...(fn?.names ?? []), ...(fn?.nested.flatMap((inner) => inner.names) ?? [])];
  const found: Destination[] = [];
  for (const name of names) {
    if (name.text !== variable.text || name === variable || (name.pos >= value.pos && name.end <= value.end)) continue;
    const { parent } = name;
    if (ts.isShorthandPropertyAssignment(parent)) continue;
    if (!ts.isExpression(name) || (ts.isPropertyAccessExpression(parent) && parent.name === name) || isFunctionNode(parent)) continue;
    const place = analysis.resolver.declarations.find(name);
    if (place?.kind === 'variable' && place.node === declaration.node) found.push(...destinationsOf(analysis, name, depth - 1));
  }
  return found;
}
