import { separate, type Cursor, type SqlName } from '../../syntax/sql/cursor';
import { Cursor as Walk } from '../../syntax/sql/cursor';
import type { SqlToken } from '../../syntax/sql/tokens';
import type { ReadColumn, ReadKey, SqlChange } from './changes';

/** Words that end the type of a column. */
const afterType = new Set([
  'not',
  'null',
  'default',
  'primary',
  'unique',
  'references',
  'check',
  'constraint',
  'generated',
  'collate',
  'deferrable',
  'using',
  'storage',
  'compression',
]);

/** `create table …` after `table`. */
export function readCreateTable(cursor: Cursor): SqlChange | undefined {
  const ifNotExists = cursor.accept('if', 'not', 'exists');
  const table = cursor.qualified();
  if (!table) return undefined;
  const span = table.span;
  if (cursor.accept('partition', 'of')) {
    const partitionOf = cursor.qualified();
    return partitionOf && { kind: 'create-table', span, table, columns: [], keys: [], ifNotExists, partitionOf };
  }
  const body = cursor.group();
  if (!body)
    return cursor.isWord('as')
      ? { kind: 'create-table', span, table, columns: [], keys: [], ifNotExists }
      : { kind: 'unread', span, table };
  const columns: ReadColumn[] = [];
  const keys: ReadKey[] = [];
  for (const part of separate(body, ',')) {
    const key = readTableKey(new Walk(part));
    if (key) keys.push(key);
    else {
      const column = readColumn(part);
      if (column) {
        columns.push(column.column);
        keys.push(...column.keys);
      }
    }
  }
  return { kind: 'create-table', span, table, columns, keys, ifNotExists };
}

/** `name type …` of a column. */
export function readColumn(tokens: readonly SqlToken[]): { column: ReadColumn; keys: ReadKey[] } | undefined {
  const cursor = new Walk(tokens);
  const name = cursor.name();
  if (!name || (name.kind === 'word' && /^(?:like|exclude)$/.test(name.text))) return undefined;
  const rest = cursor.rest();
  const end = rest.findIndex((token) => token.kind === 'word' && afterType.has(token.text));
  const typeTokens = end < 0 ? rest : rest.slice(0, end);
  const type = typeTokens
    .map(({ text }) => text)
    .join(' ')
    .replace(/ ?([().,[\]]) ?/g, '$1')
    .replace(/,/g, ', ');
  const column: ReadColumn = { name: name.text, type, notNull: false, span: { start: name.start, end: name.end } };
  const keys: ReadKey[] = [];
  const walk = new Walk(end < 0 ? [] : rest.slice(end));
  const key = (kind: ReadKey['type'], references?: SqlName): void => {
    keys.push({ type: kind, columns: [column.name], span: column.span, ...(references ? { references: nameOf(references) } : {}) });
  };
  while (!walk.done) {
    if (walk.accept('not', 'null')) column.notNull = true;
    else if (walk.accept('primary', 'key')) {
      column.notNull = true;
      key('primary');
    } else if (walk.accept('unique')) key('unique');
    else if (walk.accept('check')) key('check');
    else if (walk.accept('references')) {
      const target = walk.qualified();
      if (target) {
        column.references = nameOf(target);
        key('foreign', target);
      }
    } else if (!walk.group()) walk.next();
  }
  return { column, keys };
}

/** `constraint x foreign key (a) references b`, `primary key (a, b)` and their like; undefined for what is none. */
export function readTableKey(cursor: Walk): ReadKey | undefined {
  const start = cursor.peek()?.start ?? 0;
  const name = cursor.accept('constraint') ? cursor.name()?.text : undefined;
  const type = keyType(cursor);
  if (!type) return undefined;
  if (type === 'unique') cursor.acceptOne('nulls') && (cursor.accept('not', 'distinct') || cursor.accept('distinct'));
  const columns =
    (type === 'check' ? undefined : cursor.group())?.filter(({ kind }) => kind === 'word' || kind === 'quoted').map(({ text }) => text) ??
    [];
  const target = cursor.accept('references') ? cursor.qualified() : undefined;
  const end = cursor.tokens.at(-1)?.end ?? start;
  return {
    type,
    columns,
    span: { start, end },
    ...(name !== undefined ? { name } : {}),
    ...(target ? { references: nameOf(target) } : {}),
  };
}

function keyType(cursor: Walk): ReadKey['type'] | undefined {
  if (cursor.accept('primary', 'key')) return 'primary';
  if (cursor.accept('foreign', 'key')) return 'foreign';
  // A column may have any of these names; a key goes on with a bracket.
  if (
    cursor.isWord('unique') &&
    (cursor.isSymbol('(', 1) || cursor.isWord('nulls', 1) || cursor.isWord('using', 1)) &&
    cursor.accept('unique')
  )
    return 'unique';
  if (cursor.isWord('check') && cursor.isSymbol('(', 1) && cursor.accept('check')) return 'check';
  if (cursor.isWord('exclude') && cursor.accept('exclude')) return 'check';
  return undefined;
}

