import type { Span } from '../model/finding';

/** One entry of a file with settings of the environment. Offsets are 0-based. */
export interface DotenvEntry {
  name: string;
  nameSpan: Span;
  /** Without quotes and comment; not expanded. */
  value: string;
}

const line =
  /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*(?:=|:[ \t])[ \t]*(?:"((?:\\[\s\S]|[^"\\])*)"|'([^']*)'|`([^`]*)`|([^\r\n]*))/gm;

/** Entries of a text as tools read it that load `.env` files: quotes may span lines, and a comment follows white space. Never throws. */
export function readDotenv(text: string): DotenvEntry[] {
  return [...text.matchAll(line)].map((match) => {
    const [whole, name, double, single, backtick, bare] = match;
    const start = match.index + whole.indexOf(name!);
    const value = double ?? single ?? backtick ?? (bare ?? '').replace(/(?:^|\s)#.*$/, '').trim();
    return { name: name!, nameSpan: { start, end: start + name!.length }, value };
  });
}
