import type { ConfigurationFacts } from './configuration';
import type { DatabaseFunction, PolicyFact, TableFact } from './database';
import type { Span } from './finding';

/** A protection is present, absent, or we could not tell. Unknown is never a gap and never a pass. */
export type Presence = 'present' | 'absent' | 'unknown';

/**
 * How well a caller is identified, weakest first; SECRET (signature or shared secret), RLS (delegated to row level
 * security) and PUBLIC_DECLARED (somebody said so) stand beside the ladder.
 */
export type GuardLevel =
  | 'NONE'
  | 'PRESENCE_ONLY'
  | 'OPTIONAL'
  | 'AUTHENTICATED'
  | 'OWNER'
  | 'ROLE'
  | 'SECRET'
  | 'RLS'
  | 'PUBLIC_DECLARED';

/** What a guard protects. */
export type GuardKind =
  | 'authentication'
  | 'validation'
  | 'rate-limit'
  | 'signature'
  | 'csrf'
  | 'body-limit'
  | 'error-handling'
  | 'logging'
  | 'cors'
  | 'headers';

/** What a team can say of a function that only it knows. */
export type DeclaredKind = Extract<GuardKind, 'authentication' | 'validation' | 'rate-limit' | 'logging'>;

/** Names a value without types: where it comes from, and which members and calls lead to it (`express#Router().get`). */
export type AccessPath = string;

/** Points at a function of the project: file path and the function's id in that file. */
export interface FunctionRef {
  file: string;
  id: string;
}

/** A thing that runs for a route: an inline function, a project function, or something from a library. */
export interface HandlerRef {
  /** How it is written: `requireAuth`, `requireRole('admin')`, `<inline>`. */
  name: string;
  span: Span;
  /** What it resolves to, if anything. */
  path?: AccessPath;
  /** The project function that runs, when it could be found. */
  fn?: FunctionRef;
  /** Functions that a wrapper is given: `asyncHandler(auth(handler))`, outermost first. */
  wraps?: HandlerRef[];
  /** String constants among the arguments (`requireRole('admin')`). */
  args?: string[];
  /** Of a wrapper: whether it looks after the rejection of what it is given; absent when nobody can tell. */
  catches?: boolean;
  /** It was written out, but what stands there could not be resolved. */
  unresolved?: boolean;
}

/** Something that acts for its caller: why an endpoint matters. */
export type SinkKind = 'write' | 'read-private' | 'privileged' | 'paid' | 'exec' | 'outbound';

/** One sink that a function reaches, directly or through callees. */
export interface Sink {
  kind: SinkKind;
  /** Table, model or service, when known. */
  target?: string;
  /** Client that row level security applies to. */
  delegated?: boolean;
  /** It changes data that is kept in the memory of the process, which cannot fail. */
  memory?: boolean;
  /** It tells somebody something: a mail. */
  notifies?: boolean;
  span: Span;
}

/** How a guard was put out of action: written as a comment, behind a condition that never holds, or where nothing gets to. */
export type Disabled = 'comment' | 'never' | 'unreachable' | 'note';

/** What in a function identifies or admits its caller. */
export interface GuardEvidence {
  kind: GuardKind;
  level: GuardLevel;
  /** Name of the primitive or helper as written. */
  name: string;
  span: Span;
  /** It takes the word of something that another rule speaks of. */
  unverified?: true;
  /** It is there and does nothing; its level is NONE. `known`: what it names is a guard. */
  disabled?: { how: Disabled; known: boolean };
  /** It holds for some paths: only those, or all except those (prefixes). No paths: which ones could not be read. */
  when?: { mode: 'only' | 'except'; paths: string[] };
  /** It holds for some methods. */
  methods?: { mode: 'only' | 'except'; names: string[] };
  /** It may be there: a name says so, or what it finds out may not be heeded. */
  unsure?: true;
}

/** What a function does with the proofs by which people sign in. */
export type AccountDeed = 'checks-password' | 'sets-password' | 'issues-token';

