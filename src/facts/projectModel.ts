import { ts } from 'ts-morph';
import type { Fact, AccessPath, DeclaredKind, ExportFact, FileFacts, FunctionRef, FunctionSummary, GuardLevel } from '../model/facts';
import type { FileAnalysis, FileContext, Project } from './analysis';
import { Barrels } from './barrels';
import { exportFact, summariseInto } from './exportFacts';
import { AnalysisRun } from './analysisRun';
import { analyse } from './fileFacts';
import { isQuiet, quietFacts } from './quiet';
import { advance, keep, type Kept } from './incremental';
import { memberNamed } from './returns';
import { Stopwatch } from './stopwatch';
import type { Tables } from './tables';

/** What the model needs from whoever holds the files. */
export interface Host {
  /** Text of a file; undefined if it cannot be analysed. */
  readable(file: string): string | undefined;
  /** Tree of a file, kept or parsed for this occasion; undefined if it cannot be analysed. */
  tree(file: string): ts.SourceFile | undefined;
  context(file: string): FileContext;
  resolve(fromFile: string, specifier: string): { file: string } | { package: string } | { unresolved: true };
  /** Level that the configuration vouches for. */
  declaredGuard(ref: FunctionRef | undefined, name: string | undefined): GuardLevel | undefined;
  /** What else the team says that a function does: validate, limit rates, log. */
  declaredKind(ref: FunctionRef | undefined, name: string | undefined): DeclaredKind | undefined;
  /** Does the configuration say anything of calls? */
  readonly declaresCalls: boolean;
  /** Milliseconds that the analysis of one file may take. */
  limitMs?: number;
  /** Is the file being edited? Then more is kept of it. */
  isOpen?(file: string): boolean;
  /** A file that had been left alone was analysed because another one asked about it. */
  analysed?(file: string, facts: FileFacts): void;
  /** A file that another one asked about could not be analysed. */
  failed?(file: string, error: unknown): void;
}

/**
 * Facts of all files, made on demand: asking about a file's exports analyses that file first. A file under analysis
 * (an import cycle) answers from its tree. Facts of a file are stale once a summary they asked for has changed.
 */
export class ProjectModel {
  private readonly known = new Map<string, FileFacts>();
  /** Files under analysis at this moment: whoever is asked about stands further down. */
  private readonly running = new Map<string, AnalysisRun>();
  /** Files that are analysed together with others, as far as they are not finished; see `analyseTogether`. */
  private readonly begun = new Map<string, AnalysisRun>();
  private readonly missing = new Set<string>();
  /** Files that asked about functions of a file that could not answer yet: they import each other. */
  private readonly unanswered = new Set<string>();
  private readonly kept = new Map<string, Kept>();
  private readonly barrels = new Barrels((file) => this.namesOf(file));
  /** Functions that were asked about although others were not expected to, by file. */
  private readonly demanded = new Map<string, Set<string>>();
  /** The file that such a question was about last. */
  private lately: { facts: FileFacts; asked: Set<string>; analysis: FileAnalysis } | undefined;
  private watch: Stopwatch | undefined;

  constructor(
    private readonly tables: Tables,
    private readonly host: Host,
  ) {}

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

  private analysed(file: string, isWhole: boolean): FileFacts | undefined {
    if (this.running.has(file) || this.missing.has(file)) return undefined;
    const begun = this.begun.get(file);
    // Whoever asked goes on without a file that fails.
    if (begun) return this.quietly(file, () => this.finish(begun));
    return this.running.size === 0 ? this.refresh(file, isWhole) : this.refreshQuietly(file, isWhole);
  }

  /** Facts as they are, without analysing anything. */
  peek(file: string): FileFacts | undefined {
    return this.known.get(file);
  }

  files(): IterableIterator<FileFacts> {
    return this.known.values();
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
    if (this.missing.delete(file)) this.barrels.forget();
    const run = this.begin(file, text, isWhole);
    if (!(run instanceof AnalysisRun)) return run;
    try {
      return this.finish(run);
    } finally {
      if (this.running.size === 0 && this.begun.size === 0) this.askAgain();
    }
  }

  /**
   * Analyses several files that are not known yet, step by step side by side. The same code on one file after the other
   * stays in the processor's caches, which a third of the time depends on. Files that fail are left out, as `failed` is told.
   */
  analyseTogether(files: readonly string[]): void {
    let characters = 0;
    for (const file of files) {
      if (this.known.has(file) || this.begun.has(file) || this.missing.has(file)) continue;
      const text = this.host.readable(file);
      const run = text === undefined ? undefined : this.quietly(file, () => this.begin(file, text, false));
      if (!(run instanceof AnalysisRun)) continue;
      this.begun.set(file, run);
      characters += text!.length;
      if (characters < mostCharacters) continue;
      this.finishBegun();
      characters = 0;
    }
    this.finishBegun();
  }

