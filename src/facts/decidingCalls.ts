import { ts } from 'ts-morph';
import { boundNames, dispositionOf, leaves, mentions } from '../syntax/flow';
import { bare, whole } from '../syntax/nodes';
import type { CallSite, FileAnalysis } from './analysis';
import type { InputUses } from './inputFields';

/**
 * The call of a function of the project that is handed an input whole, does nothing with it that could be seen, and decides at once whether the handler goes on:
 * `const order = readOrder(body); if (!order) return …`. It may well have looked at each field.
 */
export function decidingCall(analysis: FileAnalysis, sites: readonly CallSite[], uses: InputUses): CallSite | undefined {
  return sites.find(({ node }) => {
    if (!(node.arguments ?? []).some((argument) => isAllOf(uses, argument)) || !decidesNext(node)) return false;
    const summary = analysis.summaryOf(analysis.resolver.functionOf(node.expression)?.ref);
    return summary !== undefined && summary.sinks.length === 0;
  });
}

/** Is it the input itself, and neither a part of it nor something made of it? */
function isAllOf(uses: InputUses, value: ts.Expression): boolean {
  const node = bare(value);
  return ts.isIdentifier(node) ? uses.names.has(node.text) : uses.wholes.some((each) => bare(each) === node);
}

function decidesNext(node: ts.Expression): boolean {
  const call = whole(node);
  const disposition = dispositionOf(ts.isAwaitExpression(call.parent) ? whole(call.parent) : call);
  if (disposition.kind !== 'bound') return false;
  const statement = disposition.declaration.parent.parent;
  if (!ts.isBlock(statement.parent)) return false;
  const next = statement.parent.statements[statement.parent.statements.indexOf(statement as ts.Statement) + 1];
  return (
    next !== undefined &&
    ts.isIfStatement(next) &&
    mentions(next.expression, new Set(boundNames(disposition.name))) &&
    leaves(next.thenStatement)
  );
}
