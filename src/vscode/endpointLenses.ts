import * as vscode from 'vscode';
import type { RouteRow } from '../engine/api';
import { commandIds } from './contributions';
import { endpointLine } from './endpointsView/text';
import { endpointWords } from './endpointsView/words';
import type { Host } from './host';
import type { Places } from './places';
import { readSettings, section } from './settings';

/** A line above each handler that says which endpoint it answers and how that is protected. Off unless a person turns it on. */
export class EndpointLenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changes.event;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly host: Host,
    private readonly places: Places,
  ) {
    this.subscriptions = [
      this.changes,
      host.onRoutes(() => this.changes.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${section}.codeLens`)) this.follow();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.follow()),
    ];
    this.follow();
  }

  /** Has endpoints listed while any folder wants to see them. */
  private follow(): void {
    this.host.watchRoutes(
      'lenses',
      (vscode.workspace.workspaceFolders ?? []).some(({ uri }) => readSettings(uri).codeLens),
    );
    this.changes.fire();
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const place = readSettings(document.uri).codeLens ? this.places.ofDocument(document) : undefined;
    if (!place) return [];
    const words = endpointWords();
    const lensAt = (row: RouteRow, line: number): vscode.CodeLens[] => {
      // The text may be shorter by now than the one that was judged.
      if (line > document.lineCount) return [];
      const title = endpointLine(row, words);
      const command = {
        command: commandIds.revealEndpoint,
        title,
        tooltip: vscode.l10n.t('Show in the list of endpoints'),
        arguments: [place.folder, row],
      };
      return [new vscode.CodeLens(new vscode.Range(line - 1, 0, line - 1, 0), command)];
    };
    const rows = [...(this.host.results(place.folder).routes?.values() ?? [])].flat();
    return rows.flatMap((row) => {
      const at = row.handler ?? row;
      return at.file === place.file ? lensAt(row, at.line) : [];
    });
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
