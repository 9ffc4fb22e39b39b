import type { Fact, FileFacts, FileSummary, FunctionRef, FunctionSummary } from '../model/facts';
import type { FileAnalysis } from './analysis';
import type { Project } from './fileContext';
import { classFact, classFacts } from './classFacts';
import { ClassLookup } from './classLookup';
import { summariseInto } from './exportFacts';
import { ExportLookup } from './exportLookup';
import { AnalysisRun, AnalysisRuns } from './analysisRun';
import { analyse, isInert, type Made } from './fileFacts';
import { isQuiet, quietFacts } from './quiet';
import { advance, keep, type Kept } from './incremental';
import type { Host } from './projectHost';
import { projectView } from './projectView';
import type { Returned } from './returns';
import { shape } from './statementChanges';
import { Stopwatch } from './stopwatch';
import type { Tables } from './tables';
import { ToldMeanwhile } from './toldMeanwhile';

/**
 * Facts of all files, made on demand: a file that another one asks about is parsed and its calls are resolved, and it answers from its tree;
 * its facts follow later. Facts of a file are stale once a summary they asked for has changed.
 */
export class ProjectModel {
  private readonly known = new Map<string, FileFacts>();
  /** Members of classes, in whichever file they are declared. */
  readonly classes: ClassLookup;
  private readonly runs = new AnalysisRuns((run, made) => this.settle(run, made));
  private readonly missing = new Set<string>();
  /** Files that asked about functions of a file that could not answer yet: they import each other. */
  private readonly unanswered = new Set<string>();
  private readonly kept = new Map<string, Kept>();
  /** What files export, by whichever way it comes to them. */
  readonly exported = new ExportLookup(
    (file, question, isEnough) => this.live(file, question, isEnough),
    (file) => this.whole(file)?.summary,
  );
  /** Functions that were asked about although others were not expected to, by file. */
  private readonly demanded = new Map<string, Set<string>>();
  private readonly meanwhile = new ToldMeanwhile();
  /** The file that such a question was about last. */
  private lately: { facts: FileFacts; asked: Set<string>; analysis: FileAnalysis } | undefined;

  constructor(
    private readonly tables: Tables,
    private readonly host: Host,
  ) {
    this.classes = new ClassLookup(
      tables,
      (file, cls) =>
        this.told(
          file,
          (analysis) => classFact(analysis, cls),
          ({ classes }) => classes[cls],
        ),
      (file) => Object.values(this.told(file, classFacts, ({ classes }) => classes) ?? {}),
    );
  }

  /** Facts of a file, analysed now if need be; undefined if it has no tree. */
  facts(file: string): FileFacts | undefined {
    return this.known.get(file) ?? this.analysed(file, false);
  }

  /** Facts of a file with its summary, which files that are quiet have only for those who ask. */
  private whole(file: string): FileFacts | undefined {
    const known = this.known.get(file);
    if (known && !known.deferred) return known;
    const facts = this.analysed(file, true);
    if (known && facts) this.host.analysed?.(file, facts);
    return facts;
  }

  /** What a file says, from its tree while it is under analysis, otherwise from its summary. */
  private told<T>(file: string, question: (analysis: FileAnalysis) => T, answer: (summary: FileSummary) => T): T | undefined {
    const live = this.live(file, question);
    if (live) return live.answer;
    const summary = this.whole(file)?.summary;
    return summary && answer(summary);
  }

  /**
   * Asks the tree of a file that is under analysis. While others are, a file that nothing is known of comes to be: it is asked once its calls
   * are resolved, and all else that is to be known of it waits. Were it analysed whole first, all that it imports would be asked before one
   * question is answered, and files that import each other could hardly tell each other anything. Undefined where it is not to be asked so.
   */
  private live<T>(
    file: string,
    question: (analysis: FileAnalysis) => T,
    isEnough: (answer: T) => boolean = () => false,
  ): { answer: T | undefined } | undefined {
    const present = this.runs.present(file);
    if (present) return { answer: question(present.analysis) };
    const run = this.runs.begun(file) ?? this.comeToBe(file);
    // Whoever asks goes on without a file that fails.
    return run && { answer: this.quietly(file, () => this.runs.ask(run, question, isEnough)) };
  }

  /** Begins the analysis of a file that others wait for; undefined where it is known, or too many wait already. */
  private comeToBe(file: string): AnalysisRun | undefined {
    const known = this.known.get(file);
    if ((known && !known.deferred) || this.missing.has(file) || this.runs.isEmpty || this.runs.isFull) return undefined;
    const text = this.host.readable(file);
    const run = text === undefined ? undefined : this.quietly(file, () => this.begin(file, text, true));
    if (!(run instanceof AnalysisRun)) return undefined;
    this.runs.add(run);
    return run;
  }

  private analysed(file: string, isWhole: boolean): FileFacts | undefined {
    if (this.runs.present(file) || this.missing.has(file)) return undefined;
    const begun = this.runs.begun(file);
    // Whoever asked goes on without a file that fails.
    if (begun) return this.quietly(file, () => this.runs.finish(begun));
    return this.runs.isResting ? this.refresh(file, isWhole) : this.refreshQuietly(file, isWhole);
  }