/** How a function tells its caller that it refuses. */
export type RefusalStyle = 'middleware' | 'throws' | 'returns-response' | 'returns-empty' | 'returns-result' | 'returns-false';

/** A parameter that ends in a sink: as the whole of it, or as a value or another piece of its text. */
export interface ParameterFlow {
  param: number;
  category: string;
  as: 'whole' | 'value' | 'name';
  /** Members taken from the parameter on the way. */
  members?: readonly string[];
  /** Library of the sink. */
  library: string;
  /** The sink takes a condition, not a whole statement. */
  filter?: boolean;
  /** Where the sink is, and how it is written. */
  file: string;
  span: Span;
  label: string;
}

/** What other files may depend on about a function. Plain data; a changed summary re-judges dependents. */
export interface FunctionSummary {
  id: string;
  name: string;
  /** Guards that hold once the function has returned normally. */
  guards: GuardEvidence[];
  /** It verifies, but leaves the refusal to whoever called it. */
  refusal?: RefusalStyle;
  /** What a call of it evaluates to, if it is a known value (`prisma#client`). */
  returns?: AccessPath;
  /** Id of the function it returns (a factory of middleware or a wrapper). */
  returnsFunction?: string;
  /** Index of the function parameter that it calls, for wrappers; with what it adds around that call. */
  wraps?: { param: number; catches?: boolean };
  sinks: Sink[];
  /** It writes a log line or reports an error. */
  logs: boolean;
  /** It calls something that makes values unreadable, by its name. */
  masks?: true;
  /** It calls something that may leave a trace, by its name: an audit trail, a telemetry of its own. */
  mayLog?: true;
  /** It can leave by throwing on purpose. */
  throws: boolean;
  /** It leaves by throwing whatever it is given. */
  alwaysThrows?: true;
  /** The promise that a call of it gives may reject (or the call throw), as far as one can see. */
  rejects: boolean;
  /** It answers the request itself. */
  replies: boolean;
  /** As an element of a chain: false when nothing behind it ever runs, true when all it does is let requests through or refuse them. */
  passesOn?: boolean;
  /** Keys of route metadata that it reads; `?` for one that could not be read. */
  metadata?: string[];
  /** Identity of the router or builder it returns. */
  returnsEntity?: string;
  /** Status codes that it answers with, when written as numbers. */
  statuses: number[];
  /** Path prefixes that it speaks of, when its name says that it decides by path. */
  paths?: string[];
  /** It gives back a keyed digest of what it is given. */
  macs?: boolean;
  /** What it does with passwords and sessions, in it or in what it calls. */
  deeds?: AccountDeed[];
  /** Something that may verify its caller could not be read, in plain words. */
  unread?: string;
  /** Indexes of parameters that it validates with a schema. */
  validates: number[];
  /** Indexes of parameters that flow into a sink category ("sql", "command", "url", "path", "html"). */
  flowsTo: ParameterFlow[];
  /** Project functions that it calls. */
  callees: FunctionRef[];
  /** Number of parameters as written. */
  arity: number;
  /** Decorators that a call of it stands for, with the guards they are given and the texts that name what they set. */
  applies?: { path: AccessPath; refs: HandlerRef[]; texts: string[] }[];
  isAsync: boolean;
}

/** Where a function stands. */
export interface FunctionPlace {
  id: string;
  name: string;
  span: Span;
  /** Id of the function around it. */
  parent?: string;
}

/** Common to all facts that rules judge. */
export interface FactBase {
  kind: string;
  file: string;
  span: Span;
  /** Function it stands in; absent at module level. */
  fn?: string;
  /** Dotted names of the scopes around it, for fingerprints. */
  scope: string;
  /** The path of the request, job or socket runs through it: server code that a client can trigger. */
  inRequestPath: Presence;
  /** It stands in a function that is taken for a handler by its shape alone: findings are less certain. */
  guessed?: true;
}

