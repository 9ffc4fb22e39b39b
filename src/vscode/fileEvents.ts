import * as vscode from 'vscode';
import type { FileChange } from '../engine/api';
import { addTo } from '../model/grouping';
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
    void this.flush();
  }

  private add(uri: vscode.Uri, type: FileChange['type']): void {
    const place = uri.scheme === 'file' ? this.places.of(uri) : undefined;
    if (!place || notOurs.test(place.file)) return;
    addTo(this.waiting, place.folder, { file: place.file, type });
    this.timer ??= setTimeout(() => void this.flush(), gather);
  }

  private async flush(): Promise<void> {
    this.timer = undefined;
    const all = [...this.waiting];
    this.waiting.clear();
    for (const [folder, raw] of all) {
      const changes = (await Promise.all(raw.map((change) => this.withoutFolder(folder, change)))).flat();
      this.host.post({ type: 'filesChanged', folder, changes });
      this.emitter.fire({ folder, changes });
    }
  }

  /** A new folder as the files in it: what was put there before it was watched has no events of its own. */
  private async withoutFolder(folder: string, change: FileChange): Promise<FileChange[]> {
    if (!mayBeNewFolder(change)) return [change];
    const files: string[] = [];
    const visit = async (file: string): Promise<void> => {
      const uri = this.places.uri({ folder, file });
      if (!uri || notOurs.test(file) || files.length > folderLimit) return;
      for (const [name, type] of await vscode.workspace.fs.readDirectory(uri)) {
        if (type === vscode.FileType.Directory) await visit(`${file}/${name}`);
        else if (type === vscode.FileType.File) files.push(`${file}/${name}`);
      }
    };
    try {
      await visit(change.file);
    } catch {
      // A file is what it was taken for. What is gone again is no file either: its deletion has an event of its own.
      const uri = this.places.uri({ folder, file: change.file });
      return uri && (await isFile(uri)) ? [change] : [];
    }
    this.lookAgain(folder, change, files.length);
    return files.map((file): FileChange => ({ file, type: 'created' }));
  }

  /** What is written into a folder just after it was made may come too late for the first look and too early for the watcher. */
  private lookAgain(folder: string, { file }: FileChange, found: number): void {
    const key = `${folder}\0${file}`;
    if (found > fewFiles || this.again.has(key)) return;
    this.again.add(key);
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      const uri = this.places.uri({ folder, file });
      if (uri) this.add(uri, 'created');
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

/** Names with an extension are files nearly always, and asking the disk about each would cost more than it finds. */
function mayBeNewFolder({ file, type }: FileChange): boolean {
  return type === 'created' && !/[^/]\.[^/.]+$/.test(file);
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    ({ type }) => type !== vscode.FileType.Directory,
    () => false,
  );
}
