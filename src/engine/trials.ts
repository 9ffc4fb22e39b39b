import type { FileFacts, Route } from '../model/facts';
import type { ProjectFiles } from './project';
import type { Judged } from './verdicts';

/** A file judged with another text. */
export interface Trial {
  judged: Judged;
  facts: FileFacts;
  routes: readonly Route[];
}

/** Runs `work` with another text of a file, and gives the file its own text and tree back. */
export function withText<T>(files: ProjectFiles, file: string, text: string, work: () => T): T {
  const version = files.openVersion(file);
  const oldText = files.text(file);
  const oldTree = files.trees.get(file);
  files.setText(file, text, version ?? 0);
  try {
    return work();
  } finally {
    if (version === undefined || oldText === undefined) files.release(file);
    else {
      files.setText(file, oldText, version);
      if (oldTree) files.trees.set(file, oldText);
    }
  }
}
