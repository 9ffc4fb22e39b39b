import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ProjectResult } from '../../engine/api';
import type { Arguments } from '../arguments';
import { folderAt, inside, openProject, progress, type Project } from '../project';
import { UserError, type Terminal } from '../terminal';

/**
 * Root of the project that a file belongs to: the present folder if the file is in it, so that paths agree with `check`
 * run there; else the nearest folder above the file that looks like a root.
 */
function rootOf(cwd: string, file: string): string {
  if (inside(cwd, file) !== undefined) return cwd;
  const folders: string[] = [];
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    folders.push(folder);
    if (path.dirname(folder) === folder) break;
  }
  const has = (...names: string[]): string | undefined =>
    folders.find((folder) => names.some((name) => existsSync(path.join(folder, name))));
  return has('.production-gap', '.git') ?? has('package.json') ?? path.dirname(file);
}

/** Judges standard input as the content of one file within its project. The result holds that file alone. */
export async function checkInput(terminal: Terminal, given: Arguments): Promise<{ project: Project; result: ProjectResult }> {
  const { positionals, stdinFilename } = given;
  if (stdinFilename === undefined || stdinFilename === '')
    throw new UserError('--stdin needs --stdin-filename, the file that the text stands for.');
  if (positionals.length > 1) throw new UserError('--stdin takes at most one folder, the root of the project.');
  const absolute = path.resolve(terminal.cwd, stdinFilename);
  const root = positionals[0] === undefined ? rootOf(terminal.cwd, absolute) : folderAt(terminal.cwd, positionals[0]);
  const file = inside(root, absolute);
  if (file === undefined || file === '') throw new UserError(`"${stdinFilename}" is not a file inside "${positionals[0] ?? root}".`);
  const project = openProject(terminal, root, given);
  const text = (await terminal.input()).replace(/^\uFEFF/, '');
  const { onProgress, end } = progress(terminal);
  try {
    // The project is read first: guards, routers and schemas of other files decide about this one.
    await project.session.scan(onProgress ? { onProgress } : {});
  } finally {
    end();
  }
  const judged = project.session.setText(file, text, 1);
  await project.session.settle();
  const whole = project.session.project();
  const ofFile = project.session.named(whole.findings.filter(({ location }) => location.file === file));
  project.session.dispose();
  const isAnalysed = whole.files.analysed.includes(file);
  const reason =
    judged.skipped ?? whole.files.skipped.find((entry) => entry.file === file)?.reason ?? 'not a kind of file that is analysed';
  const skipped = isAnalysed || ofFile.length > 0 ? [] : [{ file, reason }];
  return {
    project,
    result: { ...whole, findings: [...ofFile, ...project.configFindings], files: { analysed: isAnalysed ? [file] : [], skipped } },
  };
}
