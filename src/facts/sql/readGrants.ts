import type { Cursor, SqlName } from '../../syntax/sql/cursor';
import type { GrantObjects, SqlChange } from './changes';

/** `grant …` or `revoke …` after that word. Rights on anything but tables and functions are left out. */
export function readGrant(cursor: Cursor, grants: boolean): SqlChange | undefined {
  const start = cursor.peek()?.start ?? 0;
  cursor.accept('grant', 'option', 'for');
  const rights: string[] = [];
  while (!cursor.done && !cursor.isWord('on')) {
    // Rights on single columns are no rights on the table.
    if (cursor.group()) rights.pop();
    const token = cursor.next();
    if (token?.kind === 'word' && !['privileges', 'on'].includes(token.text)) rights.push(token.text);
    if (cursor.isWord('to') || cursor.isWord('from')) return undefined;
  }
  if (!cursor.accept('on')) return undefined;
  const objects = readObjects(cursor);
  if (!objects) return undefined;
  const roles = readRoles(cursor, grants);
  return roles && { kind: 'grant', span: { start, end: cursor.tokens.at(-1)?.end ?? start }, grants, objects, roles, rights };
}

/** `alter default privileges …` after these words. */
export function readDefaultRights(cursor: Cursor): SqlChange | undefined {
  const start = cursor.peek()?.start ?? 0;
  let schema: string | undefined;
  if (cursor.accept('for')) {
    cursor.acceptOne('role', 'user');
    do cursor.name();
    while (cursor.symbol(','));
  }
  if (cursor.accept('in', 'schema')) schema = cursor.name()?.text ?? schema;
  const verb = cursor.acceptOne('grant', 'revoke');
  if (verb === undefined || !cursor.skipTo('on')) return undefined;
  cursor.accept('on');
  const on = cursor.name()?.text ?? '';
  const roles = readRoles(cursor, verb === 'grant');
  return (
    roles && {
      kind: 'default-rights',
      span: { start, end: cursor.tokens.at(-1)?.end ?? start },
      grants: verb === 'grant',
      ...(schema !== undefined ? { schema } : {}),
      on,
      roles,
    }
  );
}

function readObjects(cursor: Cursor): GrantObjects | undefined {
  const whole = cursor.accept('all', 'tables', 'in', 'schema')
    ? 'tables'
    : cursor.accept('all', 'functions', 'in', 'schema') || cursor.accept('all', 'routines', 'in', 'schema')
      ? 'functions'
      : undefined;
  if (whole) {
    const schema = cursor.name()?.text;
    return schema === undefined ? undefined : { on: whole, schema };
  }
  const kind = cursor.acceptOne(
    'table',
    'function',
    'procedure',
    'routine',
    'schema',
    'sequence',
    'type',
    'database',
    'all',
    'language',
    'domain',
  );
  if (kind !== undefined && !['table', 'function', 'procedure', 'routine'].includes(kind)) return undefined;
  const names: SqlName[] = [];
  do {
    const name = cursor.qualified();
    if (name) names.push(name);
    cursor.group();
  } while (cursor.symbol(','));
  return { on: kind === undefined || kind === 'table' ? 'tables' : 'functions', names };
}

function readRoles(cursor: Cursor, grants: boolean): string[] | undefined {
  if (!cursor.skipTo(grants ? 'to' : 'from')) return undefined;
  cursor.next();
  const roles: string[] = [];
  do {
    cursor.accept('group');
    const role = cursor.name();
    if (role) roles.push(role.text);
  } while (cursor.symbol(','));
  return roles;
}
