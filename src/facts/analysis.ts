import { ts } from 'ts-morph';
import type { ClassFact, ExportFact, FunctionRef, FunctionSummary, HandlerRef } from '../model/facts';
import type { Span } from '../model/finding';
import { addTo } from '../model/grouping';
import type { CallRole, ReadRole } from '../model/library';
import { exportsOf, type ExportEntry } from '../syntax/exports';
import { bare, label } from '../syntax/nodes';
import { outlineOf, type FunctionInfo, type Outline } from '../syntax/outline';
import { spanOf } from '../syntax/ranges';
import type { ProjectLookup } from '../syntax/accessPaths';
import { Resolver } from '../syntax/resolve';
import { CallMeanings } from './callMeanings';
import { constantText } from './constantText';
import type { FileContext, Project } from './fileContext';
import { FileEntries } from './fileEntries';
import { PageMakers } from './pageMakers';
import { membersAssigned } from './tracedRequestMembers';
import { FunctionLookup } from './functionLookup';
import { HandlerRefs } from './handlerRefs';
import { OwnFunctions } from './ownFunctions';
import { ParameterValues } from './parameterValues';
import type { Stopwatch } from './stopwatch';
import { LazyCallSite, type CallSite } from './callSite';
import { referredFunction } from './references';
import { partsOf } from './parts';
import { memberNamed, type Returned } from './returns';
import type { Tables } from './tables';
import { TextTests } from './textTests';

export interface Parts {
  all: readonly FunctionInfo[];
  sites: readonly CallSite[];
}

/** An expression that reads something with a meaning. */
export interface Read {
  node: ts.Expression;
  role: ReadRole & { library: string };
}

export type { CallSite } from './callSite';

/** One file under analysis: tree, names, calls and function summaries, each worked out once and on demand. */
export class FileAnalysis {
  readonly outline: Outline;
  readonly resolver: Resolver;
  readonly sites: CallSite[] = [];
  /** What its functions do. */
  readonly own = new OwnFunctions(this);
  readonly functions = new FunctionLookup(this);
  readonly values = new ParameterValues(this);
  private readonly tests: TextTests;
  /** What it is to frameworks because of where it stands. */
  readonly placed = new FileEntries(this);
  readonly pageMakers: PageMakers = new PageMakers(this);
  private readonly refs = new HandlerRefs(this);
  private readonly meaningOf = new CallMeanings(this);
  private readonly siteByNode = new Map<ts.Node, CallSite>();
  /** Functions known to answer requests, with how they are reached. */
  entries = new Map<FunctionInfo, 'handler' | 'job' | 'webhook'>();
  /** Those of them whose callers are sent what they return. */
  answering = new Set<FunctionInfo>();
  /** The one statement that an edit changed; without it all code is new. */
  private readonly changed: ts.Statement | undefined;
  /** The analysis of the text before the edit, until what is known of it is taken over: kept longer, it would keep all texts before it. */
  private before: FileAnalysis | undefined;
  private readonly knownImports: ReadonlySet<string> | undefined;
  /** Are its calls resolved? Before that nothing can be said of its functions. */
  prepared = false;
  /** Is it known which functions answer requests? Before that their summaries may be short of something. */
  ready = false;
  /** An unchanged function got other parameters: what was worked out about it no longer holds. */
  disturbed = false;
  private means: { all: CallSite[]; by: Map<string, CallSite[]> } | undefined;
  /** Names of functions and classes whose uses in the file were looked at, with the places that asked: other statements decide what is said there. */
  readonly askedFor = new Map<string, Set<number>>();
  private assignedCache: ReadonlySet<string> | undefined;
  private readonly partsCache = new Map<FunctionInfo, Parts>();
  private importsCache: Set<string> | undefined;
  /** What exports stand for, as far as it was asked; see `exportFact`. */
  readonly exportFacts = new Map<string, ExportFact>();
  /** What others may know of its classes, as far as it was asked; see `classFact`. */
  readonly classFacts = new Map<string, ClassFact | 'busy'>();
  private exportsCache: ExportEntry[] | undefined;
  private readsCache: Read[] | undefined;

