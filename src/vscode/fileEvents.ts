import * as vscode from 'vscode';
import type { FileChange } from '../engine/api';
import type { Host } from './host';
import type { Places } from './places';

/** Events of so many milliseconds go in one message: a checkout changes thousands of files. */
const gather = 150;

/** Folders whose files are never part of a project's own code. */
const notOurs = /(?:^|\/)(?:node_modules|\.git)\//;

/** Tells the engine which files on disk appeared, changed or went away. */
export class FileEvents implements vscode.Disposable {
  private readonly watcher = vscode.workspace.createFileSystemWatcher('**/*');
  private readonly waiting = new Map<string, FileChange[]>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly host: Host,
    private readonly places: Places,
  ) {
    this.watcher.onDidCreate((uri) => this.add(uri, 'created'));
    this.watcher.onDidChange((uri) => this.add(uri, 'changed'));
    this.watcher.onDidDelete((uri) => this.add(uri, 'deleted'));
  }

  private add(uri: vscode.Uri, type: FileChange['type']): void {
    const place = uri.scheme === 'file' ? this.places.of(uri) : undefined;
    if (!place || notOurs.test(place.file)) return;
    const changes = this.waiting.get(place.folder);
    if (changes) changes.push({ file: place.file, type });
    else this.waiting.set(place.folder, [{ file: place.file, type }]);
    this.timer ??= setTimeout(() => this.flush(), gather);
  }

  private flush(): void {
    this.timer = undefined;
    for (const [folder, changes] of this.waiting) this.host.post({ type: 'filesChanged', folder, changes });
    this.waiting.clear();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.watcher.dispose();
  }
}
