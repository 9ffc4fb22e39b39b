import { parse } from 'jsonc-parser';

/** A JSON object whose members nobody has looked at. */
export type JsonRecord = Record<string, unknown>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads an object from JSON with comments and trailing commas; what is broken is left out, {} when nothing is left. */
export function readJsonc(text: string | undefined): JsonRecord {
  const value: unknown = text === undefined ? undefined : parsed(text);
  return isRecord(value) ? value : {};
}

/** Most files are plain JSON, which the runtime reads many times faster. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parse(text, [], { allowTrailingComma: true });
  }
}

/** A member that is text. */
export function textMember(record: JsonRecord, key: string): string | undefined {
  const value = record[key];
  return typeof value === 'string' ? value : undefined;
}

/** A member that is an object; {} when it is not. */
export function recordMember(record: JsonRecord, key: string): JsonRecord {
  const value = record[key];
  return isRecord(value) ? value : {};
}

/** The texts in a list, or of a single text. */
export function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((entry): entry is string => typeof entry === 'string');
}
