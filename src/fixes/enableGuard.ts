import type { FileEdit } from '../model/fix';
import type { Span } from '../model/finding';
import type { FixProposal, FixSource } from '../model/rule';
import { Draft } from './edits';

/** Makes code of a comment again: exactly the text that stands in it. */
export function enableGuard(comment: Span): FixProposal {
  return { id: 'enable-guard', kind: 'suggestion', title: 'Put the guard back into force', build: (source) => build(comment, source) };
}

function build(comment: Span, source: FixSource): FileEdit[] | undefined {
  const text = source.text.slice(comment.start, comment.end);
  const code = text.startsWith('//') ? text.slice(2) : text.startsWith('/*') && text.endsWith('*/') ? text.slice(2, -2) : undefined;
  // A statement that goes on in the next comment is not put together.
  if (code === undefined || code.includes('\n') || !isWhole(code)) return undefined;
  const draft = new Draft(source);
  draft.replace(comment.start, comment.end, code.trim());
  return draft.finish();
}

/** Are all brackets closed again? */
function isWhole(code: string): boolean {
  let depth = 0;
  for (const char of code) {
    if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char) && --depth < 0) return false;
  }
  return depth === 0;
}
