import { ts } from 'ts-morph';
import type { Lines } from '../model/library';
import { walk } from '../syntax/nodes';

/** How a file is written. Fixes follow it instead of bringing a style of their own. */
export interface FileStyle {
  newline: '\n' | '\r\n';
  /** One level of indentation. */
  indent: string;
  quote: "'" | '"';
  semicolons: boolean;
  /** Multi-line lists end in a comma. */
  trailingComma: boolean;
  /** `{ a }` and not `{a}`. */
  spacedBraces: boolean;
  modules: 'esm' | 'cjs';
  typescript: boolean;
}

const known = new WeakMap<ts.SourceFile, FileStyle>();

/** Reads the style off a tree; where the file gives no hint: two spaces, single quotes, semicolons. */
export function styleOf(tree: ts.SourceFile): FileStyle {
  let style = known.get(tree);
  if (!style) known.set(tree, (style = detect(tree)));
  return style;
}

function detect(tree: ts.SourceFile): FileStyle {
  const text = tree.text;
  const indents = new Map<string, number>();
  const votes = { single: 0, double: 0, with: 0, without: 0, comma: 0, noComma: 0, spaced: 0, tight: 0 };
  walk(tree, (node) => {
    if (ts.isStringLiteral(node) && !ts.isJsxAttribute(node.parent)) {
      const content = text.slice(node.getStart(tree) + 1, node.end - 1);
      if (!/['"]/.test(content)) text[node.getStart(tree)] === "'" ? votes.single++ : votes.double++;
    } else if (isTerminated(node)) {
      text[node.end - 1] === ';' && !startsLine(text, node.end - 1) ? votes.with++ : votes.without++;
    } else if (ts.isBlock(node) || ts.isObjectLiteralExpression(node) || ts.isClassDeclaration(node)) {
      voteIndent(
        tree,
        node,
        ts.isBlock(node) ? node.statements[0] : ts.isClassDeclaration(node) ? node.members[0] : node.properties[0],
        indents,
      );
    }
    if (ts.isObjectLiteralExpression(node) || ts.isNamedImports(node) || ts.isObjectBindingPattern(node)) {
      const elements: ts.NodeArray<ts.Node> = ts.isObjectLiteralExpression(node) ? node.properties : node.elements;
      const start = node.getStart(tree);
      if (elements.length === 0) return;
      if (!/[\r\n]/.test(text.slice(start, node.end))) /\s/.test(text[start + 1]!) ? votes.spaced++ : votes.tight++;
      else if (/^\s*[\r\n]/.test(text.slice(start + 1))) elements.hasTrailingComma ? votes.comma++ : votes.noComma++;
    }
  });
  const indent = [...indents].sort((a, b) => b[1] - a[1])[0]?.[0];
  const crlf = text.split('\r\n').length - 1;
  return {
    newline: crlf > 0 && crlf * 2 > text.split('\n').length - 1 ? '\r\n' : '\n',
    indent: indent ?? '  ',
    quote: votes.double > votes.single ? '"' : "'",
    semicolons: votes.with >= votes.without,
    trailingComma: votes.comma >= votes.noComma,
    spacedBraces: votes.spaced >= votes.tight,
    modules: modulesOf(tree),
    typescript: /\.[cm]?tsx?$/.test(tree.fileName),
  };
}

function isTerminated(node: ts.Node): boolean {
  return ts.isExpressionStatement(node) || ts.isVariableStatement(node) || ts.isReturnStatement(node) || ts.isImportDeclaration(node);
}

function voteIndent(tree: ts.SourceFile, outer: ts.Node, first: ts.Node | undefined, indents: Map<string, number>): void {
  if (!first) return;
  const inner = indentAt(tree.text, first.getStart(tree));
  const base = indentAt(tree.text, outer.getStart(tree));
  if (tree.text.slice(lineStart(tree.text, first.getStart(tree)), first.getStart(tree)) !== inner) return;
  if (inner.length <= base.length || !inner.startsWith(base)) return;
  const unit = inner.slice(base.length);
  indents.set(unit, (indents.get(unit) ?? 0) + 1);
}

function modulesOf(tree: ts.SourceFile): FileStyle['modules'] {
  if (/\.cts$|\.cjs$/.test(tree.fileName)) return 'cjs';
  if (/\.mts$|\.mjs$/.test(tree.fileName)) return 'esm';
  for (const statement of tree.statements) {
    if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) || ts.isExportAssignment(statement)) return 'esm';
    if (ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword))
      return 'esm';
  }
  if (/\brequire\s*\(|\bmodule\.exports\b|^\s*exports\./m.test(tree.text)) return 'cjs';
  return 'esm';
}

/** Offset of the start of the line that holds `offset`. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset of the end of the line that holds `offset`, its line break excluded. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' && end - 1 >= offset ? end - 1 : end;
}

/** Leading white space of the line that holds `offset`. */
export function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  let end = start;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return text.slice(start, end);
}

/** Nothing but white space stands before `offset` on its line. */
export function startsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

/** The name of a module in quotes, in the style of the other imports of the file. */
export function quotedModule(module: string, tree: ts.SourceFile, style: FileStyle): string {
  const imports = tree.statements.filter(ts.isImportDeclaration).map(({ moduleSpecifier }) => tree.text[moduleSpecifier.getStart(tree)]);
  const double = imports.filter((quote) => quote === '"').length;
  if (imports.length === 0 || double * 2 === imports.length) return quoted(module, style);
  return quoted(module, { ...style, quote: double * 2 > imports.length ? '"' : "'" });
}

/** A string literal in the style of the file. */
export function quoted(value: string, style: FileStyle): string {
  const other = style.quote === "'" ? '"' : "'";
  const quote = value.includes(style.quote) && !value.includes(other) ? other : style.quote;
  const escaped = value.replace(/\\/g, '\\\\').replaceAll(quote, `\\${quote}`);
  return (
    quote +
    escaped
      .replace(/\r/g, '\\r')
      .replace(/\n/g, '\\n')
      .replace(/\u2028/g, '\\u2028')
      .replace(/\u2029/g, '\\u2029') +
    quote
  );
}

/** Statements of code to insert: a string is a line (with its semicolon), a nested list is one level deeper, '' is an empty line. */
export type Code = Lines;

/** Renders lines at an indentation, without a final line break; semicolons are dropped where the file has none. */
export function render(code: Code, style: FileStyle, indent: string): string {
  return code
    .map((line) => {
      if (typeof line !== 'string') return render(line, style, indent + style.indent);
      if (line === '') return '';
      return indent + (style.semicolons ? line : line.replace(/;$/, ''));
    })
    .join('\n');
}

/** `{ a }` or `{a}`. */
export function braced(content: string, style: FileStyle): string {
  return style.spacedBraces ? `{ ${content} }` : `{${content}}`;
}