/** A registered HTTP entry, as its file states it. Mounts and outer guards are linked later. */
export interface RouteFact extends FactBase {
  kind: 'route';
  /** Library id: `express`, `next`, `supabase-edge`. */
  framework: string;
  entry: 'http' | 'rpc' | 'action' | 'job' | 'socket' | 'webhook';
  methods: string[];
  /** Path as written, relative to its router. */
  path: string;
  /** Identity of the router, app, controller or builder it is registered on. */
  registrar?: string;
  /** The registrar serves requests by itself (an application, not a router). */
  rooted?: boolean;
  /** Position among the registrations of the same registrar. */
  order: number;
  chain: HandlerRef[];
  handler?: HandlerRef;
  /** Requests that its handler passes on reach later registrations: it may be middleware. */
  passage?: true;
  /** Comment or marker that declares it public, with its reason. */
  declaredPublic?: string;
  /** Names and keys of the metadata that declare it open: only guards that read one of them heed it. */
  openKeys?: string[];
  /** Versions that it is written for. */
  versions?: string[];
  /** Class that it is a method of, as `file#Name`. */
  owner?: string;
  /** What the platform checks before it. */
  upstream?: { level: GuardLevel; name: string };
  /** Why it reads as if only the server called it. */
  internal?: string;
  /** Guards that stand as comments where it is registered. */
  disabled?: GuardEvidence[];
  /** The part to point at: `router.post('/orders'`, a handler's name. */
  head?: Span;
}

/** Routes that middleware or a prefix is for, by path or by the class they belong to. */
export interface PathRule {
  /** With a slash in front; `/*` at its end for whatever follows. Empty with `owner`. */
  path: string;
  /** What lies beneath the path is not meant. */
  exact?: true;
  methods?: string[];
  /** All routes of this class (`file#Name`). */
  owner?: string;
}

/** `app.use`, `addHook`, `useGlobalGuards`, a plugin registration or a middleware file: what else runs for routes. */
export interface MountFact extends FactBase {
  kind: 'mount';
  framework: string;
  registrar: string;
  /** The registrar serves requests by itself. */
  rooted?: boolean;
  order: number;
  prefix: string;
  chain: HandlerRef[];
  /** Routers or plugins that are mounted here. */
  mounts: string[];
  /** `before` covers later registrations only; `context` covers the whole encapsulation context. */
  reach: 'before' | 'context' | 'global';
  /** Matchers (file middleware), as written; absent means everything. */
  matchers?: string[];
  /** What it checks is not to be relied on alone; `bypass` names the advisory by which requests get around it in the version that is used. */
  optimistic?: { bypass?: string };
  /** A matcher that is not constant. */
  dynamicMatcher?: boolean;
  /** It is for these routes alone, seen below the prefix of the registrar. */
  only?: PathRule[];
  /** It is not for these routes. */
  except?: PathRule[];
  /** Not a mount: how versions show in paths; `prefix` stands before the version's name. */
  versions?: { standard: string[] };
  /** Not a mount, but the prefix that the registrar has by itself: `new Router({ prefix })`. */
  own?: boolean;
  /** The mounted entity is the registrar itself under another name (an app handed to a function). */
  alias?: boolean;
  /** The mounted context shares hooks with the registrar (`fastify-plugin`). */
  shared?: boolean;
  /** Only the path itself is covered, not what lies beneath it (`app.all`). */
  exact?: boolean;
  /** It runs for routes of this kind only. */
  entry?: RouteFact['entry'];
  /** Middleware of a route module: it runs for its own routes and for those of the modules inside it. */
  inside?: true;
  /** A module is placed at the prefix: the modules around it, outermost first. */
  within?: string[];
}

/** The verdict on one role of a linked route. */
export interface Verdict {
  presence: Presence;
  /** Why it is unknown, or what it was found by, in plain words. */
  reason?: string;
}

