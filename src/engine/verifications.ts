import type { Pipeline, Verification } from '../model/configuration';
import type { VerifiedBy } from '../model/rule';

/** Finds the step that checks each change for a package; a step of the root, or of that package, before one of another. */
export function verifiedBy(pipelines: readonly Pipeline[], check: Verification, packageDir: string): VerifiedBy | undefined {
  let other: VerifiedBy | undefined;
  for (const { file, triggers, jobs } of pipelines) {
    // What another pipeline calls runs when that one does, which is on changes most of the time.
    if (!triggers.some((trigger) => trigger === 'push' || trigger === 'pull-request' || trigger === 'called')) continue;
    for (const command of jobs.flatMap(({ commands }) => commands)) {
      if (command.purpose !== check) continue;
      const covers = command.packageDir === '' || command.packageDir === packageDir ? 'present' : 'unknown';
      if (covers === 'present') return { file, span: command.span, covers };
      other ??= { file, span: command.span, covers };
    }
  }
  return other;
}
