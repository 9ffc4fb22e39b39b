import type { Finding } from '../model/finding';
import type { Fix, TextEdit } from '../model/fix';
import { isSourceFile } from '../project/classify';
import { isManifest } from '../project/filesOfInterest';
import type { Workspace } from '../project/workspace';
import { applySequentially } from '../syntax/trees';
import { Actions } from './actions';
import type { Action, ActionInput, FileChange, FileResult, ProjectResult, RouteRow, Session, Span } from './api';
import { baselineFile } from './baseline';
import { Changes } from './changes';
import { configFile } from './config';
import { Judgements } from './judgements';
import { KeptFacts } from './keptFacts';
import { ProjectChecks } from './projectChecks';
import { projectResult } from './projectResult';
import { sameRoutes } from './questions';
import { Registry } from './registry';
import { routeRows } from './routeRows';
import { SessionParts, type SessionOptions } from './sessionParts';
import type { Standing } from './steady';
import { TrialRuns } from './trialRuns';

export type { SessionOptions } from './sessionParts';

/** Opens a live engine on a workspace. Nothing is read before `scan` or `setText`. */
export function openSession(workspace: Workspace, options: SessionOptions = {}): Session {
  return new LiveSession(workspace, options);
}

class LiveSession implements Session {
  readonly root: string;
  private readonly parts: SessionParts;
  private readonly registry: Registry;
  private readonly judgements: Judgements;
  private readonly trials: TrialRuns;
  private readonly checksOf: ProjectChecks;
  private readonly changes: Changes;
  private readonly actionsOf: Actions;
  private readonly keptFacts: KeptFacts | undefined;
  private readonly timings: Record<string, number> = {};
  /** The last scan came to its end. */
  private hasScanned = false;

  constructor(workspace: Workspace, options: SessionOptions) {
    this.root = workspace.root;
    this.parts = new SessionParts(workspace, options);
    this.registry = new Registry(this.parts, () => this.checksOf.forget());
    this.judgements = new Judgements(this.parts, this.registry);
    this.keptFacts = options.store && new KeptFacts(this.parts, this.registry, options.store);
    this.trials = new TrialRuns(this.parts, this.registry, this.judgements);
    this.checksOf = new ProjectChecks(this.parts.checks, {
      root: this.root,
      files: this.parts.files,
      model: this.parts.model,
      tree: this.parts.tree,
      peers: this.parts.peers,
      texts: this.parts.textFiles,
      settings: this.parts.configuration,
      tables: this.parts.tables,
      config: () => this.parts.settings.config,
      withCode: (texts, work) => this.trials.withCode(texts, work),
    });
    this.actionsOf = new Actions({
      tables: this.parts.tables,
      files: this.parts.files,
      model: this.parts.model,
      tree: this.parts.tree,
      lineStarts: (file) => this.parts.lineStarts(file),
      judged: (file) => this.judgements.afresh(file),
      silent: (file) => this.parts.packageFacts.silent(file),
      speaksFor: (id) => this.parts.rules.find((rule) => rule.id === id)?.supersedes ?? [],
      follows: (id) => this.parts.rules.find((rule) => rule.id === id)?.follows ?? [],
      trial: (file, text) => this.trials.of(file, text),
      offered: (file) => this.checksOf.offered(file),
      trialOfCheck: (fix, edits) => this.checksOf.trial(fix, edits),
    });
    this.changes = new Changes(this.parts, this.registry, this.judgements, this.checksOf, (file) => void this.changed(file));
    this.changes.loadConfig();
  }

  get rejudged(): number {
    return this.judgements.rejudged;
  }

  filesChanged(changes: FileChange[]): void {
    this.changes.filesChanged(changes);
  }

  async prepare(): Promise<void> {
    await this.relist();
  }

  /** Lists the files and reads the configuration anew. Resolves to whether both are what they were. */
  private async relist(): Promise<boolean> {
    const before = new Set(this.parts.files.files);
    const files = await this.parts.workspace.list();
    this.parts.files.setFiles(files);
    const isReconfigured = this.changes.loadConfig();
    if (files.length === before.size && files.every((file) => before.has(file))) return !isReconfigured;
    this.parts.textFiles.restructured();
    const listed = new Set(files);
    for (const file of [...this.judgements.judged.keys(), ...this.registry.registered.keys()])
      if (!listed.has(file) && this.parts.files.openVersion(file) === undefined) this.judgements.drop(file);
    // What imports and packages mean depends on which files there are.
    for (const file of [...this.registry.registered.keys()])
      this.registry.register(
        file,
        this.registry.guarded(file, () => this.parts.model.refresh(file)),
      );
    return false;
  }

