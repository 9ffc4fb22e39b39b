import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  applyAction,
  closeEditors,
  codeActions,
  gaps,
  inWorkspace,
  newFile,
  openFile,
  replace,
  ruleOf,
  waitFor,
  waitForDiagnostics,
} from '../../harness/editorHost';

const rule = 'unhandled-async-handler';

const handler = (path: string): string => `
app.post('/${path}', async (req, res) => {
  res.json(await store('${path}', req.body));
});
`;

const server = (...paths: string[]): string =>
  `import express from 'express';\nimport { store } from './store.js';\n\nconst app = express();\n${paths.map(handler).join('')}\napp.listen(3000);\n`;

const count = (uri: vscode.Uri): number => gaps(uri, rule).length;

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('productionGap').update(name, value, vscode.ConfigurationTarget.Global);
}

async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('Diagnostics', () => {
  let file: vscode.Uri;

  beforeEach(async () => {
    file = newFile('src/written');
    await write(file, server('orders'));
    await waitFor('the gap in the file', () => count(file) === 1);
  });

  afterEach(async () => {
    for (const name of ['delay', 'run', 'openFilesOnly', 'exclude']) await set(name, undefined);
    await closeEditors();
    await vscode.workspace.fs.delete(file, { useTrash: false });
    await waitFor('the file to be forgotten', () => count(file) === 0);
  });

  it('say what is wrong where, how bad it is, and where to read more', async () => {
    await openFile(file);
    const [diagnostic] = await waitForDiagnostics(file, (present) => present.some((one) => ruleOf(one) === rule));
    assert.equal(diagnostic?.source, 'Production Gap');
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(diagnostic.range.start.line, 5);
    assert.doesNotMatch(diagnostic.message, /\n/);
    assert.ok(typeof diagnostic.code === 'object');
    assert.equal(diagnostic.code.target.scheme, 'https');
    assert.match(diagnostic.code.target.path, /\/docs\/rules\/unhandled-async-handler\.md$/);
  });

  it('stand on files that were never opened, and stay when a file is closed', async () => {
    const other = inWorkspace('src/neverOpened.ts');
    await write(other, server('orders'));
    await waitFor('the gap of the other file', () => count(other) === 1);
    assert.equal(
      vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === other.toString()),
      false,
    );
    await openFile(file);
    await closeEditors();
    await pause(300);
    assert.equal(count(file), 1);
    await vscode.workspace.fs.delete(other, { useTrash: false });
    await waitFor('the gap of the deleted file to vanish', () => count(other) === 0);
  });

  it('are one entry for many of one kind in files that nobody looks at, and all there in a file that is open', async () => {
    const [many, more] = ['src/aMany.ts', 'src/zMany.ts'].map((name) => inWorkspace(name));
    const routes = (count: number): string => server(...Array.from({ length: count }, (_, index) => `orders${index}`));
    const elsewhere = vscode.languages
      .getDiagnostics()
      .flatMap(([, diagnostics]) => diagnostics)
      .filter((one) => ruleOf(one) === rule).length;
    await write(many!, routes(12));
    await write(more!, routes(8));
    const entry = (): vscode.Diagnostic | undefined =>
      gaps(many!, rule).find(({ message }) => message.includes('more like it in this project'));
    await waitFor('one entry for all', () => entry() !== undefined && gaps(many!, rule).length === 1 && gaps(more!, rule).length === 0);
    // Those of the files that are there for every test count too.
    assert.equal(/And (\d+) more like it/.exec(entry()!.message)?.[1], String(19 + elsewhere));
    assert.equal(entry()!.relatedInformation?.filter(({ message }) => message === 'The same here.').length, 10);
    await openFile(more!);
    await waitFor('all of the open file', () => gaps(more!, rule).length === 8);
    assert.equal(gaps(many!, rule).length, 1);
    await closeEditors();
    await waitFor('one entry again', () => gaps(more!, rule).length === 0);
    await vscode.workspace.fs.delete(more!, { useTrash: false });
    await waitFor('each for itself', () => gaps(many!, rule).length === 12 && entry() === undefined);
    await vscode.workspace.fs.delete(many!, { useTrash: false });
    await waitFor('the file to be forgotten', () => gaps(many!, rule).length === 0);
  });

  it('follow unsaved text, appear after the delay and vanish at once', async () => {
    await set('delay', 2_000);
    const editor = await openFile(file);
    await replace(editor, handler('orders'), handler('orders') + handler('refunds'));
    await pause(700);
    assert.equal(count(file), 1, 'A new gap waits for the pause.');
    await waitFor('the new gap', () => count(file) === 2);

    const end = Date.now() + 1_500;
    await replace(editor, handler('refunds'), '');
    await waitFor('the fixed gap to vanish', () => count(file) === 1, end - Date.now());
    assert.equal(editor.document.isDirty, true);
  });

  it('move with their code at once, while somebody types above them', async () => {
    await set('delay', 5_000);
    const editor = await openFile(file);
    const before = gaps(file, rule)[0]!.range.start.line;
    await replace(editor, "import express from 'express';", "// First\n// Second\nimport express from 'express';");
    await waitFor('the gap on its new line', () => gaps(file, rule)[0]?.range.start.line === before + 2, 2_500);
  });

  it('return to what is on disk when unsaved text is thrown away', async () => {
    const editor = await openFile(file);
    await replace(editor, handler('orders'), '');
    await waitFor('the gap to vanish', () => count(file) === 0);
    await closeEditors();
    await waitFor('the gap to return', () => count(file) === 1);
  });

  it('wait for saving when the person wants that', async () => {
    // Editors in a browser save by themselves.
    await vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Global);
    await set('run', 'onSave');
    const editor = await openFile(file);
    // Equal code elsewhere would pass for the same gap, moved.
    const refunds = handler('refunds').replaceAll('req', 'request').replaceAll('res', 'response');
    await replace(editor, handler('orders'), `${handler('orders')}\n// Elsewhere\n${refunds}`);
    await pause(1_000);
    assert.equal(count(file), 1);
    await replace(editor, handler('orders'), '');
    await waitFor('the fixed gap to vanish without saving', () => count(file) === 0);
    await editor.document.save();
    await waitFor('the new gap after saving', () => count(file) === 1);
  });

  it('wait for the command when the person wants that', async () => {
    await set('run', 'manual');
    const editor = await openFile(file);
    await replace(editor, handler('orders'), handler('orders') + handler('refunds'));
    await pause(1_000);
    assert.equal(count(file), 1);
    await vscode.commands.executeCommand('productionGap.analyseWorkspace');
    await waitFor('both gaps', () => count(file) === 2);
  });

  it('are limited to open files when the person wants that', async () => {
    await set('openFilesOnly', true);
    await waitFor('the gap of the closed file to vanish', () => count(file) === 0);
    await openFile(file);
    await waitFor('the gap of the opened file', () => count(file) === 1);
    await closeEditors();
    await waitFor('the gap of the closed file to vanish again', () => count(file) === 0);
    await set('openFilesOnly', false);
    await waitFor('the gap of the closed file', () => count(file) === 1);
  });

  it('leave out what the person excludes', async () => {
    await set('exclude', ['src/written*.ts']);
    await waitFor('the gap to vanish', () => count(file) === 0);
    await waitFor('the other file', () => count(inWorkspace('src/server.ts')) === 1);
    await set('exclude', undefined);
    await waitFor('the gap to return', () => count(file) === 1);
  });

  it('go with a file that is renamed, and with a folder that is deleted', async () => {
    const inside = inWorkspace('src/deep/inner.ts');
    await vscode.workspace.fs.createDirectory(inWorkspace('src/deep'));
    await vscode.workspace.fs.rename(file, inside);
    await waitFor('the gap at its new place', () => count(inside) === 1);
    await waitFor('the gap at its old place to vanish', () => count(file) === 0);
    await vscode.workspace.fs.delete(inWorkspace('src/deep'), { recursive: true, useTrash: false });
    await waitFor('the gap in the deleted folder to vanish', () => count(inside) === 0);
    await write(file, server('orders'));
  });

  it('stay away from a file that is gone, whatever the editor keeps in memory', async () => {
    const gone = newFile('src/gone');
    await write(gone, server('orders'));
    await openFile(gone);
    await waitFor('the gap', () => count(gone) === 1);
    await closeEditors();
    await vscode.workspace.fs.delete(gone, { useTrash: false });
    await waitFor('the gap to vanish', () => count(gone) === 0);
    assert.ok(
      vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === gone.toString()),
      'The editor has forgotten it, so this shows nothing.',
    );
    await vscode.commands.executeCommand('productionGap.analyseWorkspace');
    await pause(500);
    assert.equal(count(gone), 0);
  });

  it('follow the configuration of the project', async () => {
    const config = inWorkspace('.production-gap/config.json');
    await write(config, JSON.stringify({ rules: { [rule]: 'info' } }));
    await waitFor('the severity of the project', () => gaps(file, rule)[0]?.severity === vscode.DiagnosticSeverity.Information);
    await write(config, JSON.stringify({ rules: { [rule]: 'off' } }));
    await waitFor('the gap to vanish', () => count(file) === 0);
    await write(config, JSON.stringify({ rules: { [rule]: 'of' } }));
    await waitFor('the mistake in the configuration', () => gaps(config, 'invalid-configuration').length === 1);
    await vscode.workspace.fs.delete(inWorkspace('.production-gap'), { recursive: true, useTrash: false });
    await waitFor('the gap to return', () => count(file) === 1);
    await waitFor('the mistake to vanish', () => gaps(config).length === 0);
  });

  it('come back after the engine was restarted', async () => {
    await vscode.commands.executeCommand('productionGap.restartEngine');
    assert.equal(count(file), 0);
    await waitFor('the gap to return', () => count(file) === 1);
  });

  it('stand in documents that are in no folder too', async () => {
    // Rules that depend on the version of a library stay silent here: there is no package.json.
    const content =
      "import express from 'express';\nconst app = express();\napp.get('/rates', async (req, res) => {\n  const answer = await fetch('https://rates.example.com/x');\n  if (!answer.ok) return res.sendStatus(502);\n  res.json(await answer.json());\n});\n";
    const document = await vscode.workspace.openTextDocument({ language: 'typescript', content });
    await vscode.window.showTextDocument(document);
    const [gap] = await waitForDiagnostics(document.uri, (present) => present.length === 1);
    assert.equal(ruleOf(gap!), 'external-call-without-timeout');
    const offered = await codeActions(document.uri, gap!.range, vscode.CodeActionKind.QuickFix);
    await applyAction(offered.find(({ title }) => /timeout/.test(title))!);
    assert.match(document.getText(), /AbortSignal\.timeout\(/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await waitFor('the document to be forgotten', () => gaps(document.uri).length === 0);
  });
});
