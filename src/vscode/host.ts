import * as vscode from 'vscode';
import type { RuleDescription } from '../engine/api';
import type { AnswerOf, HostCommand, RequestOf, RequestType, WorkerMessage } from '../engine/protocol';
import { EngineClient, type EngineState } from './engineClient';
import { looseFolder } from './places';
import { FolderResults } from './results';
import { readSettings } from './settings';
import { spawnThread } from './thread';

/** Files of one folder about which the engine said something new. */
export interface ResultsEvent {
  folder: string;
  files: string[];
}

/** How far the scan of a folder is. */
export interface ProgressEvent {
  folder: string;
  done: number;
  total: number;
}

/**
 * The engine as the rest of the extension sees it: one thread for the window, one session per workspace folder, and what
 * those sessions have said so far.
 */
export class Host implements vscode.Disposable {
  private readonly readyEmitter = new vscode.EventEmitter<void>();
  private readonly resultsEmitter = new vscode.EventEmitter<ResultsEvent>();
  private readonly scorecardEmitter = new vscode.EventEmitter<string>();
  private readonly routesEmitter = new vscode.EventEmitter<string>();
  private readonly progressEmitter = new vscode.EventEmitter<ProgressEvent>();
  private readonly stateEmitter = new vscode.EventEmitter<EngineState>();
  /** The engine has just started; folders are open, and texts are to be sent. */
  readonly onReady = this.readyEmitter.event;
  readonly onResults = this.resultsEmitter.event;
  /** A folder has a new scorecard. */
  readonly onScorecard = this.scorecardEmitter.event;
  /** Endpoints of a folder changed. Fires only while somebody watches them. */
  readonly onRoutes = this.routesEmitter.event;
  readonly onProgress = this.progressEmitter.event;
  readonly onState = this.stateEmitter.event;

  private readonly folders = new Map<string, FolderResults>();
  private readonly client: EngineClient;
  private readonly subscriptions: vscode.Disposable[] = [];
  /** Number of the present session of each folder. */
  private readonly sessions = new Map<string, number>();
  private lastSession = 0;
  /** Who wants to know of endpoints. */
  private readonly watchers = new Set<string>();
  /** What is excluded in each open folder. */
  private readonly excluded = new Map<string, string>();
  private readonly ruleMap = new Map<string, RuleDescription>();

