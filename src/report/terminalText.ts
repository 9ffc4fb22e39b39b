import type { Severity } from '../model/finding';

/** How a report for people is written. */
export interface TextOptions {
  /** Escape sequences for colours; off for files and pipes. */
  color: boolean;
  /** Findings of low confidence are listed from this severity on; the others are only counted. */
  failOn?: Severity | 'never';
  /** Every finding is listed, also those that say the same of many places. */
  all?: boolean;
}

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'green';
const codes: Record<Style, [number, number]> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  green: [32, 39],
};

export type Paint = (style: Style, text: string) => string;

/** Paints with escape sequences, or not at all. */
export function painter(color: boolean): Paint {
  return (style, text) => (color ? `\u001b[${codes[style][0]}m${text}\u001b[${codes[style][1]}m` : text);
}

/** Messages may quote code: nothing in them may move the cursor or start a new line. */
export function plain(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '');
}
