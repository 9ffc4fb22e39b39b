import { ts } from 'ts-morph';
import type { FunctionSummary } from '../model/facts';
import { walk } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

/** Names of who is calling. */
const caller = /^(user|users?_?id|uid|current_?user|user_?info|session|viewer|principal|identity|author_?id|owner_?id)$/i;
/** Names that may have to do with it. */
const near = /user|uid|session|viewer|principal|identity|caller|author(?!ization)|owner|member|account|tenant|org(?:$|[^a-z]|ani[sz]ation|id)|workspace|team|company|customer|profile|auth(?!or)|token|mine|permission|policy|role|access|\bme\b|ability|scope|context|store|locals|cookie|client/i;

/**
 * Does a handler use who is calling for what it does? `unused` only where nothing in it is even named after them, besides what finds out
 * who they are and looks whether there is somebody; undefined where nobody can tell.
 */
export function callerUseOf(analysis: FileAnalysis, fn: FunctionInfo, { guards, sinks }: Pick<FunctionSummary, 'guards' | 'sinks'>): 'used' | 'unused' | undefined {
  const { body } = fn.node;
  if (!body || !analysis.entries.has(fn) || !sinks.some(({ kind }) => kind === 'write' || kind === 'privileged')) return undefined;
  let use: 'used' | 'unused' | undefined = 'unused';
  walk(body, (node) => {
    if (use === 'used') return false;
    if (ts.isTypeNode(node)) return false;
    const start = node.getStart(analysis.source);
    if (guards.some(({ span }) => span.start <= start && node.end <= span.end)) return false;
    if (!ts.isIdentifier(node) || !near.test(node.text) || isDeclared(node) || isLookedFor(node)) return true;
    if (caller.test(node.text) && isGiven(node) && !isSent(analysis, node)) use = 'used';
    else if (!isBearer(node)) use = undefined;
    return true;
  });
  return use;
}

function isDeclared(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isVariableDeclaration(parent) || ts.isBindingElement(parent) || ts.isParameter(parent)) && (parent.name === node || (ts.isBindingElement(parent) && parent.propertyName === node));
}

/** `if (!user)`, `if (!session?.user)`: all that is asked is whether there is somebody. */
function isLookedFor(node: ts.Identifier): boolean {
  let value: ts.Node = node;
  while (ts.isPropertyAccessExpression(value.parent)) value = value.parent;
  return ts.isPrefixUnaryExpression(value.parent) && value.parent.operator === ts.SyntaxKind.ExclamationToken;
}

/** Is it part of what is handed to a call, stored, or compared? */
function isGiven(node: ts.Identifier): boolean {
  let value: ts.Node = node;
  while (ts.isPropertyAccessExpression(value.parent) || ts.isNonNullExpression(value.parent) || ts.isElementAccessExpression(value.parent)) value = value.parent;
  const { parent } = value;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return parent.expression !== value;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === value;
  return ts.isShorthandPropertyAssignment(parent) || ts.isBinaryExpression(parent) || ts.isTemplateSpan(parent) || ts.isVariableDeclaration(parent) || ts.isArrayLiteralExpression(parent) || ts.isAsExpression(parent);
}

const sent = /\b(params|body|query|searchParams|input|json\(\)|formData)\b/;

/** `req.params.userId`, `const { userId } = req.body`: somebody whom the caller names. */
function isSent(analysis: FileAnalysis, node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return sent.test(parent.expression.getText(analysis.source));
  const declaration = analysis.resolver.declarations.find(node);
  const value = declaration?.kind === 'variable' ? declaration.node.initializer : undefined;
  return value !== undefined && sent.test(value.getText(analysis.source).slice(0, 200));
}

/** `req.headers.authorization`: where the proof is, and not whose it is. */
function isBearer(node: ts.Identifier): boolean {
  return /^authorization$/i.test(node.text);
}
