import type { Span } from './finding';
import type { FactBase } from './functionFacts';
import type { AccessPath, Presence } from './guardFacts';
import type { RequestInput } from './handlerFacts';

/** What callers decide: parts of a request, and what is in files that somebody sent or packed, their names included. */
export type InputSource = RequestInput['source'] | 'file';

/** Where a value comes from, as far as the function and its direct callers tell. */
export interface Origin {
  /** `page`: in a browser, what whoever made the link, or another window, decides. */
  from: 'constant' | 'request' | 'page' | 'parameter' | 'environment' | 'data' | 'unknown' | 'sanitised';
  /** `req.query.name`, a parameter's name. */
  label: string;
  span: Span;
  /**
   * What it becomes. In a query: all of its text, a value in it, or a name or piece of syntax. In an address: what says which
   * host is spoken to (`whole`), or something behind it. In other texts: all of it or its beginning, or a part.
   */
  position?: 'whole' | 'value' | 'name';
  /** Part of the request, for `from: 'request'`. */
  input?: InputSource;
  /** Only its name says that it is what somebody has typed or sent. */
  named?: boolean;
  /** It is the whole of that part: a body, not one of its fields. */
  whole?: boolean;
  /** It is a member of that part as it was sent, with whatever is in it, and stands where it is no member of something else. */
  record?: boolean;
  /** It is the path that was asked for, as a part of the address: it begins as its route does. */
  ownPath?: true;
  /** All that is known of it is that it begins with a slash: behind a host it stays there, alone it may name another one. */
  rooted?: true;
  /** Of a page: whoever looks at it pastes or drops it there, copied from wherever they found it. */
  pasted?: true;
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
  /** Of a filter or a condition: another condition beside it leaves rows of whoever calls alone. */
  ownRows?: true;
  /** Of a condition that is written out: the members of it that callers decide. */
  decided?: string[];
  /** A component shows it as HTML. */
  rendered?: true;
  /** What goes there is a text: it was made of one, or is read as one beside it. */
  ofText?: true;
  /** It says where a link leads, not what stands in the page: only an address of a script is dangerous there. */
  link?: true;
  /** It says where a script is taken from. */
  script?: true;
  /** It switches off what a framework does against such values. */
  trusts?: true;
  /** Language of the text, where it is none of the category's own: `GraphQL`. */
  language?: string;
  /** Lists in it become arguments of their own. */
  lists?: boolean;
  /** Functions of the file whose calls were looked at to see what they are given: when one of those changes, so may this. */
  callersOf?: string[];
  /** The sink stands in a function that is called here: where it is, for people. */
  inside?: { file: string; span: Span; label: string };
}

/** A template engine is told to write values into pages as they are. */
export interface EscapingSwitch extends FactBase {
  kind: 'escapingSwitch';
  /** Name of the option. */
  label: string;
}

/** A literal credential. The value itself is never part of a fact. */
export interface SecretLiteral extends FactBase {
  kind: 'secret';
  provider: string;
  /** First four characters and length, for people to recognise it. */
  masked: string;
  /** `compared`: what somebody sends is compared with it, and it lets them in. */
  certainty: 'shape' | 'name' | 'fallback' | 'compared';
  /** Name of variable, property or environment entry it is assigned to. */
  name?: string;
  /** Test or sandbox credential. */
  sandbox: boolean;
  /** Of a sandbox that holds made-up data alone. */
  inert?: true;
  /** The value is long and mixed, as keys are that machines make. */
  random?: boolean;
  /** What takes it as a credential: access path of the call. */
  used?: AccessPath;
  /** Of a fallback: the application itself signs, encrypts or lets people in with it. */
  own?: true;
  /** It stands in a file of data, which cannot read it from anywhere else. */
  inData?: true;
  /** Browsers get the text. */
  inPage?: true;
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
  /** A function is called that writes the line, and is counted where it does. */
  handed?: true;
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

/** What somebody is charged is said by whoever asks for it. */
export interface RequestedAmount extends FactBase {
  kind: 'requestedAmount';
  library: string;
  /** The option that takes it: `unit_amount`. */
  option: string;
  /** What says it, as written: `req.body.amount`. */
  label: string;
  /** As written: `stripe.paymentIntents.create`. */
  call: string;
}

/** What hears of promises that fail without anybody who looks at them. */
export interface RejectionListener extends FactBase {
  kind: 'rejectionListener';
  /** It may end the process. */
  ends: boolean;
}

/** Something that emits `error`, and ends the process where nobody listens for that. */
export interface EmitterMade extends FactBase {
  kind: 'emitter';
  library: string;
  /** As written: `new Pool`. */
  label: string;
  /** When it does, in plain words. */
  fails: string;
  /** Does something in its file listen? Unknown where it is handed to what may. */
  listened: Presence;
  /** Strangers can make it fail. */
  open?: true;
  /** What it is, for listeners in other files; absent where it does not leave its function. */
  instance?: AccessPath;
  /** Identity of the object that it is, for listeners in other files that are known to be of this one. */
  entity?: string;
  /** By what its file calls it: `pool`, `this.client`. */
  name?: string;
  /** All of its file was looked through for listeners, and not only the function that it is in. */
  byFile?: true;
}

/** Somebody listens for the errors of an emitter, or for exceptions that nobody catches (`global#process`). */
export interface ErrorListener extends FactBase {
  kind: 'errorListener';
  /** What it listens to: a known value, or the name by which it is called. */
  on: string;
  /** Identity of the object that it listens to, where that is known. */
  entity?: string;
}

/** A server is made that has a logger of its own, or could have one. */
export interface ServerLogger extends FactBase {
  kind: 'serverLogger';
  library: string;
  on: Presence;
}

/** What a server of a framework makes of errors that are thrown, before callers get them. */
export interface ErrorFormat extends FactBase {
  kind: 'errorFormat';
  library: string;
  /** Statuses whose messages it takes away where it is released. */
  hides: number[] | 'all';
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
  /** It goes along with an answer only where whoever answers asks for it. */
  asked?: true;
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
