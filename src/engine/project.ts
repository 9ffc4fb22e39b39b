import type { ts } from 'ts-morph';
import type { FileContext } from '../facts/fileContext';
import type { Host } from '../facts/projectHost';
import type { Config } from '../model/config';
import type { DeclaredKind, FileFacts, FunctionRef, GuardLevel } from '../model/facts';
import type { FileRole } from '../model/rule';
import { fileRole, isSourceFile, sideOf } from '../project/classify';
import { compiledCopies } from '../project/compiledCopies';
import { createResolver, type ModuleResolver } from '../project/moduleResolution';
import { Packages } from '../project/packages';
import { within } from '../project/paths';
import { whyUnreadable } from '../project/readable';
import { platformLimit } from '../project/platformLimits';
import { scriptFolders } from '../project/scriptFolders';
import { scheduledCalls, scheduleOf, type ScheduledCall } from '../project/schedules';
import { isDeployedFunction } from '../project/deployedFunctions';
import { edgeFunctionAuthentication } from '../project/supabaseConfig';
import type { Workspace } from '../project/workspace';
import { parse, Trees } from '../syntax/trees';
import { declaredGuard, declaredKind, declaresCalls } from './declared';

/** Files of a session: texts (unsaved ones first), trees of open files, packages, module resolution, file roles. */
export class ProjectFiles implements Host {
  readonly trees = new Trees();
  /** Far beyond what any file of a person takes; a file that needs longer is listed as not analysed. */
  readonly limitMs: number;
  private readonly open = new Map<string, number>();
  private readonly texts = new Map<string, string>();
  private lastRead: { file: string; text: string | undefined } | undefined;
  private readonly skippedFiles = new Map<string, string>();
  private readonly contexts = new Map<string, FileContext>();
  private listed: string[] = [];
  private resolver: ModuleResolver | undefined;
  private packagesCache: Packages | undefined;
  private testGlobs: ((file: string) => boolean) | undefined;
  /** The workspace with unsaved texts over it: manifests count as they stand in the editor. */
  private readonly present: Workspace;

  constructor(
    readonly workspace: Workspace,
    private config: Config,
    limitMs = 10_000,
  ) {
    this.limitMs = limitMs;
    this.present = {
      root: workspace.root,
      list: () => workspace.list(),
      read: (file) => this.texts.get(file) ?? workspace.read(file),
      readWithReason: (file) => {
        const unsaved = this.texts.get(file);
        return unsaved === undefined ? workspace.readWithReason(file) : { text: unsaved };
      },
      stat: (file) => workspace.stat(file),
    };
  }

  /** Told of files that could not be analysed when another one asked about them. */
  onFailed: ((file: string, error: unknown) => void) | undefined;

  /** Told of files that were analysed after all, because another one asked about them. */
  onAnalysed: ((file: string, facts: FileFacts) => void) | undefined;

  /** Told of the facts that were made of a whole text. */
  onMade: ((facts: FileFacts, text: string) => void) | undefined;

  made(facts: FileFacts, text: string): void {
    this.onMade?.(facts, text);
  }

  analysed(file: string, facts: FileFacts): void {
    this.onAnalysed?.(file, facts);
  }

  failed(file: string, error: unknown): void {
    this.onFailed?.(file, error);
  }

  /** Takes the list of files, in whichever order they were found. What was derived from the old list is forgotten. */
  setFiles(files: readonly string[]): void {
    this.listed = [...files].sort();
    this.refreshStructure();
  }

  setConfig(config: Config, isTest: ((file: string) => boolean) | undefined): void {
    this.config = config;
    this.testGlobs = isTest;
    this.contexts.clear();
  }

  /** Manifests or the set of files changed. */
  refreshStructure(): void {
    this.lastRead = undefined;
    this.resolver = undefined;
    this.packagesCache = undefined;
    this.limit = undefined;
    this.byHand = undefined;
    this.compiled = undefined;
    this.forgetSchedules();
    this.contexts.clear();
  }

  addFile(file: string): void {
    if (!this.listed.includes(file)) this.setFiles([...this.listed, file]);
  }

