import * as vscode from 'vscode';
import type { Attestation } from '../../model/readiness';
import { addDays, dateOf } from '../../readiness/dates';
import type { Parts } from '../parts';
import { personName } from '../person';
import type { TreeNode } from '../readinessView/model';
import { ask, checkDate, orSay } from './ask';

/** An accepted risk is looked at again after so many days unless the person says otherwise. */
const riskDays = 90;

const today = (): string => dateOf(new Date());

/** Ticks an item or takes the tick back. Throws, with words for people, when it can't be recorded. */
export async function setTick(
  { readiness }: Pick<Parts, 'readiness'>,
  folder: vscode.WorkspaceFolder,
  item: string,
  isTicked: boolean,
): Promise<void> {
  if (!isTicked) {
    await readiness.change(folder, (before, { untick }) => untick(before, item));
    return;
  }
  const by = await personName(folder.uri);
  await readiness.change(folder, (before, { tick }) => tick(before, { item, by, on: today() }));
}

/** What the space bar does: ticks or unticks the item that is selected, and opens or closes what can't be ticked. */
export async function toggleTick(parts: Parts, id?: string): Promise<void> {
  const node = parts.view.node(id ?? parts.view.selected ?? '');
  const isTickable = node?.isTicked !== undefined;
  if (node && !isTickable) {
    await vscode.commands.executeCommand('list.toggleExpand');
    return;
  }
  await orSay(parts.log, async () => {
    const found = await itemOf(parts, node?.id);
    if (found) await setTick(parts, found.folder, found.item, !found.isTicked);
  });
}

/** Item and folder that a command was called on: from the tree, or chosen from a list when called from the palette. */
async function itemOf(
  parts: Parts,
  id: string | undefined,
): Promise<{ folder: vscode.WorkspaceFolder; item: string; title: string; isTicked: boolean } | undefined> {
  const node = id === undefined ? await pickItem(parts) : parts.view.node(id);
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === node?.folder);
  return node?.item && folder ? { folder, item: node.item, title: node.label, isTicked: node.isTicked === true } : undefined;
}

async function pickItem({ view }: Parts): Promise<TreeNode | undefined> {
  const picks = view.items().map((node) => ({ label: `${node.item ?? ''} ${node.label}`, detail: node.description ?? '', node }));
  return (await vscode.window.showQuickPick(picks, { placeHolder: vscode.l10n.t('Which item of the checklist?') }))?.node;
}

/** Adds a note or a link to a tick; ticks the item when nobody has. */
export async function addNote(parts: Parts, id?: string, answer?: string): Promise<void> {
  await orSay(parts.log, async () => {
    const found = await itemOf(parts, id);
    if (!found) return;
    const { folder, item, title } = found;
    const state = parts.host
      .results(folder.uri.toString())
      .scorecard?.dimensions.flatMap(({ items }) => items)
      .find((entry) => entry.item.id === item);
    const known = state?.expired ? undefined : state?.attestation;
    const note =
      answer ??
      (await ask({
        title,
        prompt: vscode.l10n.t('What is it based on? A sentence or a link.'),
        value: known?.note ?? '',
        isOptional: true,
      }));
    if (note === undefined) return;
    const by = known?.by ?? (await personName(folder.uri));
    await parts.readiness.change(folder, (before, { tick }) => {
      const present: Attestation = before.attestations.find((entry) => entry.item === item && known !== undefined) ?? {
        item,
        by,
        on: today(),
      };
      const { note: _old, ...rest } = present;
      return tick(before, note === '' ? rest : { ...rest, note });
    });
  });
}

/** Records that an item does not apply to the project, and why. */
export async function declareNotApplicable(parts: Parts, id?: string, answer?: string): Promise<void> {
  await orSay(parts.log, async () => {
    const found = await itemOf(parts, id);
    if (!found) return;
    const { folder, item, title } = found;
    const reason = answer ?? (await ask({ title, prompt: vscode.l10n.t('Why does this not apply to the project?') }));
    if (reason === undefined) return;
    const by = await personName(folder.uri);
    await parts.readiness.change(folder, (before, { markNotApplicable }) => markNotApplicable(before, { item, reason, by, on: today() }));
  });
}

/** What is asked about an accepted risk. */
export interface RiskAnswers {
  owner: string;
  reason: string;
  expires: string;
}

async function askRisk(title: string, me: string): Promise<RiskAnswers | undefined> {
  const reason = await ask({ title, prompt: vscode.l10n.t('Why is this risk acceptable for now?') });
  if (reason === undefined) return undefined;
  const owner = await ask({ title, prompt: vscode.l10n.t('Who answers for it?'), value: me });
  if (owner === undefined) return undefined;
  const expires = await ask({
    title,
    prompt: vscode.l10n.t('Until when? The item opens again after that day.'),
    value: addDays(today(), riskDays),
    validate: checkDate,
  });
  return expires === undefined ? undefined : { owner, reason, expires };
}

/** Records that somebody accepts the risk of an open item until a day. */
export async function recordAcceptedRisk(parts: Parts, id?: string, answers?: RiskAnswers): Promise<void> {
  await orSay(parts.log, async () => {
    const found = await itemOf(parts, id);
    if (!found) return;
    const { folder, item, title } = found;
    const given = answers ?? (await askRisk(title, await personName(folder.uri)));
    if (!given) return;
    await parts.readiness.change(folder, (before, { acceptRisk }) => acceptRisk(before, { item, ...given, on: today() }));
  });
}

/** Takes back everything that was said about an item. */
export async function withdraw(parts: Parts, id?: string): Promise<void> {
  await orSay(parts.log, async () => {
    const found = await itemOf(parts, id);
    if (found) await parts.readiness.change(found.folder, (before, { clearItem }) => clearItem(before, found.item));
  });
}
