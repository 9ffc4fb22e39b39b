import { nameOf } from './paths';

const script = /\.[cm]?tsx?$/;
/** Stand-ins of tests say nothing of what runs for people. */
const forTests = /(?:^|\/)(?:tests?|e2e|__tests__|__mocks__|mocks?|fixtures?)\/|\.(?:spec|test|mock|stub|fake|d)\.[cm]?tsx?$/i;
const heritage = /\bclass\s+\w+[^{;]{0,300}?\b(?:extends|implements)\b([^{;]{0,400})\{/g;
/** A name that so many classes build on says nothing of one of them. */
const mostHeirs = 4;

/** Names of what the classes of a text extend and implement. */
export function namesBuiltOn(text: string): string[] {
  if (!text.includes('implements') && !text.includes('extends')) return [];
  const names = new Set<string>();
  for (const [, rest] of text.matchAll(heritage)) for (const name of rest!.match(/[A-Za-z_$][\w$]*/g) ?? []) names.add(name);
  names.delete('implements');
  return [...names].sort();
}

/**
 * Files with classes that extend or implement a class, by its name. Who is given an abstract class has one of them; it is read from the text alone, and
 * whoever asks looks at what the class really builds on.
 */
export class Heirs {
  private readonly built = new Map<string, string[]>();
  private readonly files = new Map<string, string[]>();

  constructor(files: readonly string[], textOf: (file: string) => string | undefined) {
    for (const file of files) {
      if (!script.test(file) || forTests.test(file)) continue;
      const names = namesBuiltOn(textOf(file) ?? '');
      if (names.length === 0) continue;
      this.built.set(file, names);
      for (const name of names) {
        const list = this.files.get(name);
        if (list) list.push(file);
        else this.files.set(name, [file]);
      }
    }
    for (const list of this.files.values()) list.sort();
  }

  /** Files with heirs of a name, by path; none where there are too many to tell. */
  of(name: string): readonly string[] {
    const found = this.files.get(name) ?? [];
    return found.length > mostHeirs ? [] : found;
  }

  /** Does a text that a file has now build on something else? */
  isStale(file: string, text: string | undefined): boolean {
    if (!script.test(nameOf(file)) || forTests.test(file)) return false;
    return namesBuiltOn(text ?? '').join() !== (this.built.get(file) ?? []).join();
  }
}
