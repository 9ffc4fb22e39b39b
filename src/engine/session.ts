import { configKinds } from '../facts/config';
import { ConfigModel } from '../facts/config/configModel';
import { EndpointRoles } from '../facts/endpointRoles';
import { PeerGroups } from '../facts/peers';
import { destination, ProjectModel } from '../facts/projectModel';
import { RouteTree } from '../facts/routeTree';
import { defaultSettings, type ClientUse, type InterfaceSettings } from '../facts/sql/exposure';
import { SqlModel } from '../facts/sql/sqlModel';
import { tablesOf, type Tables } from '../facts/tables';
import { isSame, TextModels } from '../facts/textModel';
import { libraries as allLibraries } from '../libraries';
import { defaultConfig, type Config } from '../model/config';
import type { Verification } from '../model/configuration';
import type { FactBase, FileFacts, Route } from '../model/facts';
import type { Fix, TextEdit } from '../model/fix';
import type { Library } from '../model/library';
import type { Check, Rule } from '../model/meta';
import type { VerifiedBy } from '../model/rule';
import { isSourceFile } from '../project/classify';
import { isManifest } from '../project/filesOfInterest';
import { readSupabaseConfig } from '../project/manifests';
import { within } from '../project/paths';
import { isSchedule } from '../project/schedules';
import { whyUnreadable } from '../project/readable';
import type { Workspace } from '../project/workspace';
import { syntaxErrors } from '../fixes/edits';
import { rules as allRules } from '../rules';
import { checks as allChecks } from '../checks';
import { applySequentially } from '../syntax/trees';
import { Actions } from './actions';
import type { Action, ActionInput, FileChange, FileResult, ProjectResult, RouteRow, Session, Span } from './api';
import { baselineFile } from './baseline';
import { configFile } from './config';
import { declaredPublic } from './declared';
import { withDeletedContents } from './deletedContents';
import { withPreviewsOff } from './maturity';
import { PlatformUse } from './platformUse';
import { ProjectFiles } from './project';
import { ProjectChecks, type ChangedCode } from './projectChecks';
import { projectResult } from './projectResult';
import { ProjectSettings } from './projectSettings';
import { routeRows } from './routeRows';
import { Questions, sameRoutes } from './questions';
import { Judge, type Judging } from './runner';
import type { Standing } from './steady';
import { withTexts, type Trial } from './trials';
import { Verdicts, type Judged } from './verdicts';
import { verifiedBy } from './verifications';
import { Waiting } from './waiting';

/** What a session can be given besides files. Everything has a default. */
export interface SessionOptions {
  /** Configuration instead of the project's file. */
  config?: Config;
  libraries?: readonly Library[];
  rules?: readonly Rule[];
  checks?: readonly Check[];
  /** Rules and checks in preview stay off until the configuration names them. So it is unless `rules` or `checks` are given. */
  heedsMaturity?: boolean;
  /** Present date as YYYY-MM-DD, for waivers. Without one, nothing expires. */
  today?: string;
  /** Milliseconds that the analysis of one file may take; 10,000 without one. */
  limitMs?: number;
  /** Told once per rule that throws. */
  onFailure?: (rule: string, file: string, error: unknown) => void;
}


/** Opens a live engine on a workspace. Nothing is read before `scan` or `setText`. */
export function openSession(workspace: Workspace, options: SessionOptions = {}): Session {
  return new LiveSession(workspace, options);
}

class LiveSession implements Session {
  readonly root: string;
  rejudged = 0;
  private readonly tables: Tables;
  private readonly rules: readonly Rule[];
  private readonly ruleIds: ReadonlySet<string>;
  private readonly checks: readonly Check[];
  private readonly files: ProjectFiles;
  private readonly model: ProjectModel;
  private readonly tree: RouteTree;
  private readonly peers: PeerGroups;
  private readonly sql: SqlModel;
  private readonly configuration: ConfigModel;
  /** Files that are not parsed as TypeScript. */
  private readonly textFiles: TextModels;
  private readonly platformUse: PlatformUse;
  private use: ClientUse = { imports: false, publicKey: false, serviceKey: false };
  private useChanged = false;
  private readonly judged = new Map<string, Judged>();
  private readonly waiting = new Waiting();
  private readonly failures = new Set<string>();
  private readonly timings: Record<string, number> = {};
  private readonly actionsOf: Actions;
  private readonly settings: ProjectSettings;
  /** Routes that a file was last judged with, and what its rules asked about others. */
  private readonly judgedWith = new Map<string, { routes: readonly Route[]; said: Judged['said'] }>();
  private readonly questions: Questions;
  private readonly verdicts: Verdicts;
  private linksChanged = false;
  private readonly checksOf: ProjectChecks;

