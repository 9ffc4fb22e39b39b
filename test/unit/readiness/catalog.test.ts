import assert from 'node:assert/strict';
import { dimensionIds } from '../../../src/model/dimension';
import { catalog } from '../../../src/readiness/catalog';
import { itemsOf } from '../../../src/readiness/catalog/item';

describe('the checklist', () => {
  it('has 56 items in eight dimensions, in their order', () => {
    const counts = dimensionIds.map((dimension) => catalog.filter((item) => item.dimension === dimension).length);
    assert.deepEqual(counts, [7, 8, 7, 7, 6, 6, 7, 8]);
    assert.deepEqual([...new Set(catalog.map(({ dimension }) => dimension))], dimensionIds);
  });

  it('has unique, numbered ids', () => {
    assert.equal(new Set(catalog.map(({ id }) => id)).size, 56);
    const prefixes = ['EH', 'SEC', 'OBS', 'DATA', 'COMP', 'INTG', 'SCAL', 'OPS'];
    dimensionIds.forEach((dimension, index) => {
      const ids = catalog.filter((item) => item.dimension === dimension).map(({ id }) => id);
      assert.deepEqual(
        ids,
        ids.map((_, position) => `${prefixes[index]!}-${position + 1}`),
      );
    });
  });

  it('gives each dimension a weight of 20', () => {
    for (const dimension of dimensionIds) {
      assert.equal(
        catalog.filter((item) => item.dimension === dimension).reduce((sum, { weight }) => sum + weight, 0),
        20,
        dimension,
      );
    }
  });

  it('names rules as rules are named, each once per item', () => {
    for (const { id, backedBy, requires } of catalog) {
      for (const rule of backedBy) assert.match(rule, /^(?!no-|require-)[a-z0-9]+(-[a-z0-9]+)*$/, id);
      assert.equal(new Set(backedBy).size, backedBy.length, id);
      assert.ok(
        (requires ?? []).every((rule) => backedBy.includes(rule)),
        id,
      );
    }
  });

  it('backs every item that the machine decides, and asks a question for every other', () => {
    for (const { id, type, backedBy, requires, question } of catalog) {
      if (type === 'auto') assert.ok((requires ?? backedBy).length > 0 && question === undefined, id);
      else assert.match(question ?? '', /\?/, id);
      if (type === 'manual') assert.ok((requires ?? backedBy).length === 0, id);
    }
  });

  it('refuses a dimension whose weights do not sum to 20 and an item without its question', () => {
    const item = { id: 'X-1', title: 'X', type: 'auto', weight: 20, backedBy: ['x'] } as const;
    assert.throws(() => itemsOf('security', [{ ...item, backedBy: ['x'], weight: 19 }]), /sum to 19/);
    assert.throws(() => itemsOf('security', [{ ...item, backedBy: ['x'], type: 'manual' }]), /question/);
    assert.throws(() => itemsOf('security', [{ ...item, backedBy: ['x'], question: 'Is it?' }]), /question/);
    assert.equal(itemsOf('security', [{ ...item, backedBy: ['x'] }]).length, 1);
  });
});