/** A guard that was found for a route. */
export interface RouteGuard {
  kind: GuardKind;
  level: GuardLevel;
  name: string;
  file: string;
  span: Span;
  unverified?: true;
  disabled?: GuardEvidence['disabled'];
  /** It is not to be relied on alone. */
  optimistic?: MountFact['optimistic'];
  when?: GuardEvidence['when'];
  methods?: GuardEvidence['methods'];
  unsure?: true;
  /** Where in the request's way it stands. */
  place: 'route' | 'router' | 'app' | 'handler' | 'wrapper' | 'upstream' | 'platform';
}

/** A route with everything that runs before its handler. */
export interface Route extends FactBase {
  kind: 'linkedRoute';
  framework: string;
  entry: RouteFact['entry'];
  method: string;
  /** Full path with all prefixes. */
  path: string;
  handler?: FunctionRef;
  handlerSpan?: Span;
  guards: RouteGuard[];
  /** Why it reads as if only the server called it, though its export lets everybody do so. */
  internal?: string;
  /** Guards of its that were put out of action. */
  disabled?: RouteGuard[];
  /** Guards of middleware whose matcher leaves it out. */
  missed?: RouteGuard[];
  authentication: Verdict;
  level: GuardLevel;
  /** Other roles by kind. */
  roles: Partial<Record<GuardKind, Verdict>>;
  sinks: (Sink & { file: string })[];
  /** What its handler does with passwords and sessions. */
  deeds?: AccountDeed[];
  /** Why it is meant to be open, if it is. */
  publicIntent?: string;
  /** The part to point at. */
  head: Span;
  /** Id of the group of siblings: registrar or directory. */
  group: string;
}

/** An async function handed to something that may not look at its promise. */
export interface AsyncCallback extends FactBase {
  kind: 'asyncCallback';
  /** `route`, `emitter`, `timer`, `iteration`, `promise-executor`, `callback`. */
  role: 'route' | 'emitter' | 'timer' | 'iteration' | 'promise-executor' | 'callback';
  /** Library id of the framework, for routes. */
  framework?: string;
  /** Where a rejection goes. */
  rejection: 'caught' | 'handled-by-framework' | 'lost' | 'unknown';
  /** The function's first line, for people: from its name or `async` to its parameters; the argument for functions of other files. */
  head?: Span;
  /** Awaits, throws and returned promises outside any try that catches, in document order. */
  unprotected: Span[];
  /** Name of what it is registered on, as written. */
  target: string;
  /** Names of parameters, in order. */
  params: string[];
  /** Route it belongs to: "POST /orders". */
  label: string;
}

/** One consumption of a call whose failure is in its result. */
export interface ResultUse extends FactBase {
  kind: 'resultUse';
  library: string;
  /** As written up to the first call: `supabase.from('orders').insert`. */
  label: string;
  effect: 'read' | 'write' | 'auth' | 'other';
  /** What happens to the error: `ignored` the whole result is dropped. */
  error: 'checked' | 'ignored' | 'omitted' | 'unread' | 'thrown' | 'passed-on' | 'unknown';
  /** Name of the error member: `error`. */
  errorName: string;
  /** Deliberately dropped: `void`, or a comment that says so. */
  deliberate: boolean;
  /** It runs in a browser. */
  client?: boolean;
  /** Code can often go on without it: a mail. */
  minor?: boolean;
  /** Only whether a row exists matters (`maybeSingle`). */
  optionalRow: boolean;
}

/** A catch clause or `.catch` callback. */
export interface CatchFact extends FactBase {
  kind: 'catch';
  form: 'clause' | 'callback';
  /** Name bound to the caught value. */
  binding?: string;
  /** What happens to the failure. */
  logs: 'logger' | 'console' | 'tracker' | 'no';
  /** Highest level it is logged at, where it is. */
  logLevel?: 'error' | 'warn' | 'info';
  rethrows: boolean;
  /** Passed on to `next(err)`, a callback, a promise rejection or state that a person sees. */
  forwards: boolean;
  /** It answers the request: status if written. */
  replies?: { status?: number; span: Span; success: boolean; leaks?: boolean };
  /** It returns a value that looks like success or an empty default. */
  returns: 'nothing' | 'success' | 'default' | 'error-result' | 'other';
  /** The body has no statement. */
  empty: boolean;
  /** Comment in an otherwise empty body. */
  intent?: string;
  /** What the tried block is: a probe may fail by design; `known` when it reaches data or other services. */
  tried: { writes: boolean; probe: boolean; cleanup: boolean; label: string; known?: boolean };
  /** The clause from `catch` to its brace, or the name `catch` of a call: the place to point at. */
  head?: Span;
  /** The function is a webhook, a job, a handler or none of these; `script` stands in a file that people run by hand. */
  role: 'handler' | 'webhook' | 'job' | 'client' | 'script' | 'other';
}

