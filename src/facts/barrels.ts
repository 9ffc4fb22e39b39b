/** What files pass on of others with `export * from`, found out as far as names were asked for. */
export class Barrels {
  private readonly known = new Map<string, Barrel>();

  /** @param namesOf Names that a file exports itself, and the files it passes on whole; may come back here for the same file. */
  constructor(private readonly namesOf: (file: string) => { names: readonly string[]; stars: readonly string[] }) {}

  /**
   * The file behind a barrel that exports a name itself, and the files that the answer rests on: the barrels on the way,
   * or everything that was looked into when nobody has it.
   */
  find(file: string, name: string): { file?: string; via: Iterable<string> } {
    let barrel = this.known.get(file);
    if (!barrel) {
      barrel = { found: new Map(), seen: new Set([file]), queue: this.namesOf(file).stars.map((star) => ({ file: star, via: [] })) };
      this.known.set(file, barrel);
    }
    for (let next = barrel.queue[0]; next && !barrel.found.has(name); next = barrel.queue[0]) {
      const { names, stars } = barrel.seen.has(next.file) ? { names: [], stars: [] } : this.namesOf(next.file);
      // To know a file's names it may be analysed, and ask for names here in turn.
      if (barrel.queue[0] !== next) continue;
      barrel.queue.shift();
      barrel.seen.add(next.file);
      for (const other of names) if (other !== 'default' && !barrel.found.has(other)) barrel.found.set(other, next);
      const via = [...next.via, next.file];
      barrel.queue.unshift(...stars.map((star) => ({ file: star, via })));
    }
    return barrel.found.get(name) ?? { via: barrel.seen };
  }

  /** Some file exports something else than before. */
  forget(): void {
    this.known.clear();
  }
}

interface Barrel {
  /** Exported name → file that has it. */
  found: Map<string, Place>;
  seen: Set<string>;
  /** Files not looked into yet, in the order in which their names count. */
  queue: Place[];
}

interface Place {
  file: string;
  /** Barrels between the one that was asked and this file. */
  via: readonly string[];
}
