import { utimes } from 'node:fs/promises';
import * as vscode from 'vscode';
import { plainText, readText } from '../atomicWrite';
import type { DeclareTarget } from '../codeActions';
import type { Parts } from '../parts';
import { ask, orSay } from './ask';
import { configPath } from './waiveFinding';

/** Writes what only the team knows into the project's configuration, as an edit that can be undone. `reason` skips the question. */
export async function declare({ events, log }: Parts, { uri, action, title, asks }: DeclareTarget, reason?: string): Promise<void> {
  const answer =
    reason ??
    (asks === 'reason'
      ? await ask({ title, prompt: vscode.l10n.t('Why is it meant to be open to anyone? The team will read this.') })
      : '');
  if (answer === undefined) return;
  await orSay(log, async () => {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (!folder)
      throw new Error(vscode.l10n.t('This file is in no folder of this window, so there is no project configuration to write to.'));
    const target = vscode.Uri.joinPath(folder.uri, ...configPath);
    await write(target, action, answer);
    events.wrote(target);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Written to .production-gap/config.json.'), 5_000);
  });
}

/**
 * Changes the configuration and sees to it that the file has the change. The editor may read a file that was only just written
 * once more between our edit and saving, and the edit is lost then without a word: it is made again.
 */
async function write(target: vscode.Uri, action: string, reason: string): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    const before = await readText(target);
    await edit(target, action, reason);
    const after = await readText(target);
    if (after !== undefined && after !== before) return;
  }
  throw new Error(vscode.l10n.t('The project configuration is being changed by something else. Please try again.'));
}

async function edit(target: vscode.Uri, action: string, reason: string): Promise<void> {
  const { declaredText, difference } = await import('../late');
  const document = await presentDocument(target);
  const before = document?.getText();
  const after = declaredText(action, before, reason);
  if (after === undefined) throw new Error(vscode.l10n.t('There is nothing to write.'));
  const changes = new vscode.WorkspaceEdit();
  if (!document || before === undefined)
    changes.createFile(target, { contents: new TextEncoder().encode(after), overwrite: false, ignoreIfExists: false });
  else {
    const { start, end, newText } = difference(before, after);
    changes.replace(target, new vscode.Range(document.positionAt(start), document.positionAt(end)), newText);
  }
  if (!(await vscode.workspace.applyEdit(changes))) throw new Error(vscode.l10n.t('The project configuration could not be changed.'));
  // What is declared counts for everybody who reads the file, not only in this window.
  if (document) await save(document);
}

/** Saves a document. The editor refuses when it thinks that the file has changed on disk, which it notices late when it was only just written. */
async function save(document: vscode.TextDocument): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    if ((await document.save()) && !document.isDirty) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(vscode.l10n.t('The project configuration was changed, and the editor could not save it. Please save it yourself.'));
}

/** The editor has so many milliseconds to notice by itself what is on disk, and so many once it was told. */
const noticing = 750;
const reading = 5_000;

/**
 * The configuration as the editor has it: unsaved text counts, and otherwise what is on disk. The editor takes a moment to notice
 * that, and never does when the file was written just after its folder was made: it is told then. Undefined when there is no file.
 */
async function presentDocument(target: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const onDisk = await readText(target);
  if (onDisk === undefined) {
    const open = vscode.workspace.textDocuments.find(({ uri, isDirty }) => isDirty && uri.toString() === target.toString());
    if (open) throw new Error(vscode.l10n.t('The project configuration has unsaved changes and is no longer on disk. Save it first.'));
    return undefined;
  }
  const document = await vscode.workspace.openTextDocument(target);
  const isPresent = (): boolean => document.isDirty || plainText(document.getText()) === plainText(onDisk);
  if (await within(noticing, isPresent)) return document;
  await touch(target);
  if (await within(reading, isPresent)) return document;
  throw new Error(vscode.l10n.t('The project configuration is being changed by something else. Please try again.'));
}

async function within(milliseconds: number, isSo: () => boolean): Promise<boolean> {
  for (const end = Date.now() + milliseconds; !isSo();) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

/** Makes the editor's watcher tell of a file, without changing what is in it. Only a file on disk has one. */
async function touch({ scheme, fsPath }: vscode.Uri): Promise<void> {
  const now = new Date();
  if (scheme === 'file') await utimes(fsPath, now, now).catch(() => undefined);
}
