import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, inWorkspace, openFile, replace, waitFor } from '../../harness/editorHost';

interface Readiness {
  attestations: { item: string; by: string; on: string; note?: string }[];
  notApplicable: { item: string; reason: string }[];
  acceptedRisks: { item: string; owner: string; expires: string }[];
}

const folder = (): string => vscode.workspace.workspaceFolders![0]!.uri.toString();
const node = (dimension: string, item: string): string => `${folder()}#${dimension}/${item}`;
const file = (): vscode.Uri => inWorkspace('.production-gap/readiness.json');

async function text(): Promise<string> {
  return Buffer.from(await vscode.workspace.fs.readFile(file())).toString();
}

async function readiness(): Promise<Readiness> {
  return JSON.parse(await text()) as Readiness;
}

async function errors(): Promise<string[]> {
  return vscode.languages
    .getDiagnostics(file())
    .filter(({ severity, source }) => severity === vscode.DiagnosticSeverity.Error && source === 'Production Gap')
    .map(({ message }) => message);
}

describe('The checklist', () => {
  before(async () => {
    await openFile(inWorkspace('src/server.ts'));
    await vscode.commands.executeCommand('productionGap.readiness.focus');
    await vscode.commands.executeCommand('productionGap.analyseWorkspace');
    // The tree is built a moment after the scorecard came.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  });

  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(inWorkspace('.production-gap'), { recursive: true, useTrash: false }).then(undefined, () => undefined);
  });

  it('keeps what a person attests in a file of the project, with name, date and note', async () => {
    await vscode.commands.executeCommand('productionGap.addNote', node('operational-readiness', 'OPS-6'), 'docs/runbook.md');
    const [attestation] = (await readiness()).attestations;
    assert.deepEqual([attestation?.item, attestation?.note], ['OPS-6', 'docs/runbook.md']);
    assert.match(attestation!.on, /^\d{4}-\d{2}-\d{2}$/);
    assert.notEqual(attestation!.by, '');
  });

  it('keeps what does not apply and which risks are accepted, and lets a person take it back', async () => {
    await vscode.commands.executeCommand('productionGap.markNotApplicable', node('compliance', 'COMP-6'), 'No personal data');
    await vscode.commands.executeCommand('productionGap.acceptRisk', node('scalability', 'SCAL-6'), {
      owner: 'Ann',
      reason: 'Ten users',
      expires: '2099-01-31',
    });
    const said = await readiness();
    assert.deepEqual(
      said.notApplicable.map(({ item, reason }) => [item, reason]),
      [['COMP-6', 'No personal data']],
    );
    assert.deepEqual(
      said.acceptedRisks.map(({ item, owner, expires }) => [item, owner, expires]),
      [['SCAL-6', 'Ann', '2099-01-31']],
    );
    await vscode.commands.executeCommand('productionGap.withdrawStatement', node('compliance', 'COMP-6'));
    assert.deepEqual((await readiness()).notApplicable, []);
    assert.equal((await readiness()).acceptedRisks.length, 1);
  });

  it('loses nothing when several things are said at once', async () => {
    const items = ['OPS-4', 'OPS-6', 'OPS-7'];
    await Promise.all(
      items.map((item) => vscode.commands.executeCommand('productionGap.addNote', node('operational-readiness', item), `Note on ${item}`)),
    );
    assert.deepEqual(
      (await readiness()).attestations.map(({ item, note }) => [item, note]),
      items.map((item) => [item, `Note on ${item}`]),
    );
    const left = await vscode.workspace.fs.readDirectory(inWorkspace('.production-gap'));
    assert.deepEqual(
      left.map(([name]) => name),
      ['readiness.json'],
      'Nothing is left beside the file.',
    );
  });

  it('never writes over a file that it cannot understand, and shows the mistake in it', async () => {
    const broken = '{\n  "version": 1,\n  "attestations": [\n<<<<<<< HEAD\n';
    await vscode.workspace.fs.createDirectory(inWorkspace('.production-gap'));
    await vscode.workspace.fs.writeFile(file(), Buffer.from(broken));
    await waitFor('the mistake in the file', async () => (await errors()).length === 1);
    // The command tells the person and resolves when the message is closed: it is not awaited.
    await vscode.commands.executeCommand('productionGap.addNote', node('operational-readiness', 'OPS-6'), 'docs/runbook.md');
    assert.equal(await text(), broken);
    assert.match((await errors())[0]!, /merge conflict/);
    await vscode.workspace.fs.delete(file());
    await waitFor('the mistake to vanish', async () => (await errors()).length === 0);
  });

  it('does not write under unsaved changes of the file', async () => {
    await vscode.commands.executeCommand('productionGap.addNote', node('operational-readiness', 'OPS-6'), 'docs/runbook.md');
    const before = await text();
    const editor = await openFile(file());
    await replace(editor, 'docs/runbook.md', 'docs/other.md');
    await vscode.commands.executeCommand('productionGap.addNote', node('operational-readiness', 'OPS-4'), 'Tried in May');
    assert.equal(await text(), before);
    assert.match(editor.document.getText(), /docs\/other\.md/);
  });
});
