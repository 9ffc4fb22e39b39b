import assert from 'node:assert/strict';
import { configSchema } from '../../../src/model/config';
import type { Waiver } from '../../../src/model/readiness';
import { withWaiver } from '../../../src/vscode/waivers';

const waiver: Waiver = { rule: 'missing-timeout', reason: 'accepted-risk', note: 'Fine for now', owner: 'Ann' };

describe('A waiver in the configuration', () => {
  const line = '{ "rule": "missing-timeout", "reason": "accepted-risk", "note": "Fine for now", "owner": "Ann" }';

  it('makes a configuration where there is none', () => {
    const text = withWaiver(undefined, waiver);
    assert.equal(text, `{\n  "waivers": [\n    ${line}\n  ]\n}\n`);
    assert.deepEqual(configSchema.parse(JSON.parse(text)).waivers, [waiver]);
    assert.deepEqual(configSchema.parse(JSON.parse(withWaiver('{}', waiver))).waivers, [waiver]);
  });

  it('comes after what is there, and leaves comments and layout alone', () => {
    const other = '{ "rule": "x", "reason": "test-data", "note": "n", "owner": "Bo" }';
    const head = '{\n    // Why we do this\n    "exclude": [ "legacy/**" ]';
    assert.equal(withWaiver(`${head}\n}\n`, waiver), `${head},\n    "waivers": [\n        ${line}\n    ]\n}\n`);
    assert.equal(
      withWaiver(`${head},\n    "waivers": [\n        ${other}\n    ]\n}\n`, waiver),
      `${head},\n    "waivers": [\n        ${other},\n        ${line}\n    ]\n}\n`,
    );
  });

  it('finds its place behind trailing commas and in lists on one line', () => {
    const other = { rule: 'x', reason: 'test-data', note: 'n', owner: 'Bo' };
    for (const before of [
      `{ "waivers": [${JSON.stringify(other)}] }`,
      `{\n  "waivers": [\n    ${JSON.stringify(other)}, // so\n  ],\n}\n`,
      `\uFEFF{ "waivers": [ ${JSON.stringify(other)} ] }`,
    ]) {
      const after = withWaiver(before, waiver);
      const plain = after
        .replace(/^\uFEFF/, '')
        .replace(/\/\/.*/, '')
        .replace(/,(?=\s*[\]}])/g, '');
      assert.deepEqual((JSON.parse(plain) as { waivers: unknown }).waivers, [other, waiver], after);
      assert.ok(after.includes(JSON.stringify(other)), after);
    }
  });

  it('keeps line ends and tabs', () => {
    const after = withWaiver('{\r\n\t"rules": {}\r\n}\r\n', waiver);
    assert.doesNotMatch(after, /[^\r]\n/);
    assert.match(after, /\r\n\t"waivers"/);
  });

  it('is not written into what cannot be understood', () => {
    assert.throws(() => withWaiver('{ "rules": ', waiver), /not valid/);
    assert.throws(() => withWaiver('[]', waiver), /not valid/);
    assert.throws(() => withWaiver('{ "waivers": {} }', waiver), /not a list/);
  });
});
