import type { Span } from './finding';
import type { AccessPath, FunctionRef, GuardEvidence, HandlerRef, Presence, Sink } from './guardFacts';
import type { RowHeed, RowReach } from './ownershipFacts';
import type { LogCall } from './valueFacts';

/** All rows of a table are changed or deleted. */
export interface WholeChange {
  /** As written, with the call that leads to it. */
  label: string;
  /** Table or model, where it has a name. */
  target?: string;
  does: 'changes' | 'deletes';
  /** The service refuses it, unless it is old: by whom. */
  refused?: string;
  /** The function that does it, where it is called. */
  via?: string;
}

/** What a function does with the proofs by which people sign in. */
export type AccountDeed = 'checks-password' | 'sets-password' | 'issues-token';

/** A record that a function looks up and leaves in a member of the request, for those behind it. */
export interface LoadedRecord {
  member: AccessPath;
  /** Model that it is of. */
  target?: string;
  /** What the caller sends says which one. */
  bySent?: true;
}

/** How a function tells its caller that it refuses. */
export type RefusalStyle = 'middleware' | 'throws' | 'returns-response' | 'returns-empty' | 'returns-result' | 'returns-false';

/** A parameter that ends in a sink: as the whole of it, or as a value or another piece of its text. */
export interface ParameterFlow {
  param: number;
  category: string;
  as: 'whole' | 'value' | 'name';
  /** Members taken from the parameter on the way. */
  members?: readonly string[];
  /** Of what is stored: it is the record itself, so that its members become columns. */
  record?: true;
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
/** Part of a registration that a row fills: what the row holds, an argument of the function, a text of such parts, or what stands there. */
export type TemplatePart =
  | { steps: ({ member: string } | { index: number })[]; spread?: true }
  | { param: number; spread?: true }
  | { text: (string | TemplatePart)[] }
  | { refs: HandlerRef[]; wraps?: TemplatePart };

/** A condition about a part of a row under which a registration runs: that it is there, a list, or a list with something in it. */
export interface RowTest {
  steps: ({ member: string } | { index: number })[];
  asks: 'given' | 'list' | 'filled';
  holds: boolean;
}

/** A registration that a function makes for each row of a table that it is handed. */
export interface RowTemplate {
  /** The parameter that is the table, and how it is gone through. */
  list: number;
  view: 'elements' | 'entries' | 'values' | 'keys';
  /** The parameter that it registers on, or a router of its own. */
  on: number | { path: AccessPath; entity: string };
  /** It gives that router back. */
  gives?: true;
  method: TemplatePart;
  args: TemplatePart[];
  /** Absent where a condition could not be read. */
  tests?: RowTest[];
}

/** A parameter by which a function is told to let strangers through. */
export interface Lenience {
  param: number;
  /** The truth of what is handed with which it asks of nobody. */
  when: boolean;
  /** What it is where nothing is handed, if that is true. */
  standard?: true;
  /** Something else in the function refuses strangers whatever it is. */
  partly?: true;
}

export interface FunctionSummary {
  id: string;
  name: string;
  /** Guards that hold once the function has returned normally. */
  guards: GuardEvidence[];
  /** What a comment in front of it says of who may call it. */
  stated?: 'public' | 'private';
  /** Why a message that it acts on may be genuine though nothing verifies it here, in plain words. */
  confirms?: string;
  /** It verifies, but leaves the refusal to whoever called it. */
  refusal?: RefusalStyle;
  /** What a call of it evaluates to, if it is a known value (`prisma#client`). */
  returns?: AccessPath;
  /** Functions and routers in the object that a call of it gives, by their names. */
  returnsMembers?: Record<string, AccessPath>;
  /** Identities of those routers. */
  returnsEntities?: Record<string, string>;
  /** Index of the function parameter whose result it gives back, made once and kept. */
  returnsCallOf?: number;
  /** Id of the function it returns (a factory of middleware or a wrapper). */
  returnsFunction?: string;
  /** What stands in the list of middleware that it returns. */
  returnsChain?: HandlerRef[];
  /**
   * Index of the function parameter that it calls, for wrappers; with what it adds around that call. `drops`: nobody has the promise any more that the call
   * gives; `leavesOpen`: it catches a failure and tells neither the caller nor the framework; `logs`: it writes failures down.
   */
  wraps?: { param: number; catches?: boolean; drops?: true; leavesOpen?: true; logs?: true };
  sinks: Sink[];
  /** Tables of which it changes or deletes all rows, itself or in what it calls. */
  wholeWrites?: WholeChange[];
  /** Rows that it changes or takes away by what it is handed, itself or in what it calls. */
  reaches?: RowReach[];
  /** Rows of somebody that it asks for, where it is handed who that is. */
  heeds?: RowHeed[];
  /** Messages that it hands to a bus, by their class (`file#Name`): what runs for them does what it is asked for here. */
  sends?: { message: string; span: Span }[];
  /** What it registers for each row of a table that it is handed. */
  registers?: RowTemplate[];
  /** Records that it leaves for those behind it. */
  loads?: LoadedRecord[];
  /** Members of the request, whose records it changes: that something in front of it left one there, others know. */
  changesLoaded?: { member: AccessPath; span: Span }[];
  /** Whether a handler uses who is calling to choose what it changes, where that can be told. */
  caller?: 'used' | 'unused';
  /** Indexes of parameters with a name for somebody, by which it chooses what it reads or changes. */
  narrowsBy?: number[];
  /** It writes a log line or reports an error. */
  logs: boolean;
  /** The call by which it writes down each request that gets past it, not only those that fail. */
  traces?: string;
  /** Indexes of parameters that it writes to a log as they are (`rest`: the last of them takes all that follow), with the line that does. */
  writesDown?: { params: number[]; rest?: true } & Pick<LogCall, 'library' | 'level' | 'by' | 'redacts'>;
  /** It computes a keyed digest, or something that it calls does (`inside`). */
  digests?: 'itself' | 'inside';
  /** It calls something that makes values unreadable, by its name. */
  masks?: true;
  /** It calls something that may leave a trace, by its name: an audit trail, a telemetry of its own. */
  mayLog?: true;
  /** It can leave by throwing on purpose. */
  throws: boolean;
  /** It can end the request by an exception that a framework waits for, whatever it is given. */
  interrupts?: { library: string; does: 'redirect' | 'not-found' | 'refusal' };
  /** It leaves by throwing whatever it is given. */
  alwaysThrows?: true;
  /** The promise that a call of it gives may reject (or the call throw), as far as one can see. */
  rejects: boolean;
  /** It answers the request itself. */
  replies: boolean;
  /** As an element of a chain: false when nothing behind it ever runs, true when all it does is let requests through or refuse them. */
  passesOn?: boolean;
  /** Texts that it hands to what comes next: `next('router')`. */
  tellsNext?: string[];
  /** Keys of route metadata that it reads; `?` for one that could not be read. */
  metadata?: string[];
  /** Identity of the router or builder it returns. */
  returnsEntity?: string;
  /** Indexes of parameters that it puts into an answer for every call, with the status of that: a number, or the parameter that says it. */
  answers?: { params: number[]; status?: number; statusFrom?: number };
  /** Index of the parameter of which it gives the text, when that is an error of any kind. */
  tellsError?: number;
  /** Status codes that it answers with, when written as numbers. */
  statuses: number[];
  /** Path prefixes that it speaks of, when its name says that it decides by path. */
  paths?: string[];
  /** It gives back a keyed digest of what it is given. */
  macs?: boolean;
  /** Indexes of the parameter that names an entry of the environment, which it reads and gives back, and of what it gives where there is none. */
  setting?: { name: number; fallback?: number };
  /** Indexes of two parameters: it says yes only where they are the same. */
  compares?: [number, number];
  /** Parameters by which it is told to let strangers through. */
  lenience?: Lenience[];
  /** Parameters, or members of them, without which it throws; `role` where that is about what somebody may do. */
  insists?: { index: number; members: string[]; role?: true }[];
  /** Indexes of parameters whose values it only compares or logs: they reach nothing else that it does. */
  inert?: number[];
  /** What it does with passwords and sessions, in it or in what it calls. */
  deeds?: AccountDeed[];
  /** Something that may verify its caller could not be read, in plain words. */
  unread?: string;
  /** Ends the request for those who may not call it, by its name; what it takes for proof was not seen. */
  demands?: true;
  /** A helper that demands something and is called by the function itself. */
  mayAsk?: string;
  /** Of an endpoint: it ends without a value. */
  givesNothing?: true;
  /** Of an endpoint: a member of the request that it reads on from before anything else, as if somebody had put who calls there. */
  relies?: AccessPath;
  /** It gives back what it reads out of a token, or of a text in base64, and verifies nothing. */
  givesDecoded?: true;
  /** Of an endpoint: it looks whether somebody is signed in and goes on either way. */
  servesStrangers?: true;
  /** Of an endpoint by which accounts of other services are connected: where the request says for whom, `body.userId`. */
  namesPerson?: string;
  /** Indexes of parameters that it validates with a schema. */
  validates: number[];
  /** Of those parameters of which it validates members alone, which: `form` where it is handed `{ form }`. `parts`: it gives
   * a schema what it reads of them, which says nothing of a value that is handed over whole. */
  validatesMembers?: Record<number, { names: string[]; parts?: true }>;
  /** It goes by checks of single fields alone: all others stay. */
  validatesFields?: true;
  /** Where these are requests: the parts of them that it validates, if they are known. */
  validatesParts?: string[];
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
