import type { FileAnalysis } from './analysis';
import { makeFacts, type Made } from './fileFacts';
import type { Stopwatch } from './stopwatch';

/** What an analysis notes on its way. */
export interface RunNotes {
  file: string;
  /** Only its summary is wanted. */
  quiet: boolean;
  /** Files that it asked about. */
  asked: Set<string>;
  /** Where its imports lead. */
  resolved: Record<string, string>;
  /** Runs while a step is taken. */
  watch: Stopwatch;
}

/** The analysis of one file in steps, between which others may be taken. */
export class AnalysisRun implements RunNotes {
  readonly file: string;
  readonly quiet: boolean;
  readonly asked: Set<string>;
  readonly resolved: Record<string, string>;
  readonly watch: Stopwatch;
  private started: FileAnalysis | undefined;
  private readonly steps: Generator<undefined, Made>;

  constructor(notes: RunNotes, start: () => FileAnalysis, demanded: () => Iterable<string>) {
    this.file = notes.file;
    this.quiet = notes.quiet;
    this.asked = notes.asked;
    this.resolved = notes.resolved;
    this.watch = notes.watch;
    this.steps = this.take(start, demanded);
  }

  /** The analysis, to be asked for once the first step is taken. */
  get analysis(): FileAnalysis {
    return this.started!;
  }

  private *take(start: () => FileAnalysis, demanded: () => Iterable<string>): Generator<undefined, Made> {
    this.started = start();
    yield;
    return yield* makeFacts({ analysis: this.started, quiet: this.quiet, demanded });
  }

  /** Takes the next step. Returns what was made after the last one. */
  step(): Made | undefined {
    this.watch.resume();
    try {
      const { done, value } = this.steps.next();
      return done ? value : undefined;
    } finally {
      this.watch.pause();
    }
  }
}
