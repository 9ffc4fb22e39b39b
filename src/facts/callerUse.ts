import { ts } from 'ts-morph';
import type { FunctionSummary } from '../model/facts';
import { isEmptyValue } from '../syntax/flow';
import { bare, walk } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { insistentReads } from './guardBranches';
import { lastName } from './guardConditions';

/** Names of who is calling. */
const caller = /^(user|users?_?id|uid|current_?user|user_?info|session|viewer|principal|identity|author_?id|owner_?id)$/i;
/** Names that may have to do with it. */
const near =
  /user|uid|session|viewer|principal|identity|caller|author(?!ization)|owner|member|account|tenant|org(?:$|[^a-z]|ani[sz]ation|id)|workspace|team|company|customer|profile|auth(?!or)|token|mine|permission|policy|role|access|\bme\b|ability|scope|context|store|locals|cookie|client/i;

/**
 * Does a handler use who is calling to choose what it changes? `unused` only where nothing in it is even named after them, besides what
 * finds out who they are and looks whether there is somebody; undefined where nobody can tell, or where it only says who did it.
 */
export function callerUseOf(
  analysis: FileAnalysis,
  fn: FunctionInfo,
  { guards, sinks }: Pick<FunctionSummary, 'guards' | 'sinks'>,
): 'used' | 'unused' | undefined {
  const { body } = fn.node;
  if (!body || !analysis.entries.has(fn) || !sinks.some(({ kind }) => kind === 'write' || kind === 'privileged')) return undefined;
  // Who is read as if somebody were there is used at that place, too.
  const read = insistentReads(analysis, analysis.parts(fn).all).map((node) => node.getStart(analysis.source));
  let use: 'used' | 'unused' | undefined = 'unused';
  walk(body, (node) => {
    if (use === 'used' || ts.isTypeNode(node)) return false;
    const isProof = guards.some(
      ({ span, level }) =>
        level !== 'OWNER' && !read.includes(span.start) && span.start <= node.getStart(analysis.source) && node.end <= span.end,
    );
    if (isProof) return false;
    if (!ts.isIdentifier(node) || !near.test(node.text) || isDeclared(node) || isLookedFor(node)) return true;
    if (caller.test(node.text) && !isSent(analysis, node) && narrows(analysis, node)) use = 'used';
    // `req.headers.authorization` says where the proof is, and not whose it is.
    else if (!/^authorization$/i.test(node.text)) use = undefined;
    return true;
  });
  return use;
}

/** Indexes of the parameters by which a function chooses what it reads or changes: `where: { id, userId }`. */
export function narrowingParameters(analysis: FileAnalysis, fn: FunctionInfo): number[] {
  const { body, parameters } = fn.node;
  if (!body || parameters.length < 2) return [];
  const found = new Set<number>();
  walk(body, (node) => {
    if (ts.isTypeNode(node)) return false;
    if (!ts.isIdentifier(node) || !near.test(node.text) || isDeclared(node)) return true;
    const declaration = analysis.resolver.declarations.find(node);
    if (
      declaration?.kind === 'parameter' &&
      declaration.fn === fn.node &&
      declaration.steps.length === 0 &&
      !found.has(declaration.index) &&
      narrows(analysis, node)
    )
      found.add(declaration.index);
    return true;
  });
  return [...found].sort((a, b) => a - b);
}

function isDeclared(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) || ts.isBindingElement(parent) || ts.isParameter(parent)) &&
    (parent.name === node || (ts.isBindingElement(parent) && parent.propertyName === node))
  );
}

/** `if (!user)`, `if (!session?.user)`: all that is asked is whether there is somebody. */
function isLookedFor(node: ts.Identifier): boolean {
  let value: ts.Node = node;
  while (ts.isPropertyAccessExpression(value.parent)) value = value.parent;
  return ts.isPrefixUnaryExpression(value.parent) && value.parent.operator === ts.SyntaxKind.ExclamationToken;
}

const choosing = /^(find|update|delete|remove|destroy|count|exists|replace|where|andWhere|eq|equals|match|filter|upsert|updateMany|patch)/i;

/** Does a value decide what is found: compared, part of a condition of a query, or handed to a function that does so? */
function narrows(analysis: FileAnalysis, node: ts.Identifier): boolean {
  let child: ts.Node = node;
  for (let { parent } = node; parent && !isFunctionNode(parent) && !ts.isStatement(parent); child = parent, parent = parent.parent) {
    if (ts.isBinaryExpression(parent) && /^[!=]==?$/.test(ts.tokenToString(parent.operatorToken.kind) ?? ''))
      return !isEmptyValue(parent.left === child ? parent.right : parent.left);
    if (ts.isPropertyAssignment(parent) && parent.initializer === child) {
      const name = parent.name.getText(analysis.source);
      if (/^(where|filter|query|condition|match|\$match)$/.test(name)) return true;
      if (/^(data|create|set|values|update|\$set|doc|defaults|details|meta|metadata)$/.test(name)) return false;
    }
    if (!ts.isCallExpression(parent) || parent.expression === child) continue;
    const index = parent.arguments.indexOf(child as ts.Expression);
    const called = analysis.resolver.functionOf(parent.expression)?.ref;
    if (called) return analysis.summaryOf(called)?.narrowsBy?.includes(index) === true;
    const name = lastName(bare(parent.expression)) ?? '';
    if (choosing.test(name)) return index === 0 || /^(eq|equals|where|andWhere|match|filter)$/i.test(name);
    if (analysis.site(parent)?.role?.data?.operation === 'raw')
      return /\bwhere\b[^]*(user|owner|author)/i.test(parent.arguments[0]?.getText(analysis.source) ?? '');
    if (!/^(and|or|not)$/.test(name)) return false;
  }
  return false;
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
