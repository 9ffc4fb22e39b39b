import { dimensions } from '../model/dimension';
import type { Finding } from '../model/finding';
import type { Scorecard } from '../model/readiness';
import { byFile, count, gapsOf, stateOfDimension, type ReportInput } from './input';
import { entriesOf } from './shapes';

/** Text that means nothing to Markdown, on one line. */
export function escape(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>|#~]/g, '\\$&');
}

/** Code on one line, with a fence longer than any in it. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}

function dimensionTable(all: readonly Finding[], scorecard: Scorecard | undefined): string[] {
  const rows = dimensions.map(({ id, title }) => {
    const counts = stateOfDimension(all.filter(({ dimension }) => dimension === id));
    const state = scorecard?.dimensions.find(({ dimension }) => dimension === id);
    const items = state ? ` ${state.met} of ${state.items.length} | ${state.unknown} |` : '';
    return `| ${title} | ${counts} |${items}`;
  });
  const head = scorecard
    ? ['| Dimension | Open gaps | Items met | Unknown |', '| --- | --- | --- | --- |']
    : ['| Dimension | Open gaps |', '| --- | --- |'];
  return [...head, ...rows];
}

function findingSections(findings: readonly Finding[]): string[] {
  const entries = entriesOf(findings);
  const more = new Map(entries.map((entry) => [entry.finding, entry.more]));
  return [...byFile(entries.map(({ finding }) => finding))].flatMap(([file, found]) => [
    '',
    `### ${code(file)}`,
    '',
    ...found.flatMap((finding) => {
      const { severity, confidence, location, message, rule } = finding;
      const unsure = confidence === 'low' ? ', low confidence' : '';
      return [
        `- **${severity}**${unsure}, line ${location.line}: ${escape(message)} (${code(rule)})`,
        ...moreLines(more.get(finding) ?? []),
      ];
    }),
  ]);
}

/** Places that a finding stands for besides its own, folded away. */
function moreLines(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  const files = [...byFile(findings)].map(
    ([file, found]) =>
      `  - ${code(file)}: ${found.length === 1 ? 'line' : 'lines'} ${found.map(({ location }) => location.line).join(', ')}`,
  );
  return [`  <details><summary>… and ${findings.length} more like it</summary>`, '', ...files, '', '  </details>'];
}

function stageSection(scorecard: Scorecard | undefined): string[] {
  if (!scorecard) return [];
  const lines = [
    '',
    `Stage: **${scorecard.stage}**. ${Math.round(scorecard.unverified * 100)} % of the checklist has not been verified by anybody.`,
  ];
  if (scorecard.next.length > 0) lines.push('', 'Missing for the next stage:', '');
  return [...lines, ...scorecard.next.map(({ item, title, reason }) => `- ${item} ${escape(title)}: ${escape(reason)}`)];
}

function project(input: ReportInput, isOneOfMany: boolean): string {
  const all = gapsOf(input);
  const open = all.filter(({ status }) => status === 'open');
  const { analysed, skipped } = input.result.files;
  const accepted = all.length - open.length;
  const lines = [`# Production Gap${isOneOfMany ? `: ${code(input.result.root)}` : ''}`, ''];
  const total = open.length === 0 ? 'No open gap found' : count(open.length, 'open gap');
  lines.push(
    `${total} in ${count(analysed.length, 'analysed file')}${accepted > 0 ? `; ${accepted} more suppressed, waived or in the baseline` : ''}.`,
  );
  lines.push(...stageSection(input.scorecard), '', ...dimensionTable(all, input.scorecard));
  if (open.length > 0) lines.push('', '## Findings', ...findingSections(open));
  if (skipped.length > 0) lines.push('', '## Not analysed', '', ...skipped.map(({ file, reason }) => `- ${code(file)}: ${escape(reason)}`));
  return `${lines.join('\n')}\n`;
}

/** Projects as Markdown, for pull requests and wikis. */
export function renderMarkdown(inputs: readonly ReportInput[]): string {
  return inputs.map((input) => project(input, inputs.length > 1)).join('\n');
}
