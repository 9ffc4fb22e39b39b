import { suppressLine } from '../../src/engine/suppressLine';
import type { Finding } from '../../src/model/finding';
import { parse } from '../../src/syntax/trees';
import { applyEdits } from './fixing';
import type { Files } from './project';
import { isScript } from './syntax';

/** Why the harness suppresses, as it must come back with each finding. */
export const suppressionReason = 'accepted in a test';

/** Files with a suppression comment above every finding, where one can stand. `refused` says where none can. */
export function suppressAll(files: Files, findings: readonly Finding[]): { files: Files; refused: string[] } {
  const changed: Record<string, string> = { ...files };
  const refused: string[] = [];
  const lines = new Map<string, { file: string; line: number; rules: Set<string> }>();
  for (const { rule, location } of findings) {
    const key = `${location.file}:${location.line}`;
    const entry = lines.get(key) ?? { file: location.file, line: location.line, rules: new Set<string>() };
    entry.rules.add(rule);
    lines.set(key, entry);
  }
  // From the bottom up, so that a new line moves none of those that are still to come.
  for (const { file, line, rules } of [...lines.values()].sort((a, b) => b.line - a.line)) {
    const text = changed[file];
    if (text === undefined) continue;
    const outcome = suppressLine({
      file,
      text,
      line,
      rules: [...rules],
      reason: suppressionReason,
      ...(isScript(file) ? { tree: parse(file, text) } : {}),
    });
    if ('edit' in outcome) changed[file] = applyEdits(text, outcome.edit.edits);
    else refused.push(`${file}:${line}: ${outcome.refused}`);
  }
  return { files: changed, refused };
}