  private finishBegun(): void {
    while (this.begun.size > 0) {
      // Another one may have asked about a file, which is finished then.
      for (const run of [...this.begun.values()]) if (this.begun.has(run.file)) this.quietly(run.file, () => this.advance(run));
    }
    this.askAgain();
  }

  /** Reads and parses a file; of a quiet one, the facts are known with that. */
  private begin(file: string, text: string, isWhole: boolean): AnalysisRun | FileFacts {
    const context = this.host.context(file);
    const quiet = isQuiet(context, text, this.tables) && !(this.host.declaresCalls && context.side !== 'client');
    if (quiet && !isWhole) {
      const facts = quietFacts(file, text);
      this.store(file, facts);
      this.kept.delete(file);
      return facts;
    }
    const tree = this.host.tree(file)!;
    const asked = new Set<string>();
    const resolved: Record<string, string> = {};
    const watch = new Stopwatch(this.host.limitMs ?? Infinity);
    watch.pause();
    return new AnalysisRun(
      { file, quiet, asked, resolved, watch },
      () => analyse(tree, context, this.tables, this.viewFor(asked, resolved, file), watch),
      () => this.demanded.get(file) ?? [],
    );
  }

  /** Takes the next step of a run. Returns the facts once they are made; throws what a broken library or recogniser throws. */
  private advance(run: AnalysisRun): FileFacts | undefined {
    const { file } = run;
    // Files that this one asks about are analysed on their own time.
    const outer = this.watch;
    outer?.pause();
    this.watch = run.watch;
    this.running.set(file, run);
    let isOver = true;
    try {
      const made = run.step();
      isOver = made !== undefined;
      if (!made) return undefined;
      const { facts, all } = made;
      facts.dependsOn = [...run.asked].filter((other) => other !== file);
      facts.resolved = run.resolved;
      this.store(file, facts);
      if (!run.quiet && this.host.isOpen?.(file)) this.kept.set(file, keep(run.analysis, all, facts));
      else this.kept.delete(file);
      return facts;
    } finally {
      this.watch = outer;
      outer?.resume();
      this.running.delete(file);
      if (isOver) this.begun.delete(file);
    }
  }

