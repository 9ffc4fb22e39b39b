import type { ClientRole } from '../../model/database';
import type { SqlChange } from './changes';
import { nameOf } from './readTables';
import type { DatabaseState, FunctionState } from './state';

const dynamic = 'statements that are put together as they run may have changed who may call it';

/** Applies what a statement changes about functions; false when it is about something else. */
export function changeFunctions(state: DatabaseState, change: SqlChange, file: string): boolean {
  switch (change.kind) {
    case 'drop-function':
      state.functions.delete(nameOf(change.name));
      return true;
    case 'create-function':
      create(state, change, file);
      return true;
    case 'alter-function':
      alter(state, change);
      return true;
    case 'dynamic-functions':
      for (const fn of state.functions.values()) if (change.names?.includes(fn.name) ?? true) fn.doubt = dynamic;
      return true;
    default:
      return false;
  }
}

function create(state: DatabaseState, change: Extract<SqlChange, { kind: 'create-function' }>, file: string): void {
  const id = nameOf(change.name);
  const { definer, trigger, searchPath, body } = change;
  const schema = change.name.schema ?? 'public';
  // Who may call it stays as it was when a function is replaced.
  const before = state.functions.get(id);
  const doubt = before?.doubt ?? (state.takesRights ? 'a trigger may take it away from clients when it is created' : undefined);
  const fn: FunctionState = {
    file,
    span: change.name.span,
    schema,
    name: change.name.name,
    definer,
    trigger,
    callers: before?.callers ?? new Set(['public']),
    refused: before?.refused ?? new Set(),
    ...(searchPath !== undefined ? { searchPath } : {}),
    ...(body ? { body } : {}),
    ...(doubt !== undefined ? { doubt } : {}),
  };
  if (!before)
    for (const of of [undefined, schema])
      for (const [role, grants] of state.functionDefaults.get(of) ?? []) changeCallers(fn, [role], grants);
  state.functions.set(id, fn);
  if (change.switchesOnRls) state.automatic = true;
  if (change.takesRights) state.takesRights = true;
}

function alter(state: DatabaseState, change: Extract<SqlChange, { kind: 'alter-function' }>): void {
  const { definer, searchPath, to, schema } = change;
  const id = nameOf(change.name);
  const fn = state.functions.get(id);
  if (!fn) return;
  if (definer !== undefined) fn.definer = definer;
  if (searchPath !== undefined) fn.searchPath = searchPath;
  if (to === undefined && schema === undefined) return;
  state.functions.delete(id);
  if (to !== undefined) fn.name = to;
  if (schema !== undefined) fn.schema = schema;
  state.functions.set(`${fn.schema}.${fn.name}`, fn);
}

/** Gives a function to roles or takes it from them. */
export function changeCallers(fn: FunctionState, roles: readonly string[], grants: boolean): void {
  for (const role of roles) {
    fn.callers[grants ? 'add' : 'delete'](role);
    if (isClient(role)) fn.refused[grants ? 'delete' : 'add'](role);
  }
}

/** `alter default privileges … on functions`: it holds for functions that are created later. */
export function presetCallers(state: DatabaseState, schema: string | undefined, roles: readonly string[], grants: boolean): void {
  const known = state.functionDefaults.get(schema) ?? new Map<string, boolean>();
  // Rights of a schema are added to those of all. What everybody has is given for all, what clients have is given in a schema, and each has to be taken away there.
  for (const role of roles) if (grants || (role === 'public') === (schema === undefined)) known.set(role, grants);
  state.functionDefaults.set(schema, known);
}

function isClient(role: string): role is ClientRole {
  return role === 'anon' || role === 'authenticated';
}
