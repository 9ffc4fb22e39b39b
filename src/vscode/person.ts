import os from 'node:os';
import * as vscode from 'vscode';
import { userNameIn } from './gitName';

async function nameIn(file: vscode.Uri): Promise<string | undefined> {
  try {
    return userNameIn(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
  } catch {
    return undefined;
  }
}

/**
 * Who says so: `user.name` of the repository's or the person's git configuration, else the name of the account. The files
 * are read; git is not run, so this works in Restricted Mode too.
 */
export async function personName(folder: vscode.Uri): Promise<string> {
  const home = vscode.Uri.file(os.homedir());
  const settings = process.env['XDG_CONFIG_HOME'];
  const candidates = [
    vscode.Uri.joinPath(folder, '.git', 'config'),
    vscode.Uri.joinPath(home, '.gitconfig'),
    vscode.Uri.joinPath(settings ? vscode.Uri.file(settings) : vscode.Uri.joinPath(home, '.config'), 'git', 'config'),
  ];
  for (const file of candidates) {
    const name = await nameIn(file);
    if (name !== undefined) return name;
  }
  try {
    return os.userInfo().username;
  } catch {
    // An account without an entry in the system's list of users, as in some containers.
    return process.env['USER'] ?? 'unknown';
  }
}
