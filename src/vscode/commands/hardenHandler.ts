import * as vscode from 'vscode';
import { actionKinds } from '../contributions';
import type { Parts } from '../parts';

/** Offers hardening for the handler at the cursor, by the editor's own way of applying a code action. */
export async function hardenHandler(): Promise<void> {
  await vscode.commands.executeCommand('editor.action.codeAction', { kind: actionKinds.harden.value, apply: 'first' });
}

/** Says which steps of hardening were left out, and why. */
export function tellSkipped({ log }: Parts, skipped: readonly { step: string; reason: string }[]): void {
  for (const { step, reason } of skipped) log.info(`Harden: ${step} was left out: ${reason}`);
  const steps = skipped.map(({ step, reason }) => `${step} (${reason})`).join(', ');
  vscode.window.setStatusBarMessage(vscode.l10n.t('Left out: {0}', steps), 10_000);
}
