import type { Fact, FactKind, FactOf, Route } from './facts';
import type { Location, RelatedLocation, Span } from './finding';
import type { Idioms } from './library';
import type { PackagePosture } from './posture';
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
  /** The folder is a part of a repository that is larger: what lies around it was not read. */
  isPart: boolean;
  /** Text of a file, or undefined if it is missing or unreadable. */
  read(file: string): string | undefined;
  facts<K extends FactKind>(kind: K): FactOf<K>[];
  routes: readonly Route[];
  /** What a route runs in: a process that stays up, a platform that starts it when it is asked for, or either. */
  runsIn(route: Route): 'process' | 'platform' | 'either';
  /** Is a file a page that answers for a whole group of addresses, by the conventions of a framework? */
  answersMany(file: string): boolean;
  /** How fixes write things in a framework. */
  idioms(framework: string): Idioms | undefined;
  /** How each package and framework protects its endpoints as a whole; worked out when asked for. */
  postures(): readonly PackagePosture[];
  /** A span as people see it; undefined in a file that was not analysed. */
  place(file: string, span: Span): Location | undefined;
  allFacts: readonly Fact[];
}

/** A fix of a check. Once its edits are carried out the check must have nothing left to find. */
export interface CheckFix extends FixProposal {
  /** What must hold besides, of the project with its edits carried out. */
  holds?(after: ProjectView): boolean;
}

/** A check ends in exactly one of these. */
export interface CheckContext {
  pass(note: string, evidence?: Location[]): void;
  gap(message: string, data?: Record<string, string | number>, at?: Location, fixes?: CheckFix[], related?: RelatedLocation[]): void;
  notApplicable(reason: string): void;
  unknown(reason: string): void;
}
