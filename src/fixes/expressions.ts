import { ts } from 'ts-morph';
import type { FunctionNode } from '../syntax/outline';
import type { Draft } from './edits';
import { indentAt, lineEnd, startsLine } from './style';

/** Does the list break between its opening bracket and its first element? */
function isMultiline(draft: Draft, elements: ts.NodeArray<ts.Node>): boolean {
  const first = elements[0];
  return first !== undefined && startsLine(draft.text, first.getStart(draft.tree));
}

/** Inserts an argument at an index (0-based, at most the present number of arguments). */
export function insertArgument(draft: Draft, call: ts.CallExpression | ts.NewExpression, index: number, text: string): void {
  const list = call.arguments;
  if (!list) return draft.insert(call.end, `(${text})`);
  insertElement(draft, list, index, text, call.end - 1);
}

/** Inserts an element into a comma-separated list whose closing bracket is at `close`. */
export function insertElement(draft: Draft, list: ts.NodeArray<ts.Node>, index: number, text: string, close: number): void {
  const at = list[index];
  if (at) {
    const start = at.getStart(draft.tree);
    draft.insert(start, startsLine(draft.text, start) ? `${text},\n${indentAt(draft.text, start)}` : `${text}, `);
    return;
  }
  const last = list[list.length - 1];
  if (!last) return draft.insert(close, text);
  const multiline = isMultiline(draft, list);
  append(draft, list, last, multiline ? `\n${indentAt(draft.text, last.getStart(draft.tree))}${text}` : ` ${text}`, multiline);
}

/** Appends to a list in one edit where that is possible, so that several additions to one list do not get in each other's way. */
function append(draft: Draft, list: ts.NodeArray<ts.Node>, last: ts.Node, text: string, multiline: boolean): void {
  const comma = list.hasTrailingComma ? list.end : last.end;
  const comments = multiline ? (ts.getTrailingCommentRanges(draft.text, comma) ?? []) : [];
  const end = comments.length > 0 ? comments[comments.length - 1]!.end : comma;
  if (list.hasTrailingComma) draft.insert(end, `${text},`);
  else if (end === comma) draft.insert(end, `,${text}`);
  else {
    draft.insert(comma, ',');
    draft.insert(end, text);
  }
}

/** The property of that name in an object literal. */
export function findProperty(object: ts.ObjectLiteralExpression, name: string): ts.ObjectLiteralElementLike | undefined {
  return object.properties.find((property) => property.name && !ts.isComputedPropertyName(property.name) && property.name.text === name);
}

/** Adds `name: value` at the end of an object literal, in its own layout. Does nothing when the property exists. */
export function addObjectProperty(draft: Draft, object: ts.ObjectLiteralExpression, name: string, value: string): void {
  if (findProperty(object, name)) return;
  const property = value === name ? name : `${name}: ${value}`;
  const list = object.properties;
  const last = list[list.length - 1];
  const open = object.getStart(draft.tree);
  if (!last) {
    const inside = draft.text.slice(open + 1, object.end - 1);
    if (inside.trim() === '') draft.replace(open + 1, object.end - 1, draft.style.spacedBraces ? ` ${property} ` : property);
    else draft.insert(open + 1, ` ${property},`);
    return;
  }
  // An object that hugs its braces stays on one line even if one of its values spans several.
  const multiline = startsLine(draft.text, last.getStart(draft.tree));
  append(draft, list, last, multiline ? `\n${indentAt(draft.text, last.getStart(draft.tree))}${property}` : ` ${property}`, multiline);
}

/** Adds a parameter behind the present ones, with parentheses where an arrow function has none. */
export function addParameter(draft: Draft, fn: FunctionNode, text: string): void {
  const last = fn.parameters[fn.parameters.length - 1];
  if (!last) {
    const open = draft.text.indexOf('(', fn.name ? fn.name.end : fn.typeParameters ? fn.typeParameters.end : fn.getStart(draft.tree));
    return draft.insert(open + 1, text);
  }
  if (ts.isArrowFunction(fn) && fn.parameters.length === 1 && !hasParentheses(draft, fn)) {
    draft.insert(last.getStart(draft.tree), '(');
    draft.insert(last.end, `, ${text})`);
    return;
  }
  insertElement(draft, fn.parameters, fn.parameters.length, text, last.end);
}

function hasParentheses(draft: Draft, fn: ts.ArrowFunction): boolean {
  return draft.text.slice(fn.parameters[0]!.end, fn.equalsGreaterThanToken.getStart(draft.tree)).includes(')');
}

/** Removes a property from an object literal, with its comma and, when it stands alone there, its line. */
export function removeProperty(draft: Draft, object: ts.ObjectLiteralExpression, property: ts.ObjectLiteralElementLike): void {
  const list = object.properties;
  const index = list.indexOf(property);
  const start = property.getStart(draft.tree);
  const next = list[index + 1];
  if (next) return draft.replace(start, next.getStart(draft.tree), '');
  const before = list[index - 1];
  if (!before) return draft.replace(object.getStart(draft.tree) + 1, object.end - 1, '');
  const end = list.hasTrailingComma ? list.end : property.end;
  const kept = list.hasTrailingComma && /[\r\n]/.test(draft.text.slice(before.end, start)) ? ',' : '';
  const comments = draft.text.slice(end, lineEnd(draft.text, end)).trim().startsWith('//');
  draft.replace(before.end, comments ? lineEnd(draft.text, end) : end, kept);
}
