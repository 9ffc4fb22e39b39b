import type { Span } from './finding';
import type { AccountDeed, FactBase } from './functionFacts';
import type { AccessPath, FunctionRef, GuardEvidence, GuardKind, GuardLevel, HandlerRef, Presence, Sink } from './guardFacts';

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
  /** A comment says that it is for those who are signed in. */
  statedPrivate?: true;
  /** Names and keys of the metadata that declare it open: only guards that read one of them heed it. */
  openKeys?: string[];
  /** Kinds of guards that leave it alone: `@SkipThrottle()`. */
  lifts?: GuardKind[];
  /** Names and keys of all metadata that decorators set on it; `?` among them where one could not be read. */
  markers?: string[];
  /** Versions that it is written for. */
  versions?: string[];
  /** Class that it is a method of, as `file#Name`. */
  owner?: string;
  /** What the platform checks before it. */
  upstream?: { level: GuardLevel; name: string };
  /** Why it reads as if only the server called it. */
  internal?: string;
  /** It is an endpoint only where a server that was read leads to it: what it is registered on may be something else. */
  loose?: true;
  /** Guards that stand as comments where it is registered. */
  disabled?: GuardEvidence[];
  /** The row of a table of another file that it was made of. */
  row?: { file: string; key: string };
  /** The function (`file#id`) that registers it for each row of a table that it is handed: where somebody hands it one, the rows stand for it. */
  template?: string;
  /** The function that registers it, for a row that it is handed here. */
  fills?: string;
  /** The part to point at: `router.post('/orders'`, a handler's name. */
  head?: Span;
}

/** A row of an exported table of routes, which other files may register. */
export interface TableRow extends FactBase {
  kind: 'tableRow';
  /** Name of the export and places in it: `userRoutes.2`. */
  key: string;
}

/** A function that runs for each message of a class that is handed to a bus. */
export interface MessageHandler extends FactBase {
  kind: 'messageHandler';
  /** The class of the message, as `file#Name`. */
  message: string;
  handler: FunctionRef;
}

/** Something that is added to an application under a name, for others to take it from there. */
export interface Decoration extends FactBase {
  kind: 'decoration';
  /** Where it is found: `fastify#app.requireUser`. */
  path: AccessPath;
  handlers: HandlerRef[];
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
  /** As in routes: the function that mounts it for each row of a table that it is handed. */
  template?: string;
  fills?: string;
  /** Routers or plugins that are mounted here. */
  mounts: string[];
  /** `before` covers later registrations only; `context` covers the whole encapsulation context. */
  reach: 'before' | 'context' | 'global';
  /** It runs for what is registered here with this parameter in its path. */
  param?: string;
  /** Matchers (file middleware), as written; absent means everything. */
  matchers?: string[];
  /** Matchers for requests with certain headers, cookies or hosts only. */
  partial?: string[];
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
  /** What was registered before it does not have that prefix: `new Hono().get('/', …).basePath('/v2')`. */
  following?: true;
  /** The mounted entity is the registrar itself under another name (an app handed to a function, a router that a function makes). */
  alias?: boolean;
  /** The registrar is made by a call of a function of the project, which makes another one each time. */
  made?: true;
  /** The registrar stands for each of what it mounts: elements of a list that a function is handed. */
  each?: true;
  /** Of such elements: texts that they keep, by element and member. */
  texts?: Record<string, Record<string, string>>;
  /** The prefix is what each of these elements keeps under this name: `app.use(controller.path, controller.router)`. */
  prefixMember?: string;
  /** What it mounts is one connection of a server of sockets. */
  connection?: true;
  /** Comment or marker that declares open to all what it mounts. */
  declaredPublic?: string;
  /** The mounted context shares hooks with the registrar (`fastify-plugin`). */
  shared?: boolean;
  /** Only the path itself is covered, not what lies beneath it (`app.all`). */
  exact?: boolean;
  /** Not a mount: what the framework does of this kind for all routes is turned off. */
  lifts?: GuardKind;
  /** It runs for routes of this kind only. */
  entry?: RouteFact['entry'];
  /** Middleware of a route module: it runs for its own routes and for those of the modules inside it. */
  inside?: true;
  /** What functions are given by the same call that may run for routes, by parameter and member (`0`, `1.guards.user`). */
  given?: { to: string; args: Record<string, HandlerRef[]> }[];
  /** A module is placed at the prefix: the modules around it, outermost first. */
  within?: string[];
}

/** Where an application is made that serves requests by itself. */
export interface ServerMade extends FactBase {
  kind: 'serverMade';
  library: string;
  /** What routes are registered on, as they name it. */
  registrar?: string;
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
  markedBy?: string;
  /** Settings of a route by which it passes over that. */
  sparedBy?: string[];
  ofKnown?: true;
  believes?: true;
  decoded?: true;
  unsure?: true;
  unset?: string;
  /** Of what reads bodies: it takes any size, for all that can be told. */
  unbounded?: true | 'unsure';
  /** Of a check of what is sent: it refuses nothing, and notes what it finds for others. */
  noted?: true;
  /** Of a check of what is sent: it goes by the classes that parameters are declared to be of. */
  byClass?: true;
  /** Of a check of what is sent: the parts of the request that it checks, where it does not check all of it. */
  parts?: readonly string[];
  /** Of a check of what is sent: its schema keeps fields that it does not describe. */
  keeps?: true;
  /** Of a check of what is sent: it lets fields through that nobody has described, unless this option is given. */
  keepsUnlessTold?: string;
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
  /** Its router is mounted more than once: this is one of several paths. */
  isOneOfMany?: true;
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
  /** What its framework would do, and does not by its configuration. */
  lifted?: GuardKind[];
  /** Other roles by kind. */
  roles: Partial<Record<GuardKind, Verdict>>;
  sinks: (Sink & { file: string })[];
  /** Whether its handler uses who is calling to choose what it changes, where that can be told. */
  caller?: 'used' | 'unused';
  /** Something in front of its handler, by its name, that may look whose the row is which is asked for. */
  mayLook?: string;
  /** Tables that what stands in front of its handler reads, as in `RowAccess`, before it refuses some. */
  readBefore?: string[];
  /** What its handler does with passwords and sessions. */
  deeds?: AccountDeed[];
  /** Why it is meant to be open, if it is. */
  publicIntent?: string;
  /** A comment says that it is for those who are signed in. */
  statedPrivate?: true;
  /** The file by which the platform calls it on a schedule: it is a job that anybody may start. */
  schedule?: string;
  /** The part to point at. */
  head: Span;
  /** Id of the group of siblings: registrar or directory. */
  group: string;
}
