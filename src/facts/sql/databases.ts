import { groupedBy } from '../../model/grouping';
import { folderOf, nameOf } from '../../project/paths';

/** Files that make up one database, in the order in which they run. */
export interface SqlDatabase {
  /** Folder that stands for it. */
  id: string;
  kind: 'supabase' | 'prisma' | 'drizzle' | 'plain' | 'schema';
  files: string[];
  /** Migrations that were put aside, in folders below: whether they have run, nobody can tell. */
  aside?: string[];
}

/** Places where SQL is tried out, explained or put aside. */
const elsewhere =
  /(?:^|\/)(?:[\w-]*(?:backups?|archived?|deprecated|legacy|old)|tests?|__tests__|fixtures|examples?|samples?|templates?|e2e|docs|node_modules|queries|seeds?)\//;
/** Says by its name that it is about rights on tables that are there: it runs after what makes them. */
const aboutRights = /(?:^|[_.-])(?:rls|polic(?:y|ies)|row[_-]level[_-]security|security|grants?|permissions?)(?:[_.-]|$)/i;
const undone = /(?:\.down|[._-]rollback|[._-]revert|(?:^|\/)down)\.sql$/i;

/**
 * Groups the SQL files of a project into databases. `files` are all files, `read` gives the text of one. Databases that
 * say they are no PostgreSQL are left out.
 */
export function databasesOf(files: readonly string[], read: (file: string) => string | undefined): SqlDatabase[] {
  const groups = new Map<string, SqlDatabase>();
  const journals = new Map(
    files.filter((file) => /(?:^|\/)meta\/_journal\.json$/.test(file)).map((file) => [folderOf(folderOf(file)), file] as const),
  );
  const known = new Set(files);
  const supabase = new Set<string>();
  for (const file of files)
    if (file.endsWith('.sql') && /(?:^|\/)supabase\/migrations\/[^/]+$/.test(file)) supabase.add(folderOf(folderOf(file)));
  for (const file of files) {
    if (!file.endsWith('.sql') || undone.test(file)) continue;
    const home = /^((?:.*\/)?supabase)\/migrations\/.+\/[^/]+$/.exec(file)?.[1];
    const place = home !== undefined && supabase.has(home) ? { id: home, kind: 'supabase' as const } : placeOf(file, supabase, journals);
    if (!place) continue;
    const group = groups.get(place.id) ?? { ...place, files: [] };
    if (home === undefined) group.files.push(file);
    else (group.aside ??= []).push(file);
    groups.set(place.id, group);
  }
  addRights(groups, files);
  return [...groups.values()].filter(({ files: own }) => own.length > 0).flatMap((group) => inOrder(group, known, journals, read) ?? []);
}

/** Files beside a schema that say by their names what clients may do with its tables. Of several schemas in a folder nobody can tell which was run anyway. */
function addRights(groups: ReadonlyMap<string, SqlDatabase>, files: readonly string[]): void {
  const schemas = groupedBy(
    [...groups.values()].filter(({ kind }) => kind === 'schema'),
    ({ id }) => folderOf(id),
  );
  if (schemas.size === 0) return;
  for (const file of files) {
    const beside = file.endsWith('.sql') && !undone.test(file) && isAboutRights(file) ? schemas.get(folderOf(file)) : undefined;
    if (beside?.length === 1 && !groups.has(file)) beside[0]!.files.push(file);
  }
}

function isAboutRights(file: string): boolean {
  return aboutRights.test(nameOf(file).replace(/\.sql$/i, ''));
}

function placeOf(
  file: string,
  supabase: ReadonlySet<string>,
  journals: ReadonlyMap<string, string>,
): Pick<SqlDatabase, 'id' | 'kind'> | undefined {
  const folder = folderOf(file);
  if (/(?:^|\/)supabase\/migrations$/.test(folder) && !elsewhere.test(`${folderOf(folderOf(folder))}/`))
    return { id: folderOf(folder), kind: 'supabase' };
  // Where there are migrations, a schema beside them says the same again, or what is meant to come.
  const schemas = /^((?:.*\/)?supabase)\/(?:schemas\/.+|(?!seed)[^/]+)\.sql$/.exec(file)?.[1];
  if (schemas !== undefined && !elsewhere.test(`${folderOf(schemas)}/`))
    return supabase.has(schemas) ? undefined : { id: schemas, kind: 'supabase' };
  if (elsewhere.test(file)) return undefined;
  if (journals.has(folder)) return { id: folder, kind: 'drizzle' };
  if (nameOf(file) === 'migration.sql' && /(?:^|\/)migrations?$/.test(folderOf(folder))) return { id: folderOf(folder), kind: 'prisma' };
  if (/(?:^|\/)(?:migrations?|scripts|sql|drizzle)$/.test(folder) && /^(?:V)?\d/.test(nameOf(file))) return { id: folder, kind: 'plain' };
  return /^(?:.*[_-])?(?:schema|structure|setup|init|database|tables)\.sql$/i.test(nameOf(file)) ? { id: file, kind: 'schema' } : undefined;
}

