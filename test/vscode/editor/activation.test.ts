import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extension, inWorkspace, openFile } from '../../harness/editorHost';

describe('Activation', () => {
  it('follows from opening a TypeScript file', async () => {
    await openFile(inWorkspace('src/server.ts'));
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  it('registers every command that the manifest declares', async () => {
    await extension().activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    const declared = (extension().packageJSON as { contributes?: { commands?: { command: string }[] } }).contributes?.commands ?? [];
    assert.ok(declared.length > 0, 'The manifest declares no commands.');
    assert.deepEqual(
      declared.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });
});
