import { strict as assert } from 'node:assert';
import { checks } from '../../src/checks';
import type { Item } from '../../src/model/readiness';
import type { Meta } from '../../src/model/meta';
import { catalog } from '../../src/readiness/catalog';
import { rules } from '../../src/rules';
import { planned } from './planned';

/** What does not fit between the checklist and what backs it, one sentence each. */
function differences(items: readonly Item[], metas: readonly Meta[], later: readonly string[]): string[] {
  const known = new Set(metas.map(({ id }) => id));
  const backing = new Set(items.flatMap(({ backedBy }) => backedBy));
  return [
    ...items.flatMap(({ id, backedBy }) =>
      backedBy
        .filter((rule) => !known.has(rule) && !later.includes(rule))
        .map((rule) => `${id} is backed by ${rule}, which neither exists nor is planned`),
    ),
    ...later.filter((rule) => known.has(rule)).map((rule) => `${rule} is planned, but it exists: take it off the list`),
    ...later.filter((rule) => !backing.has(rule)).map((rule) => `${rule} is planned, but backs no item`),
    ...later.filter((rule, index) => later.indexOf(rule) !== index).map((rule) => `${rule} is planned twice`),
    ...metas.filter(({ id, maturity }) => maturity === 'stable' && !backing.has(id)).map(({ id }) => `${id} is stable, but backs no item`),
  ];
}

describe('the checklist and what backs it', () => {
  it('fit together', () => {
    const found = differences(catalog, [...rules, ...checks], planned);
    assert.deepEqual(found, [], `\n${found.join('\n')}`);
  });

  const item: Item = { id: 'X-1', dimension: 'security', title: 'X', type: 'auto', weight: 20, backedBy: ['a-rule', 'b-rule'] };
  const meta = { id: 'a-rule', maturity: 'stable' } as Meta;
  for (const [what, found] of [
    ['a rule that nobody knows', differences([item], [meta], [])],
    ['a planned rule that exists', differences([item], [meta, { ...meta, id: 'b-rule' }], ['b-rule'])],
    ['a planned rule that backs nothing', differences([item], [meta], ['b-rule', 'c-rule'])],
    ['a rule that is planned twice', differences([item], [meta], ['b-rule', 'b-rule'])],
    ['a stable rule that backs nothing', differences([item], [meta, { ...meta, id: 'c-rule' }], ['b-rule'])],
  ] as const) {
    it(`do not fit with ${what}`, () => assert.equal(found.length, 1, found.join('\n')));
  }
  it('fit when every id exists or is planned', () =>
    assert.deepEqual(differences([item], [meta, { ...meta, id: 'c-rule', maturity: 'preview' }], ['b-rule']), []));
});
