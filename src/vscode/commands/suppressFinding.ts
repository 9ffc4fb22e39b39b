import * as vscode from 'vscode';
import type { SuppressTarget } from '../codeActions';
import { workspaceEdit } from '../edits';
import type { Parts } from '../parts';
import { ask, orSay } from './ask';

/** Writes a suppression comment above a line, with the reason that the person gives. `reason` skips the question. */
export async function suppressFinding(
  { host, documents, places, log }: Parts,
  { uri, action, rule, severity }: SuppressTarget,
  reason?: string,
): Promise<void> {
  const answer =
    reason ??
    (await ask({
      title: vscode.l10n.t('Suppress {0}', rule),
      prompt:
        severity === 'error'
          ? vscode.l10n.t('Why is this all right here? An error is only suppressed with a reason.')
          : vscode.l10n.t('Why is this all right here? Leave it empty to give no reason.'),
      isOptional: severity !== 'error',
    }));
  if (answer === undefined) return;
  await orSay(log, async () => {
    const document = await vscode.workspace.openTextDocument(uri);
    const place = documents.current(document);
    const version = document.version;
    const fix = place && (await host.request('resolve', { ...place, version, action, reason: answer }));
    if (!place || !fix)
      throw new Error(
        vscode.l10n.t('No comment can be written here, or the text has changed. A waiver in the project configuration works everywhere.'),
      );
    if (document.version !== version) throw new Error(vscode.l10n.t('The text has changed. Please try again.'));
    await vscode.workspace.applyEdit(await workspaceEdit(fix, place.folder, places));
  });
}
