import type { ts } from 'ts-morph';
import { bare, memberName } from '../../syntax/nodes';
import type { OwnerUse, RowAccess } from '../../model/facts';
import { actingColumn, namesOwner } from '../../model/ownerNames';
import type { CallSite, FileAnalysis } from '../analysis';
import { deciderOf } from '../deciders';
import { lookedBefore } from '../ownerLooks';
import { isBehindReturn } from '../reachedCode';
import { accessOf, comparedIn, factOf, isById, ownersIn, pickOf, taggedAccesses, type AskedOwner, type FoundAccess } from '../rowAccesses';
import { handed } from '../rowParameters';
import { isBrowserCode, isOneOff } from '../serverCode';
import { storedBy } from '../storedColumns';

/** Accesses of server code to one row or to those of somebody: what says which, and whether anything looks whose it is. */
export function recogniseRowAccesses(analysis: FileAnalysis): RowAccess[] {
  const { role, side } = analysis.context;
  if (role !== 'source' || side === 'client') return [];
  const facts: RowAccess[] = [];
  for (const site of analysis.sitesWith('data')) {
    const access = accessOf(analysis, site);
    if (!access || isBehindReturn(analysis, site.node)) continue;
    const fact = judged(analysis, access);
    if (access.does === 'reads') fact.owners.push(...usesOf(comparedIn(analysis, site)));
    else addStored(analysis, site, fact);
    if (saysSomething(fact)) facts.push(fact);
  }
  for (const access of taggedAccesses(analysis)) {
    const fact = judged(analysis, access);
    if (saysSomething(fact)) facts.push(fact);
  }
  for (const site of analysis.sites) if (!site.role) facts.push(...handedOn(analysis, site));
  return facts.length > 0 && (isBrowserCode(analysis) || isOneOff(analysis)) ? [] : facts;
}

function saysSomething({ owners, picked, claims }: RowAccess): boolean {
  return owners.length > 0 || picked !== undefined || claims !== undefined;
}

function usesOf(asked: readonly AskedOwner[]): OwnerUse[] {
  return asked.flatMap(({ column, how, decider: { by } }) => (by === 'caller' || by === 'sent' ? [{ column, how, of: by }] : []));
}

function judged(analysis: FileAnalysis, access: FoundAccess): RowAccess {
  const fact = factOf(analysis, access);
  fact.owners.push(...usesOf(ownersIn(analysis, access)));
  if (isById(analysis, access)) fact.byId = true;
  // Whose rows are only shown may be for all to see.
  const asked =
    access.does === 'changes' || access.does === 'deletes'
      ? access.found?.keys.find((key) => !key.nested && actingColumn.test(key.name) && isClaimed(analysis, key.value))
      : undefined;
  if (asked && access.found!.isWhole)
    fact.claims = {
      column: asked.name,
      label: analysis.label(asked.value, 40),
      how: 'condition',
      span: analysis.span(asked.value),
      ...doubtAt(analysis, access.node),
    };
  const pick = pickOf(analysis, access);
  if (pick?.decider.by === 'sent') {
    fact.picked = analysis.label(pick.key.value, 40);
    Object.assign(fact, doubtAt(analysis, access.node, pick.key.value));
  }
  return fact;
}

/** Who is stored as the one whose row it is. */
function addStored(analysis: FileAnalysis, site: CallSite, fact: RowAccess): void {
  for (const { column, value, name } of storedBy(analysis, site)) {
    if (!namesOwner(column)) continue;
    const { by } = deciderOf(analysis, value);
    if (by === 'caller') fact.owners.push({ column, how: 'value', of: 'caller' });
    if (by === 'sent' && actingColumn.test(column) && isClaimed(analysis, value))
      fact.claims ??= {
        column,
        label: analysis.label(value, 40),
        how: 'value',
        span: analysis.span(name),
        ...doubtAt(analysis, site.node),
      };
  }
}

/** Does the request name somebody by what says that they act: `body.userId`, and not `body.assignedTo`? */
function isClaimed(analysis: FileAnalysis, value: ts.Expression): boolean {
  const name = memberName(bare(value)) ?? analysis.label(bare(value), 40);
  return actingColumn.test(name) && deciderOf(analysis, value).by === 'sent';
}

/** The same for calls of functions of the project that are handed an id, or who is meant. */
function handedOn(analysis: FileAnalysis, site: CallSite): RowAccess[] {
  const heeded = handed(analysis, site, 'heeds').filter(({ decider: { by } }) => by === 'caller' || by === 'sent');
  const reached = analysis.entryAround(site.node) ? handed(analysis, site, 'reaches').filter(({ decider }) => decider.by === 'sent') : [];
  if (heeded.length + reached.length === 0 || isBehindReturn(analysis, site.node)) return [];
  const called = analysis.label(site.node.expression, 40);
  return [
    ...heeded.map(({ told, decider: { by } }): RowAccess => ({
      ...factOf(analysis, { ...told, node: site.node, label: called }),
      owners: [{ column: told.column, how: told.how, of: by === 'caller' ? by : 'sent' }],
      ...(told.byId ? { byId: true } : {}),
    })),
    ...reached.map(({ told, value }): RowAccess => ({
      ...factOf(analysis, { ...told, node: site.node, label: `${called} (${told.label})` }),
      byId: true,
      picked: analysis.label(value, 40),
      ...doubtAt(analysis, site.node, value),
    })),
  ];
}

/** Why somebody may have looked whose the row is, before a place. */
function doubtAt(analysis: FileAnalysis, node: ts.Node, picked?: ts.Expression): Pick<RowAccess, 'doubt'> {
  const fn = analysis.entryAround(node) ?? analysis.functionAround(node);
  const doubt = fn ? lookedBefore(analysis, fn, node, analysis.own.ownSummary(fn.id)?.guards ?? [], picked) : undefined;
  return doubt === undefined ? {} : { doubt };
}
