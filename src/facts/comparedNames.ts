import { ts } from 'ts-morph';
import { bare } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';
import { lastName } from './guardConditions';

const { SyntaxKind } = ts;

/** Calls that make the same of a text. */
const keeping = /^(?:String|trim|toLowerCase|toUpperCase|toString)$/;
/** Names of calls that put things somewhere, and look at nothing. */
const using =
  /^(?:log|info|warn|error|debug|json|send|status|sign|create|insert|save|set|push|append|stringify|end|query|execute|values|hash|then)$|[tT]oken$|[eE]mail$/;

/**
 * Does the function around a value look at what it is: compare it, look it up, switch on it, or hand it to something that may? That it is
 * there at all is no look at what it is.
 */
export function isCompared(analysis: FileAnalysis, value: ts.Identifier | ts.PropertyAccessExpression): boolean {
  const name = lastName(value);
  const fn = analysis.entryAround(value) ?? analysis.functionAround(value);
  return (
    fn === undefined ||
    name === undefined ||
    analysis.parts(fn).all.some((part) => part.names.some((use) => use.text === name && looksAt(use)))
  );
}

function looksAt(name: ts.Identifier): boolean {
  let node: ts.Expression = name;
  if (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) node = node.parent;
  for (;;) {
    const { parent } = node;
    if (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isNonNullExpression(parent)) node = parent;
    else if (ts.isPropertyAccessExpression(parent) && parent.expression === node && ts.isCallExpression(parent.parent)) {
      if (!keeping.test(parent.name.text)) return true;
      node = parent.parent;
    } else break;
  }
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) {
    const operator = parent.operatorToken.kind;
    const isEqual =
      operator === SyntaxKind.EqualsEqualsEqualsToken ||
      operator === SyntaxKind.EqualsEqualsToken ||
      operator === SyntaxKind.ExclamationEqualsEqualsToken ||
      operator === SyntaxKind.ExclamationEqualsToken;
    const other = bare(parent.left === node ? parent.right : parent.left);
    if (isEqual) return !isAbsence(other);
    return operator === SyntaxKind.InKeyword;
  }
  if (ts.isSwitchStatement(parent) || ts.isCaseClause(parent)) return true;
  if (ts.isElementAccessExpression(parent)) return parent.argumentExpression === node;
  if (ts.isCallExpression(parent) && parent.expression !== node) {
    const callee = bare(parent.expression);
    return !using.test(lastName(callee) ?? '');
  }
  return false;
}

function isAbsence(node: ts.Expression): boolean {
  return (
    node.kind === SyntaxKind.NullKeyword ||
    (ts.isIdentifier(node) && node.text === 'undefined') ||
    (ts.isStringLiteralLike(node) &&
      (node.text === '' || ts.isTypeOfExpression(node.parent) || /^(?:string|undefined|boolean)$/.test(node.text)))
  );
}
