import type { AccessPath, GuardKind, RouteFact } from './facts';

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
  /** Only functions that register something on the first parameter, which has no type, by such methods: `app.get('/orders', list)`. */
  registers?: RegExp;
}

/** An option that says how long bodies may be, and what stands in front of handlers where it is a limit that nothing reaches. */
export interface BodyBound {
  option: string;
  boundless: AccessPath;
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
  /** Option that holds settings of the route, for hooks to look at; `guards`: what some of them ask for, unless they are `false`. */
  settings?: { arg: number; option: string; guards?: Readonly<Record<string, { path: AccessPath; kind: GuardKind }>> };
  /** Options that hold schemas; `parts` names the part of the request that each member of theirs is for, where others check nothing that is sent. */
  schemas?: { arg: number; options: string[]; parts?: Readonly<Record<string, string>> };
  /** Option that says how long bodies may be, whatever the server says. With the index of the options argument. */
  bodies?: BodyBound & { arg: number };
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

/** What runs of a class or an instance that is given to a framework. */
export interface ClassMethod {
  method: string;
  /** It runs around a handler, whose answer it may change, and refuses by throwing alone. */
  onlyThrows?: true;
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
  /** Argument 0 names a parameter of paths: it runs for what is registered here with that parameter, whatever the order. */
  param?: boolean;
  /** Only the hook names that see requests before the handler count. */
  hookNames?: string[];
  /** Those that see them when the handler is done. */
  lateHooks?: string[];
  params?: AccessPath[];
  /** Method of the classes or instances given that runs. */
  runs?: ClassMethod;
  /** It runs for entries of this kind alone. */
  entry?: RouteFact['entry'];
}

export interface DecoratorRole {
  /** On a class: all methods with route decorators are routes under this prefix. */
  controller?: boolean;
  /** Methods of such a class that run when somebody connects, before all others. */
  connection?: string[];
  /** On a class: its members are the columns of a table. */
  table?: true;
  /** On a class: this method of it runs for each job. */
  runs?: string;
  /** On a class: this method of it runs for messages of the class that is the first argument. */
  handles?: string;
  /** On a method: this member of what it returns says where the browser is sent. */
  redirects?: string;
  /** On a method: a text that it returns is sent as a page, except where one of these packages serves. */
  page?: { unless: string[] };
  /** On a method: a route with these methods. */
  route?: { methods: string[]; entry?: RouteFact['entry'] };
  /** Arguments are guards: classes or instances, of which this method runs. */
  guards?: ClassMethod;
  /** Names the versions that a route is for. */
  version?: boolean;
  /** Guards of this kind leave the route alone, unless an object as its argument says otherwise. */
  lifts?: GuardKind;
  /** Declares the route open. */
  public?: boolean;
  /** On a parameter: what it holds. */
  param?: AccessPath;
  /** On a parameter that is given one of these among the arguments: what it holds instead. */
  converted?: { by: AccessPath[]; param: AccessPath };
  /** Arguments validate, the project's own classes by this method. */
  pipes?: ClassMethod;
  /** Marks a class whose instances answer `true` or refuse. */
  guardClass?: boolean;
  /** Stands for the decorators it is given. */
  composes?: boolean;
  /** Sets metadata: a name that says so declares the route open. */
  metadata?: boolean;
}

/** What a framework itself puts in front of an endpoint. */
export interface InFront {
  /** What it stands for in the tables of guards, and how it is called. */
  path: AccessPath;
  name: string;
  /** Only from this version of the package on: major and minor. */
  since?: { packages: string[]; version: readonly [number, number] };
  /** Only where the file exports this as well. */
  beside?: string;
  /** Only unless this member of what the file exports is `false`. */
  unless?: { name: string; member: string };
}

/** Files that are entries because of where they are. */
export interface FileRoute {
  /** Matches the path below the package folder. */
  pattern: RegExp;
  /** `methods`: exports named like HTTP methods; `exports`: those that `exports` names; `default`: the default export; `call`: a call registers the handler, or the default export has it as `fetch`; `actions`: every export of a `use server` file. */
  shape: 'methods' | 'exports' | 'default' | 'call' | 'actions' | 'middleware';
  /** What the framework puts in front of its endpoints. */
  inFront?: InFront;
  /** By name. `members`: an object of handlers, each with an address of its own; `guards`: middleware for this route and those inside it. */
  exports?: Record<string, { methods?: string[]; members?: boolean; guards?: boolean; inFront?: InFront }>;
  /** Method that the name of the file says. */
  method?: (match: RegExpMatchArray) => string | undefined;
  /** The caller is sent what the handler returns. */
  answers?: boolean;
  /** Where an export of this name is `true`, what would answer GET runs when the application is built, and what it gave is served as a file. */
  prerendered?: string;
  /** Of middleware: what it checks is not to be relied on alone. `bypassed`: versions of the package in which requests get around it. */
  optimistic?: { package: string; bypassed: { fixedIn: string[]; advisory: string } };
  /** Only in packages that depend on one of these; absent means those of the library. */
  packages?: string[];
  /** Route path from the file path. */
  path: (match: RegExpMatchArray, file: string) => string;
  entry: RouteFact['entry'];
  params: AccessPath[];
  /** Of `actions`, which take any number of arguments: the value of each. */
  each?: AccessPath;
  /** Other values for handlers with a certain number of parameters. */
  paramsByCount?: Record<number, AccessPath[]>;
  /** Packages whose servers keep code of their own in such places. What imports one of `despite` is an entry all the same. */
  without?: { packages: string[]; despite: string[] };
  /** Only functions whose first parameter has such a name or type, or that have such a name themselves: anything may be exported there. */
  takes?: RegExp;
  /** For `call`: callee paths. */
  callees?: AccessPath[];
}
