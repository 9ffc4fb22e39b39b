import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyAction, codeActions, extension, gaps, inWorkspace, openFile, waitFor } from '../../../harness/editorHost';

const rule = 'external-call-without-timeout';

async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
}

describe('A window with several folders', () => {
  const api = inWorkspace('src/server.ts', 0);
  const jobs = inWorkspace('src/nightly.ts', 1);

  it('opens both and activates', async () => {
    assert.deepEqual(
      vscode.workspace.workspaceFolders?.map(({ name }) => name),
      ['api', 'jobs'],
    );
    await openFile(api);
    await openFile(jobs);
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  it('judges each folder as a project of its own', async () => {
    await waitFor('the gap of the first', () => gaps(api, rule).length === 1);
    await waitFor('the gap of the second', () => gaps(jobs, 'swallowed-error').length === 1);
    await write(inWorkspace('.production-gap/config.json', 0), JSON.stringify({ rules: { [rule]: 'off', 'swallowed-error': 'off' } }));
    await waitFor('the gap of the first to vanish', () => gaps(api, rule).length === 0);
    assert.equal(gaps(jobs, 'swallowed-error').length, 1, 'The configuration of one folder says nothing about the other.');
    await vscode.workspace.fs.delete(inWorkspace('.production-gap', 0), { recursive: true, useTrash: false });
    await waitFor('the gap of the first to return', () => gaps(api, rule).length === 1);
  });

  it('edits the file that the gap is in', async () => {
    const { document } = await openFile(api);
    const offered = await codeActions(api, gaps(api, rule)[0]!.range, vscode.CodeActionKind.QuickFix);
    await applyAction(offered.find(({ title }) => /timeout/.test(title))!);
    assert.match(document.getText(), /AbortSignal\.timeout\(/);
    await waitFor('the gap to vanish', () => gaps(api, rule).length === 0);
  });

  it('keeps what people said in the folder that it is about', async () => {
    await vscode.commands.executeCommand('productionGap.readiness.focus');
    const item = `${vscode.workspace.workspaceFolders![1]!.uri.toString()}#operational-readiness/OPS-6`;
    const exists = async (folder: number): Promise<boolean> =>
      vscode.workspace.fs.stat(inWorkspace('.production-gap/readiness.json', folder)).then(
        () => true,
        () => false,
      );
    await waitFor('the note to be kept', async () => {
      // The checklist may not be there yet.
      await vscode.commands.executeCommand('productionGap.addNote', item, 'docs/runbook.md');
      return exists(1);
    });
    assert.equal(await exists(0), false);
  });
});
