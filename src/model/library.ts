import type { CommandPurpose, Verification } from './configuration';
import type { AccessPath, AccountDeed, GuardKind, GuardLevel, InputSource, RouteFact, SinkKind, TaintedSink, Verdict } from './facts';

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
  /** Values that depend on what a call was given: the first variant that fits wins over the alias. Keys are callee paths. */
  variants?: Record<AccessPath, Variant[]>;
  /** Calls that give back one of their arguments as a function that does the same, run less often; with the argument's index. */
  memoises?: Record<AccessPath, number>;
  /** What reading a value means. */
  reads?: Record<AccessPath, ReadRole>;
  /** What consuming a value (awaiting it, or ignoring it) means: result-style APIs. */
  results?: Record<AccessPath, ResultRole>;
  /** What stands in every text that has a result of this library; without it, the names of its packages. */
  traces?: RegExp;
  /** Assignments to a member that act: `ctx.body = …`. */
  assignments?: Record<AccessPath, { reply?: ReplyRole; status?: boolean; sink?: TaintedSink['category'] }>;
  /** What scripts in a page read and change: looked at only where a text has something of both. */
  page?: PageRoles;
  /** Options, members and methods of template engines, and the value with which they leave values unescaped. */
  unescapes?: Record<string, boolean>;
  /** Files that are entries by their path. */
  fileRoutes?: FileRoute[];
  /** Decorators that make routes or guards. */
  decorators?: Record<AccessPath, DecoratorRole>;
  /** Parameters of a handler by shape, when nothing else says what they are: names in order. */
  handlerShapes?: HandlerShape[];
  /** What the framework does with a rejected async handler. */
  rejection?: (version: number | undefined) => 'handled-by-framework' | 'lost';
  /** Packages that make a rejected handler reach the framework: by being installed and imported anywhere, or by an import in the file. */
  rejectionHandledBy?: { anywhere: string[]; inFile: string[] };
  /** What the framework does for every endpoint of a kind unless it is told otherwise, or where only its options say whether it does. */
  provides?: Partial<Record<RouteFact['entry'], Partial<Record<GuardKind, Verdict>>>>;
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

