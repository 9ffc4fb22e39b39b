import type { Verification } from './configuration';
import type {
  AccessPath,
  CatchFact,
  EmitterMade,
  ErrorLeak,
  FactBase,
  GuardKind,
  GuardLevel,
  Presence,
  RefusalStyle,
  Route,
  RowAccess,
  TableOwners,
} from './facts';
import type { Confidence, RelatedLocation, Severity, Span } from './finding';
import type { FileEdit, FixKind } from './fix';
import type { Habit, Posture } from './posture';

/** What a fix builder gets to see when somebody asks for the edits. */
export interface FixSource {
  file: string;
  text: string;
  /** The syntax tree of `text` (a `ts.SourceFile`); only `fixes/` looks into it. */
  tree: unknown;
  /** What the project already has that fixes reuse. */
  idioms: ProjectIdioms;
  /** Text of another file of the project; undefined if there is none. */
  read?: (file: string) => string | undefined;
  /** The whole address of what is registered in the file by a call that begins so, blanks left out: `router.get('/:id'`; undefined unless there is just one. */
  addressOf?: (head: string) => string | undefined;
}

/** Something of the project's own that a fix can reuse, with how to import it. */
export interface ProjectSymbol {
  name: string;
  /** Project file that exports it, or a package name. */
  from: { file: string } | { package: string };
  isDefault: boolean;
  /** How often it is used; the most used one wins. */
  uses: number;
  /** Expression as its users write it, `requireRole('admin')`. */
  expression: string;
  /** How a guard that is called in the handler refuses; absent for middleware. */
  refusal?: RefusalStyle;
  /** What a guard proves about the caller. */
  level?: GuardLevel;
  /** Guards that always run before it, because it relies on what they find out. */
  after?: ProjectSymbol[];
  /** What its expression mentions besides itself, `authOptions` in `getServerSession(authOptions)`. */
  needs?: ProjectSymbol[];
}

/** A route that wants a guard. */
export interface GuardTarget {
  framework: string;
  group: string;
  path: string;
  /** What it is to protect; absent means authentication. */
  kind?: GuardKind;
  /** Function that it is registered in: guards declared there are in reach. */
  fn?: string;
  /** Routes whose guards count most, instead of those of the group: `file method path`. */
  examples?: ReadonlySet<string>;
}

/** The project is the specification: its own guard, logger, wrapper, error class, validator. */
export interface ProjectIdioms {
  guards: (route: GuardTarget) => ProjectSymbol[];
  logger?: ProjectSymbol & { style: 'object-first' | 'message-first' };
  asyncWrapper?: ProjectSymbol;
  /** A client that the project makes once and exports, by what it is a value of: `prisma#client`. */
  sharedClient?: (instance: AccessPath) => ProjectSymbol | undefined;
  errorClass?: ProjectSymbol;
  /** What handlers' errors end up in when they are passed on. */
  errorHandler?: { file: string; logs: boolean };
  validator?: { library: string; major: number };
  /** Do routes of a framework have guards of a kind, or of a level? Told without a look at whether the file could use one. */
  hasGuards?: (framework: string, kind: GuardKind, level?: GuardLevel) => boolean;
  /** Libraries whose servers were made without the logger that they hand to handlers. */
  silent?: readonly string[];
  /** Packages that may be imported from the file. */
  packages: ReadonlyMap<string, string>;
  /** Path of an import of `file` from the file at hand, in its own style (alias, extension). */
  importPath: (file: string) => string;
}

/** A fix that can be carried out on demand. `build` returns nothing when it does not apply after all. */
export interface FixProposal {
  id: string;
  kind: FixKind;
  title: string;
  build(source: FixSource): FileEdit[] | undefined;
  /** Of one that often declines: whether it may give an edit, as far as that is soon told. What does not is not named with the finding. */
  mayBuild?(source: FixSource): boolean;
}

/** What a rule says when it reports. */
export interface Report {
  /** Key into the rule's messages. */
  message: string;
  data?: Record<string, string | number>;
  /** Where to put it when not on the fact itself. */
  span?: Span;
  severity?: Severity;
  confidence?: Confidence;
  related?: { file: string; span: Span; message: string }[];
  fixes?: FixProposal[];
}

/** A step of a pipeline that checks the code on each change. */
export interface VerifiedBy {
  file: string;
  span: Span;
  /** It does so for the package of whoever asks: `unknown` where it may be for another one. */
  covers: Presence;
}

/** Where an endpoint is reached; `isOneOfMany` where its router is mounted more than once. */
export type Address = Pick<Route, 'method' | 'path' | 'isOneOfMany'>;

/** What a rule may do and ask. */
export interface RuleContext {
  /** There is a gap. */
  report(fact: FactBase, report: Report): void;
  /** The protection is there: feeds the checklist. */
  evidence(fact: FactBase, note?: string): void;
  /** It cannot be decided; shown on the checklist with the reason. */
  unknown(fact: FactBase, reason: string): void;
  notApplicable(fact: FactBase): void;
  /** Linked routes that share the group of this one, itself excluded. */
  siblings(route: Route): Route[];
  /** Linked routes that are registered in the same file, itself excluded. */
  neighbours(route: Route): Route[];
  /** What the routes that are most like this one have and it lacks, as far as they agree. */
  posture(route: Route): Posture | undefined;
  /** The same for what endpoints do besides finding out who calls. */
  habit(route: Route, habit: Habit): Posture | undefined;
  /** Linked routes whose handler the fact stands in, in whichever file they are registered. */
  routesTo(fact: FactBase): Route[];
  /** Addresses of the linked routes that are registered where the fact stands: by the innermost call around it. */
  addressesAt(fact: FactBase): Address[];
  /** The step of a pipeline that runs on each change and does what the file's own build leaves out; undefined when no such step is known. */
  verifiedBy(fact: FactBase, check: Verification): VerifiedBy | undefined;
  /** Does a cookie say who calls, in the package that a fact stands in? Absent where something else does and no cookie. */
  byCookie(fact: FactBase): Presence;
  /** Does the application not start without a setting of the environment, in the package that a fact stands in? Unknown where something looks at settings and nobody can tell at which. */
  demands(fact: FactBase, setting: string): Presence;
  /** Does the process that a fact stands in go on when a promise fails that nobody looks at? Unknown where something hears of it that may end it. */
  outlives(fact: FactBase): Presence;
  /** Does something of the project listen for the errors of an emitter, or for whatever nobody catches? Unknown where something listens that may be it. */
  listens(emitter: EmitterMade): Presence;
  /** Does a server take the message of an error that is thrown away before the caller gets it? */
  hidesMessage(leak: ErrorLeak): boolean;
  /** Is a failure written down by nothing but the logger of servers that were made without one? */
  isSilent(caught: CatchFact): boolean;
  /** What schemas and all other code of the project say of whose the rows of a table are, the access itself left out. */
  ownersOf(access: RowAccess): TableOwners;
  /** What the file is: rules about requests stay silent in tests, scripts and seeds. */
  fileRole(file: string): FileRole;
}

/** What a file is for, by path and content. */
export type FileRole = 'source' | 'client' | 'test' | 'script' | 'generated' | 'config' | 'migration' | 'example';

/** A place for people, made from a span. */
export type { RelatedLocation };
