import { destination } from '../facts/projectView';
import { shape } from '../facts/statementChanges';
import type { FileFacts } from '../model/facts';
import { PlatformUse } from './platformUse';
import { sameRoutes } from './questions';
import type { SessionParts } from './sessionParts';
import { Waiting } from './waiting';

/** Facts of all files, known to everybody who links or compares them. Says which files wait to be looked at again. */
export class Registry {
  readonly registered = new Map<string, FileFacts>();
  readonly waiting = new Waiting();
  /** Endpoints may be linked differently than when they were judged. */
  linksChanged = false;
  /** Code that talks to the platform changed. */
  useChanged = false;
  /** Files that were edited since somebody looked at what their classes build on. */
  readonly edited = new Set<string>();
  private readonly failures = new Set<string>();

  /** `onChanged` is told when the facts of a file are others. */
  constructor(
    private readonly parts: SessionParts,
    private readonly onChanged: () => void,
  ) {
    parts.files.onFailed = (file, error) => this.failedOn(file, error);
    parts.files.onAnalysed = (file, facts) => void this.register(file, facts);
  }

  /** Facts of a file, known to the route tree and to those who depend on it. */
  ensureFacts(file: string): FileFacts | undefined {
    if (this.parts.textFiles.covers(file)) return this.guarded(file, () => this.parts.textFiles.facts(file));
    const known = this.parts.model.peek(file);
    if (known && this.registered.get(file) === known) return known;
    return this.register(
      file,
      this.guarded(file, () => this.parts.model.facts(file)),
    );
  }

  /** Makes the facts of files that nothing is known of yet; `ensureFacts` tells of them. */
  learn(files: readonly string[]): void {
    this.parts.model.analyseTogether(files.filter((file) => !this.waiting.has(file) && !this.parts.textFiles.covers(file)));
  }

  /** Tells all who link or compare of the present facts of a file. Gives them back. */
  register(file: string, facts: FileFacts | undefined): FileFacts | undefined {
    const old = this.registered.get(file);
    if (old === facts) return facts;
    this.waiting.relate(file, old?.dependsOn, facts?.dependsOn);
    if (facts) this.registered.set(file, facts);
    else this.registered.delete(file);
    this.useChanged ||= PlatformUse.concerns(old) || PlatformUse.concerns(facts);
    // Rules may have asked by what callers are told from each other.
    const parts = facts && this.parts.model.parts(file);
    if (this.parts.packageFacts.update(file, facts, parts)) this.linksChanged = true;
    if (this.parts.rowOwners.update(file, facts, parts)) this.linksChanged = true;
    const routes = this.parts.files.isOpen(file) ? this.parts.tree.present(file) : undefined;
    const concernsOthers = this.parts.tree.update(file, facts, parts);
    this.parts.peers.touch(concernsOthers ? undefined : file);
    // Most keystrokes leave all endpoints as they are.
    if (!concernsOthers && routes && this.parts.tree.routes(file) === routes) return facts;
    this.linksChanged = true;
    this.parts.questions.reindex(!concernsOthers && routes !== undefined && sameRoutes(routes, this.parts.tree.routes(file)));
    return facts;
  }

  /**
   * Makes the facts of a file anew; those who depend on it wait if anything they may depend on changed. With `isExact` it counts, too, where things
   * stand in the file: others may have noted that.
   */
  analyseAgain(file: string, { afterEdit = false, isExact = false } = {}): { before: FileFacts | undefined; facts: FileFacts | undefined } {
    const before = this.registered.get(file);
    const edited = afterEdit ? this.guarded(file, () => this.parts.model.edited(file)) : undefined;
    const facts = this.register(file, edited ? edited.facts : this.guarded(file, () => this.parts.model.refresh(file)));
    this.onChanged();
    if (!edited?.sameSummary && !tellTheSame(before?.summary, facts?.summary)) {
      this.relink(true);
      this.waiting.markDependents(file);
    } else if (isExact && JSON.stringify(before?.summary) !== JSON.stringify(facts?.summary)) this.waiting.markDependents(file);
    return { before, facts };
  }

  /** Settings or, with `functionsOnly`, nothing but functions changed: any route may be linked differently. */
  relink(functionsOnly = false): void {
    if (functionsOnly) this.parts.tree.recheck();
    else this.parts.tree.invalidate();
    this.parts.peers.touch();
    this.linksChanged = true;
    this.parts.questions.reindex();
  }

  /** Looks imports up anew where the classes of edited files stand in for others than they did. No other file needs that while somebody types. */
  lookAtHeirs(): void {
    const moved = [...this.edited].some((file) => this.parts.files.heirsChanged(file));
    this.edited.clear();
    if (moved) this.markMoved();
  }

  /** Imports may lead elsewhere after files came or went, or settings of paths changed. */
  markMoved(): void {
    for (const [file, { resolved }] of this.registered) {
      if (Object.entries(resolved ?? {}).some(([specifier, target]) => destination(this.parts.files.resolve(file, specifier)) !== target))
        this.waiting.mark(file, 'dependency');
    }
  }

  /** A file that makes the engine throw is listed as not analysed; everything else goes on. */
  guarded<T>(file: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.failedOn(file, error);
      return undefined;
    }
  }

  /** Lists a file as not analysed. */
  failedOn(file: string, error: unknown): void {
    const reason = isStackOverflow(error)
      ? 'it is nested too deeply'
      : error instanceof Error
        ? error.message.split('\n')[0]
        : 'internal error';
    this.parts.files.markSkipped(file, `not analysed: ${reason}`);
    this.tell('engine', file, error);
  }

  /** Tells once for each rule that it failed. */
  tell(rule: string, file: string, error: unknown): void {
    if (this.failures.has(rule)) return;
    this.failures.add(rule);
    this.parts.options.onFailure?.(rule, file, error);
  }
}

/** Calls of calls, or sums of thousands of parts: what V8 says then means nothing to who wrote them. */
function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}

/** Do summaries say the same, wherever things stand? Of a file that is edited most entries are the objects that they were. */
function tellTheSame(before: FileFacts['summary'] | undefined, now: FileFacts['summary'] | undefined): boolean {
  if (!before || !now) return before === now;
  const parts = Object.keys({ ...before, ...now }) as (keyof FileFacts['summary'])[];
  return parts.every((part) => before[part] === now[part] || sameEntries(before[part], now[part]));
}

function sameEntries(before: object | undefined, now: object | undefined): boolean {
  if (!before || !now) return false;
  const entries = Object.entries(before);
  const others = new Map<string, unknown>(Object.entries(now));
  return (
    entries.length === others.size &&
    entries.every(([name, entry]) => others.has(name) && (others.get(name) === entry || shape(others.get(name)) === shape(entry)))
  );
}
