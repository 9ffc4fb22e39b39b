import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** A file in a zip archive. */
export interface ZipEntry {
  name: string;
  /** Unpacked size. */
  bytes: number;
}

/** Lists a zip archive from its central directory. Throws when the file is none. */
export function listZip(file: string): ZipEntry[] {
  const data = readFileSync(file);
  const end = data.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  assert.ok(end >= 0, `${file} is not a zip archive.`);
  const entries: ZipEntry[] = [];
  let at = data.readUInt32LE(end + 16);
  for (let count = data.readUInt16LE(end + 10); count > 0; count--) {
    const nameLength = data.readUInt16LE(at + 28);
    entries.push({ name: data.toString('utf8', at + 46, at + 46 + nameLength), bytes: data.readUInt32LE(at + 24) });
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return entries;
}
