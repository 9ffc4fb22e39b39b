import type { Span } from './finding';

/** A protection is present, absent, or we could not tell. Unknown is never a gap and never a pass. */
export type Presence = 'present' | 'absent' | 'unknown';

/**
 * How well a caller is identified, weakest first; SECRET (signature or shared secret), RLS (delegated to row level
 * security) and PUBLIC_DECLARED (somebody said so) stand beside the ladder.
 */
export type GuardLevel = 'NONE' | 'PRESENCE_ONLY' | 'OPTIONAL' | 'AUTHENTICATED' | 'OWNER' | 'ROLE' | 'SECRET' | 'RLS' | 'PUBLIC_DECLARED';

/** Paths that a guard looks at: what they begin with, and such as are meant with nothing beneath them. */
export interface SomePaths {
  paths: string[];
  exact?: string[];
}

/** What a guard protects. */
export type GuardKind =
  'authentication' | 'validation' | 'rate-limit' | 'signature' | 'csrf' | 'body-limit' | 'error-handling' | 'logging' | 'cors' | 'headers';

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
  /** Of a wrapper that is passed by a name: that name (`protect = asyncHandler(…)`). */
  alias?: string;
  /** String constants among the arguments (`requireRole('admin')`). */
  args?: string[];
  /** It lets fields through that its schema does not describe. */
  keeps?: true;
  /** It checks fields that are described and lets all others through: the option that would drop them. */
  keepsUnlessTold?: string;
  /** Of a wrapper: whether it looks after the rejection of what it is given; absent when nobody can tell. */
  catches?: boolean;
  /** Of a wrapper: it keeps the promise of what it is given from everybody else. */
  drops?: true;
  /** Of a wrapper: it catches a failure and leaves the request without an answer. */
  leavesOpen?: true;
  /** Of a wrapper: it writes down how what it is given fails. */
  logs?: true;
  /** Of a check of what is sent: it goes by the classes that parameters are declared to be of. */
  byClass?: true;
  /** Of a check of what is sent: the parts of the request that it checks; absent where that is all of it, or nobody can tell. */
  parts?: readonly string[];
  /** It was written out, but what stands there could not be resolved. */
  unresolved?: boolean;
  /** The parameter, or the member of one, that holds it: `src/users.ts#makeUsers.param0.guards.user`. What that is, is said where the function is called. */
  held?: string;
  /** What stands there when nothing is given. */
  otherwise?: HandlerRef[];
  /** It is what a call of the parameter gives. */
  called?: true;
  /** What it gives back decides whether requests go on. */
  heeded?: true;
  /** Of a guard: what decides instead of it whom it lets through. */
  decides?: HandlerRef[];
  /** Of a guard: it was made without the option that makes it one, or what it was made with could not be read. */
  idle?: 'off' | 'unread';
  /** It passes over these paths, and over some only for these methods. No paths: which ones could not be read. */
  except?: SomePaths & { pairs?: (SomePaths & { methods: string[] })[] };
  /** It runs when the handler is done: to look at the answer, or at what failed. */
  behind?: 'answer' | 'failure';
  /** The server itself writes requests down; `unknown` where its options decide in a way that could not be read. */
  traces?: Exclude<Presence, 'absent'>;
  /** Of a guard that a class of the project extends: the class lets everybody through. */
  overruled?: true;
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
  /** It makes, changes or removes accounts of people, with the rights of an administrator. */
  accounts?: true;
  /** It tells somebody something: a mail. */
  notifies?: boolean;
  /** It shows what everybody may see, counts how often that was looked at, or happens once, whoever asks first. */
  open?: boolean;
  /** It notes what happened in a log, which matters only where nothing else does. */
  trace?: true;
  /**
   * It notes what a page does by the way: that it was looked at, what was searched for, when somebody was last seen, or what was missing
   * and can be worked out. Behind an address that is only read nobody asked for that change.
   */
  bookkeeping?: true;
  span: Span;
}

/**
 * How a guard was put out of action: written as a comment, behind a condition that never holds, where nothing gets to, or followed by what it
 * should have kept its caller from.
 */
export type Disabled = 'comment' | 'never' | 'unreachable' | 'goes-on' | 'note';

/** What in a function identifies or admits its caller. */
export interface GuardEvidence {
  kind: GuardKind;
  level: GuardLevel;
  /** Name of the primitive or helper as written. */
  name: string;
  span: Span;
  /** It takes the word of something that another rule speaks of. */
  unverified?: true;
  /** It is there and does nothing; its level is NONE. `known`: what it names is a guard. `answer`: what it should have ended with. */
  disabled?: { how: Disabled; known: boolean; answer?: Span };
  /** It holds for some paths: only those, or all except those. No paths: which ones could not be read. */
  when?: SomePaths & { mode: 'only' | 'except' };
  /** It holds for some methods. */
  methods?: { mode: 'only' | 'except'; names: string[] };
  /** It holds for endpoints that have metadata under this key; `?` for one that could not be read. */
  markedBy?: string;
  /** Settings of a route by which it passes over that. */
  sparedBy?: string[];
  /** It refuses some of those who are known and no strangers: it counts where something else finds out who calls. */
  ofKnown?: true;
  /** It is what the function gives back, or a part of that, which refuses nobody by itself; `identity`: it was found elsewhere, and counts where that decides. */
  handed?: 'whole' | 'part' | 'identity';
  /** It looks whether somebody is there whom something in front of it has found out. */
  believes?: true;
  /** Whom it lets in it leaves in the request as a token says that was only decoded. */
  decoded?: true;
  /** It may be there: a name says so, or what it finds out may not be heeded. */
  unsure?: true;
  /** Of what reads bodies: it takes any size, for all that can be told. */
  unbounded?: true | 'unsure';
  /** The setting of the environment without which it asks nothing of anybody. */
  unset?: string;
}
