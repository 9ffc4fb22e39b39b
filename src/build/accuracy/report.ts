import type { Analysis } from './analyse';
import type { ExampleRow } from './examples';
import { flipsOf, type Flip, type Hit, type Matching } from './matching';
import { shuffled } from './order';

/** Figures of one rule over all applications. */
export interface RuleRow {
  rule: string;
  hits: number;
  /** Those of low confidence, which the editor does not underline. */
  low: number;
  perThousandLines: number;
  judged: number;
  true: number;
  false: number;
  unclear: number;
  /** Share of `true` among what was judged true or false; undefined when that is nothing. */
  precision: number | undefined;
  /** Judged places that are silent now. */
  silent: { true: number; false: number; unclear: number };
}

/** Figures per rule, for the rules named. */
export function ruleRows(rules: readonly string[], analyses: readonly Analysis[], matching: Matching): RuleRow[] {
  const lines = analyses.reduce((sum, analysis) => sum + analysis.lines, 0);
  const hits = analyses.flatMap((analysis) => analysis.hits);
  return rules.map((rule) => {
    const own = hits.filter((hit) => hit.rule === rule);
    const judged = matching.judged.filter(({ verdict }) => verdict.rule === rule).map(({ verdict }) => verdict.verdict);
    const silent = matching.silent.filter((verdict) => verdict.rule === rule).map(({ verdict }) => verdict);
    const count = (list: readonly string[], word: string): number => list.filter((entry) => entry === word).length;
    const [yes, no] = [count(judged, 'true'), count(judged, 'false')];
    return {
      rule,
      hits: own.length,
      low: own.filter(({ confidence }) => confidence === 'low').length,
      perThousandLines: lines === 0 ? 0 : (own.length * 1000) / lines,
      judged: judged.length,
      true: yes,
      false: no,
      unclear: count(judged, 'unclear'),
      precision: yes + no === 0 ? undefined : yes / (yes + no),
      silent: { true: count(silent, 'true'), false: count(silent, 'false'), unclear: count(silent, 'unclear') },
    };
  });
}

/** Places of a rule that nobody has judged, in an order that looks random and is the same for the same seed. */
export function sampleOf(rule: string, unjudged: readonly Hit[], size: number, seed: string): Hit[] {
  return shuffled(unjudged.filter((hit) => hit.rule === rule), seed, (hit) => [hit.repository, hit.rule, hit.fingerprint].join('\0')).slice(0, size);
}

/** Rows as a table of text: the first column to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ').trimEnd()).join('\n');
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
  return [table([['Application', 'commit', 'files', 'lines', 'hits', 'time'], ...rows]), ...(failures.length === 0 ? [] : ['', 'Exceptions:', ...failures])].join('\n');
}

/** Figures per rule, one line each. */
export function renderRules(rows: readonly RuleRow[]): string {
  const head = ['Rule', 'hits', 'low', 'per 1,000 lines', 'judged', 'true', 'false', 'unclear', 'precision', 'silent t/f/u'];
  const body = rows.map((row) => [
    row.rule,
    String(row.hits),
    String(row.low),
    row.perThousandLines.toFixed(2),
    String(row.judged),
    String(row.true),
    String(row.false),
    String(row.unclear),
    percent(row.precision),
    `${row.silent.true}/${row.silent.false}/${row.silent.unclear}`,
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
      return [`${flipWords[kind]}: ${own.length}`, ...own.map(({ verdict }) => `  ${verdict.rule}  ${verdict.repository}  ${verdict.path}:${verdict.line}  (${verdict.why})`)];
    })
    .join('\n');
}

/** What is to know about how verdicts and copies fit together; '' when they do. */
export function renderCommits({ otherCommit, unknownCommit, elsewhere }: Matching): string {
  const lines = otherCommit.map(({ repository, judged, present, verdicts }) => `${repository}: ${verdicts} verdicts are on commit ${judged.slice(0, 10)}, this copy is ${present.slice(0, 10)}; matched by fingerprint or within ten lines.`);
  if (unknownCommit.length > 0) lines.push(`The commit of these copies is not known; matched by fingerprint or within ten lines: ${unknownCommit.join(', ')}.`);
  if (elsewhere.length > 0) lines.push(`${elsewhere.length} verdicts are on applications that were not given.`);
  return lines.join('\n');
}

/** Recall and alarms per category and source, with a total per category. */
export function renderExamples(rows: readonly ExampleRow[]): string {
  const line = (row: ExampleRow, name: string): string[] => [name, row.source, `${row.found}/${row.bad}`, percent(row.bad === 0 ? undefined : row.found / row.bad), `${row.alarms}/${row.ok}`, String(row.left)];
  const body = [...new Set(rows.map(({ category }) => category))].flatMap((category) => {
    const own = rows.filter((row) => row.category === category);
    const sum = (field: 'bad' | 'found' | 'ok' | 'alarms' | 'left'): number => own.reduce((total, row) => total + row[field], 0);
    const total: ExampleRow = { category, source: 'all', bad: sum('bad'), found: sum('found'), ok: sum('ok'), alarms: sum('alarms'), left: sum('left') };
    return [...(own.length > 1 ? own.map((row) => line(row, category)) : []), line(own.length > 1 ? total : own[0]!, category)];
  });
  return table([['Category', 'source', 'found of bad', 'recall', 'alarms on ok', 'not scored'], ...body]);
}
