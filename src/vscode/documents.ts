import * as vscode from 'vscode';
import { plainText, readText } from './atomicWrite';
import type { ChangesEvent, FileEvents } from './fileEvents';
import type { Host } from './host';
import { looseFolder, type Place, type Places } from './places';
import { readSettings } from './settings';

/** The editor has so many milliseconds to read a file again that changed on disk. */
const catchingUp = 1_000;

/**
 * Keeps the engine's texts in step with what is in the editor, saved or not. A document is sent as a whole once, then as
 * edits; each carries the document's version.
 */
export class Documents implements vscode.Disposable {
  /** What was sent, by address. */
  private readonly sent = new Map<string, { place: Place; version: number }>();
  /** Addresses of documents that the editor keeps in memory although their files are gone. */
  private readonly ghosts = new Set<string>();
  private readonly lastEdits = new Map<string, number>();
  /** Events of files are looked at one after the other: each asks the disk. */
  private replacing: Promise<void> = Promise.resolve();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly host: Host,
    private readonly places: Places,
    events: FileEvents,
  ) {
    this.subscriptions = [
      events.onDidChange((event) => {
        this.replacing = this.replacing.then(() => this.replaced(event));
      }),
      // A document that stayed in memory is shown again without being opened again.
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const { document } of editors) if (!this.isSent(document)) this.opened(document);
      }),
      vscode.workspace.onDidOpenTextDocument((document) => this.opened(document)),
      vscode.workspace.onDidChangeTextDocument((event) => this.changed(event)),
      vscode.workspace.onDidCloseTextDocument((document) => this.closed(document)),
      host.onReady(() => this.sendAll()),
    ];
  }

  /** Is anything open that the engine judges? */
  get hasOpen(): boolean {
    return vscode.workspace.textDocuments.some((document) => this.places.ofDocument(document) !== undefined);
  }

  /** Time of the last edit as `Date.now()`, 0 when it was not edited. */
  lastEdit(uri: vscode.Uri): number {
    return this.lastEdits.get(uri.toString()) ?? 0;
  }

  /** Does the engine get its text from here? */
  isSent(document: vscode.TextDocument): boolean {
    return this.sent.has(document.uri.toString());
  }

  /** Name of the document if the engine has its present text. */
  current(document: vscode.TextDocument): Place | undefined {
    const place = this.places.ofDocument(document);
    return place && this.sent.get(document.uri.toString())?.version === document.version ? place : undefined;
  }

  /** Sends all open documents as they are now. */
  sendAll(force = false): void {
    // A document may have come into a folder, or may be in none any more.
    for (const [address, { place }] of this.sent) {
      const now = this.places.of(vscode.Uri.parse(address));
      if (now?.folder !== (place.folder === looseFolder ? undefined : place.folder)) this.host.post({ type: 'release', ...place });
    }
    this.sent.clear();
    for (const document of vscode.workspace.textDocuments) {
      if (this.ghosts.has(document.uri.toString()) && !document.isDirty) continue;
      if (force || readSettings(document.uri).run !== 'manual') this.send(document);
    }
  }

  /** Sends the whole text. Gives its name, or undefined when it is none of ours. */
  send(document: vscode.TextDocument): Place | undefined {
    const place = this.places.ofDocument(document);
    if (!place || this.host.state !== 'running') return undefined;
    this.ghosts.delete(document.uri.toString());
    this.sent.set(document.uri.toString(), { place, version: document.version });
    this.host.post({ type: 'setText', ...place, text: document.getText(), version: document.version });
    return place;
  }

  private opened(document: vscode.TextDocument): void {
    if (!this.places.ofDocument(document)) return;
    this.host.start();
    if (readSettings(document.uri).run !== 'manual') this.send(document);
  }

  private changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    // Saving and a changed encoding fire without changes.
    if (contentChanges.length === 0) return;
    const place = this.places.ofDocument(document);
    if (!place) return;
    const address = document.uri.toString();
    this.lastEdits.set(address, Date.now());
    if (readSettings(document.uri).run === 'manual') return;
    const version = this.sent.get(address)?.version;
    if (version === undefined || version !== document.version - 1) {
      this.send(document);
      return;
    }
    this.sent.set(address, { place, version: document.version });
    const edits = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      start: rangeOffset,
      end: rangeOffset + rangeLength,
      newText: text,
    }));
    this.host.post({ type: 'editText', ...place, edits, version: document.version });
  }

  private closed(document: vscode.TextDocument): void {
    const address = document.uri.toString();
    this.ghosts.delete(address);
    this.lastEdits.delete(address);
    const sent = this.sent.get(address);
    if (sent) this.host.post({ type: 'release', ...sent.place });
    this.sent.delete(address);
  }

  /**
   * The editor keeps documents in memory for minutes; one without a file and without unsaved text is nobody's any more. What
   * is there again by the time that an event of its deletion arrives is kept, and what comes back is sent again, unless the
   * editor has not read it yet: it changes then, and is sent for that.
   */
  private async replaced({ folder, changes }: ChangesEvent): Promise<void> {
    const named = (place: Place | undefined): boolean =>
      place?.folder === folder &&
      changes.some(({ file, type }) => place.file === file || (type === 'deleted' && place.file.startsWith(`${file}/`)));
    for (const document of vscode.workspace.textDocuments) {
      if (document.isDirty || !named(this.places.ofDocument(document))) continue;
      const isUpToDate = await this.isUpToDate(document);
      if (document.isDirty) continue;
      if (isUpToDate === 'gone') {
        this.closed(document);
        this.ghosts.add(document.uri.toString());
      } else if (!this.isSent(document) && isUpToDate) {
        this.ghosts.delete(document.uri.toString());
        if (readSettings(document.uri).run !== 'manual') this.send(document);
      } else if (!isUpToDate) this.lookAgain(document);
    }
  }

  /** A document that nobody sees and that the editor doesn't read again in time says nothing of its file: the disk does. */
  private lookAgain(document: vscode.TextDocument): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      const isOver = (): boolean =>
        document.isDirty || document.isClosed || vscode.window.visibleTextEditors.some((editor) => editor.document === document);
      if (isOver()) return;
      this.replacing = this.replacing.then(async () => {
        if ((await this.isUpToDate(document)) === true || isOver()) return;
        this.closed(document);
        this.ghosts.add(document.uri.toString());
      });
    }, catchingUp);
    this.timers.add(timer);
  }

  private async isUpToDate(document: vscode.TextDocument): Promise<boolean | 'gone'> {
    // Text in another encoding can't be compared from here; the editor is trusted then. Editors before 1.100 don't tell which it is.
    const { encoding } = document as { encoding?: string };
    if (encoding !== undefined && !/^utf8(bom)?$/.test(encoding)) return (await exists(document.uri)) || 'gone';
    const onDisk = await readText(document.uri).catch(() => undefined);
    return onDisk === undefined ? 'gone' : plainText(onDisk) === plainText(document.getText());
  }

  dispose(): void {
    for (const timer of this.timers) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
