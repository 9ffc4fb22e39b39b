import { z } from 'zod';
import type { Finding } from '../model/finding';
import { addTo } from '../model/grouping';
import { lineStartsOfText, locate } from '../syntax/ranges';
import { fingerprintHead } from './fingerprint';
import { readJson, spanOfNode } from './jsonText';
import { isOwnRule, ownFindings } from './ownRules';

/** Path of the baseline, relative to the project's root. */
export const baselineFile = '.production-gap/baseline.json';

const entrySchema = z.strictObject({
  file: z.string(),
  rule: z.string(),
  fingerprint: z.string().min(1),
  /** How many places an aggregated finding stood for when it was recorded. */
  occurrences: z.number().int().positive().optional(),
});

/** Schema of `.production-gap/baseline.json`. */
export const baselineSchema = z.strictObject({ version: z.literal(1), findings: z.array(entrySchema) });

/** One known finding that does not count as new. */
export type BaselineEntry = z.infer<typeof entrySchema>;

/** Known findings of a project. */
export type Baseline = z.infer<typeof baselineSchema>;

/** What was read from a baseline file. Without `baseline` it could not be read and must not be written over. */
export interface BaselineReading {
  baseline?: Baseline;
  findings: Finding[];
}

/** Reads the text of a baseline; `undefined` stands for a project without one. Never throws; a mistake becomes a finding. */
export function readBaseline(text: string | undefined): BaselineReading {
  if (text === undefined) return { findings: [] };
  const { root, value, mistakes } = readJson(text);
  let mistake = mistakes[0];
  if (!mistake) {
    const result = baselineSchema.safeParse(value);
    if (result.success) return { baseline: result.data, findings: [] };
    const issue = result.error.issues[0]!;
    mistake = {
      span: root ? spanOfNode(root) : { start: 0, end: 0 },
      message: `The baseline is not in the expected form (${issue.path.join('.')}: ${issue.message}).`,
    };
  }
  const { span, message } = mistake;
  const location = locate(baselineFile, lineStartsOfText(text), span);
  return {
    findings: ownFindings(baselineFile, [
      { rule: 'invalid-configuration', location, span, code: text.slice(span.start, span.end), message },
    ]),
  };
}

/** One entry per line, sorted by file, rule and fingerprint, so that two branches rarely touch the same line. */
export function renderBaseline(baseline: Baseline): string {
  const lines = [...baseline.findings].sort(compareEntries).map((entry) => {
    const { file, rule, fingerprint, occurrences } = entry;
    return `    ${JSON.stringify({ file, rule, fingerprint, ...(occurrences === undefined ? {} : { occurrences }) })}`;
  });
  return `{\n  "version": 1,\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}

function compareEntries(a: BaselineEntry, b: BaselineEntry): number {
  for (const key of ['file', 'rule', 'fingerprint'] as const) if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1;
  return 0;
}

/** Findings that a baseline may hold: gaps in the project that nobody has suppressed or waived. */
function isRecordable(finding: Finding): boolean {
  return finding.outcome === 'gap' && !isOwnRule(finding.rule) && (finding.status === 'open' || finding.status === 'baselined');
}

/** Entries by fingerprint, and by the part of it that survives a move. */
interface Index {
  exact: Map<string, BaselineEntry>;
  heads: Map<string, BaselineEntry[]>;
}

/** One per baseline: sessions ask for every file, and a baseline may hold thousands of entries. */
const indexes = new WeakMap<Baseline, Index>();

function indexOf(baseline: Baseline): Index {
  let index = indexes.get(baseline);
  if (!index) {
    index = { exact: new Map(), heads: new Map() };
    for (const entry of baseline.findings) {
      index.exact.set(entry.fingerprint, entry);
      const head = fingerprintHead(entry.fingerprint);
      addTo(index.heads, head, entry);
    }
    indexes.set(baseline, index);
  }
  return index;
}

/**
 * Pairs findings with entries: by fingerprint first, then, each entry once, with entries of files that are gone.
 * `exists` tells whether a file is still part of the project.
 */
function pair(findings: readonly Finding[], baseline: Baseline, exists: (file: string) => boolean): Map<Finding, BaselineEntry> {
  const pairs = new Map<Finding, BaselineEntry>();
  const { exact, heads } = indexOf(baseline);
  const moved = new Set<BaselineEntry>();
  for (const finding of findings) {
    if (!isRecordable(finding)) continue;
    let entry = exact.get(finding.fingerprint);
    if (!entry) {
      entry = heads.get(fingerprintHead(finding.fingerprint))?.find((candidate) => !moved.has(candidate) && !exists(candidate.file));
      if (entry) moved.add(entry);
    }
    if (entry?.rule === finding.rule) pairs.set(finding, entry);
  }
  return pairs;
}

/** An aggregated finding that stands for more places than were recorded has grown, and is not known any more. */
function hasGrown(finding: Finding, entry: BaselineEntry): boolean {
  return (finding.occurrences ?? 1) > (entry.occurrences ?? 1);
}

/**
 * Marks open findings that the baseline knows; drops none. Gives new findings in the same order.
 * May be called with the findings of one file or of all; a moved file is recognised by `exists` telling that the file of
 * an entry is gone.
 */
export function applyBaseline(findings: readonly Finding[], baseline: Baseline | undefined, exists: (file: string) => boolean): Finding[] {
  if (!baseline || baseline.findings.length === 0) return [...findings];
  const pairs = pair(findings, baseline, exists);
  return findings.map((finding): Finding => {
    const entry = pairs.get(finding);
    if (!entry || finding.status !== 'open' || hasGrown(finding, entry)) return finding;
    return { ...finding, status: 'baselined', statusReason: 'Known before: recorded in the baseline' };
  });
}

/** What an update of the baseline would change. */
export interface BaselineUpdate {
  baseline: Baseline;
  /** Findings that were not known before. */
  added: BaselineEntry[];
  /** Entries whose finding is gone. */
  removed: BaselineEntry[];
}

/**
 * The baseline for the findings of a whole project, as a difference to the old one, so that nothing is taken in unseen.
 * Entries of `skipped` files stay, since nothing is known about them now.
 */
export function updateBaseline(
  old: Baseline | undefined,
  findings: readonly Finding[],
  skipped: ReadonlySet<string>,
  exists: (file: string) => boolean,
): BaselineUpdate {
  const before = old ?? { version: 1, findings: [] };
  const pairs = pair(findings, before, exists);
  const kept = new Set(pairs.values());
  const entries: BaselineEntry[] = [];
  const added: BaselineEntry[] = [];
  const seen = new Set<string>();
  for (const finding of findings) {
    if (!isRecordable(finding) || seen.has(finding.fingerprint)) continue;
    seen.add(finding.fingerprint);
    const { rule, fingerprint, occurrences } = finding;
    const entry: BaselineEntry = { file: finding.location.file, rule, fingerprint, ...(occurrences === undefined ? {} : { occurrences }) };
    entries.push(entry);
    const known = pairs.get(finding);
    if (!known || hasGrown(finding, known)) added.push(entry);
  }
  const removed: BaselineEntry[] = [];
  for (const entry of before.findings) {
    if (kept.has(entry)) continue;
    if (skipped.has(entry.file)) entries.push(entry);
    else removed.push(entry);
  }
  return {
    baseline: { version: 1, findings: entries.sort(compareEntries) },
    added: added.sort(compareEntries),
    removed: removed.sort(compareEntries),
  };
}
