import type { FileFacts } from '../model/facts';
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
  /** Length of its text, in characters. */
  length: number;
}

/** The analysis of one file in steps, between which others may be taken. */
export class AnalysisRun implements RunNotes {
  readonly file: string;
  readonly quiet: boolean;
  readonly asked: Set<string>;
  readonly resolved: Record<string, string>;
  readonly watch: Stopwatch;
  readonly length: number;
  private started: FileAnalysis | undefined;
  private readonly steps: Generator<undefined, Made>;

  constructor(notes: RunNotes, start: () => FileAnalysis, demanded: () => Iterable<string>) {
    this.file = notes.file;
    this.quiet = notes.quiet;
    this.asked = notes.asked;
    this.resolved = notes.resolved;
    this.watch = notes.watch;
    this.length = notes.length;
    this.steps = this.take(start, demanded);
  }

  get isStarted(): boolean {
    return this.started !== undefined;
  }

  /** Are its calls resolved, and is it known which functions answer requests? */
  get isReady(): boolean {
    return this.started?.ready === true;
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
    const { done, value } = this.steps.next();
    return done ? value : undefined;
  }
}

/** Length of the files that may wait at once, in characters: their trees are kept, at some 26 bytes for each. */
const mostWaiting = 1_500_000;

/** Files under analysis: one further down for each that the one above asks about, or several side by side. */
export class AnalysisRuns {
  /** Files of which a step is being taken at this moment. */
  private readonly running = new Map<string, AnalysisRun>();
  /** Files side by side, as far as they are not finished. */
  private readonly waiting = new Map<string, AnalysisRun>();
  /** Length of the files that wait. */
  private characters = 0;
  private watch: Stopwatch | undefined;

  /** `settled` keeps what a run came to. */
  constructor(private readonly settled: (run: AnalysisRun, made: Made) => FileFacts) {}

  /** The run of a file that is at work now: it can be asked, and not be waited for. */
  present(file: string): AnalysisRun | undefined {
    return this.running.get(file);
  }

  /** Do those that wait hold as much code as may be kept at once? */
  get isFull(): boolean {
    return this.characters > mostWaiting;
  }

  /** The run of a file that waits for its next step. */
  begun(file: string): AnalysisRun | undefined {
    return this.waiting.get(file);
  }

  /** Is no file at work now? */
  get isResting(): boolean {
    return this.running.size === 0;
  }

  get isEmpty(): boolean {
    return this.isResting && this.waiting.size === 0;
  }

  /** Puts a run beside those that wait; `finishAll` takes their steps. */
  add(run: AnalysisRun): void {
    this.waiting.set(run.file, run);
    this.characters += run.length;
  }

  /**
   * Asks a run that is at work or waits. Where the answer is not good enough, and its calls are not resolved yet, they are before it is asked
   * again; not at once, since they may lead back to whoever asks. Throws what a broken library throws.
   */
  ask<T>(run: AnalysisRun, question: (analysis: FileAnalysis) => T, isEnough: (answer: T) => boolean): T {
    if (this.running.has(run.file)) return question(run.analysis);
    if (!run.isStarted) this.advance(run);
    const inside = (): T => this.at(run, () => ({ value: question(run.analysis), isOver: false })).value;
    if (!run.isReady) {
      const answer = inside();
      if (isEnough(answer)) return answer;
      while (!run.isReady) this.advance(run);
    }
    return inside();
  }

  /** Takes all steps of all that wait, each step of one after the same step of the other. `take` is given each step and may catch what it throws. */
  finishAll(take: (run: AnalysisRun, step: () => void) => void): void {
    while (this.waiting.size > 0) {
      // Another one may have asked about a file, which is finished then.
      for (const run of [...this.waiting.values()]) if (this.waiting.has(run.file)) take(run, () => void this.advance(run));
    }
  }

  /** Takes all steps that are left. Throws what a broken library or recogniser throws. */
  finish(run: AnalysisRun): FileFacts {
    for (;;) {
      const facts = this.advance(run);
      if (facts) return facts;
    }
  }

  private advance(run: AnalysisRun): FileFacts | undefined {
    return this.at(run, () => {
      const made = run.step();
      return { value: made && this.settled(run, made), isOver: made !== undefined };
    }).value;
  }

  /** Does something for a run, on its own time. One that fails does not wait any more. */
  private at<T extends { isOver: boolean }>(run: AnalysisRun, work: () => T): T {
    const { file } = run;
    // Files that this one asks about are analysed on their own time.
    const outer = this.watch;
    outer?.pause();
    this.watch = run.watch;
    this.running.set(file, run);
    let isOver = true;
    run.watch.resume();
    try {
      const done = work();
      isOver = done.isOver;
      return done;
    } finally {
      run.watch.pause();
      this.watch = outer;
      outer?.resume();
      this.running.delete(file);
      if (isOver && this.waiting.delete(file)) this.characters -= run.length;
    }
  }
}
