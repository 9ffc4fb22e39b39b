import { ts } from 'ts-morph';
import { walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { inputOf } from './requestParts';

/** Is a request paid for by whom the application belongs to, by the address that it goes to? With a key that the caller sent, the caller pays. */
export function isPaidFor(analysis: FileAnalysis, { node, role }: CallSite): boolean {
  const { paidAt, url } = role?.outbound ?? {};
  const address = paidAt && typeof url === 'number' ? node.arguments?.[url] : undefined;
  return address !== undefined && paidAt!.test(beginningOf(analysis, address)) && !handsCallersKey(analysis, node);
}

/** What a text begins with, as far as it is constant: `${MODELS_URL}/chat/completions`. */
function beginningOf(analysis: FileAnalysis, node: ts.Expression, depth = 3): string {
  const value = analysis.resolver.deref(node);
  if (ts.isStringLiteralLike(value)) return value.text;
  if (depth === 0) return '';
  if (ts.isTemplateExpression(value))
    return value.head.text !== '' ? value.head.text : beginningOf(analysis, value.templateSpans[0]!.expression, depth - 1);
  return ts.isBinaryExpression(value) ? beginningOf(analysis, value.left, depth - 1) : '';
}

function handsCallersKey(analysis: FileAnalysis, node: CallSite['node']): boolean {
  let isTheirs = false;
  for (const argument of node.arguments ?? [])
    walk(argument, (inner) => {
      if (isTheirs || isFunctionNode(inner)) return false;
      if ((ts.isIdentifier(inner) || ts.isPropertyAccessExpression(inner)) && /key|token|auth/i.test(inner.getText(analysis.source)))
        isTheirs = inputOf(analysis, analysis.resolver.pathOf(inner)) !== undefined;
      return !isTheirs;
    });
  return isTheirs;
}
