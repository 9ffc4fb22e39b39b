import { ts } from 'ts-morph';
import type { RejectionListener } from '../../model/facts';
import { callsBelow } from '../../syntax/flow';
import { bare, constantString } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';

const listened = /unhandledRejection/;

/** `process.on('unhandledRejection', …)`: what hears of promises that fail without anybody who looks at them. With it the process goes on, unless it ends it. */
export function recogniseRejectionListeners(analysis: FileAnalysis): RejectionListener[] {
  if (analysis.context.side === 'client' || analysis.context.role !== 'source' || !analysis.mayHold(listened)) return [];
  return analysis.meaningful.flatMap(({ node, role }) => {
    const [event, listener] = node.arguments ?? [];
    if (role?.unawaited !== 'emitter' || !listener || constantString(event) !== 'unhandledRejection' || analysis.isKnown(node)) return [];
    return [{ ...analysis.base(node), kind: 'rejectionListener' as const, ends: mayEnd(analysis, listener) }];
  });
}

/** May a listener end the process: by itself, by throwing, or in a function that nobody could read? */
function mayEnd(analysis: FileAnalysis, listener: ts.Expression): boolean {
  const fn = analysis.resolver.functionOf(bare(listener))?.local;
  const { body } = fn?.node ?? {};
  if (!fn || !body) return true;
  return (
    fn.exits.some(ts.isThrowStatement) ||
    callsBelow(body).some((call) =>
      /(?:^|\.)(?:exit|abort|kill)$|shut_?down|terminate|\bstop|\bclose|graceful/i.test(call.expression.getText(analysis.source)),
    )
  );
}
