import type { RouteRow } from '../engine/api';
import { applyFileDelta, applyScorecardDelta, type FileDelta, type ScorecardDelta, type ShownResult } from '../engine/delta';
import type { FileRoutes } from '../engine/protocol';
import type { ShownFinding } from '../model/finding';
import type { Scorecard } from '../model/readiness';

/** Is it something to show as open work? */
export function isOpenGap(finding: ShownFinding): boolean {
  return finding.outcome === 'gap' && finding.status === 'open';
}

/** What the engine has said about one workspace folder. */
export class FolderResults {
  private readonly files = new Map<string, ShownResult>();
  scorecard: Scorecard | undefined;
  /** Endpoints by the file that registers them; undefined until they were listed. */
  routes: ReadonlyMap<string, readonly RouteRow[]> | undefined;

  /** Takes differences in; gives the files they are about. Throws when they don't fit what is known. */
  apply(deltas: readonly FileDelta[]): string[] {
    for (const delta of deltas) {
      const result = applyFileDelta(this.files.get(delta.file), delta);
      this.files.set(delta.file, result);
    }
    return deltas.map((delta) => delta.file);
  }

  applyScorecard(delta: ScorecardDelta): void {
    this.scorecard = applyScorecardDelta(this.scorecard, delta);
  }

  applyRoutes(files: readonly FileRoutes[]): void {
    const routes = new Map(this.routes);
    for (const { file, rows } of files) {
      if (rows.length === 0) routes.delete(file);
      else routes.set(file, rows);
    }
    this.routes = new Map([...routes].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  of(file: string): ShownResult | undefined {
    return this.files.get(file);
  }

  /** All files about which something was said. */
  get names(): string[] {
    return [...this.files.keys()];
  }

  /** Findings of all files by fingerprint; the first of equal ones. */
  byFingerprint(): Map<string, ShownFinding> {
    const found = new Map<string, ShownFinding>();
    for (const { findings } of this.files.values()) {
      for (const finding of findings) if (!found.has(finding.fingerprint)) found.set(finding.fingerprint, finding);
    }
    return found;
  }

  /** Number of open gaps, those of low confidence apart. */
  count(): { gaps: number; errors: number } {
    let gaps = 0;
    let errors = 0;
    for (const { findings } of this.files.values()) {
      for (const finding of findings) {
        if (!isOpenGap(finding) || finding.confidence === 'low') continue;
        gaps++;
        if (finding.severity === 'error') errors++;
      }
    }
    return { gaps, errors };
  }
}
