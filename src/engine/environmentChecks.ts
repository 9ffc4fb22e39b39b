import { FactsByKind } from '../facts/factsByKind';
import type { EnvCheck, Fact, FactBase, FileFacts, Presence } from '../model/facts';

/** What looks at the settings of the environment when an application starts, package by package. */
export class EnvironmentChecks {
  private readonly files = new Map<string, readonly EnvCheck[]>();
  private readonly checks = new FactsByKind(['envCheck']);

  constructor(private readonly packageDir: (file: string) => string) {}

  /** A file has other facts, in `parts` by statement where that is known. Gives whether that changes which settings it asks for. */
  update(file: string, facts: FileFacts | undefined, parts: readonly (readonly Fact[])[] = facts ? [facts.facts] : []): boolean {
    const before = said(this.files.get(file) ?? []);
    const now = this.checks.in(parts).envCheck;
    if (now.length > 0) this.files.set(file, now);
    else this.files.delete(file);
    return before !== said(now);
  }

  /** Does the application a fact stands in not start without a setting? Unknown where something looks at settings and nobody can tell at which. */
  demands(fact: FactBase, setting: string): Presence {
    const dir = this.packageDir(fact.file);
    const own = [...this.files].flatMap(([file, checks]) => (this.packageDir(file) === dir ? checks : []));
    if (own.some(({ demands }) => demands?.includes(setting))) return 'present';
    return own.some(({ demands }) => demands === undefined) ? 'unknown' : 'absent';
  }
}

function said(checks: readonly EnvCheck[]): string {
  return JSON.stringify(checks.map(({ demands }) => demands ?? null));
}
