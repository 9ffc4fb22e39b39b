import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extension, inWorkspace, openFile } from '../../../harness/editorHost';

describe('A window with several folders', () => {
  it('opens both and activates', async () => {
    assert.deepEqual(
      vscode.workspace.workspaceFolders?.map(({ name }) => name),
      ['api', 'jobs'],
    );
    await openFile(inWorkspace('src/server.ts', 0));
    await openFile(inWorkspace('src/nightly.ts', 1));
    await extension().activate();
    assert.equal(extension().isActive, true);
  });
});
