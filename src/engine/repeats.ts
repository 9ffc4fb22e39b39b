import { groupedBy } from '../model/grouping';
import type { Noted } from './remembered';
import type { Judgement, Judging, RawFinding } from './runner';

/** One fact is reported once by rules of which one says more than the others. */
export function withoutRepeats(result: Judgement, judging: Judging): Judgement {
  const dropped = new Set<RawFinding>();
  const graver = new Set<RawFinding>();
  const noted: Noted[] = [];
  const present = new Set(result.gaps.map(({ finding }) => finding.rule));
  const deciding = judging.rules.filter(({ id, supersedes }) => present.has(id) && supersedes?.some((rule) => present.has(rule)));
  if (deciding.length === 0) return result;
  const concerned = new Set(deciding.flatMap(({ supersedes }) => supersedes!));
  const bySubject = groupedBy(result.gaps, ({ finding, about }) => (concerned.has(finding.rule) ? about : undefined));
  for (const { id, supersedes } of deciding) {
    for (const gap of result.gaps) {
      if (gap.finding.rule !== id) continue;
      const others = (gap.about && bySubject.get(gap.about)?.filter(({ finding }) => supersedes!.includes(finding.rule))) ?? [];
      if (others.length === 0) continue;
      if (gap.finding.confidence === 'low') {
        dropped.add(gap);
        continue;
      }
      for (const other of others) {
        dropped.add(other);
        if (other.finding.severity === 'error' && judging.setting(id) === undefined) graver.add(gap);
        // It is no pass of the other rule either.
        noted.push({
          rule: other.finding.rule,
          outcome: 'unknown',
          note: `${id} says more of it`,
          ...(other.about ? { fact: other.about } : {}),
        });
      }
    }
  }
  if (dropped.size === 0) return result;
  const gaps = result.gaps
    .filter((gap) => !dropped.has(gap))
    .map((gap): RawFinding => (graver.has(gap) ? { ...gap, finding: { ...gap.finding, severity: 'error' } } : gap));
  return { ...result, gaps, noted: [...result.noted, ...noted] };
}
