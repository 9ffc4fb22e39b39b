import type { Finding, Location, RelatedLocation, Span } from '../model/finding';
import type { DimensionState, ItemState, Scorecard } from '../model/readiness';
import type { FileResult } from './api';

/** A finding that the receiver has already, at its new place. */
export interface MovedFinding {
  /** Index in the findings of the former result. */
  was: number;
  location: Location;
  span: Span;
  /** Set when they moved too. */
  related?: RelatedLocation[];
}

/** A `FileResult` as a difference to the former one of the same file. A number is the index of an unchanged finding. */
export interface FileDelta {
  file: string;
  version: number;
  skipped?: string;
  findings: (number | MovedFinding | Finding)[];
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

const placeless = { location: undefined, span: undefined, related: undefined };

/** Messages apart from where they point: a line that was inserted above moves findings and changes nothing else. */
function content(finding: Finding): unknown {
  return { ...finding, ...placeless, words: finding.related.map(({ file, message }) => [file, message]) };
}

function reference(before: readonly Finding[], was: number, finding: Finding): number | MovedFinding | Finding {
  const former = before[was]!;
  if (former === finding || same(former, finding)) return was;
  if (!same(content(former), content(finding))) return finding;
  const { location, span, related } = finding;
  return same(former.related, related) ? { was, location, span } : { was, location, span, related };
}

/** What changed from `before` to `after`; undefined when nothing did, the version included. */
export function fileDelta(before: FileResult | undefined, after: FileResult): FileDelta | undefined {
  const { file, version, skipped } = after;
  const former = before?.findings ?? [];
  const free = new Map<string, number[]>();
  former.forEach((finding, index) => free.set(finding.fingerprint, [...(free.get(finding.fingerprint) ?? []), index]));
  const findings = after.findings.map((finding) => {
    const was = free.get(finding.fingerprint)?.shift();
    return was === undefined ? finding : reference(former, was, finding);
  });
  const isSame = before?.version === version && before.skipped === skipped && former.length === findings.length && findings.every((entry, index) => entry === index);
  if (isSame) return undefined;
  return { file, version, findings, ...(skipped === undefined ? {} : { skipped }) };
}

/** The result that `fileDelta` described. Throws when `before` is not the one that it was made from. */
export function applyFileDelta(before: FileResult | undefined, delta: FileDelta): FileResult {
  const formerAt = (index: number): Finding => {
    const finding = before?.findings[index];
    if (!finding) throw new Error(`The results of ${delta.file} are out of step`);
    return finding;
  };
  const findings = delta.findings.map((entry): Finding => {
    if (typeof entry === 'number') return formerAt(entry);
    if (!('was' in entry)) return entry;
    const { was, ...moved } = entry;
    return { ...formerAt(was), ...moved };
  });
  const { file, version, skipped } = delta;
  return { file, version, findings, ...(skipped === undefined ? {} : { skipped }) };
}

/** A `Scorecard` as a difference to the former one: an item's id stands for an item whose state is the same. */
export interface ScorecardDelta extends Omit<Scorecard, 'dimensions'> {
  dimensions: (Omit<DimensionState, 'items'> & { items: (string | ItemState)[] })[];
}

function itemsOf(scorecard: Scorecard | undefined): Map<string, ItemState> {
  return new Map(scorecard?.dimensions.flatMap(({ items }) => items.map((state) => [state.item.id, state])));
}

/** What changed from `before` to `after`; undefined when nothing did. */
export function scorecardDelta(before: Scorecard | undefined, after: Scorecard): ScorecardDelta | undefined {
  if (before && same(before, after)) return undefined;
  const known = itemsOf(before);
  return {
    ...after,
    dimensions: after.dimensions.map((dimension) => ({
      ...dimension,
      items: dimension.items.map((state) => (same(known.get(state.item.id), state) ? state.item.id : state)),
    })),
  };
}

/** The scorecard that `scorecardDelta` described. Throws when `before` is not the one that it was made from. */
export function applyScorecardDelta(before: Scorecard | undefined, delta: ScorecardDelta): Scorecard {
  const known = itemsOf(before);
  return {
    ...delta,
    dimensions: delta.dimensions.map((dimension) => ({
      ...dimension,
      items: dimension.items.map((entry) => {
        if (typeof entry !== 'string') return entry;
        const state = known.get(entry);
        if (!state) throw new Error(`The state of ${entry} is out of step`);
        return state;
      }),
    })),
  };
}
