import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, codeActions, gaps, inWorkspace, newFile, openFile, rangeOf, replace, undo, waitFor } from '../../harness/editorHost';

const folder = (): string => vscode.workspace.workspaceFolders![0]!.uri.toString();
const server = (): vscode.Uri => inWorkspace('src/server.ts');
const orders = { get: '`GET /orders`', post: '`POST /orders`' };

/** What is copied, without the endpoints of files that other tests have had open. */
async function shown(): Promise<string> {
  const text = await vscode.commands.executeCommand<string>('productionGap.copyEndpoints');
  return text
    .split('\n')
    .filter((line) => !/`src\/(?!server)/.test(line))
    .join('\n');
}

async function filter(name: string): Promise<string> {
  await vscode.commands.executeCommand('productionGap.filterEndpoints', name);
  return shown();
}

describe('The endpoints', () => {
  before(async () => {
    await openFile(server());
    await vscode.commands.executeCommand('productionGap.endpoints.focus');
    await vscode.commands.executeCommand('productionGap.analyseWorkspace');
    await waitFor('the endpoints', async () => (await shown()).includes(orders.post));
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('productionGap.filterEndpoints', 'all');
    await closeEditors();
  });

  it('are copied as a Markdown table with their verdicts', async () => {
    const text = await shown();
    assert.match(text, /^\| Endpoint \| Authentication \| Validation \|/);
    assert.match(text, /\| `GET \/orders` \| guarded \(`requireUser`\) \|/);
    assert.match(text, /\| `POST \/orders` \| open \| none \|/);
    assert.ok((await vscode.env.clipboard.readText()).startsWith(text.split('\n')[0]!));
  });

  it('are filtered, and follow unsaved text', async () => {
    const unprotected = await filter('unprotected');
    assert.ok(!unprotected.includes(orders.get) && unprotected.includes(orders.post), unprotected);
    assert.ok((await filter('writes')).includes(orders.post));
    assert.doesNotMatch(await filter('changed'), /src\/server/);
    const editor = await openFile(server());
    await replace(editor, "app.post('/orders', async", "app.post('/orders', requireUser, async");
    await waitFor('the change', async () => (await shown()).includes('`POST /orders` | guarded'));
    assert.doesNotMatch(await filter('unprotected'), /src\/server/);
    assert.match(await filter('changed'), /`POST \/orders`/);
    await undo();
    await filter('all');
    await waitFor('the former state', async () => (await shown()).includes('`POST /orders` | open'));
    assert.doesNotMatch(await filter('changed'), /src\/server/);
  });

  it('open their handler, and their guards where they stand', async () => {
    const id = `${folder()}#endpoint/src/server.ts GET /orders`;
    await vscode.commands.executeCommand('productionGap.openPlace', id);
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, server().path);
    assert.match(
      vscode.window.activeTextEditor.document.lineAt(vscode.window.activeTextEditor.selection.active.line).text,
      /app\.get\('\/orders'/,
    );
    await vscode.commands.executeCommand('productionGap.openPlace', `${id}/authentication/1`);
    assert.equal(vscode.window.activeTextEditor.document.uri.path, inWorkspace('src/session.ts').path);
  });

  describe('above their handlers', () => {
    const configure = (on: boolean | undefined): Thenable<void> =>
      vscode.workspace.getConfiguration('productionGap').update('codeLens', on, vscode.ConfigurationTarget.Workspace);
    const lenses = async (): Promise<vscode.CodeLens[]> => {
      const all = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', server(), 50);
      return all.filter(({ command }) => command?.command === 'productionGap.revealEndpoint');
    };

    after(() => configure(undefined));

    it('are not named unless a person wants that', async () => {
      assert.deepEqual(await lenses(), []);
    });

    it('are named with their main verdicts, and lead to the list', async () => {
      await configure(true);
      const found = await waitFor('the lines', async () => {
        const all = await lenses();
        return all.length === 2 && all;
      });
      assert.deepEqual(found.map(({ command }) => command!.title).sort(), [
        'GET /orders · authentication: requireUser · validation: none',
        'POST /orders · authentication: none · validation: none',
      ]);
      const { document } = await openFile(server());
      const post = found.find(({ command }) => command!.title.startsWith('POST'))!;
      assert.equal(post.range.start.line, rangeOf(document, "app.post('/orders'").start.line);
      await filter('unknown');
      await vscode.commands.executeCommand(post.command!.command, ...(post.command!.arguments ?? []));
      assert.ok((await shown()).includes(orders.get), 'A filter that hides it gives way.');
    });
  });
});

const code = `import express from 'express';
import { db } from './db.js';
import { house } from '@house/kit';

const door = house.door();
const app = express();

app.put('/stock', door, async (req, res) => {
  const { rows } = await db.query('update stock set amount = $1 returning id', [Number(req.body.amount)]);
  res.json(rows);
});

app.listen(3000);
`;