  constructor(
    readonly source: ts.SourceFile,
    readonly context: FileContext,
    readonly tables: Tables,
    readonly project: Project,
    readonly watch: Stopwatch,
    earlier?: { analysis: FileAnalysis; changed: ts.Statement },
  ) {
    this.before = earlier?.analysis;
    this.changed = earlier?.changed;
    this.tests = new TextTests(source.text);
    if (earlier) this.tests.inherit(earlier.analysis.tests, this.text);
    this.knownImports = earlier?.analysis.imports;
    // An edit that gives other members values is no edit of one statement alone.
    this.assignedCache = earlier?.analysis.assignedCache;
    this.outline = outlineOf(source, earlier && { outline: earlier.analysis.outline, changed: earlier.changed });
    this.resolver = new Resolver(context.file, this.outline, tables, {
      ...lookups(project),
      uses: (packages) => this.inForce(packages),
      returns: (ref) => (ref.file === context.file ? this.own.ownReturn(ref.id)?.path : project.returns(ref)),
      returnsEntity: (ref) => (ref.file === context.file ? this.own.ownReturn(ref.id)?.entity : project.returnsEntity(ref)),
      returnsMember: (ref, name) =>
        ref.file === context.file ? memberNamed(this.own.ownReturn(ref.id)?.members, name) : project.returnsMember(ref, name),
      returnsMemberEntity: (ref, name) =>
        ref.file === context.file ? memberNamed(this.own.ownReturn(ref.id)?.entities, name) : project.returnsMemberEntity(ref, name),
      returnsCallOf: (ref) => (ref.file === context.file ? this.own.ownReturn(ref.id)?.callOf : project.returnsCallOf(ref)),
    });
  }

  /** Resolves all calls. Kept apart from construction so that files of an import cycle can ask for each other's exports. */
  prepare(): this {
    if (this.before && this.changed) this.carryOver(this.before, this.changed);
    this.before = undefined;
    // Others may have asked before parameters were known.
    if (!this.changed) this.resolver.forgetPaths();
    this.values.assignDecorated();
    this.values.assignShapes();
    this.values.assignFileRoutes();
    this.values.assignCaught();
    if (this.resolveCalls()) {
      // A handler that stands above its registration was looked at before its parameters were known.
      this.resolver.forgetPaths();
      this.sites.length = 0;
      this.resolveCalls();
    }
    this.prepared = true;
    if (!this.changed) this.own.forgetSummaries();
    for (const fn of this.outline.functions) this.own.forget(fn);
    return this;
  }

  /** Takes over what is known of functions in unchanged statements, and what those statements say of changed ones. */
  private carryOver(analysis: FileAnalysis, changed: ts.Statement): void {
    // Handed on instead of copied: a large file has hundreds of functions, and nobody asks the analysis before any more.
    this.entries = analysis.entries;
    this.answering = analysis.answering;
    this.own.inherit(analysis.own);
    this.resolver.inherit(analysis.resolver);
    // A named function may be registered by another statement.
    for (const fn of ts.isExpressionStatement(changed) ? [] : this.outline.functions) {
      const old = fn.parent ? undefined : analysis.outline.byId.get(fn.id);
      const parameters = old && analysis.resolver.parameters.get(old.node);
      if (parameters) this.resolver.parameters.set(fn.node, parameters);
      const entry = old && analysis.entries.get(old);
      if (entry) this.entries.set(fn, entry);
      if (old && analysis.answering.has(old)) this.answering.add(fn);
    }
    for (const [statement, piece] of analysis.outline.pieces)
      if (!this.outline.pieces.has(statement)) for (const fn of piece.functions) this.forget(fn);
  }

  /** Forgets a function that is gone. */
  private forget(fn: FunctionInfo): void {
    this.entries.delete(fn);
    this.answering.delete(fn);
    this.own.forget(fn);
    this.resolver.parameters.delete(fn.node);
  }

  /** The text that facts are looked for in: after an edit, only that of the changed statement. */
  get text(): string {
    return this.changed ? this.source.text.slice(this.changed.pos, this.changed.end) : this.source.text;
  }

  /** May the whole text hold what a pattern finds? For patterns that are kept, and match within one statement. */
  mayHold(pattern: RegExp): boolean {
    return this.tests.mayHold(pattern);
  }

  /** Names of the members that the whole text gives values. */
  get assignedMembers(): ReadonlySet<string> {
    return (this.assignedCache ??= membersAssigned(this.source.text));
  }

