import { nameOf } from './paths';

/**
 * Paths in git's index that pass `wanted`, as the bytes of `.git/index` have them; undefined when they are in a form that
 * is not read (a split index, other hashes), so that nothing can be said of a path that is missing.
 */
export function trackedPaths(index: Uint8Array, wanted: (path: string) => boolean): string[] | undefined {
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength);
  if (index.length < 12 || ascii(index, 0, 4) !== 'DIRC') return undefined;
  const version = view.getUint32(4);
  if (version < 2 || version > 4) return undefined;
  const found: string[] = [];
  const decoder = new TextDecoder();
  let previous = new Uint8Array(0);
  let at = 12;
  for (let left = view.getUint32(8); left > 0; left--) {
    const head = at + fixed;
    if (head + 2 > index.length) return undefined;
    const isExtended = (view.getUint16(head - 2) & 0x4000) !== 0;
    let start = head + (isExtended && version > 2 ? 2 : 0);
    let kept = previous.subarray(0, 0);
    if (version === 4) {
      const strip = varint(index, start);
      start = strip.next;
      kept = previous.subarray(0, previous.length - strip.value);
    }
    const end = index.indexOf(0, start);
    if (end === -1) return undefined;
    const path = new Uint8Array(kept.length + end - start);
    path.set(kept);
    path.set(index.subarray(start, end), kept.length);
    previous = path;
    const text = decoder.decode(path);
    if (wanted(text)) found.push(text);
    // Entries of the older versions are filled up to a multiple of eight.
    at = version === 4 ? end + 1 : at + Math.ceil((end - at + 1) / 8) * 8;
  }
  return hasLink(index, view, at) ? undefined : found;
}

/** Times, owner, size, hash (SHA-1) and flags of an entry, in bytes. */
const fixed = 62;

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

/** A number in the form that pack files have: each further byte counts from one more. */
function varint(bytes: Uint8Array, start: number): { value: number; next: number } {
  let next = start;
  let byte = bytes[next++] ?? 0;
  let value = byte & 0x7f;
  while (byte & 0x80) {
    byte = bytes[next++] ?? 0;
    value = ((value + 1) << 7) | (byte & 0x7f);
  }
  return { value, next };
}

/** Is the rest of the entries in another file? */
function hasLink(index: Uint8Array, view: DataView, from: number): boolean {
  for (let at = from; at + 8 <= index.length - 20; at += 8 + view.getUint32(at + 4)) if (ascii(index, at, at + 4) === 'link') return true;
  return false;
}

/** Folder that `.git` stands for where it is a file, seen from the folder that it lies in: `gitdir: ../.git/worktrees/a`. */
export function gitFolderOf(text: string): string | undefined {
  return /^gitdir:\s*(.+?)\s*$/m.exec(text)?.[1];
}

/** Is it a file with settings of the environment, by its name? */
export function isEnvironmentFile(path: string): boolean {
  return (
    /^(?:\.env(?:[.-][^/]*)?|env[.-](?:example|sample|template|dist)(?:\.txt)?|(?:config|settings|example|sample|template)\.env|[\w-]+\.env[.-](?:env|example|sample|template|dist))$/.test(
      nameOf(path),
    ) && !/\.[cm]?[jt]sx?$/.test(path)
  );
}
