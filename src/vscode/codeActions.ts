import * as vscode from 'vscode';
import type { Action } from '../engine/api';
import type { ShownFinding } from '../model/finding';
import type { Fix } from '../model/fix';
import { actionKinds, commandIds } from './contributions';
import type { Diagnostics, GapDiagnostic } from './diagnostics';
import type { Documents } from './documents';
import { workspaceEdit } from './edits';
import { EngineGone } from './engineClient';
import type { Host } from './host';
import { looseFolder, scriptLanguages, type Place, type Places } from './places';

/** What "Suppress …" is told about the place. */
export interface SuppressTarget {
  uri: vscode.Uri;
  action: string;
  rule: string;
  severity: ShownFinding['severity'];
}

/** What "Treat … as …" and "Declare … public" are told. */
export interface DeclareTarget {
  uri: vscode.Uri;
  action: string;
  title: string;
  asks?: Action['asks'];
}

/** An action whose edit is built when it is chosen. */
class LazyAction extends vscode.CodeAction {
  constructor(
    title: string,
    kind: vscode.CodeActionKind,
    readonly document: vscode.TextDocument,
    readonly place: Place,
    readonly build: (token: vscode.CancellationToken) => Promise<Fix | undefined>,
    readonly version = document.version,
  ) {
    super(title, kind);
  }
}

/** Fixes, hardening, declaring, suppressing and explaining, in this order. */
export class CodeActions implements vscode.CodeActionProvider<vscode.CodeAction> {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, actionKinds.harden, actionKinds.declare, actionKinds.fixAll],
  };

  constructor(
    private readonly host: Host,
    private readonly places: Places,
    private readonly documents: Documents,
    private readonly diagnostics: Diagnostics,
  ) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const place = this.documents.current(document) ?? this.placeOfUnsent(document);
    if (!place) return [];
    const here = this.diagnostics.shown(document.uri).filter((diagnostic) => touches(diagnostic.range, range));
    const wants = (kind: vscode.CodeActionKind): boolean => !context.only || context.only.contains(kind);
    const actions: vscode.CodeAction[] = [];
    if (wants(vscode.CodeActionKind.QuickFix) || wants(actionKinds.harden) || wants(actionKinds.declare)) {
      const isAsked = context.triggerKind === vscode.CodeActionTriggerKind.Invoke || here.length > 0;
      const offered = await this.ask(document, place, range, here, isAsked, token);
      // Beside other quick fixes it is found where people look; asked for by its own kind, it is a refactoring.
      const hardenKind = here.length > 0 && !context.only ? actionKinds.hardenGap : actionKinds.harden;
      actions.push(
        ...this.edits(document, place, here, offered, hardenKind),
        ...this.fixRest(document, place, here),
        ...declarations(document, place, here, offered),
        ...this.words(document, place, here, offered),
      );
    }
    if (context.only && wants(actionKinds.fixAll)) actions.push(...this.fixAll(document, place));
    return actions.filter((action) => action.kind && wants(action.kind));
  }

  async resolveCodeAction(action: vscode.CodeAction, token: vscode.CancellationToken): Promise<vscode.CodeAction> {
    if (!(action instanceof LazyAction)) return action;
    const { document, version, place } = action;
    if (document.version !== version) return action;
    const fix = await action.build(token).catch((error: unknown) => {
      if (error instanceof EngineGone || token.isCancellationRequested) return undefined;
      throw error;
    });
    // The person typed on while the edit was built.
    if (document.version !== version || token.isCancellationRequested) return action;
    if (!fix) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('Production Gap: this edit failed its checks and was not made.'), 8_000);
      return action;
    }
    action.edit = await workspaceEdit(fix, place.folder, this.places);
    if (fix.skipped && fix.skipped.length > 0) {
      action.command = { command: commandIds.tellSkipped, title: '', arguments: [fix.skipped] };
    }
    return action;
  }

  /** Files whose text only checks look at are not sent; their findings can be explained and waived all the same. */
  private placeOfUnsent(document: vscode.TextDocument): Place | undefined {
    return this.documents.isSent(document) || scriptLanguages.includes(document.languageId) ? undefined : this.places.of(document.uri);
  }

  private async ask(
    document: vscode.TextDocument,
    place: Place,
    range: vscode.Range,
    here: readonly GapDiagnostic[],
    thorough: boolean,
    token: vscode.CancellationToken,
  ): Promise<readonly Action[]> {
    const isJudged =
      scriptLanguages.includes(document.languageId) || place.file.endsWith('.sql') || here.some(({ finding }) => finding.fixes.length > 0);
    if (!isJudged || !this.documents.current(document)) return [];
    const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    try {
      return await this.host.request('actions', { ...place, version: document.version, span, thorough }, token);
    } catch (error) {
      if (error instanceof EngineGone || token.isCancellationRequested) return [];
      throw error;
    }
  }

  private lazy(document: vscode.TextDocument, place: Place, title: string, kind: vscode.CodeActionKind, action: string): LazyAction {
    const version = document.version;
    return new LazyAction(title, kind, document, place, (token) => this.host.request('resolve', { ...place, version, action }, token));
  }

  /** Fixes, then suggestions, then hardening. */
  private edits(
    document: vscode.TextDocument,
    place: Place,
    here: readonly GapDiagnostic[],
    offered: readonly Action[],
    hardenKind: vscode.CodeActionKind,
  ): vscode.CodeAction[] {
    const order: Action['kind'][] = ['fix', 'suggestion', 'scaffold', 'harden'];
    return order.flatMap((kind) =>
      offered
        .filter((action) => action.kind === kind)
        .map((action) => {
          const isHarden = kind === 'harden';
          const title = isHarden ? vscode.l10n.t('Harden this handler') : action.title;
          const lazy = this.lazy(document, place, title, isHarden ? hardenKind : vscode.CodeActionKind.QuickFix, action.id);
          const diagnostic = here.find(({ finding }) => finding.fingerprint === action.finding?.fingerprint);
          if (diagnostic) lazy.diagnostics = [diagnostic];
          if (isHarden && here.length > 0) lazy.diagnostics = [...here];
          lazy.isPreferred = kind === 'fix' && action.isPreferred;
          if (action.disabled !== undefined) lazy.disabled = { reason: action.disabled };
          return lazy;
        }),
    );
  }

  /** "Fix all of this rule", where the file has several with a safe fix. */
  private fixRest(document: vscode.TextDocument, place: Place, here: readonly GapDiagnostic[]): vscode.CodeAction[] {
    const all = this.diagnostics.shown(document.uri).filter(({ finding }) => hasSafeFix(finding));
    const rules = [...new Set(here.map(({ finding }) => finding.rule))];
    return rules.flatMap((rule) => {
      const same = all.filter(({ finding }) => finding.rule === rule);
      if (same.length < 2) return [];
      const action = this.lazyFixAll(
        document,
        place,
        vscode.l10n.t('Fix all {0} gaps of {1} in this file', same.length, rule),
        vscode.CodeActionKind.QuickFix,
        rule,
      );
      action.diagnostics = same;
      return action;
    });
  }

  private fixAll(document: vscode.TextDocument, place: Place): vscode.CodeAction[] {
    const fixable = this.diagnostics.shown(document.uri).filter(({ finding }) => hasSafeFix(finding));
    if (fixable.length === 0) return [];
    const action = this.lazyFixAll(document, place, vscode.l10n.t('Fix all production gaps that have a safe fix'), actionKinds.fixAll);
    action.diagnostics = fixable;
    return [action];
  }

  private lazyFixAll(document: vscode.TextDocument, place: Place, title: string, kind: vscode.CodeActionKind, rule?: string): LazyAction {
    const version = document.version;
    return new LazyAction(title, kind, document, place, (token) => this.host.request('fixAll', { ...place, version, rule }, token));
  }

  /** Suppressing, waiving and explaining each finding here. */
  private words(
    document: vscode.TextDocument,
    place: Place,
    here: readonly GapDiagnostic[],
    offered: readonly Action[],
  ): vscode.CodeAction[] {
    const command = (diagnostic: GapDiagnostic, id: string, title: string, ...args: unknown[]): vscode.CodeAction => {
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      action.command = { command: id, title, arguments: args };
      action.diagnostics = [diagnostic];
      return action;
    };
    const suppress = here.flatMap((diagnostic) => {
      const { rule, fingerprint, severity } = diagnostic.finding;
      const action = offered.find(({ kind, finding }) => kind === 'suppress' && finding?.fingerprint === fingerprint);
      if (!action) return [];
      const target: SuppressTarget = { uri: document.uri, action: action.id, rule, severity };
      return command(diagnostic, commandIds.suppressFinding, vscode.l10n.t('Suppress {0} on this line…', rule), target);
    });
    const waive = here.map((diagnostic) => {
      const { rule, fingerprint } = diagnostic.finding;
      return command(diagnostic, commandIds.waiveFinding, vscode.l10n.t('Waive {0} in the project configuration…', rule), {
        folder: place.folder,
        fingerprint,
      });
    });
    const rules = here.filter(({ finding }, index) => here.findIndex((other) => other.finding.rule === finding.rule) === index);
    const explain = rules.map((diagnostic) =>
      command(diagnostic, commandIds.openRulePage, vscode.l10n.t('Explain {0}', diagnostic.finding.rule), diagnostic.finding.rule),
    );
    return [...suppress, ...waive, ...explain];
  }
}

