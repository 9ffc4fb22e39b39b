import { ts } from 'ts-morph';
import type { TaintedSink } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { Draft } from './edits';
import { nodeAt, outwards } from './nodes';

/** Turns `{ email: value }` of a document query into `{ email: { $eq: value } }`, which compares whatever is sent. */
export function compareAsValue(fact: TaintedSink): FixProposal {
  return {
    id: 'compare-as-value',
    kind: 'suggestion',
    title: 'Compare with $eq',
    build: (source) => build(fact, source),
    mayBuild: (source) => build(fact, source) !== undefined,
  };
}

function build(fact: TaintedSink, source: FixSource): FileEdit[] | undefined {
  const draft = new Draft(source);
  for (const node of outwards(nodeAt(draft.tree, fact.expression))) {
    if (node.getEnd() > fact.span.end || node.getStart(draft.tree) < fact.span.start || ts.isCallExpression(node)) return undefined;
    if (ts.isShorthandPropertyAssignment(node) && !node.objectAssignmentInitializer)
      draft.insert(node.name.getEnd(), `: { $eq: ${node.name.text} }`);
    else if (ts.isPropertyAssignment(node) && !draft.textOf(node.name).includes('$'))
      draft.replaceNode(node.initializer, `{ $eq: ${draft.textOf(node.initializer)} }`);
    else continue;
    return draft.finish();
  }
  return undefined;
}
