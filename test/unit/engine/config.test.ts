import assert from 'node:assert/strict';
import { readConfig, type ConfigReading } from '../../../src/engine/config';
import { defaultConfig } from '../../../src/model/config';

const options = { knownRules: ['missing-auth-guard', 'swallowed-error', 'missing-ci'], today: '2026-06-15' };

function read(text: string): ConfigReading & { told: { at: string; message: string; rule: string; severity: string }[] } {
  const reading = readConfig(text, options);
  const told = reading.findings.map(({ span, message, rule, severity }) => ({
    at: text.slice(span.start, span.end),
    message,
    rule,
    severity,
  }));
  return { ...reading, told };
}

describe('the configuration', () => {
  it('is the default without a file, and for an empty object', () => {
    assert.deepEqual(readConfig(undefined, options), { config: defaultConfig, findings: [] });
    assert.deepEqual(read('{}'), { config: defaultConfig, findings: [], told: [] });
  });

  it('may hold comments, trailing commas and a byte order mark', () => {
    const { config, findings } = read('\uFEFF{\n  // why\n  "rules": { "swallowed-error": "off", },\n}\n');
    assert.deepEqual(findings, []);
    assert.equal(config.rules['swallowed-error'], 'off');
  });

  it('reports a wrong value at the value, and applies the rest', () => {
    const { config, told, findings } = read(
      '{\n  "rules": { "swallowed-error": "warn", "missing-ci": "off" },\n  "exclude": ["dist/**"]\n}',
    );
    assert.equal(told.length, 1);
    assert.deepEqual([told[0]!.at, told[0]!.rule, told[0]!.severity], ['"warn"', 'invalid-configuration', 'error']);
    assert.match(told[0]!.message, /must be one of "off", "info", "warning", "error"/);
    assert.deepEqual(findings[0]!.location, { file: '.production-gap/config.json', line: 2, column: 33, endLine: 2, endColumn: 39 });
    assert.deepEqual(config.rules, { 'missing-ci': 'off' });
    assert.deepEqual(config.exclude, ['dist/**']);
  });

  it('reports an unknown setting at its name, with what was meant', () => {
    const { config, told } = read('{ "exlude": ["a"], "profile": "critical" }');
    assert.equal(told[0]!.at, '"exlude"');
    assert.equal(told[0]!.message, 'There is no setting "exlude". Did you mean "exclude"?');
    assert.equal(config.profile, 'critical');
  });

  it('reports an unknown rule at its name, in rules and in waivers, with what was meant', () => {
    const { told } = read(
      '{ "rules": { "missing-auth-gaurd": "off", "security/swallowed-error": "off", "no-ci": "off", "whatever-else": "off" }, "waivers": [{ "rule": "swalowed-error", "reason": "test-data", "note": "n", "owner": "o" }] }',
    );
    assert.deepEqual(
      told.map(({ at, message }) => [at, /Did you mean "(.*)"/.exec(message)?.[1]]),
      [
        ['"missing-auth-gaurd"', 'missing-auth-guard'],
        ['"security/swallowed-error"', 'swallowed-error'],
        ['"no-ci"', 'missing-ci'],
        ['"whatever-else"', undefined],
        ['"swalowed-error"', 'swallowed-error'],
      ],
    );
    assert.deepEqual(new Set(told.map(({ severity }) => severity)), new Set(['warning']));
  });

  it('knows the rules of the engine itself', () => {
    assert.deepEqual(read('{ "rules": { "unused-suppression": "off" } }').told, []);
  });

  it('drops a waiver with a mistake and keeps the one beside it', () => {
    const good = '{ "rule": "missing-ci", "reason": "accepted-risk", "note": "n", "owner": "o", "expires": "2026-06-15" }';
    const { config, told } = read(
      `{ "waivers": [{ "rule": "missing-ci", "reason": "accepted-risk", "note": "n" }, ${good}, { "rule": "missing-ci", "reason": "because", "note": "n", "owner": "o" }, { "rule": "missing-ci", "reason": "test-data", "note": "n", "owner": "o", "expire": "2026-01-01" }] }`,
    );
    assert.deepEqual(
      config.waivers.map(({ expires }) => expires),
      ['2026-06-15'],
    );
    assert.deepEqual(
      told.map(({ message }) => message.replace(/ must be one of.*/, ' must be one of …')),
      [
        '"owner" is missing in waivers[0].',
        '"waivers[2].reason" must be one of …',
        'There is no setting "waivers[3].expire". Did you mean "expires"?',
      ],
    );
    assert.equal(told[2]!.at, '"expire"');
  });

  it('refuses a date that does not exist', () => {
    const { config, told } = read(
      '{ "waivers": [{ "rule": "missing-ci", "reason": "test-data", "note": "n", "owner": "o", "expires": "2026-02-30" }] }',
    );
    assert.equal(told[0]!.at, '"2026-02-30"');
    assert.equal(told[0]!.message, '"waivers[0].expires" must be a date as YYYY-MM-DD.');
    assert.deepEqual(config.waivers, []);
  });

  it('lets waivers lapse after their last day, each with a finding at its date', () => {
    const waiver = (expires: string): string =>
      `{ "rule": "missing-ci", "reason": "test-data", "note": "n", "owner": "Ann", "expires": "${expires}" }`;
    const { config, told } = read(`{ "waivers": [${waiver('2026-06-14')}, ${waiver('2026-06-15')}, ${waiver('2026-06-14')}] }`);
    assert.deepEqual(
      config.waivers.map(({ expires }) => expires),
      ['2026-06-15'],
    );
    assert.deepEqual(
      told.map(({ rule, severity, at }) => [rule, severity, at]),
      [
        ['expired-waiver', 'info', '"2026-06-14"'],
        ['expired-waiver', 'info', '"2026-06-14"'],
      ],
    );
    assert.match(told[0]!.message, /Ann .*expired on 2026-06-14/);
  });

  it('reports wrong kinds of values in plain words', () => {
    const { config, told } = read(
      '{ "rules": [], "exclude": "dist", "guards": [{ "name": "" }, { "name": "requireUser" }], "profile": null }',
    );
    assert.deepEqual(
      told.map(({ at }) => at),
      ['[]', '"dist"', '""', 'null'],
    );
    assert.equal(told[1]!.message, '"exclude" must be a list, but is a text.');
    assert.equal(told[2]!.message, '"guards[0].name" must not be empty.');
    assert.deepEqual(
      config.guards.map(({ name }) => name),
      ['requireUser'],
    );
  });

  it('survives broken JSON: the readable part applies, each mistake has its place', () => {
    const { config, told, findings } = read('{\n  "exclude": ["dist/**"],\n  "profile": "critical"\n  "tests": ["e2e/**"]\n');
    assert.deepEqual(config.exclude, ['dist/**']);
    assert.equal(config.profile, 'critical');
    assert.ok(told.some(({ message }) => message === 'A comma is missing here.'));
    assert.ok(findings.some(({ location }) => location.line === 4));
  });

  it('reports a file that is empty, no object, or left in a merge conflict', () => {
    assert.match(read('  \n').told[0]!.message, /empty/);
    assert.match(read('[]').told[0]!.message, /must be an object, but is a list/);
    const conflict = read('{\n<<<<<<< ours\n  "profile": "launch"\n=======\n  "profile": "critical"\n>>>>>>> theirs\n}\n');
    assert.deepEqual(
      conflict.told.map(({ message, at }) => [message, at]),
      [['A merge conflict is left in this file.', '<<<<<<< ours']],
    );
    assert.deepEqual(conflict.config, defaultConfig);
  });

  it('reports a name that stands twice', () => {
    const { told, config } = read('{ "profile": "critical", "profile": "launch" }');
    assert.match(told[0]!.message, /stands here twice/);
    assert.equal(config.profile, 'launch');
  });

  it('gives each of two equal mistakes a fingerprint of its own', () => {
    const { findings } = read('{ "guards": [{}, {}] }');
    assert.equal(findings.length, 2);
    assert.notEqual(findings[0]!.fingerprint, findings[1]!.fingerprint);
  });
});
