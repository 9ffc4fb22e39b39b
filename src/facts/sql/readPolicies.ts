import type { PolicyCommand } from '../../model/database';
import type { Cursor } from '../../syntax/sql/cursor';
import type { ReadPredicate, SqlChange } from './changes';
import { readPredicate } from './predicates';

const commands = ['all', 'select', 'insert', 'update', 'delete'] as const;

/** `create policy …` after `policy`. */
export function readCreatePolicy(cursor: Cursor, text: string): SqlChange | undefined {
  const name = cursor.name();
  if (!name || !cursor.accept('on')) return undefined;
  const table = cursor.qualified();
  if (!table) return undefined;
  let permissive = true;
  let command: PolicyCommand = 'all';
  if (cursor.accept('as')) permissive = cursor.acceptOne('permissive', 'restrictive') !== 'restrictive';
  if (cursor.accept('for')) {
    const found = cursor.acceptOne(...commands);
    if (found === undefined) return undefined;
    command = found as PolicyCommand;
  }
  const roles = readRoles(cursor) ?? ['public'];
  const conditions = readConditions(cursor, text);
  // What could not be read to its end may say anything.
  if (!conditions || !cursor.done) return undefined;
  const nameSpan = { start: name.start, end: name.end };
  return {
    kind: 'create-policy',
    span: nameSpan,
    table,
    name: name.text,
    nameSpan,
    command,
    permissive,
    roles,
    isPlatform: isPlatform(roles, conditions),
    ...conditions,
  };
}

/** `alter policy …` after `policy`. */
export function readAlterPolicy(cursor: Cursor, text: string): SqlChange | undefined {
  const name = cursor.name();
  if (!name || !cursor.accept('on')) return undefined;
  const table = cursor.qualified();
  if (!table) return undefined;
  const nameSpan = { start: name.start, end: name.end };
  const base = { kind: 'alter-policy', span: nameSpan, table, name: name.text, nameSpan, isPlatform: false } as const;
  if (cursor.accept('rename', 'to')) {
    const to = cursor.name()?.text;
    return to === undefined ? undefined : { ...base, to };
  }
  const roles = readRoles(cursor);
  const conditions = readConditions(cursor, text);
  return conditions && cursor.done
    ? { ...base, isPlatform: isPlatform(roles ?? [], conditions), ...(roles ? { roles } : {}), ...conditions }
    : undefined;
}

/** `drop policy …` after `policy`. */
export function readDropPolicy(cursor: Cursor): SqlChange | undefined {
  cursor.accept('if', 'exists');
  const name = cursor.name();
  const table = name && cursor.accept('on') ? cursor.qualified() : undefined;
  return name && table && { kind: 'drop-policy', span: { start: name.start, end: name.end }, table, name: name.text };
}

/** Does it speak of roles and functions that only the platform has? */
function isPlatform(roles: readonly string[], { using, check }: { using?: ReadPredicate; check?: ReadPredicate }): boolean {
  const speaks = (predicate: ReadPredicate | undefined): boolean =>
    predicate !== undefined && /\bauth\s*\.\s*(?:uid|jwt|role|email)\b/.test(predicate.text);
  return roles.some(isPlatformRole) || speaks(using) || speaks(check);
}

/** Is it a role that the platform makes? */
export function isPlatformRole(role: string): boolean {
  return role === 'anon' || role === 'authenticated' || role === 'service_role';
}

function readRoles(cursor: Cursor): string[] | undefined {
  if (!cursor.accept('to')) return undefined;
  const roles: string[] = [];
  do {
    const role = cursor.name();
    if (role) roles.push(role.text);
  } while (cursor.symbol(','));
  return roles;
}

function readConditions(cursor: Cursor, text: string): { using?: ReadPredicate; check?: ReadPredicate } | undefined {
  const found: { using?: ReadPredicate; check?: ReadPredicate } = {};
  while (!cursor.done) {
    const isUsing = cursor.accept('using');
    if (!isUsing && !cursor.accept('with', 'check')) return found;
    const group = cursor.group();
    const predicate = group && readPredicate(group, text);
    if (!predicate) return undefined;
    found[isUsing ? 'using' : 'check'] = predicate;
  }
  return found;
}