  async scan(options: Parameters<Session['scan']>[0] = {}): Promise<ProjectResult> {
    const { signal, onProgress } = options;
    const started = performance.now();
    // What is known of all files holds when nothing changed since the last scan; changes are told, or wait.
    const isSettled = (await this.relist()) && this.hasScanned && this.registry.waiting.isEmpty;
    this.timings['list'] = performance.now() - started;
    let since = performance.now();
    await this.keptFacts?.recall(async () => {
      if (performance.now() - since > 25) {
        await pause();
        since = performance.now();
      }
      return !signal?.aborted;
    });
    this.timings['recall'] = performance.now() - started - this.timings['list'];
    const open = new Set(this.parts.files.openFiles());
    const sources = this.parts.files.sources
      .filter((file) => !this.parts.isExcluded(file))
      .sort((a, b) => Number(open.has(b)) - Number(open.has(a)));
    const analysing = performance.now();
    for (const [index, file] of sources.entries()) {
      if (signal?.aborted) break;
      if (index % atOnce === 0) this.registry.learn(sources.slice(index, index + atOnce));
      // What was waiting is read again; what that means for files before it is looked at in the end.
      if (this.registry.waiting.take(file)) this.registry.analyseAgain(file, { isExact: true });
      else this.registry.ensureFacts(file);
      if (performance.now() - since > 25) {
        onProgress?.(index, sources.length, file);
        await pause();
        since = performance.now();
      }
    }
    this.timings['analyse'] = performance.now() - analysing;
    const judging = performance.now();
    const isCurrent = isSettled && !this.registry.linksChanged && !this.registry.useChanged;
    this.changes.refreshUse();
    if (!signal?.aborted) this.registry.linksChanged = false;
    const texts = this.parts.textFiles.files().filter((file) => !this.parts.isExcluded(file));
    for (const file of [...sources, ...texts]) {
      if (signal?.aborted) break;
      if (this.parts.textFiles.covers(file)) this.registry.waiting.take(file);
      this.judgements.of(file, !isCurrent);
      if (performance.now() - since > 25) {
        await pause();
        since = performance.now();
      }
    }
    this.checksOf.forget();
    // Something may have changed while files were read one after the other.
    if (!signal?.aborted && !this.registry.waiting.isEmpty) await this.settleAll(signal, true);
    this.timings['judge'] = performance.now() - judging;
    this.hasScanned = !signal?.aborted;
    if (this.hasScanned) this.keptFacts?.keep();
    onProgress?.(sources.length, sources.length, '');
    return this.project();
  }

  setText(file: string, text: string, version: number): FileResult {
    this.judgements.rejudged = 0;
    const standing = this.judgements.verdicts.standing(file, this.judgements.judged.get(file), true);
    const isNew = (isSourceFile(file) || file.endsWith('.sql')) && !this.parts.files.files.includes(file);
    this.parts.files.setText(file, text, version);
    if (isNew) {
      const { copies } = this.parts.files;
      this.parts.files.addFile(file);
      this.changes.markCopies(copies);
      this.registry.markMoved();
      if (file.endsWith('.sql')) this.changes.restructureTexts();
    }
    return this.changed(file, standing);
  }

  editText(file: string, edits: TextEdit[], version: number): FileResult {
    const text = this.parts.files.text(file) ?? '';
    return this.setText(file, applySequentially(text, edits), version);
  }

  release(file: string): void {
    const text = this.parts.files.text(file);
    this.parts.files.release(file);
    this.judgements.verdicts.forget(file);
    const onDisk = this.parts.files.text(file);
    const isDifferent = onDisk !== text || (this.judgements.judged.get(file)?.kept.length ?? 0) > 0;
    if (isDifferent) this.changes.filesChanged([{ file, type: onDisk === undefined ? 'deleted' : 'changed' }]);
  }

  /** Re-reads a file and judges it; others that depend on it wait for `settle`. */
  private changed(file: string, standing?: Standing): FileResult {
    if (file === configFile || file === baselineFile) {
      this.changes.loadConfig();
      this.registry.relink();
      this.changes.markAll();
      return { file, version: this.parts.files.openVersion(file) ?? 0, findings: file === configFile ? this.parts.settings.findings : [] };
    }
    if (this.parts.textFiles.covers(file) && !this.parts.isExcluded(file)) return this.changes.changedText(file);
    if (!isSourceFile(file) || this.parts.isExcluded(file)) {
      this.changes.settingsChanged(file);
      return { file, version: this.parts.files.openVersion(file) ?? 0, findings: [] };
    }
    if (isManifest(file)) this.changes.namesChanged(file);
    this.registry.edited.add(file);
    // A file that waits to be analysed again as a whole is; otherwise what was not edited is kept.
    this.registry.analyseAgain(file, { afterEdit: !this.registry.waiting.has(file) });
    this.registry.waiting.take(file);
    return this.judgements.of(file, true, standing)!.result;
  }

