import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extension, inWorkspace, openFile } from '../../../harness/editorHost';

describe('Restricted Mode', () => {
  it('activates in a folder that is not trusted', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    await openFile(inWorkspace('src/server.ts'));
    await extension().activate();
    assert.equal(extension().isActive, true);
  });
});