/** A value derived from a caught error that reaches the client. */
export interface ErrorLeak extends FactBase {
  kind: 'errorLeak';
  what: 'message' | 'stack' | 'object' | 'detail';
  /** Status of the answer, when written. */
  status?: number;
  /** Only reached for errors of the application's own making, or outside production. */
  narrowed: boolean;
  /** Span of the leaked expression itself. */
  expression: Span;
  /** Where the error was caught. */
  caughtAt: Span;
  via: 'reply' | 'throw' | 'return';
}

/** A read of what the client sent. */
export interface RequestInput extends FactBase {
  kind: 'requestInput';
  framework: string;
  source: 'body' | 'query' | 'params' | 'headers' | 'cookies' | 'form' | 'message' | 'arguments';
  /** How it is used first. */
  use: 'asserted' | 'destructured' | 'spread' | 'member' | 'passed' | 'bound';
  /** Fields read from it, with what their use says of their type. */
  fields: { name: string; type: 'string' | 'number' | 'boolean' | 'array' | 'object' | 'email' | 'unknown'; optional: boolean }[];
  /** Sinks that it reaches in this function. */
  reaches: SinkKind[];
  /** Only functions of the project that it is handed to reach something. */
  indirect?: true;
  /** The whole value goes into a write. */
  massAssigned: boolean;
  validated: Verdict & { by?: string };
  /** The types of its fields, of most of them at least, are looked at by hand. */
  manuallyChecked: boolean;
  /** A signature over the raw body is verified. */
  signed: boolean;
}

/** A call that leaves the process. */
export interface OutboundCall extends FactBase {
  kind: 'outboundCall';
  library: string;
  /** As written: `fetch`, `axios.post`. */
  label: string;
  timeout: Verdict;
  /** Library default in milliseconds; 0 means none. */
  defaultTimeoutMs?: number;
  /** A client made for one service, with limits of its own. */
  sdk?: boolean;
  /** It stands in a script that somebody runs by hand. */
  script?: boolean;
  /** Nobody waits for its answer. */
  detached?: boolean;
  /** Server side, browser, or both. */
  side: 'server' | 'client' | 'unknown';
  /** Target is relative, or built at the same host. */
  local: boolean;
  /** A stream or event source that must not be cut. */
  streaming: boolean;
  /** The response's status is looked at. */
  checked: Presence;
}

/** A database operation. */
export interface DataAccess extends FactBase {
  kind: 'dataAccess';
  library: string;
  operation: 'read' | 'write' | 'raw' | 'ddl';
  /** It may give several rows. */
  many: boolean;
  /** Model or table. */
  target?: string;
  /** Is the number of rows limited? Present for what gives one row. */
  bounded: Presence;
  /** Why it is unknown, in plain words. */
  reason?: string;
  /** Rows that the library or its server gives at most when nothing else is said. */
  capped?: number;
  /** How far the predicate narrows the rows down: `few` by a key, a list or a range, `some` by something else. */
  narrowed: 'no' | 'some' | 'few' | 'unknown';
  inLoop: boolean;
  /** The loop or iteration around it, where it goes through something that could be named. */
  loop?: RowLoop;
  inTransaction: boolean;
  awaited: boolean;
  /** Names in the predicate, when readable. */
  filters: string[];
  label: string;
}

