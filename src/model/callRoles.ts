import type { EmitterRole, InterruptRole } from './failureRoles';
import type { CorsRole, DataRole, OutboundRole, SinkRole, UploadRole } from './dataRoles';
import type { AccessPath, AccountDeed, GuardKind, GuardLevel, RouteFact, SinkKind, TaintedSink } from './facts';
import type { BodyBound, ClassMethod, MountRole, RouteRole } from './routeRoles';

/** What a call means. Several may hold at once. */
export interface CallRole {
  /** Registers an endpoint on the receiver. */
  route?: RouteRole;
  /** What makes what callers get of errors that are thrown: an option of argument 0, or that argument, whose own answers are judged like any. */
  formatsErrors?: string | 0;
  /** It gives back argument 0, which describes an endpoint that something else registers. */
  describes?: true;
  /** Adds middleware, hooks or routers to the receiver. */
  mount?: MountRole;
  /** It adds something to what it is called on: the arguments with its name and with it. */
  decorates?: { name: number; value: number };
  /** Gives values to the parameters of function arguments. */
  callbacks?: CallbackRole[];
  /** A function argument is awaited by nobody: what its rejection means. */
  unawaited?: 'emitter' | 'timer' | 'iteration' | 'promise-executor' | 'callback';
  /** It calls its last argument later, with a failure first; access to data and calls of other services do so unasked. */
  callsBack?: true;
  data?: DataRole;
  /** What holds the record that it writes: this argument, what calls chained to it are given, or what it is called on. Absent: any argument may. */
  record?: number | 'chained' | 'receiver';
  /** It makes a model: the arguments with its columns and its name, which may be what it is called on, and the option of a column with the values that it may have. */
  models?: { columns: number; name?: number | 'receiver'; limit?: string };
  /** Members of its other arguments become members of this: of what it is called on, or of argument 0. */
  fills?: 'receiver' | 0;
  outbound?: OutboundRole;
  /** Options, at any depth of its arguments, that take an amount in the smallest unit of a currency: a whole number. */
  minorUnits?: string[];
  /** Options, at any depth, with what somebody is charged. */
  charges?: string[];
  /** It makes a column of a table that keeps binary floating point numbers. */
  floats?: true;
  /** Given this text alone, it gives the environment that the application runs in. */
  environment?: string;
  /** It gives the setting that this argument names. */
  givesSetting?: number;
  /** It looks at all settings of the environment, always or with one of these options of argument 0. */
  checksEnv?: true | string[];
  /** It makes a client that keeps connections open: several in a pool, or one. */
  connects?: 'pool' | 'connection';
  /** What it makes emits `error` when something fails, which ends the process where nobody listens. */
  emits?: EmitterRole;
  /** Of emitters that it is handed: it listens for their errors, or leaves them as they are. */
  listens?: boolean;
  log?: LogRole;
  reply?: ReplyRole;
  /** It verifies who calls, or that the message is genuine. */
  verify?: VerifyRole;
  /** It throws unless this argument holds. */
  asserts?: number;
  /** It tells who calls without verifying it; `instead` is what does. */
  unverified?: { from: 'session' | 'token' | 'cookie'; instead?: string };
  /** What it does with passwords and sessions; `arg0` is a text that the first argument must have for that. */
  deed?: {
    does: AccountDeed;
    arg0?: string;
    /** The same where it may have more than one. */
    named?: RegExp;
    /** Of a token or session: the caller has it once it is made. */
    kept?: true;
  };
  /** It sends the caller a cookie: the argument with its name. */
  cookie?: number;
  /** From then on a cookie says who calls. */
  byCookie?: true;
  /** It says which pages of other sites may read what the server answers. */
  cors?: CorsRole;
  /** It takes in files of callers. */
  upload?: UploadRole;
  /** It keeps a file; `bucket` where the place that it goes to may limit what it takes. */
  stores?: 'file' | 'bucket';
  /** Options, with dots, that hold the password of an account elsewhere. */
  passwords?: string[];
  /** It computes a keyed digest: what is compared with it is verified. */
  mac?: boolean;
  /** As an element of a chain (or the factory of one) it protects the route. */
  guard?: {
    kind: GuardKind;
    level?: GuardLevel;
    optional?: boolean;
    /** Method of a class that extends it which decides instead: everybody is let through unless that throws. */
    overruledBy?: string;
    /** Option of an argument, with dots, with the function that decides instead: those are let through for whom it gives something. */
    decidedBy?: string;
    /** Texts in its first argument that make another guard of it, whose path has the text as a member. */
    variants?: readonly string[];
    /** Provided as a class: the method of it that runs. */
    runs?: ClassMethod;
    /** The level depends on an option of argument 0: by the option's text. */
    levels?: { option: string; of: Record<string, GuardLevel> };
    /** It goes by the classes that parameters are declared to be of, and passes everything else on. */
    byClass?: true;
    /** Option of argument 0 without which it lets fields through that nobody has described. */
    dropsWith?: string;
    /** It only notes what it finds, for others to ask for. */
    noted?: true;
    /** It looks at single fields, and lets all others through. */
    keeps?: true;
    /** Option of an argument, with dots, without which it is no such guard. */
    onlyWith?: string;
    /** Option beside it, where it is registered, with which it guards only those routes that ask for it. */
    offBy?: string;
    /** It looks at requests of these methods alone. */
    methods?: readonly string[];
    /**
     * Arguments that name the part of a request that it checks, and the schema; and the method of the schema that it calls. `parts`: what is meant
     * by the names.
     */
    checks?: { part: number; schema: number; by: string; parts: Readonly<Record<string, string>> };
    /** What is meant by the members of argument 0: each holds the schema of a part of the request. */
    parts?: Readonly<Record<string, string>>;
  };
  /** An element of a chain that certainly protects nothing (parsers, compression). */
  harmless?: boolean;
  /** It reads bodies of any size, where its guard is not told otherwise; `unsure`: something else may set a limit. */
  unbounded?: true | 'unsure';
  /** Options of an argument, with dots, by which it reads bodies of any size where nothing reaches one of them: `Infinity`. */
  unboundedBy?: readonly string[];
  /** The server that it makes takes bodies of any size where nothing reaches this option of argument 0. */
  boundsBodies?: BodyBound;
  /** It answers requests by which people come in, and is open by nature. */
  entrance?: true;
  /** As a middleware file it decides by its configuration what it lets through; `alone`: unless it is given a function that does. */
  configured?: true | 'alone';
  /** It makes one element of a chain from others: all of them run, one has to agree, or all run except for paths. */
  combines?: 'all' | 'any' | 'except';
  /** It gives the element of a chain that it is called on, which passes over the paths in this option of argument 0. */
  sparesPaths?: string;
  /** The router that it makes or changes, or that its result is, has this prefix of its own. */
  ownPrefix?: 'arg0' | `option:${string}`;
  /** Only what is registered on its result has that prefix: what was there before keeps its paths. */
  prefixesLater?: true;
  /** It reads metadata that decorators set on routes, under the key given as this argument. */
  readsMetadata?: number;
  /** It is about all controllers of the package. */
  packageWide?: boolean;
  /** Option of argument 0 with the names of packages that put middleware in front of the whole package, by themselves. */
  packageModules?: string;
  /** The server that it makes has a logger, and writes requests down with it, where argument 0 has one of these options; the latter not where it has the other. */
  writesRequests?: { options: readonly string[]; unless: string };
  /** It puts versions into paths; its options say how. */
  versionsPaths?: boolean;
  /** It says where the middleware of an earlier `.apply(…)` in the chain runs: of a class, this method. */
  appliesMiddleware?: ClassMethod;
  /** It ends the request with a refusal or leaves the function by throwing (`redirect`, `notFound`). */
  leaves?: 'redirect' | 'not-found' | 'refusal' | 'rethrow';
  /** It does so by an exception that its framework waits for. */
  interrupts?: InterruptRole;
  /**
   * It checks its argument (or receiver) against a schema. `safe`: reports in its result instead of throwing. `keeps`: fields that the schema does not
   * describe stay. `strips`: they are not in what it gives back, and stay in what it was given. `lets`: the schema lets everything through.
   */
  validates?: { arg: number; safe?: boolean; keeps?: true; strips?: true; lets?: true };
  /** It makes a schema; a chain element given such a value validates. */
  sinks?: SinkRole[];
  sink?: SinkKind;
  /** Options of argument 0 with which it changes tables to what the code says; the first throws data away. */
  pushesSchema?: string[];
  /** Option of an argument that lets a client for servers run in browsers, and the one that holds its credential. */
  allowsBrowser?: { arg: number; option: string; credential: string };
  /**
   * It makes a digest that takes no work: of the argument `value`, or of what the chain behind it is handed (`update`), by the method that is fixed or
   * that the argument `by` names.
   */
  digest?: { by: number | string; value: number | 'update' };
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
  /** Argument 0 is a function that loads a module: what that exports, or a callback takes of it, stands here. */
  loads?: true;
  /** Index of an argument that is a message: what is declared to run for its class runs. */
  sends?: number;
  /** Option of argument 0 with the function that its result runs. */
  runs?: string;
  /** Option of argument 0 with what it runs before that, in order. */
  before?: string;
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
  /** It closes the connection: in the branch of those who failed it refuses them; a number: only where that argument says so by `false`. */
  refuses?: true | { unless: number };
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

/** Function arguments of a call that are given values. */
export interface CallbackRole {
  args: number[] | 'all' | 'last';
  params: AccessPath[];
  /** Only those in this option of the argument. */
  property?: string;
  /** Only where argument 0 is this text. */
  when?: string;
}

/** A line of a log. */
export interface LogRole {
  level: string;
  style: 'object-first' | 'message-first' | 'console';
  /** It goes to a service that collects errors. */
  tracker?: boolean;
  /** The logger leaves out what must not be logged: fields, or all of it; `elsewhere` where another file decides. */
  redacts?: 'fields' | 'all' | 'elsewhere';
  /** It is the logger of a server: nothing is written where that was made without one. */
  ofServer?: true;
  /** Values behind the message that the message has no place for are not written. */
  dropsRest?: boolean;
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

export interface ReplyRole {
  /** Argument with the body; 'none' when it has none. */
  body: number | 'none';
  /** Options of that argument that are sent; absent means all of it. */
  sent?: string[];
  /** Where the status is: an argument, an option of an argument, or a chained call (`status`, `code`). */
  status?: { arg?: number; option?: { arg: number; name: string }; chained?: string[]; fixed?: number };
  /** It also throws (HttpException). */
  throws?: boolean;
  /** An error that is given as it is, is dealt with as if it had been thrown. */
  throwsErrors?: true;
  format: 'json' | 'text' | 'html' | 'any' | 'redirect' | 'none';
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
