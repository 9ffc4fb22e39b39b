import * as vscode from 'vscode';
import type { ScanSummary } from '../engine/protocol';
import { setContext, viewIds } from './contributions';
import { EngineGone } from './engineClient';
import type { Host } from './host';
import { readSettings } from './settings';

/** Milliseconds without typing before the background scan begins. */
const idle = 1_000;

/** Reads whole folders in the background, one after the other, with progress in the view; can be cancelled. */
export class Scanner implements vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<void>();
  /** Progress or outcome changed. */
  readonly onDidChange = this.changes.event;
  private readonly subscriptions: vscode.Disposable[];
  private readonly summaries = new Map<string, ScanSummary>();
  private timer: NodeJS.Timeout | undefined;
  private running: vscode.CancellationTokenSource | undefined;
  /** How far the present scan is; undefined while none is running. */
  progress: { done: number; total: number } | undefined;

  constructor(
    private readonly host: Host,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.subscriptions = [
      this.changes,
      host.onReady(() => this.scanWhenIdle()),
      host.onProgress(({ done, total }) => this.tell({ done, total })),
      host.onState((state) => {
        if (state !== 'running') this.cancel();
      }),
      vscode.workspace.onDidChangeTextDocument(() => {
        if (this.timer) this.scanWhenIdle();
      }),
    ];
  }

  /** Everything was read, and there was no file to judge. */
  get hasFoundNothing(): boolean {
    const folders = onDisk();
    return (
      folders.every(({ uri }) => this.summaries.get(uri.toString())?.analysed === 0) &&
      (folders.length > 0 || vscode.workspace.workspaceFolders === undefined)
    );
  }

  summary(folder: string): ScanSummary | undefined {
    return this.summaries.get(folder);
  }

  private scanWhenIdle(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.scan(onDisk().filter(({ uri }) => readSettings(uri).run !== 'manual'));
    }, idle);
  }

  /** Scans folders, all by default, in place of a scan that is running. Resolves when it is done or was cancelled. */
  async scan(folders: readonly vscode.WorkspaceFolder[] = onDisk()): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.cancel();
    if (folders.length === 0) {
      this.changes.fire();
      return;
    }
    const source = new vscode.CancellationTokenSource();
    this.running = source;
    setContext('isAnalysing', true);
    try {
      await vscode.window.withProgress({ location: { viewId: viewIds.readiness } }, async () => {
        for (const folder of folders) if (!source.token.isCancellationRequested) await this.scanFolder(folder, source.token);
      });
    } finally {
      source.dispose();
      if (this.running === source) {
        this.running = undefined;
        setContext('isAnalysing', false);
        this.tell(undefined);
      }
    }
  }

  private async scanFolder({ uri, name }: vscode.WorkspaceFolder, token: vscode.CancellationToken): Promise<void> {
    const folder = uri.toString();
    try {
      const summary = await this.host.request('scan', { folder }, token);
      this.log.info(
        `${name}: ${summary.analysed} files analysed in ${summary.milliseconds} ms, ${summary.skipped.length} skipped${summary.complete ? '' : ' (cancelled)'}.`,
      );
      for (const { file, reason } of summary.skipped) this.log.info(`${name}: ${file} was not analysed: ${reason}`);
      if (summary.complete) this.summaries.set(folder, summary);
    } catch (error) {
      if (!(error instanceof EngineGone) && !token.isCancellationRequested)
        this.log.error(`${name} was not analysed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Stops the scan that is running; what was found so far stays. */
  cancel(): void {
    this.running?.cancel();
  }

  private tell(progress: Scanner['progress']): void {
    if (progress && !this.running) return;
    this.progress = progress;
    this.changes.fire();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.cancel();
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

/** Folders that can be read as a whole: those of a virtual file system are judged file by file. */
function onDisk(): readonly vscode.WorkspaceFolder[] {
  return (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
}
