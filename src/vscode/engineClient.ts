import type { RuleDescription } from '../engine/api';
import type { AnswerOf, HostCommand, HostRequest, RequestOf, RequestType, WorkerMessage } from '../engine/protocol';

/** A thread that runs the engine, as far as the client needs to know it. */
export interface EngineThread {
  post(message: unknown): void;
  /** Ends it; `onExit` is not called any more. */
  stop(): void;
}

/** What a thread tells its owner. */
export interface ThreadEvents {
  onMessage(message: unknown): void;
  /** It ended by itself. */
  onExit(reason: string): void;
}

/** `waiting` is the pause before the next attempt after a crash; `failed` needs a person's restart. */
export type EngineState = 'idle' | 'starting' | 'running' | 'waiting' | 'failed';

/** What the client tells its owner. */
export interface ClientEvents {
  /** The engine is there and knows nothing yet: folders and texts are to be sent. */
  onReady(rules: RuleDescription[]): void;
  onMessage(message: Exclude<WorkerMessage, { type: 'ready' | 'reply' }>): void;
  onState(state: EngineState): void;
  log(level: 'info' | 'warn' | 'error', message: string): void;
}

/** The engine is not there, or went away while it was asked. */
export class EngineGone extends Error {}

/** What messages are checked with. */
export type Protocol = Pick<typeof import('./late'), 'answerSchemas' | 'workerMessageSchema'>;

interface Pending {
  type: RequestType;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Pauses before the first, second, … restart in milliseconds; after the last, a person has to restart it. */
const restartPauses = [500, 2_000, 10_000, 30_000];

/** A thread that ran this long without a crash is a sound one, and pauses start from the first again. */
const soundAfter = 120_000;

/**
 * The one engine thread of a window: started when first needed, started again after a crash (each time after a longer
 * pause), asked with ids, told to stop what nobody waits for.
 */
export class EngineClient {
  private thread: EngineThread | undefined;
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;
  private crashes = 0;
  private startedAt = 0;
  private restartTimer: NodeJS.Timeout | undefined;
  private current: EngineState = 'idle';

  constructor(
    private readonly spawn: (events: ThreadEvents) => EngineThread,
    /** Loads the schemas; called while the thread starts. */
    private readonly load: () => Promise<Protocol>,
    private readonly events: ClientEvents,
    private readonly pauses: readonly number[] = restartPauses,
  ) {}

  get state(): EngineState {
    return this.current;
  }

  private enter(state: EngineState): void {
    if (this.current === state) return;
    this.current = state;
    this.events.onState(state);
  }

  /** Starts the thread unless it is there, or is waiting for its next attempt. */
  start(): void {
    if (this.current !== 'idle') return;
    this.launch();
  }

  private launch(): void {
    this.enter('starting');
    this.startedAt = Date.now();
    let isOld = false;
    const loaded = this.load();
    const thread = this.spawn({
      onMessage: (message) => {
        // Messages keep their order: each waits for the same promise.
        loaded.then(
          (protocol) => {
            if (!isOld) this.receive(message, protocol);
          },
          (error: unknown) => this.events.log('error', `A part of the extension is missing: ${String(error)}`),
        );
      },
      onExit: (reason) => {
        if (isOld) return;
        isOld = true;
        this.crashed(reason);
      },
    });
    this.thread = {
      post: (message) => thread.post(message),
      stop: () => {
        isOld = true;
        thread.stop();
      },
    };
  }

  private crashed(reason: string): void {
    this.thread = undefined;
    this.failPending('The engine stopped.');
    if (Date.now() - this.startedAt > soundAfter) this.crashes = 0;
    const pause = this.pauses[this.crashes++];
    if (pause === undefined) {
      this.events.log('error', `The engine stopped again (${reason}). It stays off until it is restarted by command.`);
      this.enter('failed');
      return;
    }
    this.events.log('error', `The engine stopped (${reason}). It starts again in ${pause / 1000} s.`);
    this.enter('waiting');
    this.restartTimer = setTimeout(() => this.launch(), pause);
  }

  private failPending(message: string): void {
    for (const { reject } of this.pending.values()) reject(new EngineGone(message));
    this.pending.clear();
  }

  /** Ends the thread and starts a new one at once; past crashes are forgotten. */
  restart(): void {
    this.halt('The engine was restarted.');
    this.crashes = 0;
    this.launch();
  }

  private halt(message: string): void {
    clearTimeout(this.restartTimer);
    this.thread?.stop();
    this.thread = undefined;
    this.failPending(message);
  }

  /** Sends something that is not answered; lost when the engine is not there, since everything is sent anew when it is. */
  post(command: HostCommand): void {
    if (this.current === 'running') this.thread?.post(command);
  }

  /**
   * Asks and waits for the answer. Rejects with `EngineGone` when there is no engine or it stops, and with an `Error` when
   * it can't answer. An aborted request resolves to whatever the engine has by then, or rejects as cancelled.
   */
  request<T extends RequestType>(type: T, body: Omit<RequestOf<T>, 'type' | 'id'>, signal?: AbortSignal): Promise<AnswerOf<T>> {
    if (this.current !== 'running' || !this.thread) return Promise.reject(new EngineGone('The engine is not running.'));
    const id = ++this.lastId;
    const answer = new Promise<unknown>((resolve, reject) => this.pending.set(id, { type, resolve, reject }));
    this.thread.post({ type, id, ...body } as unknown as HostRequest);
    const cancel = (): void => this.post({ type: 'cancel', id });
    if (signal?.aborted) cancel();
    else signal?.addEventListener('abort', cancel, { once: true });
    return answer.finally(() => signal?.removeEventListener('abort', cancel)) as Promise<AnswerOf<T>>;
  }

  private receive(raw: unknown, { workerMessageSchema, answerSchemas }: Protocol): void {
    const parsed = workerMessageSchema.safeParse(raw);
    if (!parsed.success) {
      this.events.log('error', `A message of the engine was not understood: ${parsed.error.message}`);
      return;
    }
    // As it came, so that fields which are newer than the schema stay.
    const message = raw as WorkerMessage;
    if (message.type === 'ready') {
      this.enter('running');
      this.events.onReady(message.rules);
    } else if (message.type === 'reply') {
      this.settle(message, answerSchemas);
    } else {
      this.events.onMessage(message);
    }
  }

  private settle(reply: Extract<WorkerMessage, { type: 'reply' }>, answerSchemas: Protocol['answerSchemas']): void {
    const waiting = this.pending.get(reply.id);
    if (!waiting) return;
    this.pending.delete(reply.id);
    if (reply.error !== undefined) {
      waiting.reject(new Error(reply.error));
      return;
    }
    const value = answerSchemas[waiting.type].safeParse(reply.value);
    if (value.success) waiting.resolve(reply.value);
    else waiting.reject(new Error(`The engine's answer to "${waiting.type}" was not understood: ${value.error.message}`));
  }

  /** Ends the thread for good. */
  dispose(): void {
    this.halt('The window is closing.');
    this.current = 'idle';
  }
}