/** What a call means. Several may hold at once. */
export interface CallRole {
  /** Registers an endpoint on the receiver. */
  route?: RouteRole;
  /** Adds middleware, hooks or routers to the receiver. */
  mount?: MountRole;
  /** Gives values to the parameters of function arguments. */
  callbacks?: CallbackRole[];
  /** A function argument is awaited by nobody: what its rejection means. */
  unawaited?: 'emitter' | 'timer' | 'iteration' | 'promise-executor' | 'callback';
  /** It calls its last argument later, with a failure first; access to data and calls of other services do so unasked. */
  callsBack?: true;
  data?: DataRole;
  /** What holds the record that it writes: this argument, what calls chained to it are given, or what it is called on. Absent: any argument may. */
  record?: number | 'chained' | 'receiver';
  /** Members of its other arguments become members of this: of what it is called on, or of argument 0. */
  fills?: 'receiver' | 0;
  outbound?: OutboundRole;
  /** Options, at any depth of its arguments, that take an amount in the smallest unit of a currency: a whole number. */
  minorUnits?: string[];
  /** It makes a column of a table that keeps binary floating point numbers. */
  floats?: true;
  /** It looks at all settings of the environment, always or with one of these options of argument 0. */
  checksEnv?: true | string[];
  /** It makes a client that keeps connections open: several in a pool, or one. */
  connects?: 'pool' | 'connection';
  log?: LogRole;
  reply?: ReplyRole;
  /** It verifies who calls, or that the message is genuine. */
  verify?: VerifyRole;
  /** It tells who calls without verifying it; `instead` is what does. */
  unverified?: { from: 'session' | 'token' | 'cookie'; instead?: string };
  /** What it does with passwords and sessions; `arg0` is a text that the first argument must have for that. */
  deed?: { does: AccountDeed; arg0?: string };
  /** It says which pages of other sites may read what the server answers. */
  cors?: CorsRole;
  /** It takes in files of callers. */
  upload?: UploadRole;
  /** It keeps a file; `bucket` where the place that it goes to may limit what it takes. */
  stores?: 'file' | 'bucket';
  /** It computes a keyed digest: what is compared with it is verified. */
  mac?: boolean;
  /** As an element of a chain (or the factory of one) it protects the route. */
  guard?: {
    kind: GuardKind;
    level?: GuardLevel;
    optional?: boolean;
    /** The level depends on an option of argument 0: by the option's text. */
    levels?: { option: string; of: Record<string, GuardLevel> };
    /** Option of argument 0 without which it lets fields through that nobody has described. */
    dropsWith?: string;
  };
  /** An element of a chain that certainly protects nothing (parsers, compression). */
  harmless?: boolean;
  /** It reads bodies of any size unless it is given a limit. */
  unbounded?: boolean;
  /** As a middleware file it decides by its configuration what it lets through. */
  configured?: boolean;
  /** It makes one element of a chain from others: all of them run, one has to agree, or all run except for paths. */
  combines?: 'all' | 'any' | 'except';
  /** The router that it makes or changes, or that its result is, has this prefix of its own. */
  ownPrefix?: 'arg0' | `option:${string}`;
  /** It reads metadata that decorators set on routes, under the key given as this argument. */
  readsMetadata?: number;
  /** It is about all controllers of the package. */
  packageWide?: boolean;
  /** It puts versions into paths; its options say how. */
  versionsPaths?: boolean;
  /** It says where the middleware of an earlier `.apply(…)` in the chain runs. */
  appliesMiddleware?: boolean;
  /** It ends the request with a refusal or leaves the function by throwing (`redirect`, `notFound`). */
  leaves?: 'redirect' | 'not-found' | 'refusal' | 'rethrow';
  /** It checks its argument (or receiver) against a schema. `safe`: reports in its result instead of throwing. */
  validates?: { arg: number; safe?: boolean };
  /** It makes a schema; a chain element given such a value validates. */
  sinks?: SinkRole[];
  sink?: SinkKind;
  /** Options of argument 0 with which it changes tables to what the code says; the first throws data away. */
  pushesSchema?: string[];
  /** Option of an argument that lets a client for servers run in browsers, and the one that holds its credential. */
  allowsBrowser?: { arg: number; option: string; credential: string };
  /** Arguments that are credentials. */
  secrets?: (number | `option:${string}`)[];
  /** Its result is clean with respect to these categories. */
  sanitises?: TaintedSink['category'][];
  /** Its result is as tainted as its arguments or receiver (`trim`, `String`); with a number, as that argument. */
  passes?: boolean | number;
  /** Its result is the path of a file, to be opened by whatever it is given to. */
  makesPath?: true;
  /** What it is given is a text, and so is what it gives. */
  readsText?: true;
  /** An argument names a function of the project, by members of what `module` gives: file by file, then an export. */
  refers?: { arg: number; module: RegExp };
  /** Option of argument 0 with the function that its result runs. */
  runs?: string;
  /** It places a module file among the routes: indexes of path, file and children. */
  places?: { path?: number; file?: number; children?: number };
  /** Wraps an async handler so that rejections reach the framework. */
  catchesAsync?: boolean;
  /** It belongs to a server of sockets. */
  connections?: {
    /** Argument 0 names an event; with one of these, argument 1 runs for each connection. */
    events?: string[];
    /** What decides who may connect: an argument, or an option of any argument. */
    admits?: number | `option:${string}`;
    /** It takes over a connection that the listener around it has admitted. */
    upgrades?: boolean;
    /** It gives a part of the server with rules of its own, named by argument 0. */
    namespace?: boolean;
    /** On one connection: argument 0 names what clients send, and argument 1 runs for it. These names alone, or all but these. */
    messages?: { only: string[] } | { except: string[] };
    /** On one connection: argument 0 runs for whatever clients send. */
    anyMessage?: true;
  };
  /** It closes the connection: in the branch of those who failed it refuses them. */
  refuses?: boolean;
  /** Arguments are functions that run in a transaction. */
  transaction?: boolean;
  /** A builder step: adds middleware or input to a procedure. */
  builder?: BuilderRole;
  /** An object among its arguments has one handler for each method. */
  methodTable?: MethodTableRole;
  /** Options of the object that argument 0 is, or gives, with middleware for the whole package, and the kind of routes it is for. */
  packageMiddleware?: Record<string, RouteFact['entry'] | 'all'>;
  /** Turns the rejections of its receiver into something: `.catch`. */
  note?: string;
}

