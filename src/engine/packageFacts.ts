import { FactsByKind, type FactsOf } from '../facts/factsByKind';
import type { EmitterMade, ErrorLeak, ErrorListener, Fact, FactBase, FileFacts, Presence } from '../model/facts';

const kinds = [
  'callerProof',
  'rejectionListener',
  'emitter',
  'errorListener',
  'errorFormat',
  'serverLogger',
  'envCheck',
  'envSchema',
] as const;
type Kept = FactsOf<(typeof kinds)[number]>;

/** What holds for all code of a package and is stated in some files of it: by what callers are told, who hears of failures, what servers make of errors, which settings are demanded. */
export class PackageFacts {
  private readonly files = new Map<string, { kept: Kept; said: string }>();
  private readonly sorted = new FactsByKind(kinds);

  constructor(private readonly packageDir: (file: string) => string) {}

  /** A file has other facts, in `parts` by statement where that is known. Gives whether that changes what it states; positions do not. */
  update(file: string, facts: FileFacts | undefined, parts: readonly (readonly Fact[])[] = facts ? [facts.facts] : []): boolean {
    const before = this.files.get(file)?.said;
    const kept = this.sorted.in(parts);
    if (kinds.some((kind) => kept[kind].length > 0)) this.files.set(file, { kept, said: said(kept) });
    else this.files.delete(file);
    return before !== this.files.get(file)?.said;
  }

  /**
   * Does a cookie say who calls, where a fact stands? In its package, else in the project: a package may be the part that
   * others put into theirs. Absent where callers are told by something else alone.
   */
  byCookie({ file }: FactBase): Presence {
    const own = new Set(this.among(file, 'callerProof').map(({ by }) => by));
    if (own.has('cookie')) return 'present';
    if (own.has('header')) return 'absent';
    const all = new Set([...this.files.values()].flatMap(({ kept }) => kept.callerProof.map(({ by }) => by)));
    return all.has('header') && !all.has('cookie') ? 'absent' : 'unknown';
  }

  /** Does the process that a fact stands in go on after a promise failed that nobody looks at, by a listener of its package? Unknown where the listener may end it. */
  outlives({ file }: FactBase): Presence {
    const listeners = this.among(file, 'rejectionListener');
    if (listeners.length === 0) return 'absent';
    return listeners.some(({ ends }) => ends) ? 'unknown' : 'present';
  }

  /**
   * Does something of the project listen for the errors of an emitter, or for all that nobody catches? What makes a pool is often a package of its own. What
   * is known by its name alone may be another one. What is known to be of another one that is made in the project says nothing.
   */
  listens({ file, instance, entity, name }: EmitterMade): Presence {
    const listeners = [...this.files.values()].flatMap(({ kept }) => kept.errorListener);
    if (listeners.some((listener) => listener.on === 'global#process')) return 'present';
    const others = new Set([...this.files.values()].flatMap(({ kept }) => kept.emitter.map((made) => made.entity)));
    const isOfAnother = (listener: ErrorListener): boolean =>
      entity !== undefined && listener.entity !== undefined && listener.entity !== entity && others.has(listener.entity);
    // What listens in the file itself is known by more than its kind.
    const on = new Set(listeners.filter((listener) => listener.file !== file && !isOfAnother(listener)).map((listener) => listener.on));
    if (instance !== undefined && on.has(instance)) return 'present';
    return instance !== undefined && name !== undefined && on.has(lastOf(name)) ? 'unknown' : 'absent';
  }

  /** Does the server take the message of a thrown error away before the caller gets it? All servers of the package have to that are of its kind. */
  hidesMessage({ file, via, library, status }: ErrorLeak): boolean {
    if (via !== 'throw' || library === undefined) return false;
    const formats = this.among(file, 'errorFormat').filter((format) => format.library === library);
    return formats.length > 0 && formats.every(({ hides }) => hides === 'all' || (status !== undefined && hides.includes(status)));
  }

  /** Libraries whose loggers write nothing, where a file stands: all of their servers that its package makes are made without. */
  silent(file: string): string[] {
    const loggers = this.among(file, 'serverLogger');
    const libraries = [...new Set(loggers.map(({ library }) => library))].sort();
    return libraries.filter((library) => loggers.every((logger) => logger.library !== library || logger.on === 'absent'));
  }

  /** Does the application a fact stands in not start without a setting? Unknown where something looks at settings and nobody can tell at which. */
  demands({ file }: FactBase, setting: string): Presence {
    const checks = this.among(file, 'envCheck');
    if (checks.some(({ demands }) => demands?.includes(setting))) return 'present';
    if (checks.every(({ demands }) => demands !== undefined)) return 'absent';
    // What is applied and stands elsewhere is the schema that asks for it.
    return this.among(file, 'envSchema').some(({ demands }) => demands.includes(setting)) ? 'present' : 'unknown';
  }

  private among<K extends keyof Kept>(file: string, kind: K): Kept[K] {
    const dir = this.packageDir(file);
    return [...this.files].flatMap(([other, { kept }]) => (this.packageDir(other) === dir ? kept[kind] : [])) as Kept[K];
  }
}

/** `client` of `this.client` */
function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** What is stated, without the places at which. */
function said({ callerProof, rejectionListener, emitter, errorListener, errorFormat, serverLogger, envCheck, envSchema }: Kept): string {
  return JSON.stringify([
    [...new Set(callerProof.map(({ by }) => by))].sort(),
    rejectionListener.length === 0 ? null : rejectionListener.some(({ ends }) => ends),
    [...new Set(emitter.map(({ entity }) => entity ?? ''))].sort(),
    [...new Set(errorListener.map(({ on, entity }) => `${on} ${entity ?? ''}`))].sort(),
    errorFormat.map(({ library, hides }) => [library, hides]),
    serverLogger.map(({ library, on }) => [library, on]),
    envCheck.map(({ demands }) => demands ?? null),
    envSchema.map(({ demands }) => demands),
  ]);
}
