import { ts } from 'ts-morph';
import type { FloatingPromise } from '../../model/facts';
import { bare } from '../../syntax/nodes';
import type { CallSite, FileAnalysis } from '../analysis';
import { answersIn } from '../answers';
import { escapesOf, mayReject } from '../rejections';
import { isServerCode } from '../serverCode';

type Form = FloatingPromise['form'];

/** Promises that a handler starts and leaves to themselves: nobody waits for them, and nobody hears when they fail. */
export function recogniseFloatingPromises(analysis: FileAnalysis): FloatingPromise[] {
  if (analysis.entries.size === 0 || !isServerCode(analysis)) return [];
  return analysis.sites.flatMap((site) => {
    const left = leftAlone(site.node);
    const form = left && analysis.entryAround(site.node) ? formOf(analysis, site) : undefined;
    if (!form) return [];
    return [
      {
        ...analysis.base(site.node),
        kind: 'floatingPromise',
        form,
        label: form === 'function' ? 'async function' : analysis.label(startOf(site.node).expression, 50).replace(/\s+(?=\.)/g, ''),
        deliberate: left === 'void',
        answers: answersIn(analysis, site.node),
      },
    ];
  });
}

/** Is a call a statement of its own, with nothing that takes what it gives? */
function leftAlone(node: ts.Expression): 'void' | 'dropped' | undefined {
  let child: ts.Node = node;
  while (ts.isParenthesizedExpression(child.parent) || ts.isNonNullExpression(child.parent)) child = child.parent;
  if (ts.isExpressionStatement(child.parent)) return 'dropped';
  return ts.isVoidExpression(child.parent) && ts.isExpressionStatement(child.parent.parent) ? 'void' : undefined;
}

/** What kind of promise a call certainly gives that may fail, if it does. */
function formOf(analysis: FileAnalysis, { node, role }: CallSite): Form | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const callee = bare(node.expression);
  const own = analysis.outline.byNode.get(callee);
  if (own) return escapesOf(analysis, own).length > 0 ? 'function' : undefined;
  if (ts.isPropertyAccessExpression(callee) && /^(?:then|finally)$/.test(callee.name.text) && node.arguments.length > 0)
    return mayReject(analysis, node) ? 'chain' : undefined;
  const found = analysis.resolver.functionOf(callee);
  if (found) {
    const summary = analysis.summaryOf(found.ref);
    return summary?.isAsync && summary.rejects ? 'call' : undefined;
  }
  // What takes a function may tell that one of the failure.
  const isTold = node.arguments.some((argument) => analysis.resolver.functionOf(argument) !== undefined);
  return role?.outbound?.promises && !isTold ? 'call' : undefined;
}

/** The call at the beginning of a chain: `mailer.send(order)` of `mailer.send(order).then(log)`. */
function startOf(node: ts.CallExpression | ts.NewExpression): ts.CallExpression | ts.NewExpression {
  const callee = bare(node.expression);
  if (!ts.isPropertyAccessExpression(callee) || !/^(?:then|catch|finally)$/.test(callee.name.text)) return node;
  const receiver = bare(callee.expression);
  return ts.isCallExpression(receiver) ? startOf(receiver) : node;
}