/** An argument of a call that becomes part of something dangerous. */
export interface SinkRole {
  category: TaintedSink['category'];
  /** `option:` names a member of any argument, nested ones with dots; `[]` stands for each element of a list. `script` is what a shell is told to run: the argument behind `-c`. */
  arg: number | 'all' | 'template' | 'script' | `option:${string}`;
  /** Of an option: only in this argument. */
  at?: number;
  safeWhen?: 'values-argument' | `option:${string}`;
  /** With `arg0:` the first argument is one of these texts, with `|` between them. */
  onlyWhen?: `option:${string}` | `arg0:${string}` | 'says:text/html' | 'says:graphql';
  filter?: boolean;
  /** Language of the text, where it is none of the category's own. */
  language?: string;
  /** Lists in it become arguments of their own. */
  lists?: boolean;
  /** From this major version of the package on it refuses what is dangerous. */
  until?: { package: string; major: number };
}

/** Function arguments of a call that are given values. */
export interface CallbackRole {
  args: number[] | 'all' | 'last';
  params: AccessPath[];
  /** Only those in this option of the argument. */
  property?: string;
  /** Only where argument 0 is this text. */
  when?: string;
}

/** Functions that are handlers by how they look and where they stand. */
export interface HandlerShape {
  /** Names of parameters in order, `|` between alternatives. */
  params: string[];
  paths: AccessPath[];
  /** Those with a type fit only if its name does. */
  types?: RegExp;
  /** Only members of an object with such a name: `Query: { user(parent, args) {} }`. Patterns and any names count as parameters then. */
  inside?: RegExp;
  /** Only what is exported, under such a name. */
  exported?: RegExp;
}

/** A line of a log. */
export interface LogRole {
  level: string;
  style: 'object-first' | 'message-first' | 'console';
  /** It goes to a service that collects errors. */
  tracker?: boolean;
  /** The logger leaves out what must not be logged: fields, or all of it; `elsewhere` where another file decides. */
  redacts?: 'fields' | 'all' | 'elsewhere';
  /** Values behind the message that the message has no place for are not written. */
  dropsRest?: boolean;
}

/** How a library is told which files it takes. Options may be nested, with dots. */
export interface UploadRole {
  /** Argument with the options. */
  options: number;
  /** Argument 0 must be this; the call is about something else otherwise. */
  given?: AccessPath;
  /** Option with the largest size of a file. */
  size: string;
  /** What holds without it. */
  standard: 'unlimited' | 'limited';
  /** Option that decides which files are accepted. */
  type?: string;
  /** Options that put files onto the disk; without them they are kept in memory as a whole. */
  disk?: readonly string[];
  /** Option with an engine that says where files go. */
  engine?: string;
  /** The code takes the pieces as they come. */
  streams?: true;
  /** Larger files end in an error, instead of being cut off. */
  refuses?: true;
  /** Options of another file may add to these. */
  shared?: true;
}

