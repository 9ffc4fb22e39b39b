import type { FactBase, Presence } from './facts';
import type { Span } from './finding';

/** A place in a file of SQL. */
export interface SqlPlace {
  file: string;
  span: Span;
}

/** A column as it stands after all migrations. */
export interface ColumnFact extends SqlPlace {
  name: string;
  /** As written, in lower case: `numeric(12, 2)`. */
  type: string;
  notNull: boolean;
  /** `schema.table` that it refers to. */
  references?: string;
}

/** A key, unique or check constraint, or an index. */
export interface KeyFact extends SqlPlace {
  name?: string;
  type: 'primary' | 'unique' | 'foreign' | 'check' | 'index';
  columns: string[];
  /** `schema.table` of a foreign key. */
  references?: string;
}

/** What a condition lets through, widest first. `service` and `never` let no client through. */
export type PredicateWidth = 'everything' | 'signed-in' | 'some' | 'service' | 'nothing';

/** The condition of a policy; its span is that of the expression, without the brackets around it. */
export interface PredicateFact extends SqlPlace {
  /** As written, white space made single. */
  text: string;
  width: PredicateWidth;
  /** It trusts what people can write about themselves. */
  readsUserMetadata: boolean;
}

export type PolicyCommand = 'all' | 'select' | 'insert' | 'update' | 'delete';

/** Roles that clients of the platform's interface act as. */
export type ClientRole = 'anon' | 'authenticated';

/** Where a fix can write: in the migration that nobody has built upon, or in one that comes after all others. */
export interface MigrationPlace {
  /** Path of a migration that would run last, around its own name: `supabase/migrations/20250101000001_` and `.sql`. */
  next?: { before: string; after: string };
  /** The file at hand is the last of its kind, or the only one. */
  isLast: boolean;
}

/** Can clients of the platform's interface reach a table at all? */
export interface Exposure {
  presence: Presence;
  /** Why, in plain words. */
  reason: string;
  /** Roles that hold rights on it. */
  roles: ClientRole[];
  /** Some of them may write, as far as rights go. */
  writable: boolean;
}

/** A table as it stands after all migrations, at the statement that created it. */
export interface TableFact extends FactBase {
  kind: 'table';
  schema: string;
  name: string;
  /** As it can be written in SQL: `public."Order"`. */
  written: string;
  columns: ColumnFact[];
  keys: KeyFact[];
  /** Row level security. */
  rls: Presence;
  /** Why it is unknown. */
  rlsReason?: string;
  /** The statement that switched it off again. */
  disabledAt?: SqlPlace;
  policies: { name: string; command: PolicyCommand; place: SqlPlace }[];
  exposure: Exposure;
  /** The statement with its semicolon. */
  statement: Span;
  /** Column that names the person whose row it is, and whether it refers to the accounts of the platform. */
  owner?: { column: string; isAccount: boolean };
  /** Columns with data about people or secrets. */
  sensitive: string[];
  migration: MigrationPlace;
}

/** A policy as it stands after all migrations. */
export interface PolicyFact extends FactBase {
  kind: 'policy';
  name: string;
  /** As it can be written in SQL. */
  writtenName: string;
  table: { schema: string; name: string; written: string };
  command: PolicyCommand;
  permissive: boolean;
  /** `public` stands for everybody. */
  roles: string[];
  using?: PredicateFact;
  check?: PredicateFact;
  /** Why it may not be there any more. */
  doubt?: string;
  /** Is row level security on for its table? */
  rls: Presence;
  /** A restrictive policy narrows what this one allows. */
  restricted: boolean;
  owner?: TableFact['owner'];
  sensitive: string[];
  exposure: Exposure;
  /** The statement with its semicolon. */
  statement: Span;
  migration: MigrationPlace;
}

/** A function of the database as it stands after all migrations. */
export interface DatabaseFunction extends FactBase {
  kind: 'databaseFunction';
  schema: string;
  name: string;
  /** Runs with the rights of its owner. */
  definer: boolean;
  /** Its search path as set; absent when callers decide. */
  searchPath?: string;
  trigger: boolean;
  /** Roles that may call it. */
  callers: string[];
  /** As it can be written in SQL: `public."setRole"`. */
  written: string;
  /** Whether clients of the platform's interface may call it, and as whom. */
  exposure: Exposure;
  /** What its body does; absent when it is written in a language that is not read. */
  body?: FunctionBody;
  /** Callers hand nothing over. */
  takesNothing: boolean;
}

/** A table that a function writes to, and the columns it names. */
export interface FunctionWrite {
  verb: 'insert' | 'update' | 'delete' | 'truncate';
  /** `schema.table` */
  table: string;
  columns: string[];
}

/** What the body of a function does. */
export interface FunctionBody {
  writes: FunctionWrite[];
  /** Does it, or a function it calls, look at who calls, or compare a secret that was handed over? */
  asks: Presence;
  /** Why it is unknown. */
  asksReason?: string;
  /** It runs text that it puts together, so that it may write more. */
  dynamic: boolean;
  /** It runs a text that callers hand over, whatever it says. */
  runsText: boolean;
}
