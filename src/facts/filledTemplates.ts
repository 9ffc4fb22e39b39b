import type { MountFact, RouteFact } from '../model/facts';

type Registration = Pick<RouteFact | MountFact, 'template' | 'fills'>;

/** Functions that register whatever table they are handed, and how often somebody hands them one: the rows stand for the loop then. */
export class FilledTemplates {
  private readonly filled = new Map<string, number>();

  /** Takes the present registrations of a file. Returns whether loops of functions have rows that had none, or none any more. */
  update(before: readonly Registration[], now: readonly Registration[]): boolean {
    const touched = new Map<string, boolean>();
    const count = (facts: readonly Registration[], step: number): void => {
      for (const { fills } of facts) {
        if (fills === undefined) continue;
        if (!touched.has(fills)) touched.set(fills, this.filled.has(fills));
        const sum = (this.filled.get(fills) ?? 0) + step;
        if (sum > 0) this.filled.set(fills, sum);
        else this.filled.delete(fills);
      }
    };
    // Counted up before it is counted down: what stays was never gone.
    count(now, 1);
    count(before, -1);
    return [...touched].some(([template, was]) => was !== this.filled.has(template));
  }

  /** Do rows stand for a registration? */
  isFilled({ template }: Registration): boolean {
    return template !== undefined && this.filled.has(template);
  }
}
