import type { Config } from '../model/config';
import type { Finding } from '../model/finding';
import { profileLine, profilesOf } from '../project/profile';
import type { ProjectResult } from './api';
import type { ProjectFiles } from './project';
import type { ProjectChecks } from './projectChecks';
import { outcomesOf } from './runner';
import type { Judged } from './verdicts';

/** What a session knows when it is asked for everything. */
export interface Known {
  root: string;
  judged: readonly Judged[];
  checked: ProjectChecks['found'];
  /** Findings on the project's own settings for us. */
  own: readonly Finding[];
  files: ProjectFiles;
  config: Config;
  /** Ids of all rules and checks. */
  ids: readonly string[];
  timings: Readonly<Record<string, number>>;
  /** Is a file one with settings, which has nothing in it to judge more often than not? */
  isSetting(file: string): boolean;
}

/** Everything that was found in a project, in the order of its files. */
export function projectResult({ root, judged, checked, own, files, config, ids, timings, isSetting }: Known): ProjectResult {
  const findings = [...judged.flatMap(({ result }) => result.findings), ...own, ...checked.findings];
  findings.sort((a, b) => (a.location.file === b.location.file ? a.span.start - b.span.start : a.location.file < b.location.file ? -1 : 1));
  // Settings count as analysed where there is something in them to judge.
  const analysed = judged.filter(
    ({ result, raw, said }) =>
      result.skipped === undefined && (raw.length > 0 || said.some((part) => part.length > 0) || !isSetting(result.file)),
  );
  return {
    root,
    files: { analysed: analysed.map(({ result }) => result.file).sort(), skipped: files.allSkipped() },
    findings,
    outcomes: [
      ...judged.flatMap(({ result, said, noted, lineStarts }) =>
        outcomesOf([...said.flat().flatMap((one) => one.noted), ...noted], result.file, lineStarts),
      ),
      ...checked.outcomes,
    ],
    judged: subjects(
      judged,
      checked,
      ids.filter((id) => config.rules[id] !== 'off'),
    ),
    packages: profilesOf(files.packages.all(), files.files).map(profileLine),
    timings: { ...timings },
  };
}

/** How many subjects each rule judged; rules that ran on nothing count 0. */
function subjects(all: readonly Judged[], checked: ProjectChecks['found'], ids: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(ids.map((id) => [id, 0]));
  const count = (rule: string): void => void (counts[rule] = (counts[rule] ?? 0) + 1);
  for (const judged of all) {
    for (const { finding } of judged.raw) count(finding.rule);
    for (const { noted } of [...judged.said.flat(), judged]) for (const { rule } of noted) count(rule);
  }
  for (const { rule } of [...checked.outcomes, ...checked.findings]) count(rule);
  return counts;
}
