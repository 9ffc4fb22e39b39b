import * as vscode from 'vscode';
import type { Host } from './host';
import { scriptLanguages, type Places } from './places';

/** Says beside the language of the active file that it was not analysed, and why; silent otherwise. */
export class LanguageStatus implements vscode.Disposable {
  private item: vscode.LanguageStatusItem | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly host: Host,
    private readonly places: Places,
  ) {
    this.subscriptions = [vscode.window.onDidChangeActiveTextEditor(() => this.show()), host.onResults(() => this.show())];
  }

  private show(): void {
    const document = vscode.window.activeTextEditor?.document;
    const place = document && this.places.ofDocument(document);
    const reason = place && this.host.results(place.folder).of(place.file)?.skipped;
    if (reason === undefined) {
      this.item?.dispose();
      this.item = undefined;
      return;
    }
    this.item ??= vscode.languages.createLanguageStatusItem('productionGap.file', [...scriptLanguages]);
    this.item.name = vscode.l10n.t('Production Gap');
    this.item.text = vscode.l10n.t('Production Gap: not analysed');
    this.item.detail = reason;
    this.item.severity = vscode.LanguageStatusSeverity.Warning;
  }

  dispose(): void {
    this.item?.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