/** How a library is told which pages of other sites may read answers. */
export interface CorsRole {
  /** Argument with the options, and the option of it that holds them where they are nested. */
  options: number;
  within?: string;
  /** Without such options it does nothing. */
  optional?: boolean;
  /** Argument 0 must be this; the call is about something else otherwise. */
  given?: AccessPath;
  /** Whom it lets in when no `origin` is given. */
  standard: 'all' | 'nobody';
  /** `*` in a list stands for all. */
  starInList?: boolean;
  /** With credentials, `*` becomes the address of whoever asks. */
  starReflects?: boolean;
  /** It understands lists. */
  lists?: boolean;
}

/** A step of a chain of calls that describes a procedure or an action. */
export interface BuilderRole {
  /** `start` makes an empty builder, `make` one out of another builder (`base`) and of functions that run before it (`uses`). */
  step: 'start' | 'make' | 'use' | 'input' | 'meta' | 'end';
  method?: string;
  /** Of a start: option of argument 0 that names the method. */
  methodOption?: string;
  /** Of `make`: indexes of arguments. */
  base?: number;
  uses?: number[];
  /** Of an end: the caller is sent what the function returns. */
  answers?: boolean;
}

/** `{ GET: handler, POST: { middleware, handler } }`, in an object or in what a function gives. */
export interface MethodTableRole {
  /** Option of argument 0 that holds it, nested ones with dots; '' for argument 0 itself. */
  option: string;
  /** Options of argument 0 with middleware for all methods. */
  middleware?: string;
  params: AccessPath[];
}

export interface RouteRole {
  /** Fixed methods, or where to find them: `arg0`, `option:method`. */
  methods: string[] | 'arg0' | 'option:method';
  /** Argument index of the path, `option:url`, 'receiver' (`.route('/x').get`), or the name it is exported by. Options may be alternatives: `option:path|prefix`. */
  path: number | `option:${string}` | 'receiver' | 'none' | 'export';
  /** With `export`: the name is preceded by what group 1 matches in the path of the file, with dots for slashes. */
  module?: RegExp;
  /** First argument that is middleware or handler; the last function is the handler. `option:handler` for objects. */
  handlers: number | `option:${string}`;
  /** Options that hold guards: `preHandler`, `onRequest`. With the index of the options argument. */
  hooks?: { arg: number; options: string[] };
  /** Options that hold schemas. */
  schemas?: { arg: number; options: string[] };
  entry?: RouteFact['entry'];
  params?: AccessPath[];
  /** Other values for handlers with a certain number of parameters. */
  paramsByCount?: Record<number, AccessPath[]>;
  /** The caller is sent what the handler returns. */
  answers?: boolean;
  /** Option of argument 0 by which the platform lets in those it names, unless it has the text `open`. */
  platform?: { option: string; open: string };
  /** Four parameters mean an error handler. */
  errorHandlerArity?: number;
  /** Arguments behind the handler are no handlers. */
  alone?: boolean;
  /** Requests that its handlers pass on reach later registrations of the same path: it may be middleware. */
  passesOn?: boolean;
}

export interface MountRole {
  /** Whether argument 0 may be a path prefix; `option:prefix` for plugins. */
  prefix: 'arg0' | `option:${string}` | 'none';
  /** First argument that may be middleware, a router or a plugin. */
  handlers: number;
  reach: 'before' | 'context' | 'global';
  /** The function argument is a plugin: its first parameter is a child of the receiver. */
  plugin?: boolean;
  /** Number of parameters of an error handler, which has the error in front. */
  errorHandlerArity?: number;
  /** Only the hook names that see requests before the handler count. */
  hookNames?: string[];
  params?: AccessPath[];
  /** It runs for entries of this kind alone. */
  entry?: RouteFact['entry'];
}

