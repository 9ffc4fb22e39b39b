import * as vscode from 'vscode';
import { viewIds } from './contributions';
import type { Host } from './host';
import type { Scanner } from './scanner';

/** One item for the whole window: how many gaps are open. A click shows the checklist. */
export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('productionGap.summary', vscode.StatusBarAlignment.Left, 10);
  private readonly subscriptions: vscode.Disposable[];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly host: Host,
    private readonly scanner: Scanner,
  ) {
    this.item.name = vscode.l10n.t('Production Gap');
    this.item.command = `${viewIds.readiness}.focus`;
    this.subscriptions = [
      this.item,
      host.onResults(() => this.soon()),
      host.onScorecard(() => this.soon()),
      host.onState(() => this.soon()),
      scanner.onDidChange(() => this.soon()),
    ];
  }

  private soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.show();
    }, 100);
  }

  private show(): void {
    const { state } = this.host;
    if (state === 'idle' || state === 'starting') return;
    if (state !== 'running') {
      this.set(`$(debug-disconnect) ${vscode.l10n.t('Engine stopped')}`, vscode.l10n.t('The engine of Production Gap has stopped.'), '');
      return;
    }
    const counts = this.host.knownFolders.map((folder) => this.host.results(folder).count());
    const gaps = counts.reduce((sum, count) => sum + count.gaps, 0);
    const errors = counts.reduce((sum, count) => sum + count.errors, 0);
    const text = gaps === 1 ? vscode.l10n.t('1 gap') : vscode.l10n.t('{0} gaps', gaps);
    const spoken =
      gaps === 1
        ? vscode.l10n.t('Production Gap: 1 open gap, errors: {0}', errors)
        : vscode.l10n.t('Production Gap: {0} open gaps, {1} of them errors', gaps, errors);
    this.set(`$(checklist) ${text}`, spoken, this.tooltip(gaps, errors));
  }

  private set(text: string, spoken: string, tooltip: string): void {
    this.item.text = text;
    this.item.accessibilityInformation = { label: spoken };
    this.item.tooltip = new vscode.MarkdownString(tooltip === '' ? spoken : tooltip, true);
    this.item.show();
  }

  private tooltip(gaps: number, errors: number): string {
    const open =
      gaps === 1 ? vscode.l10n.t('1 open gap, errors: {0}', errors) : vscode.l10n.t('{0} open gaps, {1} of them errors', gaps, errors);
    const lines = [`**${vscode.l10n.t('Production Gap')}**`, open];
    for (const { uri, name } of vscode.workspace.workspaceFolders ?? []) {
      const { scorecard } = this.host.results(uri.toString());
      if (scorecard) lines.push(`$(milestone) ${name}: ${vscode.l10n.t('Stage: {0}', scorecard.stage)}`);
      const skipped = this.scanner.summary(uri.toString())?.skipped.length ?? 0;
      if (skipped === 1) lines.push(vscode.l10n.t('1 file of {0} was not analysed; the log says why.', name));
      else if (skipped > 0) lines.push(vscode.l10n.t('{0} files of {1} were not analysed; the log says why.', skipped, name));
    }
    return lines.join('\n\n');
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
