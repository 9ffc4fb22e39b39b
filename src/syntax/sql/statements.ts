import type { Span } from '../../model/finding';
import { tokenize, type SqlToken } from './tokens';

/** One statement of a script. */
export interface SqlStatement extends Span {
  tokens: SqlToken[];
  /** It has a semicolon, which `end` includes. */
  closed: boolean;
  /** A quote or a bracket is never closed. */
  broken: boolean;
}

/** What begins a statement wherever it stands at the start of a line: the one before lacks its semicolon. */
const beginners: Record<string, ReadonlySet<string>> = {
  create: new Set(['policy', 'table', 'function', 'or', 'index', 'unique', 'trigger', 'type', 'view', 'schema', 'extension']),
  alter: new Set(['table', 'policy', 'function']),
  drop: new Set(['policy', 'table', 'function', 'trigger', 'index', 'view']),
};

/** Cuts a script into statements. Never throws. The data that a dump puts after `COPY … FROM stdin` is left out. */
export function splitStatements(text: string, from = 0, to = text.length): SqlStatement[] {
  const copy = /^[ \t]*copy\s[^;]*\bfrom\s+stdin\b[^;]*;[^\n]*\n/gim;
  const statements: SqlStatement[] = [];
  let at = from;
  for (const found of text.slice(from, to).matchAll(copy)) {
    const start = from + found.index;
    if (start < at) continue;
    statements.push(...split(text, tokenize(text, at, start)));
    const data = start + found[0].length;
    const end = /^\\\.[ \t]*$/m.exec(text.slice(data, to));
    at = end ? data + end.index + end[0].length : to;
  }
  statements.push(...split(text, tokenize(text, at, to)));
  return statements;
}

function split(text: string, tokens: readonly SqlToken[]): SqlStatement[] {
  const statements: SqlStatement[] = [];
  let current: SqlToken[] = [];
  let depth = 0;
  const finish = (semicolon?: SqlToken): void => {
    if (current.length > 0) {
      const broken = depth !== 0 || current.some((token) => token.open);
      statements.push({
        start: current[0]!.start,
        end: (semicolon ?? current.at(-1)!).end,
        tokens: current,
        closed: semicolon !== undefined,
        broken,
      });
    }
    current = [];
    depth = 0;
  };
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'symbol' && token.text === ';') {
      finish(token);
      continue;
    }
    const next = tokens[index + 1];
    const isNext =
      token.kind === 'word' && next?.kind === 'word' && Object.hasOwn(beginners, token.text) && beginners[token.text]!.has(next.text);
    if (isNext && current.length > 0 && isLineStart(text, token.start) && !isWrapper(current)) finish();
    if (token.kind === 'symbol' && token.text === '(') depth++;
    if (token.kind === 'symbol' && token.text === ')') depth--;
    current.push(token);
  }
  finish();
  return statements;
}

/** `create schema x create table …` and `explain` hold statements of their own. */
function isWrapper([first, second]: readonly SqlToken[]): boolean {
  return (
    first?.text === 'explain' ||
    (first?.text === 'create' && (second?.text === 'schema' || second?.text === 'rule' || second?.text === 'event'))
  );
}

function isLineStart(text: string, at: number): boolean {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
}
