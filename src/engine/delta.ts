import type { Finding, Location, RelatedLocation, ShownFinding } from '../model/finding';
import { addTo } from '../model/grouping';
import type { DimensionState, ItemState, Scorecard } from '../model/readiness';
import type { FileResult } from './api';

/** Findings of one file as a front end keeps them. */
export type ShownResult = Omit<FileResult, 'findings'> & { findings: ShownFinding[] };

/** A finding that the receiver has already, at its new place. */
export interface MovedFinding {
  /** Index in the findings of the former result. */
  was: number;
  location: Location;
  /** Set when they moved too. */
  related?: RelatedLocation[];
}

/** A `FileResult` as a difference to the former one of the same file. A number is the index of a finding that is shown as before. */
export interface FileDelta {
  file: string;
  version: number;
  skipped?: string;
  findings: (number | MovedFinding | ShownFinding)[];
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function isSamePlace(a: Location, b: Location): boolean {
  return (
    a === b || (a.file === b.file && a.line === b.line && a.column === b.column && a.endLine === b.endLine && a.endColumn === b.endColumn)
  );
}

const places: ReadonlySet<string> = new Set<keyof Finding>(['location', 'span', 'related']);

/** Do findings say the same, apart from where they point? A line that was inserted above moves findings and changes nothing else. */
function saysTheSame(a: Finding, b: Finding): boolean {
  const keys = Object.keys(b) as (keyof Finding)[];
  if (keys.length !== Object.keys(a).length || !keys.every((key) => places.has(key) || same(a[key], b[key]))) return false;
  return (
    a.related === b.related ||
    (a.related.length === b.related.length &&
      a.related.every(({ file, message }, index) => file === b.related[index]!.file && message === b.related[index]!.message))
  );
}

function shown({ span: _, ...finding }: Finding): ShownFinding {
  return finding;
}

function reference(former: Finding, was: number, finding: Finding): number | MovedFinding | ShownFinding {
  if (former === finding) return was;
  if (!saysTheSame(former, finding)) return shown(finding);
  const { location, related } = finding;
  const isRelatedThere = former.related === related || former.related.every((place, index) => isSamePlace(place, related[index]!));
  if (isRelatedThere) return isSamePlace(former.location, location) ? was : { was, location };
  return { was, location, related };
}

/** For each finding the index of the same one in a former list, undefined where there is none. Equal ones keep their order. */
function formerIndexes(former: readonly Finding[], findings: readonly Finding[]): (number | undefined)[] {
  const isSame = (was: number, now: number): boolean => former[was]!.fingerprint === findings[now]!.fingerprint;
  const shorter = Math.min(former.length, findings.length);
  const offset = former.length - findings.length;
  // Nearly always all are the same, or all but those at one place.
  let head = 0;
  while (head < shorter && isSame(head, head)) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(former.length - 1 - tail, findings.length - 1 - tail)) tail++;
  const between = new Map<string, number[]>();
  for (let was = head; was < former.length - tail; was++) addTo(between, former[was]!.fingerprint, was);
  return findings.map(({ fingerprint }, now) =>
    now < head ? now : now >= findings.length - tail ? now + offset : between.get(fingerprint)?.shift(),
  );
}

/** What changed from `before` to `after` for somebody who shows it; undefined when nothing did, the version included. */
export function fileDelta(before: FileResult | undefined, after: FileResult): FileDelta | undefined {
  const { file, version, skipped } = after;
  const former = before?.findings ?? [];
  const indexes = formerIndexes(former, after.findings);
  const findings = after.findings.map((finding, now) => {
    const was = indexes[now];
    return was === undefined ? shown(finding) : reference(former[was]!, was, finding);
  });
  const isSame =
    before?.version === version &&
    before.skipped === skipped &&
    former.length === findings.length &&
    findings.every((entry, index) => entry === index);
  if (isSame) return undefined;
  return { file, version, findings, ...(skipped === undefined ? {} : { skipped }) };
}

/** The result that `fileDelta` described. Throws when `before` is not the one that it was made from. */
export function applyFileDelta(before: ShownResult | undefined, delta: FileDelta): ShownResult {
  const formerAt = (index: number): ShownFinding => {
    const finding = before?.findings[index];
    if (!finding) throw new Error(`The results of ${delta.file} are out of step`);
    return finding;
  };
  const findings = delta.findings.map((entry): ShownFinding => {
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
