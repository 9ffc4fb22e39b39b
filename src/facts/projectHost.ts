import type { ts } from 'ts-morph';
import type { DeclaredKind, FileFacts, FunctionRef, GuardLevel } from '../model/facts';
import type { FileContext } from './fileContext';

/** What the model needs from whoever holds the files. */
export interface Host {
  /** Text of a file; undefined if it cannot be analysed. */
  readable(file: string): string | undefined;
  /** Tree of a file, kept or parsed for this occasion; undefined if it cannot be analysed. */
  tree(file: string): ts.SourceFile | undefined;
  context(file: string): FileContext;
  resolve(fromFile: string, specifier: string): { file: string } | { package: string } | { unresolved: true };
  /** Level that the configuration vouches for. */
  declaredGuard(ref: FunctionRef | undefined, name: string | undefined): GuardLevel | undefined;
  /** What else the team says that a function does: validate, limit rates, log. */
  declaredKind(ref: FunctionRef | undefined, name: string | undefined): DeclaredKind | undefined;
  /** Does the configuration say anything of calls? */
  readonly declaresCalls: boolean;
  /** Milliseconds that the analysis of one file may take. */
  limitMs?: number;
  /** Is the file being edited? Then more is kept of it. */
  isOpen?(file: string): boolean;
  /** A file that had been left alone was analysed because another one asked about it. */
  analysed?(file: string, facts: FileFacts): void;
  /** A file that another one asked about could not be analysed. */
  failed?(file: string, error: unknown): void;
  /** The whole of a text was looked at, and these are its facts. */
  made?(facts: FileFacts, text: string): void;
}
