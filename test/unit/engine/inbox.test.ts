import assert from 'node:assert/strict';
import { Inbox } from '../../../src/engine/inbox';
import type { HostMessage } from '../../../src/engine/protocol';

const folder = 'file:///project';
const set = (version: number, file = 'a.ts'): HostMessage => ({ type: 'setText', folder, file, text: `v${version}`, version });
const edit = (version: number, newText: string, file = 'a.ts'): HostMessage => ({
  type: 'editText',
  folder,
  file,
  edits: [{ start: 0, end: 0, newText }],
  version,
});
const ask = (id: number, file = 'a.ts'): HostMessage => ({
  type: 'actions',
  id,
  folder,
  file,
  version: 1,
  span: { start: 0, end: 0 },
  thorough: false,
});

function taken(...messages: HostMessage[]): HostMessage[] {
  const inbox = new Inbox();
  for (const message of messages) inbox.push(message);
  const out: HostMessage[] = [];
  for (let next = inbox.take(); next; next = inbox.take()) out.push(next);
  return out;
}

describe('The inbox of the worker', () => {
  it('lets the newest text of a file stand for those before it', () => {
    assert.deepEqual(taken(set(1), set(2), set(1, 'b.ts'), set(3)), [set(3), set(1, 'b.ts')]);
    assert.deepEqual(taken(edit(2, 'x'), set(3)), [set(3)]);
  });

  it('joins edits in the order in which they were made', () => {
    const [joined, ...others] = taken(edit(2, 'x'), edit(3, 'y'));
    assert.deepEqual(joined, {
      type: 'editText',
      folder,
      file: 'a.ts',
      version: 3,
      edits: [
        { start: 0, end: 0, newText: 'x' },
        { start: 0, end: 0, newText: 'y' },
      ],
    });
    assert.deepEqual(others, []);
  });

  it('keeps edits after a text apart from it, and after a question too', () => {
    assert.deepEqual(taken(set(1), edit(2, 'x')), [set(1), edit(2, 'x')]);
    assert.deepEqual(taken(edit(2, 'x'), ask(1), edit(3, 'y')), [edit(2, 'x'), ask(1), edit(3, 'y')]);
  });

  it('keeps texts on their side of a session that is opened anew', () => {
    const open: HostMessage = { type: 'open', folder, session: 2, root: '/project', exclude: [] };
    assert.deepEqual(taken(set(1), open, set(2)), [set(1), open, set(2)]);
    const changed: HostMessage = { type: 'filesChanged', folder, changes: [{ file: 'a.ts', type: 'changed' }] };
    assert.deepEqual(taken(edit(2, 'x'), changed, edit(3, 'y')), [edit(2, 'x'), changed, edit(3, 'y')]);
  });

  it('never begins a request that was cancelled while it waited', () => {
    const inbox = new Inbox();
    inbox.push(ask(7));
    assert.equal(inbox.push({ type: 'cancel', id: 7 }), 7);
    assert.equal(inbox.isEmpty, true);
  });

  it('lets the cancelling of a running request overtake', () => {
    assert.deepEqual(taken(set(1), { type: 'cancel', id: 3 }), [{ type: 'cancel', id: 3 }, set(1)]);
  });
});
