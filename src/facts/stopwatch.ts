/** Thrown when a file takes longer than it may; the file is then listed as not analysed. */
export class TooSlow extends Error {
  constructor(limitMs: number) {
    super(`took longer than ${limitMs / 1000} s`);
  }
}

/** Time that the analysis of one file may take, in milliseconds; what it waits for other files does not count. */
export class Stopwatch {
  private spent = 0;
  private since: number | undefined;

  constructor(
    private readonly limitMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.since = this.now();
  }

  pause(): void {
    if (this.since !== undefined) this.spent += this.now() - this.since;
    this.since = undefined;
  }

  resume(): void {
    this.since ??= this.now();
  }

  /** Throws `TooSlow` when the time is used up. */
  check(): void {
    const running = this.since === undefined ? 0 : this.now() - this.since;
    if (this.spent + running > this.limitMs) throw new TooSlow(this.limitMs);
  }
}
