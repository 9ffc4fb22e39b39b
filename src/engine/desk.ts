import type { Finding } from '../model/finding';
import type { Fix, TextEdit } from '../model/fix';
import type { ReadinessFile, Scorecard } from '../model/readiness';
import type { Action, FileChange, FileResult, ProjectResult, Session, Span } from './api';
import { configFile } from './config';
import { fileDelta, scorecardDelta } from './delta';
import type { Pauses, Services } from './deskParts';
import { withDeletedContents } from './deletedContents';
import { mergeFixes } from './mergeFixes';
import type { ScanSummary } from './protocol';
import { RoutesFeed } from './routesFeed';

/** Shown beside the greyed-out action. */
const nothingToHarden = 'Nothing was found here that hardening would add.';

/** Results per message: the receiver's thread is the editor's own, and must not be kept busy for long. */
const batch = 100;

/** One session with what its receiver has been told so far. */
export class Desk {
  private readonly sent = new Map<string, FileResult>();
  /** Files whose text comes from the editor. */
  private readonly open = new Set<string>();
  private readonly routes: RoutesFeed;
  private scorecard: Scorecard | undefined;
  private readiness: ReadinessFile | undefined;
  /** Edits that were built for the present texts, by file and action. */
  private readonly checked = new Map<string, Fix | undefined>();
  private settleTimer: NodeJS.Timeout | undefined;
  private scoreTimer: NodeJS.Timeout | undefined;
  private settling: AbortController | undefined;
  /** Ids of checks. */
  private readonly checks: ReadonlySet<string>;
  private isClosed = false;
  private isScanned = false;
  /** What checks found, by file: they judge the project and are not part of a file's own result. */
  private checkFindings = new Map<string, Finding[]>();

  constructor(
    readonly session: Session,
    /** Put on everything that is said about it. */
    private readonly label: { folder: string; session: number },
    /** Folder on disk; without one there is no checklist. */
    private readonly root: string | undefined,
    private readonly services: Services,
    private readonly pauses: Pauses,
  ) {
    this.routes = new RoutesFeed(session, (files) => services.post({ type: 'routes', ...label, files }), pauses.settle * 2);
    // What is not on disk is never scanned; its endpoints are those of the texts that are open.
    if (root === undefined) this.routes.begin();
    this.checks = new Set(services.rules.filter(({ kind }) => kind === 'check').map(({ id }) => id));
  }

  /** Sends what changed of the results of rules; what checks found in the same files stays as it was. */
  publish(results: readonly FileResult[]): void {
    if (this.send(results.map((result) => this.complete(result)))) this.scoreSoon();
  }

  private complete(result: FileResult): FileResult {
    const ofChecks = this.checkFindings.get(result.file);
    return ofChecks ? { ...result, findings: [...result.findings, ...ofChecks] } : result;
  }

  private send(results: readonly FileResult[]): boolean {
    const deltas = results.flatMap((result) => {
      const delta = fileDelta(this.sent.get(result.file), result);
      this.sent.set(result.file, result);
      return delta ?? [];
    });
    for (let at = 0; at < deltas.length; at += batch) {
      this.services.post({ type: 'results', ...this.label, files: deltas.slice(at, at + batch) });
    }
    return deltas.length > 0;
  }

  /** Version of the text that was judged last. */
  versionOf(file: string): number | undefined {
    return this.sent.get(file)?.version;
  }

  /** Passes events on. What is deleted has no findings from now on; of a deleted folder, only the folder may be named. */
  filesChanged(changes: readonly FileChange[]): void {
    const all = withDeletedContents(changes, this.sent.keys());
    this.session.filesChanged(all);
    this.checked.clear();
    this.forget(all.filter(({ file, type }) => type === 'deleted' && !this.open.has(file)).map(({ file }) => file));
    this.settleSoon();
  }

  setText(file: string, text: string, version: number): void {
    this.open.add(file);
    this.judged(this.session.setText(file, text, version));
  }

  editText(file: string, edits: TextEdit[], version: number): void {
    this.judged(this.session.editText(file, edits, version));
  }

  private judged(result: FileResult): void {
    this.checked.clear();
    this.publish([result]);
    this.settleSoon();
  }

  release(file: string): void {
    this.open.delete(file);
    this.session.release(file);
    this.checked.clear();
    // It was deleted on disk meanwhile, or never was there.
    if (!this.session.result(file)) this.forget([file]);
    this.settleSoon();
  }

  private forget(files: readonly string[]): void {
    const shown = files.filter((file) => (this.sent.get(file)?.findings.length ?? 0) > 0);
    for (const file of shown) this.checkFindings.delete(file);
    this.publish(shown.map((file) => ({ file, version: 0, findings: [] })));
  }

  /**
   * What can be done at a place. An edit that fails its checks is not offered; hardening, which takes longest to check, is
   * only checked when `thorough` is set.
   */
  actions(file: string, span: Span, thorough: boolean): Action[] {
    return this.session.actions(file, span).flatMap((action) => {
      if (action.disabled !== undefined) return action;
      if (action.kind === 'harden') return thorough && !this.resolve(file, action.id) ? { ...action, disabled: nothingToHarden } : action;
      const hasEdit = action.kind === 'fix' || action.kind === 'suggestion' || action.kind === 'scaffold';
      return hasEdit && !this.resolve(file, action.id) ? [] : action;
    });
  }

  /** The checked edits of an action; built once for a state of the texts. */
  resolve(file: string, action: string, reason?: string): Fix | undefined {
    if (reason !== undefined) return this.session.resolve(file, action, { reason });
    const key = `${file}\0${action}`;
    if (!this.checked.has(key)) this.checked.set(key, this.session.resolve(file, action));
    return this.checked.get(key);
  }