  /** Notes that what is said at a node depends on the uses of a name, wherever they stand. */
  asked(name: string, at: ts.Node): void {
    const places = this.askedFor.get(name);
    if (places) places.add(at.pos);
    else this.askedFor.set(name, new Set([at.pos]));
  }

  /** Does a node stand in code that was looked at before an edit? Facts about it are known. */
  isKnown(node: ts.Node): boolean {
    return this.changed !== undefined && (node.pos < this.changed.pos || node.end > this.changed.end);
  }

  get file(): string {
    return this.context.file;
  }

  /** Path of the file below its package folder. */
  get innerPath(): string {
    return this.context.packageDir ? this.file.slice(this.context.packageDir.length + 1) : this.file;
  }

  span(node: ts.Node): Span {
    return spanOf(node, this.source);
  }

  label(node: ts.Node, limit?: number): string {
    return label(node, this.source, limit);
  }

  site(node: ts.Node): CallSite | undefined {
    return this.siteByNode.get(node);
  }

  /** Calls that mean something to a library, in document order. To be asked once calls are resolved. */
  get meaningful(): readonly CallSite[] {
    return this.meanings.all;
  }

  /** Those whose role has one part, in document order. */
  sitesWith(part: keyof CallRole): readonly CallSite[] {
    return this.meanings.by.get(part) ?? none;
  }

  /** Every recogniser looks at a few calls only; sorting them once is less than asking each call thirty times. */
  private get meanings(): { all: CallSite[]; by: Map<string, CallSite[]> } {
    if (this.means) return this.means;
    const all: CallSite[] = [];
    const by = new Map<string, CallSite[]>();
    for (const site of this.sites) {
      const { role } = site;
      if (!role) continue;
      all.push(site);
      for (const part in role) addTo(by, part, site);
    }
    return (this.means = { all, by });
  }

  /** The function with the callbacks that run as part of it, and all their calls. */
  parts(fn: FunctionInfo): Parts {
    let parts = this.partsCache.get(fn);
    if (!parts) {
      const all = partsOf(this, fn);
      parts = { all, sites: all.flatMap((part) => part.calls.flatMap((call) => this.siteByNode.get(call) ?? [])) };
      if (this.prepared) this.partsCache.set(fn, parts);
    }
    return parts;
  }

  /** The function around a node. */
  functionAround(node: ts.Node): FunctionInfo | undefined {
    for (let current: ts.Node | undefined = node.parent; current; current = current.parent) {
      const info = this.outline.byNode.get(current);
      if (info) return info;
    }
    return undefined;
  }

  /** The function around a node that answers requests or runs jobs, if any. */
  entryAround(node: ts.Node): FunctionInfo | undefined {
    for (let fn = this.functionAround(node); fn; fn = fn.parent) if (this.entries.has(fn)) return fn;
    return undefined;
  }

  /** Common part of a fact about a node. */
  base(node: ts.Node): {
    file: string;
    span: Span;
    fn?: string;
    scope: string;
    inRequestPath: 'present' | 'absent' | 'unknown';
    guessed?: true;
  } {
    const fn = this.functionAround(node);
    return {
      file: this.file,
      span: this.span(node),
      ...(fn ? { fn: fn.id } : {}),
      scope: fn?.id ?? '',
      inRequestPath: !fn ? 'absent' : this.entryAround(node) ? 'present' : 'unknown',
      ...(this.values.isGuessed(fn) ? { guessed: true } : {}),
    };
  }

  /** Summary of any project function. */
  summaryOf(ref: FunctionRef | undefined): FunctionSummary | undefined {
    if (!ref) return undefined;
    return ref.file === this.file ? this.own.ownSummary(ref.id) : this.project.summary(ref);
  }

  /** Is a library used by the file's package, or imported by the file? Without any package.json the imports decide. */
  inForce(packages: readonly string[]): boolean {
    if (packages.length === 0) return true;
    const { dependencies } = this.context;
    if (dependencies && packages.some((name) => name in dependencies)) return true;
    return packages.some((name) => this.imports.has(name));
  }

