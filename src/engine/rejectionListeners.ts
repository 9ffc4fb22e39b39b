import { FactsByKind } from '../facts/factsByKind';
import type { Fact, FactBase, FileFacts, Presence } from '../model/facts';

/** What hears of promises that fail without anybody who looks at them, package by package. */
export class RejectionListeners {
  /** Files with such a listener, and whether it may end the process. */
  private readonly files = new Map<string, boolean>();
  private readonly listeners = new FactsByKind(['rejectionListener']);

  constructor(private readonly packageDir: (file: string) => string) {}

  /** A file has other facts, in `parts` by statement where that is known. Gives whether that changes what hears of such promises. */
  update(file: string, facts: FileFacts | undefined, parts: readonly (readonly Fact[])[] = facts ? [facts.facts] : []): boolean {
    const before = this.files.get(file);
    const { rejectionListener: found } = this.listeners.in(parts);
    if (found.length > 0)
      this.files.set(
        file,
        found.some(({ ends }) => ends),
      );
    else this.files.delete(file);
    return before !== this.files.get(file);
  }

  /** Does the process that a fact stands in go on after such a failure, by a listener of its package? Unknown where the listener may end it. */
  outlives(fact: FactBase): Presence {
    const dir = this.packageDir(fact.file);
    const own = [...this.files].filter(([file]) => this.packageDir(file) === dir);
    if (own.length === 0) return 'absent';
    return own.some(([, ends]) => ends) ? 'unknown' : 'present';
  }
}
