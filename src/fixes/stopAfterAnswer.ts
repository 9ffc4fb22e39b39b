import type { FileEdit } from '../model/fix';
import type { Span } from '../model/finding';
import type { FixProposal, FixSource } from '../model/rule';
import { leaves } from '../syntax/flow';
import { Draft } from './edits';
import { nodeAt } from './nodes';
import { insertAfter, statementOf } from './statements';

/** Ends a function where it has refused its caller: `answer` is the last statement of the refusal. */
export function stopAfterAnswer(answer: Span): FixProposal {
  return { id: 'stop-after-answer', kind: 'suggestion', title: 'Return after the refusal', build: (source) => build(answer, source) };
}

function build(answer: Span, source: FixSource): FileEdit[] | undefined {
  const draft = new Draft(source);
  const statement = statementOf(nodeAt(draft.tree, answer));
  if (!statement || leaves(statement)) return undefined;
  insertAfter(draft, statement, ['return;']);
  return draft.finish();
}