export interface DataRole {
  operation: 'read' | 'write' | 'raw' | 'ddl';
  many?: boolean;
  /** Where the table or model is named: the member before the method, an argument (`text:0`: where it is written out), or the chain's first call. */
  target?: 'receiver' | number | 'chain' | `text:${number}`;
  /** Option of argument 0, or chained method, that bounds the number of rows. */
  bound?: { option?: string; chained?: string[] };
  /** Rows that are given at most when nothing bounds them: the rest is left out without a word. */
  capped?: number;
  /** Row level security applies to this client. */
  delegated?: boolean;
  /** It goes around row level security or is an administrator's client. */
  privileged?: boolean;
  /** The code runs where the data is, and joins are made of such calls: many small ones cost next to nothing. */
  beside?: true;
}

export interface OutboundRole {
  /** Where a time limit can be given: an option of an argument, of the client's constructor, or a chained call. */
  timeout?: { arg?: number; options?: string[]; constructorOption?: string; chained?: string[] };
  /** Default limit in milliseconds, 0 for none; from the library's source. */
  defaultMs: number;
  /** Does it throw on a non-2xx answer? */
  throwsOnStatus?: boolean;
  /** Argument that holds the address. */
  url?: number | `option:${string}`;
  paid?: boolean;
  /** Part of a request only matters in a server. */
  kind?: 'http' | 'sdk' | 'database' | 'mail';
}

export interface ReplyRole {
  /** Argument with the body; 'none' when it has none. */
  body: number | 'none';
  /** Options of that argument that are sent; absent means all of it. */
  sent?: string[];
  /** Where the status is: an argument, an option of an argument, or a chained call (`status`, `code`). */
  status?: { arg?: number; option?: { arg: number; name: string }; chained?: string[]; fixed?: number };
  /** It also throws (HttpException). */
  throws?: boolean;
  format: 'json' | 'text' | 'html' | 'any' | 'redirect' | 'none';
}

/**
 * What scripts in a page read and change. Keys are paths, or `?.b` and `?.a.b` for members of values that nobody could name;
 * `?.$.b` is a member of such a value whose own name begins with a dollar.
 */
export interface PageRoles {
  /** One of these words stands in every text with a source, with a sink, or with a sink that is told of whatever it is given. */
  traces: { source?: RegExp; sink?: RegExp; trust?: RegExp };
  /** What whoever makes a link decides: the page's own address, what stands behind a mark in it (`?…`, `#…`), or text. As they are, the first two lead nowhere else. */
  reads?: Record<AccessPath, PageRead>;
  calls?: Record<AccessPath, PageSink[]>;
  assignments?: Record<AccessPath, Pick<PageSink, 'category' | 'as'>>;
  /** Attributes of JSX elements, by element and name: `a.href`; `*` stands for any element. */
  attributes?: Record<string, PageAttribute>;
}

/** What an attribute is given becomes: the value itself, or this member of it, which a server renders as well. */
export interface PageAttribute extends Pick<PageSink, 'category' | 'as'> {
  member?: string;
}

/** `message` is text that another window sent, whose origin may have been looked at. */
export type PageRead = 'address' | 'marks' | 'text' | 'message';

/** An argument that ends up in a page or says where its window goes. */
export interface PageSink {
  category: 'html' | 'redirect';
  arg: number | 'all' | `option:${string}`;
  /** `markup`: a selector unless it begins with a tag; `link`: an address, of which `javascript:` matters; `script`: the address of a script that is run. */
  as?: 'markup' | 'link' | 'script';
  /** It switches off what a framework does against such values, so that it is told of wherever they come from. */
  trusts?: true;
  /** The first argument is this text, or a text that begins with a tag. */
  onlyWhen?: `arg0:${string}`;
}

export interface VerifyRole {
  kind?: GuardKind;
  level: GuardLevel;
  /** How a failure shows: it throws, the result is empty, the result has an error member, or it answers itself. */
  fails: 'throws' | 'empty' | 'result' | 'false' | 'replies';
  /** Any argument raises the level to ROLE. */
  roleArgs?: boolean;
  /** Options of argument 0 that make it throw instead. */
  throwsWith?: string[];
}