  /** Facts as they are, without analysing anything. */
  peek(file: string): FileFacts | undefined {
    return this.known.get(file);
  }

  /** Facts of all files that are known, by path: in which order they were asked about tells nobody anything. */
  files(): FileFacts[] {
    return [...this.known.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  }

  /**
   * Analyses a file anew; a quiet one only if somebody asked about it before. Returns undefined if it is gone or cannot be
   * analysed. Throws what a broken library or recogniser throws.
   */
  refresh(file: string, isWhole = this.known.get(file)?.deferred === undefined && this.known.has(file)): FileFacts | undefined {
    const text = this.host.readable(file);
    if (text === undefined) {
      this.erase(file);
      this.missing.add(file);
      return undefined;
    }
    if (this.missing.delete(file)) this.exported.forget();
    const run = this.begin(file, text, isWhole);
    if (!(run instanceof AnalysisRun)) return run;
    try {
      return this.runs.finish(run);
    } finally {
      if (this.runs.isResting) this.finishBegun();
    }
  }

  /**
   * Analyses several files that are not known yet, step by step side by side. The same code on one file after the other
   * stays in the caches of the processor, which a warm process saves about a fifth of the time by. Files that fail are left out, as `failed` is told.
   */
  analyseTogether(files: readonly string[]): void {
    let characters = 0;
    for (const file of files) {
      if (this.known.has(file) || this.missing.has(file) || this.runs.begun(file)) continue;
      const text = this.host.readable(file);
      const run = text === undefined ? undefined : this.quietly(file, () => this.begin(file, text, false));
      if (!(run instanceof AnalysisRun)) continue;
      this.runs.add(run);
      characters += text!.length;
      if (characters < mostCharacters) continue;
      this.finishBegun();
      characters = 0;
    }
    this.finishBegun();
  }

  private finishBegun(): void {
    this.runs.finishAll((run, step) => this.quietly(run.file, step));
    this.askAgain();
  }

  /** Reads and parses a file; of a quiet one, the facts are known with that. */
  private begin(file: string, text: string, isWhole: boolean): AnalysisRun | FileFacts {
    const context = this.host.context(file);
    const quiet = isQuiet(context, text, this.tables) && !(this.host.declaresCalls && context.side !== 'client');
    if (quiet && !isWhole) {
      const facts = quietFacts(file, text);
      this.store(file, facts);
      this.host.made?.(facts, text);
      this.kept.delete(file);
      return facts;
    }
    const asked = new Set<string>();
    const resolved: Record<string, string> = {};
    const watch = new Stopwatch(this.host.limitMs ?? Infinity);
    watch.pause();
    return new AnalysisRun(
      { file, quiet, asked, resolved, watch, length: text.length },
      () => analyse(this.host.tree(file)!, context, this.tables, this.viewFor(asked, resolved, file), watch),
      () => [...(this.demanded.get(file) ?? []), ...this.meanwhile.ids(file)],
    );
  }

  /** Keeps what a run came to. */
  private settle(run: AnalysisRun, { facts, all }: Made): FileFacts {
    const { file } = run;
    facts.dependsOn = [...run.asked].filter((other) => other !== file).sort();
    facts.resolved = run.resolved;
    const { functions } = facts.summary;
    const demanded = [...this.meanwhile.ids(file)].filter((id) => functions[id]);
    if (demanded.length > 0) this.demanded.set(file, new Set([...(this.demanded.get(file) ?? []), ...demanded]));
    for (const asker of this.meanwhile.differently(file, functions)) this.unanswered.add(asker);
    const isTold = this.known.get(file)?.deferred === true;
    this.store(file, facts);
    if (isTold) this.host.analysed?.(file, facts);
    this.host.made?.(facts, run.analysis.source.text);
    if (!run.quiet && this.host.isOpen?.(file)) this.kept.set(file, keep(run.analysis, all, facts));
    else this.kept.delete(file);
    return facts;
  }

  /** Analyses files of import cycles again, once all of the cycle can answer, and those that were told what they said in haste. */
  private askAgain(): void {
    const again = [...this.unanswered];
    this.unanswered.clear();
    for (let index = 0; index < again.length && index < mostAgain; index++) {
      const file = again[index]!;
      const before = this.known.get(file);
      if (!before) continue;
      const after = this.refreshQuietly(file);
      if (!after || shape(before.summary) === shape(after.summary)) continue;
      for (const [other, { dependsOn }] of this.known) if (dependsOn.includes(file) && !again.includes(other, index + 1)) again.push(other);
    }
    this.unanswered.clear();
  }

  /** Analyses a file that others asked about. */
  private refreshQuietly(file: string, isWhole?: boolean): FileFacts | undefined {
    return this.quietly(file, () => this.refresh(file, isWhole));
  }

  /** Does something for a file; if that fails, it is told of and the file is missing. */
  private quietly<T>(file: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.missing.add(file);
      this.host.failed?.(file, error);
      return undefined;
    }
  }

