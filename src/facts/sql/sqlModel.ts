import type { FileFacts, SecretLiteral } from '../../model/facts';
import { groupedBy } from '../../model/grouping';
import { lineStartsOfText } from '../../syntax/ranges';
import { credentialsIn } from '../config/writtenCredentials';
import { isSame, textFacts, type TextModel } from '../textModel';
import { databasesOf, type SqlDatabase } from './databases';
import { describe } from './describe';
import type { ClientUse, InterfaceSettings } from './exposure';
import { readSql, type PlacedChange } from './readStatement';
import { heedAside, replay } from './replay';

/** What the model needs from whoever holds the files. */
export interface SqlHost {
  files(): readonly string[];
  /** Present text of a file; undefined if it cannot be read. */
  text(file: string): string | undefined;
  /** Settings of the platform for the database in a folder. */
  settings(folder: string): InterfaceSettings;
  use(): ClientUse;
}

interface ReadFile {
  changes: PlacedChange[];
  lineStarts: number[];
  /** Written for another kind of database. */
  foreign: boolean;
  credentials: SecretLiteral[];
}

/**
 * Facts of SQL files: migrations of a database are replayed in their order, and what is there in the end is a fact of the
 * file that it stands in. After an edit one file is read again and the rest is replayed from memory.
 */
export class SqlModel implements TextModel {
  private readonly read = new Map<string, ReadFile>();
  private databases: SqlDatabase[] | undefined;
  private of = new Map<string, SqlDatabase>();
  private readonly known = new Map<string, Map<string, FileFacts>>();

  constructor(private readonly host: SqlHost) {}

  /** All files that belong to a database. */
  files(): string[] {
    this.structure();
    return [...this.of.keys()];
  }

  covers(file: string): boolean {
    if (!file.endsWith('.sql')) return false;
    this.structure();
    return this.of.has(file);
  }

  /** Facts of a file; undefined when it belongs to no database or cannot be read. */
  facts(file: string): FileFacts | undefined {
    this.structure();
    const database = this.of.get(file);
    return database && this.factsOf(database).get(file);
  }

  /** Reads a file again, which has another text or is new. Gives the other files whose facts are different now. */
  changed(file: string): string[] {
    this.structure();
    const database = this.of.get(file);
    this.read.delete(file);
    return database ? this.again(database).filter((other) => other !== file) : [];
  }

  /** Files came or went, or settings around them changed. Gives all files whose facts are different now. */
  restructured(): string[] {
    const before = new Map([...this.known.values()].flatMap((facts) => [...facts]));
    const isUnread = this.known.size === 0;
    this.databases = undefined;
    this.known.clear();
    return isUnread ? [] : this.files().filter((file) => !isSame(before.get(file)?.facts, this.facts(file)?.facts));
  }

  private structure(): void {
    if (this.databases) return;
    this.databases = databasesOf(this.host.files(), (file) => this.host.text(file));
    this.of = new Map(this.databases.flatMap((database) => database.files.map((file) => [file, database] as const)));
    for (const file of [...this.read.keys()]) if (!this.of.has(file)) this.read.delete(file);
  }

  private again(database: SqlDatabase): string[] {
    const before = this.known.get(database.id);
    this.known.delete(database.id);
    if (!before) return [];
    const now = this.factsOf(database);
    return database.files.filter((file) => !isSame(before.get(file)?.facts, now.get(file)?.facts));
  }

  private factsOf(database: SqlDatabase): Map<string, FileFacts> {
    const known = this.known.get(database.id);
    if (known) return known;
    const read = database.files.flatMap((file) => {
      const found = this.readFile(file);
      return found ? [{ file, ...found }] : [];
    });
    // One file of another dialect tells of all of them.
    const isForeign = database.kind !== 'supabase' && read.some(({ foreign }) => foreign);
    const found = isForeign
      ? []
      : describe(this.replayed(database, read), {
          database,
          settings: this.host.settings(database.id),
          use: this.host.use(),
          isOneOfSeveral: (this.databases?.length ?? 0) > 1,
        });
    const byFile = groupedBy(found, ({ file }) => file);
    const facts = new Map(
      read.map(
        ({ file, lineStarts, credentials }) => [file, textFacts(file, lineStarts, [...(byFile.get(file) ?? []), ...credentials])] as const,
      ),
    );
    this.known.set(database.id, facts);
    return facts;
  }

  private replayed({ aside = [] }: SqlDatabase, read: Parameters<typeof replay>[0]): ReturnType<typeof replay> {
    const state = replay(read);
    // Most databases leave nothing open, and need not read what was put aside.
    if ([...state.tables.values()].some(({ rls }) => rls === 'absent'))
      for (const file of aside) heedAside(state, this.readFile(file)?.changes ?? [], file);
    return state;
  }

  private readFile(file: string): ReadFile | undefined {
    const known = this.read.get(file);
    if (known) return known;
    const text = this.host.text(file);
    if (text === undefined) return undefined;
    const read = {
      changes: readSql(text),
      lineStarts: lineStartsOfText(text),
      foreign: otherDialect.test(text.replace(comments, ' ')),
      credentials: credentialsIn(file, text, { namesCount: false }),
    };
    this.read.set(file, read);
    return read;
  }
}

const comments = /--[^\n]*|\/\*[\s\S]*?\*\//g;

/** What MySQL, SQLite and ClickHouse write and PostgreSQL does not. */
const otherDialect = /\b(?:table|index|into)\s+(?:if\s+(?:not\s+)?exists\s+)?`|\bAUTO_?INCREMENT\b|\bENGINE\s*=\s*\w*(?:InnoDB|MergeTree)/i;
