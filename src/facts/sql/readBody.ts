import type { FunctionWrite } from '../../model/database';
import { Cursor, separate, type SqlName } from '../../syntax/sql/cursor';
import { tokenize, type SqlToken } from '../../syntax/sql/tokens';
import { isBuiltIn, isSyntax } from './builtIns';

/** What the body of a function does, as far as its text tells. */
export interface ReadBody {
  writes: FunctionWrite[];
  /** It looks at who calls, or compares a secret that was handed over. */
  asks: boolean;
  /** Functions it calls that PostgreSQL and the platform do not bring along. */
  calls: SqlName[];
  /** It runs text that it puts together. */
  dynamic: boolean;
  /** It runs a text that callers hand over, as it is. */
  runsText: boolean;
  /** Callers hand nothing over. */
  takesNothing: boolean;
}

/** Words for what only those know whom somebody has told. */
const secret =
  /(?:^|_)(?:secret|token|passw(?:or)?d|passcode|passphrase|pin|otp|code|api_?key|access_key|hash|signature|hmac|nonce)(?:_|$)/;

/**
 * Reads what follows the name of a function: its parameters and the body behind `as`, or the statements of one written in plain SQL.
 * Undefined where the body is written in a language that is not read.
 */
export function readBody(parameters: readonly SqlToken[], rest: readonly SqlToken[]): ReadBody | undefined {
  const language = rest[rest.findIndex(({ kind, text }) => kind === 'word' && text === 'language') + 1]?.text.toLowerCase();
  if (language !== 'plpgsql' && language !== 'sql') return undefined;
  const as = rest.findIndex(
    ({ kind, text }, index) => kind === 'word' && text === 'as' && ['dollar', 'string'].includes(rest[index + 1]?.kind ?? ''),
  );
  const text = as < 0 ? undefined : rest[as + 1]!.text;
  const tokens = text === undefined ? rest : tokenize(text);
  const names = parameterNames(parameters);
  return {
    writes: writesIn(tokens),
    asks: asksForCaller(tokens) || comparesSecret(tokens, names),
    calls: callsIn(tokens),
    dynamic: tokens.some((_, index) => isExecute(tokens, index)),
    runsText: tokens.some((_, index) => isExecute(tokens, index) && runsAsItIs(tokens, index + 1, names)),
    takesNothing: parameters.length === 0,
  };
}

/** Names of what callers hand over; `p_user_id uuid default null` has one, a lone type has none. */
function parameterNames(parameters: readonly SqlToken[]): ReadonlySet<string> {
  const names = separate(parameters, ',').flatMap((part) => {
    const [first, second] = part.filter(({ kind, text }) => !(kind === 'word' && ['in', 'inout', 'variadic'].includes(text)));
    return first !== undefined && second !== undefined && first.text !== 'out' && second.kind !== 'symbol' ? [first.text] : [];
  });
  return new Set(names);
}

function isWord(token: SqlToken | undefined, ...texts: string[]): boolean {
  return token?.kind === 'word' && texts.includes(token.text);
}

function writesIn(tokens: readonly SqlToken[]): FunctionWrite[] {
  const own = new Set(tokens.flatMap((_, index) => temporaryTable(tokens, index)));
  const writes = tokens.flatMap((token, index) => (token.kind === 'word' ? writeAt(tokens, index) : []));
  return writes.filter(({ table }) => !own.has(table.slice(table.indexOf('.') + 1)));
}

function writeAt(tokens: readonly SqlToken[], index: number): FunctionWrite[] {
  const cursor = new Cursor(tokens.slice(index, index + 400));
  if (cursor.accept('insert', 'into') || cursor.accept('merge', 'into')) {
    const table = cursor.qualified();
    return table ? [{ verb: 'insert', table: nameOf(table), columns: columnsIn(cursor.group()) }] : [];
  }
  if (cursor.accept('delete', 'from')) {
    cursor.accept('only');
    const table = cursor.qualified();
    return table ? [{ verb: 'delete', table: nameOf(table), columns: [] }] : [];
  }
  if (cursor.accept('truncate')) {
    cursor.accept('table');
    cursor.accept('only');
    const table = cursor.qualified();
    return table ? [{ verb: 'truncate', table: nameOf(table), columns: [] }] : [];
  }
  // `for update` locks rows, `on conflict do update` belongs to an insert.
  if (!cursor.accept('update') || isWord(tokens[index - 1], 'for', 'key', 'do', 'before', 'after', 'or')) return [];
  cursor.accept('only');
  const table = cursor.qualified();
  if (!cursor.isWord('set')) {
    cursor.accept('as');
    cursor.name();
  }
  return table && cursor.accept('set') ? [{ verb: 'update', table: nameOf(table), columns: assigned(cursor.rest()) }] : [];
}

