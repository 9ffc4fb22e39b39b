/** Texts and comments; quotes that close on no line, as in "don't", begin no text. */
const piece = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;

/**
 * Asks whether a pattern fits somewhere in the code of a text, and not only in its comments. They are taken out when somebody asks for a pattern
 * that fits in a text with comments in front of it, which is read by its look: no tree is made.
 */
export function codeOf(text: string): (pattern: RegExp) => boolean {
  let code: string | undefined;
  return (pattern) => {
    const found = pattern.exec(text);
    if (!found) return false;
    if (!isBehindComment(text, found.index)) return true;
    code ??= text.replace(piece, (part) => (part.startsWith('/') ? ' ' : part));
    return pattern.test(code);
  };
}

function isBehindComment(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return text.slice(start, at).includes('//') || text.lastIndexOf('/*', at) !== -1;
}
