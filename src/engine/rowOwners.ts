import { FactsByKind, type FactsOf } from '../facts/factsByKind';
import type { TextModels } from '../facts/textModel';
import type { Fact, FileFacts, RowAccess, TableOwners } from '../model/facts';
import { tableKey } from '../model/ownerNames';

const kinds = ['rowAccess', 'ownedTable'] as const;
type Kept = FactsOf<(typeof kinds)[number]>;

/** What is said of a table, by all files. */
interface Table {
  accesses: RowAccess[];
  columns: (readonly string[])[];
  /** By package, what is said of whose its rows are. */
  uses: Map<string, readonly Use[]>;
}

type Use = TableOwners['uses'][number];

/** Files that describe tables without being parsed as TypeScript. */
type Schemas = Pick<TextModels, 'files' | 'facts' | 'revision'>;

/** What the files of a project say of whose the rows of its tables are: schemas by their columns, code by what it asks for and compares. */
export class RowOwners {
  private readonly files = new Map<string, { kept: Kept; said: ReadonlyMap<string, string> }>();
  private readonly sorted = new FactsByKind(kinds);
  /** Rises for a table when something else is said of it. */
  private readonly versions = new Map<string, number>();
  private byTable: Map<string, Table> | undefined;
  private readonly described = new WeakMap<FileFacts, ReadonlyMap<string, readonly string[]>>();
  private fromSchemas = new Map<string, readonly (readonly string[])[]>();
  private read = -1;

  constructor(
    private readonly schemas: Schemas,
    private readonly packageDir: (file: string) => string,
  ) {}

  /** A file has other facts, in `parts` by statement where that is known. Gives whether that changes what it says; positions do not. */
  update(file: string, facts: FileFacts | undefined, parts: readonly (readonly Fact[])[] = facts ? [facts.facts] : []): boolean {
    const before = this.files.get(file)?.said ?? nothing;
    const kept = this.sorted.in(parts);
    const now = said(kept);
    if (now.size > 0) this.files.set(file, { kept, said: now });
    else this.files.delete(file);
    if (now.size + before.size > 0) this.byTable = undefined;
    const changed = [...new Set([...before.keys(), ...now.keys()])].filter((table) => before.get(table) !== now.get(table));
    for (const table of changed) this.versions.set(table, (this.versions.get(table) ?? 0) + 1);
    return changed.length > 0;
  }

  /** Something that is another one when other things are said of a table than before; where they stand does not matter. */
  versionOf(table: string): string {
    return `${this.versions.get(table) ?? 0} ${this.schemas.revision}`;
  }

  /** What is said of the table of an access, by all but itself. Packages that have the table, too, say it of theirs. */
  of(access: RowAccess): TableOwners {
    const columns = this.columnsOf(access.table);
    const all = this.usesOf(access.table, this.packageDir(access.file));
    const isItself = ({ file, span, fn }: Use): boolean => file === access.file && fn === access.fn && span.start === access.span.start;
    return { ...(columns ? { columns } : {}), uses: access.owners.length > 0 ? all.filter((use) => !isItself(use)) : all };
  }

  private usesOf(table: string, dir: string): readonly Use[] {
    const known = this.table(table);
    let uses = known?.uses.get(dir);
    if (!known || uses) return uses ?? [];
    const own = known.accesses.filter(({ file }) => this.packageDir(file) === dir);
    uses = (own.some(({ owners }) => owners.length > 0) ? own : known.accesses).flatMap(({ owners, file, span, label, does, byId, fn }) =>
      owners.map((use) => ({ ...use, file, span, label, does, byId: byId === true, ...(fn === undefined ? {} : { fn }) })),
    );
    known.uses.set(dir, uses);
    return uses;
  }

  private table(name: string): Table | undefined {
    if (!this.byTable) {
      this.byTable = new Map();
      for (const { kept } of this.files.values()) {
        for (const access of kept.rowAccess) this.make(access.table).accesses.push(access);
        for (const { table, columns } of kept.ownedTable) this.make(table).columns.push(columns);
      }
    }
    return this.byTable.get(name);
  }

  private make(name: string): Table {
    let table = this.byTable!.get(name);
    if (!table) this.byTable!.set(name, (table = { accesses: [], columns: [], uses: new Map() }));
    return table;
  }

  private columnsOf(table: string): string[] | undefined {
    const found = [...(this.table(table)?.columns ?? []), ...this.schemaColumns(table)];
    return found.length > 0 ? [...new Set(found.flat())] : undefined;
  }

  private schemaColumns(table: string): readonly (readonly string[])[] {
    if (this.read !== this.schemas.revision) {
      this.fromSchemas = new Map();
      this.read = this.schemas.revision;
    }
    let found = this.fromSchemas.get(table);
    if (!found) {
      found = this.schemas.files().flatMap((file) => {
        const facts = this.schemas.facts(file);
        const columns = facts && this.tablesIn(facts).get(table);
        return columns ? [columns] : [];
      });
      this.fromSchemas.set(table, found);
    }
    return found;
  }

  /** Tables that a file describes which is not parsed as TypeScript, with their columns. */
  private tablesIn(facts: FileFacts): ReadonlyMap<string, readonly string[]> {
    const known = this.described.get(facts);
    if (known) return known;
    const tables = new Map<string, readonly string[]>();
    this.described.set(facts, tables);
    for (const fact of facts.facts) {
      const key = fact.kind === 'ownedTable' ? fact.table : fact.kind === 'table' ? tableKey(fact.name) : undefined;
      if (key === undefined) continue;
      const columns = fact.kind === 'ownedTable' ? fact.columns : fact.kind === 'table' ? fact.columns.map(({ name }) => name) : [];
      tables.set(key, [...(tables.get(key) ?? []), ...columns]);
    }
    return tables;
  }
}

const nothing: ReadonlyMap<string, string> = new Map();

/** What is said of each table, without the places at which. */
function said({ rowAccess, ownedTable }: Kept): ReadonlyMap<string, string> {
  if (rowAccess.length + ownedTable.length === 0) return nothing;
  const found = new Map<string, string>();
  const say = (table: string, ...what: unknown[]): unknown => found.set(table, `${found.get(table) ?? ''}${JSON.stringify(what)}`);
  for (const { table, does, owners, byId } of rowAccess) say(table, does, owners, byId);
  for (const { table, columns } of ownedTable) say(table, columns);
  return found;
}
