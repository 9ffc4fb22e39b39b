import type { Span } from '../../model/finding';
import type { SqlToken } from './tokens';

/** A name with the schema that is written before it. */
export interface SqlName {
  schema?: string;
  name: string;
  span: Span;
}

/** Walks over the tokens of a statement. Whatever is not there is answered with undefined or false; nothing throws. */
export class Cursor {
  private at = 0;

  constructor(readonly tokens: readonly SqlToken[]) {}

  get done(): boolean {
    return this.at >= this.tokens.length;
  }

  peek(ahead = 0): SqlToken | undefined {
    return this.tokens[this.at + ahead];
  }

  next(): SqlToken | undefined {
    return this.tokens[this.at++];
  }

  /** Steps over words when all of them follow. */
  accept(...words: string[]): boolean {
    if (!words.every((text, index) => this.isWord(text, index))) return false;
    this.at += words.length;
    return true;
  }

  /** Steps over one of several words, and tells which. */
  acceptOne(...words: string[]): string | undefined {
    const found = words.find((text) => this.isWord(text));
    if (found !== undefined) this.at++;
    return found;
  }

  isWord(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === 'word' && token.text === text;
  }

  isSymbol(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === 'symbol' && token.text === text;
  }

  symbol(text: string): boolean {
    if (!this.isSymbol(text)) return false;
    this.at++;
    return true;
  }

  /** A name or a quoted name. */
  name(): SqlToken | undefined {
    const token = this.peek();
    if (token?.kind !== 'word' && token?.kind !== 'quoted') return undefined;
    this.at++;
    return token;
  }

  /** `name`, `schema.name`, `"Name"`. */
  qualified(): SqlName | undefined {
    const first = this.name();
    if (!first) return undefined;
    let last = first;
    let schema: string | undefined;
    while (this.isSymbol('.')) {
      this.at++;
      const part = this.name();
      if (!part) return undefined;
      schema = last.text;
      last = part;
    }
    return { ...(schema !== undefined ? { schema } : {}), name: last.text, span: { start: first.start, end: last.end } };
  }

  /** Tokens between brackets; undefined when none open here or they are never closed. Steps over them. */
  group(): SqlToken[] | undefined {
    if (!this.isSymbol('(')) return undefined;
    let depth = 0;
    for (let index = this.at; index < this.tokens.length; index++) {
      const token = this.tokens[index]!;
      if (token.kind !== 'symbol') continue;
      if (token.text === '(') depth++;
      if (token.text === ')' && --depth === 0) {
        const inside = this.tokens.slice(this.at + 1, index);
        this.at = index + 1;
        return inside;
      }
    }
    return undefined;
  }

  /** Steps over everything up to one of the words at this level of brackets. */
  skipTo(...words: string[]): boolean {
    while (!this.done) {
      if (words.some((text) => this.isWord(text))) return true;
      if (!this.group()) this.at++;
    }
    return false;
  }

  rest(): SqlToken[] {
    return this.tokens.slice(this.at);
  }
}

/** Cuts tokens at a symbol or word that stands outside of brackets. */
export function separate(tokens: readonly SqlToken[], by: string): SqlToken[][] {
  const parts: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'symbol' && (token.text === '(' || token.text === '[')) depth++;
    if (token.kind === 'symbol' && (token.text === ')' || token.text === ']')) depth--;
    if (depth === 0 && token.text === by && (token.kind === 'symbol' || token.kind === 'word')) parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts;
}
