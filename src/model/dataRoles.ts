import type { AccessPath, TaintedSink } from './facts';

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
  /** An id: an object that is written out in its place is looked for as it is, and what stands in it is no operator. */
  isId?: true;
  /** Callers hand it over as a whole on purpose: only a text that is put together of what they send is dangerous. */
  served?: true;
  /** From this major version of the package on it refuses what is dangerous. */
  until?: { package: string; major: number };
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

export interface DataRole {
  operation: 'read' | 'write' | 'raw' | 'ddl';
  many?: boolean;
  /** Where the table or model is named: the member before the method, an argument (`text:0`: where it is written out), or the chain's first call. */
  target?: 'receiver' | number | 'chain' | `text:${number}`;
  /** Chained calls that say what is done instead: without any of them this is. */
  unless?: string[];
  /** Option of argument 0, or chained method, that bounds the number of rows. `arg`: the option is in this one, behind the condition. */
  bound?: { option?: string; arg?: number; chained?: string[] };
  /** Rows that are given at most when nothing bounds them: the rest is left out without a word. */
  capped?: number;
  /** Row level security applies to this client. */
  delegated?: boolean;
  /** It goes around row level security or is an administrator's client. */
  privileged?: boolean;
  /** What says which rows are meant, where `fits` does not: a condition as in there; with `id`, an id may stand in its place. */
  where?: { by: ConditionRole['by']; id?: true };
  /** Policies of the database decide which rows it reaches, unless it is `privileged`. */
  policed?: true;
  /** It changes or takes away every row that fits its condition. */
  fits?: ConditionRole;
  /** Conditions without a value are left out of it, instead of being met by nothing. */
  skipsUndefined?: true;
  /** With `skipsUndefined`: where no key has a value, nothing is asked and an error is thrown. */
  keyed?: true;
  /** It makes, changes or removes accounts of people: who may sign in, and as what. */
  accounts?: true;
  /** The code runs where the data is, and joins are made of such calls: many small ones cost next to nothing. */
  beside?: true;
}

/** Where the condition stands of a call that changes or takes away all rows which fit it. */
export interface ConditionRole {
  /** An argument, an option of one, or the calls chained to it. */
  by: number | { arg: number; option: string } | 'chain';
  /** Names of chained calls that leave the rows as they are: any other one may narrow them. */
  neutral: string[];
  /** Its chain has to begin with a call of this name. */
  from?: string;
  /** It throws unless it is told on purpose that all rows are meant, by an empty condition. */
  explicit?: true;
  /** Its service refuses it without a condition, wherever that is not too old: in plain words. */
  refused?: string;
}

export interface OutboundRole {
  /** Where a time limit can be given: an option of an argument, of the client's constructor, a chained call, or a member that somebody assigns. */
  timeout?: {
    /** Where its options stand; of several places the last that is given. */
    arg?: number | number[];
    options?: string[];
    constructorOption?: string;
    /** `timeout`, or `pipe(timeout)` for a call among the arguments of another. */
    chained?: string[];
    /** Chained calls whose arguments may limit it. */
    plugins?: string[];
    assigned?: string;
    /** Where its client is made, something may limit all of its calls: how, in plain words. */
    elsewhere?: string;
  };
  /** Default limit in milliseconds, 0 for none; from the library's source. */
  defaultMs: number;
  /** It is under way once it is called, and gives a promise that rejects when it fails. */
  promises?: true;
  /** Does it throw on a non-2xx answer? */
  throwsOnStatus?: boolean;
  /** Argument that holds the address. */
  url?: number | `option:${string}`;
  paid?: boolean;
  /** It is paid for where the address begins like this. */
  paidAt?: RegExp;
  /** Part of a request only matters in a server. */
  kind?: 'http' | 'sdk' | 'database' | 'mail';
}
