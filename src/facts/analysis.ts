import { ts } from 'ts-morph';
import type { AccessPath, DeclaredKind, ExportFact, FunctionRef, FunctionSummary, GuardLevel, HandlerRef } from '../model/facts';
import type { Span } from '../model/finding';
import { addTo } from '../model/grouping';
import type { CallRole, HandlerShape, ReadRole } from '../model/library';
import type { FileRole } from '../model/rule';
import { exportsOf, type ExportEntry } from '../syntax/exports';
import { bare, constantString, label, propertyOf } from '../syntax/nodes';
import { outlineOf, type FunctionInfo, type FunctionNode, type Outline } from '../syntax/outline';
import { spanOf } from '../syntax/ranges';
import type { ProjectLookup } from '../syntax/accessPaths';
import { Resolver } from '../syntax/resolve';
import type { Stopwatch } from './stopwatch';
import { declaredRole } from './declaredCalls';
import { LazyCallSite, type CallResolver, type CallSite } from './callSite';
import { referredFunction } from './references';
import { decoratedParameters } from './recognise/decorators';
import { partsOf } from './parts';
import { serverActions } from './recognise/entries';
import { tableHandlers } from './recognise/methodTables';
import { memberNamed, returned, type Returned } from './returns';
import { summarise } from './summaries';
import { packagesOf, type Tables } from './tables';

/** What is known of a file before it is read. */
export interface FileContext {
  file: string;
  role: FileRole;
  side: 'server' | 'client' | 'unknown';
  /** Folder of its workspace package. */
  packageDir: string;
  /** Dependency → version of that package; undefined when no package.json is around the file. */
  dependencies: Record<string, string> | undefined;
  /** What the platform checks before an entry of this file runs. */
  upstream?: { level: GuardLevel; name: string };
}

/** What a file's analysis asks about the rest of the project. */
export interface Project extends ProjectLookup {
  summary(ref: FunctionRef): FunctionSummary | undefined;
  /** Level that the team vouches for, for functions named in the configuration. */
  declaredGuard(ref: FunctionRef | undefined, name: string | undefined): GuardLevel | undefined;
  /** What else the team says that a function does: validate, limit rates, log. */
  declaredKind(ref: FunctionRef | undefined, name: string | undefined): DeclaredKind | undefined;
  /** Does the configuration say anything of calls? */
  readonly declaresCalls: boolean;
  exportOf(file: string, name: string): (ExportFact & { file: string }) | undefined;
}

export interface Parts {
  all: readonly FunctionInfo[];
  sites: readonly CallSite[];
}

/** An expression that reads something with a meaning. */
export interface Read {
  node: ts.Expression;
  role: ReadRole & { library: string };
}

/** A framework's convention that a file falls under. */
export interface FileRouteMatch {
  route: Tables['fileRoutes'][number];
  match: RegExpExecArray;
}

export type { CallSite } from './callSite';

/** One file under analysis: tree, names, calls and function summaries, each worked out once and on demand. */
export class FileAnalysis {
  readonly outline: Outline;
  readonly resolver: Resolver;
  readonly sites: CallSite[] = [];
  private readonly siteByNode = new Map<ts.Node, CallSite>();
  private summaries = new Map<FunctionInfo, FunctionSummary | 'busy'>();
  /** Functions known to answer requests, with how they are reached. */
  entries = new Map<FunctionInfo, 'handler' | 'job' | 'webhook'>();
  /** Those of them whose callers are sent what they return. */
  answering = new Set<FunctionInfo>();

