import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ProjectResult } from '../../engine/api';
import { baselineFile, readBaseline, renderBaseline, updateBaseline, type BaselineEntry } from '../../engine/baseline';
import type { Project } from '../project';
import { UserError, type Terminal } from '../terminal';

function line(sign: string, { file, rule }: BaselineEntry): string {
  return `${sign} ${file}  ${rule}\n`;
}

/**
 * Writes the baseline of a project and prints what changed, entry by entry, so that nothing is taken in unseen. A baseline
 * that cannot be read is left alone: throws a UserError.
 */
export function updateBaselineOf(terminal: Terminal, project: Project, result: ProjectResult): void {
  const present = project.workspace.read(baselineFile);
  const { baseline, findings } = readBaseline(present);
  const mistake = findings[0];
  if (mistake) throw new UserError(`${baselineFile}:${mistake.location.line}: ${mistake.message} It is left as it is.`);
  const exists = (file: string): boolean => existsSync(path.join(project.root, file));
  const skipped = new Set(result.files.skipped.map(({ file }) => file));
  const update = updateBaseline(baseline, result.findings, skipped, exists);
  const text = renderBaseline(update.baseline);
  const name = project.prefix === '' ? baselineFile : `${project.prefix}/${baselineFile}`;
  if (text === present || (present === undefined && update.baseline.findings.length === 0)) {
    terminal.out(`${name} is up to date.\n`);
    return;
  }
  mkdirSync(path.join(project.root, path.dirname(baselineFile)), { recursive: true });
  writeFileSync(path.join(project.root, baselineFile), text);
  terminal.out([...update.added.map((entry) => line('+', entry)), ...update.removed.map((entry) => line('-', entry))].join(''));
  terminal.out(`${name}: ${update.added.length} added, ${update.removed.length} removed, ${update.baseline.findings.length} in all.\n`);
}