/** What a loop goes through, and whether the access in it asks for one of its elements. */
export interface RowLoop {
  over: 'rows' | 'constant' | 'batch' | 'other';
  keyed: boolean;
  /** What is gone through, as written. */
  label: string;
  /** The query that gave the rows. */
  query?: Span;
}

/** Where a value comes from, as far as the function and its direct callers tell. */
export interface Origin {
  from: 'constant' | 'request' | 'parameter' | 'environment' | 'data' | 'unknown' | 'sanitised';
  /** `req.query.name`, a parameter's name. */
  label: string;
  span: Span;
  /**
   * What it becomes. In a query: all of its text, a value in it, or a name or piece of syntax. In an address: what says which
   * host is spoken to (`whole`), or something behind it. In other texts: all of it or its beginning, or a part.
   */
  position?: 'whole' | 'value' | 'name';
  /** Part of the request, for `from: 'request'`. */
  input?: RequestInput['source'];
  /** It is the whole of that part: a body, not one of its fields. */
  whole?: boolean;
}

/** A value that becomes part of a query, command, path, address or page. */
export interface TaintedSink extends FactBase {
  kind: 'taintedSink';
  category: 'sql' | 'nosql' | 'command' | 'path' | 'url' | 'redirect' | 'html' | 'code' | 'object';
  library: string;
  label: string;
  origins: Origin[];
  /** How the text is built. */
  built: 'template' | 'concatenation' | 'value' | 'call';
  /** The expression that is dangerous. */
  expression: Span;
  /** It is a condition in the language of an API in front of the database, not a whole statement. */
  filter?: boolean;
  /** The sink stands in a function that is called here: where it is, for people. */
  inside?: { file: string; span: Span; label: string };
}

/** A literal credential. The value itself is never part of a fact. */
export interface SecretLiteral extends FactBase {
  kind: 'secret';
  provider: string;
  /** First four characters and length, for people to recognise it. */
  masked: string;
  certainty: 'shape' | 'name' | 'fallback';
  /** Name of variable, property or environment entry it is assigned to. */
  name?: string;
  /** Test or sandbox credential. */
  sandbox: boolean;
  /** The value is long and mixed, as keys are that machines make. */
  random?: boolean;
  /** What takes it as a credential: access path of the call. */
  used?: AccessPath;
  /** Of a fallback: the application itself signs, encrypts or lets people in with it. */
  own?: true;
  /** Of a fallback: code beside it sees to it that production never runs with it. */
  keptOut?: true;
}

/**
 * What a log must not hold: what lets people in, a card, data about a person; a `token` may be one that lets people in; a
 * `record` is all that is known of somebody, a `request` all that a client sent.
 */
export type SensitiveKind = 'secret' | 'card' | 'personal' | 'token' | 'record' | 'request';

/** A value with a name that says that it is personal or secret. The value itself is never part of a fact. */
export interface SensitiveValue {
  name: string;
  what: SensitiveKind;
  /** Where it stands: a field of an object, a part of the message, or a value of its own. */
  as: 'field' | 'text' | 'value';
  span: Span;
}

/** A line written to a log. */
export interface LogCall extends FactBase {
  kind: 'logCall';
  library: string;
  level: string;
  /** As written: `req.log.info`. */
  label: string;
  /** `console` and functions of the project's own are told by name. */
  by: 'logger' | 'console' | 'tracker' | 'named';
  structured: boolean;
  /** It runs where the platform collects what is printed and where loggers of servers do not run: at the edge, in Deno. */
  edge?: true;
  /** What looks personal or secret among what is logged. */
  sensitive: SensitiveValue[];
  /** The logger leaves out fields (all: also parts of messages), another file decides whether it does, or the project's own logger masks some of it. */
  redacts?: 'fields' | 'all' | 'elsewhere' | 'some';
  /** It is only reached outside production, or in a mode for finding faults. */
  forDevelopers?: true;
}

