import { ts } from 'ts-morph';
import type { TextEdit } from '../model/fix';
import { changeBetween } from './textChange';

const scriptKinds: Record<string, ts.ScriptKind> = {
  ts: ts.ScriptKind.TS,
  mts: ts.ScriptKind.TS,
  cts: ts.ScriptKind.TS,
  tsx: ts.ScriptKind.TSX,
  js: ts.ScriptKind.JSX,
  mjs: ts.ScriptKind.JSX,
  cjs: ts.ScriptKind.JSX,
  jsx: ts.ScriptKind.JSX,
};

/** Parses one file. Never fails: broken text gives a tree and parse errors. Parent links are set by the outline's walk. */
export function parse(file: string, text: string): ts.SourceFile {
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  return ts.createSourceFile(
    file,
    text,
    { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
    false,
    scriptKinds[extension] ?? ts.ScriptKind.TS,
  );
}

/** Applies text edits, each referring to the text after the previous one. */
export function applySequentially(text: string, edits: readonly TextEdit[]): string {
  for (const edit of edits) text = text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
  return text;
}

/** Trees of open files. Closed files keep facts, not trees. */
export class Trees {
  private readonly trees = new Map<string, ts.SourceFile>();

  get(file: string): ts.SourceFile | undefined {
    return this.trees.get(file);
  }

  /** Sets the whole text; the smallest differing middle is treated as one edit, so that unchanged nodes are kept. */
  set(file: string, text: string): ts.SourceFile {
    const old = this.trees.get(file);
    if (!old) return this.store(file, parse(file, text));
    if (old.text === text) return old;
    const { start, end, newLength } = changeBetween(old.text, text);
    return this.update(file, old, text, start, end, newLength);
  }

  /** Applies an editor's changes. Throws if the file is not open. */
  edit(file: string, edits: readonly TextEdit[]): ts.SourceFile {
    let tree = this.trees.get(file);
    if (!tree) throw new Error(`${file} is not open`);
    for (const edit of edits) {
      const text = tree.text.slice(0, edit.start) + edit.newText + tree.text.slice(edit.end);
      tree = this.update(file, tree, text, edit.start, edit.end, edit.newText.length);
    }
    return tree;
  }

  forget(file: string): void {
    this.trees.delete(file);
  }

  private update(file: string, old: ts.SourceFile, text: string, start: number, end: number, newLength: number): ts.SourceFile {
    const range = ts.createTextChangeRange(ts.createTextSpanFromBounds(start, end), newLength);
    return this.store(file, ts.updateSourceFile(old, text, range));
  }

  private store(file: string, tree: ts.SourceFile): ts.SourceFile {
    this.trees.set(file, tree);
    return tree;
  }
}
