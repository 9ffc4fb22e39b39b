import { ts } from 'ts-morph';
import type { FunctionSummary, RowHeed, RowParameter, RowReach } from '../model/facts';
import type { FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { deciderOf, type Decider } from './deciders';
import { lookedBefore } from './ownerLooks';
import { accessOf, comparedIn, isById, ownersIn, pickOf, type FoundAccess } from './rowAccesses';

const most = 6;

/** What others may know of the rows that a function is handed ids or owners of. */
export function rowsOf(
  analysis: FileAnalysis,
  fn: FunctionInfo,
  sites: readonly CallSite[],
  { sinks, guards }: Pick<FunctionSummary, 'sinks' | 'guards'>,
): Pick<FunctionSummary, 'reaches' | 'heeds'> {
  if (sinks.length === 0 || fn.node.parameters.length === 0 || analysis.entries.has(fn) || analysis.context.side === 'client') return {};
  const writes = sinks.some(({ kind }) => kind === 'write');
  const reaches = writes ? reachesOf(analysis, fn, sites, (place) => lookedBefore(analysis, fn, place, guards)) : [];
  const heeds = heedsOf(analysis, fn, sites);
  return { ...(reaches.length > 0 ? { reaches } : {}), ...(heeds.length > 0 ? { heeds } : {}) };
}

/** What a function changes or takes away by its parameters alone, in it or in what it calls. `looked` says whether anything looks whose it is first. */
function reachesOf(
  analysis: FileAnalysis,
  fn: FunctionInfo,
  sites: readonly CallSite[],
  looked: (place: ts.Node) => string | undefined,
): RowReach[] {
  const reaches: RowReach[] = [];
  const add = (reach: RowReach, place: ts.Node): void => {
    const isThere = reaches.some((other) => other.table === reach.table && other.does === reach.does && other.param === reach.param);
    if (!isThere && reaches.length < most && looked(place) === undefined) reaches.push(reach);
  };
  for (const site of ownSites(analysis, fn, sites)) {
    const access = site.role?.data ? accessOf(analysis, site) : undefined;
    const decider = access && pickOf(analysis, access)?.decider;
    if (access && decider?.by === 'parameter' && (access.does === 'changes' || access.does === 'deletes'))
      add({ ...parameter(access, decider), does: access.does }, site.node);
    for (const { told, decider: given } of handed(analysis, site, 'reaches'))
      if (given.by === 'parameter') add({ ...parameter(told, given), does: told.does }, site.node);
  }
  return reaches;
}

/** Whose rows a function asks for, as its parameters say. */
function heedsOf(analysis: FileAnalysis, fn: FunctionInfo, sites: readonly CallSite[]): RowHeed[] {
  const heeds: RowHeed[] = [];
  const add = (heed: RowHeed): void => {
    const isThere = heeds.some((other) => other.table === heed.table && other.column === heed.column && other.param === heed.param);
    if (!isThere && heeds.length < most) heeds.push(heed);
  };
  for (const site of ownSites(analysis, fn, sites)) {
    const access = site.role?.data ? accessOf(analysis, site) : undefined;
    const asked = access ? [...ownersIn(analysis, access), ...(access.does === 'reads' ? comparedIn(analysis, site) : [])] : [];
    for (const { column, how, decider } of asked)
      if (access && decider.by === 'parameter')
        add({
          ...parameter(access, decider),
          does: access.does,
          column,
          how,
          ...(isById(analysis, access) ? { byId: true as const } : {}),
        });
    for (const { told, decider } of handed(analysis, site, 'heeds'))
      if (decider.by === 'parameter') add({ ...told, ...parameter(told, decider) });
  }
  return heeds;
}

/** Calls of the function itself: parameters of callbacks inside are not its own. */
function ownSites(analysis: FileAnalysis, fn: FunctionInfo, sites: readonly CallSite[]): readonly CallSite[] {
  return sites.filter(({ node }) => analysis.functionAround(node) === fn);
}

function parameter(
  { table, target, label }: Pick<FoundAccess, 'table' | 'target' | 'label'>,
  { index, members }: Extract<Decider, { by: 'parameter' }>,
): RowParameter {
  return { param: index, ...(members.length > 0 ? { members } : {}), table, target, label };
}

/** What a call of a function of the project does with rows, with what it is handed and who decides that. */
export function handed<K extends 'reaches' | 'heeds'>(
  analysis: FileAnalysis,
  site: CallSite,
  kind: K,
): { told: K extends 'reaches' ? RowReach : RowHeed; value: ts.Expression; decider: Decider }[] {
  if (site.role || (site.node.arguments?.length ?? 0) === 0) return [];
  const ref = analysis.resolver.functionOf(site.node.expression)?.ref;
  const summary = ref && !ref.id.startsWith('class ') ? analysis.summaryOf(ref) : undefined;
  const all: readonly RowParameter[] = summary?.[kind] ?? [];
  return all.flatMap((told) => {
    const given = site.node.arguments?.[told.param];
    const value = given && memberOf(analysis, given, told.members ?? []);
    return value ? [{ told: told as K extends 'reaches' ? RowReach : RowHeed, value, decider: deciderOf(analysis, value) }] : [];
  });
}

/** A member of what is handed over, where that is written out; else the whole. */
function memberOf(analysis: FileAnalysis, given: ts.Expression, members: readonly string[]): ts.Expression | undefined {
  let value: ts.Expression = given;
  for (const member of members) {
    const object = analysis.resolver.deref(value);
    if (!ts.isObjectLiteralExpression(object)) return value;
    const property = object.properties.find((each) => each.name?.getText(analysis.source) === member);
    if (property && ts.isPropertyAssignment(property)) value = property.initializer;
    else if (property && ts.isShorthandPropertyAssignment(property)) value = property.name;
    else return undefined;
  }
  return value;
}
