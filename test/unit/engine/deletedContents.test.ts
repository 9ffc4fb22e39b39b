import assert from 'node:assert/strict';
import { withDeletedContents } from '../../../src/engine/deletedContents';

describe('What was in a deleted folder', () => {
  const known = ['src/a.ts', 'src/in/b.ts', 'srcs/c.ts'];

  it('is deleted with it', () => {
    assert.deepEqual(withDeletedContents([{ file: 'src', type: 'deleted' }], known), [
      { file: 'src', type: 'deleted' },
      { file: 'src/a.ts', type: 'deleted' },
      { file: 'src/in/b.ts', type: 'deleted' },
    ]);
  });

  it('stays where it was made again at the same time', () => {
    assert.deepEqual(
      withDeletedContents(
        [
          { file: 'src', type: 'deleted' },
          { file: 'src/a.ts', type: 'created' },
        ],
        known,
      ),
      [
        { file: 'src', type: 'deleted' },
        { file: 'src/in/b.ts', type: 'deleted' },
        { file: 'src/a.ts', type: 'created' },
      ],
    );
  });

  it('is not looked for when nothing is deleted', () => {
    assert.deepEqual(withDeletedContents([{ file: 'src', type: 'changed' }], known), [{ file: 'src', type: 'changed' }]);
  });
});
