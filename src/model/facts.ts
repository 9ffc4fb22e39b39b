import type { ConfigurationFacts } from './configuration';
import type { DatabaseFunction, PolicyFact, TableFact } from './database';
import type { Span } from './finding';
import type { FunctionPlace, FunctionSummary } from './functionFacts';
import type { AccessPath, HandlerRef } from './guardFacts';
import type {
  AsyncCallback,
  CatchFact,
  CaughtInterrupt,
  DataAccess,
  ErrorLeak,
  FloatingPromise,
  OutboundCall,
  RequestInput,
  ResultUse,
  WholeWrite,
} from './handlerFacts';
import type { OwnedTable, RowAccess } from './ownershipFacts';
import type { Decoration, MessageHandler, MountFact, Route, RouteFact, ServerMade, TableRow } from './routeFacts';
import type {
  CallerProof,
  ChosenRole,
  EnvCheck,
  EnvSchema,
  EnvRead,
  GuessableSecret,
  PasswordDigest,
  PlainPassword,
  SessionIssue,
  SessionRead,
} from './accountFacts';
import type {
  ChargedAmount,
  ConnectionMade,
  CorsPolicy,
  EmitterMade,
  ErrorListener,
  EscapingSwitch,
  FloatColumn,
  LogCall,
  RejectionListener,
  ErrorFormat,
  RequestedAmount,
  SecretLiteral,
  ServerLogger,
  TaintedSink,
  UploadFact,
} from './valueFacts';

export * from './accountFacts';
export * from './functionFacts';
export * from './guardFacts';
export * from './handlerFacts';
export * from './ownershipFacts';
export * from './routeFacts';
export * from './valueFacts';

/** All facts that rules may ask for, by kind. */
export interface FactKinds extends ConfigurationFacts {
  route: RouteFact;
  linkedRoute: Route;
  mount: MountFact;
  tableRow: TableRow;
  messageHandler: MessageHandler;
  decoration: Decoration;
  serverMade: ServerMade;
  asyncCallback: AsyncCallback;
  floatingPromise: FloatingPromise;
  resultUse: ResultUse;
  catch: CatchFact;
  caughtInterrupt: CaughtInterrupt;
  errorLeak: ErrorLeak;
  requestInput: RequestInput;
  outboundCall: OutboundCall;
  dataAccess: DataAccess;
  wholeWrite: WholeWrite;
  taintedSink: TaintedSink;
  escapingSwitch: EscapingSwitch;
  secret: SecretLiteral;
  logCall: LogCall;
  table: TableFact;
  policy: PolicyFact;
  databaseFunction: DatabaseFunction;
  sessionRead: SessionRead;
  sessionIssue: SessionIssue;
  passwordDigest: PasswordDigest;
  plainPassword: PlainPassword;
  guessableSecret: GuessableSecret;
  callerProof: CallerProof;
  rejectionListener: RejectionListener;
  errorFormat: ErrorFormat;
  serverLogger: ServerLogger;
  emitter: EmitterMade;
  errorListener: ErrorListener;
  cors: CorsPolicy;
  upload: UploadFact;
  connection: ConnectionMade;
  floatColumn: FloatColumn;
  chargedAmount: ChargedAmount;
  requestedAmount: RequestedAmount;
  chosenRole: ChosenRole;
  rowAccess: RowAccess;
  ownedTable: OwnedTable;
  envRead: EnvRead;
  envCheck: EnvCheck;
  envSchema: EnvSchema;
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
  /** The elements of a list of middleware: `[authenticate, requireRole('admin')]`. */
  handlers?: HandlerRef[];
  /** The rows of a table that may drive registrations; the elements of a list in such a row. */
  rows?: ExportFact[];
  /** Of such a row: by what its file knows it, and that file where it is another one. */
  row?: { key: string; file?: string };
  /** Of a model: what columns of it are limited to, by column. */
  limits?: Record<string, string[]>;
  /** Of such a row, or of an object in it: what it holds, by name. */
  members?: Record<string, ExportFact>;
}

/** A class of the project, as other files may depend on it. */
export interface ClassFact {
  name: string;
  span: Span;
  extends?: AccessPath;
  implements?: AccessPath[];
  /** Methods that it leaves to those who extend it. */
  abstract?: string[];
  /** Method name → function id. */
  methods: Record<string, string>;
  /** Property name → path of its value. */
  members: Record<string, AccessPath>;
  /** Property name → text that it keeps. */
  texts?: Record<string, string>;
  /** Property name → the handler that a wrapper makes of a function: `list = asyncHandler(async (req, res) => …)`. */
  handlers?: Record<string, HandlerRef>;
  decorators: { name: string; path?: AccessPath; args: string[]; span: Span }[];
  /** What controllers that extend it have of it. */
  handsDown?: HandedDown;
}

/** Guards on a class, and its methods with routes: controllers that extend it have both. */
export interface HandedDown {
  guards: HandlerRef[];
  routes: {
    method: string;
    library: string;
    entry: RouteFact['entry'];
    methods: string[];
    paths: string[];
    name?: string;
    chain: HandlerRef[];
    fn: string;
    openKeys?: string[];
    markers: string[];
  }[];
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
