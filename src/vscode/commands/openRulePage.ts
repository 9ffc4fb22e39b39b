import * as vscode from 'vscode';
import type { Parts } from '../parts';

/** Opens the page of a rule; asks for one when called from the palette. */
export async function openRulePage({ host, pages, view }: Parts, rule?: string): Promise<void> {
  const given = rule === undefined ? undefined : (view.ruleOf(rule) ?? rule);
  const id = given ?? (await pickRule(host.rules));
  if (id !== undefined) await pages.open(id);
}

async function pickRule(rules: Parts['host']['rules']): Promise<string | undefined> {
  const picks = rules.map(({ id, title, dimension }) => ({ label: title, description: `${id} · ${dimension}`, id }));
  return (await vscode.window.showQuickPick(picks, { placeHolder: vscode.l10n.t('Which rule?'), matchOnDescription: true }))?.id;
}
