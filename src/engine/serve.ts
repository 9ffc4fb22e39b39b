import type { Finding } from '../model/finding';
import type { ReadinessFile, Scorecard } from '../model/readiness';
import type { FileChange, FileResult, ProjectResult, RuleDescription, Session } from './api';
import { fileDelta, scorecardDelta } from './delta';
import { Inbox } from './inbox';
import { mergeFixes } from './mergeFixes';
import { hostMessageSchema, type AnswerOf, type HostMessage, type HostRequest, type RequestType, type ScanSummary, type WorkerMessage } from './protocol';

/** What a worker is made of. */
export interface Services {
  /** Starts a session; without `root` it knows only texts that are set. */
  open(folder: { root?: string; exclude: string[] }): Session;
  rules: RuleDescription[];
  /** Readiness of a project as it stands, for the present day. */
  scorecard(input: { root: string; result: ProjectResult; readiness: ReadinessFile | undefined; isComplete: boolean }): Scorecard;
  post(message: WorkerMessage): void;
}

/** Pauses in milliseconds. */
export interface Pauses {
  /** From the last keystroke until files that depend on it are judged again. */
  settle: number;
  /** From the last result until the checklist is computed. */
  score: number;
}

/** Results per message: the receiver's thread is the editor's own, and must not be kept busy for long. */
const batch = 100;

/** One session with what its receiver has been told so far. */
class Desk {
  private readonly sent = new Map<string, FileResult>();
  private scorecard: Scorecard | undefined;
  private readiness: ReadinessFile | undefined;
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
    const gone = changes.filter(({ type }) => type === 'deleted').map(({ file }) => file);
    const inside = gone.length === 0 ? [] : this.knownFiles().filter((file) => gone.some((parent) => file.startsWith(`${parent}/`)));
    this.session.filesChanged([...changes, ...inside.map((file) => ({ file, type: 'deleted' as const }))]);
    const empty = [...gone, ...inside].filter((file) => (this.sent.get(file)?.findings.length ?? 0) > 0);
    this.publish(empty.map((file) => ({ file, version: 0, findings: [] })));
    this.settleSoon();
  }

  private knownFiles(): string[] {
    return [...new Set([...this.sent.keys(), ...this.session.project().files.analysed])];
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
      if (!this.isClosed) this.publish(results);
    } catch (error) {
      this.services.post({ type: 'log', level: 'error', message: `Files that depend on an edit were not judged again: ${words(error)}` });
    } finally {
      if (this.settling === abort) this.settling = undefined;
    }
  }

  async scan(signal: AbortSignal): Promise<ScanSummary> {
    const start = performance.now();
    const result = await this.session.scan({ signal, onProgress: (done, total) => this.services.post({ type: 'progress', ...this.label, done, total }) });
    this.isScanned ||= !signal.aborted;
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
    const files = new Set([...this.sent.keys(), ...project.files.analysed, ...project.files.skipped.map(({ file }) => file), ...project.findings.map(({ location }) => location.file)]);
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
    return [...new Set([...before.keys(), ...this.checkFindings.keys()])].filter((file) => JSON.stringify(before.get(file)) !== JSON.stringify(this.checkFindings.get(file)));
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

  close(): void {
    this.isClosed = true;
    clearTimeout(this.settleTimer);
    clearTimeout(this.scoreTimer);
    this.settling?.abort();
    this.session.dispose();
  }
}