  constructor(
    bundle: string,
    cacheFolder: string,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.client = new EngineClient(
      (events) => spawnThread(bundle, cacheFolder, events),
      () => import('./late'),
      {
        onReady: (rules) => this.ready(rules),
        onMessage: (message) => this.receive(message),
        onState: (state) => this.changed(state),
        log: (level, message) => log[level](message),
      },
    );
    this.subscriptions.push(
      vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
        for (const { uri } of removed) this.close(uri.toString());
        this.openChanged();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('productionGap.exclude')) this.openChanged();
      }),
    );
  }

  get state(): EngineState {
    return this.client.state;
  }

  /** Descriptions of all rules and checks; empty until the engine has started. */
  get rules(): readonly RuleDescription[] {
    return [...this.ruleMap.values()];
  }

  rule(id: string): RuleDescription | undefined {
    return this.ruleMap.get(id);
  }

  /** Starts the engine unless it runs already. */
  start(): void {
    this.client.start();
  }

  /** Starts it anew; what it said is forgotten. */
  restart(): void {
    this.forget();
    this.client.restart();
  }

  /** Resolves when the engine runs; rejects when it has failed for good. */
  async running(): Promise<void> {
    this.start();
    if (this.client.state === 'running') return;
    await new Promise<void>((resolve, reject) => {
      const listener = this.onState((state) => {
        if (state === 'running') resolve();
        else if (state === 'failed' || state === 'idle')
          reject(new Error(vscode.l10n.t('The engine is not running. Restart it with the command "Production Gap: Restart Engine".')));
        else return;
        listener.dispose();
      });
    });
  }

  /** What was said about a folder. */
  results(folder: string): FolderResults {
    let results = this.folders.get(folder);
    if (!results) this.folders.set(folder, (results = new FolderResults()));
    return results;
  }

  /** Addresses of the folders about which something may be known. */
  get knownFolders(): string[] {
    return [...this.folders.keys()];
  }

  /** Sends something that is not answered. Lost while the engine is not there: everything is sent anew when it is. */
  post(command: HostCommand): void {
    this.client.post(command);
  }

  /** Has endpoints listed while somebody looks at them. */
  watchRoutes(who: string, on: boolean): void {
    const had = this.watchers.size > 0;
    if (on) this.watchers.add(who);
    else this.watchers.delete(who);
    const has = this.watchers.size > 0;
    if (has !== had) for (const folder of this.sessions.keys()) this.post({ type: 'watchRoutes', folder, on: has });
  }

  /** Asks; see `EngineClient.request`. */
  request<T extends RequestType>(type: T, body: Omit<RequestOf<T>, 'type' | 'id'>, token?: vscode.CancellationToken): Promise<AnswerOf<T>> {
    const abort = new AbortController();
    if (token?.isCancellationRequested) abort.abort();
    const listener = token?.onCancellationRequested(() => abort.abort());
    return this.client.request(type, body, abort.signal).finally(() => listener?.dispose());
  }

  private ready(rules: RuleDescription[]): void {
    for (const rule of rules) this.ruleMap.set(rule.id, rule);
    this.openSession(looseFolder, undefined, []);
    for (const folder of vscode.workspace.workspaceFolders ?? []) this.open(folder, excludedIn(folder));
    this.log.info('The engine is running.');
    this.readyEmitter.fire();
  }

  /** Opens folders that are new, and those anew in which something else is excluded now. */
  private openChanged(): void {
    if (this.client.state !== 'running') return;
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const key = folder.uri.toString();
      const exclude = excludedIn(folder);
      if (this.excluded.get(key) === exclude.join('\0')) continue;
      this.close(key);
      this.open(folder, exclude);
    }
    this.readyEmitter.fire();
  }

  private open({ uri }: vscode.WorkspaceFolder, exclude: string[]): void {
    this.excluded.set(uri.toString(), exclude.join('\0'));
    // Folders that are no directories of this machine have no path; their files are judged one by one.
    this.openSession(uri.toString(), uri.scheme === 'file' ? uri.fsPath : undefined, exclude);
  }

  private openSession(folder: string, root: string | undefined, exclude: string[]): void {
    this.sessions.set(folder, ++this.lastSession);
    this.post({ type: 'open', folder, session: this.lastSession, root, exclude });
    if (this.watchers.size > 0) this.post({ type: 'watchRoutes', folder, on: true });
  }

  private close(folder: string): void {
    this.post({ type: 'close', folder });
    this.clear(folder);
  }

  private clear(folder: string): void {
    this.sessions.delete(folder);
    this.excluded.delete(folder);
    const files = this.folders.get(folder)?.names ?? [];
    this.folders.delete(folder);
    this.resultsEmitter.fire({ folder, files });
    this.scorecardEmitter.fire(folder);
    this.routesEmitter.fire(folder);
  }

  private forget(): void {
    for (const folder of this.knownFolders) this.clear(folder);
  }

  private changed(state: EngineState): void {
    // Without an engine nothing would take fixed gaps away, so nothing stays.
    if (state === 'waiting' || state === 'failed') this.forget();
    this.stateEmitter.fire(state);
  }

  private receive(message: Exclude<WorkerMessage, { type: 'ready' | 'reply' }>): void {
    if (message.type === 'log') {
      this.log[message.level](message.message);
      return;
    }
    const { folder } = message;
    if (this.sessions.get(folder) !== message.session) return;
    try {
      if (message.type === 'results') this.resultsEmitter.fire({ folder, files: this.results(folder).apply(message.files) });
      else if (message.type === 'progress') this.progressEmitter.fire(message);
      else if (message.type === 'routes') {
        this.results(folder).applyRoutes(message.files);
        this.routesEmitter.fire(folder);
      } else {
        this.results(folder).applyScorecard(message.delta);
        this.scorecardEmitter.fire(folder);
      }
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      // Differences only make sense on a common ground: the folder starts anew.
      this.close(folder);
      if (folder === looseFolder) this.openSession(looseFolder, undefined, []);
      this.openChanged();
    }
  }

  dispose(): void {
    this.client.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const emitter of [
      this.readyEmitter,
      this.resultsEmitter,
      this.scorecardEmitter,
      this.routesEmitter,
      this.progressEmitter,
      this.stateEmitter,
    ])
      emitter.dispose();
  }
}

/** What a person excludes, and workspace folders inside this one: those have sessions of their own. */
function excludedIn({ uri }: vscode.WorkspaceFolder): string[] {
  const base = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
  const inner = (vscode.workspace.workspaceFolders ?? []).filter(
    (other) => other.uri.scheme === uri.scheme && other.uri.path.startsWith(base) && other.uri.path !== uri.path,
  );
  return [...readSettings(uri).exclude, ...inner.map((other) => `${escapeGlob(other.uri.path.slice(base.length))}/**`)];
}

function escapeGlob(path: string): string {
  return path.replace(/[*?[\](){}!]/g, '\\$&');
}
