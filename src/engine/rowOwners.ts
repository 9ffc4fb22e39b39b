import { FactsByKind, type FactsOf } from '../facts/factsByKind';
import type { TextModel } from '../facts/textModel';
import type { Fact, FileFacts, RowAccess, TableOwners } from '../model/facts';
import { tableKey } from '../model/ownerNames';

const kinds = ['rowAccess', 'ownedTable'] as const;
type Kept = FactsOf<(typeof kinds)[number]>;

/** What the files of a project say of whose the rows of its tables are: schemas by their columns, code by what it asks for and compares. */
export class RowOwners {
  private readonly files = new Map<string, { kept: Kept; said: string }>();
  private readonly sorted = new FactsByKind(kinds);
  private byTable: Map<string, RowAccess[]> | undefined;
  private readonly tables = new WeakMap<FileFacts, Map<string, readonly string[]>>();

  constructor(
    private readonly schemas: Pick<TextModel, 'files' | 'facts'>,
    private readonly packageDir: (file: string) => string,
  ) {}

  /** A file has other facts, in `parts` by statement where that is known. Gives whether that changes what it says; positions do not. */
  update(file: string, facts: FileFacts | undefined, parts: readonly (readonly Fact[])[] = facts ? [facts.facts] : []): boolean {
    const before = this.files.get(file)?.said;
    const kept = this.sorted.in(parts);
    const isThere = kinds.some((kind) => kept[kind].length > 0);
    if (isThere) this.files.set(file, { kept, said: said(kept) });
    else this.files.delete(file);
    if (isThere || before !== undefined) this.byTable = undefined;
    return before !== this.files.get(file)?.said;
  }

  /** What is said of the table of an access, by all but itself. Packages that have the table, too, say it of theirs. */
  of(access: RowAccess): TableOwners {
    const columns = this.columnsOf(access.table);
    const all = this.accessesTo(access.table);
    const dir = this.packageDir(access.file);
    const own = all.filter(({ file }) => this.packageDir(file) === dir);
    const uses = (own.some(({ owners }) => owners.length > 0) ? own : all).flatMap(({ owners, file, span, label, does, byId, fn }) =>
      file === access.file && fn === access.fn && span.start === access.span.start
        ? []
        : owners.map((use) => ({ ...use, file, span, label, does, byId: byId === true })),
    );
    return { ...(columns ? { columns } : {}), uses };
  }

  private accessesTo(table: string): readonly RowAccess[] {
    if (!this.byTable) {
      this.byTable = new Map();
      for (const { kept } of this.files.values())
        for (const access of kept.rowAccess) {
          const known = this.byTable.get(access.table);
          if (known) known.push(access);
          else this.byTable.set(access.table, [access]);
        }
    }
    return this.byTable.get(table) ?? [];
  }

  private columnsOf(table: string): string[] | undefined {
    const found: (readonly string[])[] = [];
    for (const { kept } of this.files.values())
      for (const { table: owned, columns } of kept.ownedTable) if (owned === table) found.push(columns);
    for (const file of this.schemas.files()) {
      const facts = this.schemas.facts(file);
      const columns = facts && this.described(facts).get(table);
      if (columns) found.push(columns);
    }
    return found.length > 0 ? [...new Set(found.flat())] : undefined;
  }

  /** Tables that a file describes which is not parsed as TypeScript, with their columns. */
  private described(facts: FileFacts): ReadonlyMap<string, readonly string[]> {
    let tables = this.tables.get(facts);
    if (tables) return tables;
    this.tables.set(facts, (tables = new Map()));
    for (const fact of facts.facts) {
      const key = fact.kind === 'ownedTable' ? fact.table : fact.kind === 'table' ? tableKey(fact.name) : undefined;
      if (key === undefined) continue;
      const columns = fact.kind === 'ownedTable' ? fact.columns : fact.kind === 'table' ? fact.columns.map(({ name }) => name) : [];
      tables.set(key, [...(tables.get(key) ?? []), ...columns]);
    }
    return tables;
  }
}

/** What is said, without the places at which. */
function said({ rowAccess, ownedTable }: Kept): string {
  return JSON.stringify([
    rowAccess.map(({ table, does, owners, byId }) => [table, does, owners, byId]),
    ownedTable.map(({ table, columns }) => [table, columns]),
  ]);
}
