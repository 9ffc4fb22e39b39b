import type { Span } from './finding';
import type { FactBase, WholeChange } from './functionFacts';
import type { Presence, SinkKind } from './guardFacts';
import type { Verdict } from './routeFacts';

/** An async function handed to something that may not look at its promise. */
export interface AsyncCallback extends FactBase {
  kind: 'asyncCallback';
  /** `later` is a function that is not async and throws when whoever could catch that is gone. */
  role: 'route' | 'emitter' | 'timer' | 'iteration' | 'promise-executor' | 'callback' | 'later';
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
  /** Whether it runs for requests is told by who calls the function around it. */
  byCallers?: true;
  /** Names of parameters, in order. */
  params: string[];
  /** Route it belongs to: "POST /orders". */
  label: string;
}

/** A promise that a handler starts and leaves to itself: nobody waits for it, and nobody hears when it fails. */
export interface FloatingPromise extends FactBase {
  kind: 'floatingPromise';
  /** Callbacks without one for failures, a call of an async function or of a service, or an async function that is called where it stands. */
  form: 'chain' | 'call' | 'function';
  /** What is started, as written: `mailer.send`. */
  label: string;
  /** `void` stands in front. */
  deliberate: boolean;
  /** The request is answered in it. */
  answers: boolean;
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
  /** Where nothing came, the function ends with an answer: `if (!order) return notFound()`. */
  answered?: true;
}

/** A catch clause or `.catch` callback. */
export interface CatchFact extends FactBase {
  kind: 'catch';
  form: 'clause' | 'callback';
  /** Name bound to the caught value. */
  binding?: string;
  /** What happens to the failure. */
  logs: 'logger' | 'console' | 'tracker' | 'no';
  /** All that logs it is the logger of a server of this library. */
  logsOf?: string;
  /** Highest level it is logged at, where it is. */
  logLevel?: 'error' | 'warn' | 'info';
  rethrows: boolean;
  /** Passed on to `next(err)`, a callback, a promise rejection or state that a person sees. */
  forwards: boolean;
  /** It answers the request: status if written. */
  replies?: {
    status?: number;
    span: Span;
    success: boolean;
    leaks?: boolean;
    /** It is what success gets too, so that callers learn of neither. */ alike?: true;
  };
  /** The request was to be answered in what was tried, and is not answered any more. */
  leavesOpen?: true;
  /** What follows answers with success, whatever became of the only thing that was to be done. */
  goesOn?: true;
  /** It returns a value that looks like success or an empty default. */
  returns: 'nothing' | 'success' | 'default' | 'error-result' | 'other';
  /** The body has no statement. */
  empty: boolean;
  /** Comment in an otherwise empty body. */
  intent?: string;
  /** What the tried block is: a probe may fail by design; `known` when it reaches data or other services. */
  tried: {
    writes: boolean;
    probe: boolean;
    cleanup: boolean;
    label: string;
    known?: boolean;
    /** All it writes is deleted: what is left over by its name or a comment, or something beside the deletion that was asked for. */
    tidies?: 'left' | 'beside';
  };
  /** The clause from `catch` to its brace, or the name `catch` of a call: the place to point at. */
  head?: Span;
  /** The function is a webhook, a job, a handler or none of these; `script` stands in a file that people run by hand. */
  role: 'handler' | 'webhook' | 'job' | 'client' | 'script' | 'other';
}

/** A call that ends the request by an exception, in a `try` with a catch clause. */
export interface CaughtInterrupt extends FactBase {
  kind: 'caughtInterrupt';
  library: string;
  /** As written: `redirect`. */
  label: string;
  /** `answer`: it answers with a status. */
  does: 'redirect' | 'not-found' | 'refusal' | 'answer';
  /** What becomes of it: `kept` where no clause passes it on. */
  fate: 'passed' | 'kept' | 'unknown';
  /** The status it stands for, and the one that is answered instead. */
  status?: number;
  instead?: number;
  /** A function of the project does it, which is called here. */
  via?: true;
  /** The clause ends the request in another way of the kind: it leads elsewhere. */
  elsewhere?: true;
  /** It runs in a browser. */
  client?: true;
  /** The clause from `catch` to its brace. */
  caughtAt: Span;
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
  /** Whose error is thrown. */
  library?: string;
}

/** A read of what the client sent. */
export interface RequestInput extends FactBase {
  kind: 'requestInput';
  framework: string;
  source: 'body' | 'query' | 'params' | 'headers' | 'cookies' | 'form' | 'message' | 'arguments';
  /** How it is used first. */
  use: 'asserted' | 'destructured' | 'spread' | 'member' | 'passed' | 'bound';
  /** Fields read from it, with what their use says of their type. */
  fields: {
    name: string;
    type: 'string' | 'number' | 'boolean' | 'array' | 'object' | 'email' | 'unknown';
    /** The code does without it. */
    optional: boolean;
    /** The code refuses or fails without it. Of what is neither, nothing is known. */
    needed?: true;
  }[];
  /** Sinks that it reaches in this function. */
  reaches: SinkKind[];
  /** Only functions of the project that it is handed to reach something. */
  indirect?: true;
  /** The whole value goes into a write. */
  massAssigned: boolean;
  /** Members of it that are written whole, as records of their own. */
  storedParts?: { label: string; span: Span }[];
  /**
   * `keeps`: what checks it lets fields through that it does not describe. `unused`: it leaves them out of what it gives back, and nothing puts that
   * in the place of what was sent.
   */
  validated: Verdict & { by?: string; keeps?: true; unused?: true };
  /** The types of its fields, of most of them at least, are looked at by hand. */
  manuallyChecked: boolean;
  /** Whatever lacks a member that has no default is refused, and one of them is looked at more closely. */
  asksForEach?: true;
  /** A signature over the raw body is verified. */
  signed: boolean;
  /** It comes in a parameter whose type is gone when the code runs, so that nothing can go by a class of it. */
  classless?: true;
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
  /**
   * How its body is read, where that can be seen, and what becomes of it: `looked` where somebody asks the body itself whether it is what was wanted, `given`
   * to callers or functions, `answered` to whoever asked, `replaced` where something stands in for what is not in it, or `used`.
   */
  read?: { how: string; span: Span; then: 'looked' | 'given' | 'answered' | 'replaced' | 'used' };
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
  /** The code runs where the data is: many small accesses cost next to nothing. */
  beside?: true;
  /** The database lets it at the rows of whoever calls alone, as its policies say. */
  asCaller?: true;
  /** It is reached on the way to an error alone. */
  beforeError?: true;
  awaited: boolean;
  /** Names in the predicate, when readable. */
  filters: string[];
  label: string;
}

/** A write that reaches all rows of a table: it has no condition, or one that the request may leave out. */
export interface WholeWrite extends FactBase, WholeChange {
  kind: 'wholeWrite';
  /** Such writes in the same function, itself included. */
  count: number;
  /** Of conditions that need not be sent: their names, and the library that drops those without a value. */
  leftOut?: { name: string; library: string };
}

/** What a loop goes through, and whether the access in it asks for one of its elements. */
export interface RowLoop {
  over: 'rows' | 'constant' | 'batch' | 'other';
  keyed: boolean;
  /** What is gone through, as written. */
  label: string;
  /** The query that gave the rows. */
  query?: Span;
  /** Each element is also sent somewhere, or something else is asked about it: that takes longer than a query. */
  sends?: true;
}
