import type { ReadinessFile, Scorecard } from '../model/readiness';
import type { ProjectResult, RuleDescription, Session } from './api';
import type { WorkerMessage } from './protocol';

/** What a worker is made of. */
export interface Services {
  /** Starts a session; without `root` it knows only texts that are set. */
  open(folder: { root?: string; exclude: string[] }): Session;
  rules: RuleDescription[];
  /** Readiness of a project as it stands, for the present day. */
  scorecard(input: { root: string; result: ProjectResult; readiness: ReadinessFile | undefined; isComplete: boolean }): Scorecard;
  post(message: WorkerMessage): void;
  /** Bytes of memory in use. */
  heapUsed(): number;
}

/** Pauses in milliseconds. */
export interface Pauses {
  /** From the last keystroke until files that depend on it are judged again. */
  settle: number;
  /** From the last result until the checklist is computed. */
  score: number;
}
