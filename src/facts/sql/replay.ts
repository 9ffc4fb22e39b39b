import type { ClientRole } from '../../model/database';
import type { SqlName } from '../../syntax/sql/cursor';
import type { SqlChange } from './changes';
import { changeCallers, changeFunctions, presetCallers } from './replayFunctions';
import { isPlatformRole } from './readPolicies';
import { nameOf } from './readTables';
import type { PlacedChange } from './readStatement';
import type { DatabaseState, Granted, PolicyState, TableState } from './state';

const clientRoles: readonly ClientRole[] = ['anon', 'authenticated'];

/** What a script changes, with the file it stands in. */
export interface SqlScript {
  file: string;
  changes: readonly PlacedChange[];
}

/** Runs scripts one after the other on a database that is empty at first. Never throws: what makes no sense is left out. */
export function replay(scripts: Iterable<SqlScript>): DatabaseState {
  const state: DatabaseState = {
    tables: new Map(),
    policies: new Map(),
    functions: new Map(),
    defaults: new Map(),
    functionDefaults: new Map(),
    takesRights: false,
    automatic: false,
    isPlatform: false,
  };
  for (const { file, changes } of scripts) for (const change of changes) apply(state, change, file);
  return state;
}

function apply(state: DatabaseState, change: PlacedChange, file: string): void {
  if (changeTable(state, change, file) || changeColumns(state, change, file) || changePolicies(state, change, file)) return;
  if (changeFunctions(state, change, file)) return;
  changeRights(state, change);
}

function changeTable(state: DatabaseState, change: PlacedChange, file: string): boolean {
  const { tables } = state;
  switch (change.kind) {
    case 'create-table':
      // One that is there already stays as it is, whether the statement expects it or fails.
      if (!tables.has(nameOf(change.table))) tables.set(nameOf(change.table), newTable(state, change, file));
      else if (!change.ifNotExists)
        doubtPolicies(state, nameOf(change.table), `${file} creates its table again, which only works where it was gone`);
      return true;
    case 'drop-table':
      drop(state, nameOf(change.table));
      return true;
    case 'drop-schema':
      for (const [key, { schema }] of [...tables]) if (schema === change.schema) drop(state, key);
      for (const [key, { schema }] of [...state.functions]) if (schema === change.schema) state.functions.delete(key);
      return true;
    case 'rename-table':
      move(state, nameOf(change.table), (table) => (table.name = change.to));
      return true;
    case 'move-table':
      move(state, nameOf(change.table), (table) => (table.schema = change.schema));
      return true;
    case 'rls': {
      const table = tables.get(nameOf(change.table));
      if (!table) return true;
      table.rls = change.on ? 'present' : 'absent';
      delete table.rlsReason;
      if (change.on) delete table.disabledAt;
      else table.disabledAt = { file, span: change.statement };
      return true;
    }
    case 'unread':
      doubt(tables.get(nameOf(change.table)), 'a statement about the table could not be read');
      return true;
    case 'dynamic':
      if (change.does === 'enables')
        for (const table of tables.values()) doubt(table, 'it may be switched on by statements that are put together as they run');
      else doubtPolicies(state, change.on, 'it may be dropped by statements that are put together as they run');
      return true;
    default:
      return false;
  }
}

/** Leaves open whether tables have row level security that a migration which was put aside switches on. */
export function heedAside(state: DatabaseState, changes: readonly PlacedChange[], file: string): void {
  for (const change of changes) {
    const table = change.kind === 'rls' && change.on ? state.tables.get(nameOf(change.table)) : undefined;
    if (table && !table.disabledAt) doubt(table, `${file} switches it on, and whether that has run cannot be seen`);
  }
}

function doubt(table: TableState | undefined, reason: string): void {
  if (!table || table.rls === 'present') return;
  table.rls = 'unknown';
  table.rlsReason = reason;
}

/** Leaves open whether policies are still there: those of a table, or all. */
function doubtPolicies(state: DatabaseState, table: string | undefined, reason: string): void {
  for (const policy of state.policies.values())
    if (table === undefined || table === `${policy.schema}.${policy.table}`) policy.doubt = reason;
}

function newTable(state: DatabaseState, change: Extract<PlacedChange, { kind: 'create-table' }>, file: string): TableState {
  const schema = change.table.schema ?? 'public';
  const preset = state.defaults.get(schema) ?? {};
  const keys = change.keys.map((key) => ({ ...key, file }));
  if (keys.some(({ references }) => references === 'auth.users')) state.isPlatform = true;
  const table: TableState = {
    file,
    span: change.table.span,
    schema,
    name: change.table.name,
    columns: change.columns.map((column) => ({ ...column, file })),
    keys,
    rls: 'absent',
    granted: { anon: preset.anon ?? 'default', authenticated: preset.authenticated ?? 'default' },
    statement: change.statement,
  };
  if (state.automatic) doubt(table, 'a trigger may switch it on for each new table');
  if (change.partitionOf) doubt(table, 'it is a part of another table');
  return table;
}

function drop(state: DatabaseState, key: string): void {
  state.tables.delete(key);
  for (const [id, policy] of [...state.policies]) if (`${policy.schema}.${policy.table}` === key) state.policies.delete(id);
}

function move(state: DatabaseState, key: string, change: (table: TableState) => void): void {
  const table = state.tables.get(key);
  if (!table) return;
  change(table);
  state.tables.delete(key);
  state.tables.set(`${table.schema}.${table.name}`, table);
  for (const [id, policy] of [...state.policies]) {
    if (`${policy.schema}.${policy.table}` !== key) continue;
    state.policies.delete(id);
    Object.assign(policy, { schema: table.schema, table: table.name });
    state.policies.set(policyId(`${table.schema}.${table.name}`, policy.name), policy);
  }
  for (const other of state.tables.values()) {
    for (const item of [...other.columns, ...other.keys]) if (item.references === key) item.references = `${table.schema}.${table.name}`;
  }
}

