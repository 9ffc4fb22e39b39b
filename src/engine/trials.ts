import type { FileFacts, Route } from '../model/facts';
import type { ProjectFiles } from './project';
import type { Judged } from './verdicts';

/** A file judged with another text. */
export interface Trial {
  judged: Judged;
  facts: FileFacts;
  routes: readonly Route[];
}

/** Runs `work` with other texts of files, and gives the files their own texts and trees back. */
export function withTexts<T>(files: ProjectFiles, texts: ReadonlyMap<string, string>, work: () => T): T {
  const before = [...texts.keys()].map((file) => ({
    file,
    version: files.openVersion(file),
    text: files.text(file),
    tree: files.trees.get(file),
  }));
  for (const [file, text] of texts) files.setText(file, text, files.openVersion(file) ?? 0);
  try {
    return work();
  } finally {
    for (const { file, version, text, tree } of before) {
      if (version === undefined || text === undefined) files.release(file);
      else {
        files.setText(file, text, version);
        if (tree) files.trees.set(file, text);
      }
    }
  }
}