/** Columns that an `update` sets: `a = 1, b = b + 1 where …`. */
function assigned(tokens: readonly SqlToken[]): string[] {
  const cursor = new Cursor(tokens);
  const columns: string[] = [];
  for (;;) {
    const group = cursor.group();
    if (group) columns.push(...columnsIn(group));
    else {
      const name = cursor.qualified();
      if (!name || !cursor.isSymbol('=')) return columns;
      columns.push(name.name);
    }
    while (!cursor.done && !cursor.isSymbol(',')) {
      if (cursor.isSymbol(';') || isWord(cursor.peek(), 'where', 'from', 'returning')) return columns;
      if (!cursor.group()) cursor.next();
    }
    if (!cursor.symbol(',')) return columns;
  }
}

function columnsIn(tokens: readonly SqlToken[] | undefined): string[] {
  return (tokens ?? []).filter(({ kind }) => kind === 'word' || kind === 'quoted').map(({ text }) => text);
}

/** A table that lives as long as the call: `create temp table x`. */
function temporaryTable(tokens: readonly SqlToken[], index: number): string[] {
  if (!isWord(tokens[index], 'temp', 'temporary') || !isWord(tokens[index + 1], 'table')) return [];
  const cursor = new Cursor(tokens.slice(index + 2, index + 10));
  cursor.accept('if', 'not', 'exists');
  const name = cursor.qualified();
  return name ? [name.name] : [];
}

/** `auth.uid()`, `current_setting('request.jwt.claims')`, `session_user`. */
function asksForCaller(tokens: readonly SqlToken[]): boolean {
  return tokens.some((token, index) => {
    if (token.kind !== 'word' && token.kind !== 'quoted') return false;
    if (token.text === 'auth') return tokens[index + 1]?.text === '.' && tokens[index + 3]?.text === '(';
    if (token.text === 'current_setting') return /^(?:request\.|role$)/.test(tokens[index + 2]?.text ?? '');
    return isWord(token, 'current_user', 'session_user', 'current_role', 'pg_has_role');
  });
}

const comparisons = new Set(['=', '<>', '!=', 'in', 'from', 'like']);

/** What callers hand over is compared with what only some know: `where invitation_token = p_token`. */
function comparesSecret(tokens: readonly SqlToken[], names: ReadonlySet<string>): boolean {
  const isSecret = (token: SqlToken | undefined): boolean => token !== undefined && token.kind !== 'string' && secret.test(token.text);
  return tokens.some((token, index) => {
    if (!names.has(token.text)) return false;
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    const isCompared = comparisons.has(before?.text ?? '') || comparisons.has(after?.text ?? '') || before?.text === '(';
    return (
      isCompared &&
      (isSecret(token) || (before?.text === '=' && isSecret(tokens[index - 2])) || (after?.text === '=' && isSecret(tokens[index + 2])))
    );
  });
}

function isExecute(tokens: readonly SqlToken[], index: number): boolean {
  return isWord(tokens[index], 'execute') && !isWord(tokens[index + 1], 'on', 'function', 'procedure');
}

/** `execute query`, `execute 'select … from (' || query || ')'`: the text is the caller's, not quoted as a name or a value. */
function runsAsItIs(tokens: readonly SqlToken[], from: number, names: ReadonlySet<string>): boolean {
  for (let index = from; index < tokens.length && tokens[index]!.text !== ';'; index++) {
    const token = tokens[index]!;
    if (isWord(token, 'using', 'into', 'format', 'quote_ident', 'quote_literal', 'loop')) return false;
    if (names.has(token.text)) return index === from || (tokens[index - 1]!.text === '||' && tokens[from]!.kind === 'string');
  }
  return false;
}

function callsIn(tokens: readonly SqlToken[]): SqlName[] {
  const calls: SqlName[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.text !== '(' || token.kind !== 'symbol') continue;
    let start = index - 1;
    while (tokens[start - 1]?.text === '.' && start > 1) start -= 2;
    const cursor = new Cursor(tokens.slice(start, index));
    const name = cursor.qualified();
    if (!name || isSyntax(tokens, start, index) || isBuiltIn(name)) continue;
    calls.push(name);
  }
  return calls;
}

function nameOf({ schema, name }: SqlName): string {
  return `${schema ?? 'public'}.${name}`;
}
