import assert from 'node:assert/strict';
import { mergeFixes } from '../../../src/engine/mergeFixes';
import type { Fix, TextEdit } from '../../../src/model/fix';

const fix = (...edits: TextEdit[]): Fix => ({ id: 'f', kind: 'fix', title: 'Fix it', edits: [{ file: 'a.ts', edits }] });
const insert = (start: number, newText: string): TextEdit => ({ start, end: start, newText });

describe('Joining fixes', () => {
  it('makes an import that two fixes share once', () => {
    const joined = mergeFixes('a.ts', [fix(insert(0, 'import x;\n'), insert(20, 'a')), fix(insert(0, 'import x;\n'), insert(10, 'b'))]);
    assert.deepEqual(joined?.edits[0]?.edits, [insert(0, 'import x;\n'), insert(10, 'b'), insert(20, 'a')]);
    assert.equal(joined?.title, '2 fixes');
  });

  it('leaves out as a whole what collides with an earlier fix', () => {
    const first = fix({ start: 10, end: 20, newText: 'x' });
    const inside = fix({ start: 15, end: 16, newText: 'y' }, insert(40, 'z'));
    const samePlace = fix(insert(10, 'y'));
    assert.deepEqual(mergeFixes('a.ts', [first, inside, samePlace])?.edits[0]?.edits, [{ start: 10, end: 20, newText: 'x' }]);
  });

  it('leaves out what touches other files', () => {
    const wide: Fix = { ...fix(insert(1, 'x')), edits: [{ file: 'b.ts', edits: [insert(0, 'x')] }] };
    const creating: Fix = { ...fix(), edits: [{ file: 'a.ts', create: true, edits: [insert(0, 'x')] }] };
    assert.equal(mergeFixes('a.ts', [wide, creating]), undefined);
  });
});