function changeColumns(state: DatabaseState, change: PlacedChange, file: string): boolean {
  if (change.kind === 'drop-index') {
    for (const table of state.tables.values()) table.keys = table.keys.filter((key) => key.name !== change.name);
    return true;
  }
  const kinds = ['add-column', 'drop-column', 'rename-column', 'column-type', 'column-null', 'add-key', 'drop-key'];
  if (!kinds.includes(change.kind) || !('table' in change)) return false;
  const table = state.tables.get(nameOf(change.table));
  if (!table) return true;
  const column =
    'column' in change && typeof change.column === 'string' ? table.columns.find(({ name }) => name === change.column) : undefined;
  if (change.kind === 'add-column' && !table.columns.some(({ name }) => name === change.column.name)) {
    table.columns.push({ ...change.column, file });
    table.keys.push(...change.keys.map((key) => ({ ...key, file })));
  } else if (change.kind === 'add-key') {
    table.keys.push({ ...change.key, file });
    const single =
      change.key.type === 'foreign' && change.key.columns.length === 1
        ? table.columns.find(({ name }) => name === change.key.columns[0])
        : undefined;
    if (single && change.key.references !== undefined) single.references = change.key.references;
  } else if (change.kind === 'drop-key') {
    table.keys = table.keys.filter(({ name }) => name !== change.name);
  } else if (change.kind === 'drop-column') {
    table.columns = table.columns.filter(({ name }) => name !== change.column);
    table.keys = table.keys.filter(({ columns }) => !columns.includes(change.column));
  } else if (change.kind === 'rename-column' && column) {
    for (const key of table.keys) key.columns = key.columns.map((name) => (name === column.name ? change.to : name));
    column.name = change.to;
  } else if (change.kind === 'column-type' && column) {
    column.type = change.type;
  } else if (change.kind === 'column-null' && column) {
    column.notNull = change.notNull;
  }
  if (table.columns.some(({ references }) => references === 'auth.users')) state.isPlatform = true;
  return true;
}

function policyId(table: string, name: string): string {
  return `${table} ${name}`;
}

function changePolicies(state: DatabaseState, change: PlacedChange, file: string): boolean {
  if (change.kind !== 'create-policy' && change.kind !== 'alter-policy' && change.kind !== 'drop-policy') return false;
  const id = policyId(nameOf(change.table), change.name);
  if (change.kind === 'drop-policy') {
    state.policies.delete(id);
    return true;
  }
  const using = change.using && { ...change.using, file };
  const check = change.check && { ...change.check, file };
  if (change.isPlatform) state.isPlatform = true;
  const place = { file, span: change.nameSpan, statement: change.statement };
  if (change.kind === 'create-policy') {
    const policy: PolicyState = {
      ...place,
      name: change.name,
      schema: change.table.schema ?? 'public',
      table: change.table.name,
      command: change.command,
      permissive: change.permissive,
      roles: change.roles,
      ...(using ? { using } : {}),
      ...(check ? { check } : {}),
    };
    state.policies.set(id, policy);
    return true;
  }
  const policy = state.policies.get(id);
  if (!policy) return true;
  Object.assign(policy, place, change.roles ? { roles: change.roles } : {}, using ? { using } : {}, check ? { check } : {});
  if (change.to !== undefined) {
    state.policies.delete(id);
    policy.name = change.to;
    state.policies.set(policyId(nameOf(change.table), change.to), policy);
  }
  return true;
}

const writeRights = ['insert', 'update', 'delete'];

function changeRights(state: DatabaseState, change: SqlChange): void {
  if (change.kind !== 'grant' && change.kind !== 'default-rights') return;
  if (change.roles.some(isPlatformRole)) state.isPlatform = true;
  const roles = clientRoles.filter((role) => change.roles.includes(role));
  const granted: Granted = change.grants ? 'yes' : 'no';
  if (change.kind === 'default-rights') {
    if (change.on === 'tables')
      state.defaults.set(change.schema ?? 'public', {
        ...state.defaults.get(change.schema ?? 'public'),
        ...Object.fromEntries(roles.map((role) => [role, granted])),
      });
    if (change.on === 'functions' || change.on === 'routines') presetCallers(state, change.schema, change.roles, change.grants);
    return;
  }
  const { objects } = change;
  const within = (schema: string, name: string): boolean =>
    'schema' in objects ? objects.schema === schema : objects.names.some((item: SqlName) => nameOf(item) === `${schema}.${name}`);
  if (objects.on === 'functions') {
    for (const fn of state.functions.values()) if (within(fn.schema, fn.name)) changeCallers(fn, change.roles, change.grants);
    return;
  }
  for (const table of state.tables.values()) {
    if (within(table.schema, table.name))
      for (const role of roles) table.granted[role] = afterRights(table.granted[role], change.grants, change.rights);
  }
}

function afterRights(before: Granted, grants: boolean, rights: readonly string[]): Granted {
  const named = (right: string): boolean => rights.includes('all') || rights.includes(right);
  const writes = writeRights.filter(named).length;
  if (grants) {
    if (writes > 0) return 'yes';
    return !named('select') || before === 'yes' ? before : before === 'default' || before === 'default-read' ? 'default-read' : 'read';
  }
  if (writes < writeRights.length) return before;
  return named('select') || before === 'no' ? 'no' : 'read';
}
