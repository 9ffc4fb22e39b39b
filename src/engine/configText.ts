import { createScanner, parseTree, type Node, type ParseError } from 'jsonc-parser';

/** Where the next entry of a list or an object goes, and whether a comma has to come before it. */
interface Slot {
  offset: number;
  needsComma: boolean;
}

/** Number that the parser gives a comma; its own enumeration isn't there at run time. */
const commaToken = 5;

/** The place after the last entry, or after the opening sign when there is none. A comma that is there already is used. */
function slotIn(text: string, parent: Node): Slot {
  const last = parent.children?.at(-1);
  if (!last) return { offset: parent.offset + 1, needsComma: false };
  const end = last.offset + last.length;
  const scanner = createScanner(text, true);
  scanner.setPosition(end);
  return scanner.scan() === commaToken ? { offset: scanner.getTokenOffset() + 1, needsComma: false } : { offset: end, needsComma: true };
}

function written(entry: object): string {
  const fields = Object.entries(entry).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{ ${fields.join(', ')} }`;
}

/** What the first entry on a line of its own is indented by. */
function indentIn(text: string): string {
  return /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
}

/**
 * The text of a project configuration with one more entry in a list, on a line of its own; everything else, comments too,
 * stays as it is written. Throws when the text can't be understood, so that it is never written over.
 */
export function withEntry(text: string | undefined, name: string, value: object): string {
  const before = text === undefined || text.trim() === '' ? '{\n}\n' : text;
  const errors: ParseError[] = [];
  // A byte order mark is no part of JSON; a blank in its place keeps offsets.
  const root = parseTree(before.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  if (!root || errors.length > 0 || root.type !== 'object') throw new Error('The configuration is not valid JSON.');
  const list = root.children?.find((property) => property.children?.[0]?.value === name)?.children?.[1];
  if (list && list.type !== 'array') throw new Error(`"${name}" in the configuration is not a list.`);
  const newline = before.includes('\r\n') ? '\r\n' : '\n';
  const indent = indentIn(before);
  const entry = `${newline}${indent}${indent}${written(value)}`;
  const addition = list ? entry : `${newline}${indent}"${name}": [${entry}${newline}${indent}]`;
  const parent = list ?? root;
  const { offset, needsComma } = slotIn(before, parent);
  // The closing sign may stand on the line of the last entry.
  const hasLineEnd = /^\s*?\r?\n|^\s*\/[/*]/.test(before.slice(offset));
  const closing = hasLineEnd ? '' : `${newline}${list ? indent : ''}`;
  return (
    before.slice(0, offset) + (needsComma ? ',' : '') + addition + closing + before.slice(offset).replace(hasLineEnd ? /^/ : /^[ \t]+/, '')
  );
}
