import assert from 'node:assert/strict';
import { answerSchemas, hostMessageSchema, workerMessageSchema } from '../../../src/engine/protocol';
import { finding } from '../../harness/fakeSession';

describe('Messages', () => {
  it('of the host are understood, and refused when a part is missing or of another kind', () => {
    const message = { type: 'editText', folder: 'f', file: 'a.ts', edits: [{ start: 0, end: 1, newText: 'x' }], version: 3 };
    assert.equal(hostMessageSchema.safeParse(message).success, true);
    assert.equal(hostMessageSchema.safeParse({ ...message, version: -1 }).success, false);
    assert.equal(hostMessageSchema.safeParse({ ...message, edits: [{ start: 0, newText: 'x' }] }).success, false);
    assert.equal(hostMessageSchema.safeParse({ type: 'execute', command: 'x' }).success, false);
  });

  it('of the worker are understood, and refused when a finding is not whole', () => {
    const results = {
      type: 'results',
      folder: 'f',
      session: 1,
      files: [
        {
          file: 'a.ts',
          version: 1,
          findings: [0, { was: 1, location: finding().location, span: { start: 0, end: 1 } }, finding({ occurrences: 3 })],
        },
      ],
    };
    assert.equal(workerMessageSchema.safeParse(results).success, true);
    const { message: _message, ...broken } = finding();
    assert.equal(workerMessageSchema.safeParse({ ...results, files: [{ file: 'a.ts', version: 1, findings: [broken] }] }).success, false);
    assert.equal(
      workerMessageSchema.safeParse({ ...results, files: [{ file: 'a.ts', version: 1, findings: [{ ...finding(), severity: 'fatal' }] }] })
        .success,
      false,
    );
  });

  it('that answer are checked by what was asked', () => {
    assert.equal(answerSchemas.resolve.safeParse(undefined).success, true);
    assert.equal(answerSchemas.resolve.safeParse({ id: 'x', kind: 'fix', title: 'X', edits: [{ file: 'a.ts', edits: [] }] }).success, true);
    assert.equal(answerSchemas.actions.safeParse([{ id: 'x', title: 'X', kind: 'run', isPreferred: false }]).success, false);
  });
});
