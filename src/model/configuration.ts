import type { FactBase } from './facts';
import type { TextEdit } from './fix';

/** What is asked of a change before it is released. */
export type Verification = 'types' | 'lint' | 'tests';

/** Something that keeps a check from failing: an option of a tool, a comment at the top of a file, a command that always succeeds. */
export interface DisabledCheck extends FactBase {
  kind: 'disabledCheck';
  check: Verification;
  by: 'option' | 'comment' | 'command';
  /** As people know it: `typescript.ignoreBuildErrors`, `strict`, the name of a script. */
  label: string;
  /** Some of the check is left: `strict` of a compiler. */
  weakened: boolean;
  /** What decides whether it holds is not written out. */
  depends: boolean;
  /** What takes it away; absent where only people know what is to stand there instead. */
  mended?: TextEdit[];
}

/** Facts of files that are no code, or of code that configures tools. */
export interface ConfigurationFacts {
  disabledCheck: DisabledCheck;
}