function inOrder(
  group: SqlDatabase,
  known: ReadonlySet<string>,
  journals: ReadonlyMap<string, string>,
  read: (file: string) => string | undefined,
): SqlDatabase | undefined {
  const files = [...group.files].sort(byVersion);
  if (group.kind === 'prisma') {
    const lock = read(`${group.id}/migration_lock.toml`);
    return lock !== undefined && !/provider\s*=\s*"(?:postgresql|postgres|cockroachdb)"/.test(lock) ? undefined : { ...group, files };
  }
  if (group.kind !== 'drizzle') return { ...group, files };
  const journal = journalOf(read(journals.get(group.id)!));
  if (journal.dialect !== undefined && !/^(?:postgresql|pg)$/.test(journal.dialect)) return undefined;
  const listed = journal.tags.map((tag) => `${group.id}/${tag}.sql`).filter((file) => known.has(file));
  return { ...group, files: listed.length > 0 ? listed : files };
}

/** `2_b.sql` runs before `10_a.sql`; time stamps have the same length anyway. Without numbers rights come last. */
function byVersion(a: string, b: string): number {
  const version = (file: string): number => Number(/(?:^|\/)V?(\d+)[^/]*(?:\/migration)?\.sql$/.exec(file)?.[1] ?? Infinity);
  const difference = version(a) - version(b);
  if (difference !== 0 && !Number.isNaN(difference)) return difference;
  const later = version(a) === Infinity ? Number(isAboutRights(a)) - Number(isAboutRights(b)) : 0;
  return later !== 0 ? later : a < b ? -1 : 1;
}

function journalOf(text: string | undefined): { dialect?: string; tags: string[] } {
  try {
    const data = JSON.parse(text ?? '{}') as { dialect?: unknown; entries?: { idx?: number; tag?: unknown }[] };
    const entries = Array.isArray(data.entries) ? data.entries : [];
    const tags = [...entries]
      .sort((a, b) => Number(a.idx ?? 0) - Number(b.idx ?? 0))
      .flatMap(({ tag }) => (typeof tag === 'string' ? tag : []));
    return { ...(typeof data.dialect === 'string' ? { dialect: data.dialect } : {}), tags };
  } catch {
    return { tags: [] };
  }
}

/** The path of a migration that runs after all others, around its own name; undefined where a tool has to make it. */
export function nextMigration({ kind, files }: SqlDatabase): { before: string; after: string } | undefined {
  const last = files.at(-1);
  if (last === undefined || kind === 'drizzle' || kind === 'schema') return undefined;
  const found = /^(?<folder>.*\/)?(?<version>\d+)(?<joint>[_-])(?:[^/]*)$/.exec(kind === 'prisma' ? folderOf(last) : last)?.groups;
  if (!found) return undefined;
  const version = found['version']!;
  const next = /^\d{14}$/.test(version) ? secondAfter(version) : String(BigInt(version) + 1n).padStart(version.length, '0');
  return { before: `${found['folder'] ?? ''}${next}${found['joint']}`, after: kind === 'prisma' ? '/migration.sql' : '.sql' };
}

/** A time stamp one second later. */
function secondAfter(stamp: string): string {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp)!;
  const [year, month, day, hour, minute, second] = parts.map(Number) as [number, number, number, number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second + 1));
  // Made-up stamps such as 20250101000099 are counted on.
  const isTime = month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60 && second < 60;
  return isTime ? date.toISOString().replace(/\D/g, '').slice(0, 14) : String(BigInt(stamp) + 1n);
}

/** The day of a migration by its name, as YYYYMMDD. */
export function dayOf(file: string): string | undefined {
  return /(?:^|\/)(20\d{6})\d*[_-]/.exec(file)?.[1];
}
