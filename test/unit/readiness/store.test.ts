import assert from 'node:assert/strict';
import {
  acceptRisk,
  clearItem,
  emptyReadiness,
  markNotApplicable,
  parseReadiness,
  renderReadiness,
  tick,
  untick,
} from '../../../src/readiness/store';

const ann = { item: 'OPS-4', by: 'Ann', on: '2026-05-01', note: 'Tried on staging' };
const risk = { item: 'SEC-3', owner: 'Ben', reason: 'Beta with ten people', on: '2026-05-01', expires: '2026-09-01' };

describe('the readiness file', () => {
  it('is read back as it was written', () => {
    const readiness = acceptRisk(tick(emptyReadiness, ann), risk);
    assert.deepEqual(parseReadiness(renderReadiness(readiness)), { readiness });
    assert.deepEqual(parseReadiness(renderReadiness(emptyReadiness)), { readiness: emptyReadiness });
    assert.deepEqual(parseReadiness(undefined), { readiness: emptyReadiness });
  });

  it('is written one entry per line, the same whatever the order of statements and fields', () => {
    const other = { on: '2026-05-02', by: 'Eve', item: 'EH-7' };
    const one = renderReadiness(tick(tick(emptyReadiness, ann), other));
    const two = renderReadiness(tick(tick(emptyReadiness, { item: other.item, by: other.by, on: other.on }), ann));
    assert.equal(one, two);
    assert.equal(one.split('\n').filter((line) => line.includes('"item"')).length, 2);
    assert.ok(one.indexOf('EH-7') < one.indexOf('OPS-4'));
    assert.ok(one.endsWith('}\n'));
  });

  it('changes one line for one tick', () => {
    const before = renderReadiness(tick(tick(emptyReadiness, ann), { ...ann, item: 'OPS-6' })).split('\n');
    const after = renderReadiness(tick(tick(tick(emptyReadiness, ann), { ...ann, item: 'OPS-6' }), { ...ann, item: 'OBS-6' })).split('\n');
    assert.deepEqual(after.filter((line) => !before.includes(line)).length, 1);
    assert.deepEqual(
      before.filter((line) => !after.includes(line)),
      [],
    );
  });

  it('holds the last word on an item only', () => {
    const ticked = tick(tick(emptyReadiness, ann), { ...ann, by: 'Eve' });
    assert.deepEqual(
      ticked.attestations.map(({ by }) => by),
      ['Eve'],
    );
    const without = markNotApplicable(ticked, { item: 'OPS-4', reason: 'No server', by: 'Eve', on: '2026-06-01' });
    assert.deepEqual([without.attestations, without.notApplicable.length], [[], 1]);
    const risked = acceptRisk(without, { ...risk, item: 'OPS-4' });
    assert.deepEqual([risked.notApplicable, risked.acceptedRisks.length], [[], 1]);
    assert.deepEqual(clearItem(risked, 'OPS-4'), emptyReadiness);
  });

  it('loses a tick, and nothing else, when it is taken back', () => {
    const both = { ...tick(emptyReadiness, ann), acceptedRisks: [risk] };
    assert.deepEqual(untick(both, 'OPS-4'), { ...emptyReadiness, acceptedRisks: [risk] });
    assert.deepEqual(untick(both, 'OPS-6'), both);
  });

  it('does not change what it is given', () => {
    const frozen = Object.freeze({ ...emptyReadiness, attestations: Object.freeze([ann]) as unknown as (typeof ann)[] });
    tick(frozen, { ...ann, by: 'Eve' });
    untick(frozen, 'OPS-4');
    assert.deepEqual(frozen.attestations, [ann]);
  });

  it('gives an error and nothing to write when it cannot be understood', () => {
    const good = renderReadiness(tick(emptyReadiness, ann));
    const broken: [string, RegExp, number | undefined][] = [
      [good.slice(0, -10), /not valid JSON/, 7],
      ['', /not valid JSON/, 1],
      [good.replace('}\n  ]', '},\n  ]'), /not valid JSON/, 5],
      [`<<<<<<< ours\n${good}`, /merge conflict/, 1],
      [good.replace('"version": 1', '"version": 2'), /another version/, undefined],
      [good.replace('"by":"Ann"', '"by":""'), /attestations\.0\.by/, undefined],
      [good.replace('"by"', '"who"'), /expected form/, undefined],
      [good.replace('"note"', '"remark"'), /expected form/, undefined],
      ['[]', /expected form/, undefined],
    ];
    for (const [text, message, line] of broken) {
      const reading = parseReadiness(text);
      assert.equal(reading.readiness, undefined, text);
      assert.match(reading.error!.message, message);
      if (line !== undefined) assert.equal(reading.error!.line, line, text);
    }
  });
});
