import type { DimensionId } from '../model/dimension';
import type { GuardKind, GuardLevel, Presence, SinkKind } from '../model/facts';
import type { Finding, Location, Outcome, Severity, Span } from '../model/finding';
import type { FileEdit, Fix, FixKind, TextEdit } from '../model/fix';

/**
 * The plain data that crosses the seam between engine and front ends. Paths are relative to the session's root, with
 * forward slashes. Offsets are 0-based UTF-16 code units, end exclusive; lines and columns are 1-based.
 */

/** Findings of one file for one version of its text. Project-wide findings carry the file they point at. */
export interface FileResult {
  file: string;
  /** Version of the text that was analysed; 0 for text from disk. */
  version: number;
  findings: Finding[];
  /** Set when the file was not analysed: too large, minified, unreadable, not text. */
  skipped?: string;
}

/** Positive, unknown and not-applicable outcomes per rule or check, for the checklist. */
export interface OutcomeRecord {
  rule: string;
  outcome: Exclude<Outcome, 'gap'>;
  /** Evidence, reason or error in plain words. */
  note?: string;
  location?: Location;
}

/** One guard of an endpoint as printed by `routes`. */
export interface RouteGuardRow {
  kind: GuardKind;
  level: GuardLevel;
  name: string;
  file: string;
  line: number;
}

/** One endpoint as printed by `routes`; one row per method. */
export interface RouteRow {
  framework: string;
  method: string;
  path: string;
  file: string;
  line: number;
  guards: RouteGuardRow[];
  authentication: 'present' | 'absent' | 'unknown' | 'public' | 'delegated';
  level: GuardLevel;
  /** Why `authentication` is what it is, where that needs words. */
  reason?: string;
  /** Verdict per role, authentication included. */
  roles: Partial<Record<GuardKind, Presence>>;
  /** By what a role was found, or why it is unknown or absent, where that needs words. */
  evidence: Partial<Record<GuardKind, string>>;
  sinks: SinkKind[];
  /** Folder of the workspace package it belongs to. */
  package: string;
  group: string;
  handler?: { file: string; line: number };
}

/** State of a whole project. */
export interface ProjectResult {
  root: string;
  files: { analysed: string[]; skipped: { file: string; reason: string }[] };
  findings: Finding[];
  outcomes: OutcomeRecord[];
  /** How many subjects each rule or check judged, 0 included; a rule that is missing here did not run. */
  judged?: Record<string, number>;
  /** What each workspace package is made of, one line each. */
  packages?: string[];
  /** Milliseconds by phase. */
  timings: Record<string, number>;
}

/** Something a person can do at a place. `resolve` turns it into edits. */
export interface Action {
  id: string;
  title: string;
  kind: FixKind | 'harden' | 'suppress' | 'declare' | 'explain';
  /** Fingerprint and rule of the finding it belongs to, if any. */
  finding?: { fingerprint: string; rule: string };
  isPreferred: boolean;
  /** What a person is asked for before it is carried out: it can't be without. */
  asks?: 'reason';
  /** Why it can't be applied here, shown greyed out. */
  disabled?: string;
}

/** What a person adds to an action. */
export interface ActionInput {
  /** Why it is suppressed or declared, in their words. */
  reason?: string;
}

/** Files that appeared, changed on disk or went away. */
export interface FileChange {
  file: string;
  type: 'created' | 'changed' | 'deleted';
}

/** A live engine on one project folder. Not thread-safe; calls are processed in order. */
export interface Session {
  readonly root: string;
  /** Lists the files and reads the configuration: texts that are set before that are judged without knowing the project. */
  prepare(): Promise<void>;
  /** Reads and analyses everything. Resolves early, with what is done, when `signal` aborts. */
  scan(options?: { signal?: AbortSignal; onProgress?: (done: number, total: number, file: string) => void }): Promise<ProjectResult>;
  /** Takes text that is not (yet) on disk and analyses it, the file's own findings only. */
  setText(file: string, text: string, version: number): FileResult;
  /** The same for edits of the text last set; each edit refers to the text after the previous one. */
  editText(file: string, edits: TextEdit[], version: number): FileResult;
  /** The editor closed the file: text comes from disk again. */
  release(file: string): void;
  /** Takes file system events. Files whose findings may have changed are re-judged by `settle`. */
  filesChanged(changes: FileChange[]): void;
  /** Re-judges what depends on earlier changes (open files first) and returns the results that differ. */
  settle(options?: { signal?: AbortSignal }): Promise<FileResult[]>;
  result(file: string): FileResult | undefined;
  /** Present state of everything analysed so far. */
  project(): ProjectResult;
  routes(): RouteRow[];
  /** Actions that apply to a span of the present text; checked before they are offered when `checked` is set. */
  actions(file: string, span: Span): Action[];
  /** Findings with the names of those fixes alone that may give an edit. */
  named(findings: readonly Finding[]): Finding[];
  /** Edits of an action, or undefined when the text moved on or the edit fails its checks. */
  resolve(file: string, actionId: string, input?: ActionInput): Fix | undefined;
  /** How many files the last `setText`, `editText` or `settle` judged again; for tests and the status page. */
  readonly rejudged: number;
  dispose(): void;
}

/** What a rule is, for lists, help texts and SARIF. */
export interface RuleDescription {
  id: string;
  kind: 'rule' | 'check';
  dimension: DimensionId;
  title: string;
  severity: Severity;
  confidence: Finding['confidence'];
  fixKinds: FixKind[];
  cwe: number[];
  owasp: string[];
  since: string;
  maturity: string;
  /** Address of the page on the web. */
  helpUri: string;
}

export type { FileEdit, Finding, Fix, Location, Span, TextEdit };