  /** All safe fixes of a file in one, or those of one rule; what overlaps an earlier one waits for the next time. */
  fixAll(file: string, rule: string | undefined): Fix | undefined {
    const findings = this.session.result(file)?.findings ?? [];
    const wanted = findings.filter(
      (finding) =>
        finding.outcome === 'gap' &&
        finding.status === 'open' &&
        finding.fixes.some(({ kind }) => kind === 'fix') &&
        (rule === undefined || finding.rule === rule),
    );
    const seen = new Set<string>();
    const fixes = wanted.flatMap((finding) => {
      const safe = this.session
        .actions(file, finding.span)
        .find((action) => action.kind === 'fix' && action.finding?.fingerprint === finding.fingerprint && !action.disabled);
      if (!safe || seen.has(safe.id)) return [];
      seen.add(safe.id);
      return this.resolve(file, safe.id) ?? [];
    });
    return mergeFixes(file, fixes);
  }

  setReadiness(content: ReadinessFile | undefined): void {
    this.readiness = content;
    this.scoreSoon(0);
  }

  /** Judges dependents when typing pauses; typing on puts it off. */
  settleSoon(): void {
    clearTimeout(this.settleTimer);
    this.settling?.abort();
    this.settleTimer = setTimeout(() => void this.settle(), this.pauses.settle);
  }

  private async settle(): Promise<void> {
    const abort = new AbortController();
    this.settling = abort;
    try {
      const results = await this.session.settle({ signal: abort.signal });
      this.checked.clear();
      if (!this.isClosed) {
        this.publish([...results, ...this.configuration()]);
        this.routes.tellSoon();
      }
    } catch (error) {
      this.services.post({ type: 'log', level: 'error', message: `Files that depend on an edit were not judged again: ${words(error)}` });
    } finally {
      if (this.settling === abort) this.settling = undefined;
    }
  }

  /** Mistakes in the configuration, which is no file that rules judge. */
  private configuration(): FileResult[] {
    const result = this.session.result(configFile);
    return result && (result.findings.length > 0 || this.sent.has(configFile)) ? [result] : [];
  }

  async scan(signal: AbortSignal): Promise<ScanSummary> {
    const start = performance.now();
    const result = await this.session.scan({
      signal,
      onProgress: (done, total) => this.services.post({ type: 'progress', ...this.label, done, total }),
    });
    this.checked.clear();
    this.isScanned ||= !signal.aborted;
    if (this.isScanned && !this.isClosed) this.routes.begin();
    if (!this.isClosed) this.publishProject(result);
    return {
      complete: !signal.aborted,
      analysed: result.files.analysed.length,
      skipped: result.files.skipped,
      milliseconds: Math.round(performance.now() - start),
    };
  }

  /** Sends the results of all files, and that files without findings now have none. */
  private publishProject(project: ProjectResult): void {
    const files = new Set([
      ...this.sent.keys(),
      ...project.files.analysed,
      ...project.files.skipped.map(({ file }) => file),
      ...project.findings.map(({ location }) => location.file),
    ]);
    this.takeCheckFindings(project);
    this.send([...files].map((file) => this.complete(this.present(file))));
    this.scoreSoon(0);
  }

  /** What rules say of a file now. Files that only checks look at have nothing, but a version. */
  private present(file: string): FileResult {
    return this.session.result(file) ?? { file, version: this.sent.get(file)?.version ?? 0, findings: [] };
  }

  /** Before the first scan, what is missing may just not have been read. */
  private get nothing(): ProjectResult {
    return { root: this.session.root, files: { analysed: [], skipped: [] }, findings: [], outcomes: [], timings: {} };
  }

  /** Keeps what checks found, by file; gives the files for which that changed. */
  private takeCheckFindings({ findings }: ProjectResult): string[] {
    const before = this.checkFindings;
    this.checkFindings = new Map();
    for (const finding of findings) {
      if (!this.checks.has(finding.rule)) continue;
      const { file } = finding.location;
      this.checkFindings.set(file, [...(this.checkFindings.get(file) ?? []), finding]);
    }
    return [...new Set([...before.keys(), ...this.checkFindings.keys()])].filter(
      (file) => JSON.stringify(before.get(file)) !== JSON.stringify(this.checkFindings.get(file)),
    );
  }

  private scoreSoon(pause = this.pauses.score): void {
    if (this.root === undefined) return;
    clearTimeout(this.scoreTimer);
    this.scoreTimer = setTimeout(() => this.score(), pause);
  }

  /** Runs the checks again and computes the checklist. */
  private score(): void {
    if (this.root === undefined) return;
    try {
      const result = this.isScanned ? this.session.project() : this.nothing;
      if (this.isScanned) this.send(this.takeCheckFindings(result).map((file) => this.complete(this.present(file))));
      const scorecard = this.services.scorecard({ root: this.root, result, readiness: this.readiness, isComplete: this.isScanned });
      const delta = scorecardDelta(this.scorecard, scorecard);
      this.scorecard = scorecard;
      if (delta) this.services.post({ type: 'scorecard', ...this.label, delta });
    } catch (error) {
      this.services.post({ type: 'log', level: 'error', message: `The checklist was not computed: ${words(error)}` });
    }
  }

  /** Lists endpoints from now on, or no longer. */
  watchRoutes(on: boolean): void {
    this.routes.watch(on);
  }

  close(): void {
    this.isClosed = true;
    this.routes.dispose();
    clearTimeout(this.settleTimer);
    clearTimeout(this.scoreTimer);
    this.settling?.abort();
    this.session.dispose();
  }
}

/** What went wrong, for the log. */
export function words(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
