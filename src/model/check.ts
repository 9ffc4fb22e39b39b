import type { Fact, FactKind, FactOf, Route } from './facts';
import type { Location } from './finding';
import type { FixProposal } from './rule';

/** A workspace package: the nearest package.json around a file, or the root without one. */
export interface PackageInfo {
  /** Folder relative to the workspace root, '' for the root. */
  dir: string;
  name?: string;
  /** Dependency → resolved version (lockfile, then installed, then the range's minimum), dev dependencies included. */
  dependencies: Record<string, string>;
  scripts: Record<string, string>;
  /** The manifest is there but is not valid JSON: nothing is known of it. */
  broken?: true;
}

/** What checks may ask of a project. */
export interface ProjectView {
  root: string;
  packages: PackageInfo[];
  files: readonly string[];
  /** Text of a file, or undefined if it is missing or unreadable. */
  read(file: string): string | undefined;
  facts<K extends FactKind>(kind: K): FactOf<K>[];
  routes: readonly Route[];
  allFacts: readonly Fact[];
}

/** A check ends in exactly one of these. */
export interface CheckContext {
  pass(note: string, evidence?: Location[]): void;
  gap(message: string, data?: Record<string, string | number>, at?: Location, fixes?: FixProposal[]): void;
  notApplicable(reason: string): void;
  unknown(reason: string): void;
}
