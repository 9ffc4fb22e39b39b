import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyAction, closeEditors, codeActions, gaps, inWorkspace, openFile, replace, undo, waitFor } from '../../harness/editorHost';

const rule = 'rls-disabled';
const orders = 'create table public.orders (\n  id uuid primary key,\n  user_id uuid references auth.users (id)\n);\n';
const protection = 'alter table public.orders enable row level security;\n';

describe('Migrations', () => {
  const tables = inWorkspace('supabase/migrations/20250101000000_tables.sql');
  const later = inWorkspace('supabase/migrations/20250102000000_later.sql');
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    await vscode.workspace.fs.writeFile(tables, Buffer.from(orders));
    editor = await openFile(tables);
    await waitFor('the gap', () => gaps(tables, rule).length === 1);
  });

  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(inWorkspace('supabase'), { recursive: true, useTrash: false });
  });

  it('show gaps at the name of the table, and lose them while one types', async () => {
    const { range } = gaps(tables, rule)[0]!;
    assert.equal(editor.document.getText(range), 'public.orders');
    await replace(editor, ');\n', `);\n${protection}`);
    await waitFor('the gap to vanish', () => gaps(tables, rule).length === 0);
  });

  it('have quick fixes that one undo takes back', async () => {
    const offered = await codeActions(tables, gaps(tables, rule)[0]!.range, vscode.CodeActionKind.QuickFix);
    assert.deepEqual(
      offered.map(({ title }) => title).filter((title) => /row level|rls/i.test(title)),
      [
        'Enable row level security after this statement',
        'Add a migration that enables row level security',
        `Suppress ${rule} on this line…`,
        `Waive ${rule} in the project configuration…`,
        `Explain ${rule}`,
      ],
    );
    await applyAction(offered.find(({ title }) => title.startsWith('Enable'))!);
    assert.match(editor.document.getText(), /\);\n\nalter table public\.orders enable row level security;\n/);
    await waitFor('the gap to vanish', () => gaps(tables, rule).length === 0);
    await undo();
    assert.equal(editor.document.getText(), orders);
    await waitFor('the gap to return', () => gaps(tables, rule).length === 1);
  });

  it('are judged with those that come after them', async () => {
    await vscode.workspace.fs.writeFile(later, Buffer.from(protection));
    await waitFor('the gap to vanish', () => gaps(tables, rule).length === 0);
    const other = await openFile(later);
    await replace(other, 'enable', 'disable');
    await waitFor('the gap to return', () => gaps(tables, rule).length === 1);
  });
});
