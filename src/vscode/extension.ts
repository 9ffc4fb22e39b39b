import * as vscode from 'vscode';
import { CodeActions } from './codeActions';
import { registerAll } from './commands';
import { setTick } from './commands/statements';
import { Diagnostics } from './diagnostics';
import { Documents } from './documents';
import { EndpointLenses } from './endpointLenses';
import { EndpointsView } from './endpointsView/view';
import { FileEvents } from './fileEvents';
import { Host } from './host';
import { GapHover } from './hover';
import { LanguageStatus } from './languageStatus';
import type { Parts } from './parts';
import { Places, scriptLanguages } from './places';
import { ReadinessFiles } from './readinessFiles';
import { ReadinessView } from './readinessView/view';
import { RulePages } from './rulePages';
import { Scanner } from './scanner';
import { StatusBar } from './statusBar';

/** Milliseconds after activation until the engine starts where no file of ours is open. */
const startDelay = 2_000;

/** Everything a document can be: findings may stand in any file, and files without findings cost one look into a map. */
const anyDocument: vscode.DocumentSelector = [{ scheme: '*' }];

/** Puts the extension together. The engine starts later, in a thread of its own. */
export function activate(context: vscode.ExtensionContext): void {
  const began = performance.now();
  const log = vscode.window.createOutputChannel('Production Gap', { log: true });
  const places = new Places();
  const worker = vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.js').fsPath;
  const host = new Host(worker, vscode.Uri.joinPath(context.globalStorageUri, 'facts').fsPath, log);
  const events = new FileEvents(host, places);
  const documents = new Documents(host, places, events);
  const diagnostics = new Diagnostics(host, places, documents);
  const scanner = new Scanner(host, log);
  const pages = new RulePages(context.extensionUri, host);
  const readiness = new ReadinessFiles(host, events, log);
  const view = new ReadinessView(host, scanner, (folder, item, isTicked) => setTick({ readiness }, folder, item, isTicked));
  const endpoints = new EndpointsView(host, scanner);
  const lenses = new EndpointLenses(host, places);
  const parts: Parts = { log, places, host, documents, diagnostics, scanner, pages, events, readiness, view, endpoints };
  const actions = new CodeActions(host, places, documents, diagnostics);
  const { version } = context.extension.packageJSON as { version: string };
  const start = setTimeout(() => host.start(), documents.hasOpen ? 0 : startDelay);
  context.subscriptions.push(
    new vscode.Disposable(() => clearTimeout(start)),
    view,
    endpoints,
    lenses,
    new StatusBar(host, scanner),
    new LanguageStatus(host, places),
    readiness,
    pages,
    scanner,
    diagnostics,
    documents,
    events,
    host,
    log,
    vscode.languages.registerCodeActionsProvider(anyDocument, actions, CodeActions.metadata),
    vscode.languages.registerHoverProvider(anyDocument, new GapHover(diagnostics, pages)),
    vscode.languages.registerCodeLensProvider(
      scriptLanguages.map((language) => ({ language })),
      lenses,
    ),
    ...registerAll(parts, version),
  );
  log.info(`Activated in ${(performance.now() - began).toFixed(1)} ms.`);
}
