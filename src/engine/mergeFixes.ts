import type { Fix, TextEdit } from '../model/fix';

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}

/** Do both change the same text? Two insertions at one place do, since their order would matter. */
function collide(a: TextEdit, b: TextEdit): boolean {
  if (a.start === b.start && (a.start === a.end || b.start === b.end)) return true;
  return a.start < b.end && b.start < a.end;
}

/**
 * Joins fixes of one file that were each built for its present text. An edit that several fixes share (the same import)
 * is made once; a fix that collides with an earlier one, or touches another file, is left out as a whole.
 * Gives undefined when nothing is left.
 */
export function mergeFixes(file: string, fixes: readonly Fix[]): Fix | undefined {
  const edits: TextEdit[] = [];
  let joined = 0;
  for (const fix of fixes) {
    if (fix.edits.some((edit) => edit.file !== file || edit.create)) continue;
    const added = fix.edits.flatMap((edit) => edit.edits).filter((edit) => !edits.some((other) => isSame(edit, other)));
    if (added.some((edit) => edits.some((other) => collide(edit, other)))) continue;
    edits.push(...added);
    joined++;
  }
  if (edits.length === 0) return undefined;
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  return { id: 'fix-all', kind: 'fix', title: joined === 1 ? '1 fix' : `${joined} fixes`, edits: [{ file, edits }] };
}
