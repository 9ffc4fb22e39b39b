import type { ColumnFact, DatabaseFunction, MigrationPlace, PolicyFact, TableFact } from '../../model/database';
import { groupedBy } from '../../model/grouping';
import { dayOf, nextMigration, type SqlDatabase } from './databases';
import { functionFact } from './describeFunctions';
import { exposureOf, type ClientUse, type InterfaceSettings, type Rights } from './exposure';
import { written } from './written';
import type { DatabaseState, Granted, PolicyState, TableState } from './state';

/** What is known around a database when its facts are made. */
export interface Surroundings {
  database: SqlDatabase;
  settings: InterfaceSettings;
  use: ClientUse;
  /** Other scripts of the project may be what the database is really made with. */
  isOneOfSeveral: boolean;
}

/** The same, with what is worked out once for all facts. */
interface Around extends Surroundings {
  next: MigrationPlace['next'];
  started: string | undefined;
}

/** From these days on, new tables are given to clients only where somebody says so: in new projects, in all projects. */
const since = { newProjects: '20260530', allProjects: '20261030' };

/** Facts of a database, each in the file that it stands in. */
export function describe(state: DatabaseState, surroundings: Surroundings): (TableFact | PolicyFact | DatabaseFunction)[] {
  const [first] = surroundings.database.files;
  const around: Around = {
    ...surroundings,
    next: nextMigration(surroundings.database),
    started: first === undefined ? undefined : dayOf(first),
  };
  const policiesOf = groupedBy(state.policies.values(), ({ schema, table }) => `${schema}.${table}`);
  const tables = new Map(
    [...state.tables].map(([key, table]) => [key, tableFact(table, policiesOf.get(key) ?? [], state, around)] as const),
  );
  return [
    ...tables.values(),
    ...[...state.policies.values()].map((policy) =>
      policyFact(policy, tables, policiesOf.get(`${policy.schema}.${policy.table}`) ?? [], state, around),
    ),
    ...[...state.functions.values()].map((fn) =>
      functionFact(fn, state, (granted) =>
        seenFrom(around, exposureOf(fn.schema, isPlatform(state, around), around.settings, around.use, granted)),
      ),
    ),
  ];
}

function tableFact(table: TableState, policies: readonly PolicyState[], state: DatabaseState, around: Around): TableFact {
  const { file, span, schema, name, columns, keys, rls, rlsReason, disabledAt, statement } = table;
  const owner = ownerOf(table, state);
  return {
    kind: 'table',
    file,
    span,
    scope: `${schema}.${name}`,
    inRequestPath: 'unknown',
    schema,
    name,
    written: written(schema, name),
    columns,
    keys,
    rls,
    statement,
    ...(rlsReason !== undefined ? { rlsReason } : {}),
    ...(disabledAt ? { disabledAt } : {}),
    policies: policies.map((policy) => ({ name: policy.name, command: policy.command, place: { file: policy.file, span: policy.span } })),
    exposure: seenFrom(around, exposureOf(schema, isPlatform(state, around), around.settings, around.use, rightsOf(table, around))),
    ...(owner ? { owner } : {}),
    sensitive: columns.filter(isSensitive).map((column) => column.name),
    migration: migrationOf(file, around),
  };
}

