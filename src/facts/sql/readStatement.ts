import { Cursor } from '../../syntax/sql/cursor';
import { splitStatements, type SqlStatement } from '../../syntax/sql/statements';
import type { SqlToken } from '../../syntax/sql/tokens';
import type { SqlChange } from './changes';
import { readBody } from './readBody';
import { readDefaultRights, readGrant } from './readGrants';
import { readAlterPolicy, readCreatePolicy, readDropPolicy } from './readPolicies';
import { readAlterTable, readCreateIndex, readCreateTable } from './readTables';

/** A change with the statement that makes it. */
export type PlacedChange = SqlChange & { statement: { start: number; end: number } };

/** Reads everything that a script changes in a database, in its order. Never throws; what it does not know is left out. */
export function readSql(text: string): PlacedChange[] {
  return splitStatements(text).flatMap((statement) => readStatement(statement, text));
}

function readStatement(statement: SqlStatement, text: string): PlacedChange[] {
  const place = { start: statement.start, end: statement.end };
  return readTokens(statement.tokens, text).map((change) => ({ ...change, statement: place }));
}

function readTokens(tokens: readonly SqlToken[], text: string, depth = 0): SqlChange[] {
  const cursor = new Cursor(tokens);
  const verb = cursor.acceptOne('create', 'alter', 'drop', 'grant', 'revoke', 'do');
  if (verb === 'create') return readCreate(cursor, text);
  if (verb === 'alter') return readAlter(cursor, text);
  if (verb === 'drop') return readDrop(cursor);
  if (verb === 'grant' || verb === 'revoke') return some(readGrant(cursor, verb === 'grant'));
  const body = verb === 'do' ? tokens.find(({ kind }) => kind === 'dollar' || kind === 'string') : undefined;
  return body && depth < 3 ? readBlock(body, text, depth + 1) : [];
}

function some(change: SqlChange | undefined): SqlChange[] {
  return change ? [change] : [];
}

function readCreate(cursor: Cursor, text: string): SqlChange[] {
  cursor.accept('or', 'replace');
  if (cursor.acceptOne('temp', 'temporary') !== undefined || cursor.accept('foreign', 'table')) return [];
  cursor.accept('unlogged');
  if (cursor.accept('table')) return some(readCreateTable(cursor));
  if (cursor.accept('policy')) return readPolicy(cursor, () => readCreatePolicy(cursor, text));
  if (cursor.accept('function') || cursor.accept('procedure')) return some(readFunction(cursor));
  if (cursor.accept('unique', 'index')) return some(readCreateIndex(cursor, true));
  if (cursor.accept('index')) return some(readCreateIndex(cursor, false));
  return [];
}

/** A policy that cannot be read leaves its table open to doubt. */
function readPolicy(cursor: Cursor, read: () => SqlChange | undefined): SqlChange[] {
  const change = read();
  if (change) return [change];
  const table = tableAfterOn(cursor.tokens);
  return table ? [{ kind: 'unread', span: table.span, table }] : [];
}

function tableAfterOn(tokens: readonly SqlToken[]): ReturnType<Cursor['qualified']> {
  const cursor = new Cursor(tokens);
  return cursor.skipTo('on') && cursor.accept('on') ? cursor.qualified() : undefined;
}

function readAlter(cursor: Cursor, text: string): SqlChange[] {
  if (cursor.accept('table')) return readAlterTable(cursor);
  if (cursor.accept('policy')) return readPolicy(cursor, () => readAlterPolicy(cursor, text));
  if (cursor.accept('default', 'privileges')) return some(readDefaultRights(cursor));
  if (cursor.acceptOne('function', 'procedure', 'routine') !== undefined) {
    const name = cursor.qualified();
    if (!name) return [];
    cursor.group();
    const to = cursor.accept('rename', 'to') ? cursor.name()?.text : undefined;
    const schema = cursor.accept('set', 'schema') ? cursor.name()?.text : undefined;
    const traits = functionTraits(cursor.rest());
    return [
      {
        kind: 'alter-function',
        span: name.span,
        name,
        ...(traits.rights ? { definer: traits.rights === 'definer' } : {}),
        ...(traits.searchPath !== undefined ? { searchPath: traits.searchPath } : {}),
        ...(to !== undefined ? { to } : {}),
        ...(schema !== undefined ? { schema } : {}),
      },
    ];
  }
  return [];
}

function readDrop(cursor: Cursor): SqlChange[] {
  const kind = cursor.acceptOne('table', 'policy', 'function', 'procedure', 'routine', 'index', 'schema');
  if (kind === 'policy') return some(readDropPolicy(cursor));
  if (kind === undefined) return [];
  cursor.accept('concurrently');
  cursor.accept('if', 'exists');
  const changes: SqlChange[] = [];
  do {
    const name = cursor.qualified();
    cursor.group();
    if (!name) break;
    const { span } = name;
    if (kind === 'table') changes.push({ kind: 'drop-table', span, table: name });
    else if (kind === 'index') changes.push({ kind: 'drop-index', span, name: name.name });
    else if (kind === 'schema') changes.push({ kind: 'drop-schema', span, schema: name.name });
    else changes.push({ kind: 'drop-function', span, name });
  } while (cursor.symbol(','));
  return changes;
}

