import type { Fact } from '../model/facts';

type OfKind<K extends Fact['kind']> = Extract<Fact, { kind: K }>;

/** Facts of some kinds, each kind in the order of the file. */
export type FactsOf<K extends Fact['kind']> = { [P in K]: OfKind<P>[] };

/**
 * Sorts facts of some kinds out of all those of a file. What one list holds is looked up once: this is asked at each
 * keystroke, and most statements keep their lists.
 */
export class FactsByKind<K extends Fact['kind']> {
  private readonly known = new WeakMap<readonly Fact[], readonly OfKind<K>[]>();
  private readonly kinds: ReadonlySet<string>;

  constructor(private readonly names: readonly K[]) {
    this.kinds = new Set(names);
  }

  /** The facts of these kinds in some lists. */
  in(lists: readonly (readonly Fact[])[]): FactsOf<K> {
    const sorted = Object.fromEntries(this.names.map((name) => [name, []])) as unknown as Record<string, Fact[]>;
    for (const list of lists) for (const fact of this.among(list)) sorted[fact.kind]!.push(fact);
    return sorted as unknown as FactsOf<K>;
  }

  private among(list: readonly Fact[]): readonly OfKind<K>[] {
    let found = this.known.get(list);
    if (!found) this.known.set(list, (found = list.filter((fact): fact is OfKind<K> => this.kinds.has(fact.kind))));
    return found;
  }
}
