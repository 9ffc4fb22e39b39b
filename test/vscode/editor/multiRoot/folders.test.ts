import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyAction, codeActions, extension, gaps, inWorkspace, openFile, waitFor } from '../../../harness/editorHost';

const rule = 'external-call-without-timeout';

const source = `import express from 'express';

const app = express();
app.get('/x', async (req, res) => {
  const answer = await fetch('https://rates.example.com/x');
  res.json(await answer.json());
});
`;

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

  it('takes a folder inside a folder for a project of its own, while it is open', async () => {
    const inner = inWorkspace('inner', 0);
    const server = vscode.Uri.joinPath(inner, 'src/server.ts');
    await write(vscode.Uri.joinPath(inner, 'package.json'), '{ "name": "inner", "dependencies": { "express": "4.21.2" } }');
    await write(server, source);
    await waitFor('the gap of the inner file', () => gaps(server, rule).length === 1);
    await write(inWorkspace('.production-gap/config.json', 0), JSON.stringify({ rules: { [rule]: 'off' } }));
    await waitFor('the outer configuration to apply', () => gaps(server, rule).length === 0);
    assert.ok(vscode.workspace.updateWorkspaceFolders(2, 0, { uri: inner }));
    await waitFor('the inner project to be judged by itself', () => gaps(server, rule).length === 1);
    assert.ok(vscode.workspace.updateWorkspaceFolders(2, 1));
    await waitFor('the outer configuration to apply again', () => gaps(server, rule).length === 0);
    await vscode.workspace.fs.delete(inWorkspace('.production-gap', 0), { recursive: true, useTrash: false });
    await waitFor('the gap to return', () => gaps(server, rule).length === 1);
  });

  it('judges files of a virtual file system one by one', async () => {
    const registration = vscode.workspace.registerFileSystemProvider('gap-memory', new MemoryFiles({ '/project/server.ts': source }));
    try {
      assert.ok(vscode.workspace.updateWorkspaceFolders(2, 0, { uri: vscode.Uri.parse('gap-memory:/project') }));
      const file = vscode.Uri.parse('gap-memory:/project/server.ts');
      const { document } = await openFile(file);
      await waitFor('the gaps', () => gaps(file, rule).length > 0);
      const offered = await codeActions(file, gaps(file, rule)[0]!.range, vscode.CodeActionKind.QuickFix);
      await applyAction(offered.find(({ title }) => /timeout/.test(title))!);
      assert.match(document.getText(), /AbortSignal\.timeout\(/);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    } finally {
      vscode.workspace.updateWorkspaceFolders(2, 1);
      registration.dispose();
    }
  });
});

/** Files in memory, as a folder that is on no disk. */
class MemoryFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(private readonly files: Record<string, string>) {}

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const text = this.files[path];
    const isFolder = Object.keys(this.files).some((file) => file.startsWith(`${path}/`));
    if (text === undefined && !isFolder) throw vscode.FileSystemError.FileNotFound(path);
    return { type: isFolder ? vscode.FileType.Directory : vscode.FileType.File, ctime: 0, mtime: 0, size: text?.length ?? 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    return Object.keys(this.files).flatMap((file): [string, vscode.FileType][] =>
      file.startsWith(`${path}/`) ? [[file.slice(path.length + 1), vscode.FileType.File]] : [],
    );
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const text = this.files[path];
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return Buffer.from(text);
  }

  writeFile({ path }: vscode.Uri, content: Uint8Array): void {
    this.files[path] = Buffer.from(content).toString();
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}
