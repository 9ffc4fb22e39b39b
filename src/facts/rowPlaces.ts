import type { Route, RouteFact, TableRow } from '../model/facts';
import { addTo } from '../model/grouping';

/**
 * Where routes are shown that stand in a table of another file than the loop which registers them: at their row, as long as that
 * file says where it is.
 */
export class RowPlaces {
  private readonly places = new Map<string, Map<string, TableRow>>();
  /** Registrations of other files, by the file of their row. */
  private readonly shown = new Map<string, RouteFact[]>();
  private moved = new WeakMap<Route, { row: TableRow; route: Route }>();

  /** Takes what a file says of its rows, and what it registers of those of others. Gives the files whose routes may be others now. */
  update(file: string, present: readonly TableRow[], before: readonly RouteFact[], now: readonly RouteFact[]): Set<string> {
    const touched = new Set<string>();
    const old = this.places.get(file);
    const rows = new Map(present.map((row) => [row.key, row]));
    if (rows.size > 0) this.places.set(file, rows);
    else this.places.delete(file);
    // Only which rows there are decides about others: where they are is looked up.
    if ((old?.size ?? 0) !== rows.size || [...rows.keys()].some((key) => !old!.has(key)))
      for (const fact of this.shown.get(file) ?? []) touched.add(fact.file).add(file);
    const kept = new Set(now.filter((fact) => fact.row && before.includes(fact)));
    for (const fact of before) {
      if (!fact.row || kept.has(fact)) continue;
      const rest = (this.shown.get(fact.row.file) ?? []).filter((other) => other !== fact);
      if (rest.length > 0) this.shown.set(fact.row.file, rest);
      else this.shown.delete(fact.row.file);
      touched.add(fact.row.file);
    }
    for (const fact of now) {
      if (!fact.row || kept.has(fact)) continue;
      addTo(this.shown, fact.row.file, fact);
      touched.add(fact.row.file);
    }
    return touched;
  }

  /** Is a registration shown at a row of another file? */
  isElsewhere(fact: RouteFact): boolean {
    return this.rowOf(fact) !== undefined;
  }

  /** Registrations of other files that are shown in this one. */
  shownIn(file: string): RouteFact[] {
    return (this.shown.get(file) ?? []).filter((fact) => this.isElsewhere(fact));
  }

  files(): string[] {
    return [...this.shown.keys()].filter((file) => this.shownIn(file).length > 0);
  }

  /** A route as it is shown at its row. */
  placed(fact: RouteFact, route: Route): Route {
    const row = this.rowOf(fact);
    if (!row) return route;
    const known = this.moved.get(route);
    if (known && known.row === row) return known.route;
    const { fn: _registering, ...rest } = route;
    const { file, span, scope } = row;
    const moved: Route = { ...rest, file, span, scope, head: span, ...(row.fn === undefined ? {} : { fn: row.fn }) };
    this.moved.set(route, { row, route: moved });
    return moved;
  }

  private rowOf({ row }: RouteFact): TableRow | undefined {
    return row && this.places.get(row.file)?.get(row.key);
  }
}