  settle(options: { signal?: AbortSignal } = {}): Promise<FileResult[]> {
    return this.settleAll(options.signal, false);
  }

  private async settleAll(signal: AbortSignal | undefined, isExact: boolean): Promise<FileResult[]> {
    this.registry.lookAtHeirs();
    // Most keystrokes concern no other file, and there may be thousands.
    if (this.registry.waiting.isEmpty && !this.registry.useChanged && !this.registry.linksChanged) {
      this.judgements.rejudged = 0;
      return [];
    }
    const before = new Map([...this.judgements.judged].map(([file, judged]) => [file, judged.result] as const));
    const again = new Set<string>();
    const visits = new Map<string, number>();
    let since = performance.now();
    const breathe = async (): Promise<void> => {
      if (performance.now() - since < 25) return;
      await pause();
      since = performance.now();
    };
    const next = (): string | undefined =>
      this.registry.waiting.next(this.parts.files.openFiles(), (file) => this.registry.registered.get(file)?.dependsOn);
    for (let file = next(); file !== undefined && !signal?.aborted; file = next()) {
      const why = this.registry.waiting.take(file);
      const isText = this.parts.textFiles.covers(file);
      if (!isText && !isSourceFile(file)) continue;
      if (this.parts.isExcluded(file)) {
        if (this.judgements.judged.has(file)) this.judgements.drop(file);
        continue;
      }
      if (isText) {
        again.add(file);
        continue;
      }
      const count = (visits.get(file) ?? 0) + 1;
      visits.set(file, count);
      const { before: old, facts } = this.registry.analyseAgain(file, { isExact });
      if (why === 'itself' || JSON.stringify(old) !== JSON.stringify(facts)) again.add(file);
      // Files that import each other may go on telling each other news; it is enough to have listened a few times.
      if (count > mostVisits)
        for (const other of facts?.dependsOn ?? []) if ((visits.get(other) ?? 0) > mostVisits) this.registry.waiting.take(other);
      await breathe();
    }
    if (this.registry.useChanged && !signal?.aborted) {
      this.changes.refreshUse();
      for (const file of this.registry.waiting.all()) if (this.parts.sql.covers(file) && !this.parts.isExcluded(file)) again.add(file);
      for (const file of again) this.registry.waiting.take(file);
    }
    this.judgements.rejudged = 0;
    for (const file of again) {
      if (signal?.aborted) {
        this.registry.waiting.mark(file, 'itself');
        continue;
      }
      this.judgements.of(file, true);
      await breathe();
    }
    if (this.registry.linksChanged && !signal?.aborted) {
      this.registry.linksChanged = false;
      for (const [file, { routes, said }] of [...this.judgements.judgedWith]) {
        if (
          sameRoutes(routes, this.parts.tree.routes(file)) &&
          said.every((part) => part.every(({ asked }) => asked.every((holds) => holds())))
        )
          continue;
        this.judgements.of(file, true);
        await breathe();
      }
    }
    return [...this.judgements.judged.values()]
      .map((judged) => judged.result)
      .filter((result) => {
        const old = before.get(result.file);
        return old !== result && (old === undefined || JSON.stringify(old.findings) !== JSON.stringify(result.findings));
      });
  }

  result(file: string): FileResult | undefined {
    if (file === configFile) return { file, version: this.parts.files.openVersion(file) ?? 0, findings: this.parts.settings.findings };
    return this.judgements.judged.get(file)?.result;
  }

  project(): ProjectResult {
    return projectResult({
      root: this.root,
      judged: [...this.judgements.judged.values()],
      checked: this.checksOf.found,
      own: this.parts.settings.findings,
      files: this.parts.files,
      config: this.parts.settings.config,
      ids: this.parts.knownRules,
      timings: this.timings,
      isSetting: (file) => this.parts.configuration.covers(file),
    });
  }

  routes(): RouteRow[] {
    return routeRows(this.parts.tree, this.parts.tables, this.parts.model, this.parts.files, this.parts.packageFacts);
  }

  actions(file: string, span: Span): Action[] {
    return this.actionsOf.list(file, span);
  }

  named(findings: readonly Finding[]): Finding[] {
    return this.actionsOf.named(findings);
  }

  resolve(file: string, actionId: string, input?: ActionInput): Fix | undefined {
    return this.actionsOf.resolve(file, actionId, input);
  }

  dispose(): void {
    this.judgements.judged.clear();
  }
}

/** How often one file is analysed again while others settle: cycles of imports could go on for ever. */
const mostVisits = 4;

/** How many files are analysed side by side while nobody waits for one of them. */
const atOnce = 16;

function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
