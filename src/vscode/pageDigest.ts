/** The parts of a rule's page that fit into a hover. Markdown. */
export interface PageDigest {
  /** What breaks in production. */
  why?: string;
  /** What to do. */
  how?: string;
}

/** Longer paragraphs are cut at the end of a sentence. */
const limit = 220;

/** First paragraph under a heading that begins with these words, on one line. */
function firstParagraph(page: string, heading: RegExp): string | undefined {
  const lines = page.split(/\r?\n/);
  const at = lines.findIndex((line) => /^##\s/.test(line) && heading.test(line.replace(/^##\s+/, '')));
  if (at < 0) return undefined;
  const paragraph: string[] = [];
  for (const line of lines.slice(at + 1)) {
    if (/^#/.test(line) || /^```/.test(line)) break;
    if (line.trim() !== '') paragraph.push(line.trim());
    else if (paragraph.length > 0) break;
  }
  return paragraph.length === 0 ? undefined : shortened(paragraph.join(' '));
}

function shortened(text: string): string {
  if (text.length <= limit) return text;
  const end = text.slice(0, limit).search(/[.!?]\s(?!.*[.!?]\s)/);
  return end > 0 ? text.slice(0, end + 1) : `${text.slice(0, text.lastIndexOf(' ', limit))} …`;
}

/** Takes why and how from the page of a rule or check. */
export function digest(page: string): PageDigest {
  const why = firstParagraph(page, /^why/i);
  const how = firstParagraph(page, /^how to (?:fix|pass)/i);
  return { ...(why === undefined ? {} : { why }), ...(how === undefined ? {} : { how }) };
}