/** `alter table …` after `table`. */
export function readAlterTable(cursor: Cursor): SqlChange[] {
  cursor.accept('if', 'exists');
  cursor.accept('only');
  const table = cursor.qualified();
  if (!table) return [];
  cursor.symbol('*');
  const found = separate(cursor.rest(), ',').flatMap((part) => readAction(new Walk(part), table) ?? []);
  return found.map((change) => ({ ...change, span: table.span }));
}

/** Things that may be altered and that nobody asks about here. */
const others = new Set([
  'owner',
  'set',
  'reset',
  'cluster',
  'validate',
  'replica',
  'attach',
  'detach',
  'inherit',
  'no',
  'trigger',
  'enable',
  'disable',
  'force',
  'of',
  'not',
  'alter',
  'add',
  'drop',
  'rename',
]);

type Action = SqlChange extends infer Change ? (Change extends unknown ? Omit<Change, 'span'> & { span: SqlName['span'] } : never) : never;

function readAction(cursor: Walk, table: SqlName): Action | undefined {
  const span = table.span;
  if (cursor.accept('enable', 'row', 'level', 'security')) return { kind: 'rls', span, table, on: true };
  if (cursor.accept('disable', 'row', 'level', 'security')) return { kind: 'rls', span, table, on: false };
  if (cursor.accept('rename')) return readRename(cursor, table);
  if (cursor.accept('set', 'schema')) {
    const schema = cursor.name()?.text;
    return schema === undefined ? { kind: 'unread', span, table } : { kind: 'move-table', span, table, schema };
  }
  if (cursor.accept('add')) {
    const key = readTableKey(new Walk(cursor.rest()));
    if (key) return { kind: 'add-key', span, table, key };
    cursor.accept('column');
    cursor.accept('if', 'not', 'exists');
    const read = readColumn(cursor.rest());
    return read && { kind: 'add-column', span, table, ...read };
  }
  if (cursor.accept('drop')) {
    const isKey = cursor.accept('constraint');
    cursor.accept('column');
    cursor.accept('if', 'exists');
    const name = cursor.name()?.text;
    if (name === undefined) return { kind: 'unread', span, table };
    return isKey ? { kind: 'drop-key', span, table, name } : { kind: 'drop-column', span, table, column: name };
  }
  if (cursor.accept('alter')) return readAlterColumn(cursor, table);
  const word = cursor.peek();
  const isHalfRls = word?.text === 'enable' || word?.text === 'disable';
  if (isHalfRls && (cursor.isWord('trigger', 1) || cursor.isWord('rule', 1) || cursor.isWord('always', 1) || cursor.isWord('replica', 1)))
    return undefined;
  return !isHalfRls && word && others.has(word.text) ? undefined : { kind: 'unread', span, table };
}

function readRename(cursor: Walk, table: SqlName): Action | undefined {
  const span = table.span;
  if (cursor.accept('to')) {
    const to = cursor.name()?.text;
    return to === undefined ? { kind: 'unread', span, table } : { kind: 'rename-table', span, table, to };
  }
  if (cursor.accept('constraint')) return undefined;
  cursor.accept('column');
  const column = cursor.name()?.text;
  const to = cursor.accept('to') ? cursor.name()?.text : undefined;
  return column === undefined || to === undefined ? undefined : { kind: 'rename-column', span, table, column, to };
}

function readAlterColumn(cursor: Walk, table: SqlName): Action | undefined {
  const span = table.span;
  cursor.accept('column');
  const column = cursor.name()?.text;
  if (column === undefined) return undefined;
  if (cursor.accept('set', 'not', 'null')) return { kind: 'column-null', span, table, column, notNull: true };
  if (cursor.accept('drop', 'not', 'null')) return { kind: 'column-null', span, table, column, notNull: false };
  cursor.accept('set', 'data');
  if (!cursor.accept('type')) return undefined;
  const read = readColumn([{ kind: 'word', text: column, start: 0, end: 0 }, ...cursor.rest()]);
  return read && { kind: 'column-type', span, table, column, type: read.column.type };
}

/** `create [unique] index [concurrently] [if not exists] name on table [using x] (columns)` after `index`. */
export function readCreateIndex(cursor: Cursor, unique: boolean): SqlChange | undefined {
  const start = cursor.peek()?.start ?? 0;
  cursor.accept('concurrently');
  cursor.accept('if', 'not', 'exists');
  const name = cursor.isWord('on') ? undefined : cursor.qualified();
  if (!cursor.accept('on')) return undefined;
  cursor.accept('only');
  const table = cursor.qualified();
  if (!table) return undefined;
  if (cursor.accept('using')) cursor.name();
  const columns = separate(cursor.group() ?? [], ',').flatMap((part) =>
    part[0] && (part[0].kind === 'word' || part[0].kind === 'quoted') && part[1]?.text !== '(' ? part[0].text : [],
  );
  // A partial index forbids doubles only among some rows.
  const type = unique && !cursor.isWord('where') ? 'unique' : 'index';
  const end = (name ?? table).span.end;
  return {
    kind: 'add-key',
    span: table.span,
    table,
    key: { type, columns, span: { start: name?.span.start ?? start, end }, ...(name ? { name: name.name } : {}) },
  };
}

/** Without a schema it means `public`. */
export function nameOf({ schema, name }: SqlName): string {
  return `${schema ?? 'public'}.${name}`;
}
