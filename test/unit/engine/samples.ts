import type { Finding } from '../../../src/model/finding';
import { fingerprints } from '../../../src/engine/fingerprint';
import { lineStartsOfText, locate } from '../../../src/syntax/ranges';

/** A gap on the first place where `code` stands in `text`. */
export function gapAt(file: string, text: string, code: string, rule: string, more: Partial<Finding> = {}): Finding {
  const start = text.indexOf(code);
  if (start < 0) throw new Error(`"${code}" does not stand in the text`);
  const span = { start, end: start + code.length };
  return {
    rule,
    dimension: 'security',
    outcome: 'gap',
    severity: 'warning',
    confidence: 'high',
    location: locate(file, lineStartsOfText(text), span),
    span,
    message: `Gap of ${rule}.`,
    related: [],
    fingerprint: fingerprints(file, text, [{ rule, scope: '', span }])[0]!,
    status: 'open',
    fixes: [],
    ...more,
  };
}

/** Applies edits that refer to the same text. */
export function applied(text: string, edits: readonly { start: number; end: number; newText: string }[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}
