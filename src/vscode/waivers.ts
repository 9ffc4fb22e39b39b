import { applyEdits, modify, parse, type ParseError } from 'jsonc-parser';
import type { Waiver } from '../model/readiness';

/**
 * The text of a project configuration with one more waiver; comments and layout stay. Throws when the text can't be
 * understood, so that it is never written over.
 */
export function withWaiver(text: string | undefined, waiver: Waiver): string {
  const before = text === undefined || text.trim() === '' ? '{}\n' : text;
  const errors: ParseError[] = [];
  const content: unknown = parse(before.replace(/^\uFEFF/, ''), errors, { allowTrailingComma: true });
  if (errors.length > 0 || typeof content !== 'object' || content === null || Array.isArray(content)) throw new Error('The configuration is not valid JSON.');
  const { waivers } = content as { waivers?: unknown };
  if (waivers !== undefined && !Array.isArray(waivers)) throw new Error('"waivers" in the configuration is not a list.');
  const newline = before.includes('\r\n') ? '\r\n' : '\n';
  const indent = /^([ \t]+)"/m.exec(before)?.[1] ?? '  ';
  const formattingOptions = { insertSpaces: !indent.startsWith('\t'), tabSize: indent.startsWith('\t') ? 1 : indent.length, eol: newline };
  const edits = waivers === undefined ? modify(before, ['waivers'], [waiver], { formattingOptions }) : modify(before, ['waivers', -1], waiver, { formattingOptions, isArrayInsertion: true });
  return applyEdits(before, edits);
}
