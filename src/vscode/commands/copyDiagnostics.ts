import * as vscode from 'vscode';
import type { Parts } from '../parts';
import { readSettings, section, settingNames } from '../settings';

/** Puts versions, settings and the state of the engine on the clipboard, for a report. Holds no code. */
export async function copyDiagnostics({ host, log }: Parts, version: string): Promise<void> {
  const settings = readSettings();
  const engine = await host.request('diagnostics', {}).catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  const lines = [
    `Production Gap ${version}, VS Code ${vscode.version}, ${process.platform} ${process.arch}, Node ${process.versions.node}`,
    `Folders: ${(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme).join(', ') || 'none'}; trusted: ${vscode.workspace.isTrusted}; remote: ${vscode.env.remoteName ?? 'no'}`,
    ...settingNames.map((name) => `${section}.${name}: ${JSON.stringify(settings[name])}`),
    `State: ${host.state}`,
    engine,
  ];
  const text = lines.join('\n');
  await vscode.env.clipboard.writeText(text);
  log.info(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied. It holds paths of folders, and no code.'), 6_000);
}