export interface ReadRole {
  input?: InputSource;
  /** The framework has checked it against a schema before it gets here. */
  checked?: boolean;
  /** It is the name of a file, without folders. */
  base?: boolean;
  /** Set by an earlier verifying step: a test of it is authentication. */
  identity?: boolean;
  /** A member of an identity that is missing for unknown callers: reading it without `?.` fails for them. */
  throwsIfMissing?: boolean;
  /** A credential as sent, not verified. */
  credential?: boolean;
  /** The path that is asked for. */
  path?: boolean;
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
}

export interface DecoratorRole {
  /** On a class: all methods with route decorators are routes under this prefix. */
  controller?: boolean;
  /** Methods of such a class that run when somebody connects, before all others. */
  connection?: string[];
  /** On a class: this method of it runs for each job. */
  runs?: string;
  /** On a method: this member of what it returns says where the browser is sent. */
  redirects?: string;
  /** On a method: a route with these methods. */
  route?: { methods: string[]; entry?: RouteFact['entry'] };
  /** Arguments are guards. */
  guards?: boolean;
  /** Names the versions that a route is for. */
  version?: boolean;
  /** Declares the route open. */
  public?: boolean;
  /** On a parameter: what it holds. */
  param?: AccessPath;
  /** Arguments validate. */
  pipes?: boolean;
  /** Marks a class whose instances answer `true` or refuse. */
  guardClass?: boolean;
  /** Stands for the decorators it is given. */
  composes?: boolean;
  /** Sets metadata: a name that says so declares the route open. */
  metadata?: boolean;
}

/** Files that are entries because of where they are. */
export interface FileRoute {
  /** Matches the path below the package folder. */
  pattern: RegExp;
  /** `methods`: exports named like HTTP methods; `exports`: those that `exports` names; `default`: the default export; `call`: a call registers the handler; `actions`: every export of a `use server` file. */
  shape: 'methods' | 'exports' | 'default' | 'call' | 'actions' | 'middleware';
  /** By name. `members`: an object of handlers, each with an address of its own; `guards`: middleware for this route and those inside it. */
  exports?: Record<string, { methods?: string[]; members?: boolean; guards?: boolean }>;
  /** Method that the name of the file says. */
  method?: (match: RegExpMatchArray) => string | undefined;
  /** The caller is sent what the handler returns. */
  answers?: boolean;
  /** Of middleware: what it checks is not to be relied on alone. `bypassed`: versions of the package in which requests get around it. */
  optimistic?: { package: string; bypassed: { fixedIn: string[]; advisory: string } };
  /** Only in packages that depend on one of these; absent means those of the library. */
  packages?: string[];
  /** Route path from the file path. */
  path: (match: RegExpMatchArray, file: string) => string;
  entry: RouteFact['entry'];
  params: AccessPath[];
  /** For `call`: callee paths. */
  callees?: AccessPath[];
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
}

/** Lines of code, nested ones a level deeper. */
export type Lines = readonly (string | Lines)[];

/**
 * How an endpoint is written that tells whether the server works: `{{on}}` is what it is registered on, `{{path}}` its address
 * in quotes, `{{body}}` what it answers. It goes behind the statement that makes the server, before the first route of a
 * router, or into a file named `file`, in a folder for its address below the one that the pattern finds in the path of others.
 */
export type HealthIdiom = { at: 'server' | 'router'; code: Lines } | { at: 'file'; below: RegExp; file: string; path: string; code: Lines };

/** A command of a tool. */
export interface CommandRole {
  pattern: RegExp;
  purpose: CommandPurpose;
  /** Where this matches as well, it may throw data away. */
  destroys?: RegExp;
  /** What to write instead of a part of it where the project has files like these. */
  instead?: { part: RegExp; text: string; where: RegExp };
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

/** Declares a library. */
export function defineLibrary(library: Library): Library {
  return library;
}
