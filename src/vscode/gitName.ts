/** The value of `user.name` in the text of a git configuration file; the last one counts, as in git. */
export function userNameIn(text: string): string | undefined {
  let isUser = false;
  let name: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const header = /^\s*\[([^\]]*)\]/.exec(line);
    if (header) isUser = header[1]!.trim().toLowerCase() === 'user';
    const entry = /^\s*(?:\[[^\]]*\]\s*)?name\s*=\s*(.*)$/i.exec(line);
    if (isUser && entry) name = valueOf(entry[1]!);
  }
  return name === undefined || name === '' ? undefined : name;
}

/** Quotes keep blanks and comment signs; outside of them a comment ends the value. */
function valueOf(written: string): string {
  let value = '';
  let isQuoted = false;
  for (let i = 0; i < written.length; i++) {
    const character = written[i]!;
    if (character === '\\') value += escapes[written[++i] ?? ''] ?? written[i] ?? '';
    else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === '#' || character === ';')) break;
    else value += character;
  }
  return value.trim();
}

const escapes: Record<string, string> = { n: '\n', t: '\t' };
