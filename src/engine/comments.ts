import type { ts } from 'ts-morph';
import { commentsWith, type Comment } from '../syntax/comments';

/** How a language writes comments: `//` and block comments, `#`, or `--` and block comments. */
export type CommentStyle = 'slash' | 'hash' | 'dash';

/** Comment style of a file by its name; undefined when the format has no comments or none that we read. */
export function commentStyle(file: string): CommentStyle | undefined {
  const name = file.slice(file.lastIndexOf('/') + 1).toLowerCase();
  if (/\.[cm]?[jt]sx?$/.test(name) || /\.(jsonc|prisma|rules)$/.test(name) || /^[jt]sconfig(\..+)?\.json$/.test(name)) return 'slash';
  if (/\.(ya?ml|toml|sh)$/.test(name) || /^\.env(\..+)?$/.test(name) || /\.env$/.test(name)) return 'hash';
  if (/^(dockerfile|containerfile)(\..+)?$/.test(name) || name.endsWith('.dockerfile')) return 'hash';
  return name.endsWith('.sql') ? 'dash' : undefined;
}

/** Tells whether a file is parsed as TypeScript, so that its comments are known only from its tree. */
function isScript(file: string): boolean {
  return /\.[cm]?[jt]sx?$/i.test(file);
}

/** Strings and comments of the languages that are not parsed as TypeScript, whichever comes first. */
const tokens: Record<CommentStyle, RegExp> = {
  slash: /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/g,
  hash: /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|(?<![^\s])#[^\r\n]*/g,
  dash: /"(?:[^"]|"")*"|'(?:[^']|'')*'|--[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/g,
};

const isComment = /^(?:\/\/|\/\*|#|--)/;

/**
 * The comments that contain a text. `tree` is needed for script files (a tree of exactly this text); without it
 * they have none. In SQL, comments inside function bodies count as well.
 */
export function commentsContaining(file: string, text: string, needle: string, tree?: ts.SourceFile): Comment[] {
  if (!text.includes(needle)) return [];
  if (isScript(file)) return tree ? commentsWith(tree, needle) : [];
  const style = commentStyle(file);
  if (!style) return [];
  return [...text.matchAll(tokens[style])]
    .filter(([token]) => isComment.test(token) && token.includes(needle))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Tells whether a line holds nothing but white space and comments, as far as one line can tell. */
export function isCommentLine(line: string, style: CommentStyle): boolean {
  const code = line.trim();
  if (code === '') return true;
  if (style === 'hash') return code.startsWith('#');
  if (style === 'dash' ? code.startsWith('--') : code.startsWith('//')) return true;
  return /^\{?\s*\/\*(?:(?!\*\/).)*\*\/\s*\}?$/.test(code);
}
