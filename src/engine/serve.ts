import type { Session } from './api';
import { Desk, words } from './desk';
import type { Pauses, Services } from './deskParts';
import { Inbox } from './inbox';
import { hostMessageSchema, type AnswerOf, type HostMessage, type HostRequest, type RequestType } from './protocol';

/** Serves sessions over messages. Nothing here throws: what goes wrong is logged, and answered as an error. */
export class Server {
  private readonly inbox = new Inbox();
  private readonly desks = new Map<string, Desk>();
  private readonly running = new Map<number, AbortController>();
  private isWorking = false;
  /** A session lists its files: texts wait, because what they mean depends on the project around them. */
  private isPreparing = false;

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
    if (this.isWorking || this.isPreparing || this.inbox.isEmpty) return;
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
      const opened = this.services.open({ root, exclude });
      this.desks.set(folder, new Desk(opened, label, root, this.services, this.pauses));
      void this.prepare(opened);
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
        desk.setText(message.file, message.text, message.version);
        return;
      case 'editText':
        desk.editText(message.file, message.edits, message.version);
        return;
      case 'release':
        desk.release(message.file);
        return;
      case 'filesChanged':
        desk.filesChanged(message.changes);
        return;
      case 'watchRoutes':
        desk.watchRoutes(message.on);
        return;
      case 'readiness':
        desk.setReadiness(message.content);
    }
  }

  private async prepare(session: Session): Promise<void> {
    this.isPreparing = true;
    try {
      await session.prepare();
    } catch (error) {
      this.log('error', `The files of ${session.root} can't be listed: ${words(error)}`);
    } finally {
      this.isPreparing = false;
      this.workSoon();
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
    if (request.type === 'actions') return isCurrent ? desk.actions(request.file, request.span, request.thorough) : [];
    if (!isCurrent) return undefined;
    if (request.type === 'resolve') return desk.resolve(request.file, request.action, request.reason);
    return desk.fixAll(request.file, request.rule);
  }

  private describe(): string {
    const sessions = [...this.desks].map(([folder, { session }]) => {
      const { files, findings, timings, packages = [] } = session.project();
      const phases = Object.entries(timings).map(([phase, milliseconds]) => `${phase} ${Math.round(milliseconds)} ms`);
      const made = packages.map((line) => `\n  ${line}`).join('');
      return `${folder}: ${files.analysed.length} files analysed, ${files.skipped.length} skipped, ${findings.length} findings (${phases.join(', ')})${made}`;
    });
    return [`Engine: ${this.services.rules.length} rules, heap ${Math.round(this.services.heapUsed() / 1e6)} MB`, ...sessions].join('\n');
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
