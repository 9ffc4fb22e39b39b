import * as vscode from 'vscode';
import type { Parts } from '../parts';

/** Opens the line that a node of the checklist or of the endpoints points at, or the item that a next step is about. */
export async function openPlace({ view, endpoints, places }: Parts, id: string): Promise<void> {
  const node = view.node(id) ?? endpoints.node(id);
  if (!node) return;
  if (node.kind === 'more') {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    return;
  }
  if (node.kind === 'step') {
    if (node.item === undefined) return;
    await view.reveal(node.folder, node.item);
    return;
  }
  const uri = node.target && places.uri(node.target);
  if (!node.target || !uri) return;
  const position = new vscode.Position(node.target.line - 1, (node.target.column ?? 1) - 1);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(position, position), preview: true });
}
