import type { AccessPath, GuardKind, InputSource, RouteFact, TaintedSink, Verdict } from './facts';
import type { CallRole, ReplyRole } from './callRoles';
import type { DecoratorRole, FileRoute, HandlerShape } from './routeRoles';
import type { PageMaker, PageRoles } from './pageRoles';
import type { CheckOption, CommandRole, TurnOff } from './toolRoles';

export type * from './callRoles';
export type * from './dataRoles';
export type * from './failureRoles';
export type * from './pageRoles';
export type * from './routeRoles';
export type * from './toolRoles';

/**
 * What a library file states. Everything is keyed by access paths: `<package>#<member>.<member>` with `()` for a call
 * (construction counts as a call, `await` is transparent, a default import equals the module: `express#()` is
 * `express()`). Aliases rewrite a path step by step into canonical values, so that later entries stay short:
 * `'express#Router()': 'express#router'` and then `'express#router.get'`. The last member may be `*`. An alias may speak of a
 * call with a certain text as its first argument: `"hono#c.get('user')"`.
 */
export interface Library {
  /** Equals the file name; shown as the framework of routes. */
  id: string;
  title: string;
  /** Package names (or prefixes ending in `/`) whose import or dependency puts this library in force; [] means always. */
  packages: string[];
  /** Import specifiers of code that its generator writes into the project: they stand for the first of its packages. */
  generated?: RegExp;
  /** Rewrites a path to the canonical value it denotes. Applied after every member and call. */
  aliases?: Record<AccessPath, AccessPath>;
  /** Type names (`express#Request`, or a bare global `Request`) to the value a variable of that type holds. */
  types?: Record<AccessPath, AccessPath>;
  /** Parameter names that by convention hold a value when neither type nor caller says what they are. */
  names?: Record<string, AccessPath>;
  /** The same for names that mean something else elsewhere: they hold it only where one of the packages is in use. */
  commonNames?: Record<string, AccessPath>;
  /** Global identifiers to values: `fetch` → `global#fetch`. */
  globals?: Record<string, AccessPath>;
  /** Settings of the environment that its platform sees to. */
  setsEnv?: RegExp;
  /** What its endpoints run in: a process that stays up, or a platform that starts them when they are asked for; absent where both are usual. */
  runsIn?: 'process' | 'platform';
  /** Values that serve requests by themselves, without being mounted: applications. */
  roots?: AccessPath[];
  /** What a call of the path does. Keys are callee paths, without the final `()`; `?.a.b` means `a.b` on a value nobody could name. */
  calls?: Record<AccessPath, CallRole>;
  /** Values that are single records, which their methods change, with the model that they are found by. */
  records?: Record<AccessPath, AccessPath>;
  /** Its server listens for exceptions that nobody catches, and goes on. */
  outlivesErrors?: true;
  /** Calls that give what others can tell: the next value of a generator, or the time. Keys are callee paths. */
  guessable?: Record<AccessPath, 'random' | 'time'>;
  /** Values that depend on what a call was given: the first variant that fits wins over the alias. Keys are callee paths; `project#` are functions of the project. */
  variants?: Record<AccessPath, Variant[]>;
  /** Calls that give back one of their arguments as a function that does the same, run less often; with the argument's index. */
  memoises?: Record<AccessPath, number>;
  /** Calls that give what a function gives that they are handed; with the argument's index. */
  makes?: Record<AccessPath, number>;
  /** What reading a value means. */
  reads?: Record<AccessPath, ReadRole>;
  /** What consuming a value (awaiting it, or ignoring it) means: result-style APIs. */
  results?: Record<AccessPath, ResultRole>;
  /** What stands in every text that has a result of this library; without it, the names of its packages. */
  traces?: RegExp;
  /** Assignments to a member that act: `ctx.body = …`. */
  assignments?: Record<AccessPath, { reply?: ReplyRole; status?: boolean; sink?: TaintedSink['category'] }>;
  pageMakers?: PageMaker[];
  /** What scripts in a page read and change: looked at only where a text has something of both. */
  page?: PageRoles;
  /** Options, members and methods of template engines, and the value with which they leave values unescaped. */
  unescapes?: Record<string, boolean>;
  /** Files that are entries by their path. */
  fileRoutes?: FileRoute[];
  /** Pages that answer for whole groups of addresses: which, only their code tells. */
  answersMany?: RegExp;
  /** Decorators that make routes or guards. */
  decorators?: Record<AccessPath, DecoratorRole>;
  /** Parameters of a handler by shape, when nothing else says what they are: names in order. */
  handlerShapes?: HandlerShape[];
  /** Handlers whose first parameter holds this send a text that they return as a page. */
  sendsReturned?: AccessPath;
  /** What the framework does with a rejected async handler. */
  rejection?: (version: number | undefined) => 'handled-by-framework' | 'lost';
  /** Its handlers answer by calls: one that ends without such a call leaves the request open. */
  waitsForAnswer?: true;
  /** Packages that make a rejected handler reach the framework: by being installed and imported anywhere, or by an import in the file. */
  rejectionHandledBy?: { anywhere: string[]; inFile: string[] };
  /** How its middleware runs, where that is not as in most frameworks. */
  middleware?: {
    /** Patterns mind case and a slash at the end, and cover one path unless they end in a wildcard; else they are prefixes. */
    exactPaths?: true;
    /** What a router runs first runs only when one of its own routes fits; else it runs for all that is asked for below its prefix. */
    staysInRouter?: true;
    /** What is handed to what comes next in order to leave the router, with all that stands in it behind. */
    leaves?: string;
  };
  /** Does its query parser make objects of `a[b]=c`? */
  nestsQuery?: (version: number | undefined) => boolean;
  /** Packages whose collections and models take objects for conditions. */
  keepsDocuments?: string[];
  /** Packages that take operators out of such objects wherever a request brings them, by being installed. */
  removesOperators?: string[];
  /** What the framework does for every endpoint of a kind unless it is told otherwise, or where only its options say whether it does. */
  provides?: Partial<Record<RouteFact['entry'], Partial<Record<GuardKind, Verdict>>>>;
  /** Options of its configuration that turn that off. */
  turnsOff?: TurnOff[];
  /** Whom its guards find, they know by a cookie. */
  byCookie?: true;
  /** Members of an identity that people write themselves: what they say of roles proves nothing. */
  selfWritten?: string[];
  /** Option that has it change tables when the application starts, in objects with one of the others beside it. */
  pushesSchema?: { option: string; beside: string[]; destroys?: string };
  /** What its command line is for. Patterns see a command without runners, versions and settings in front: `prisma db push`. */
  commands?: CommandRole[];
  /** Beginnings of names of settings that it puts into what browsers and apps download. */
  exposes?: string[];
  /**
   * Options of its configuration whose values it writes into what browsers download: files below the package folder, and
   * names with dots. `always`: whether or not any code reads them.
   */
  exposingOptions?: { files: RegExp; option: string; always?: boolean }[];
  /** Options of its configuration that leave out a check of the code when they are on: files below the package folder, and names. */
  checkOptions?: CheckOption[];
  /** How fixes write things. */
  idioms?: Idioms;
}

