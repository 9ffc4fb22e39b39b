import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** `UPDATE=1` rewrites goldens with what came out, for a person to read in the diff. */
export const isUpdating = process.env['UPDATE'] === '1';

/** Compares a text with its golden, or rewrites the golden when updating. A golden that is missing fails. */
export function matchGolden(file: string, actual: string): void {
  const expected = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (expected === actual) return;
  if (isUpdating) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, actual);
    return;
  }
  assert.notEqual(expected, undefined, `${path.relative(process.cwd(), file)} is missing; UPDATE=1 writes it:\n${actual}`);
  assert.equal(actual, expected, `${path.relative(process.cwd(), file)} differs from what came out; UPDATE=1 rewrites it`);
}
