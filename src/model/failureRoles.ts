/** Something that emits `error`. */
export interface EmitterRole {
  /** When it does, in plain words: "an idle connection is cut". */
  fails: string;
  /** Not what the call gives: the first parameter of argument 1, where argument 0 is this event. */
  handed?: string;
  /** It matters where it is piped into something else. */
  piped?: true;
  /** Strangers can make it fail. */
  open?: true;
}

/** How a call ends the request by an exception: whoever catches that in between has to pass it on. */
export interface InterruptRole {
  /** It throws itself, or gives what is to be thrown; or it throws itself since a major version of a package, and gives that before. */
  by: 'itself' | 'thrown' | { package: string; since: number };
  /** Option of an argument that makes it go on when it is `false`. */
  unless?: { arg: number; option: string };
}
