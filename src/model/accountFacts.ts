import type { Span } from './finding';
import type { FactBase } from './functionFacts';
import type { Presence } from './guardFacts';

/** A setting of the environment that server code uses as if it were certain to be there. */
export interface EnvRead extends FactBase {
  kind: 'envRead';
  name: string;
  /** A type says that it is there; an empty text takes its place. */
  how: 'asserted' | 'emptied';
  /** Patterns of the ways in which the file can speak of it: the setting itself and what it is kept in. */
  spelled: string[];
}

/** A password is turned into a digest that takes no work, to be stored or to be compared with one that is. */
export interface PasswordDigest extends FactBase {
  kind: 'passwordDigest';
  library: string;
  /** As people write it: `MD5`, `SHA-256`. */
  algorithm: string;
  /** As written: `req.body.password`. */
  label: string;
  /** Something else goes into it: a salt. */
  salted: boolean;
}

/** A password is kept as people type it: it is compared with what was sent, or rows are looked for by it. */
export interface PlainPassword extends FactBase {
  kind: 'plainPassword';
  how: 'compared' | 'looked-up';
  /** As written: `user.password`, `User.findOne`. */
  label: string;
  /** It opens a thing, a link or a room, and not the account of somebody. */
  ofThing?: true;
}

/** Something that lets its holder in is made of nothing but what others can tell. */
export interface GuessableSecret extends FactBase {
  kind: 'guessableSecret';
  /** What it is called: `otp`, `resetToken`. */
  name: string;
  /** What it is made of: a generator whose next value follows from a few others, or the time alone. */
  from: 'random' | 'time';
  /** The calls that it is made of. */
  calls: Span[];
  /** It may only tell one visit from another: nothing says that it lets anybody in. */
  mayBeLabel?: true;
  /** It may run in a browser. */
  anywhere?: true;
}

/** Code that looks at the settings of the environment as a whole before they are used. */
export interface EnvCheck extends FactBase {
  kind: 'envCheck';
  /** What looks at them, as written. */
  by: string;
  /** Names of those without which it fails; absent where that could not be read. */
  demands?: string[];
}

/** A schema of settings, wherever it is applied. */
export interface EnvSchema extends FactBase {
  kind: 'envSchema';
  /** Names of those without which it fails in production. */
  demands: string[];
}

/** Who the caller is, taken from something that nobody has verified. */
export interface SessionRead extends FactBase {
  kind: 'sessionRead';
  library: string;
  /** As written: `supabase.auth.getSession`. */
  label: string;
  /**
   * A session as the client sent it, a token that is only decoded, a cookie that is only there, data that people write themselves, or what a
   * request says of the rights of its sender.
   */
  from: 'session' | 'token' | 'cookie' | 'metadata' | 'flag';
  /** Of a flag: where it is sent. */
  place?: 'cookie' | 'header' | 'query' | 'body';
  /** What verifies, where the library has such a thing. */
  instead?: string;
  /** Something depends on who it says the caller is; absent where it is verified as well or only handed on. */
  believed: Presence;
  /** Nobody is refused by it, and all data is asked for with the token itself, which the database verifies. */
  harmless?: true;
}

/** A handler gives a session, or something that lets in, for an account that the request names. */
export interface SessionIssue extends FactBase {
  kind: 'sessionIssue';
  /** What the account is named by: `email`. */
  by: string;
  /** Where the account is looked for, or named. */
  lookup: Span;
  /** No account is looked for: what is signed may also be a ticket for something else. */
  claimed?: true;
  /** Something proves that it is the caller's; unknown where something may. */
  proof: Presence;
  /** The proof is one of the conditions of that look, and the library leaves out conditions without a value. */
  leftOut?: { name: string; library: string; span: Span };
}

/** Something by which callers are told from each other. */
export interface CallerProof extends FactBase {
  kind: 'callerProof';
  /** A cookie, which browsers send along whichever page asks, or a header that the caller's code adds. */
  by: 'cookie' | 'header';
}

/** A write stores the role or the rights of an account as the request says them. */
export interface ChosenRole extends FactBase {
  kind: 'chosenRole';
  column: string;
  /** The value as written. */
  label: string;
  /** An account is made. */
  makes: boolean;
  /** It is the account of whoever is calling. */
  ofCaller: boolean;
}
