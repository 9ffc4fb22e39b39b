import { ts } from 'ts-morph';
import type { Span } from '../model/finding';

/** What a text inserted at an offset would become: code, a child of a JSX element, text that is shown, or part of a string. */
export type Place = 'code' | 'jsx-child' | 'jsx-text' | 'string';

/** A comment; `container` is the `{…}` around it when it stands alone in a JSX expression. */
export interface Comment extends Span {
  container?: Span;
}

/** The deepest node whose full range (leading trivia included) holds the offset. */
function deepest(tree: ts.SourceFile, offset: number): ts.Node {
  let node: ts.Node = tree;
  for (;;) {
    const child: ts.Node | undefined = ts.forEachChild(node, (candidate) =>
      candidate.pos <= offset && offset < candidate.end ? candidate : undefined,
    );
    if (!child) return node;
    node = child;
  }
}

function isText(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isRegularExpressionLiteral(node) || ts.isJsxText(node);
}

/** The comment that holds an offset, or undefined when something else stands there. */
function commentAt(tree: ts.SourceFile, offset: number): Comment | undefined {
  const node = deepest(tree, offset);
  let from = node.pos;
  let to = node.end;
  if (isText(node)) {
    // The text itself is no place for comments; what stands before it is.
    to = ts.isJsxText(node) ? node.pos : node.getStart(tree);
    if (offset >= to) return undefined;
  } else {
    // Between two children there are only keywords, punctuation and trivia, which a scanner reads without context.
    ts.forEachChild(node, (child) => {
      if (child.end <= offset) from = Math.max(from, child.end);
      if (child.pos > offset) to = Math.min(to, child.pos);
    });
  }
  const scanner = ts.createScanner(ts.ScriptTarget.ESNext, false, tree.languageVariant, tree.text, undefined, from, to - from);
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    if (scanner.getTokenEnd() <= offset) continue;
    if (token !== ts.SyntaxKind.SingleLineCommentTrivia && token !== ts.SyntaxKind.MultiLineCommentTrivia) return undefined;
    const comment = { start: scanner.getTokenStart(), end: scanner.getTokenEnd() };
    const isAlone = ts.isJsxExpression(node) && !node.expression && /^\{\s*$/.test(tree.text.slice(node.getStart(tree), comment.start));
    return isAlone ? { ...comment, container: { start: node.getStart(tree), end: node.end } } : comment;
  }
  return undefined;
}

/** The comments that contain a text, in the order in which they stand. */
export function commentsWith(tree: ts.SourceFile, text: string): Comment[] {
  const found: Comment[] = [];
  for (let offset = tree.text.indexOf(text); offset >= 0; offset = tree.text.indexOf(text, offset + text.length)) {
    if (found.length > 0 && offset < found[found.length - 1]!.end) continue;
    const comment = commentAt(tree, offset);
    if (comment) found.push(comment);
  }
  return found;
}

/** What a comment inserted at `offset`, the first character of something, would become. */
export function placeAt(tree: ts.SourceFile, offset: number): Place {
  const path: ts.Node[] = [];
  for (let node: ts.Node | undefined = tree; node;) {
    path.push(node);
    node = ts.forEachChild(node, (candidate) => (candidate.pos <= offset && offset < candidate.end ? candidate : undefined));
  }
  const node = path[path.length - 1]!;
  if (ts.isJsxText(node)) return 'jsx-text';
  if (isText(node)) {
    const start = node.getStart(tree);
    // A template's middle and tail begin with the brace that ends a hole, where code still stands.
    const isStart = offset <= start;
    return isStart ? placeOfStart(tree, path, offset) : 'string';
  }
  return placeOfStart(tree, path, offset);
}

/** The same for an offset at which a token starts: it is a JSX child if the outermost node that starts there is one. */
function placeOfStart(tree: ts.SourceFile, path: readonly ts.Node[], offset: number): Place {
  for (let index = 1; index < path.length; index++) {
    const node = path[index]!;
    const parent = path[index - 1]!;
    const isContainer = ts.isJsxElement(parent) || ts.isJsxFragment(parent);
    if (!isContainer || node.getStart(tree) !== offset) continue;
    if (node !== openingOf(parent)) return 'jsx-child';
  }
  return 'code';
}

function openingOf(node: ts.JsxElement | ts.JsxFragment): ts.Node {
  return ts.isJsxElement(node) ? node.openingElement : node.openingFragment;
}
