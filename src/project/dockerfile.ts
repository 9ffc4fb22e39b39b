import type { Span } from '../model/finding';

/** One instruction of a Dockerfile. Offsets are 0-based. */
export interface DockerInstruction {
  /** In capitals. */
  keyword: string;
  /** What follows it, continued lines joined; of a list in brackets, its words. */
  command: string;
  /** From the keyword to the end. */
  span: Span;
  /** Where `command` stands in the file; absent where it was put together. */
  at?: number;
}

/** Instructions of a Dockerfile, in their order. Comments and texts of `<<EOF` blocks are no instructions. Never throws. */
export function readDockerfile(text: string): DockerInstruction[] {
  const found: DockerInstruction[] = [];
  const pattern = /^[ \t]*([A-Za-z]+)[ \t]+((?:[^\\\r\n]|\\[^\r\n]|\\[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*)*)/gm;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole, word, rest] = match as unknown as [string, string, string];
    const start = match.index + whole.indexOf(word);
    const end = match.index + whole.trimEnd().length;
    const restStart = match.index + whole.length - rest.length;
    const block = /<<-?\s*['"]?(\w+)['"]?/.exec(rest)?.[1];
    const close = block === undefined ? -1 : text.slice(pattern.lastIndex).search(new RegExp(`^[ \\t]*${block}[ \\t]*$`, 'm'));
    if (close !== -1) {
      const inside = text.slice(pattern.lastIndex, pattern.lastIndex + close);
      found.push({ keyword: word.toUpperCase(), command: inside, span: { start, end: pattern.lastIndex + close }, at: pattern.lastIndex });
      pattern.lastIndex += close;
      continue;
    }
    // People write remarks behind instructions, although only shells take them for remarks.
    const said = word.toUpperCase() === 'RUN' ? rest.trimEnd() : rest.replace(/\s#\s[^\n]*$/, '').trimEnd();
    found.push({
      keyword: word.toUpperCase(),
      ...commandOf(said, restStart),
      span: { start, end: Math.min(end, restStart + said.length) },
    });
  }
  return found;
}

/** `["sh", "-c", "a && b"]` is `a && b`, `["npm", "start"]` is `npm start`. */
function commandOf(rest: string, at: number): Pick<DockerInstruction, 'command' | 'at'> {
  if (!rest.startsWith('[')) return { command: rest.replace(/\\\r?\n/g, (line) => ' '.repeat(line.length)), at };
  const words = [...rest.matchAll(/"((?:\\.|[^"\\])*)"/g)];
  const shell = words.findIndex((word) => word[1] === '-c' || word[1] === '-lc');
  const only = shell > 0 ? words[shell + 1] : undefined;
  return only ? { command: only[1]!, at: at + only.index + 1 } : { command: words.map((word) => word[1]).join(' ') };
}
