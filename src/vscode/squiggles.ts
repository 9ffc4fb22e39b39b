import type { ShownFinding } from '../model/finding';

/** Further than this many lines apart, equal messages are about two things. */
const nearby = 3;

/**
 * Which of the latest findings a person sees already: those with the fingerprint of a shown one, and those that took its
 * place because the code they are about is being typed in (same rule, same message or line, close by). Gives the latest ones, in their
 * order, so that places and words are up to date.
 */
export function alreadyShown(shown: readonly ShownFinding[], latest: readonly ShownFinding[]): ShownFinding[] {
  const left = new Map(shown.map((finding) => [finding.fingerprint, finding]));
  const kept = new Set<ShownFinding>();
  for (const finding of latest) {
    if (left.get(finding.fingerprint)?.rule !== finding.rule) continue;
    left.delete(finding.fingerprint);
    kept.add(finding);
  }
  const orphans = [...left.values()];
  for (const finding of latest) {
    if (kept.has(finding)) continue;
    const index = orphans.findIndex((orphan) => replaces(finding, orphan));
    if (index < 0) continue;
    orphans.splice(index, 1);
    kept.add(finding);
  }
  return latest.filter((finding) => kept.has(finding));
}

function replaces(finding: ShownFinding, orphan: ShownFinding): boolean {
  if (finding.rule !== orphan.rule) return false;
  const distance = Math.abs(finding.location.line - orphan.location.line);
  return distance === 0 || (distance <= nearby && finding.message === orphan.message);
}

/** What is shown for one file: what is gone vanishes at once, what is new waits until typing pauses. */
export class Squiggles {
  private shown: ShownFinding[] = [];
  private latest: readonly ShownFinding[] = [];

  /** Findings that are known and not shown yet. */
  get isWaiting(): boolean {
    return this.latest.length > this.shown.length;
  }

  /** Takes new results in; gives what is to be shown now. New findings are held back while `hold` is set. */
  update(latest: readonly ShownFinding[], hold: boolean): readonly ShownFinding[] {
    this.latest = latest;
    this.shown = hold ? alreadyShown(this.shown, latest) : [...latest];
    return this.shown;
  }

  /** Typing paused: everything is shown. */
  release(): readonly ShownFinding[] {
    this.shown = [...this.latest];
    return this.shown;
  }
}
