import * as vscode from 'vscode';
import type { FileChange } from '../engine/api';
import { addTo } from '../model/grouping';
import { presentChanges, type Disk } from './fileChanges';
import type { Host } from './host';
import type { Places } from './places';

/** Events of so many milliseconds go in one message: a checkout changes thousands of files. */
const gather = 150;

/** Folders whose files are never part of a project's own code. */
const notOurs = /(?:^|\/)(?:node_modules|\.git)(?:\/|$)/;

/** A new folder with at most so many files is looked at once more, after so many milliseconds. */
const fewFiles = 20;
const settling = 1_000;

/** A new folder that is larger than this is found by the next scan. */
const folderLimit = 5_000;

/** Files of one workspace folder that changed on disk. */
export interface ChangesEvent {
  folder: string;
  changes: FileChange[];
}

/** Tells the engine, and whoever listens, which files on disk appeared, changed or went away. */
export class FileEvents implements vscode.Disposable {
  private readonly emitter = new vscode.EventEmitter<ChangesEvent>();
  /** Of a deleted folder, only the folder may be named. */
  readonly onDidChange = this.emitter.event;
  private readonly watcher = vscode.workspace.createFileSystemWatcher('**/*');
  private readonly waiting = new Map<string, FileChange[]>();
  private timer: NodeJS.Timeout | undefined;
  /** One after the other: each asks the disk, and the last one to ask is right. */
  private flushing: Promise<void> = Promise.resolve();
  private readonly again = new Set<string>();
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly host: Host,
    private readonly places: Places,
  ) {
    this.watcher.onDidCreate((uri) => this.add(uri, 'created'));
    this.watcher.onDidChange((uri) => this.add(uri, 'changed'));
    this.watcher.onDidDelete((uri) => this.add(uri, 'deleted'));
  }

  /** Tells at once about a file that we wrote ourselves, without waiting for the watcher. */
  wrote(uri: vscode.Uri): void {
    this.add(uri, 'created');
    clearTimeout(this.timer);
    this.flushSoon();
    const place = this.places.of(uri);
    if (place) this.lookAgain(place.folder, place.file);
  }

  private add(uri: vscode.Uri, type: FileChange['type']): void {
    const place = uri.scheme === 'file' ? this.places.of(uri) : undefined;
    if (!place || notOurs.test(place.file)) return;
    addTo(this.waiting, place.folder, { file: place.file, type });
    this.timer ??= setTimeout(() => this.flushSoon(), gather);
  }

  private flushSoon(): void {
    const flush = (): Promise<void> => this.flush();
    this.flushing = this.flushing.then(flush, flush);
  }

  private async flush(): Promise<void> {
    this.timer = undefined;
    const all = [...this.waiting];
    this.waiting.clear();
    for (const [folder, told] of all) {
      const { changes, folders } = await presentChanges(told, this.disk(folder));
      for (const { folder: file, files } of folders) if (files <= fewFiles) this.lookAgain(folder, file);
      if (changes.length === 0) continue;
      this.host.post({ type: 'filesChanged', folder, changes });
      this.emitter.fire({ folder, changes });
    }
  }

  private disk(folder: string): Disk {
    const uriOf = (file: string): vscode.Uri | undefined => (notOurs.test(file) ? undefined : this.places.uri({ folder, file }));
    const filesIn = async (root: string): Promise<string[]> => {
      const files: string[] = [];
      const visit = async (file: string): Promise<void> => {
        const uri = uriOf(file);
        if (!uri || files.length > folderLimit) return;
        // What is gone meanwhile has an event of its own.
        const entries = await vscode.workspace.fs.readDirectory(uri).then(undefined, () => []);
        for (const [name, type] of entries) {
          if (type === vscode.FileType.Directory) await visit(`${file}/${name}`);
          else if (type === vscode.FileType.File) files.push(`${file}/${name}`);
        }
      };
      await visit(root);
      return files;
    };
    return { kind: async (file) => kindOf(uriOf(file)), filesIn };
  }

  /**
   * Looks at a path once more when things have settled: what is written into a folder just after it was made may come too
   * late for the first look and too early for the watcher, and what is deleted just after it was made is not told of at all.
   */
  private lookAgain(folder: string, file: string): void {
    const key = `${folder}\0${file}`;
    if (this.again.has(key)) return;
    this.again.add(key);
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      const uri = this.places.uri({ folder, file });
      if (uri) void kindOf(uri).then((kind) => this.add(uri, kind ? 'created' : 'deleted'));
      // The second look has happened when its events are flushed.
      setTimeout(() => this.again.delete(key), gather * 2);
    }, settling);
    this.timers.add(timer);
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const timer of this.timers) clearTimeout(timer);
    this.watcher.dispose();
    this.emitter.dispose();
  }
}

/** A link to a folder is none: what it leads to is watched where it is, or is outside of the project. */
async function kindOf(uri: vscode.Uri | undefined): Promise<'file' | 'folder' | undefined> {
  if (!uri) return undefined;
  return vscode.workspace.fs.stat(uri).then(
    ({ type }) => (type === vscode.FileType.Directory ? 'folder' : type & vscode.FileType.Directory ? undefined : 'file'),
    () => undefined,
  );
}