function readFunction(cursor: Cursor): SqlChange | undefined {
  const name = cursor.qualified();
  if (!name) return undefined;
  const parameters = cursor.group() ?? [];
  const rest = cursor.rest();
  const walk = new Cursor(rest);
  const returns = walk.accept('returns') ? walk.name()?.text : undefined;
  const body = rest.find(({ kind }) => kind === 'dollar')?.text ?? '';
  const { rights, searchPath } = functionTraits(rest);
  const trigger = returns === 'trigger' || returns === 'event_trigger';
  const read = trigger ? undefined : readBody(parameters, rest);
  return {
    kind: 'create-function',
    span: name.span,
    name,
    definer: rights === 'definer',
    trigger,
    switchesOnRls: returns === 'event_trigger' && /enable\s+row\s+level\s+security/i.test(body),
    takesRights: returns === 'event_trigger' && functionRights.test(body),
    ...(read ? { body: read } : {}),
    ...(searchPath !== undefined ? { searchPath } : {}),
  };
}

/** Statements that decide who may call functions, and with whose rights they run. */
const functionRights =
  /\brevoke\b[^;]*\bon\s+(?:all\s+)?(?:function|routine|procedure)|\bdrop\s+(?:function|routine|procedure)|\balter\s+(?:function|routine|procedure)\b[^;]*\b(?:invoker|schema)\b/i;

function functionTraits(tokens: readonly SqlToken[]): { rights?: 'definer' | 'invoker'; searchPath?: string } {
  const result: { rights?: 'definer' | 'invoker'; searchPath?: string } = {};
  const cursor = new Cursor(tokens);
  while (!cursor.done) {
    if (cursor.accept('security')) {
      const rights = cursor.acceptOne('definer', 'invoker');
      if (rights !== undefined) result.rights = rights as 'definer' | 'invoker';
    } else if (cursor.accept('set', 'search_path')) {
      if (!cursor.symbol('=')) cursor.accept('to');
      const parts: string[] = [];
      do {
        const part = cursor.peek();
        if (part && part.kind !== 'symbol' && part.kind !== 'dollar') parts.push(cursor.next()!.text);
      } while (cursor.symbol(','));
      result.searchPath = parts.join(', ');
    } else cursor.next();
  }
  return result;
}

/** Words of PL/pgSQL after which a statement begins. */
const openers = new Set(['begin', 'then', 'else', 'loop']);

/** Statements of a block that runs once: they count as if they always ran. Text that is put together as it runs is unknown. */
function readBlock(body: SqlToken, text: string, depth: number): SqlChange[] {
  // Doubled quotes shift what is inside of a string; a block in quotes is rare.
  if (body.kind === 'string' && text.slice(body.inside, body.end - 1) !== body.text) return [];
  const from = body.inside ?? body.start;
  const changes: SqlChange[] = [];
  for (const statement of splitStatements(text, from, from + body.text.length)) {
    const tokens = innermost(statement.tokens);
    if (tokens[0]?.kind === 'word' && tokens[0].text === 'execute') changes.push(...readExecuted(tokens, text, depth));
    else changes.push(...readTokens(tokens, text, depth));
  }
  const names = namedFunctions(body.text);
  return names ? changes.map((change) => (change.kind === 'dynamic-functions' ? { ...change, names } : change)) : changes;
}

/** Functions that a loop over the catalogue picks: `where proname = 'a'`, `where p.proname in ('a', 'b')`; undefined for all of them. */
function namedFunctions(block: string): string[] | undefined {
  const picks = [...block.matchAll(/\bproname\s*(?:=\s*(?=')|(?:=\s*any|in)\s*\()([^);]*)/gi)];
  const names = picks.flatMap(([, list]) => [...list!.matchAll(/'([^']+)'/g)].map((match) => match[1]!));
  return names.length > 0 && !/\bproname\s*(?:not|<>|!=|~|i?like)/i.test(block) ? names : undefined;
}

/** What follows the last `then`, `begin`, `else` or `loop` in front of the statement itself. */
function innermost(tokens: readonly SqlToken[]): readonly SqlToken[] {
  let start = 0;
  let brackets = 0;
  let cases = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'symbol' && token.text === '(') brackets++;
    if (token.kind === 'symbol' && token.text === ')') brackets--;
    if (token.kind !== 'word') continue;
    if (token.text === 'case') cases++;
    if (token.text === 'end' && cases > 0) cases--;
    if (brackets === 0 && cases === 0 && openers.has(token.text)) start = index + 1;
    if (index === start && ['create', 'alter', 'drop', 'grant', 'revoke', 'execute'].includes(token.text)) break;
  }
  return tokens.slice(start);
}

function readExecuted(tokens: readonly SqlToken[], text: string, depth: number): SqlChange[] {
  const [, script, more] = tokens;
  const isPlain = script !== undefined && more === undefined && (script.kind === 'string' || script.kind === 'dollar');
  if (isPlain) {
    const inside = readBlock({ ...script, kind: 'dollar' }, text, depth);
    if (text.slice(script.inside, script.inside! + script.text.length) === script.text) return inside;
  }
  const written = tokens.map((token) => token.text).join(' ');
  if (/\benable\s+row\s+level\s+security\b/i.test(written)) return [{ kind: 'dynamic', span: spanOf(tokens), does: 'enables' }];
  if (functionRights.test(written)) return [{ kind: 'dynamic-functions', span: spanOf(tokens) }];
  if (!/\b(?:alter|drop)\s+policy\b/i.test(written)) return [];
  const on = /\bon\s+(?:only\s+)?([a-z_]\w*(?:\.[a-z_]\w*)?)/i.exec(written)?.[1]?.toLowerCase();
  return [
    { kind: 'dynamic', span: spanOf(tokens), does: 'drops', ...(on === undefined ? {} : { on: on.includes('.') ? on : `public.${on}` }) },
  ];
}

function spanOf(tokens: readonly SqlToken[]): { start: number; end: number } {
  return { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
}
