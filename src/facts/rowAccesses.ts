import { ts } from 'ts-morph';
import type { OwnerUse, RowAccess, RowDeed } from '../model/facts';
import { namesOwner, namesPasser, rowName, tableKey } from '../model/ownerNames';
import { callsBelow } from '../syntax/flow';
import { bare, memberName, walk } from '../syntax/nodes';
import { namesOf, namesPeople } from './accountLookups';
import type { CallSite, FileAnalysis } from './analysis';
import { contributes } from './contributions';
import { deciderOf, type Decider } from './deciders';
import { targetOf } from './endpointSinks';
import { chainOf } from './queryChain';
import { deedOfText, keysOfText, rowKeysOf, type RowKey, type RowKeys } from './rowKeys';
import { sqlTextOf } from './selectText';
import { isDelete } from './tidyingDeletes';

/** An access to rows, in terms that hold for all libraries. */
export interface FoundAccess {
  node: ts.Expression;
  table: string;
  target: string;
  label: string;
  does: RowDeed;
  found: RowKeys | undefined;
  /** It leaves something of whoever calls in a row that is anybody's. */
  contributes?: boolean;
}

const making = /^(?:create|insert|add|push|build|bulk|register|findOrCreate|new$)/i;

/** The access that a call is; undefined where policies of the database decide for whom, or where its table has no name. */
export function accessOf(analysis: FileAnalysis, site: CallSite): FoundAccess | undefined {
  const data = site.role?.data;
  if (!data || data.operation === 'ddl' || data.delegated || (data.policed && !data.privileged)) return undefined;
  const label = labelOf(analysis, site.node.expression);
  if (data.operation === 'raw') return ofText(analysis, site.node, site.node.arguments ?? [], label);
  const held = heldRecord(analysis, site);
  if (held)
    return {
      ...held,
      node: site.node,
      label,
      does: isDelete(site.node) ? 'deletes' : 'changes',
      ...(isDelete(site.node) || !contributes(analysis, site) ? {} : { contributes: true }),
    };
  const target = targetOf(analysis, site);
  const table = target === undefined ? undefined : tableKey(target);
  if (target === undefined || table === undefined) return undefined;
  const does = deedOf(site);
  const access: FoundAccess = { node: site.node, table, target, label, does, found: rowKeysOf(analysis, site) };
  return does === 'changes' && contributes(analysis, site) ? { ...access, contributes: true } : access;
}

/** Statements as tagged templates. */
export function taggedAccesses(analysis: FileAnalysis): FoundAccess[] {
  return analysis.outline.taggedTemplates.flatMap((node) => {
    const isQuery = analysis.tables.call(analysis.resolver.pathOf(node.tag))?.data?.operation === 'raw';
    return (isQuery && ofText(analysis, node, [node], labelOf(analysis, node.tag))) || [];
  });
}

function ofText(analysis: FileAnalysis, node: ts.Expression, args: readonly ts.Expression[], label: string): FoundAccess | undefined {
  const deed = deedOfText(sqlTextOf(analysis, args[0]) ?? '');
  const table = deed && tableKey(deed.target);
  return deed && table !== undefined ? { ...deed, node, table, label, found: keysOfText(analysis, args) } : undefined;
}

function deedOf({ node, role }: CallSite): RowDeed {
  if (role?.data?.operation === 'read') return 'reads';
  const name = memberName(bare(node.expression)) ?? '';
  if (isDelete(node) || /^soft(?:Delete|Remove)$/.test(name)) return 'deletes';
  return making.test(name) || ts.isNewExpression(node) ? 'adds' : 'changes';
}

const saving = /^(?:save|remove|softRemove|delete|deleteOne|destroy|update|updateOne)$/;

/** What is saved or taken away is a record that was looked for before: `const post = await Post.findById(id); … await post.deleteOne()`. */
function heldRecord(analysis: FileAnalysis, site: CallSite): Pick<FoundAccess, 'table' | 'target' | 'found'> | undefined {
  const callee = bare(site.node.expression);
  if (site.role?.data?.operation !== 'write' || !ts.isPropertyAccessExpression(callee) || !saving.test(callee.name.text)) return undefined;
  const [first] = site.node.arguments ?? [];
  const names = [bare(callee.expression), ...(first ? [bare(first)] : [])].filter(ts.isIdentifier);
  for (const name of names) {
    const declaration = analysis.resolver.declarations.find(name);
    const value = declaration?.kind === 'variable' ? declaration.node.initializer : undefined;
    for (const call of value ? callsBelow(value) : []) {
      const looked = analysis.site(call);
      if (looked?.role?.data?.operation !== 'read' || looked.role.data.many) continue;
      const target = targetOf(analysis, looked);
      const table = target === undefined ? undefined : tableKey(target);
      if (target !== undefined && table !== undefined) return { table, target, found: rowKeysOf(analysis, looked) };
    }
  }
  return undefined;
}

function labelOf(analysis: FileAnalysis, node: ts.Node): string {
  return analysis.label(node, 60).replace(/\s+\./g, '.');
}

const ownName = /^_?id$|^uid$|mail|^clerk|^auth|^sub$|^firebase|^supabase|external/i;

