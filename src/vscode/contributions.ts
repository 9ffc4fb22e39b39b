import * as vscode from 'vscode';

/** Every command, with the id that the manifest declares. */
export const commandIds = {
  restartEngine: 'productionGap.restartEngine',
  analyseWorkspace: 'productionGap.analyseWorkspace',
  cancelAnalysis: 'productionGap.cancelAnalysis',
  showLog: 'productionGap.showLog',
  copyDiagnostics: 'productionGap.copyDiagnostics',
  hardenHandler: 'productionGap.hardenHandler',
  openRulePage: 'productionGap.openRulePage',
  openConfiguration: 'productionGap.openConfiguration',
  tellSkipped: 'productionGap.tellSkipped',
  suppressFinding: 'productionGap.suppressFinding',
  waiveFinding: 'productionGap.waiveFinding',
  toggleTick: 'productionGap.toggleTick',
  addNote: 'productionGap.addNote',
  markNotApplicable: 'productionGap.markNotApplicable',
  acceptRisk: 'productionGap.acceptRisk',
  withdrawStatement: 'productionGap.withdrawStatement',
  openPlace: 'productionGap.openPlace',
  filterEndpoints: 'productionGap.filterEndpoints',
  copyEndpoints: 'productionGap.copyEndpoints',
  revealEndpoint: 'productionGap.revealEndpoint',
  declare: 'productionGap.declare',
} as const;

export type CommandName = keyof typeof commandIds;

/** Ids of the views in our container in the activity bar. */
export const viewIds = { readiness: 'productionGap.readiness', endpoints: 'productionGap.endpoints' } as const;

/** Facts that menus and welcome texts depend on. */
export const contextKeys = {
  isAnalysing: 'productionGap.isAnalysing',
  hasNoServerCode: 'productionGap.hasNoServerCode',
  hasNoEndpoints: 'productionGap.hasNoEndpoints',
  endpointsFilteredOut: 'productionGap.endpointsFilteredOut',
} as const;

/** Kinds of code actions beyond the plain quick fix. */
export const actionKinds = {
  harden: vscode.CodeActionKind.RefactorRewrite.append('harden'),
  /** The same, offered among the quick fixes of a gap. */
  hardenGap: vscode.CodeActionKind.QuickFix.append('harden'),
  /** Saying in the project's configuration what a function is, where no gap is shown. */
  declare: vscode.CodeActionKind.Refactor.append('declare'),
  fixAll: vscode.CodeActionKind.SourceFixAll.append('productionGap'),
} as const;

/** Name before each message in the Problems panel. */
export const diagnosticSource = 'Production Gap';

/** Registers one function for every command; the compiler tells when one is forgotten. */
export function registerCommands(implementations: { [name in CommandName]: (...args: never[]) => unknown }): vscode.Disposable[] {
  return (Object.keys(commandIds) as CommandName[]).map((name) => vscode.commands.registerCommand(commandIds[name], implementations[name]));
}

export function setContext(key: keyof typeof contextKeys, value: boolean): void {
  void vscode.commands.executeCommand('setContext', contextKeys[key], value);
}
