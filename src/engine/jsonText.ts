import { getNodeValue, parseTree, type Node, type ParseError, type ParseErrorCode } from 'jsonc-parser';
import type { Span } from '../model/finding';

/** A mistake in a JSON text, with where it stands. */
export interface JsonMistake {
  span: Span;
  /** One plain sentence. */
  message: string;
}

/** A JSON text (comments and trailing commas allowed) as a value, as far as it could be read. */
export interface JsonReading {
  root?: Node;
  /** The value of `root`. */
  value?: unknown;
  mistakes: JsonMistake[];
}

/** By number, because the parser's `const enum` is not there at run time. */
const plainErrors: Partial<Record<ParseErrorCode, string>> = {
  1: 'This is neither a value nor a keyword of JSON.',
  2: 'This is not a number that JSON knows.',
  3: 'A property name in double quotes is missing here.',
  4: 'A value is missing here.',
  5: 'A colon is missing here.',
  6: 'A comma is missing here.',
  7: 'A closing brace "}" is missing here.',
  8: 'A closing bracket "]" is missing here.',
  9: 'The text goes on after its end: only one value may stand here.',
  11: 'A comment is never closed.',
  12: 'A string is never closed.',
};

/** Where a node stands. */
export function spanOfNode(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length };
}

function duplicates(node: Node, into: JsonMistake[]): void {
  if (node.type === 'object') {
    const seen = new Set<string>();
    for (const property of node.children ?? []) {
      const key = property.children?.[0];
      if (!key) continue;
      if (seen.has(key.value as string))
        into.push({ span: spanOfNode(key), message: `"${key.value as string}" stands here twice; the last one counts.` });
      seen.add(key.value as string);
    }
  }
  for (const child of node.children ?? []) duplicates(child, into);
}

/** Parses JSON with comments. Never throws. A merge conflict is named as such. */
export function readJson(text: string): JsonReading {
  const conflict = /^(<{7}|={7}|>{7})(?: .*)?$/m.exec(text);
  if (conflict) {
    const span = { start: conflict.index, end: conflict.index + conflict[0].length };
    return { mistakes: [{ span, message: 'A merge conflict is left in this file.' }] };
  }
  // The parser has no notion of a byte order mark; a blank keeps all offsets.
  const readable = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  if (readable.trim() === '')
    return { mistakes: [{ span: { start: 0, end: text.length }, message: 'The file is empty; it must hold at least {}.' }] };
  const errors: ParseError[] = [];
  const root = parseTree(readable, errors, { allowTrailingComma: true });
  const mistakes = errors.map(({ error, offset, length }) => ({
    span: { start: offset, end: offset + length },
    message: plainErrors[error] ?? 'This is not valid JSON.',
  }));
  if (root) duplicates(root, mistakes);
  return root ? { root, value: getNodeValue(root) as unknown, mistakes } : { mistakes };
}