  /** Package names that the file imports. */
  get imports(): ReadonlySet<string> {
    if (!this.importsCache) {
      this.importsCache = new Set(this.knownImports);
      const add = (specifier: string) => {
        const target = this.project.module(this.file, specifier);
        if ('package' in target) this.importsCache!.add(target.package);
      };
      for (const node of this.outline.imports)
        if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) add(node.moduleSpecifier.text);
      for (const call of this.outline.calls) {
        const argument = call.arguments?.[0];
        if (ts.isIdentifier(call.expression) && call.expression.text === 'require' && argument && ts.isStringLiteral(argument))
          add(argument.text);
      }
    }
    return this.importsCache;
  }

  get exports(): readonly ExportEntry[] {
    return (this.exportsCache ??= exportsOf(this.outline));
  }

  private resolveCalls(): boolean {
    let late = false;
    for (const [index, node] of this.outline.calls.entries()) {
      if (index % 64 === 0) this.watch.check();
      const site = new LazyCallSite(node, this.meaningOf);
      this.sites.push(site);
      this.siteByNode.set(node, site);
      // Only calls that give their callbacks something must be known before everything else.
      if (!this.meaningOf.mayGiveCallbacks(node)) continue;
      const { role } = site;
      // The file of what is run by name is read now, as those of imports are: later it might ask about functions that are being worked out.
      if (role?.refers) referredFunction(this, site);
      if (role && this.values.giveCallbacks(site, role)) late = true;
      if (this.values.giveRows(site)) late = true;
    }
    return late;
  }

  /** Members and calls that read something with a meaning: parts of requests, identities, credentials. In document order. */
  get reads(): readonly Read[] {
    if (!this.readsCache) {
      const found: Read[] = [];
      const look = (node: ts.Expression): void => {
        const role = this.tables.read(this.resolver.pathOf(node));
        if (role) found.push({ node, role });
      };
      for (const node of this.outline.members) if (this.mayRead(node)) look(node);
      for (const { node } of this.sites) if (ts.isCallExpression(node) && this.mayRead(bare(node.expression))) look(node);
      this.readsCache = found.sort((a, b) => a.node.pos - b.node.pos);
    }
    return this.readsCache;
  }

  private mayRead(node: ts.Expression): boolean {
    return !ts.isPropertyAccessExpression(node) || this.tables.readNames.has(node.name.text) || this.tables.readNames.has('*');
  }

  /** Text of a constant: written out, behind a name, a member of an object of constants, in this file or another. */
  textOf(node: ts.Expression | undefined): string | undefined {
    return constantText(this, node);
  }

  /** Summary of a function of this file; undefined while it is being worked out (recursion). */
  summary(fn: FunctionInfo): FunctionSummary | undefined {
    return this.own.summary(fn);
  }

  /** Summary of a function of this file, by its id. */
  ownSummary(id: string): FunctionSummary | undefined {
    return this.own.ownSummary(id);
  }

  /** What a function of this file gives back, which takes less than all of its summary. */
  returnOf(fn: FunctionInfo): Returned | undefined {
    return this.own.returnOf(fn);
  }

  /** Functions of this file that an argument denotes: inline, by name, inside arrays, options and wrapper calls. */
  functionsIn(expression: ts.Expression): FunctionInfo[] {
    return this.functions.within(expression);
  }

  /** The function that a function of this file returns, if it returns one. */
  returnedFunction(fn: FunctionInfo): FunctionInfo | undefined {
    return this.functions.returnedBy(fn);
  }

  /** Describes what stands in a chain of middleware and handlers. Arrays give several. */
  handlerRefs(expression: ts.Expression): HandlerRef[] {
    return this.refs.of(expression);
  }

  /** What another file says of a value that it exports, or that is in what it exports. */
  exportedFact(expression: ts.Expression): (ExportFact & { file: string }) | undefined {
    return this.refs.exportedFact(bare(expression));
  }
}

const none: readonly CallSite[] = [];

function lookups(
  project: Project,
): Omit<ProjectLookup, 'returns' | 'returnsEntity' | 'returnsMember' | 'returnsMemberEntity' | 'returnsCallOf'> {
  return {
    module: (file, specifier) => project.module(file, specifier),
    exportOf: (file, name) => project.exportOf(file, name),
    member: (file, cls, name) => project.member(file, cls, name),
    base: (file, cls) => project.base(file, cls),
  };
}
