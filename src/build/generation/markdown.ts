import { dimensions } from '../../model/dimension';
import type { FixKind } from '../../model/fix';
import type { Library } from '../../model/library';
import type { Meta } from '../../model/meta';

const headerStart = '<!-- generated:start, do not edit: npm run generate -->';
const headerEnd = '<!-- generated:end -->';
const tableStart = '<!-- rules:start -->';
const tableEnd = '<!-- rules:end -->';

const fixWords: Record<FixKind, string> = {
  fix: 'safe fix',
  suggestion: 'suggestion that you review',
  scaffold: 'creates files',
};

const maturityWords: Record<Meta['maturity'], string | undefined> = {
  preview: 'preview, off unless the configuration turns it on',
  stable: undefined,
  deprecated: 'deprecated',
};

function titleOf(meta: Meta): string {
  return dimensions.find(({ id }) => id === meta.dimension)?.title ?? meta.dimension;
}

/** Head of the page of a rule or check, without the markers around it. `judged` says how often it was right. */
export function renderHeader(kind: 'Rule' | 'Check', meta: Meta, libraries: readonly Library[], judged?: string): string {
  const references = [
    ...(meta.cwe ?? []).map((number) => `[CWE-${number}](https://cwe.mitre.org/data/definitions/${number}.html)`),
    ...(meta.owasp ?? []).map((reference) => `OWASP ${reference}`),
  ];
  const maturity = maturityWords[meta.maturity];
  const lines: [string, string | undefined][] = [
    [kind, `\`${meta.id}\``],
    ['Dimension', titleOf(meta)],
    ['Severity', `${meta.severity}, ${meta.confidence} confidence`],
    ['Fixes', meta.fixKinds.length === 0 ? 'none' : meta.fixKinds.map((fix) => fixWords[fix]).join(', ')],
    ['Libraries', libraries.length === 0 ? undefined : libraries.map(({ title }) => title).join(', ')],
    ['References', references.length === 0 ? undefined : references.join(', ')],
    ['Judged on real applications', judged],
    ['Since', maturity === undefined ? meta.since : `${meta.since} (${maturity})`],
  ];
  return [`# ${meta.title}`, '', ...lines.flatMap(([label, value]) => (value === undefined ? [] : [`- ${label}: ${value}`]))].join('\n');
}

/** Text between two markers replaced; undefined when they are not both there, in this order. */
function replaceBetween(text: string, start: string, end: string, content: string): string | undefined {
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) return undefined;
  return `${text.slice(0, from)}${start}\n${content}\n${text.slice(to)}`;
}

/** A page with its head brought up to date; the head is put on top when the page has none. */
export function withHeader(page: string, header: string): string {
  return replaceBetween(page, headerStart, headerEnd, header) ?? `${headerStart}\n${header}\n${headerEnd}\n\n${page.trimStart()}`;
}

/** The hand-written part of a page. */
export function withoutHeader(page: string): string {
  const end = page.indexOf(headerEnd);
  return end < 0 ? page : page.slice(end + headerEnd.length).trimStart();
}

/** First paragraph of the hand-written part, on one line. */
export function summaryOf(page: string): string {
  const paragraph = withoutHeader(page)
    .split(/\n\s*\n/)[0]!
    .trim();
  return paragraph.startsWith('#') ? '' : paragraph.replace(/\s+/g, ' ');
}

/** A table of rules and checks that links their pages. */
export function renderTable(entries: readonly { meta: Meta; page: string; summary: string }[]): string {
  const lines = ['| Rule | What it finds | Severity |', '| --- | --- | --- |'];
  let dimension = '';
  for (const { meta, page, summary } of entries) {
    if (meta.dimension !== dimension) lines.push(`| **${titleOf(meta)}** | | |`);
    dimension = meta.dimension;
    lines.push(`| [${meta.id}](${page}) | ${(summary || meta.title).replaceAll('|', '\\|')} | ${meta.severity} |`);
  }
  return lines.join('\n');
}

/** The README with its table brought up to date; unchanged when it has no place for one. */
export function withTable(readme: string, table: string): string {
  return replaceBetween(readme, tableStart, tableEnd, table) ?? readme;
}
