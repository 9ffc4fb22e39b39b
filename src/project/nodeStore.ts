import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text that is kept from one process to the next. */
export interface TextStore {
  /** What was written last; undefined where there is nothing that can be read. */
  read(): string | undefined;
  /** Writes a text in place of the last one. Where that cannot be done, the last one stays, and nobody is told. */
  write(text: string): void;
}

const ending = '.kept';

/** Milliseconds after which a text that nobody asked for is removed. */
const longest = 30 * 24 * 60 * 60 * 1000;

/**
 * Keeps a text under a name (letters, digits, `-` and `_`) in a folder that is made when it is first needed, for nobody but its owner to read. A
 * reader never meets half a text. Texts that were not asked for in 30 days are removed when another one is written.
 */
export function nodeStore(folder: string, name: string, now: () => number = Date.now): TextStore {
  const file = join(folder, name + ending);
  return {
    read() {
      try {
        const text = readFileSync(file, 'utf8');
        utimesSync(file, now() / 1000, now() / 1000);
        return text;
      } catch {
        return undefined;
      }
    },
    write(text) {
      const beside = join(folder, `.${name}.${process.pid}.tmp`);
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(beside, text, { mode: 0o600 });
        renameSync(beside, file);
        removeOld(folder, now() - longest);
      } catch {
        remove(beside);
      }
    },
  };
}

/**
 * What tells a bundle that ships from all others: its own code, and the length of the compiler beside it. Undefined where there is none beside, as for who
 * works on the bundle: then its code is in many files.
 */
export function codeOf(bundle: string): string | undefined {
  try {
    return `${statSync(join(bundle, '../typescript.js')).size}\n${readFileSync(bundle, 'utf8')}`;
  } catch {
    return undefined;
  }
}

function removeOld(folder: string, before: number): void {
  for (const entry of readdirSync(folder)) {
    if (!entry.endsWith(ending) && !entry.endsWith('.tmp')) continue;
    const file = join(folder, entry);
    if (statSync(file).mtimeMs < before) remove(file);
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It never was there, or somebody else sees to it.
  }
}