describe('Declaring in the project configuration', () => {
  const rule = 'missing-auth-guard';
  const config = inWorkspace('.production-gap/config.json');
  const written = async (): Promise<string> => Buffer.from(await vscode.workspace.fs.readFile(config)).toString();
  let file: vscode.Uri;
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    file = newFile('src/declared');
    await vscode.workspace.fs.writeFile(file, Buffer.from(code));
    editor = await openFile(file);
    await waitFor('the gap', () => gaps(file, rule).length === 1);
  });

  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(file, { useTrash: false });
    await vscode.workspace.fs.delete(inWorkspace('.production-gap'), { recursive: true, useTrash: false }).then(undefined, () => undefined);
  });

  async function offered(text: string, title: RegExp, kind?: vscode.CodeActionKind): Promise<vscode.CodeAction> {
    const { start } = rangeOf(editor.document, text);
    // Nothing is offered for a text that is not judged yet.
    return waitFor(`${String(title)} at ${text}`, async () =>
      (await codeActions(file, new vscode.Range(start, start))).find(
        (action) => title.test(action.title) && (!kind || kind.contains(action.kind!)),
      ),
    );
  }

  it('takes a middleware for a guard, and the gap goes at once', async () => {
    const action = await offered('door, async', /^Treat door as an authentication guard$/);
    assert.ok(vscode.CodeActionKind.Refactor.contains(action.kind!), action.kind!.value);
    await vscode.commands.executeCommand(action.command!.command, ...action.command!.arguments!);
    assert.deepEqual(JSON.parse(await written()), { guards: [{ name: 'door' }] });
    await waitFor('the gap to vanish', () => gaps(file, rule).length === 0);
  });

  it('keeps what people wrote, and one undo takes it back', async () => {
    const before = '{\n  // Ours, from the kit\n  "guards": [\n    { "name": "gate" }\n  ],\n  "exclude": []\n}\n';
    await vscode.workspace.fs.writeFile(config, Buffer.from(before));
    const action = await offered('door, async', /^Treat door as an authentication guard$/);
    await vscode.commands.executeCommand(action.command!.command, ...action.command!.arguments!);
    assert.equal(await written(), before.replace('{ "name": "gate" }', '{ "name": "gate" },\n    { "name": "door" }'));
    await waitFor('the gap to vanish', () => gaps(file, rule).length === 0);
    const { document } = await openFile(config);
    await undo();
    assert.equal(document.getText(), before);
    await waitFor('the gap to return', () => gaps(file, rule).length === 1);
  });

  it('reads what was written into a folder that was only just made, which the editor does not notice', async () => {
    const inFile = (name: string): string => `{\n  "guards": [\n    { "name": "${name}" }\n  ]\n}\n`;
    await vscode.workspace.fs.writeFile(config, Buffer.from(inFile('former')));
    const { document } = await openFile(config);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    const action = await offered('door, async', /^Treat door as an authentication guard$/);
    const parent = path.dirname(config.fsPath);
    rmSync(parent, { recursive: true });
    await new Promise((resolve) => setTimeout(resolve, 300));
    mkdirSync(parent);
    writeFileSync(config.fsPath, inFile('gate'));
    await vscode.commands.executeCommand(action.command!.command, ...action.command!.arguments!);
    assert.equal(await written(), inFile('gate').replace('"gate" }', '"gate" },\n    { "name": "door" }'));
    assert.equal(document.getText(), await written());
    await waitFor('the gap to vanish', () => gaps(file, rule).length === 0);
  });

  it('opens an endpoint for a reason, as a quick fix of the gap', async () => {
    const action = await offered("app.put('/stock'", /^Declare PUT \/stock public/, vscode.CodeActionKind.QuickFix);
    await vscode.commands.executeCommand(action.command!.command, ...action.command!.arguments!, 'A demo that is reset every hour');
    assert.deepEqual(JSON.parse(await written()), {
      publicRoutes: [{ path: '/stock', methods: ['PUT'], reason: 'A demo that is reset every hour' }],
    });
    await waitFor('the gap to vanish', () => gaps(file, rule).length === 0);
  });

  it('never writes over a configuration with a mistake', async () => {
    await vscode.workspace.fs.writeFile(config, Buffer.from('{ "guards": [ '));
    await waitFor('the mistake', () => gaps(config).length > 0);
    const { start } = rangeOf(editor.document, 'door, async');
    const actions = (await codeActions(file, new vscode.Range(start, start))).filter(({ title }) => title.startsWith('Treat door'));
    assert.deepEqual(
      actions.filter(({ disabled }) => disabled === undefined).map(({ title }) => title),
      [],
    );
    assert.equal(await written(), '{ "guards": [ ');
  });
});
