import { FactsByKind } from '../facts/factsByKind';
import type { Fact, FactBase, FileFacts, Presence } from '../model/facts';

type By = 'cookie' | 'header';
const nothing: ReadonlySet<By> = new Set();

/** By what code tells callers from each other, package by package. */
export class CallerProofs {
  private readonly files = new Map<string, ReadonlySet<By>>();
  private readonly proofs = new FactsByKind(['callerProof']);

  constructor(private readonly packageDir: (file: string) => string) {}

  /** A file has other facts, in `parts` by statement where that is known. Gives whether that changes what it tells callers by. */
  update(file: string, facts: FileFacts | undefined, parts: readonly (readonly Fact[])[] = facts ? [facts.facts] : []): boolean {
    const before = this.files.get(file) ?? nothing;
    const now = new Set<By>();
    for (const { by } of this.proofs.in(parts).callerProof) now.add(by);
    if (now.size > 0) this.files.set(file, now);
    else this.files.delete(file);
    return before.size !== now.size || [...now].some((by) => !before.has(by));
  }

  /**
   * Does a cookie say who calls, where a fact stands? In its package, else in the project: a package may be the part that
   * others put into theirs. Absent where callers are told by something else alone.
   */
  byCookie(fact: FactBase): Presence {
    const dir = this.packageDir(fact.file);
    const own = new Set<By>();
    const all = new Set<By>();
    for (const [file, by] of this.files) {
      const isOwn = this.packageDir(file) === dir;
      for (const each of by) {
        all.add(each);
        if (isOwn) own.add(each);
      }
    }
    if (own.has('cookie')) return 'present';
    if (own.has('header')) return 'absent';
    return all.has('header') && !all.has('cookie') ? 'absent' : 'unknown';
  }
}