/** A value of its own for a call with certain arguments: a client made with an administrator's key. */
export interface Variant {
  /** Argument that decides. */
  arg: number;
  /** Its option that must be there, nested ones with dots: `global.headers.Authorization`. */
  option?: string;
  /** What the text of the argument or option must match, names of constants and of what they hold included. */
  text?: RegExp;
  value: AccessPath;
}

export interface ReadRole {
  input?: InputSource;
  /** The framework has checked it against a schema before it gets here; a text is what a check in the same chain calls it. */
  checked?: true | string;
  /** It is the name of a file, without folders. */
  base?: boolean;
  /** Set by an earlier verifying step: a test of it is authentication. */
  identity?: boolean;
  /** A member of an identity that is missing for unknown callers: reading it without `?.` fails for them. `unseen`: anything in front may have put something else there. */
  throwsIfMissing?: boolean | 'unseen';
  /** A credential as sent, not verified. */
  credential?: boolean;
  /** It is in a cookie: browsers send it along whichever page asks. */
  cookie?: true;
  /** The path that is asked for. */
  path?: boolean;
  /** What the registration of the route that is asked for says of it, for hooks to look at. */
  settings?: true;
}

export interface ResultRole {
  label: string;
  /** Member that carries the failure. */
  error: string;
  effect: 'read' | 'write' | 'auth' | 'other';
  /** Code can often go on without it: a mail. */
  minor?: boolean;
  optionalRow?: boolean;
  /** The value is a promise that resolves to the result; false for plain values (`safeParse`). */
  awaited: boolean;
  /** Member that tells success, where that is what callers read (`success`). */
  success?: string;
  /** Members that tell as well whether it failed: the status of the answer. */
  tells?: string[];
}

/** How a library writes the things that fixes insert. `{{name}}` is replaced. */
export interface Idioms {
  /** Statement that refuses: `return res.status(401).json({ error: 'Unauthorized' });` */
  refuse?: string;
  /** Generic answer to an unexpected failure. */
  internalError?: string;
  badRequest?: string;
  /** Statements that identify the caller, for in-handler guards; with the import they need. */
  guard?: { statements: string[]; imports: { module: string; names?: string[]; default?: string }[] };
  /** How a guard is attached to a route. */
  attach?: 'argument' | 'option:preHandler' | 'statements' | 'decorator' | 'procedure';
  /** How a log line is written. */
  log?: string;
  timeout?: { option: string; value: string };
  health?: HealthIdiom;
  /** How a catch clause passes on what ends a request by being thrown; the first that fits is written. */
  rethrow?: RethrowIdiom[];
}

/** A statement at the head of a catch clause. `{{error}}` is what was caught, and the names of imports stand for themselves: `{{isRedirect}}`. */
export interface RethrowIdiom {
  code: string;
  /** What it needs from a package: the first of them that the application has. */
  from?: { packages: string[]; module?: string; names: string[] };
  /** Major versions of a package that have it. */
  version?: { package: string; since?: number; before?: number };
  /** What it passes on; all of it where nothing is said. */
  only?: ('redirect' | 'not-found' | 'refusal' | 'answer')[];
}

/** Lines of code, nested ones a level deeper. */
export type Lines = readonly (string | Lines)[];

/**
 * How an endpoint is written that tells whether the server works: `{{on}}` is what it is registered on, `{{path}}` its address
 * in quotes, `{{body}}` what it answers. It goes behind the statement that makes the server, before the first route of a
 * router, or into a file named `file`, in a folder for its address below the one that the pattern finds in the path of others.
 */
export type HealthIdiom = { at: 'server' | 'router'; code: Lines } | { at: 'file'; below: RegExp; file: string; path: string; code: Lines };

/** Declares a library. */
export function defineLibrary(library: Library): Library {
  return library;
}
