import { ts } from 'ts-morph';
import type { GuardEvidence } from '../model/facts';
import { bare, walk } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { nameOfHeader } from './forgeryTests';
import { refusalIn } from './refusals';

/** A look at the text tells of most functions that they leave bodies to others. */
const telling = /content-length|\bon\(\s*['"]data['"]|for await/i;
const length = /^content-length$/i;
const counting = /\.length|byteLength|size|total|bytes|destroy\(|max/i;

/** What a function does about the size of bodies: it asks what the sender says of it, or collects whatever comes. `isInner`: something that it calls does. */
export function bodyEvidence(
  analysis: FileAnalysis,
  fn: FunctionInfo,
  parts: readonly FunctionInfo[],
  sites: readonly CallSite[],
  isInner: boolean,
): GuardEvidence[] {
  for (const { node, role } of isInner ? sites : []) {
    const inner = role ? undefined : analysis.summaryOf(analysis.resolver.functionOf(node.expression)?.ref)?.guards.find(isOfBody);
    if (inner) return [evidence(analysis, node.expression, inner.unbounded ? { unbounded: inner.unbounded } : { unsure: true })];
  }
  if (!analysis.mayHold(telling) || !telling.test(analysis.source.text.slice(fn.node.pos, fn.node.end))) return [];
  for (const part of parts)
    for (const test of part.ifs)
      if (ts.isIfStatement(test) && asksForLength(analysis, test.expression) && refusalIn(analysis, test.thenStatement, part))
        return [evidence(analysis, test.expression, { unsure: true })];
  const collected = collectedIn(analysis, fn, sites);
  return collected ? [evidence(analysis, collected, { unbounded: true })] : [];
}

function isOfBody({ kind }: GuardEvidence): boolean {
  return kind === 'body-limit';
}

function evidence(analysis: FileAnalysis, node: ts.Node, what: Pick<GuardEvidence, 'unbounded' | 'unsure'>): GuardEvidence {
  return { kind: 'body-limit', level: 'NONE', name: analysis.label(node, 40), span: analysis.span(node), ...what };
}

/** `Number(req.headers['content-length']) > limit`: whoever sends in pieces need not say it. */
function asksForLength(analysis: FileAnalysis, condition: ts.Expression): boolean {
  let found = false;
  const look = (node: ts.Node, depth: number): void =>
    walk(node, (inner) => {
      if (found || !ts.isExpression(inner)) return !found;
      if (nameOfHeader(analysis, inner, length)) found = true;
      else if (ts.isIdentifier(inner) && depth > 0) {
        const behind = analysis.resolver.deref(inner, 1);
        if (behind !== inner) look(behind, depth - 1);
      }
      return !found;
    });
  look(condition, 2);
  return found;
}

/** Where the pieces of a request are put together and nobody counts them: `req.on('data', (piece) => { body += piece; })`, `for await (const piece of req)`. */
function collectedIn(analysis: FileAnalysis, fn: FunctionInfo, sites: readonly CallSite[]): ts.Node | undefined {
  for (const { node } of sites) {
    const callee = bare(node.expression);
    if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'on' || analysis.textOf(node.arguments?.[0]) !== 'data') continue;
    const listener = node.arguments?.[1];
    if (listener && isRequest(analysis, callee.expression) && isUncounted(analysis, listener)) return node.expression;
  }
  let found: ts.Node | undefined;
  if (fn.node.body)
    walk(fn.node.body, (node) => {
      if (ts.isForOfStatement(node) && node.awaitModifier && isRequest(analysis, node.expression) && isUncounted(analysis, node.statement))
        found ??= node.expression;
      return found === undefined;
    });
  return found;
}

function isRequest(analysis: FileAnalysis, node: ts.Expression): boolean {
  return /#req(?:uest)?$/.test(analysis.resolver.pathOf(node) ?? '');
}

function isUncounted(analysis: FileAnalysis, node: ts.Node): boolean {
  const text = node.getText(analysis.source);
  return /\+=|\.push\(|concat/.test(text) && !counting.test(text);
}
