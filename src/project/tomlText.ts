import type { Span } from '../model/finding';

/** A text in a TOML file, with the table that it stands in. Offsets are 0-based. */
export interface TomlText {
  /** `http_service.checks` for `[[http_service.checks]]`; '' in front of the first table. */
  table: string;
  /** Counts tables from the top, so that two of the same name are told apart. */
  nth: number;
  key: string;
  value: string;
  /** From the key to the end of the value. */
  span: Span;
}

const tableLine = /^[ \t]*\[{1,2}[ \t]*([\w.'" \t-]+?)[ \t]*\]{1,2}[ \t]*(?:#.*)?\r?$/;
const textLine = /^[ \t]*(["']?)([\w.-]+)\1[ \t]*=[ \t]*(?:"((?:\\.|[^"\\])*)"|'([^']*)')/;

/**
 * Texts on lines of their own. A reader of TOML would say more, but none says where things stand. What a text of several lines
 * holds is passed over. Never throws.
 */
export function readToml(text: string): TomlText[] {
  const found: TomlText[] = [];
  let table = '';
  let nth = 0;
  let open: string | undefined;
  let start = 0;
  for (const line of text.split('\n')) {
    const marks = line.match(/"""|'''/g) ?? [];
    const isInside = open !== undefined;
    for (const mark of marks) open = open === undefined ? mark : open === mark ? undefined : open;
    const name = isInside ? undefined : tableLine.exec(line)?.[1];
    const [whole, , key, double, single] = (!isInside && marks.length === 0 && textLine.exec(line)) || [];
    if (name !== undefined) {
      table = name.replace(/['" \t]/g, '');
      nth++;
    } else if (whole !== undefined && key !== undefined) {
      found.push({
        table,
        nth,
        key,
        value: double ?? single ?? '',
        span: { start: start + whole.search(/\S/), end: start + whole.length },
      });
    }
    start += line.length + 1;
  }
  return found;
}
