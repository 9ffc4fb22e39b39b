import type { Reading } from './readable';

/** Files of one project. Paths are relative to the root, with forward slashes on every platform. */
export interface Workspace {
  /** Absolute path of the folder, or any name for workspaces that are not on disk. */
  readonly root: string;
  /** Every file of interest (`isOfInterest`), sorted. Folders that can't be read are left out. */
  list(): Promise<string[]>;
  /** Folders that the last `list` could not read, sorted; '' is the root. Absent where there are none. */
  unreadable?(): readonly string[];
  /**
   * Text of a file, also of one that `list` leaves out; undefined when it is missing, unreadable or not text.
   * Offsets are those of the editor: a byte order mark is not part of the text. Sources still have to pass `whyUnreadable`.
   */
  read(file: string): string | undefined;
  /** Size in bytes and time of the last change; undefined when there is no such file. */
  stat(file: string): { size: number; mtimeMs: number } | undefined;
  /** The text, or why the file is not analysed. */
  readWithReason(file: string): Reading;
  /**
   * Does the repository hold the file? Undefined when nobody can tell: there is none, or its list of files is in a form that
   * is not read. Absent where there is never one.
   */
  tracked?(file: string): boolean | undefined;
  /** Is the root a part of a repository that is larger? Absent where nobody can tell. */
  isPartOfRepository?(): boolean;
  /** Calls back with the files whose text changed; returns what ends that. Absent where nothing reports changes. */
  onDidChange?(callback: (files: readonly string[]) => void): () => void;
}
