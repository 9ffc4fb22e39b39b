import type { Span } from '../../model/finding';

/** A piece of SQL text. Comments and white space are none. */
export interface SqlToken extends Span {
  kind: 'word' | 'quoted' | 'string' | 'dollar' | 'number' | 'symbol';
  /** As the database reads it: words in lower case, names and strings without their quotes. */
  text: string;
  /** Offset at which the inside of a string begins. */
  inside?: number;
  /** It is never closed. */
  open?: true;
}

const word = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const number = /(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const dollar = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
const operators = ['->>', '#>>', '::', ':=', '=>', '->', '#>', '@>', '<@', '<>', '!=', '<=', '>=', '||', '!~*', '!~', '~*', '&&'];

/**
 * Cuts PostgreSQL text into tokens. Never throws: a quote that is never closed ends with its line, so that the rest of a
 * file that is being typed is read all the same. `from` and `to` are 0-based offsets.
 */
export function tokenize(text: string, from = 0, to = text.length): SqlToken[] {
  const tokens: SqlToken[] = [];
  let at = from;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    return found !== undefined && at + found.length <= to ? found : undefined;
  };
  while (at < to) {
    const character = text[at]!;
    if (character === ' ' || character === '\n' || character === '\t' || character === '\r') {
      at++;
    } else if (character === '-' && text[at + 1] === '-') {
      at = lineEnd(text, at, to);
    } else if (character === '/' && text[at + 1] === '*') {
      at = commentEnd(text, at, to);
    } else if (character === "'" || character === '"') {
      const token = quoted(text, at, to, character, false);
      tokens.push(token);
      at = token.end;
    } else if (character === '\\' && (at === 0 || text[at - 1] === '\n')) {
      // Commands of psql in a dump.
      at = lineEnd(text, at, to);
    } else if (character === '$' && match(dollar) !== undefined) {
      const tag = match(dollar)!;
      const close = text.indexOf(tag, at + tag.length);
      const isOpen = close < 0 || close + tag.length > to;
      const inside = at + tag.length;
      tokens.push({
        kind: 'dollar',
        start: at,
        end: isOpen ? to : close + tag.length,
        inside,
        text: text.slice(inside, isOpen ? to : close),
        ...(isOpen ? { open: true } : {}),
      });
      at = tokens.at(-1)!.end;
    } else {
      at = plain(text, at, to, tokens, match);
    }
  }
  return tokens;
}

function plain(text: string, at: number, to: number, tokens: SqlToken[], match: (pattern: RegExp) => string | undefined): number {
  const letters = match(word);
  if (letters !== undefined) {
    const end = at + letters.length;
    // E'…' knows escapes, B'…', X'…' and N'…' are strings as well.
    if (letters.length === 1 && text[end] === "'" && /[eEbBxXnN]/.test(letters)) {
      tokens.push({ ...quoted(text, end, to, "'", /[eE]/.test(letters)), start: at });
      return tokens.at(-1)!.end;
    }
    tokens.push({ kind: 'word', start: at, end, text: asName(letters.toLowerCase()) });
    return end;
  }
  const digits = match(number);
  const symbol = digits ?? operators.find((operator) => text.startsWith(operator, at)) ?? text[at]!;
  tokens.push({ kind: digits === undefined ? 'symbol' : 'number', start: at, end: at + symbol.length, text: symbol });
  return at + symbol.length;
}

function quoted(text: string, start: number, to: number, quote: string, escapes: boolean): SqlToken {
  const kind = quote === '"' ? 'quoted' : 'string';
  let value = '';
  for (let at = start + 1; at < to; at++) {
    const character = text[at]!;
    if (escapes && character === '\\') {
      value += text[++at] ?? '';
    } else if (character !== quote) {
      value += character;
    } else if (text[at + 1] === quote) {
      value += text[++at]!;
    } else {
      return { kind, start, end: at + 1, inside: start + 1, text: kind === 'quoted' ? asName(value) : value };
    }
  }
  const end = lineEnd(text, start, to);
  return { kind, start, end, inside: start + 1, text: text.slice(start + 1, end), open: true };
}

function lineEnd(text: string, at: number, to: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 || end > to ? to : end;
}

/** Block comments nest. */
function commentEnd(text: string, start: number, to: number): number {
  let depth = 0;
  for (let at = start; at < to; at++) {
    if (text.startsWith('/*', at)) {
      depth++;
      at++;
    } else if (text.startsWith('*/', at)) {
      depth--;
      at++;
      if (depth === 0) return at + 1;
    }
  }
  return to;
}

/** The database keeps 63 bytes of a name. */
function asName(name: string): string {
  if (name.length <= 20) return name;
  const bytes = new TextEncoder().encode(name);
  return bytes.length <= 63 ? name : new TextDecoder().decode(bytes.slice(0, 63)).replace(/\uFFFD$/, '');
}