  private finish(run: AnalysisRun): FileFacts {
    for (;;) {
      const facts = this.advance(run);
      if (facts) return facts;
    }
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
      if (!after || summaryText(before) === summaryText(after)) continue;
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

  /** Facts restored from a cache. */
  restore(facts: FileFacts): void {
    this.store(facts.file, facts);
  }

  private store(file: string, facts: FileFacts): void {
    const old = this.known.get(file);
    if (old && !old.deferred && (old.summary.exports !== facts.summary.exports || old.summary.stars !== facts.summary.stars))
      this.barrels.forget();
    this.known.set(file, facts);
  }

  private erase(file: string): void {
    if (this.known.delete(file)) this.barrels.forget();
  }

  forget(file: string): void {
    this.erase(file);
    this.kept.delete(file);
    this.missing.delete(file);
  }

  summary(ref: FunctionRef): FunctionSummary | undefined {
    const run = this.running.get(ref.file);
    if (run) return run.analysis.ownSummary(ref.id);
    const facts = this.whole(ref.file);
    return facts && (facts.summary.functions[ref.id] ?? this.summarised(facts, ref.id));
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

  exportOf(file: string, name: string, asked?: Set<string>, steps = 12): (ExportFact & { file: string }) | undefined {
    asked?.add(file);
    const run = this.running.get(file);
    const own = run ? exportFact(run.analysis, name) : this.whole(file)?.summary.exports[name];
    if (own) return own.from ? this.followExport(own.from, asked, steps) : { ...own, file };
    const found = this.barrels.find(file, name);
    for (const other of found.via) asked?.add(other);
    return found.file === undefined || steps === 0 ? undefined : this.exportOf(found.file, name, asked, steps - 1);
  }

  private followExport(
    from: { file: string; name: string },
    asked: Set<string> | undefined,
    steps: number,
  ): (ExportFact & { file: string }) | undefined {
    if (from.name === '*') {
      asked?.add(from.file);
      return { path: `module:${from.file}#`, file: from.file };
    }
    return steps === 0 ? undefined : this.exportOf(from.file, from.name, asked, steps - 1);
  }

  /** Names that a file exports itself, and the files that it passes on as they are; those of a file under analysis are in its tree. */
  private namesOf(file: string): { names: readonly string[]; stars: readonly string[] } {
    if (!this.running.has(file)) {
      const summary = this.whole(file)?.summary;
      if (summary) return { names: Object.keys(summary.exports), stars: summary.stars };
    }
    const run = this.running.get(file);
    return run
      ? { names: run.analysis.exports.flatMap((entry) => ('star' in entry ? [] : [entry.name])), stars: starsOf(run.analysis) }
      : { names: [], stars: [] };
  }

  /** Method or property of a class, inherited ones included. */
  member(
    file: string,
    cls: string,
    name: string,
    asked?: Set<string>,
    depth = 6,
  ): { fn?: FunctionRef; path?: AccessPath; text?: string } | undefined {
    asked?.add(file);
    const facts = this.whole(file)?.summary.classes[cls];
    if (!facts || depth === 0) return undefined;
    const method = facts.methods[name];
    if (method !== undefined) return { fn: { file, id: method } };
    const path = facts.members[name];
    const text = facts.texts?.[name];
    if (path !== undefined || text !== undefined)
      return { ...(path === undefined ? {} : { path }), ...(text === undefined ? {} : { text }) };
    const base = facts.extends === undefined ? null : /^file:(.*)#class ([^.()]+)$/.exec(facts.extends);
    if (base) return this.member(base[1]!, base[2]!, name, asked, depth - 1);
    // `class PrismaService extends PrismaClient`: members are those of the library's value.
    if (facts.extends !== undefined && !facts.extends.startsWith('file:')) {
      const instance = this.tables.aliases.get(`${facts.extends}()`) ?? `${facts.extends}()`;
      return { path: this.alias(`${instance}.${name}`) };
    }
    return undefined;
  }

  private alias(path: AccessPath): AccessPath {
    const exact = this.tables.aliases.get(path);
    return exact ?? this.tables.aliases.get(`${path.slice(0, path.lastIndexOf('.') + 1)}*`) ?? path;
  }

  private viewFor(asked: Set<string>, resolved: Record<string, string> = {}, asker?: string): Project {
    const heed = (ref: FunctionRef): void => {
      asked.add(ref.file);
      if (asker !== undefined && asker !== ref.file && this.running.get(ref.file)?.analysis.prepared === false) this.unanswered.add(asker);
    };
    return {
      module: (file, specifier) => {
        const generated = this.tables.generated(specifier);
        const target = generated === undefined ? this.host.resolve(file, specifier) : { package: generated };
        resolved[specifier] = destination(target);
        return target;
      },
      exportOf: (file, name) => this.exportOf(file, name, asked),
      summary: (ref) => {
        heed(ref);
        const summary = this.summary(ref);
        // A function that is being worked out cannot answer either.
        if (!summary && asker !== undefined && asker !== ref.file && this.running.has(ref.file)) this.unanswered.add(asker);
        return summary;
      },
      returns: (ref) => {
        heed(ref);
        return this.summary(ref)?.returns;
      },
      returnsEntity: (ref) => {
        heed(ref);
        return this.summary(ref)?.returnsEntity;
      },
      returnsMember: (ref, name) => {
        heed(ref);
        return memberNamed(this.summary(ref)?.returnsMembers, name);
      },
      returnsMemberEntity: (ref, name) => {
        heed(ref);
        return memberNamed(this.summary(ref)?.returnsEntities, name);
      },
      member: (file, cls, name) => this.member(file, cls, name, asked),
      base: (file, cls) => {
        asked.add(file);
        return this.whole(file)?.summary.classes[cls]?.extends;
      },
      declaredGuard: (ref, name) => this.host.declaredGuard(ref, name),
      declaredKind: (ref, name) => this.host.declaredKind(ref, name),
      declaresCalls: this.host.declaresCalls,
    };
  }
}

/** Length of the files that are analysed side by side: their trees are all kept until then, at some 26 bytes for each character. */
const mostCharacters = 200_000;

/** More files of one import cycle are not read twice. */
const mostAgain = 200;

/** What others may depend on, without places. */
function summaryText(facts: FileFacts): string {
  return JSON.stringify(facts.summary, (key, value: unknown) => (key === 'span' ? undefined : value));
}

/** Where an import leads, as one text. */
export function destination(target: { file: string } | { package: string } | { unresolved: true }): string {
  return 'file' in target ? target.file : 'package' in target ? `package:${target.package}` : '';
}

function starsOf(analysis: FileAnalysis): string[] {
  return analysis.exports.flatMap((entry) => {
    if (!('star' in entry)) return [];
    const target = analysis.project.module(analysis.file, entry.star);
    return 'file' in target ? [target.file] : [];
  });
}