function policyFact(
  policy: PolicyState,
  tables: ReadonlyMap<string, TableFact>,
  beside: readonly PolicyState[],
  state: DatabaseState,
  around: Around,
): PolicyFact {
  const { file, span, name, schema, command, permissive, roles, using, check, statement } = policy;
  const table = tables.get(`${schema}.${policy.table}`);
  const isStorage = schema === 'storage';
  return {
    kind: 'policy',
    file,
    span,
    scope: `${schema}.${policy.table}`,
    inRequestPath: 'unknown',
    name,
    writtenName: /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`,
    table: { schema, name: policy.table, written: written(schema, policy.table) },
    command,
    permissive,
    roles,
    statement,
    ...(using ? { using } : {}),
    ...(check ? { check } : {}),
    ...(policy.doubt !== undefined ? { doubt: policy.doubt } : {}),
    // The platform switches it on for its own tables.
    rls: table?.rls ?? (isStorage ? 'present' : 'unknown'),
    restricted: beside.some((other) => !other.permissive && (other.command === 'all' || command === 'all' || other.command === command)),
    ...(table?.owner ? { owner: table.owner } : {}),
    sensitive: table?.sensitive ?? [],
    exposure:
      table?.exposure ??
      (isStorage && isPlatform(state, around)
        ? { presence: 'present', reason: 'files are served to clients', roles: ['anon', 'authenticated'], writable: true }
        : { presence: 'unknown', reason: 'its table is not created in any migration that was read', roles: [], writable: true }),
    migration: migrationOf(file, around),
  };
}

function isPlatform(state: DatabaseState, { database, use }: Surroundings): boolean {
  return database.kind === 'supabase' || (state.isPlatform && use.imports);
}

/** Several sets of scripts that are not the platform's own tell different stories of one database. */
function seenFrom({ database, isOneOfSeveral }: Surroundings, exposure: TableFact['exposure']): TableFact['exposure'] {
  const isDoubtful = exposure.presence === 'present' && database.kind !== 'supabase' && isOneOfSeveral;
  return isDoubtful
    ? {
        ...exposure,
        presence: 'unknown',
        reason: 'the project has several sets of migrations, and which of them the database is made with cannot be seen',
      }
    : exposure;
}

function migrationOf(file: string, { database, next }: Around): MigrationPlace {
  return { ...(next ? { next } : {}), isLast: database.kind === 'schema' || database.files.at(-1) === file };
}

function rightsOf(table: TableState, { started, settings }: Around): Record<'anon' | 'authenticated', Rights> {
  const byDefault = (): Rights => {
    if (settings.exposesNewTables !== undefined) return settings.exposesNewTables ? 'yes' : 'no';
    const created = dayOf(table.file);
    return (started !== undefined && started >= since.newProjects) || (created !== undefined && created >= since.allProjects)
      ? 'unknown'
      : 'yes';
  };
  const of = (granted: Granted): Rights => {
    if (granted === 'yes' || granted === 'read' || granted === 'no') return granted;
    const preset = byDefault();
    return granted === 'default-read' && preset !== 'yes' ? 'read' : preset;
  };
  return { anon: of(table.granted.anon), authenticated: of(table.granted.authenticated) };
}

const person =
  /^(?:user|owner|author|creator|created_by|profile|account|customer|member|student|teacher|patient|doctor|seller|buyer|vendor|host|guest|sender|recipient|uploaded_by|uploader|reviewer|assignee|requester|requested_by|submitted_by|employee|driver|client)(?:_?id|_?uuid)?$/i;
const group =
  /^(?:organi[sz]ation|org|tenant|team|workspace|company|business|clinic|school|store|shop|family|household|project|group|agency|department)_?(?:id|uuid)$/i;

/** Who once did something with the row, which says nothing of whose it is. */
const passer =
  /^(?:last_)?(?:deleted|archived|updated|modified|edited|reviewed|processed|approved|rejected|verified|resolved|closed|cancell?ed|locked|published|completed|assigned|dismissed|handled|confirmed|revoked|banned)_by(?:_?id|_?uuid)?$/i;

/** The column that says whose row it is: one that refers to an account, else by its name. */
function ownerOf(table: TableState, state: DatabaseState): TableFact['owner'] {
  const account = table.columns.find((column) => refersToAccount(column, state) && !passer.test(column.name));
  if (account) return { column: account.name, isAccount: true };
  const named =
    table.columns.find(({ name }) => person.test(name) && name !== 'client') ?? table.columns.find(({ name }) => group.test(name));
  return named && { column: named.name, isAccount: false };
}

/** Profiles have the id of the account as their own. */
function refersToAccount(column: ColumnFact, state: DatabaseState): boolean {
  if (column.references === 'auth.users') return true;
  const target = column.references === undefined ? undefined : state.tables.get(column.references);
  return (
    target !== undefined &&
    person.test(column.name) &&
    target.columns.some(({ name, references }) => name === 'id' && references === 'auth.users')
  );
}

const aboutPeople =
  /^(?:.*_)?(?:e?mail|email_address|phone|phone_number|mobile|mobile_number|whatsapp|password|password_hash|passwd|otp|pin_code|token|access_token|refresh_token|secret|api_key|apikey|private_key|ssn|social_security_number|tax_id|passport|passport_number|national_id|date_of_birth|birth_?date|dob|home_address|street_address|address_line_?1|iban|account_number|card_number|cvv|ip_address|stripe_customer_id|salary|income|diagnosis|medical_history|medications)$/i;

function isSensitive({ name, type }: ColumnFact): boolean {
  return aboutPeople.test(name) && !/^bool/.test(type);
}
