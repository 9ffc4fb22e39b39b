import type { Analysis } from './analyse';
import type { ExampleRow } from './examples';
import { flipsOf, type Flip, type Hit, type Matching } from './matching';
import { shuffled } from './order';
import type { Verdict } from './verdicts';

/** What people said of some places. */
interface Tally {
  true: number;
  false: number;
  unclear: number;
}

/** Hits of one kind, and how often they are right. */
interface Share extends Tally {
  hits: number;
  /** Share of `true` among what was judged true or false; undefined when that is nothing. */
  precision: number | undefined;
}

/** Figures of one rule over all applications. */
export interface RuleRow {
  rule: string;
  hits: number;
  perThousandLines: number;
  /** What the editor underlines: these alone are bound to be right. */
  shown: Share;
  /** Hits of low confidence, which the editor hides. */
  low: Share;
  /** Judged places that are silent now. */
  silent: Tally;
}

/** Figures per rule, for the rules named. */
export function ruleRows(rules: readonly string[], analyses: readonly Analysis[], matching: Matching): RuleRow[] {
  const lines = analyses.reduce((sum, analysis) => sum + analysis.lines, 0);
  const hits = analyses.flatMap((analysis) => analysis.hits);
  return rules.map((rule) => {
    const own = hits.filter((hit) => hit.rule === rule);
    const judged = matching.judged.filter(({ verdict }) => verdict.rule === rule);
    const share = (isLow: boolean): Share => {
      const counts = tally(judged.filter(({ hit }) => (hit.confidence === 'low') === isLow).map(({ verdict }) => verdict));
      const decided = counts.true + counts.false;
      return {
        hits: own.filter(({ confidence }) => (confidence === 'low') === isLow).length,
        ...counts,
        precision: decided === 0 ? undefined : counts.true / decided,
      };
    };
    return {
      rule,
      hits: own.length,
      perThousandLines: lines === 0 ? 0 : (own.length * 1000) / lines,
      shown: share(false),
      low: share(true),
      silent: tally(matching.silent.filter((verdict) => verdict.rule === rule)),
    };
  });
}

function tally(verdicts: readonly Verdict[]): Tally {
  const count = (word: Verdict['verdict']): number => verdicts.filter(({ verdict }) => verdict === word).length;
  return { true: count('true'), false: count('false'), unclear: count('unclear') };
}

/** Places of a rule that nobody has judged, in an order that looks random and is the same for the same seed. */
export function sampleOf(rule: string, unjudged: readonly Hit[], size: number, seed: string): Hit[] {
  return shuffled(
    unjudged.filter((hit) => hit.rule === rule),
    seed,
    (hit) => [hit.repository, hit.rule, hit.fingerprint].join('\0'),
  ).slice(0, size);
}

/** Rows as a table of text: the first column to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const percent = (share: number | undefined): string => (share === undefined ? '–' : `${Math.round(share * 100)} %`);

/** Applications, one line each. */
export function renderApplications(analyses: readonly Analysis[]): string {
  const rows = analyses.map(({ repository, commit, files, lines, hits, milliseconds }) => [
    repository,
    commit?.slice(0, 10) ?? 'unknown',
    String(files),
    String(lines),
    String(hits.length),
    `${(milliseconds / 1000).toFixed(1)} s`,
  ]);
  const failures = analyses.flatMap(({ repository, failures: own }) => own.map((failure) => `${repository}: ${failure}`));
  return [
    table([['Application', 'commit', 'files', 'lines', 'hits', 'time'], ...rows]),
    ...(failures.length === 0 ? [] : ['', 'Exceptions:', ...failures]),
  ].join('\n');
}

/** Figures per rule, one line each: what the editor underlines, then what it hides, each with how often that is right. */
export function renderRules(rows: readonly RuleRow[]): string {
  const words = ({ true: yes, false: no, unclear }: Tally): string => `${yes}/${no}/${unclear}`;
  const head = ['Rule', 'hits', 'per 1,000 lines', 'shown', 't/f/u', 'precision', 'low', 't/f/u', 'precision', 'silent t/f/u'];
  const body = rows.map(({ rule, hits, perThousandLines, shown, low, silent }) => [
    rule,
    String(hits),
    perThousandLines.toFixed(2),
    ...[shown, low].flatMap((share) => [String(share.hits), words(share), percent(share.precision)]),
    words(silent),
  ]);
  return table([head, ...body]);
}

const flipWords: Record<Flip['kind'], string> = {
  lost: 'Judged true, no longer reported',
  back: 'Judged false or unclear, reported again',
  mended: 'Judged false or unclear, no longer reported',
  found: 'Judged true, reported again',
};

/** What changed since the verdicts were written down, worst first; '' when nothing did. */
export function renderFlips(matching: Matching): string {
  const flips = flipsOf(matching);
  return (['lost', 'back', 'mended', 'found'] as const)
    .flatMap((kind) => {
      const own = flips.filter((flip) => flip.kind === kind);
      if (own.length === 0) return [];
      return [
        `${flipWords[kind]}: ${own.length}`,
        ...own.map(({ verdict }) => `  ${verdict.rule}  ${verdict.repository}  ${verdict.path}:${verdict.line}  (${verdict.why})`),
      ];
    })
    .join('\n');
}

/** What is to know about how verdicts and copies fit together; '' when they do. */
export function renderCommits({ otherCommit, unknownCommit, elsewhere }: Matching): string {
  const lines = otherCommit.map(
    ({ repository, judged, present, verdicts }) =>
      `${repository}: ${verdicts} verdicts are on commit ${judged.slice(0, 10)}, this copy is ${present.slice(0, 10)}; matched by fingerprint or within ten lines.`,
  );
  if (unknownCommit.length > 0)
    lines.push(`The commit of these copies is not known; matched by fingerprint or within ten lines: ${unknownCommit.join(', ')}.`);
  if (elsewhere.length > 0) lines.push(`${elsewhere.length} verdicts are on applications that were not given.`);
  return lines.join('\n');
}

/** Recall and alarms per category and source, with a total per category. */
export function renderExamples(rows: readonly ExampleRow[]): string {
  const line = (row: ExampleRow, name: string): string[] => [
    name,
    row.source,
    `${row.found}/${row.bad}`,
    percent(row.bad === 0 ? undefined : row.found / row.bad),
    `${row.alarms}/${row.ok}`,
    String(row.left),
  ];
  const body = [...new Set(rows.map(({ category }) => category))].flatMap((category) => {
    const own = rows.filter((row) => row.category === category);
    const sum = (field: 'bad' | 'found' | 'ok' | 'alarms' | 'left'): number => own.reduce((total, row) => total + row[field], 0);
    const total: ExampleRow = {
      category,
      source: 'all',
      bad: sum('bad'),
      found: sum('found'),
      ok: sum('ok'),
      alarms: sum('alarms'),
      left: sum('left'),
    };
    return [...(own.length > 1 ? own.map((row) => line(row, category)) : []), line(own.length > 1 ? total : own[0]!, category)];
  });
  return table([['Category', 'source', 'found of bad', 'recall', 'alarms on ok', 'not scored'], ...body]);
}
