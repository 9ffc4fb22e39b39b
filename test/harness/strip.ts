const marker = /\s*(?:\/\/|--|#|\{?\/\*|<!--)\s*(?:expect|ok):[^\n]*$/;
const wholeLine = /^\s*(?:\/\/|--|#|\{?\/\*|<!--)(?:\s*expect-next-line:|\s*\^+)/;
const headLine = /^\s*(?:\/\/|--|#|\/\*|<!--)\s*(?:file|packages|fix|broken):/;

/** The text of a fixture as a person would have written it: without the comments that are for the harness. */
export function withoutMarkers(text: string): string {
  let isHead = true;
  const kept: string[] = [];
  for (const line of text.split('\n')) {
    if (isHead && headLine.test(line)) continue;
    if (wholeLine.test(line)) continue;
    const stripped = line.replace(marker, '');
    if (stripped.trim() !== '' && !/^\s*(?:\/\/|--|#|\/\*|<!--)/.test(stripped)) isHead = false;
    kept.push(stripped);
  }
  while (kept.length > 1 && kept[0]!.trim() === '') kept.shift();
  return kept.join('\n');
}

/** Does a text say at the end of some line what is to be reported there? */
export function hasMarkers(text: string): boolean {
  return text.split('\n').some((line) => marker.test(line));
}

/** The text without comments for the harness at the end of lines; lines and columns in front of them stay. */
export function withoutLineMarkers(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(marker, ''))
    .join('\n');
}