  /** The one statement that an edit changed; without it all code is new. */
  private readonly changed: ts.Statement | undefined;
  /** The analysis of the text before the edit, until what is known of it is taken over: kept longer, it would keep all texts before it. */
  private before: FileAnalysis | undefined;
  private readonly knownImports: ReadonlySet<string> | undefined;

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
    this.knownImports = earlier?.analysis.imports;
    this.outline = outlineOf(source, earlier && { outline: earlier.analysis.outline, changed: earlier.changed });
    this.resolver = new Resolver(context.file, this.outline, tables, {
      ...lookups(project),
      returns: (ref) => (ref.file === context.file ? this.ownReturn(ref.id)?.path : project.returns(ref)),
      returnsEntity: (ref) => (ref.file === context.file ? this.ownReturn(ref.id)?.entity : project.returnsEntity(ref)),
      returnsMember: (ref, name) => (ref.file === context.file ? memberNamed(this.ownReturn(ref.id)?.members, name) : project.returnsMember(ref, name)),
      returnsMemberEntity: (ref, name) => (ref.file === context.file ? memberNamed(this.ownReturn(ref.id)?.entities, name) : project.returnsMemberEntity(ref, name)),
    });
  }

  /** Are its calls resolved? Before that nothing can be said of its functions. */
  prepared = false;

  /** Resolves all calls. Kept apart from construction so that files of an import cycle can ask for each other's exports. */
  prepare(): this {
    if (this.before && this.changed) this.carryOver(this.before, this.changed);
    this.before = undefined;
    this.assignDecorated();
    this.assignShapes();
    this.assignFileRoutes();
    this.assignCaught();
    if (this.resolveCalls()) {
      // A handler that stands above its registration was looked at before its parameters were known.
      this.resolver.forgetPaths();
      this.sites.length = 0;
      this.resolveCalls();
    }
    this.prepared = true;
    if (!this.changed) this.summaries.clear();
    for (const fn of this.outline.functions) {
      this.summaries.delete(fn);
      this.returns.delete(fn);
    }
    return this;
  }

  /** An unchanged function got other parameters: what was worked out about it no longer holds. */
  disturbed = false;

  /** Takes over what is known of functions in unchanged statements, and what those statements say of changed ones. */
  private carryOver(analysis: FileAnalysis, changed: ts.Statement): void {
    // Handed on instead of copied: a large file has hundreds of functions, and nobody asks the analysis before any more.
    this.entries = analysis.entries;
    this.answering = analysis.answering;
    this.summaries = analysis.summaries;
    this.returns = analysis.returns;
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
    for (const [statement, piece] of analysis.outline.pieces) if (!this.outline.pieces.has(statement)) for (const fn of piece.functions) this.forget(fn);
  }

  /** Forgets a function that is gone. */
  private forget(fn: FunctionInfo): void {
    this.entries.delete(fn);
    this.answering.delete(fn);
    this.summaries.delete(fn);
    this.returns.delete(fn);
    this.resolver.parameters.delete(fn.node);
  }

  /** The text that facts are looked for in: after an edit, only that of the changed statement. */
  get text(): string {
    return this.changed ? this.source.text.slice(this.changed.pos, this.changed.end) : this.source.text;
  }

  /** Does a node stand in code that was looked at before an edit? Facts about it are known. */
  isKnown(node: ts.Node): boolean {
    return this.changed !== undefined && (node.pos < this.changed.pos || node.end > this.changed.end);
  }

  get file(): string {
    return this.context.file;
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

  private means: { all: CallSite[]; by: Map<string, CallSite[]> } | undefined;

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

  private readonly partsCache = new Map<FunctionInfo, Parts>();

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

  /** Text of a constant: written out, behind a name, a member of an object of constants, in this file or another. */
  textOf(node: ts.Expression | undefined): string | undefined {
    if (!node) return undefined;
    const value = this.resolver.deref(node);
    const own = constantString(value);
    if (own !== undefined) return own;
    const members: string[] = [];
    let root = value;
    for (; ts.isPropertyAccessExpression(root); root = bare(root.expression)) members.unshift(root.name.text);
    if (root.kind === ts.SyntaxKind.ThisKeyword && members.length === 1) return this.resolver.members.textOfMember(root, members[0]!);
    if (!ts.isIdentifier(root)) return undefined;
    const declaration = this.resolver.declarations.find(root);
    if (declaration?.kind !== 'import') {
      let object: ts.Expression | ts.MethodDeclaration | undefined = members.length > 0 ? this.resolver.deref(root) : undefined;
      for (const member of members) object = object && !ts.isMethodDeclaration(object) ? propertyOf(object, member) : undefined;
      return object && !ts.isMethodDeclaration(object) ? constantString(this.resolver.deref(object)) : undefined;
    }
    const target = this.project.module(this.file, declaration.specifier);
    if (!('file' in target)) return undefined;
    const names = declaration.name === '*' ? members : [declaration.name, ...members];
    const first = names[0] === undefined ? undefined : this.project.exportOf(target.file, names[0]);
    if (!first || names.length === 1) return first?.text;
    return first.object === undefined ? undefined : this.project.exportOf(first.file, [first.object, ...names.slice(1)].join('.'))?.text;
  }

  /** The function around a node that answers requests or runs jobs, if any. */
  entryAround(node: ts.Node): FunctionInfo | undefined {
    for (let fn = this.functionAround(node); fn; fn = fn.parent) if (this.entries.has(fn)) return fn;
    return undefined;
  }

  /** Common part of a fact about a node. */
  base(node: ts.Node): { file: string; span: Span; fn?: string; scope: string; inRequestPath: 'present' | 'absent' | 'unknown'; guessed?: true } {
    const fn = this.functionAround(node);
    return {
      file: this.file,
      span: this.span(node),
      ...(fn ? { fn: fn.id } : {}),
      scope: fn?.id ?? '',
      inRequestPath: !fn ? 'absent' : this.entryAround(node) ? 'present' : 'unknown',
      ...(this.isGuessed(fn) ? { guessed: true } : {}),
    };
  }

  /** Summary of a function of this file; undefined while it is being worked out (recursion). */
  summary(fn: FunctionInfo): FunctionSummary | undefined {
    if (!this.prepared) return undefined;
    const known = this.summaries.get(fn);
    if (known === 'busy') this.unanswered = Math.min(this.unanswered, this.underWay.indexOf(fn));
    if (known) return known === 'busy' ? undefined : known;
    this.watch.check();
    this.summaries.set(fn, 'busy');
    const depth = this.underWay.push(fn) - 1;
    const summary = summarise(this, fn);
    this.underWay.pop();
    this.summaries.set(fn, summary);
    // Whatever asked about a function that had no answer yet is worked out again once that one has.
    if (this.unanswered < depth) this.hasty.push({ fn, until: this.unanswered });
    else this.unanswered = Infinity;
    while (this.hasty.length > 0 && this.hasty[this.hasty.length - 1]!.until >= depth) {
      const { fn: other } = this.hasty.pop()!;
      const tries = (this.tries.get(other) ?? 0) + 1;
      this.tries.set(other, tries);
      if (tries < mostTries) this.summaries.delete(other);
    }
    return summary;
  }

  /** Functions whose summaries are being worked out, outermost first; and the outermost of them that was asked about meanwhile. */
  private readonly underWay: FunctionInfo[] = [];
  private unanswered = Infinity;
  /** Functions that were worked out without it. */
  private readonly hasty: { fn: FunctionInfo; until: number }[] = [];
  private readonly tries = new Map<FunctionInfo, number>();

  ownSummary(id: string): FunctionSummary | undefined {
    const fn = this.outline.byId.get(id);
    return fn && this.summary(fn);
  }

  private returns = new Map<FunctionInfo, Returned | 'busy'>();

  /** What a function of this file gives back, which takes less than all of its summary. */
  returnOf(fn: FunctionInfo): Returned | undefined {
    const known = this.returns.get(fn);
    if (known) return known === 'busy' ? undefined : known;
    this.returns.set(fn, 'busy');
    const value = returned(this, fn);
    this.returns.set(fn, value);
    return value;
  }

  private ownReturn(id: string): Returned | undefined {
    const fn = this.outline.byId.get(id);
    return fn && this.returnOf(fn);
  }

  /** Summary of any project function. */
  summaryOf(ref: FunctionRef | undefined): FunctionSummary | undefined {
    if (!ref) return undefined;
    return ref.file === this.file ? this.ownSummary(ref.id) : this.project.summary(ref);
  }

  /** Gives parameters of a function their values. Returns whether that is news about a function met earlier. */
  giveParameters(node: FunctionNode, params: readonly (AccessPath | undefined)[], position: number): boolean {
    const old = this.resolver.parameters.get(node);
    if (old && params.every((path, index) => path === undefined || old[index] === path)) return false;
    this.resolver.parameters.set(node, [...params]);
    if (this.isKnown(node)) this.disturbed = true;
    return node.pos < position;
  }

  private assignDecorated(): void {
    for (const cls of this.outline.classes) {
      if (!ts.getDecorators(cls.node)?.length) continue;
      for (const info of cls.methods.values()) {
        const params = ts.isMethodDeclaration(info.node) ? decoratedParameters(this, info.node) : undefined;
        if (params) this.resolver.parameters.set(info.node, params);
      }
    }
  }

  /** Functions taken for handlers by their shape alone. */
  private readonly guessed = new Set<FunctionInfo>();

  private isGuessed(fn: FunctionInfo | undefined): boolean {
    for (let current = fn; current; current = current.parent) if (this.guessed.has(current)) return true;
    return false;
  }

  private assignShapes(): void {
    for (const library of this.tables.shaped) {
      // Without a manifest around the file, the shape of a handler is all there is to go by.
      const guessed = !this.inForce(library.packages);
      if (guessed && this.context.dependencies !== undefined) continue;
      for (const fn of this.outline.functions) {
        const parameters = fn.node.parameters;
        if (parameters.length === 0) continue;
        for (const shape of library.handlerShapes!) {
          if (parameters.length < shape.params.length || this.resolver.parameters.has(fn.node) || !this.hasShape(fn, shape)) continue;
          this.resolver.parameters.set(fn.node, [...shape.paths]);
          if (guessed) this.guessed.add(fn);
        }
      }
    }
  }

  private hasShape(fn: FunctionInfo, { params, types, inside, exported }: HandlerShape): boolean {
    if (inside) return inside.test(nameOfObjectAround(fn.node) ?? '');
    const fits = params.every((names, index) => {
      const { name, type, dotDotDotToken } = fn.node.parameters[index]!;
      if (types && (dotDotDotToken || (type && !isNamed(type, types)))) return false;
      return ts.isIdentifier(name) && names.split('|').includes(name.text.replace(/^_/, ''));
    });
    return fits && (!exported || (fn.parent === undefined && this.exports.some((entry) => 'value' in entry && exported.test(entry.name) && this.functionsBehind(entry.value).includes(fn))));
  }

  /** Is a library used by the file's package, or imported by the file? Without any package.json the imports decide. */
  inForce(packages: readonly string[]): boolean {
    if (packages.length === 0) return true;
    const { dependencies } = this.context;
    if (dependencies && packages.some((name) => name in dependencies)) return true;
    return packages.some((name) => this.imports.has(name));
  }

  private importsCache: Set<string> | undefined;

  /** Package names that the file imports. */
  get imports(): ReadonlySet<string> {
    if (!this.importsCache) {
      this.importsCache = new Set(this.knownImports);
      const add = (specifier: string) => {
        const target = this.project.module(this.file, specifier);
        if ('package' in target) this.importsCache!.add(target.package);
      };
      for (const node of this.outline.imports) if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) add(node.moduleSpecifier.text);
      for (const call of this.outline.calls) {
        const argument = call.arguments?.[0];
        if (ts.isIdentifier(call.expression) && call.expression.text === 'require' && argument && ts.isStringLiteral(argument)) add(argument.text);
      }
    }
    return this.importsCache;
  }

  /** Callbacks of `.catch` get what was caught. */
  private assignCaught(): void {
    for (const call of this.outline.calls) {
      const callee = call.expression;
      if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'catch') continue;
      const callback = call.arguments?.[0] && this.outline.byNode.get(bare(call.arguments[0]));
      if (callback && !this.resolver.parameters.has(callback.node)) this.resolver.parameters.set(callback.node, ['caught#']);
    }
  }

  private assignFileRoutes(): void {
    for (const { fn, params } of this.fileEntries()) if (!this.resolver.parameters.has(fn.node)) this.resolver.parameters.set(fn.node, params);
    for (const fn of serverActions(this)) if (!this.resolver.parameters.has(fn.node)) this.resolver.parameters.set(fn.node, fn.node.parameters.map(() => 'next#args'));
  }

  /** Path of the file below its package folder. */
  get innerPath(): string {
    return this.context.packageDir ? this.file.slice(this.context.packageDir.length + 1) : this.file;
  }

  private fileRoutesCache: FileRouteMatch[] | undefined;

  /** Conventions of frameworks in force that make the file an entry by its path. */
  get fileRoutes(): readonly FileRouteMatch[] {
    return (this.fileRoutesCache ??= this.conventions().flatMap((route) => {
      const match = route.pattern.exec(this.innerPath);
      return match && this.inForce(packagesOf(route)) ? [{ route, match }] : [];
    }));
  }

  /** Conventions that may be in force: a file may import what its package does not depend on. */
  private conventions(): Tables['fileRoutes'] {
    const { dependencies } = this.context;
    if (!dependencies) return this.tables.fileRoutes;
    for (const name of this.imports) if (this.tables.placingPackages.has(name) && !(name in dependencies)) return this.tables.fileRoutes;
    return this.tables.fileRoutesOf(dependencies);
  }

  /** What exports stand for, as far as it was asked; see `exportFact`. */
  readonly exportFacts = new Map<string, ExportFact>();
  private exportsCache: ExportEntry[] | undefined;

  get exports(): readonly ExportEntry[] {
    return (this.exportsCache ??= exportsOf(this.outline));
  }

  /** Functions behind exported names that are entries because of the file they stand in. */
  *fileEntries(): Iterable<{ fn: FunctionInfo; params: AccessPath[]; answers?: boolean }> {
    for (const { route } of this.fileRoutes) {
      if (route.shape === 'call' || route.shape === 'actions') continue;
      for (const entry of this.exports) {
        if (!('value' in entry)) continue;
        if (route.shape === 'methods' && !/^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ALL|fallback)$/.test(entry.name)) continue;
        if (route.shape === 'default' && entry.name !== 'default') continue;
        if (route.shape === 'middleware' && !/^(default|middleware|proxy|onRequest|handle)$/.test(entry.name)) continue;
        if (route.shape === 'exports' && !Object.hasOwn(route.exports ?? {}, entry.name)) continue;
        for (const fn of this.functionsBehind(entry.value)) yield { fn, params: route.params, answers: route.answers === true && !route.exports?.[entry.name]?.guards };
      }
    }
  }

  /** Functions that an exported value stands for. */
  functionsBehind(value: ts.Expression | ts.FunctionDeclaration | ts.ClassLikeDeclaration): FunctionInfo[] {
    if (ts.isClassLike(value)) return [];
    if (ts.isFunctionDeclaration(value)) return [this.outline.byNode.get(value)].filter((info) => info !== undefined);
    return this.functionsIn(value);
  }

  private readonly declaredKind = (ref: FunctionRef | undefined, name: string | undefined): DeclaredKind | undefined => this.project.declaredKind(ref, name);

  private resolveCalls(): boolean {
    let late = false;
    for (const [index, node] of this.outline.calls.entries()) {
      if (index % 64 === 0) this.watch.check();
      const site = new LazyCallSite(node, this.calls);
      this.sites.push(site);
      this.siteByNode.set(node, site);
      // Only calls that give their callbacks something must be known before everything else.
      if (!this.mayGiveCallbacks(node)) continue;
      const { role } = site;
      // The file of what is run by name is read now, as those of imports are: later it might ask about functions that are being worked out.
      if (role?.refers) referredFunction(this, site);
      if (role && this.giveCallbacks(site, role)) late = true;
    }
    return late;
  }

  private readsCache: Read[] | undefined;

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

  private readonly calls: CallResolver = {
    calleeOf: (node) => this.resolver.pathOf(node),
    roleOf: (node, callee) => this.tables.call(callee) ?? declaredRole(node, callee, this.declaredKind) ?? this.roleByShape(node, callee),
    mayHaveRole: (node) => this.mayBeNamed(node, this.tables.callNames) || this.project.declaresCalls,
    functionAround: (node) => this.functionAround(node),
  };

  private mayGiveCallbacks({ expression, arguments: args }: ts.CallExpression | ts.NewExpression): boolean {
    return args !== undefined && args.length > 0 && this.mayBeNamed(expression, this.tables.callbackNames);
  }

  /** Can an expression denote something of one of these names? Members of the project's own classes and modules may be called otherwise. */
  private mayBeNamed(node: ts.Expression, names: ReadonlySet<string>): boolean {
    const callee = bare(node);
    return !ts.isPropertyAccessExpression(callee) || names.has(callee.name.text) || callee.expression.kind === ts.SyntaxKind.ThisKeyword || this.importsOpenNames;
  }

  private openNames: boolean | undefined;

  /** Does the file use a library whose methods all mean something, whatever they are called? */
  private get importsOpenNames(): boolean {
    return (this.openNames ??= this.tables.openPackages.some((name) => this.imports.has(name)));
  }

  /** Role of `a.b(…)` on a value that nobody could name. */
  private roleByShape(expression: ts.Expression, callee: AccessPath | undefined): (CallRole & { library: string }) | undefined {
    if (callee !== undefined && !callee.includes('()') && !callee.startsWith('file:')) return undefined;
    if (!ts.isPropertyAccessExpression(expression)) return undefined;
    const object = bare(expression.expression);
    const isMember = ts.isPropertyAccessExpression(object);
    if (!isMember && !ts.isIdentifier(object)) return undefined;
    const role = this.tables.call(`?.${isMember ? object.name.text : object.text}.${expression.name.text}`);
    // A variable is called by its type more often than by what it holds: the library has to be there.
    return isMember || (role && this.inForce(this.tables.library(role.library)?.packages ?? [])) ? role : undefined;
  }

  private giveCallbacks(site: CallSite, role: CallRole): boolean {
    let late = false;
    const give = (expression: ts.Expression, params: readonly AccessPath[]): void => {
      for (const fn of this.functionsIn(expression)) {
        if (this.giveParameters(fn.node, shiftForErrors(fn, params, role), site.node.pos)) late = true;
      }
    };
    const args = site.node.arguments ?? [];
    const params = role.route?.params ?? role.mount?.params;
    if (params) {
      for (const argument of args) {
        const count = role.route?.paramsByCount && this.functionsIn(argument)[0]?.node.parameters.length;
        give(argument, (count !== undefined && role.route?.paramsByCount?.[count]) || params);
      }
    }
    if (role.methodTable) for (const fn of tableHandlers(this, site.node, role.methodTable)) if (this.giveParameters(fn.node, role.methodTable.params, site.node.pos)) late = true;
    for (const callback of role.callbacks ?? []) {
      const chosen = callback.args === 'all' ? args : callback.args === 'last' ? args.slice(-1) : callback.args.map((index) => args[index]).filter((arg) => arg !== undefined);
      if (callback.when !== undefined && this.textOf(args[0]) !== callback.when) continue;
      for (const argument of chosen) {
        const value = callback.property === undefined ? argument : propertyOf(this.resolver.deref(argument), callback.property);
        if (!value) continue;
        if (!ts.isMethodDeclaration(value)) give(value, callback.params);
        else if (this.giveParameters(value, callback.params, site.node.pos)) late = true;
      }
    }
    return late;
  }

  /** Functions of this file that an argument denotes: inline, by name, inside arrays, options and wrapper calls. */
  functionsIn(expression: ts.Expression, depth = 4): FunctionInfo[] {
    if (depth === 0) return [];
    const value = bare(expression);
    const own = this.outline.byNode.get(value);
    if (own) return [own];
    if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap((element) => this.functionsIn(element, depth - 1));
    if (ts.isObjectLiteralExpression(value)) {
      return value.properties.flatMap((property) =>
        ts.isPropertyAssignment(property)
          ? this.functionsIn(property.initializer, depth - 1)
          : ts.isMethodDeclaration(property)
            ? [this.outline.byNode.get(property)].filter((info) => info !== undefined)
            : ts.isShorthandPropertyAssignment(property)
              ? this.functionsIn(property.name, depth - 1)
              : [],
      );
    }
    if (ts.isCallExpression(value)) {
      const inner = value.arguments.flatMap((argument) => this.functionsIn(argument, depth - 1));
      const made = this.resolver.functionOf(value.expression)?.local;
      const returned = made && this.returnedFunction(made);
      return returned ? [...inner, returned] : inner;
    }
    if (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value)) {
      const found = this.resolver.functionOf(value)?.local;
      if (found) return [found];
      const behind = ts.isIdentifier(value) ? this.resolver.deref(value) : value;
      return behind === value ? [] : this.functionsIn(behind, depth - 1);
    }
    return [];
  }

  /** The function that a function of this file returns, if it returns one. */
  returnedFunction(fn: FunctionInfo): FunctionInfo | undefined {
    const { body } = fn.node;
    // What is awaited gives an answer, no handler: `async function POST(req) { return withUser(req, async (user) => …) }`.
    const isAsync = ts.canHaveModifiers(fn.node) && ts.getModifiers(fn.node)?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;
    const wrapped = (expression: ts.Expression): FunctionInfo | undefined => (isAsync ? undefined : this.wrappedFunction(expression));
    if (body && !ts.isBlock(body)) {
      const direct = this.outline.byNode.get(bare(body)) ?? wrapped(body);
      if (direct) return direct;
    }
    for (const exit of fn.exits) {
      if (!ts.isReturnStatement(exit) || !exit.expression) continue;
      const direct = this.outline.byNode.get(bare(exit.expression)) ?? (ts.isIdentifier(bare(exit.expression)) ? this.resolver.functionOf(exit.expression)?.local : wrapped(exit.expression));
      if (direct && direct.parent === fn) return direct;
    }
    return undefined;
  }

  /** A wrapper may wrap once more before it returns: `return withTracing(async (req) => …)`. */
  private wrappedFunction(expression: ts.Expression): FunctionInfo | undefined {
    const value = bare(expression);
    if (!ts.isCallExpression(value) || ts.isPropertyAccessExpression(value.expression)) return undefined;
    for (const argument of value.arguments) {
      const inner = this.outline.byNode.get(bare(argument));
      if (inner && inner.node.parameters.length > 0) return inner;
    }
    return undefined;
  }

  /** Describes what stands in a chain of middleware and handlers. Arrays give several. */
  handlerRefs(expression: ts.Expression, depth = 5): HandlerRef[] {
    const value = bare(expression);
    const span = this.span(expression);
    const name = this.label(value, 80);
    if (depth === 0) return [{ name, span, unresolved: true }];
    if (ts.isSpreadElement(value)) return this.handlerRefs(value.expression, depth);
    if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap((element) => this.handlerRefs(element, depth - 1));
    if (ts.isConditionalExpression(value)) return [{ name, span, unresolved: true }];
    const own = this.outline.byNode.get(value);
    if (own) return [{ name: '<inline>', span, fn: { file: this.file, id: own.id } }];
    if (ts.isCallExpression(value) || ts.isNewExpression(value)) return [this.refOfCall(value, name, span, depth)];
    const found = this.resolver.functionOf(value);
    const path = this.resolver.pathOf(value);
    if (found) return [{ name, span, fn: found.ref, ...(path !== undefined ? { path } : {}) }];
    const behind = this.resolver.deref(value);
    if (behind !== value) return this.handlerRefs(behind, depth - 1).map((ref) => ({ ...ref, name: ts.isIdentifier(value) && !ref.name.startsWith('<') ? ref.name : name, span, ...(ref.wraps ? { alias: name } : {}) }));
    const exported = this.exportedFact(value);
    if (exported?.handlers) return exported.handlers.map((handler) => ({ ...handler, span }));
    if (exported?.handler) return [{ ...exported.handler, name, span, ...(exported.handler.wraps ? { alias: name } : {}) }];
    if (path !== undefined) return [{ name, span, path }];
    return [{ name, span, unresolved: true }];
  }

  private exportedFact(value: ts.Expression): ExportFact | undefined {
    if (ts.isIdentifier(value)) {
      const declaration = this.resolver.declarations.find(value);
      // `const { login } = require('./controller')`.
      const step = declaration?.kind === 'variable' && declaration.steps.length === 1 ? declaration.steps[0]! : undefined;
      if (declaration?.kind === 'variable' && step && 'member' in step && declaration.node.initializer) return this.memberOfExport(this.resolver.pathOf(declaration.node.initializer), step.member);
      if (declaration?.kind !== 'import') return undefined;
      const target = this.project.module(this.file, declaration.specifier);
      return 'file' in target ? this.project.exportOf(target.file, declaration.name) : undefined;
    }
    if (ts.isPropertyAccessExpression(value)) {
      return this.memberOfExport(this.resolver.pathOf(value.expression), value.name.text);
    }
    return undefined;
  }

  /** A member of a module, or of an object that another file exports: `module.exports = { login }`. */
  private memberOfExport(base: AccessPath | undefined, member: string): ExportFact | undefined {
    if (base?.startsWith('module:')) return this.project.exportOf(base.slice(7, -1), member);
    if (!base?.startsWith('object:')) return undefined;
    const hash = base.lastIndexOf('#');
    return this.project.exportOf(base.slice(7, hash), `${base.slice(hash + 1)}.${member}`);
  }

  private refOfCall(value: ts.CallExpression | ts.NewExpression, name: string, span: Span, depth: number): HandlerRef {
    const callee = value.expression;
    const args = [...(value.arguments ?? [])];
    // `controller.create.bind(controller)` is the method itself.
    if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'bind') return { ...this.handlerRefs(callee.expression, depth - 1)[0]!, span };
    const strings = args.flatMap((arg) => (ts.isStringLiteral(arg) ? [arg.text] : ts.isObjectLiteralExpression(arg) ? this.chosenLevels(callee, arg) : []));
    const wraps = [...this.runBy(callee, args[0], depth), ...args.filter((arg) => this.mayBeFunction(arg)).flatMap((arg) => this.handlerRefs(arg, depth - 1))];
    // A wrapper is named by itself, not by all that it wraps.
    const common = { span, name: wraps.length > 0 ? this.label(callee, 60) : name, ...(strings.length > 0 ? { args: strings } : {}), ...(wraps.length > 0 ? { wraps } : {}), ...this.keptBy(callee, args) };
    const made = this.resolver.functionOf(callee);
    if (made) {
      const summary = this.summaryOf(made.ref);
      const catches = summary?.wraps?.catches !== undefined && wraps.length > 0 ? { catches: summary.wraps.catches } : {};
      if (summary?.returnsFunction !== undefined) return { ...common, ...catches, fn: { file: made.ref.file, id: summary.returnsFunction } };
      return { ...common, ...catches, path: `file:${made.ref.file}#${made.ref.id}()`, ...(summary?.returns !== undefined ? { path: summary.returns } : {}) };
    }
    // `withRole('admin')(handler)`: what the factory gives is the wrapper.
    const factory = ts.isCallExpression(bare(callee)) ? this.handlerRefs(callee, depth - 1)[0]?.fn : undefined;
    const curried = this.summaryOf(factory)?.returnsFunction;
    if (factory && curried !== undefined) return { ...common, fn: { file: factory.file, id: curried } };
    const path = this.resolver.pathOf(callee);
    if (path !== undefined) return { ...common, path, ...(this.tables.call(path)?.catchesAsync ? { catches: true } : {}) };
    return { ...common, unresolved: true };
  }

  /** Is an option left out without which a check lets more through than it describes? Options that are made elsewhere may hold it. */
  private keptBy(callee: ts.Expression, args: readonly ts.Expression[]): Pick<HandlerRef, 'keepsUnlessTold'> {
    const option = this.tables.call(this.resolver.pathOf(callee))?.guard?.dropsWith;
    if (option === undefined) return {};
    const options = args[0] && this.resolver.deref(args[0]);
    if (options && (!ts.isObjectLiteralExpression(options) || options.properties.some(ts.isSpreadAssignment))) return {};
    const value = propertyOf(options, option);
    return value && value.kind !== ts.SyntaxKind.FalseKeyword ? {} : { keepsUnlessTold: option };
  }

  /** The function that is given as an option: `internalQuery({ args, handler })`. */
  private runBy(callee: ts.Expression, options: ts.Expression | undefined, depth: number): HandlerRef[] {
    const option = options && this.tables.call(this.resolver.pathOf(callee))?.runs;
    const value = option === undefined ? undefined : propertyOf(this.resolver.deref(options!), option);
    if (!value) return [];
    if (!ts.isMethodDeclaration(value)) return this.handlerRefs(value, depth - 1);
    const info = this.outline.byNode.get(value);
    return info ? [{ name: info.name, span: this.span(value.name), fn: { file: this.file, id: info.id } }] : [];
  }

  /** Texts of the option that decides what a guard proves: `withSupabase({ auth: 'user' }, …)`. */
  private chosenLevels(callee: ts.Expression, options: ts.ObjectLiteralExpression): string[] {
    const levels = this.tables.call(this.resolver.pathOf(callee))?.guard?.levels;
    const value = levels && propertyOf(options, levels.option);
    if (!value || ts.isMethodDeclaration(value)) return [];
    const given = this.resolver.deref(value);
    return (ts.isArrayLiteralExpression(given) ? [...given.elements] : [given]).flatMap((element) => (ts.isStringLiteral(element) ? [element.text] : []));
  }

  private mayBeFunction(node: ts.Expression): boolean {
    const value = bare(node);
    if (this.outline.byNode.has(value)) return true;
    if (ts.isCallExpression(value) && isElement(this.tables.call(this.resolver.pathOf(value.expression)))) return true;
    const runs = (depth: number) => this.handlerRefs(value, depth).some((ref) => ref.fn !== undefined || (ref.wraps?.length ?? 0) > 0);
    if (ts.isCallExpression(value)) return runs(2);
    if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value)) return false;
    return this.resolver.functionOf(value) !== undefined || (this.resolver.pathOf(value)?.endsWith('()') === true && runs(3));
  }
}

