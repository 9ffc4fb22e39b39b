import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';

/** Text of a file, or undefined when there is none. Throws when it is there and can't be read. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

/** A text as the editor has it: one kind of line end, and no byte order mark. */
export function plainText(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/**
 * Writes a whole file: beside it first and then in its place, so that a reader, or a crash, never meets half a file. Creates the folder.
 * Throws when the file is open with unsaved changes, which would be lost or would undo this.
 */
export async function writeText(uri: vscode.Uri, text: string): Promise<void> {
  const address = uri.toString();
  if (vscode.workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === address)) {
    throw new Error(vscode.l10n.t('{0} has unsaved changes. Save or revert them first.', vscode.workspace.asRelativePath(uri)));
  }
  const folder = vscode.Uri.joinPath(uri, '..');
  await vscode.workspace.fs.createDirectory(folder);
  const beside = vscode.Uri.joinPath(folder, `.${randomUUID()}.tmp`);
  try {
    await vscode.workspace.fs.writeFile(beside, new TextEncoder().encode(text));
    await vscode.workspace.fs.rename(beside, uri, { overwrite: true });
  } catch (error) {
    await vscode.workspace.fs.delete(beside).then(undefined, () => undefined);
    throw error;
  }
}
