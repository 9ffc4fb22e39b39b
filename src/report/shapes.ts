import type { ShownFinding } from '../model/finding';
import { groupedBy } from '../model/grouping';

/** More findings of one shape than this are one entry with a list. */
export const shapeLimit = 15;

/** What a list shows in one entry: a finding, and those that say the same of other places. */
export interface Entry<T extends ShownFinding> {
  finding: T;
  /** Findings of the same shape, in the order given; empty where each stands for itself. */
  more: T[];
}

/**
 * What findings have in common that are told once: the rule, which of its messages it is, how bad and how sure. Findings
 * without a shape (checks, mistakes in a configuration) have nothing in common.
 */
export function shapeOf({ rule, shape, severity, confidence }: ShownFinding): string | undefined {
  return shape === undefined ? undefined : [rule, shape, severity, confidence].join('\0');
}

/**
 * Entries of a list for people: of more than 15 findings of one shape the first stands for all. Entries keep the order of
 * the findings.
 */
export function entriesOf<T extends ShownFinding>(findings: readonly T[]): Entry<T>[] {
  const byShape = groupedBy(findings, shapeOf);
  return findings.flatMap((finding) => {
    const group = byShape.get(shapeOf(finding) ?? '');
    if (!group || group.length <= shapeLimit) return [{ finding, more: [] }];
    return group[0] === finding ? [{ finding, more: group.slice(1) }] : [];
  });
}

/** Files of findings with how many each has, those with the most first: `src/a.ts (5), src/b.ts (2)`. */
export function filesOf(findings: readonly ShownFinding[]): { file: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { location } of findings) counts.set(location.file, (counts.get(location.file) ?? 0) + 1);
  return [...counts].map(([file, count]) => ({ file, count })).sort((a, b) => b.count - a.count || (a.file < b.file ? -1 : 1));
}
