/** Why a file waits: because of its own text or settings, or only because of what it depends on. */
export type WaitsFor = 'itself' | 'dependency';

/** Files that are to be analysed again, and who depends on whom. */
export class Waiting {
  private readonly files = new Map<string, WaitsFor>();
  private readonly dependents = new Map<string, Set<string>>();

  get isEmpty(): boolean {
    return this.files.size === 0;
  }

  has(file: string): boolean {
    return this.files.has(file);
  }

  /** All that wait, in the order in which they came. */
  all(): Iterable<string> {
    return this.files.keys();
  }

  mark(file: string, why: WaitsFor): void {
    if (this.files.get(file) !== 'itself') this.files.set(file, why);
  }

  /** Marks all that depend on a file. */
  markDependents(file: string): void {
    for (const other of this.dependents.get(file) ?? []) this.mark(other, 'dependency');
  }

  /** Takes a file off the list. Gives why it waited, undefined when it did not. */
  take(file: string): WaitsFor | undefined {
    const why = this.files.get(file);
    this.files.delete(file);
    return why;
  }

  /** A file depends on others than before; undefined is a file that is not known. */
  relate(file: string, before: readonly string[] | undefined, now: readonly string[] | undefined): void {
    for (const other of before ?? []) this.dependents.get(other)?.delete(file);
    for (const other of now ?? []) {
      const set = this.dependents.get(other) ?? new Set();
      this.dependents.set(other, set.add(file));
    }
  }

  /** The next file to analyse: open ones first, and before each what it depends on. */
  next(open: readonly string[], dependsOn: (file: string) => readonly string[] | undefined): string | undefined {
    const [first] = this.files.keys();
    if (first === undefined) return undefined;
    let file = open.find((one) => this.files.has(one)) ?? first;
    const seen = new Set<string>();
    for (;;) {
      seen.add(file);
      const deeper: string | undefined = dependsOn(file)?.find((other) => this.files.has(other) && !seen.has(other));
      if (deeper === undefined) return file;
      file = deeper;
    }
  }
}