/** A client of a database, cache or queue that keeps connections open, where it is made. */
export interface ConnectionMade extends FactBase {
  kind: 'connection';
  library: string;
  /** As written: `new PrismaClient`. */
  label: string;
  opens: 'pool' | 'connection';
  /** What it is a value of: `prisma#client`. */
  instance: AccessPath;
  /**
   * How often it is made: `once` at the top of a file, in a class, or kept outside the function; `request` in a handler, or in a
   * function of the file that one calls; `unknown` in a function that nobody seen here calls.
   */
  made: 'once' | 'request' | 'job' | 'unknown';
  /** The function that is called for each request and gives it back, when the handler does not make it itself. */
  through?: string;
  /** What it is made with comes from the request or from data: there is one for each customer. */
  varies?: true;
  /** The function closes it again. */
  closed?: true;
  /** It stands in a file that nobody can import and that serves nothing: a program of its own. */
  program?: true;
}

/** A column that keeps numbers in binary floating point, where a schema in code or a language of its own declares it. */
export interface FloatColumn extends FactBase {
  kind: 'floatColumn';
  library: string;
  /** Model or table, where it could be read. */
  table?: string;
  column: string;
  /** Other columns of the table. */
  beside: string[];
  /** As written: `Float`, `doublePrecision`. */
  type: string;
  /** What its own comment says. */
  note?: string;
  /** How it is declared with exact numbers; absent where the database has none. */
  exact?: { start: number; end: number; newText: string }[];
}

/** An amount in the smallest unit of its currency that is given to a payment service and may have a fraction. */
export interface ChargedAmount extends FactBase {
  kind: 'chargedAmount';
  library: string;
  /** The option that takes it: `unit_amount`. */
  option: string;
  /** What is multiplied, as written. */
  label: string;
  /** The product, to be rounded. */
  product: Span;
}

/** A setting of the environment that server code uses as if it were certain to be there. */
export interface EnvRead extends FactBase {
  kind: 'envRead';
  name: string;
  /** A type says that it is there; an empty text takes its place. */
  how: 'asserted' | 'emptied';
  /** Patterns of the ways in which the file can speak of it: the setting itself and what it is kept in. */
  spelled: string[];
}

/** Code that looks at the settings of the environment as a whole before they are used. */
export interface EnvCheck extends FactBase {
  kind: 'envCheck';
  /** What looks at them, as written. */
  by: string;
}

/** Who the caller is, taken from something that nobody has verified. */
export interface SessionRead extends FactBase {
  kind: 'sessionRead';
  library: string;
  /** As written: `supabase.auth.getSession`. */
  label: string;
  /** A session as the client sent it, a token that is only decoded, a cookie that is only there, or data that people write themselves. */
  from: 'session' | 'token' | 'cookie' | 'metadata';
  /** What verifies, where the library has such a thing. */
  instead?: string;
  /** Something depends on who it says the caller is; absent where it is verified as well or only handed on. */
  believed: Presence;
}

/** Which pages of other sites may read what a server answers. */
export interface CorsPolicy extends FactBase {
  kind: 'cors';
  /** Empty for a header that is written out. */
  library: string;
  /** As written: `cors`, `app.enableCors`, the name of a header. */
  label: string;
  /**
   * Whom it lets in: all; whoever asks, whose own address is sent back; all where a setting is missing (`fallback`); more than
   * those meant, since a pattern fits them too (`loose`); those listed; nobody.
   */
  admits: 'all' | 'asking' | 'fallback' | 'loose' | 'listed' | 'nobody' | 'unknown';
  /** Are browsers told to send cookies along? */
  cookies: Presence;
  /** The expression that decides, where it is written out. */
  decides?: Span;
  /** Entry of the environment that is missing, or the pattern that fits too much. */
  detail?: string;
  /** A list of addresses may stand in the place of what decides. */
  takesList?: boolean;
}