  /**
   * Facts of an open file after an edit: only the changed statement is looked at where that is enough. Tells whether
   * anything that others may depend on is different.
   */
  edited(file: string): { facts: FileFacts | undefined; sameSummary: boolean } {
    const kept = this.kept.get(file);
    const tree = kept && this.host.tree(file);
    if (kept && tree && kept.whole === this.known.get(file)) {
      const asked = new Set<string>();
      const resolved: Record<string, string> = {};
      // What was kept is handed on piece by piece: whatever becomes of it, nobody starts from it again.
      this.kept.delete(file);
      const result = advance(kept, tree, this.viewFor(asked, resolved));
      if (result) {
        const { facts } = result;
        for (const other of asked) if (other !== file && !facts.dependsOn.includes(other)) facts.dependsOn = [...facts.dependsOn, other];
        facts.resolved = { ...facts.resolved, ...resolved };
        this.store(file, facts);
        this.kept.set(file, result.kept);
        return { facts, sameSummary: result.sameSummary };
      }
    }
    this.kept.delete(file);
    return { facts: this.refresh(file), sameSummary: false };
  }

  /** The present facts of an open file by top-level statement, see `Kept.parts`; undefined where only the whole is known. */
  parts(file: string): readonly (readonly Fact[])[] | undefined {
    const kept = this.kept.get(file);
    return kept?.whole === this.known.get(file) ? kept?.parts : undefined;
  }

  /** The live analysis of a tree, for fixes that look at nodes. */
  analysis(file: string): FileAnalysis | undefined {
    const tree = this.host.tree(file);
    return tree && analyse(tree, this.host.context(file), this.tables, this.viewFor(new Set())).prepare();
  }

  /** Takes facts that were made before, of this text or another one. */
  restore(facts: FileFacts): void {
    this.store(facts.file, facts);
  }

  private store(file: string, facts: FileFacts): void {
    const old = this.known.get(file);
    if (old && !old.deferred && (old.summary.exports !== facts.summary.exports || old.summary.stars !== facts.summary.stars))
      this.exported.forget();
    this.known.set(file, facts);
  }

  private erase(file: string): void {
    if (this.known.delete(file)) this.exported.forget();
  }

  forget(file: string): void {
    this.erase(file);
    this.kept.delete(file);
    this.missing.delete(file);
  }

  /** Summary of a function of any file; `asker` is the file that wants to know. */
  summary(ref: FunctionRef, asker?: string): FunctionSummary | undefined {
    const live = this.live(ref.file, (analysis) => (isInert(analysis) ? undefined : analysis.ownSummary(ref.id)));
    if (live) {
      if (live.answer) this.meanwhile.note(ref, live.answer, asker);
      return live.answer;
    }
    const facts = this.whole(ref.file);
    return facts && (facts.summary.functions[ref.id] ?? this.summarised(facts, ref.id));
  }

  /** What a function gives back, which one that is being worked out can tell before the rest of its summary. */
  returned(ref: FunctionRef): Returned | undefined {
    const live = this.live(
      ref.file,
      (analysis) => (isInert(analysis) ? undefined : analysis.own.ownReturn(ref.id)),
      (found) => found?.path !== undefined,
    );
    if (live) return live.answer;
    const found = this.summary(ref);
    return (
      found && {
        path: found.returns,
        entity: found.returnsEntity,
        members: found.returnsMembers,
        entities: found.returnsEntities,
        callOf: found.returnsCallOf,
      }
    );
  }

  /** Summary of a function that nobody was expected to ask about. */
  private summarised(facts: FileFacts, id: string): FunctionSummary | undefined {
    const { file } = facts;
    const demanded = this.demanded.get(file) ?? new Set();
    if (demanded.has(id) || !facts.functions.some((fn) => fn.id === id)) return undefined;
    this.demanded.set(file, demanded.add(id));
    const tree = this.host.tree(file);
    if (!tree) return undefined;
    if (this.lately?.facts !== facts || this.lately.analysis.source !== tree) {
      const asked = new Set<string>(facts.dependsOn);
      const watch = new Stopwatch(this.host.limitMs ?? Infinity);
      const analysis = analyse(tree, this.host.context(file), this.tables, this.viewFor(asked), watch);
      this.lately = { facts, asked, analysis: analysis.prepare() };
    }
    const { asked, analysis } = this.lately;
    summariseInto(facts.summary.functions, analysis, id);
    facts.dependsOn = [...asked].filter((other) => other !== file);
    return facts.summary.functions[id];
  }

  private viewFor(asked: Set<string>, resolved: Record<string, string> = {}, asker?: string): Project {
    return projectView(
      { host: this.host, tables: this.tables, model: this, runs: this.runs, unanswered: this.unanswered },
      { asked, resolved, asker },
    );
  }
}

/** Length of the files that are analysed side by side: their trees are all kept until then, at some 26 bytes for each character. */
const mostCharacters = 200_000;

/** More files of one import cycle are not read twice. */
const mostAgain = 2000;
