import type { Fact, FileFacts } from '../model/facts';

/** Facts of files that are not parsed as TypeScript, made anew when one of them changes. */
export interface TextModel {
  /** All files that it makes facts of. */
  files(): string[];
  covers(file: string): boolean;
  /** Facts of a file; undefined when it is not covered or cannot be read. */
  facts(file: string): FileFacts | undefined;
  /** Reads a file again, which has another text or is new. Gives the other files whose facts are different now. */
  changed(file: string): string[];
  /** Files came or went, or settings around them changed. Gives all files whose facts are different now. */
  restructured(): string[];
}

/** Several models as one. A file belongs to one of them at most. */
export class TextModels implements TextModel {
  /** Rises when a file was read again, or files came or went. */
  revision = 0;

  constructor(private readonly models: readonly TextModel[]) {}

  files(): string[] {
    return this.models.flatMap((model) => model.files());
  }

  covers(file: string): boolean {
    return this.models.some((model) => model.covers(file));
  }

  facts(file: string): FileFacts | undefined {
    return this.models.find((model) => model.covers(file))?.facts(file);
  }

  changed(file: string): string[] {
    this.revision++;
    return this.models.flatMap((model) => model.changed(file));
  }

  restructured(): string[] {
    this.revision++;
    return this.models.flatMap((model) => model.restructured());
  }
}

/** Facts of a file that has no functions and exports. Takes the facts in any order. */
export function textFacts(file: string, lineStarts: number[], facts: Fact[]): FileFacts {
  return {
    file,
    lineStarts,
    functions: [],
    facts: facts.sort((a, b) => a.span.start - b.span.start),
    summary: { exports: {}, stars: [], functions: {}, classes: {}, builders: {} },
    dependsOn: [],
    packages: [],
    broken: false,
    comments: [],
  };
}

/** Is it the same plain data? */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