/** A column that an access asks for somebody's rows by, with who says whose. */
export interface AskedOwner {
  column: string;
  how: OwnerUse['how'];
  decider: Decider;
}

/** Columns by which a condition asks for rows of somebody. */
export function ownersIn(analysis: FileAnalysis, { table, found }: FoundAccess): AskedOwner[] {
  return (found?.keys ?? []).flatMap((key): AskedOwner[] => {
    // Whoever looks up themselves says nothing of whose other rows are.
    if (key.nested || namesPasser(key.name) || /^_?id$/.test(key.name) || (namesPeople(table) && ownName.test(key.name))) return [];
    const decider = deciderOf(analysis, key.value);
    const isSomebodys = decider.by === 'caller' || ((decider.by === 'sent' || decider.by === 'parameter') && namesOwner(key.name));
    return isSomebodys ? [{ column: key.name, how: 'condition', decider }] : [];
  });
}

/** Columns of a row that is loaded which the function compares with somebody: `if (post.authorId !== user.id)`. */
export function comparedIn(analysis: FileAnalysis, site: CallSite): AskedOwner[] {
  const names = new Set(namesOf(chainOf(site.node).end));
  const fn = analysis.entryAround(site.node) ?? analysis.functionAround(site.node);
  const body = fn?.node.body;
  if (names.size === 0 || !body) return [];
  // Most functions look at nothing but whether a row is there.
  if (![...names].some((name) => new RegExp(`\\b${name}\\b[?!]?\\.\\w`).test(analysis.source.text.slice(body.pos, body.end)))) return [];
  const columns = new Map<string, Decider>();
  walk(body, (node) => {
    for (const [own, other] of pairsIn(node)) {
      const column = columnOf(own, names);
      if (column === undefined || namesPasser(column)) continue;
      const decider = deciderOf(analysis, other, 5);
      if (decider.by === 'caller' || (decider.by === 'parameter' && namesOwner(column))) columns.set(column, decider);
    }
    return true;
  });
  return [...columns].map(([column, decider]) => ({ column, how: 'comparison', decider }));
}

/** What is held against what: `a === b`, `a.equals(b)`, `list.includes(a)`. */
function pairsIn(node: ts.Node): [ts.Expression, ts.Expression][] {
  if (ts.isBinaryExpression(node) && /^[!=]==?$/.test(ts.tokenToString(node.operatorToken.kind) ?? ''))
    return [
      [node.left, node.right],
      [node.right, node.left],
    ];
  const [first] = ts.isCallExpression(node) ? node.arguments : [];
  const callee = ts.isCallExpression(node) ? bare(node.expression) : undefined;
  if (!first || !callee || !ts.isPropertyAccessExpression(callee) || !/^(?:equals|includes|isEqual|compare)$/.test(callee.name.text))
    return [];
  return [
    [callee.expression, first],
    [first, callee.expression],
  ];
}

/** The column of a record that a path leads to: `author` of `post.author._id.toString()`. */
function columnOf(node: ts.Expression, names: ReadonlySet<string>): string | undefined {
  let column: string | undefined;
  for (let step = bare(node); ;) {
    if (ts.isPropertyAccessExpression(step)) {
      column = step.name.text;
      step = bare(step.expression);
    } else if (ts.isCallExpression(step) || ts.isElementAccessExpression(step)) step = bare(step.expression);
    else return ts.isIdentifier(step) && names.has(step.text) && column !== 'data' && !/^_?id$/.test(column ?? 'id') ? column : undefined;
  }
}

/** What says which row is changed or taken away, where it is one thing that the request or a parameter decides and nothing else narrows it. */
export function pickOf(
  analysis: FileAnalysis,
  { does, found, contributes: adds }: FoundAccess,
): { key: RowKey; decider: Decider } | undefined {
  if (adds || (does !== 'changes' && does !== 'deletes') || !found?.isWhole) return undefined;
  let pick: { key: RowKey; decider: Decider } | undefined;
  for (const key of found.keys) {
    if (key.nested || namesOwner(key.name)) return undefined;
    const decider = deciderOf(analysis, key.value);
    if (decider.by === 'constant') continue;
    if (decider.by !== 'sent' && decider.by !== 'parameter') return undefined;
    if (rowName.test(key.name)) pick ??= { key, decider };
    // A token that nobody guesses, or a name that somebody chose.
    else return undefined;
  }
  return pick;
}

/** Does an id say which row is meant? */
export function isById(analysis: FileAnalysis, { found }: FoundAccess): boolean {
  return (found?.keys ?? []).some((key) => {
    if (key.nested || !rowName.test(key.name) || namesOwner(key.name)) return false;
    const { by } = deciderOf(analysis, key.value);
    return by === 'sent' || by === 'parameter';
  });
}

/** Common part of the facts of an access. */
export function factOf(analysis: FileAnalysis, access: Pick<FoundAccess, 'node' | 'table' | 'target' | 'label' | 'does'>): RowAccess {
  const { node, table, target, label, does } = access;
  return { ...analysis.base(node), kind: 'rowAccess', table, target, label, does, owners: [] };
}