/** What only the team knows: beside a gap that it answers it is a quick fix, elsewhere a refactoring. */
function declarations(
  document: vscode.TextDocument,
  { folder }: Place,
  here: readonly GapDiagnostic[],
  offered: readonly Action[],
): vscode.CodeAction[] {
  // A file outside of all folders has no configuration.
  if (folder === looseFolder) return [];
  return offered
    .filter(({ kind }) => kind === 'declare')
    .map(({ id, title, asks, disabled, finding }) => {
      const answered = here.find((diagnostic) => diagnostic.finding.fingerprint === finding?.fingerprint);
      const action = new vscode.CodeAction(title, answered ? vscode.CodeActionKind.QuickFix : actionKinds.declare);
      const target: DeclareTarget = { uri: document.uri, action: id, title, ...(asks ? { asks } : {}) };
      action.command = { command: commandIds.declare, title, arguments: [target] };
      if (answered) action.diagnostics = [answered];
      if (disabled !== undefined) action.disabled = { reason: disabled };
      return action;
    });
}

/** A cursor on the line of a finding is enough. */
function touches(finding: vscode.Range, range: vscode.Range): boolean {
  return finding.intersection(range) !== undefined || finding.start.line === range.start.line;
}

function hasSafeFix({ fixes }: ShownFinding): boolean {
  return fixes.some(({ kind }) => kind === 'fix');
}
