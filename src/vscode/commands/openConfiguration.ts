import * as vscode from 'vscode';
import { readText, writeText } from '../atomicWrite';
import type { Parts } from '../parts';
import { orSay } from './ask';
import { configPath } from './waiveFinding';

/** Opens the project's configuration; writes an empty one where there is none. */
export async function openConfiguration({ events, log }: Parts): Promise<void> {
  await orSay(log, async () => {
    const folder = await pickFolder();
    if (!folder) return;
    const uri = vscode.Uri.joinPath(folder.uri, ...configPath);
    if ((await readText(uri)) === undefined) {
      await writeText(uri, '{\n  "rules": {},\n  "exclude": []\n}\n');
      events.wrote(uri);
    }
    await vscode.window.showTextDocument(uri);
  });
}

async function pickFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) throw new Error(vscode.l10n.t('Open a folder first: the configuration is a file in it.'));
  return folders.length === 1 ? folders[0] : vscode.window.showWorkspaceFolderPick();
}
