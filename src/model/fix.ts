/**
 * How far a fix may be trusted: `fix` is safe and may run in bulk and on save, `suggestion` changes behaviour and is
 * chosen by the user, `scaffold` creates files.
 */
export type FixKind = 'fix' | 'suggestion' | 'scaffold';

/** Replaces the text between two offsets (0-based UTF-16 code units, end exclusive) of the file's present text. */
export interface TextEdit {
  start: number;
  end: number;
  newText: string;
}

/** Edits of one file. With `create`, the file must not exist yet and `edits` has one insertion at 0. */
export interface FileEdit {
  file: string;
  create?: boolean;
  edits: TextEdit[];
}

/** What is known of a fix before anybody asks for its edits. Titles are imperative: "Add a timeout". */
export interface FixOffer {
  /** Unique within the finding. */
  id: string;
  kind: FixKind;
  title: string;
}

/** A fix with the edits that carry it out. */
export interface Fix extends FixOffer {
  edits: FileEdit[];
  /** Steps that were left out, each with its reason (harden only). */
  skipped?: { step: string; reason: string }[];
}
