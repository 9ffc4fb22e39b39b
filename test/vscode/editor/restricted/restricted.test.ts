import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyAction, codeActions, extension, gaps, inWorkspace, openFile, waitFor } from '../../../harness/editorHost';

describe('Restricted Mode', () => {
  const file = inWorkspace('src/server.ts');

  it('activates in a folder that is not trusted', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    await openFile(file);
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  it('shows gaps and fixes them, since nothing of the folder is run', async () => {
    await waitFor('the gap', () => gaps(file, 'unhandled-async-handler').length === 1);
    const { document } = await openFile(file);
    const offered = await codeActions(file, gaps(file, 'unhandled-async-handler')[0]!.range, vscode.CodeActionKind.QuickFix);
    await applyAction(offered.find(({ title }) => /^Pass errors/.test(title))!);
    assert.match(document.getText(), /res, next\) => \{\s+try \{/);
    assert.equal(vscode.workspace.isTrusted, false);
  });
});
