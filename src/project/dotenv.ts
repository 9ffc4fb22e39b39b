import type { Span } from '../model/finding';

/** One entry of a file with settings of the environment. Offsets are 0-based. */
export interface DotenvEntry {
  name: string;
  nameSpan: Span;
  /** Without quotes and comment; not expanded. */
  value: string;
  isComment?: true;
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

const asleep = /^[ \t]*#[ \t]*(?:export[ \t]+)?([A-Z][A-Z0-9_]+)=([^\r\n]*)/gm;

/** Entries that are commented out, which is how examples show settings that nobody needs at first: `# SENTRY_DSN=`. */
export function readCommented(text: string): DotenvEntry[] {
  return [...text.matchAll(asleep)].map((match) => {
    const [whole, name, value] = match;
    const start = match.index + whole.indexOf(name!);
    return { name: name!, nameSpan: { start, end: start + name!.length }, value: value!.trim(), isComment: true };
  });
}
