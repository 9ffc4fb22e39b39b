import type { CommandPurpose, Verification } from './configuration';
import type { GuardKind } from './guardFacts';

/** A command of a tool. */
export interface CommandRole {
  pattern: RegExp;
  purpose: CommandPurpose;
  /** Where this matches as well, it may throw data away. */
  destroys?: RegExp;
  /** What to write instead of a part of it where the project has files like these. */
  instead?: { part: RegExp; text: string; where: RegExp };
}

/** An option that turns off what a framework does for every endpoint, by `false` or by `'*'` in a list. */
export interface TurnOff {
  /** Matches the path below the package folder. */
  files: RegExp;
  /** Names of properties with dots. */
  option: string;
  kind: GuardKind;
  /** Before this version the framework does so only where the option is `true`, in configurations with the option `beside`. */
  offBefore?: { package: string; major: number; beside: string };
}

/** An option that leaves out a check of the code. */
export interface CheckOption {
  /** Matches the path below the package folder. */
  files: RegExp;
  /** Names of properties with dots, `typescript.ignoreBuildErrors`. */
  option: string;
  check: Verification;
  /** From this major version of the library's first package on it means nothing. */
  until?: number;
}
