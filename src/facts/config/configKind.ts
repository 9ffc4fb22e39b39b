import type { Fact, FactBase } from '../../model/facts';
import type { Span } from '../../model/finding';
import type { CommandRole } from '../../model/library';

/** What a kind of configuration file may ask about the rest of the project. What it reads is read again when that changes. */
export interface Surroundings {
  /** All files of the project but its code. */
  files: readonly string[];
  /** Present text of another file; undefined if there is none. */
  text(file: string): string | undefined;
  /** Scripts of the package in a folder, by name; they count as read. */
  scripts(folder: string): ReadonlyMap<string, string>;
  /** Does version control hold the file? Undefined when nobody can tell. */
  tracked(file: string): boolean | undefined;
  /** The prefix by which a tool of the package around the file puts an entry into what browsers download. */
  exposedBy(file: string, name: string): string | undefined;
  /** What commands of tools are for. */
  commands: readonly CommandRole[];
}

/** A kind of file with settings, scripts or steps, and how facts are made of one. */
export interface ConfigKind {
  /** By its path alone. Never true for a file that is parsed as TypeScript. */
  covers(file: string): boolean;
  /** Credentials in it: only those that have the shape of one, or none, since they are its own business. Otherwise also those that are called so. */
  credentials?: 'shapes' | 'own';
  /** Facts of one file. A file with errors gives what can be read of it, or nothing; it never throws. */
  facts(file: string, text: string, around: Surroundings): Fact[];
}

/** The fields that all facts of configuration share. `scope` names what it stands in, for fingerprints. */
export function placed(file: string, span: Span, scope = ''): Omit<FactBase, 'kind'> {
  return { file, span, scope, inRequestPath: 'absent' };
}
