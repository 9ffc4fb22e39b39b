import type { RuleDescription } from '../engine/api';
import { dimensions } from '../model/dimension';
import type { Finding, Severity } from '../model/finding';
import { byFile, count, countsBySeverity, gapsOf, pathOf, stateOfDimension, type ReportInput } from './input';
import { entriesOf, filesOf, type Entry } from './shapes';
import { painter, plain, type Paint, type Style, type TextOptions } from './terminalText';

const severityOrder: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

const severityStyle: Record<Severity, Style> = { error: 'red', warning: 'yellow', info: 'blue' };

function isListed(finding: Finding, failOn: TextOptions['failOn']): boolean {
  if (finding.confidence !== 'low') return true;
  return failOn !== undefined && failOn !== 'never' && severityOrder[finding.severity] <= severityOrder[failOn];
}

/** Files that are named when one entry stands for many findings. */
const namedFiles = 3;

function findingLines(input: ReportInput, entries: readonly Entry<Finding>[], paint: Paint): string[] {
  const lines: string[] = [];
  const more = new Map(entries.map((entry) => [entry.finding, entry.more]));
  for (const [file, found] of byFile(entries.map(({ finding }) => finding))) {
    lines.push(paint('bold', plain(pathOf(input, file))));
    const places = found.map(({ location }) => `${location.line}:${location.column}`);
    const width = Math.max(...places.map((place) => place.length));
    found.forEach((finding, index) => {
      const place = paint('dim', places[index]!.padStart(width));
      const severity = paint(severityStyle[finding.severity], finding.severity.padEnd(7));
      const unsure = finding.confidence === 'low' ? ' (low confidence)' : '';
      lines.push(`  ${place}  ${severity}  ${plain(finding.message)}${unsure}  ${paint('dim', finding.rule)}`);
      const others = more.get(finding) ?? [];
      if (others.length > 0)
        lines.push(`  ${' '.repeat(width + 11)}${paint('dim', `… and ${others.length} more like it in ${whereOf(input, others)}`)}`);
    });
    lines.push('');
  }
  return lines;
}

/** `src/a.ts (5), src/b.ts (2) and 3 more files`. */
function whereOf(input: ReportInput, findings: readonly Finding[]): string {
  const files = filesOf(findings);
  const named = files.slice(0, namedFiles).map(({ file, count: number }) => `${plain(pathOf(input, file))} (${number})`);
  const rest = files.length - named.length;
  return rest === 0 ? named.join(', ') : `${named.join(', ')} and ${count(rest, 'more file', 'more files')}`;
}

/** Silence is no success: beside the gaps stands how much of the checklist was decided at all. */
function dimensionLines({ scorecard }: ReportInput, all: readonly Finding[], paint: Paint): string[] {
  const rows = dimensions.map(({ id, title }) => ({
    title,
    counts: stateOfDimension(all.filter(({ dimension }) => dimension === id)),
    id,
  }));
  const titleWidth = Math.max(...rows.map(({ title }) => title.length));
  const countsWidth = Math.max(...rows.map(({ counts }) => counts.length));
  return rows.map(({ id, title, counts }) => {
    const state = scorecard?.dimensions.find(({ dimension }) => dimension === id);
    const line = `  ${title.padEnd(titleWidth)}  `;
    if (!state) return `${line}${counts}`;
    const unknown = state.unknown === 0 ? '' : `, ${state.unknown} unknown`;
    return `${line}${counts.padEnd(countsWidth)}  ${paint('dim', `${state.met} of ${state.items.length} items met${unknown}`)}`;
  });
}

function stageLines({ scorecard }: ReportInput, paint: Paint): string[] {
  if (!scorecard) return [];
  const lines = [
    `Stage: ${paint('bold', scorecard.stage)}. ${Math.round(scorecard.unverified * 100)} % of the checklist has not been verified by anybody.`,
  ];
  if (scorecard.next.length > 0) lines.push('Next:');
  for (const { item, title, reason } of scorecard.next.slice(0, 3)) lines.push(`  ${item}  ${title}  ${paint('dim', plain(reason))}`);
  return lines;
}

function restLine(all: readonly Finding[], unlisted: number): string | undefined {
  const withStatus = (status: Finding['status']): number => all.filter((finding) => finding.status === status).length;
  const parts: [number, string][] = [
    [withStatus('suppressed'), 'suppressed'],
    [withStatus('waived'), 'waived'],
    [withStatus('baselined'), 'in the baseline'],
    [unlisted, 'of low confidence'],
  ];
  const said = parts.filter(([amount]) => amount > 0).map(([amount, what]) => `${amount} ${what}`);
  return said.length === 0 ? undefined : `Not listed: ${said.join(', ')} (all are in --format json).`;
}

/** One project for people: findings by file, one line each, then what they add up to. Never a verdict of readiness. */
export function renderText(input: ReportInput, { color, failOn, all: isComplete = false }: TextOptions): string {
  const paint = painter(color);
  const all = gapsOf(input);
  const open = all.filter(({ status }) => status === 'open');
  const listed = open.filter((finding) => isListed(finding, failOn));
  const { analysed, skipped } = input.result.files;
  const entries = isComplete ? listed.map((finding) => ({ finding, more: [] })) : entriesOf(listed);
  const lines = findingLines(input, entries, paint);
  if (analysed.length === 0 && open.length === 0) {
    lines.push('Nothing was analysed: no source files were found here.');
  } else {
    lines.push(...dimensionLines(input, all, paint), '');
    const files = new Set(open.map(({ location }) => location.file)).size;
    const total =
      open.length === 0 ? 'No open gap found' : `${count(open.length, 'open gap')} (${countsBySeverity(open)}) in ${count(files, 'file')}`;
    lines.push(`${total}; ${count(analysed.length, 'file')} analysed.`);
  }
  if (entries.some(({ more }) => more.length > 0))
    lines.push('Findings that say the same of more than 15 places are listed once; --all lists them all.');
  const rest = restLine(all, open.length - listed.length);
  if (rest !== undefined) lines.push(rest);
  if (skipped.length > 0) {
    lines.push(`Not analysed: ${count(skipped.length, 'file')}.`);
    for (const { file, reason } of skipped.slice(0, 10)) lines.push(`  ${plain(file)}  ${paint('dim', plain(reason))}`);
    if (skipped.length > 10) lines.push(`  and ${skipped.length - 10} more`);
  }
  // What is there to say of the stage of nothing?
  if (analysed.length > 0 || open.length > 0) lines.push(...stageLines(input, paint));
  return `${lines.join('\n')}\n`;
}

/** Several projects for people, each under its folder. */
export function renderCheckText(inputs: readonly ReportInput[], options: TextOptions): string {
  if (inputs.length === 1) return renderText(inputs[0]!, options);
  return inputs.map((input) => `${painter(options.color)('bold', `== ${input.result.root}`)}\n\n${renderText(input, options)}`).join('\n');
}

/** Rules for people, one line each, under their dimensions. */
export function renderRulesText(rules: readonly RuleDescription[], { color }: Pick<TextOptions, 'color'>): string {
  const paint = painter(color);
  const width = Math.max(...rules.map(({ id }) => id.length));
  return dimensions
    .flatMap(({ id, title }) => {
      const own = rules.filter(({ dimension }) => dimension === id);
      if (own.length === 0) return [];
      return [
        paint('bold', title),
        ...own.map((rule) => `  ${rule.id.padEnd(width)}  ${paint(severityStyle[rule.severity], rule.severity.padEnd(7))}  ${rule.title}`),
        '',
      ];
    })
    .join('\n');
}
