import type { ClassFact, DeclaredKind, ExportFact, FunctionRef, FunctionSummary, GuardLevel } from '../model/facts';
import type { FileRole } from '../model/rule';
import type { ProjectLookup } from '../syntax/accessPaths';

/** What is known of a file before it is read. */
export interface FileContext {
  file: string;
  role: FileRole;
  side: 'server' | 'client' | 'unknown';
  /** Folder of its workspace package. */
  packageDir: string;
  /** Dependency → version of that package; undefined when no package.json is around the file. */
  dependencies: Record<string, string> | undefined;
  /** What the platform checks before an entry of this file runs. */
  upstream?: { level: GuardLevel; name: string };
  /** The settings of the platform name it as a function. */
  deployed?: true;
}

/** What a file's analysis asks about the rest of the project. */
export interface Project extends ProjectLookup {
  summary(ref: FunctionRef): FunctionSummary | undefined;
  /** Level that the team vouches for, for functions named in the configuration. */
  declaredGuard(ref: FunctionRef | undefined, name: string | undefined): GuardLevel | undefined;
  /** What else the team says that a function does: validate, limit rates, log. */
  declaredKind(ref: FunctionRef | undefined, name: string | undefined): DeclaredKind | undefined;
  /** Does the configuration say anything of calls? */
  readonly declaresCalls: boolean;
  exportOf(file: string, name: string): (ExportFact & { file: string }) | undefined;
  /** What is known of a class that a file declares. */
  classOf(file: string, cls: string): ClassFact | undefined;
  /** Names that a file exports, those that it passes on included; those of members of objects have dots. */
  exportNames(file: string): readonly string[];
}
