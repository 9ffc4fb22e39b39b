import { createHash } from 'node:crypto';
import type { Span } from '../model/finding';

/** What identifies a finding apart from where it stands. */
export interface FingerprintSubject {
  rule: string;
  /** Dotted names of the scopes around it, '' at module level. */
  scope: string;
  span: Span;
}

/** Longer code is cut, so that an edit deep inside a large function does not make its finding a new one. */
const codeLimit = 240;

const headLength = 16;

function hash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

/** Heads of what was met lately: between two keystrokes nearly all findings are the same. */
const lately = new Map<string, string>();
const mostKept = 5000;

function headOf(key: string): string {
  let head = lately.get(key);
  if (head === undefined) {
    if (lately.size >= mostKept) lately.clear();
    lately.set(key, (head = hash(key, headLength)));
  }
  return head;
}

const wordCharacter = /[\w$]/;

/** End of the quoted text that starts at `start`; the end of the text when the quote is never closed. */
function endOfQuoted(text: string, start: number): number {
  const quote = text[start];
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === quote) return i + 1;
  }
  return text.length;
}

/**
 * Code without what a formatter may change: comments, white space, the kind of quotes, semicolons and trailing commas.
 * Works on any language with C-like comments; it reads characters, not syntax, and gives the same result for the same text.
 */
export function normaliseCode(text: string): string {
  let out = '';
  let spaced = false;
  const put = (piece: string): void => {
    if (spaced && out !== '' && wordCharacter.test(out[out.length - 1]!) && wordCharacter.test(piece[0]!)) out += ' ';
    spaced = false;
    out += piece;
  };
  let i = 0;
  while (i < text.length && out.length < codeLimit) {
    const character = text[i]!;
    const next = text[i + 1];
    if (character === '/' && next === '/') {
      const end = text.indexOf('\n', i);
      i = end < 0 ? text.length : end;
      spaced = true;
    } else if (character === '/' && next === '*') {
      const end = text.indexOf('*/', i + 2);
      i = end < 0 ? text.length : end + 2;
      spaced = true;
    } else if (/\s/.test(character) || character === ';') {
      spaced = true;
      i++;
    } else if (character === '"' || character === "'") {
      const end = endOfQuoted(text, i);
      put(`"${text.slice(i + 1, end - 1)}"`);
      i = end;
    } else if (character === '`') {
      const end = endOfQuoted(text, i);
      put(text.slice(i, end));
      i = end;
    } else {
      if (/[)\]}]/.test(character) && out.endsWith(',')) out = out.slice(0, -1);
      put(character);
      i++;
    }
  }
  return out.slice(0, codeLimit);
}

/** A subject by what its fingerprint is made of, instead of a span in a text at hand. */
export interface KeyedSubject {
  /** From `fingerprintKey`. */
  key: string;
  /** Offset in the file, to tell identical ones apart by their order. */
  start: number;
}

/** What a fingerprint is made of; `code` is normalised. */
export function fingerprintKey(rule: string, scope: string, code: string): string {
  return `${rule}\0${scope}\0${code}`;
}

/** The same as `fingerprints`, for subjects whose code was read earlier. */
export function fingerprintsOfKeys(file: string, subjects: readonly KeyedSubject[]): string[] {
  const tail = hash(file, 8);
  const seen = new Map<string, number>();
  const result: string[] = new Array<string>(subjects.length);
  const inTextOrder = subjects.map((_, index) => index).sort((a, b) => subjects[a]!.start - subjects[b]!.start || a - b);
  for (const index of inTextOrder) {
    const { key } = subjects[index]!;
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    result[index] = `${headOf(ordinal === 0 ? key : `${key}\0${ordinal}`)}-${tail}`;
  }
  return result;
}

/**
 * Fingerprints of findings that stand in one text, in the order given.
 * The first 16 hexadecimal digits depend on rule, scope and normalised code alone (and, among identical ones in a scope,
 * on their order in the text), so they survive edits elsewhere and a move of the file; the last 8 depend on the path, so
 * that equal code in two files stays two findings.
 */
export function fingerprints(file: string, text: string, subjects: readonly FingerprintSubject[]): string[] {
  return fingerprintsOfKeys(
    file,
    subjects.map(({ rule, scope, span }) => ({
      key: fingerprintKey(rule, scope, normaliseCode(text.slice(span.start, span.end))),
      start: span.start,
    })),
  );
}

/** The part of a fingerprint that survives a move of the file. */
export function fingerprintHead(fingerprint: string): string {
  return fingerprint.slice(0, headLength);
}
