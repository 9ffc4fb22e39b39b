import type { RuleDescription, Session } from '../engine/api';
import type { Config } from '../model/config';
import type { Workspace } from '../project/workspace';

/** Exit codes. */
export const exitCode = { clean: 0, findings: 1, failure: 2 } as const;

/** Ends the command with one clear line: it was called wrongly, or something it needs cannot be read. */
export class UserError extends Error {}

/** What a session is opened with. */
export interface SessionRequest {
  config?: Config;
  today: string;
  /** Folder in which facts are kept from one run to the next. */
  cacheFolder?: string;
  onFailure: (rule: string, file: string, error: unknown) => void;
}

/** Everything that the commands know of the world around them. */
export interface Terminal {
  /** Present folder. */
  cwd: string;
  /** Writes to standard output. */
  out(text: string): void;
  /** Writes to standard error. */
  err(text: string): void;
  /** Reads all of standard input. */
  input(): Promise<string>;
  /** Standard output is a screen that shows colours. */
  isColorful: boolean;
  /** Standard error is a screen, so that progress can be shown on it. */
  showsProgress: boolean;
  /** Present date as YYYY-MM-DD. */
  today: string;
  /** Where facts are kept when nothing else is asked for; undefined for nowhere. */
  cacheFolder: string | undefined;
  /** Version of the tool. */
  version: string;
  /** What identifies the program among all others; undefined for one that is being worked on. */
  engine: string | undefined;
  /** All rules and checks. */
  rules: readonly RuleDescription[];
  /** Files of a folder. */
  workspace(root: string): Workspace;
  /** Text of any other file, by absolute path. Throws what Node throws. */
  readText(file: string): string;
  openSession(workspace: Workspace, request: SessionRequest): Session;
  /** Page of a rule or check as Markdown. */
  page(rule: RuleDescription): string | undefined;
}
