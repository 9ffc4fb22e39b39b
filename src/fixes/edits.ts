import { ts } from 'ts-morph';
import type { FileEdit, TextEdit } from '../model/fix';
import type { FixSource } from '../model/rule';
import { parse } from '../syntax/trees';
import { styleOf, type FileStyle } from './style';

/** Orders edits of one text, drops doubles and joins the ones that touch. Returns undefined when two overlap. */
export function mergeEdits(edits: readonly TextEdit[]): TextEdit[] | undefined {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index)
    .map(({ edit }) => edit);
  const merged: TextEdit[] = [];
  for (const [index, edit] of ordered.entries()) {
    if (edit.start === edit.end && edit.newText === '') continue;
    if (ordered.slice(0, index).some((other) => other.start === edit.start && other.end === edit.end && other.newText === edit.newText))
      continue;
    const last = merged[merged.length - 1];
    if (last && edit.start < last.end) return undefined;
    if (last && edit.start === last.end) {
      last.end = edit.end;
      last.newText += edit.newText;
    } else merged.push({ ...edit });
  }
  return merged;
}

/** Applies edits that all refer to `text`. Throws if two of them overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const merged = mergeEdits(edits);
  if (!merged) throw new Error('Overlapping edits');
  let result = '';
  let at = 0;
  for (const edit of merged) {
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Offsets at which the parser stumbles. */
function errorOffsets(tree: ts.SourceFile): number[] {
  return ((tree as unknown as { parseDiagnostics?: readonly { start: number }[] }).parseDiagnostics ?? []).map(
    (diagnostic) => diagnostic.start,
  );
}

/** Number of places where the parser stumbles; none where there is no text. */
export function syntaxErrors(tree: ts.SourceFile | undefined): number {
  return tree ? errorOffsets(tree).length : 0;
}

/** Makes sure that the nodes of a tree know their parents. */
export function linked(tree: ts.SourceFile): ts.SourceFile {
  const first = tree.statements[0] as { parent?: ts.Node } | undefined;
  if (first && !first.parent) link(tree);
  return tree;
}

function link(node: ts.Node): void {
  ts.forEachChild(node, (child) => {
    (child as { parent: ts.Node }).parent = node;
    link(child);
  });
}

/** The edits of one file while a fix is being built. Offsets refer to the text at the start. */
export class Draft {
  readonly tree: ts.SourceFile;
  readonly text: string;
  readonly style: FileStyle;
  /** Names imported by this draft so far, by module and name. */
  readonly imported = new Map<string, string>();
  private readonly list: TextEdit[] = [];
  private readonly deferred: (() => void)[] = [];
  private impossible = false;

  constructor(readonly source: FixSource) {
    this.tree = linked(source.tree as ts.SourceFile);
    this.text = source.text;
    this.style = styleOf(this.tree);
  }

  /** Inserts text, given with `\n` line breaks. Insertions at the same offset keep their order. */
  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  replace(start: number, end: number, text: string): void {
    this.list.push({ start, end, newText: text.replace(/\r?\n/g, this.style.newline) });
  }

  replaceNode(node: ts.Node, text: string): void {
    this.replace(node.getStart(this.tree), node.end, text);
  }

  /** Text of a node without leading trivia. */
  textOf(node: ts.Node): string {
    return node.getText(this.tree);
  }

  /** Something to insert once everything else is known. */
  defer(insertion: () => void): void {
    this.deferred.push(insertion);
  }

  /** The fix cannot be built after all; `finish` will return undefined. */
  giveUp(): void {
    this.impossible = true;
  }

  /** The edits so far, ordered and joined; undefined when they overlap. */
  edits(): TextEdit[] | undefined {
    for (const insertion of this.deferred.splice(0)) insertion();
    return this.impossible ? undefined : mergeEdits(this.list);
  }

  /** The finished fix; undefined when nothing changes, edits overlap, or the result has syntax errors that the text had not. */
  finish(...others: FileEdit[]): FileEdit[] | undefined {
    const edits = this.edits()?.filter((edit) => this.text.slice(edit.start, edit.end) !== edit.newText);
    if (!edits || edits.length === 0 || edits.some((edit) => this.isBroken(edit.start))) return undefined;
    const after = parse(this.source.file, applyEdits(this.text, edits));
    if (syntaxErrors(after) > syntaxErrors(this.tree)) return undefined;
    return [{ file: this.source.file, edits }, ...others];
  }

  /** The statement at the top of the file that holds the offset has syntax errors: its shape cannot be trusted. */
  private isBroken(offset: number): boolean {
    const index = this.tree.statements.findIndex((candidate) => candidate.pos <= offset && offset <= candidate.end);
    const statement = this.tree.statements[index];
    const limit = this.tree.statements[index + 1]?.getStart(this.tree) ?? this.text.length + 1;
    return statement !== undefined && errorOffsets(this.tree).some((error) => error >= statement.pos && error < limit);
  }
}

/** Tracks edits that each refer to the text after the previous ones, and gives one set that refers to the first text. */
export class EditSequence {
  private pieces: ({ from: number; to: number } | { text: string })[];

  constructor(private readonly original: string) {
    this.pieces = [{ from: 0, to: original.length }];
  }

  /** The text after everything so far. */
  get text(): string {
    return this.pieces.map((piece) => ('text' in piece ? piece.text : this.original.slice(piece.from, piece.to))).join('');
  }

  /** Takes edits that all refer to the present text. Throws if two of them overlap. */
  apply(edits: readonly TextEdit[]): void {
    const merged = mergeEdits(edits);
    if (!merged) throw new Error('Overlapping edits');
    for (const edit of merged.reverse()) {
      const before = this.cut(0, edit.start);
      const after = this.cut(edit.end, Infinity);
      this.pieces = [...before, ...(edit.newText ? [{ text: edit.newText }] : []), ...after];
    }
  }

  /** One ordered set of edits from the first text to the present one, touching only what differs. */
  edits(): TextEdit[] {
    const edits: TextEdit[] = [];
    let at = 0;
    let pending = '';
    const flush = (to: number): void => {
      if (to > at || pending) edits.push({ start: at, end: to, newText: pending });
      pending = '';
    };
    for (const piece of this.pieces) {
      if ('text' in piece) pending += piece.text;
      else {
        flush(piece.from);
        at = piece.to;
      }
    }
    flush(this.original.length);
    return edits.filter((edit) => this.original.slice(edit.start, edit.end) !== edit.newText);
  }

  private cut(start: number, end: number): typeof this.pieces {
    const result: typeof this.pieces = [];
    let at = 0;
    for (const piece of this.pieces) {
      const length = 'text' in piece ? piece.text.length : piece.to - piece.from;
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, length);
      if (from < to) result.push('text' in piece ? { text: piece.text.slice(from, to) } : { from: piece.from + from, to: piece.from + to });
      at += length;
    }
    return result;
  }
}