  constructor(
    private readonly workspace: Workspace,
    private readonly options: SessionOptions,
  ) {
    this.root = workspace.root;
    this.tables = tablesOf(options.libraries ?? allLibraries);
    this.rules = (options.rules ?? allRules.filter((rule) => rule.maturity !== 'deprecated'));
    this.ruleIds = new Set(this.rules.map((rule) => rule.id));
    this.checks = (options.checks ?? allChecks.filter((check) => check.maturity !== 'deprecated'));
    const read = (file: string): string | undefined => this.files.text(file);
    this.settings = new ProjectSettings({ text: read, known: this.knownRules, today: options.today ?? '0000-01-01', given: options.config, settled: (config) => this.settled(config) }, defaultConfig);
    this.files = new ProjectFiles(workspace, this.settings.config, options.limitMs);
    this.files.onFailed = (file, error) => this.failedOn(file, error);
    this.files.onAnalysed = (file, facts) => void this.register(file, facts);
    this.model = new ProjectModel(this.tables, this.files);
    this.tree = new RouteTree(this.tables, {
      summary: (ref) => this.model.summary(ref),
      declaredGuard: (ref, name) => this.files.declaredGuard(ref, name),
      declaredKind: (ref, name) => this.files.declaredKind(ref, name),
      declaredPublic: (path, method) => declaredPublic(this.settings.config, path, method),
      platformLimit: () => this.files.platformLimit,
      scheduleOf: (file, path) => this.files.scheduleOf(file, path),
    });
    this.peers = new PeerGroups({
      files: () => this.tree.files(),
      routes: (file) => this.tree.routes(file),
      packageDir: (file) => this.files.context(file).packageDir,
      role: (file) => this.files.role(file),
      isApplication: (group) => this.tree.isApplication(group),
    });
    this.questions = new Questions(this.tree, this.peers, new EndpointRoles(this.tables, (file) => this.model.peek(file)));
    this.platformUse = new PlatformUse(this.files);
    this.sql = new SqlModel({
      files: () => this.files.files,
      text: (file) => this.readable(file),
      settings: (folder) => this.interfaceSettings(folder),
      use: () => this.use,
    });
    this.configuration = new ConfigModel(configKinds, this.tables, {
      files: () => this.files.files,
      text: (file) => this.readable(file),
      tracked: (file) => this.workspace.tracked?.(file),
      dependencies: (file) => this.files.packages.of(file)?.dependencies,
    });
    this.textFiles = new TextModels([this.sql, this.configuration]);
    this.checksOf = new ProjectChecks(this.checks, { root: this.root, files: this.files, model: this.model, tree: this.tree, peers: this.peers, texts: this.textFiles, settings: this.configuration, tables: this.tables, config: () => this.settings.config, withCode: (texts, work) => this.withCode(texts, work) });
    this.actionsOf = new Actions({
      tables: this.tables,
      files: this.files,
      model: this.model,
      tree: this.tree,
      lineStarts: (file) => this.lineStarts(file),
      judged: (file) => this.judgedAfresh(file),
      speaksFor: (id) => this.rules.find((rule) => rule.id === id)?.supersedes ?? [],
      trial: (file, text) => this.trial(file, text),
      offered: (file) => this.checksOf.offered(file),
      trialOfCheck: (fix, edits) => this.checksOf.trial(fix, edits),
    });
    this.verdicts = new Verdicts({
      files: this.files,
      model: this.model,
      tree: this.tree,
      judge: new Judge(this.judging()),
      rules: this.ruleIds,
      known: this.knownRules,
      config: () => this.settings.config,
      baseline: () => this.settings.baseline,
      lineStarts: (file) => this.lineStarts(file),
    });
    this.loadConfig();
  }

  private get knownRules(): string[] {
    return [...this.rules, ...this.checks].map((rule) => rule.id);
  }

  /** The configuration with what follows from the maturity of rules. */
  private settled(config: Config): Config {
    const { rules, checks, heedsMaturity = rules === undefined && checks === undefined } = this.options;
    return heedsMaturity ? withPreviewsOff(config, [...this.rules, ...this.checks]) : config;
  }

