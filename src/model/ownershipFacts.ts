import type { FactBase } from './functionFacts';
import type { Span } from './finding';

/** What a call does with rows of a table. */
export type RowDeed = 'reads' | 'changes' | 'deletes' | 'adds';

/** How a piece of code says whose rows it means. */
export interface OwnerUse {
  column: string;
  /** In the condition of the access, by a comparison with a row that was loaded, or as what is stored in the column. */
  how: 'condition' | 'comparison' | 'value';
  /** Whoever is calling, as far as one can see, or somebody whom the request names. */
  of: 'caller' | 'sent';
}

/** An access to rows of a table that is about one of them, or about somebody's. */
export interface RowAccess extends FactBase {
  kind: 'rowAccess';
  /** One name for all ways in which code and schemas write that of the table. */
  table: string;
  /** As written. */
  target: string;
  /** The call, as written. */
  label: string;
  does: RowDeed;
  owners: OwnerUse[];
  /** An id says which row it is, too. */
  byId?: true;
  /** What of the request says which row, as written, where nothing else does. */
  picked?: string;
  /** Of such a row: why somebody may have looked whose it is, in plain words. */
  doubt?: string;
  /** Of a column that says whose row it is: what of the request is stored there or asked for, and the place. */
  claims?: { column: string; label: string; how: 'condition' | 'value'; span: Span; doubt?: string };
}

/** A table whose schema has columns that say whose a row is. */
export interface OwnedTable extends FactBase {
  kind: 'ownedTable';
  /** As in {@link RowAccess}. */
  table: string;
  /** All columns and relations, by name. */
  columns: string[];
}

/** A parameter of a function, or a member of it, that says which rows of a table are meant. */
export interface RowParameter {
  param: number;
  members?: readonly string[];
  table: string;
  target: string;
  label: string;
}

/** A row that a function changes or takes away, with a parameter as all that says which. */
export interface RowReach extends RowParameter {
  does: 'changes' | 'deletes';
}

/** A function asks for rows of whomever a parameter names, or compares the one that it has loaded with them. */
export interface RowHeed extends RowParameter {
  does: RowDeed;
  column: string;
  how: OwnerUse['how'];
  byId?: true;
}

/** What the code of a project says of whose the rows of a table are. */
export interface TableOwners {
  /** Columns that the schemas declare; undefined where no schema of the table was read. */
  columns?: readonly string[];
  /** Accesses that say whose rows they mean. */
  uses: readonly (OwnerUse & Pick<RowAccess, 'file' | 'fn' | 'span' | 'label' | 'does'> & { byId: boolean })[];
}