function words(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Serves sessions over messages. Nothing here throws: what goes wrong is logged, and answered as an error. */
export class Server {
  private readonly inbox = new Inbox();
  private readonly desks = new Map<string, Desk>();
  private readonly running = new Map<number, AbortController>();
  private isWorking = false;

  constructor(
    private readonly services: Services,
    private readonly pauses: Pauses = { settle: 60, score: 400 },
  ) {}

  /** Says hello; before that the receiver must not expect anything. */
  start(): void {
    this.services.post({ type: 'ready', rules: this.services.rules });
  }

  /** Takes a message from outside. It is worked on later, so that cancelling and newer texts that follow can overtake. */
  receive(raw: unknown): void {
    const message = hostMessageSchema.safeParse(raw);
    if (!message.success) {
      this.log('error', `A message was not understood: ${message.error.message}`);
      return;
    }
    const cancelled = this.inbox.push(raw as HostMessage);
    if (cancelled !== undefined) this.services.post({ type: 'reply', id: cancelled, error: 'cancelled' });
    this.workSoon();
  }

  private workSoon(): void {
    if (this.isWorking || this.inbox.isEmpty) return;
    this.isWorking = true;
    setImmediate(() => {
      this.isWorking = false;
      const message = this.inbox.take();
      if (message) this.work(message);
      this.workSoon();
    });
  }

  private work(message: HostMessage): void {
    switch (message.type) {
      case 'scan':
      case 'actions':
      case 'resolve':
      case 'fixAll':
      case 'diagnostics':
        void this.answer(message);
        return;
      case 'cancel':
        this.running.get(message.id)?.abort();
        return;
      default:
        try {
          this.obey(message);
        } catch (error) {
          this.log('error', `${message.type} failed: ${words(error)}`);
        }
    }
  }

  private obey(message: Exclude<HostMessage, HostRequest | { type: 'cancel' }>): void {
    if (message.type === 'open') {
      this.desks.get(message.folder)?.close();
      const { root, exclude, folder, session } = message;
      const label = { folder, session };
      this.desks.set(folder, new Desk(this.services.open({ root, exclude }), label, root, this.services, this.pauses));
      return;
    }
    const desk = this.desks.get(message.folder);
    // A folder that was closed while messages for it were on their way.
    if (!desk) return;
    switch (message.type) {
      case 'close':
        desk.close();
        this.desks.delete(message.folder);
        return;
      case 'setText':
        desk.publish([desk.session.setText(message.file, message.text, message.version)]);
        desk.settleSoon();
        return;
      case 'editText':
        desk.publish([desk.session.editText(message.file, message.edits, message.version)]);
        desk.settleSoon();
        return;
      case 'release':
        desk.session.release(message.file);
        desk.settleSoon();
        return;
      case 'filesChanged':
        desk.filesChanged(message.changes);
        return;
      case 'readiness':
        desk.setReadiness(message.content);
    }
  }

  private async answer(request: HostRequest): Promise<void> {
    const abort = new AbortController();
    this.running.set(request.id, abort);
    try {
      this.services.post({ type: 'reply', id: request.id, value: await this.compute(request, abort.signal) });
    } catch (error) {
      this.log('error', `${request.type} failed: ${words(error)}`);
      this.services.post({ type: 'reply', id: request.id, error: error instanceof Error ? error.message : String(error) });
    } finally {
      this.running.delete(request.id);
    }
  }

  private async compute(request: HostRequest, signal: AbortSignal): Promise<AnswerOf<RequestType>> {
    if (request.type === 'diagnostics') return this.describe();
    const desk = this.desks.get(request.folder);
    if (!desk) throw new Error('This folder is not open.');
    if (request.type === 'scan') return desk.scan(signal);
    const isCurrent = desk.versionOf(request.file) === request.version;
    if (request.type === 'actions') return isCurrent ? desk.session.actions(request.file, request.span) : [];
    if (!isCurrent) return undefined;
    if (request.type === 'resolve') {
      return desk.session.resolve(request.file, request.action, request.reason === undefined ? undefined : { reason: request.reason });
    }
    return fixAll(desk.session, request.file, request.rule);
  }

  private describe(): string {
    const { heapUsed } = process.memoryUsage();
    const sessions = [...this.desks].map(([folder, { session }]) => {
      const { files, findings, timings } = session.project();
      const phases = Object.entries(timings).map(([phase, milliseconds]) => `${phase} ${Math.round(milliseconds)} ms`);
      return `${folder}: ${files.analysed.length} files analysed, ${files.skipped.length} skipped, ${findings.length} findings (${phases.join(', ')})`;
    });
    return [`Engine: ${this.services.rules.length} rules, heap ${Math.round(heapUsed / 1e6)} MB`, ...sessions].join('\n');
  }

  private log(level: 'warn' | 'error', message: string): void {
    this.services.post({ type: 'log', level, message });
  }

  /** Ends all sessions. */
  dispose(): void {
    for (const desk of this.desks.values()) desk.close();
    this.desks.clear();
  }
}

/** All safe fixes of a file in one; what overlaps an earlier one waits for the next time. */
function fixAll(session: Session, file: string, rule: string | undefined): AnswerOf<'fixAll'> {
  const findings = session.result(file)?.findings ?? [];
  const wanted = findings.filter(({ outcome, status, fixes, ...finding }) => outcome === 'gap' && status === 'open' && fixes.some(({ kind }) => kind === 'fix') && (rule === undefined || finding.rule === rule));
  const seen = new Set<string>();
  const fixes = wanted.flatMap((finding) => {
    const safe = session.actions(file, finding.span).find((action) => action.kind === 'fix' && action.finding?.fingerprint === finding.fingerprint && !action.disabled);
    if (!safe || seen.has(safe.id)) return [];
    seen.add(safe.id);
    return session.resolve(file, safe.id) ?? [];
  });
  return mergeFixes(file, fixes);
}
