import type { FactBase, Presence } from './facts';
import type { Span } from './finding';
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

/** How far version control has a file: it holds it, it leaves it out, nothing keeps it out, or nobody can tell. */
export type VersionControl = 'held' | 'left-out' | 'not-left-out' | 'unknown';

/** An entry of a file with settings of the environment. Its value is never part of a fact. */
export interface EnvironmentEntry extends FactBase {
  kind: 'environmentEntry';
  name: string;
  /** What the file is for, by its name. Examples show others what is needed. */
  purpose: 'settings' | 'development' | 'test' | 'example';
  control: VersionControl;
  /** The prefix by which a tool puts the value into what browsers download. */
  exposedBy?: string;
  /** Its name says that it is for a server alone. */
  serverOnly: boolean;
  /** Present where the value is a credential: by its shape, or by its name and what it looks like. */
  secret?: { certainty: 'shape' | 'name'; provider: string; masked: string; sandbox: boolean };
}

/** A setting of the environment that a file reads, at its first place there. */
export interface SettingRead extends FactBase {
  kind: 'settingRead';
  name: string;
}

/** Code that puts a setting of a server into what browsers download. */
export interface ExposedSecret extends FactBase {
  kind: 'exposedSecret';
  /** Name of the setting, or of the client that is made with it. */
  name: string;
  /** By a prefix of its name, by an option of a tool that writes it into the code, or by a client that was told to run in browsers. */
  by: 'prefix' | 'option' | 'client';
  /** The prefix, the option, or the client's option. */
  label: string;
  /** Where the code runs that reads it. */
  runsIn: 'browser' | 'server' | 'unknown';
}

/** What a command of a tool is for. */
export type CommandPurpose = Verification | 'build' | 'audit' | 'push-schema' | 'migrate' | 'develop';

/** A command that a script or a pipeline runs, with what it is for. Its text is never part of a fact. */
export interface KnownCommand {
  purpose: CommandPurpose;
  /** As people know it, without settings and options: `prisma db push`. */
  label: string;
  /** It may throw data away without asking. */
  destroys: boolean;
  /** Scripts that lead to it, outermost first. */
  via: string[];
  /** Folder of the package whose scripts those are, or in which it runs; undefined where that is not known. */
  packageDir?: string;
}

/** Something that makes the tables of a database like the code says, without a migration that somebody has read. */
export interface SchemaPush extends FactBase {
  kind: 'schemaPush';
  /** As people know it: `prisma db push`, `synchronize`. */
  label: string;
  /** What runs it: a script, a job, an image, a platform, or the application when it starts. */
  by: 'script' | 'job' | 'image' | 'platform' | 'code';
  /** Name of the script, job or file; '' for code. */
  where: string;
  /** It throws away data without asking. */
  destroys: boolean;
  /** It may be kept away from production by a condition that could not be read. */
  depends: boolean;
  /** Runs migrations instead; present where there are some. */
  mended?: TextEdit[];
}

/** Whom a rule of a database or a file store in front of which no server stands lets in. */
export type RuleWidth = 'everybody' | 'until' | 'signed-in' | 'some' | 'nobody';

/** A statement that lets clients at data or files directly. */
export interface AccessRule extends FactBase {
  kind: 'accessRule';
  /** What it speaks of, as written: `/users/{userId}`. */
  path: string;
  operations: ('read' | 'create' | 'change')[];
  width: RuleWidth;
  /** The day on which it ends, YYYY-MM-DD. */
  until?: string;
  /** All data, or all files. */
  everything: boolean;
  /** Its path names what is about people. */
  personal: boolean;
  /** The part of its path that stands for a person: `userId`. */
  owner?: string;
  /** Its condition as a place where another can be written. */
  condition?: Span;
}

/** What a file makes that an image is built with: the last of its stages, and what all of them do. */
export interface ContainerImage extends FactBase {
  kind: 'containerImage';
  /** The process runs as the administrator of the container. */
  asRoot: Presence;
  /** Where a user can be named, and an unprivileged one that the base has. */
  user?: { at: number; name: string };
  /** Bases that are another one tomorrow. */
  floating: { name: string; span: Span }[];
  /** Installations that may give other versions than the lockfile says. */
  loose: { label: string; span: Span; instead: string }[];
  /** Names of credentials that are written into its layers. `literal`: with their values. */
  secrets: { name: string; span: Span; literal: boolean }[];
  /** All of the folder goes into it, and nothing is left out. */
  copiesAll?: Span;
}

/** An address by which something asks a server of this project whether it is well, and takes it for broken where nothing answers. */
export interface HealthProbe extends FactBase {
  kind: 'healthProbe';
  /** As written, with a slash in front. */
  path: string;
  /** Who asks, for people: `HEALTHCHECK`, `healthCheckPath`. */
  by: string;
}

/** When a pipeline runs. `called`: when another one says so. */
export type Trigger = 'push' | 'pull-request' | 'release' | 'schedule' | 'by-hand' | 'called' | 'other';

/** One job of a pipeline. */
export interface PipelineJob {
  name: string;
  span: Span;
  commands: (KnownCommand & { span: Span })[];
  /** It runs something that nobody here knows: a script of a shell, a target of make, a workflow of somebody else. */
  runsOther: boolean;
  /** Actions and images that it is made with, as written. */
  uses: string[];
}

/** Steps that a service runs when the code changes. */
export interface Pipeline extends FactBase {
  kind: 'pipeline';
  /** Name of the service, for people. */
  system: string;
  triggers: Trigger[];
  jobs: PipelineJob[];
}

/** Facts of files that are no code, or of code that configures tools. */
export interface ConfigurationFacts {
  disabledCheck: DisabledCheck;
  environmentEntry: EnvironmentEntry;
  pipeline: Pipeline;
  exposedSecret: ExposedSecret;
  schemaPush: SchemaPush;
  accessRule: AccessRule;
  containerImage: ContainerImage;
  healthProbe: HealthProbe;
  settingRead: SettingRead;
}
