import { ts } from 'ts-morph';
import type { WholeChange } from '../model/facts';
import { isSpareTable } from '../model/lexicon';
import type { CallSite, FileAnalysis } from './analysis';
import { readWholeChange } from './changeText';
import { targetOf } from './endpointSinks';
import { isBehindReturn } from './reachedCode';
import { sqlTextOf } from './selectText';
import { isDelete } from './tidyingDeletes';
import { missingCondition, type Missing } from './writeConditions';

/** A write that reaches all rows of a table, where it stands or where the function is called that does it. */
export interface FoundWrite extends WholeChange, Pick<Missing, 'leftOut'> {
  node: ts.Expression;
}

const mayWrite = /update|delete|destroy|remove|\bdel\b|crement/i;

/** What a call changes or takes away as a whole, itself or in a function of the project. */
export function wholeWritesOf(analysis: FileAnalysis, site: CallSite): FoundWrite[] {
  if (site.role?.data) return writesOf(analysis, site);
  if (site.role) return [];
  const ref = analysis.resolver.functionOf(site.node.expression)?.ref;
  const inside = (ref && !ref.id.startsWith('class ') && analysis.summaryOf(ref)?.wholeWrites) || [];
  if (inside.length === 0 || isBehindReturn(analysis, site.node)) return [];
  const call = analysis.label(site.node.expression, 40);
  return inside
    .filter(({ target }) => !isBeside(analysis, site.node, target))
    .map((change) => ({
      ...change,
      label: change.via === undefined ? `${call} (${change.label})` : change.label,
      via: call,
      node: site.node,
    }));
}

/** Statements as tagged templates that change or delete all rows of a table. */
export function wholeTags(analysis: FileAnalysis): FoundWrite[] {
  return analysis.outline.taggedTemplates.flatMap((node) =>
    analysis.tables.call(analysis.resolver.pathOf(node.tag))?.data?.operation === 'raw' ? ofText(analysis, node, node.tag, node) : [],
  );
}

function writesOf(analysis: FileAnalysis, site: CallSite): FoundWrite[] {
  const { node, role } = site;
  if (role?.data?.operation === 'raw') return ofText(analysis, node, node.expression, node.arguments?.[0]);
  const missing = role?.data?.fits && missingCondition(analysis, site);
  if (!missing) return [];
  const target = role?.data?.target === undefined ? undefined : targetOf(analysis, site);
  const does = isDelete(node) || /\b(?:delete|softDelete)\(/.test(node.expression.getText(analysis.source)) ? 'deletes' : 'changes';
  return kept(analysis, { ...missing, node, label: labelOf(analysis, node.expression), does, ...(target !== undefined ? { target } : {}) });
}

function ofText(analysis: FileAnalysis, node: ts.Expression, label: ts.Node, argument: ts.Expression | undefined): FoundWrite[] {
  const text = sqlTextOf(analysis, argument);
  const read = text === undefined || !mayWrite.test(text) ? undefined : readWholeChange(text);
  return read ? kept(analysis, { node, label: labelOf(analysis, label), target: read.table, does: read.does }) : [];
}

function labelOf(analysis: FileAnalysis, node: ts.Node): string {
  return analysis.label(node, 60).replace(/\s+\./g, '.');
}

/** Tables that may be emptied, code that production never gets to, and lists that are written again are left out. */
function kept(analysis: FileAnalysis, found: FoundWrite): FoundWrite[] {
  const { node, target } = found;
  return isSpareTable(target ?? '') || isBehindReturn(analysis, node) || isBeside(analysis, node, target) ? [] : [found];
}

/** Is something else written to the same table in the same function: rows that take their place, or the one that is told apart from all others? */
function isBeside(analysis: FileAnalysis, node: ts.Node, target: string | undefined): boolean {
  const fn = analysis.entryAround(node) ?? analysis.functionAround(node);
  if (!fn || target === undefined) return false;
  const inText = new RegExp(String.raw`\b(?:insert\s+into|replace\s+into|update|copy)\s+["\`]?${target.replace(/\W/g, '\\$&')}\b`, 'i');
  return analysis.parts(fn).sites.some((site) => {
    if (site.node === node || (site.node.pos <= node.pos && node.end <= site.node.end)) return false;
    const data = site.role?.data;
    const called = site.role ? undefined : analysis.summaryOf(analysis.resolver.functionOf(site.node.expression)?.ref);
    if (called?.sinks.some((sink) => (sink.kind === 'write' || sink.kind === 'privileged') && sink.target === target))
      return !called.wholeWrites?.some((write) => write.target === target);
    if (data?.operation === 'write') return targetOf(analysis, site) === target && !missingCondition(analysis, site);
    const text = data?.operation === 'raw' ? sqlTextOf(analysis, site.node.arguments?.[0]) : undefined;
    return text !== undefined && inText.test(text) && !readWholeChange(text);
  });
}