/** Name of what holds the object that a function is a member of: a property or a variable. */
function nameOfObjectAround(node: FunctionNode): string | undefined {
  const member = ts.isMethodDeclaration(node) ? node : node.parent;
  if (!ts.isPropertyAssignment(member) && !ts.isMethodDeclaration(member)) return undefined;
  const holder = member.parent.parent;
  return (ts.isPropertyAssignment(holder) || ts.isVariableDeclaration(holder)) && ts.isIdentifier(holder.name) ? holder.name.text : undefined;
}

const none: readonly CallSite[] = [];

/** How often the summary of a function is worked out when functions call each other in a circle. */
const mostTries = 3;

/** Does a call with this role make an element of a chain? */
function isElement(role: CallRole | undefined): boolean {
  return role?.guard !== undefined || role?.combines !== undefined;
}

function isNamed(type: ts.TypeNode, names: RegExp): boolean {
  return ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) && names.test(type.typeName.text);
}

/** Express error handlers have the error first. */
function shiftForErrors(fn: FunctionInfo, params: readonly AccessPath[], role: CallRole): (AccessPath | undefined)[] {
  const arity = role.route?.errorHandlerArity ?? role.mount?.errorHandlerArity;
  if (arity !== undefined && fn.node.parameters.length === arity) return ['caught#', ...params];
  return [...params];
}

function lookups(project: Project): Omit<ProjectLookup, 'returns' | 'returnsEntity' | 'returnsMember' | 'returnsMemberEntity'> {
  return {
    module: (file, specifier) => project.module(file, specifier),
    exportOf: (file, name) => project.exportOf(file, name),
    member: (file, cls, name) => project.member(file, cls, name),
    base: (file, cls) => project.base(file, cls),
  };
}
