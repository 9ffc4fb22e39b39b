import type { ColumnFact, KeyFact, PolicyCommand, PredicateFact } from '../../model/database';
import type { Span } from '../../model/finding';
import type { SqlName } from '../../syntax/sql/cursor';
import type { ReadBody } from './readBody';

/** A column or key before it is known in which file it stands. */
export type ReadColumn = Omit<ColumnFact, 'file'>;
export type ReadKey = Omit<KeyFact, 'file'>;
export type ReadPredicate = Omit<PredicateFact, 'file'>;

/** What one statement changes. Names without a schema mean `public`. */
export type SqlChange = { span: Span } & (
  | { kind: 'create-table'; table: SqlName; columns: ReadColumn[]; keys: ReadKey[]; ifNotExists: boolean; partitionOf?: SqlName }
  | { kind: 'drop-table'; table: SqlName }
  | { kind: 'drop-schema'; schema: string }
  | { kind: 'rename-table'; table: SqlName; to: string }
  | { kind: 'move-table'; table: SqlName; schema: string }
  | { kind: 'rls'; table: SqlName; on: boolean }
  | { kind: 'add-column'; table: SqlName; column: ReadColumn; keys: ReadKey[] }
  | { kind: 'drop-column'; table: SqlName; column: string }
  | { kind: 'rename-column'; table: SqlName; column: string; to: string }
  | { kind: 'column-type'; table: SqlName; column: string; type: string }
  | { kind: 'column-null'; table: SqlName; column: string; notNull: boolean }
  | { kind: 'add-key'; table: SqlName; key: ReadKey }
  | { kind: 'drop-key'; table: SqlName; name: string }
  | { kind: 'drop-index'; name: string }
  | {
      kind: 'create-policy';
      table: SqlName;
      name: string;
      nameSpan: Span;
      command: PolicyCommand;
      permissive: boolean;
      roles: string[];
      isPlatform: boolean;
      using?: ReadPredicate;
      check?: ReadPredicate;
    }
  | {
      kind: 'alter-policy';
      table: SqlName;
      name: string;
      nameSpan: Span;
      to?: string;
      roles?: string[];
      isPlatform: boolean;
      using?: ReadPredicate;
      check?: ReadPredicate;
    }
  | { kind: 'drop-policy'; table: SqlName; name: string }
  | {
      kind: 'create-function';
      name: SqlName;
      definer: boolean;
      searchPath?: string;
      trigger: boolean;
      /** Of a trigger that runs after statements that create things. */
      switchesOnRls: boolean;
      takesRights: boolean;
      /** Read where it matters; absent when it is written in a language that is not read. */
      body?: ReadBody;
    }
  | { kind: 'alter-function'; name: SqlName; definer?: boolean; searchPath?: string; to?: string; schema?: string }
  | { kind: 'drop-function'; name: SqlName }
  | { kind: 'grant'; grants: boolean; objects: GrantObjects; roles: string[]; rights: string[] }
  | { kind: 'default-rights'; grants: boolean; /** Absent where it holds for all. */ schema?: string; on: string; roles: string[] }
  /** Text that is put together while it runs switches row level security on or drops policies; of which table, where it names one. */
  | { kind: 'dynamic'; does: 'enables' | 'drops'; on?: string }
  /** Such text takes rights on functions away, drops them or changes whose rights they run with; those it names, or all. */
  | { kind: 'dynamic-functions'; names?: string[] }
  /** A statement about a table that could not be read to its end. */
  | { kind: 'unread'; table: SqlName }
);

/** What rights are given on. */
export type GrantObjects = { on: 'tables' | 'functions'; names: SqlName[] } | { on: 'tables' | 'functions'; schema: string };
