import type { ClientRole, ColumnFact, KeyFact, PolicyCommand, PredicateFact, SqlPlace } from '../../model/database';
import type { Presence } from '../../model/facts';
import type { Span } from '../../model/finding';
import type { ReadBody } from './readBody';

/** Does a role hold rights? `default` is what the platform gives to new tables, `read` that at least reading was given. */
export type Granted = 'yes' | 'read' | 'no' | 'default' | 'default-read';

export interface TableState extends SqlPlace {
  schema: string;
  name: string;
  columns: ColumnFact[];
  keys: KeyFact[];
  rls: Presence;
  rlsReason?: string;
  disabledAt?: SqlPlace;
  granted: Record<ClientRole, Granted>;
  statement: Span;
}

export interface PolicyState extends SqlPlace {
  name: string;
  schema: string;
  table: string;
  command: PolicyCommand;
  permissive: boolean;
  roles: string[];
  using?: PredicateFact;
  check?: PredicateFact;
  statement: Span;
  /** Why it may be gone. */
  doubt?: string;
}

export interface FunctionState extends SqlPlace {
  schema: string;
  name: string;
  definer: boolean;
  searchPath?: string;
  trigger: boolean;
  /** Roles that may call it because everybody may, or because a statement says so. */
  callers: Set<string>;
  /** Clients that it was taken away from by name; the platform gives it to them by name as well. */
  refused: Set<ClientRole>;
  body?: ReadBody;
  /** Why rights and definition may be others. */
  doubt?: string;
}

/** A database while its migrations are replayed. */
export interface DatabaseState {
  tables: Map<string, TableState>;
  policies: Map<string, PolicyState>;
  functions: Map<string, FunctionState>;
  /** Rights on tables that are yet to come. */
  defaults: Map<string, Partial<Record<ClientRole, Granted>>>;
  /** Who calls functions that are yet to come, per schema: what is said of `public` and of clients. */
  functionDefaults: Map<string | undefined, Map<string, boolean>>;
  /** A trigger may take rights away from each new function. */
  takesRights: boolean;
  /** Something switches row level security on for tables as they are created. */
  automatic: boolean;
  /** It speaks of what only the platform has: its accounts, its roles. */
  isPlatform: boolean;
}
