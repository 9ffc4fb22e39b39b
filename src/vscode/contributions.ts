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
} as const;

export type CommandName = keyof typeof commandIds;

/** Id of the view container in the activity bar and of its one view. */
export const viewIds = { readiness: 'productionGap.readiness' } as const;

/** Facts that menus and welcome texts depend on. */
export const contextKeys = {
  isAnalysing: 'productionGap.isAnalysing',
  hasNoServerCode: 'productionGap.hasNoServerCode',
} as const;

/** Kinds of code actions beyond the plain quick fix. */
export const actionKinds = {
  harden: vscode.CodeActionKind.RefactorRewrite.append('harden'),
  /** The same, offered among the quick fixes of a gap. */
  hardenGap: vscode.CodeActionKind.QuickFix.append('harden'),
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
