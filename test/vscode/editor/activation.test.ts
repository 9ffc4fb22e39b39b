import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, extension, inWorkspace, openFile, waitFor } from '../../harness/editorHost';

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
    // The editor itself makes commands for views.
    const ours = [...registered].filter(
      (command) => command.startsWith('productionGap.') && !/^productionGap\.(readiness|endpoints)\./.test(command),
    );
    assert.deepEqual(ours.sort(), declared.map(({ command }) => command).sort());
  });

  it('copies what a report needs, without any code', async () => {
    await waitFor('the engine', async () => {
      await vscode.commands.executeCommand('productionGap.copyDiagnostics');
      return /State: running/.test(await vscode.env.clipboard.readText());
    });
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /Engine: \d+ rules, heap \d+ MB/);
    assert.match(text, /productionGap\.run: "onType"/);
    assert.doesNotMatch(text, /app\.post|insert into/);
  });

  it('offers the names of settings in the configuration of the project', async () => {
    const config = inWorkspace('.production-gap/config.json');
    await vscode.workspace.fs.writeFile(config, Buffer.from('{\n  ""\n}\n'));
    await openFile(config);
    await waitFor('completions by the schema', async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        config,
        new vscode.Position(1, 3),
      );
      const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return ['rules', 'guards', 'publicRoutes', 'waivers'].every((name) => labels.includes(name));
    });
    await closeEditors();
    await vscode.workspace.fs.delete(inWorkspace('.production-gap'), { recursive: true, useTrash: false });
  });
});