  removeFile(file: string): void {
    this.texts.delete(file);
    this.skippedFiles.delete(file);
    if (this.listed.includes(file)) this.setFiles(this.listed.filter((other) => other !== file));
  }

  get files(): readonly string[] {
    return this.listed;
  }

  get sources(): string[] {
    return this.listed.filter((file) => isSourceFile(file));
  }

  get packages(): Packages {
    return (this.packagesCache ??= new Packages(this.present, this.listed));
  }

  /** Present text: unsaved first, then disk. Undefined when missing or unreadable. */
  text(file: string): string | undefined {
    const unsaved = this.texts.get(file);
    if (unsaved !== undefined) return unsaved;
    // A closed file is parsed and classified in one go: it is read once for both.
    if (this.lastRead?.file !== file) this.lastRead = { file, text: this.workspace.read(file) };
    return this.lastRead.text;
  }

  private limit: { file: string | undefined } | undefined;

  /** The file by which a proxy or platform limits requests before they get here. */
  get platformLimit(): string | undefined {
    return (this.limit ??= { file: platformLimit(this.listed, (file) => this.text(file)) }).file;
  }

  /** Folders whose files are only started by hand. */
  private byHand: readonly string[] | undefined;

  /** Files that a compiler made of others. */
  private compiled: ReadonlySet<string> | undefined;

  private scheduled: readonly ScheduledCall[] | undefined;

  /** The file by which a platform calls a route on a schedule, by the file and the address of the route. */
  scheduleOf(file: string, path: string): string | undefined {
    this.scheduled ??= scheduledCalls(this.listed, (other) => this.text(other));
    return this.scheduled.length === 0 ? undefined : scheduleOf(this.scheduled, file, path);
  }

  /** A file that may speak of schedules has another text. */
  forgetSchedules(): void {
    this.scheduled = undefined;
  }

  private newKeys: boolean | undefined;

