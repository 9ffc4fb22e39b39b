import assert from 'node:assert/strict';
import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';

/** What tests that run inside the extension host share. Positions are VS Code's own, 0-based. */

/** Folder of this repository: compiled tests are in out/test/harness. */
const repository = path.resolve(__dirname, '../../..');

/** How long things that take the engine a moment may take on a slow machine, in milliseconds. */
export const patience = 30_000;

/** The extension under test. Throws when the host doesn't know it. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('production-gap.production-gap');
  assert.ok(found, 'The extension is not installed in this extension host.');
  return found;
}

/** Address of a file in one of the opened folders, which are copies: tests may change what they like. */
export function inWorkspace(file: string, folder = 0): vscode.Uri {
  const opened = vscode.workspace.workspaceFolders?.[folder];
  assert.ok(opened, `The window has no folder number ${folder}.`);
  return vscode.Uri.joinPath(opened.uri, file);
}

let files = 0;

/**
 * Address of a file that no test before had: the editor tells late that a file was deleted, and one of the same name can
 * start with its text. `stem` is its path without the ending, which becomes `.ts`.
 */
export function newFile(stem: string): vscode.Uri {
  return inWorkspace(`${stem}${++files}.ts`);
}

let copies = 0;

/**
 * Copies a folder of this repository (`test/projects/prototype`, say) to a new folder inside the opened one, and returns
 * its address. Remove it with {@link removeFixture}, so that the tests after it don't see it.
 */
export async function openFixture(folder: string): Promise<vscode.Uri> {
  const target = inWorkspace(`fixture${++copies}`);
  await mkdir(target.fsPath, { recursive: true });
  await cp(path.join(repository, folder), target.fsPath, { recursive: true });
  return target;
}

/** Closes all editors and removes a folder that {@link openFixture} made. */
export async function removeFixture(fixture: vscode.Uri): Promise<void> {
  await closeEditors();
  await rm(fixture.fsPath, { recursive: true, force: true });
}

/** Shows a file and returns its editor. */
export async function openFile(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** Closes all editors without saving: unsaved text is thrown away first, since closing would ask about it. */
export async function closeEditors(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty, isUntitled }) => isDirty && !isUntitled)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/**
 * Resolves to the first result of `probe` that isn't `undefined` or `false`.
 * Throws, naming what it waited for, when there is none in time.
 */
export async function waitFor<T>(
  what: string,
  probe: () => T | undefined | false | Promise<T | undefined | false>,
  timeout = patience,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const result = await probe();
    if (result !== undefined && result !== false) return result;
    if (Date.now() > end) throw new Error(`Waited ${timeout} ms in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Id of the rule a diagnostic came from; empty when it isn't one of ours. */
export function ruleOf({ source, code }: vscode.Diagnostic): string {
  if (source !== 'production-gap' && source !== 'Production Gap') return '';
  return String(typeof code === 'object' ? code.value : (code ?? ''));
}

/** Our own diagnostics of a file, of one rule or of all. */
export function gaps(uri: vscode.Uri, rule?: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => (rule ? ruleOf(diagnostic) === rule : ruleOf(diagnostic) !== ''));
}

/**
 * Waits until our diagnostics of a file satisfy `accept`, looking whenever they change, and resolves to them.
 * Throws with the present ones when they don't in time.
 */
export function waitForDiagnostics(
  uri: vscode.Uri,
  accept: (diagnostics: vscode.Diagnostic[]) => boolean,
  timeout = patience,
): Promise<vscode.Diagnostic[]> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const present = gaps(uri);
      if (!accept(present)) return;
      finish();
      resolve(present);
    };
    const listener = vscode.languages.onDidChangeDiagnostics(look);
    const late = setTimeout(() => {
      finish();
      const present = gaps(uri).map((diagnostic) => `${diagnostic.range.start.line + 1}: ${ruleOf(diagnostic)}`);
      reject(new Error(`Waited ${timeout} ms in vain for diagnostics of ${uri.path}; there are ${present.join(', ') || 'none'}.`));
    }, timeout);
    const finish = () => {
      clearTimeout(late);
      listener.dispose();
    };
    look();
  });
}

/** The range of the first place where a text stands in a document. Throws when it stands nowhere. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, `${JSON.stringify(text)} does not stand in ${document.uri.path}.`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Replaces the first place where a text stands, as typing does: the document is changed, not saved. */
export async function replace(editor: vscode.TextEditor, text: string, replacement: string): Promise<void> {
  const range = rangeOf(editor.document, text);
  assert.ok(await editor.edit((edit) => edit.replace(range, replacement)), 'The editor refused the edit.');
}

/**
 * Code actions offered for a range, resolved; of one kind (and the kinds below it) or of all. The editor cancels the
 * question when something about the file changes meanwhile; it is asked again then.
 */
export async function codeActions(uri: vscode.Uri, range: vscode.Range, kind?: vscode.CodeActionKind): Promise<vscode.CodeAction[]> {
  const resolveAtMost = 100;
  return waitFor('code actions', async () => {
    try {
      return await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        range,
        kind?.value,
        resolveAtMost,
      );
    } catch (error) {
      if (error instanceof Error && error.name === 'Canceled') return undefined;
      throw error;
    }
  });
}

/** Does what choosing a code action does: its edit, then its command. */
export async function applyAction(action: vscode.CodeAction): Promise<void> {
  assert.equal(action.disabled, undefined, `${action.title} can't be applied: ${action.disabled?.reason}`);
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit), `The edit of ${action.title} was refused.`);
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

/** Takes back the last change of the file that is shown. */
export async function undo(): Promise<void> {
  await vscode.commands.executeCommand('undo');
}
