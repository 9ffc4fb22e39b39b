import * as vscode from 'vscode';
import type { ReadinessFile } from '../model/readiness';
import { readText, writeText } from './atomicWrite';
import { diagnosticSource } from './contributions';
import type { FileEvents } from './fileEvents';
import type { Host } from './host';

/** How such files are read, written and changed. */
export type ReadinessStore = (typeof import('./late'))['readiness'];

type Reading = ReturnType<ReadinessStore['parseReadiness']>;

/** A change of what people said. */
export type ReadinessChange = (before: ReadinessFile, store: ReadinessStore) => ReadinessFile;

const readinessPath = ['.production-gap', 'readiness.json'] as const;

async function loadStore(): Promise<ReadinessStore> {
  return (await import('./late')).readiness;
}

/**
 * The committed files with what people said. Reads them for the engine, writes changes, and shows a mistake in one as an
 * error in it. A file that can't be understood is never written over.
 */
export class ReadinessFiles implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('production-gap-readiness');
  private readonly subscriptions: vscode.Disposable[];
  /** The last change of each file; the next one waits for it. */
  private readonly queues = new Map<string, Promise<void>>();

  constructor(
    private readonly host: Host,
    events: FileEvents,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const own = new Set([readinessPath.join('/'), readinessPath[0]]);
    this.subscriptions = [
      this.collection,
      events.onDidChange(({ folder: address, changes }) => {
        const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === address);
        if (folder && changes.some(({ file }) => own.has(file))) void this.load(folder);
      }),
      host.onReady(() => {
        for (const folder of vscode.workspace.workspaceFolders ?? []) void this.load(folder);
      }),
    ];
  }

  /**
   * Changes what is said about a folder. Throws, with words for people, when the file can't be understood, has unsaved
   * changes in the editor, or can't be written.
   */
  async change(folder: vscode.WorkspaceFolder, change: ReadinessChange): Promise<void> {
    const key = folder.uri.toString();
    const before = this.queues.get(key) ?? Promise.resolve();
    const mine = before.then(() => this.write(folder, change));
    this.queues.set(
      key,
      mine.catch(() => undefined),
    );
    await mine;
  }

  private async write(folder: vscode.WorkspaceFolder, change: ReadinessChange): Promise<void> {
    const uri = fileOf(folder);
    const store = await loadStore();
    const { readiness, error } = store.parseReadiness(await readText(uri));
    if (error) {
      this.show(uri, error);
      throw new Error(vscode.l10n.t('{0} was not changed: {1} Correct it first.', vscode.workspace.asRelativePath(uri), error.message));
    }
    await writeText(uri, store.renderReadiness(change(readiness, store)));
    await this.load(folder);
  }

  private async load(folder: vscode.WorkspaceFolder): Promise<void> {
    const uri = fileOf(folder);
    let reading: Reading;
    try {
      const { parseReadiness } = await loadStore();
      reading = parseReadiness(await readText(uri));
    } catch (error) {
      this.log.error(`${uri.toString()} can't be read: ${String(error)}`);
      return;
    }
    this.show(uri, reading.error);
    this.host.post({ type: 'readiness', folder: folder.uri.toString(), content: reading.readiness });
  }

  private show(uri: vscode.Uri, error: Reading['error']): void {
    if (!error) {
      this.collection.delete(uri);
      return;
    }
    const line = (error.line ?? 1) - 1;
    const diagnostic = new vscode.Diagnostic(
      new vscode.Range(line, 0, line, Number.MAX_SAFE_INTEGER),
      error.message,
      vscode.DiagnosticSeverity.Error,
    );
    diagnostic.source = diagnosticSource;
    this.collection.set(uri, [diagnostic]);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

function fileOf(folder: vscode.WorkspaceFolder): vscode.Uri {
  return vscode.Uri.joinPath(folder.uri, ...readinessPath);
}