  /** Does the client use publishable keys? Those are no JWTs: then only users' tokens pass `verify_jwt`. */
  get usesNewKeys(): boolean {
    this.newKeys ??=
      this.usesKeys(/sb_publishable_[\w-]{8}|SUPABASE_PUBLISHABLE_KEY\s*=\s*["']?sb_\w+_[\w-]{8}/) &&
      !this.usesKeys(/["'=]\s*eyJ[\w-]{8,}\.eyJ/);
    return this.newKeys;
  }

  private usesKeys(shape: RegExp): boolean {
    return this.listed.some((file) => /(^|\/)(\.env[^/]*|client\.[jt]s|supabase\.[jt]s)$/.test(file) && shape.test(this.text(file) ?? ''));
  }

  openVersion(file: string): number | undefined {
    return this.open.get(file);
  }

  isOpen(file: string): boolean {
    return this.open.has(file);
  }

  openFiles(): string[] {
    return [...this.open.keys()];
  }

  setText(file: string, text: string, version: number): void {
    this.open.set(file, version);
    this.texts.set(file, text);
    const reason = whyUnreadable(text);
    if (reason === undefined) {
      this.skippedFiles.delete(file);
      if (isSourceFile(file)) this.trees.set(file, text);
    } else {
      this.skippedFiles.set(file, reason);
      this.trees.forget(file);
    }
    this.contexts.delete(file);
  }

  /** The file changed on disk. */
  touched(file: string): void {
    if (this.lastRead?.file === file) this.lastRead = undefined;
    this.contexts.delete(file);
  }

  release(file: string): void {
    this.lastRead = undefined;
    this.open.delete(file);
    this.texts.delete(file);
    this.trees.forget(file);
  }

  /** Why a file is not analysed, if it is not. */
  skipped(file: string): string | undefined {
    return this.skippedFiles.get(file);
  }

  allSkipped(): { file: string; reason: string }[] {
    const folders = (this.workspace.unreadable?.() ?? []).map((folder) => [`${folder}/`, 'this folder may not be read'] as const);
    const manifests = this.packages
      .all()
      .filter(({ broken }) => broken)
      .map(({ dir }) => [within(dir, 'package.json'), 'not valid JSON: what it depends on is not known'] as const);
    return [...this.skippedFiles, ...folders, ...manifests]
      .map(([file, reason]) => ({ file, reason }))
      .sort((a, b) => (a.file < b.file ? -1 : 1));
  }

  markSkipped(file: string, reason: string): void {
    this.skippedFiles.set(file, reason);
  }

  tree(file: string): ts.SourceFile | undefined {
    const kept = this.trees.get(file);
    if (kept) return kept;
    const text = this.readable(file);
    return text === undefined ? undefined : parse(file, text);
  }

  /** Text of a file that can be analysed; otherwise undefined, and the reason is kept. */
  readable(file: string): string | undefined {
    const kept = this.trees.get(file);
    if (kept) return kept.text;
    if (!isSourceFile(file)) return undefined;
    const text = this.text(file);
    if (text === undefined) {
      if (this.listed.includes(file)) {
        const reading = this.workspace.readWithReason(file);
        this.skippedFiles.set(file, 'skipped' in reading ? reading.skipped : 'unreadable');
      }
      return undefined;
    }
    const reason = whyUnreadable(text);
    if (reason !== undefined) {
      this.skippedFiles.set(file, reason);
      return undefined;
    }
    this.skippedFiles.delete(file);
    return text;
  }

  context(file: string): FileContext {
    let context = this.contexts.get(file);
    if (!context) {
      const pkg = this.packages.of(file);
      const text = this.text(file) ?? '';
      context = {
        file,
        role: this.testGlobs?.(file) ? 'test' : this.roleOf(file, text),
        side: sideOf(file, text, pkg),
        packageDir: pkg?.dir ?? '',
        dependencies: pkg?.dependencies,
        ...upstreamOf(file, this),
        ...(isDeployedFunction(file, pkg?.dir ?? '', (path) => this.text(path)) ? { deployed: true } : {}),
      };
      this.contexts.set(file, context);
    }
    return context;
  }

  /** Files that a compiler made of others which are there. */
  get copies(): ReadonlySet<string> {
    return (this.compiled ??= compiledCopies(this.listed, (file) => this.text(file)));
  }

  private roleOf(file: string, text: string): FileRole {
    const role = fileRole(file, text.slice(0, 1000));
    if (role !== 'source' && role !== 'client') return role;
    if (this.copies.has(file)) return 'generated';
    if (role === 'client') return role;
    this.byHand ??= scriptFolders(this.packages.all(), this.listed, (other) => this.text(other));
    return this.byHand.some((folder) => file.startsWith(folder)) ? 'script' : role;
  }

  role(file: string): FileRole {
    return this.context(file).role;
  }

  resolve(fromFile: string, specifier: string): { file: string } | { package: string } | { unresolved: true } {
    this.resolver ??= createResolver(this.present, this.listed);
    return this.resolver.resolve(fromFile, specifier);
  }

  /** Do the classes of a file stand in for others than they did? Then imports are looked up anew. */
  heirsChanged(file: string): boolean {
    if (!this.resolver?.isStale(file)) return false;
    this.resolver = undefined;
    return true;
  }

  declaredGuard(ref: FunctionRef | undefined, name: string | undefined): GuardLevel | undefined {
    return declaredGuard(this.config, ref, name);
  }

  get declaresCalls(): boolean {
    return declaresCalls(this.config);
  }

  declaredKind(ref: FunctionRef | undefined, name: string | undefined): DeclaredKind | undefined {
    return declaredKind(this.config, ref, name);
  }
}

/** What the platform checks in front of an edge function. */
function upstreamOf(file: string, files: ProjectFiles): Pick<FileContext, 'upstream'> {
  const verdict = edgeFunctionAuthentication(file, (path) => files.text(path));
  if (verdict === undefined) return {};
  const isNew = verdict === 'verified' && files.usesNewKeys;
  return verdict === 'verified' ? { upstream: { level: isNew ? 'AUTHENTICATED' : 'PRESENCE_ONLY', name: 'verify_jwt' } } : {};
}
