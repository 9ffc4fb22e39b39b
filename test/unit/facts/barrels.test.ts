import assert from 'node:assert/strict';
import { Barrels } from '../../../src/facts/barrels';

/** Files with the names that they export themselves, and those that they pass on. */
function barrelsOf(files: Record<string, { names?: string[]; stars?: string[] }>) {
  const asked: string[] = [];
  const barrels = new Barrels((file) => {
    asked.push(file);
    return { names: files[file]?.names ?? [], stars: files[file]?.stars ?? [] };
  });
  return { asked, barrels };
}

describe('barrels', () => {
  it('find a name through barrels of barrels, and tell the way', () => {
    const { barrels } = barrelsOf({
      index: { stars: ['a', 'inner'] },
      a: { names: ['one'] },
      inner: { stars: ['b'] },
      b: { names: ['two'] },
    });
    assert.deepEqual(barrels.find('index', 'two'), { file: 'b', via: ['inner'] });
    assert.deepEqual(barrels.find('index', 'one'), { file: 'a', via: [] });
  });
  it('take the first file that has a name, and pass on no default', () => {
    const { barrels } = barrelsOf({ index: { stars: ['a', 'b'] }, a: { names: ['x', 'default'] }, b: { names: ['x'] } });
    assert.equal(barrels.find('index', 'x').file, 'a');
    assert.equal(barrels.find('index', 'default').file, undefined);
  });
  it('come to an end when they lead to each other, and rest on all they saw when nobody has a name', () => {
    const { barrels } = barrelsOf({ a: { stars: ['b'] }, b: { stars: ['a'], names: ['x'] } });
    const found = barrels.find('a', 'missing');
    assert.equal(found.file, undefined);
    assert.deepEqual([...found.via].sort(), ['a', 'b']);
  });
  it('look into each file once, and only as far as needed', () => {
    const { asked, barrels } = barrelsOf({
      index: { stars: ['a', 'b', 'c'] },
      a: { names: ['one'] },
      b: { names: ['two'] },
      c: { names: ['three'] },
    });
    barrels.find('index', 'one');
    assert.deepEqual(asked, ['index', 'a']);
    barrels.find('index', 'two');
    barrels.find('index', 'one');
    assert.deepEqual(asked, ['index', 'a', 'b']);
    barrels.forget();
    barrels.find('index', 'one');
    assert.deepEqual(asked, ['index', 'a', 'b', 'index', 'a']);
  });
  it('answer a file that asks for a name while its own names are being found out', () => {
    const barrels: Barrels = new Barrels((file) => {
      if (file === 'index') return { names: [], stars: ['a', 'b'] };
      if (file === 'a' && depth++ === 0) assert.equal(barrels.find('index', 'two').file, 'b');
      return { names: file === 'a' ? ['one'] : ['two'], stars: [] };
    });
    let depth = 0;
    assert.equal(barrels.find('index', 'one').file, 'a');
  });
});