/** A place at which files of callers are taken in. */
export interface UploadFact extends FactBase {
  kind: 'upload';
  /** Empty for a form that a handler reads and stores itself. */
  library: string;
  /** As written: `multer`, `put`. */
  label: string;
  /** Is the size of a file limited? */
  size: Presence;
  /** Does anything decide which kinds of files are accepted? */
  type: Presence;
  /** Where files go: into memory as a whole, onto the disk, or wherever the code hands them on to. */
  kept: 'memory' | 'disk' | 'elsewhere';
  /** Files beyond a limit would be refused, not cut off. */
  refuses?: true;
  /** Why it is unknown, in plain words. */
  reason?: string;
}

/** All facts that rules may ask for, by kind. */
export interface FactKinds extends ConfigurationFacts {
  route: RouteFact;
  linkedRoute: Route;
  mount: MountFact;
  asyncCallback: AsyncCallback;
  resultUse: ResultUse;
  catch: CatchFact;
  errorLeak: ErrorLeak;
  requestInput: RequestInput;
  outboundCall: OutboundCall;
  dataAccess: DataAccess;
  taintedSink: TaintedSink;
  secret: SecretLiteral;
  logCall: LogCall;
  table: TableFact;
  policy: PolicyFact;
  databaseFunction: DatabaseFunction;
  sessionRead: SessionRead;
  cors: CorsPolicy;
  upload: UploadFact;
  connection: ConnectionMade;
  floatColumn: FloatColumn;
  chargedAmount: ChargedAmount;
  envRead: EnvRead;
  envCheck: EnvCheck;
}

export type FactKind = keyof FactKinds;
export type FactOf<K extends FactKind> = FactKinds[K];
export type Fact = FactKinds[FactKind];

/** What an export name stands for. */
export interface ExportFact {
  /** A value with a known path, a function, a class, a re-export, or something we cannot name. */
  path?: AccessPath;
  /** The value of a constant string. */
  text?: string;
  fn?: string;
  cls?: string;
  /** Name of an exported object literal; its members are exports named `object.member`. */
  object?: string;
  /** Re-export: name in another file. */
  from?: { file: string; name: string };
  /** Identity of the object, for routers and builders. */
  entity?: string;
  /** A middleware or handler made by a call: `requireRole('admin')`, `asyncHandler(create)`. */
  handler?: HandlerRef;
}

/** A class of the project, as other files may depend on it. */
export interface ClassFact {
  name: string;
  span: Span;
  extends?: AccessPath;
  /** Method name → function id. */
  methods: Record<string, string>;
  /** Property name → path of its value. */
  members: Record<string, AccessPath>;
  decorators: { name: string; path?: AccessPath; args: string[]; span: Span }[];
}

/** A procedure builder or middleware chain under a name: what it is built on and what it adds. */
export interface BuilderFact {
  entity: string;
  base?: string;
  uses: HandlerRef[];
  inputs: number;
  span: Span;
}

/** What other files may depend on about a file. Compared as a whole to stop ripples. */
export interface FileSummary {
  exports: Record<string, ExportFact>;
  /** Files whose exports are re-exported as a whole. */
  stars: string[];
  functions: Record<string, FunctionSummary>;
  classes: Record<string, ClassFact>;
  builders: Record<string, BuilderFact>;
}

/** Everything known of one file. Plain data; no syntax nodes. */
export interface FileFacts {
  file: string;
  /** Offsets of line starts (0-based), to turn spans into locations. */
  lineStarts: number[];
  functions: FunctionPlace[];
  facts: Fact[];
  summary: FileSummary;
  /** Project files whose summaries were asked for. */
  dependsOn: string[];
  /** Import specifiers that were followed, with the file or `package:name` they led to; '' for nowhere. */
  resolved?: Record<string, string>;
  /** Package names that the file imports. */
  packages: string[];
  /** Regions with syntax errors: facts inside were dropped. */
  broken: boolean;
  /** Directive at the top of the file: `use server`, `use client`. */
  directive?: string;
  /** Suppression comments, raw. */
  comments: { text: string; span: Span }[];
  /** Nothing in the file is judged, and its summary has not been worked out, since nobody asked for it. */
  deferred?: true;
}
