import { checks } from '../../checks';
import { openSession } from '../../engine/session';
import { nodeWorkspace } from '../../project/nodeWorkspace';
import type { Workspace } from '../../project/workspace';
import { rules } from '../../rules';
import type { Application } from './applications';
import type { Hit } from './matching';

/** What a pass over an application found. */
export interface Analysis extends Application {
  files: number;
  /** Lines of the files that were analysed. */
  lines: number;
  hits: Hit[];
  /** Exceptions in rules and files, one line each. */
  failures: string[];
  milliseconds: number;
}

/** Open gaps in a workspace. Configuration of the project (`off`, waivers) holds as for its owners. */
export async function analyse(application: Application, workspace: Workspace = nodeWorkspace(application.folder)): Promise<Analysis> {
  const failures: string[] = [];
  const start = performance.now();
  const session = openSession(workspace, {
    // What is in preview is judged here before it is shown to anybody.
    rules,
    checks,
    onFailure: (rule, file, error) =>
      failures.push(`${rule} failed in ${file}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`),
  });
  try {
    const { findings, files, outcomes } = await session.scan();
    const { repository, commit } = application;
    const hits = findings
      .filter(({ outcome, status }) => outcome === 'gap' && status === 'open')
      .map(({ rule, location, fingerprint, severity, confidence, message }): Hit => ({
        repository,
        ...(commit === undefined ? {} : { commit }),
        rule,
        path: location.file,
        line: location.line,
        endLine: location.endLine,
        fingerprint,
        severity,
        confidence,
        message,
      }))
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
    // The session tells of the first failure of a rule or of itself; the files that it lost say the rest.
    failures.push(
      ...files.skipped.filter(({ reason }) => reason.startsWith('not analysed')).map(({ file, reason }) => `${file}: ${reason}`),
    );
    failures.push(...outcomes.filter(({ outcome }) => outcome === 'error').map(({ rule, note }) => `${rule}: ${note ?? 'failed'}`));
    const lines = files.analysed.reduce((sum, file) => sum + linesOf(workspace.read(file) ?? ''), 0);
    return { ...application, files: files.analysed.length, lines, hits, failures, milliseconds: performance.now() - start };
  } finally {
    session.dispose();
  }
}

function linesOf(text: string): number {
  if (text === '') return 0;
  let lines = text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
