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
  rangeOf,
  replace,
  undo,
  waitFor,
} from '../../harness/editorHost';

const rule = 'unhandled-async-handler';

const code = `import express from 'express';
import { store } from './store.js';

const app = express();

app.post('/orders', async (req, res) => {
  res.json(await store(req.body));
});

app.listen(3000);
`;

describe('Code actions', () => {
  let file: vscode.Uri;
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    file = newFile('src/acted');
    await vscode.workspace.fs.writeFile(file, Buffer.from(code));
    editor = await openFile(file);
    await waitFor('the gap', () => gaps(file, rule).length === 1);
  });

  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(file, { useTrash: false });
  });

  const here = (): vscode.Range => gaps(file, rule)[0]!.range;

  async function action(title: RegExp, kind?: vscode.CodeActionKind): Promise<vscode.CodeAction> {
    const offered = await codeActions(file, here(), kind);
    const found = offered.find((one) => title.test(one.title));
    assert.ok(found, `${String(title)} is not among ${offered.map((one) => one.title).join(' | ')}`);
    return found;
  }

  it('come in the order fix, harden, suppress, waive, explain', async () => {
    // TypeScript has refactorings for the same place.
    const titles = (await codeActions(file, here()))
      .map(({ title }) => title)
      .filter((title) => /handler|Suppress|Waive|Explain/.test(title));
    assert.deepEqual(titles, [
      'Pass errors of this handler on',
      'Harden this handler',
      `Suppress ${rule} on this line…`,
      `Waive ${rule} in the project configuration…`,
      `Explain ${rule}`,
    ]);
  });

  it('close the gap with one edit, which one undo takes back', async () => {
    await applyAction(await action(/^Pass errors/, vscode.CodeActionKind.QuickFix));
    assert.match(editor.document.getText(), /async \(req, res, next\) => \{\s+try \{/);
    await waitFor('the gap to vanish', () => gaps(file, rule).length === 0);
    await undo();
    assert.equal(editor.document.getText(), code);
    await waitFor('the gap to return', () => gaps(file, rule).length === 1);
  });

  it('are built for unsaved text', async () => {
    await replace(editor, "import express from 'express';", "// One\n// more\nimport express from 'express';");
    await waitFor('the gap at its new place', () => gaps(file, rule)[0]?.range.start.line === 7);
    await applyAction(await action(/^Pass errors/));
    assert.match(editor.document.getText(), /^\/\/ One\n\/\/ more\nimport express[^]*next\) => \{\s+try \{/);
  });

  it('harden the handler around any of its lines', async () => {
    const line = rangeOf(editor.document, 'res.json(');
    const offered = await codeActions(
      file,
      new vscode.Range(line.start, line.start),
      vscode.CodeActionKind.RefactorRewrite.append('harden'),
    );
    assert.deepEqual(
      offered.map(({ title }) => title),
      ['Harden this handler'],
    );
    await applyAction(offered[0]!);
    assert.match(editor.document.getText(), /try \{/);
    await waitFor('the gap to vanish', () => gaps(file, rule).length === 0);
    await undo();
    assert.equal(editor.document.getText(), code);
  });

  it('offer no hardening outside of handlers', async () => {
    const line = rangeOf(editor.document, 'app.listen');
    assert.deepEqual(await codeActions(file, line, vscode.CodeActionKind.RefactorRewrite.append('harden')), []);
  });

  it('prefer nothing that is not a true fix', async () => {
    const preferred = (await codeActions(file, here())).filter(({ isPreferred }) => isPreferred).map(({ title }) => title);
    assert.deepEqual(
      preferred.filter((title) => /Suppress|Waive|Explain|Harden/.test(title)),
      [],
    );
  });

  it('do nothing on saving that a person would have to choose', async () => {
    const onSave = await codeActions(file, new vscode.Range(0, 0, editor.document.lineCount, 0), vscode.CodeActionKind.SourceFixAll);
    assert.deepEqual(
      onSave.filter(({ kind }) => kind?.value.includes('productionGap')),
      [],
    );
  });

  it('take unused suppressions away as a fix for the whole file', async () => {
    await replace(
      editor,
      'app.listen(3000);',
      `// production-gap-ignore-next-line ${rule} -- one\napp.listen(3000);\n// production-gap-ignore-next-line ${rule} -- two\napp.listen(3001);`,
    );
    await waitFor('both to be reported', () => gaps(file, 'unused-suppression').length === 2);
    const [fixAll, ...others] = await codeActions(
      file,
      new vscode.Range(0, 0, editor.document.lineCount, 0),
      vscode.CodeActionKind.SourceFixAll.append('productionGap'),
    );
    assert.equal(others.length, 0);
    await applyAction(fixAll!);
    assert.match(editor.document.getText(), /\n\napp\.listen\(3000\);\napp\.listen\(3001\);\n$/);
    assert.match(editor.document.getText(), /async \(req, res\)/, 'What changes behaviour is left alone.');
  });

  it('suppress with a reason, and merge into the comment that is there', async () => {
    const { command } = await action(/^Suppress/);
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!, 'Runs behind the gateway');
    assert.match(
      editor.document.getText(),
      /\n\/\/ production-gap-ignore-next-line unhandled-async-handler -- Runs behind the gateway\napp\.post/,
    );
    await waitFor('the gap to vanish', () => gaps(file, rule).length === 0);

    const comment = 'production-gap-ignore-next-line unhandled-async-handler -- Runs behind the gateway';
    await replace(editor, comment, 'production-gap-ignore-next-line missing-auth-guard -- Open on purpose');
    await waitFor('the gap to return', () => gaps(file, rule).length === 1);
    const again = await action(/^Suppress/);
    await vscode.commands.executeCommand(again.command!.command, ...again.command!.arguments!, 'Runs behind the gateway');
    const comments = editor.document.getText().match(/production-gap-ignore.*/g);
    assert.deepEqual(comments, [
      'production-gap-ignore-next-line missing-auth-guard, unhandled-async-handler -- Open on purpose; Runs behind the gateway',
    ]);
  });

  it('waive in the committed configuration', async () => {
    const { command } = await action(/^Waive/);
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!, { reason: 'accepted-risk', note: 'Internal tool' });
    const config = inWorkspace('.production-gap/config.json');
    const { waivers } = JSON.parse(Buffer.from(await vscode.workspace.fs.readFile(config)).toString()) as {
      waivers: { rule: string; files: string; reason: string; owner: string }[];
    };
    assert.deepEqual(
      waivers.map((waiver) => [waiver.rule, waiver.files, waiver.reason]),
      [[rule, vscode.workspace.asRelativePath(file, false), 'accepted-risk']],
    );
    assert.notEqual(waivers[0]!.owner, '');
    await waitFor('the gap to vanish', () => gaps(file, rule).length === 0);
    await vscode.workspace.fs.delete(inWorkspace('.production-gap'), { recursive: true, useTrash: false });
    await waitFor('the gap to return', () => gaps(file, rule).length === 1);
  });

  it('explain the rule inside the editor', async () => {
    const { command } = await action(/^Explain/);
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
    await waitFor('the page', () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ label }) => label.includes(rule)));
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse(`production-gap:/${rule}.md`));
    assert.match(page.getText(), /^# /m);
  });

  it('say in the hover why it matters and where to read more', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', file, here().start);
    const text = hovers
      .flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)))
      .join('\n');
    assert.match(text, /command:productionGap\.openRulePage\?%5B%22unhandled-async-handler%22%5D/);
  });
});
