import * as vscode from 'vscode';
import type { Fix } from '../model/fix';
import type { Places } from './places';

/**
 * A fix as an edit of the editor. Where more than one file is touched, or one is created, the editor shows a preview first. Offsets refer
 * to the present text of each file; the caller has checked that it is the one the fix was built for.
 */
export async function workspaceEdit(fix: Fix, folder: string, places: Places): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const isWide = fix.edits.length > 1 || fix.edits.some(({ create }) => create);
  const metadata: vscode.WorkspaceEditEntryMetadata | undefined = isWide
    ? {
        needsConfirmation: true,
        label: fix.title,
        description: fix.edits.length === 1 ? vscode.l10n.t('Touches 1 file') : vscode.l10n.t('Touches {0} files', fix.edits.length),
      }
    : undefined;
  for (const { file, create, edits } of fix.edits) {
    const uri = places.uri({ folder, file });
    if (!uri) throw new Error(`${file} is not in this window.`);
    if (create) {
      const contents = new TextEncoder().encode(edits.map(({ newText }) => newText).join(''));
      edit.createFile(uri, { contents, ignoreIfExists: false, overwrite: false }, metadata);
      continue;
    }
    const document = await vscode.workspace.openTextDocument(uri);
    for (const { start, end, newText } of edits) {
      edit.replace(uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), newText, metadata);
    }
  }
  return edit;
}
