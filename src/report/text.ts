import type { RuleDescription } from '../engine/api';
import { dimensions } from '../model/dimension';
import type { Finding, Severity } from '../model/finding';
import { byFile, count, countsBySeverity, gapsOf, pathOf, stateOfDimension, type ReportInput } from './input';
import { painter, plain, type Paint, type Style, type TextOptions } from './terminalText';

const severityOrder: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

const severityStyle: Record<Severity, Style> = { error: 'red', warning: 'yellow', info: 'blue' };

function isListed(finding: Finding, failOn: TextOptions['failOn']): boolean {
  if (finding.confidence !== 'low') return true;
  return failOn !== undefined && failOn !== 'never' && severityOrder[finding.severity] <= severityOrder[failOn];
}

function findingLines(input: ReportInput, findings: readonly Finding[], paint: Paint): string[] {
  const lines: string[] = [];
  for (const [file, found] of byFile(findings)) {
    lines.push(paint('bold', plain(pathOf(input, file))));
    const places = found.map(({ location }) => `${location.line}:${location.column}`);
    const width = Math.max(...places.map((place) => place.length));
    found.forEach((finding, index) => {
      const place = paint('dim', places[index]!.padStart(width));
      const severity = paint(severityStyle[finding.severity], finding.severity.padEnd(7));
      const unsure = finding.confidence === 'low' ? ' (low confidence)' : '';
      lines.push(`  ${place}  ${severity}  ${plain(finding.message)}${unsure}  ${paint('dim', finding.rule)}`);
    });
    lines.push('');
  }
  return lines;
}

/** Silence is no success: beside the gaps stands how much of the checklist was decided at all. */
function dimensionLines({ scorecard }: ReportInput, all: readonly Finding[], paint: Paint): string[] {
  const rows = dimensions.map(({ id, title }) => ({ title, counts: stateOfDimension(all.filter(({ dimension }) => dimension === id)), id }));
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
  const lines = [`Stage: ${paint('bold', scorecard.stage)}. ${Math.round(scorecard.unverified * 100)} % of the checklist has not been verified by anybody.`];
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
export function renderText(input: ReportInput, { color, failOn }: TextOptions): string {
  const paint = painter(color);
  const all = gapsOf(input);
  const open = all.filter(({ status }) => status === 'open');
  const listed = open.filter((finding) => isListed(finding, failOn));
  const { analysed, skipped } = input.result.files;
  const lines = findingLines(input, listed, paint);
  if (analysed.length === 0 && open.length === 0) {
    lines.push('Nothing was analysed: no source files were found here.');
  } else {
    lines.push(...dimensionLines(input, all, paint), '');
    const files = new Set(open.map(({ location }) => location.file)).size;
    const total = open.length === 0 ? 'No open gap found' : `${count(open.length, 'open gap')} (${countsBySeverity(open)}) in ${count(files, 'file')}`;
    lines.push(`${total}; ${count(analysed.length, 'file')} analysed.`);
  }
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
      return [paint('bold', title), ...own.map((rule) => `  ${rule.id.padEnd(width)}  ${paint(severityStyle[rule.severity], rule.severity.padEnd(7))}  ${rule.title}`), ''];
    })
    .join('\n');
}
