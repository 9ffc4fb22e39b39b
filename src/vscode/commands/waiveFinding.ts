import * as vscode from 'vscode';
import type { ShownFinding } from '../../model/finding';
import type { Waiver } from '../../model/readiness';
import { readText, writeText } from '../atomicWrite';
import type { Parts } from '../parts';
import { personName } from '../person';
import { ask, checkDate, orSay } from './ask';

/** Path of the project's configuration. */
export const configPath = ['.production-gap', 'config.json'];

/** Which finding, by the folder it was found in. */
export interface FindingTarget {
  folder: string;
  fingerprint: string;
}

type Answers = Pick<Waiver, 'reason' | 'note' | 'expires'>;

function reasonTexts(): Record<Waiver['reason'], string> {
  return {
    'accepted-risk': vscode.l10n.t('The risk is known and accepted'),
    'protected-upstream': vscode.l10n.t('Something in front of the application protects it'),
    'false-positive': vscode.l10n.t('The finding is wrong'),
    'not-applicable': vscode.l10n.t('It does not apply to this project'),
    remediated: vscode.l10n.t('It is solved in a way that cannot be seen in the code'),
    'test-data': vscode.l10n.t('It is test data or an example'),
    'not-supported': vscode.l10n.t('What is used here is not supported'),
  };
}

async function askReason(rule: string): Promise<Waiver['reason'] | undefined> {
  const texts = reasonTexts();
  const picks = Object.entries(texts).map(([reason, label]) => ({ label, description: reason, reason: reason as Waiver['reason'] }));
  const picked = await vscode.window.showQuickPick(picks, {
    title: vscode.l10n.t('Waive {0}', rule),
    placeHolder: vscode.l10n.t('What kind of reason is it?'),
  });
  return picked?.reason;
}

async function askAnswers({ rule }: ShownFinding): Promise<Answers | undefined> {
  const title = vscode.l10n.t('Waive {0}', rule);
  const reason = await askReason(rule);
  if (!reason) return undefined;
  const note = await ask({ title, prompt: vscode.l10n.t('Why? The team will read this.') });
  if (note === undefined) return undefined;
  const expires = await ask({
    title,
    prompt: vscode.l10n.t('Until when? Leave it empty for no end.'),
    placeHolder: 'YYYY-MM-DD',
    isOptional: true,
    validate: checkDate,
  });
  if (expires === undefined) return undefined;
  return { reason, note, ...(expires === '' ? {} : { expires }) };
}

/** Writes a waiver for one finding into the committed configuration. `answers` skip the questions. */
export async function waiveFinding({ host, events, log }: Parts, { folder, fingerprint }: FindingTarget, answers?: Answers): Promise<void> {
  await orSay(log, async () => {
    const root = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === folder);
    const finding = host.results(folder).byFingerprint().get(fingerprint);
    if (!root || !finding) throw new Error(vscode.l10n.t('This finding is not there any more, or its file is in no workspace folder.'));
    const given = answers ?? (await askAnswers(finding));
    if (!given) return;
    const { file } = finding.location;
    const waiver: Waiver = {
      rule: finding.rule,
      // For people; the fingerprint is what counts. A path with signs of a glob in it would not match itself.
      ...(/[*?[\](){}!]/.test(file) ? {} : { files: file }),
      fingerprint,
      reason: given.reason,
      note: given.note,
      owner: await personName(root.uri),
      ...(given.expires === undefined ? {} : { expires: given.expires }),
    };
    const uri = vscode.Uri.joinPath(root.uri, ...configPath);
    const { withWaiver } = await import('../late');
    await writeText(uri, withWaiver(await readText(uri), waiver));
    events.wrote(uri);
  });
}
