import { isOfInterest } from './filesOfInterest';
import { whyUnreadable, type Reading } from './readable';
import type { Workspace } from './workspace';

/** Stands for git's index, which is no text: the paths that the repository holds, one per line. */
const indexFile = '.git/index';

/**
 * A workspace over a map from path to text, for tests. It reads through to the map, so that later changes show; every
 * file counts as one of interest. `.git/index` in it lists what the repository holds.
 */
export function memoryWorkspace(files: Record<string, string> | Map<string, string>, root = '/project'): Workspace {
  const texts = files instanceof Map ? files : new Map(Object.entries(files));
  return {
    root,
    list: () => Promise.resolve([...texts.keys()].filter((file) => file !== indexFile).sort()),
    read: (file) => texts.get(file),
    readWithReason: (file) => reading(texts.get(file)),
    stat: (file) => status(texts.get(file), 0),
    tracked: (file) => texts.get(indexFile)?.split('\n').includes(file),
  };
}

/** A workspace with unsaved texts laid over another. */
export interface OverlayWorkspace extends Workspace {
  /** Lays a text over a file, which need not exist below. */
  set(file: string, text: string): void;
  /** Takes the text away: the file is again what it is below. */
  release(file: string): void;
  onDidChange(callback: (files: readonly string[]) => void): () => void;
}

/** Lays unsaved texts over `base`. Changes of `base` are passed on, except those of files that have a text of their own. */
export function overlayWorkspace(base: Workspace): OverlayWorkspace {
  const texts = new Map<string, { text: string; mtimeMs: number }>();
  const listeners = new Set<(files: readonly string[]) => void>();
  const tell = (files: readonly string[]): void => {
    for (const listener of [...listeners]) listener(files);
  };
  let clock = 0;
  let stop: (() => void) | undefined;

  return {
    root: base.root,
    async list() {
      const files = new Set(await base.list());
      for (const file of texts.keys()) if (isOfInterest(file)) files.add(file);
      return [...files].sort();
    },
    read: (file) => texts.get(file)?.text ?? base.read(file),
    readWithReason(file) {
      const own = texts.get(file);
      return own ? reading(own.text) : base.readWithReason(file);
    },
    stat(file) {
      const own = texts.get(file);
      return own ? status(own.text, own.mtimeMs) : base.stat(file);
    },
    tracked: (file) => base.tracked?.(file),
    isPartOfRepository: () => base.isPartOfRepository?.() ?? false,
    set(file, text) {
      // Later than before is all that a time has to say; it never equals the one below.
      texts.set(file, { text, mtimeMs: (base.stat(file)?.mtimeMs ?? 0) + ++clock });
      tell([file]);
    },
    release(file) {
      if (texts.delete(file)) tell([file]);
    },
    onDidChange(callback) {
      // One listener per call, so that the same callback can be registered twice.
      const listener = (files: readonly string[]): void => callback(files);
      listeners.add(listener);
      stop ??= base.onDidChange?.((files) => {
        const uncovered = files.filter((file) => !texts.has(file));
        if (uncovered.length > 0) tell(uncovered);
      });
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
  };
}

function reading(text: string | undefined): Reading {
  if (text === undefined) return { skipped: 'missing' };
  const reason = whyUnreadable(text);
  return reason === undefined ? { text } : { skipped: reason };
}

function status(text: string | undefined, mtimeMs: number): { size: number; mtimeMs: number } | undefined {
  return text === undefined ? undefined : { size: new TextEncoder().encode(text).length, mtimeMs };
}