  /** Reads configuration and baseline anew. Gives whether they are others. */
  private loadConfig(): boolean {
    const isChanged = this.settings.load();
    this.files.setConfig(this.settings.config, this.settings.isTest);
    this.verdicts.forget();
    return isChanged;
  }

  private isExcluded(file: string): boolean {
    return this.settings.isExcluded(file);
  }

  async prepare(): Promise<void> {
    await this.relist();
  }

  /** Lists the files and reads the configuration anew. Resolves to whether both are what they were. */
  private async relist(): Promise<boolean> {
    const before = new Set(this.files.files);
    const files = await this.workspace.list();
    this.files.setFiles(files);
    const isReconfigured = this.loadConfig();
    if (files.length === before.size && files.every((file) => before.has(file))) return !isReconfigured;
    this.textFiles.restructured();
    const listed = new Set(files);
    for (const file of [...this.judged.keys(), ...this.registered.keys()]) if (!listed.has(file) && this.files.openVersion(file) === undefined) this.drop(file);
    // What imports and packages mean depends on which files there are.
    for (const file of [...this.registered.keys()]) this.register(file, this.guarded(file, () => this.model.refresh(file)));
    return false;
  }

  async scan(options: Parameters<Session['scan']>[0] = {}): Promise<ProjectResult> {
    const { signal, onProgress } = options;
    const started = performance.now();
    // What is known of all files holds when nothing changed since the last scan; changes are told, or wait.
    const isSettled = (await this.relist()) && this.hasScanned && this.waiting.isEmpty;
    this.timings['list'] = performance.now() - started;
    const open = new Set(this.files.openFiles());
    const sources = this.files.sources.filter((file) => !this.isExcluded(file)).sort((a, b) => Number(open.has(b)) - Number(open.has(a)));
    const analysing = performance.now();
    let since = performance.now();
    for (const [index, file] of sources.entries()) {
      if (signal?.aborted) break;
      // What was waiting is read again; what that means for files before it is looked at in the end.
      if (this.waiting.take(file)) this.analyseAgain(file);
      else this.ensureFacts(file);
      if (performance.now() - since > 25) {
        onProgress?.(index, sources.length, file);
        await pause();
        since = performance.now();
      }
    }
    this.timings['analyse'] = performance.now() - analysing;
    const judging = performance.now();
    const isCurrent = isSettled && !this.linksChanged && !this.useChanged;
    this.refreshUse();
    if (!signal?.aborted) this.linksChanged = false;
    const texts = this.textFiles.files().filter((file) => !this.isExcluded(file));
    for (const file of [...sources, ...texts]) {
      if (signal?.aborted) break;
      if (this.textFiles.covers(file)) this.waiting.take(file);
      this.judgeFile(file, !isCurrent);
      if (performance.now() - since > 25) {
        await pause();
        since = performance.now();
      }
    }
    this.checksOf.forget();
    // Something may have changed while files were read one after the other.
    if (!signal?.aborted && !this.waiting.isEmpty) await this.settle(signal ? { signal } : {});
    this.timings['judge'] = performance.now() - judging;
    this.hasScanned = !signal?.aborted;
    onProgress?.(sources.length, sources.length, '');
    return this.project();
  }

  /** Facts of a file, known to the route tree and to those who depend on it. */
  private ensureFacts(file: string): FileFacts | undefined {
    if (this.textFiles.covers(file)) return this.guarded(file, () => this.textFiles.facts(file));
    const known = this.model.peek(file);
    if (known && this.registered.get(file) === known) return known;
    return this.register(file, this.guarded(file, () => this.model.facts(file)));
  }

  /** The last scan came to its end. */
  private hasScanned = false;
  private readonly registered = new Map<string, FileFacts>();

  private register(file: string, facts: FileFacts | undefined): FileFacts | undefined {
    const old = this.registered.get(file);
    if (old === facts) return facts;
    this.waiting.relate(file, old?.dependsOn, facts?.dependsOn);
    if (facts) this.registered.set(file, facts);
    else this.registered.delete(file);
    this.useChanged ||= PlatformUse.concerns(old) || PlatformUse.concerns(facts);
    const routes = this.files.isOpen(file) ? this.tree.present(file) : undefined;
    const concernsOthers = this.tree.update(file, facts);
    this.peers.touch(concernsOthers ? undefined : file);
    // Most keystrokes leave all endpoints as they are.
    if (!concernsOthers && routes && this.tree.routes(file) === routes) return facts;
    this.linksChanged = true;
    this.questions.reindex(!concernsOthers && routes !== undefined && sameRoutes(routes, this.tree.routes(file)));
    return facts;
  }

