import * as vscode from 'vscode';
import type { ShownFinding } from '../model/finding';
import { Aggregates } from './aggregates';
import { diagnosticSource } from './contributions';
import type { Documents } from './documents';
import type { Host, ResultsEvent } from './host';
import { looseFolder, rangeOf, type Place, type Places } from './places';
import { isOpenGap } from './results';
import { readSettings, section, type Settings } from './settings';
import { Squiggles } from './squiggles';

/** A diagnostic of ours, with the finding that it shows. */
export class GapDiagnostic extends vscode.Diagnostic {
  constructor(
    readonly finding: ShownFinding,
    range: vscode.Range,
    severity: vscode.DiagnosticSeverity,
    message: string = finding.message,
  ) {
    super(range, message, severity);
    this.source = diagnosticSource;
  }
}

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** Findings as squiggles and in the Problems panel. */
export class Diagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('production-gap');
  private readonly files = new Map<string, { place: Place; squiggles: Squiggles; timer?: NodeJS.Timeout }>();
  private readonly aggregates = new Map<string, Aggregates>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly host: Host,
    private readonly places: Places,
    private readonly documents: Documents,
  ) {
    this.subscriptions = [
      this.collection,
      host.onResults((event) => this.update(event)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.postpone(document.uri);
      }),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.saved(uri)),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => this.refresh(uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.refresh(uri)),
      vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        for (const tab of [...opened, ...closed]) for (const uri of urisOf(tab)) this.refresh(uri);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.refreshAll()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(section)) this.refreshAll();
      }),
    ];
  }

  /** What is shown for a document now. */
  shown(uri: vscode.Uri): readonly GapDiagnostic[] {
    return (this.collection.get(uri) ?? []).filter((diagnostic): diagnostic is GapDiagnostic => diagnostic instanceof GapDiagnostic);
  }

  private update({ folder, files }: ResultsEvent): void {
    // Read once: a first scan brings thousands of files.
    const settings = this.settingsOf(folder);
    const regrouped = this.aggregatesOf(folder).update(this.listedIn(folder, settings));
    const changed = [...new Set([...files, ...regrouped])].flatMap((file): [vscode.Uri, GapDiagnostic[]][] => {
      const place = { folder, file };
      const uri = this.places.uri(place);
      const diagnostics = uri && this.next(uri, place, settings);
      return diagnostics ? [[uri, diagnostics]] : [];
    });
    this.collection.set(changed);
  }

  private aggregatesOf(folder: string): Aggregates {
    let aggregates = this.aggregates.get(folder);
    if (!aggregates) this.aggregates.set(folder, (aggregates = new Aggregates()));
    return aggregates;
  }

  /** Everything that the Problems panel would list of a folder; nothing where only open files are shown. */
  private *listedIn(folder: string, settings: Settings): Iterable<ShownFinding> {
    if (settings.openFilesOnly || folder === looseFolder) return;
    const results = this.host.results(folder);
    for (const file of results.names)
      for (const finding of results.of(file)?.findings ?? []) if (isVisible(finding, settings)) yield finding;
  }

  /** Diagnostics for the latest results, or undefined when results of a newer text are on their way. */
  private next(uri: vscode.Uri, place: Place, settings: Settings): GapDiagnostic[] | undefined {
    const document = openDocument(uri);
    const result = this.host.results(place.folder).of(place.file);
    if (document && result && settings.run !== 'manual' && this.isOutdated(document, result.version)) return undefined;
    const address = uri.toString();
    let entry = this.files.get(address);
    if (!entry) this.files.set(address, (entry = { place, squiggles: new Squiggles() }));
    entry.place = place;
    const isHidden = settings.openFilesOnly ? !hasTab(uri) : place.folder === looseFolder && !document;
    // A person looking at a file wants to see each place; of files that nobody looks at, one entry stands for many.
    const aggregates = this.aggregatesOf(place.folder);
    const visible = isHidden
      ? []
      : (result?.findings ?? []).filter((finding) => isVisible(finding, settings) && (!aggregates.isTold(finding) || hasTab(uri)));
    const quietFor = Date.now() - this.documents.lastEdit(uri);
    const hold = document !== undefined && (settings.run === 'onSave' ? document.isDirty : quietFor < settings.delay);
    const shown = entry.squiggles.update(visible, hold);
    this.plan(uri, settings, Math.max(0, settings.delay - quietFor));
    return shown.map((finding) => this.diagnostic(finding, place, settings));
  }

  /** Shows what waits after a pause, unless saving is what shows it. */
  private plan(uri: vscode.Uri, { run }: Settings, pause: number): void {
    const entry = this.files.get(uri.toString());
    if (!entry) return;
    clearTimeout(entry.timer);
    entry.timer = undefined;
    if (entry.squiggles.isWaiting && run !== 'onSave') entry.timer = setTimeout(() => this.release(uri), pause);
  }

  private postpone(uri: vscode.Uri): void {
    const entry = this.files.get(uri.toString());
    if (!entry) return;
    const settings = this.settingsOf(entry.place.folder);
    this.plan(uri, settings, settings.delay);
  }

  private release(uri: vscode.Uri): void {
    const entry = this.files.get(uri.toString());
    if (!entry) return;
    const document = openDocument(uri);
    const result = this.host.results(entry.place.folder).of(entry.place.file);
    // The results of what was typed last will come, and show it.
    if (document && result && this.isOutdated(document, result.version)) return;
    const settings = this.settingsOf(entry.place.folder);
    this.collection.set(
      uri,
      entry.squiggles.release().map((finding) => this.diagnostic(finding, entry.place, settings)),
    );
  }

  private saved(uri: vscode.Uri): void {
    const entry = this.files.get(uri.toString());
    if (entry && this.settingsOf(entry.place.folder).run === 'onSave') this.release(uri);
  }

  private settingsOf(folder: string): Settings {
    return readSettings(folder === looseFolder ? undefined : vscode.Uri.parse(folder));
  }

  /** Results of an earlier text than the document's, where the engine gets that text at all. */
  private isOutdated(document: vscode.TextDocument, version: number): boolean {
    return this.documents.isSent(document) && document.version !== version;
  }

  private refresh(uri: vscode.Uri): void {
    const entry = this.files.get(uri.toString());
    if (entry) this.update({ folder: entry.place.folder, files: [entry.place.file] });
  }

  private refreshAll(): void {
    this.collection.clear();
    for (const entry of this.files.values()) clearTimeout(entry.timer);
    this.files.clear();
    this.aggregates.clear();
    for (const folder of this.host.knownFolders) this.update({ folder, files: this.host.results(folder).names });
  }

  private diagnostic(finding: ShownFinding, { folder }: Place, settings: Settings): GapDiagnostic {
    const isUnsure = finding.confidence === 'low' && settings.showLowConfidence;
    const others = this.aggregatesOf(folder).othersOf(finding);
    const message = others && vscode.l10n.t('{0} And {1} more like it in this project.', finding.message, others.count);
    const diagnostic = new GapDiagnostic(
      finding,
      rangeOf(finding.location),
      isUnsure ? vscode.DiagnosticSeverity.Hint : severities[finding.severity],
      message,
    );
    const page = this.host.rule(finding.rule)?.helpUri;
    diagnostic.code = page === undefined ? finding.rule : { value: finding.rule, target: vscode.Uri.parse(page) };
    const same = (others?.some ?? []).map(({ location }) => ({ ...location, message: vscode.l10n.t('The same here.') }));
    diagnostic.relatedInformation = [...finding.related, ...same].flatMap((related) => {
      const uri = this.places.uri({ folder, file: related.file });
      return uri ? new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, rangeOf(related)), related.message) : [];
    });
    return diagnostic;
  }

  dispose(): void {
    for (const entry of this.files.values()) clearTimeout(entry.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

function isVisible(finding: ShownFinding, settings: Settings): boolean {
  return isOpenGap(finding) && (finding.confidence !== 'low' || settings.showLowConfidence);
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const address = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === address);
}

/** Files that a tab shows as text. */
function urisOf({ input }: vscode.Tab): vscode.Uri[] {
  if (input instanceof vscode.TabInputText) return [input.uri];
  if (input instanceof vscode.TabInputTextDiff) return [input.original, input.modified];
  return [];
}

/** The editor keeps documents in memory that nobody sees; a person's open files are those with a tab. */
function hasTab(uri: vscode.Uri): boolean {
  const address = uri.toString();
  return vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => urisOf(tab).some((shown) => shown.toString() === address)));
}
