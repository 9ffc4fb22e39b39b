import { readFile } from 'node:fs/promises';
import path from 'node:path';

const root = path.resolve('uploads');

export async function load(name: string) {
  return readFile(path.join(root, name));
}

export async function loadSafely(name: string) {
  return readFile(path.join(root, path.basename(name)));
}