  /** Forgets a file that is gone or left out. */
  private drop(file: string): void {
    this.model.forget(file);
    this.register(file, undefined);
    this.judged.delete(file);
    this.judgedWith.delete(file);
    this.waiting.take(file);
    this.relink();
    this.waiting.markDependents(file);
  }

  /** Settings or, with `functionsOnly`, nothing but functions changed: any route may be linked differently. */
  private relink(functionsOnly = false): void {
    if (functionsOnly) this.tree.recheck();
    else this.tree.invalidate();
    this.peers.touch();
    this.linksChanged = true;
    this.questions.reindex();
  }

  /** Imports may lead elsewhere after files came or went, or settings of paths changed. */
  private markMoved(): void {
    for (const [file, { resolved }] of this.registered) {
      if (Object.entries(resolved ?? {}).some(([specifier, target]) => destination(this.files.resolve(file, specifier)) !== target)) this.waiting.mark(file, 'dependency');
    }
  }

  /** A file that makes the engine throw is listed as not analysed; everything else goes on. */
  private guarded<T>(file: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.failedOn(file, error);
      return undefined;
    }
  }

  private failedOn(file: string, error: unknown): void {
    this.files.markSkipped(file, `not analysed: ${error instanceof Error ? error.message.split('\n')[0] : 'internal error'}`);
    this.tell('engine', file, error);
  }

  private tell(rule: string, file: string, error: unknown): void {
    if (this.failures.has(rule)) return;
    this.failures.add(rule);
    this.options.onFailure?.(rule, file, error);
  }

  private judging(): Judging {
    return {
      rules: this.rules,
      setting: (rule) => this.settings.config.rules[rule],
      siblings: (route) => this.questions.siblings(route),
      posture: (route) => this.questions.posture(route),
      habit: (route, habit) => this.questions.habit(route, habit),
      routesTo: (fact) => this.questions.routesTo(fact),
      addressesAt: (fact) => this.questions.addressesAt(fact),
      verifiedBy: (fact, check) => this.verifiedBy(fact, check),
      fileRole: (file) => this.files.role(file),
      lineStarts: (file) => this.lineStarts(file),
      takeQuestions: () => this.questions.take(),
      failed: (rule, file, error) => this.tell(rule, file, error),
    };
  }

  private verifiedBy(fact: FactBase, check: Verification): VerifiedBy | undefined {
    const { packageDir } = this.files.context(fact.file);
    const find = () => verifiedBy(this.configuration.of('pipeline'), check, packageDir);
    const found = find();
    this.questions.ask(() => isSame(found, find()));
    return found;
  }

  private judgeFile(file: string, force = false, standing?: Standing): Judged | undefined {
    const known = this.judged.get(file);
    if (known && !force) return known;
    const facts = this.ensureFacts(file);
    const judged = this.verdicts.of(file, facts, standing ?? this.verdicts.standing(file, known, false));
    this.judged.set(file, judged);
    this.judgedWith.set(file, { routes: facts ? this.tree.routes(file) : [], said: judged.said });
    this.rejudged++;
    return judged;
  }

  /** A file's verdicts with fixes that refer to the present text. They say the same as those that were published. */
  private judgedAfresh(file: string): Judged | undefined {
    const known = this.judgeFile(file);
    const facts = known?.isRecalled ? this.registered.get(file) : undefined;
    return known && facts ? this.verdicts.withFixes(file, known, facts) : known;
  }

  setText(file: string, text: string, version: number): FileResult {
    this.rejudged = 0;
    const standing = this.verdicts.standing(file, this.judged.get(file), true);
    const isNew = (isSourceFile(file) || file.endsWith('.sql')) && !this.files.files.includes(file);
    this.files.setText(file, text, version);
    if (isNew) {
      this.files.addFile(file);
      this.markMoved();
      if (file.endsWith('.sql')) this.restructureTexts();
    }
    return this.changed(file, standing);
  }

  editText(file: string, edits: TextEdit[], version: number): FileResult {
    const text = this.files.text(file) ?? '';
    return this.setText(file, applySequentially(text, edits), version);
  }

  release(file: string): void {
    const text = this.files.text(file);
    this.files.release(file);
    this.verdicts.forget(file);
    const onDisk = this.files.text(file);
    const isDifferent = onDisk !== text || (this.judged.get(file)?.kept.length ?? 0) > 0;
    if (isDifferent) this.filesChanged([{ file, type: onDisk === undefined ? 'deleted' : 'changed' }]);
  }

  /** Re-reads a file and judges it; others that depend on it wait for `settle`. */
  private changed(file: string, standing?: Standing): FileResult {
    if (file === configFile || file === baselineFile) {
      this.loadConfig();
      this.relink();
      this.markAll();
      return { file, version: this.files.openVersion(file) ?? 0, findings: file === configFile ? this.settings.findings : [] };
    }
    if (this.textFiles.covers(file) && !this.isExcluded(file)) return this.changedText(file);
    if (!isSourceFile(file) || this.isExcluded(file)) {
      this.settingsChanged(file);
      return { file, version: this.files.openVersion(file) ?? 0, findings: [] };
    }
    // A file that waits to be analysed again as a whole is; otherwise what was not edited is kept.
    this.analyseAgain(file, !this.waiting.has(file));
    this.waiting.take(file);
    return this.judgeFile(file, true, standing)!.result;
  }

  /** Makes the facts of a file anew; those who depend on it wait if anything they may depend on changed. */
  private analyseAgain(file: string, afterEdit = false): { before: FileFacts | undefined; facts: FileFacts | undefined } {
    const before = this.registered.get(file);
    const edited = afterEdit ? this.guarded(file, () => this.model.edited(file)) : undefined;
    const facts = this.register(file, edited ? edited.facts : this.guarded(file, () => this.model.refresh(file)));
    this.checksOf.forget();
    if (!edited?.sameSummary && summaryShape(before) !== summaryShape(facts)) {
      this.relink(true);
      this.waiting.markDependents(file);
    }
    return { before, facts };
  }

  /** A file that others are read with has another text. */
  private settingsChanged(file: string): void {
    if (isManifest(file)) this.restructure();
    this.useChanged ||= PlatformUse.isSetting(file);
    if (isSchedule(file)) this.reschedule();
    if (ordersMigrations.test(file)) this.restructureTexts();
    for (const other of this.configuration.changed(file)) this.waiting.mark(other, 'dependency');
    // Rules may have asked what pipelines do.
    this.linksChanged = true;
    this.checksOf.forget();
  }

  /** The platform may call other routes on a schedule. */
  private reschedule(): void {
    this.files.forgetSchedules();
    this.relink();
  }

  /** Reads one file again; files whose facts it changes, tables and policies for one, wait for `settle`. */
  private changedText(file: string): FileResult {
    if (!file.endsWith('.sql')) this.settingsChanged(file);
    for (const other of this.textFiles.changed(file)) this.waiting.mark(other, 'dependency');
    this.checksOf.forget();
    this.waiting.take(file);
    return this.judgeFile(file, true)!.result;
  }

  private restructureTexts(): void {
    for (const file of this.textFiles.restructured()) this.waiting.mark(file, 'dependency');
  }

  /** Code that talks to the platform changed: what is within reach of clients may have. */
  private refreshUse(): void {
    this.useChanged = false;
    const use = this.platformUse.of(this.model.files());
    const isSame = use.imports === this.use.imports && use.publicKey === this.use.publicKey && use.serviceKey === this.use.serviceKey;
    this.use = use;
    if (!isSame) this.restructureTexts();
  }

  private interfaceSettings(folder: string): InterfaceSettings {
    const text = this.files.text(within(folder, 'config.toml'));
    if (text === undefined || !/(?:^|\/)supabase$/.test(folder)) return defaultSettings;
    return { ...defaultSettings, ...readSupabaseConfig(text).api };
  }

  /** Text of a file that is not analysed when it is too much to read. */
  private readable(file: string): string | undefined {
    const text = this.files.text(file);
    const reason = text === undefined || isSourceFile(file) ? undefined : whyUnreadable(text);
    if (reason === undefined) return text;
    this.files.markSkipped(file, reason);
    return undefined;
  }

  private lineStarts(file: string): readonly number[] | undefined {
    return this.model.peek(file)?.lineStarts ?? (this.textFiles.covers(file) ? this.textFiles.facts(file)?.lineStarts : undefined);
  }

  private restructure(): void {
    this.files.refreshStructure();
    this.textFiles.restructured();
    this.markAll();
  }

  /** Settings changed: any file may mean something else, or count at all. */
  private markAll(): void {
    this.verdicts.forget();
    for (const file of new Set([...this.judged.keys(), ...(this.judged.size > 0 ? [...this.files.sources, ...this.textFiles.files()] : [])])) this.waiting.mark(file, 'itself');
  }

  filesChanged(changes: FileChange[]): void {
    let moved = false;
    let restructured = false;
    let settled = true;
    const touched: string[] = [];
    for (const { file, type } of this.withContents(changes)) {
      // What the editor holds counts; `release` looks at the disk again.
      if (this.files.openVersion(file) !== undefined) continue;
      this.files.touched(file);
      if (type === 'created') this.files.addFile(file);
      if (type === 'deleted') {
        this.files.removeFile(file);
        this.drop(file);
      }
      moved ||= type !== 'changed';
      this.useChanged ||= PlatformUse.isSetting(file);
      if (file === configFile || file === baselineFile || isManifest(file)) this.changed(file);
      else if (type !== 'deleted' && isSourceFile(file)) this.waiting.mark(file, 'itself');
      restructured ||= ordersMigrations.test(file) || (type !== 'changed' && file.endsWith('.sql'));
      if (!isSourceFile(file)) touched.push(file);
      settled &&= type === 'changed' || isSourceFile(file);
      this.checksOf.forget();
    }
    if (restructured) this.restructureTexts();
    // Whether there is a file may be all that counts.
    else if (!settled) for (const file of this.configuration.restructured()) this.waiting.mark(file, 'dependency');
    this.linksChanged ||= touched.length > 0;
    for (const file of touched) {
      if (isSchedule(file)) this.reschedule();
      for (const other of this.textFiles.changed(file)) this.waiting.mark(other, 'dependency');
      if (this.textFiles.covers(file)) this.waiting.mark(file, 'dependency');
    }
    if (moved) this.markMoved();
  }

  private withContents(changes: readonly FileChange[]): FileChange[] {
    const known = new Set(this.files.files);
    // A folder may have been taken for a file when it was told of.
    return withDeletedContents(changes, known, ({ file }) => !/[^/]\.[^/.]+$/.test(file) || !known.has(file));
  }

  async settle(options: { signal?: AbortSignal } = {}): Promise<FileResult[]> {
    const { signal } = options;
    // Most keystrokes concern no other file, and there may be thousands.
    if (this.waiting.isEmpty && !this.useChanged && !this.linksChanged) {
      this.rejudged = 0;
      return [];
    }
    const before = new Map([...this.judged].map(([file, judged]) => [file, judged.result] as const));
    const again = new Set<string>();
    const visits = new Map<string, number>();
    let since = performance.now();
    const breathe = async (): Promise<void> => {
      if (performance.now() - since < 25) return;
      await pause();
      since = performance.now();
    };
    const next = (): string | undefined => this.waiting.next(this.files.openFiles(), (file) => this.registered.get(file)?.dependsOn);
    for (let file = next(); file !== undefined && !signal?.aborted; file = next()) {
      const why = this.waiting.take(file);
      const isText = this.textFiles.covers(file);
      if (!isText && !isSourceFile(file)) continue;
      if (this.isExcluded(file)) {
        if (this.judged.has(file)) this.drop(file);
        continue;
      }
      if (isText) {
        again.add(file);
        continue;
      }
      const count = (visits.get(file) ?? 0) + 1;
      visits.set(file, count);
      const { before: old, facts } = this.analyseAgain(file);
      if (why === 'itself' || JSON.stringify(old) !== JSON.stringify(facts)) again.add(file);
      // Files that import each other may go on telling each other news; it is enough to have listened a few times.
      if (count > mostVisits) for (const other of facts?.dependsOn ?? []) if ((visits.get(other) ?? 0) > mostVisits) this.waiting.take(other);
      await breathe();
    }
    if (this.useChanged && !signal?.aborted) {
      this.refreshUse();
      for (const file of this.waiting.all()) if (this.sql.covers(file) && !this.isExcluded(file)) again.add(file);
      for (const file of again) this.waiting.take(file);
    }
    this.rejudged = 0;
    for (const file of again) {
      if (signal?.aborted) {
        this.waiting.mark(file, 'itself');
        continue;
      }
      this.judgeFile(file, true);
      await breathe();
    }
    if (this.linksChanged && !signal?.aborted) {
      this.linksChanged = false;
      for (const [file, { routes, said }] of [...this.judgedWith]) {
        if (sameRoutes(routes, this.tree.routes(file)) && said.every((part) => part.every(({ asked }) => asked.every((holds) => holds())))) continue;
        this.judgeFile(file, true);
        await breathe();
      }
    }
    return [...this.judged.values()].map((judged) => judged.result).filter((result) => {
      const old = before.get(result.file);
      return old !== result && (old === undefined || JSON.stringify(old.findings) !== JSON.stringify(result.findings));
    });
  }

  result(file: string): FileResult | undefined {
    if (file === configFile) return { file, version: this.files.openVersion(file) ?? 0, findings: this.settings.findings };
    return this.judged.get(file)?.result;
  }

  project(): ProjectResult {
    return projectResult({
      root: this.root,
      judged: [...this.judged.values()],
      checked: this.checksOf.found,
      own: this.settings.findings,
      files: this.files,
      config: this.settings.config,
      ids: this.knownRules,
      timings: this.timings,
      isSetting: (file) => this.configuration.covers(file),
    });
  }

  routes(): RouteRow[] {
    return routeRows(this.tree, this.tables, this.model, this.files);
  }

  actions(file: string, span: Span): Action[] {
    return this.actionsOf.list(file, span);
  }

  resolve(file: string, actionId: string, input?: ActionInput): Fix | undefined {
    return this.actionsOf.resolve(file, actionId, input);
  }

  /** Judges a file with another text, and leaves everything as it was. */
  private trial(file: string, text: string): Trial | undefined {
    return this.textFiles.covers(file) ? this.trialOfText(file, text) : this.trialOfCode(file, text);
  }

  private trialOfCode(file: string, text: string): Trial | undefined {
    return this.withCode(new Map([[file, text]]), ([changed]) => changed?.after);
  }

  /** Analyses files of code with other texts for as long as `work` takes. */
  private withCode<T>(texts: ReadonlyMap<string, string>, work: (changed: readonly ChangedCode[]) => T): T {
    const before = new Map([...texts.keys()].map((file) => [file, this.registered.get(file)]));
    const errors = (file: string): number => syntaxErrors(this.files.tree(file));
    const stumbles = new Map([...before].map(([file, facts]) => [file, facts ? errors(file) : 0]));
    const hadChanged = this.linksChanged;
    try {
      return withTexts(this.files, texts, () => {
        const made = [...texts.keys()].map((file) => [file, this.register(file, this.guarded(file, () => this.model.refresh(file)))] as const);
        return work(made.map(([file, facts]) => ({
          before: this.judged.get(file),
          isBroken: errors(file) > stumbles.get(file)!,
          after: facts && { routes: this.tree.handledIn(file), judged: this.verdicts.afresh(file, facts), facts },
        })));
      });
    } finally {
      for (const [file, facts] of before) {
        if (facts) this.model.restore(facts);
        else this.model.forget(file);
        this.register(file, facts);
      }
      this.linksChanged = hadChanged;
    }
  }

  private trialOfText(file: string, text: string): Trial | undefined {
    try {
      return withTexts(this.files, new Map([[file, text]]), () => {
        this.textFiles.changed(file);
        const facts = this.textFiles.facts(file);
        return facts && { judged: this.verdicts.afresh(file, facts), facts, routes: [] };
      });
    } finally {
      this.textFiles.changed(file);
    }
  }

  dispose(): void {
    this.judged.clear();
  }
}

/** Files that say which migrations there are, and for which kind of database. */
const ordersMigrations = /(?:^|\/)(?:meta\/_journal\.json|migration_lock\.toml)$/;

/** How often one file is analysed again while others settle: cycles of imports could go on for ever. */
const mostVisits = 4;

function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The summary without positions, to see whether anything that others depend on has changed. */
function summaryShape(facts: FileFacts | undefined): string {
  return facts ? JSON.stringify(facts.summary, (key, value: unknown) => (key === 'span' ? undefined : value)) : '';
}
