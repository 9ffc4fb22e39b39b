import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Rule } from '../../src/model/meta';
import { rules } from '../../src/rules';
import { loadFixtures } from '../harness/fixtures';
import { analyse, type Files } from '../harness/project';
import { hasGolden } from '../harness/ruleTester';
import { newPath, oldPath } from '../unit/harness/sampleRule';
import { differencesFrom, observed } from './reported';

async function differences(rule: Rule, projects: readonly Files[]): Promise<string[]> {
  const { rule: watched, reported } = observed(rule);
  for (const files of projects) await analyse(files, { rules: [watched], checks: [] });
  return differencesFrom(rule, reported);
}

describe('what fixtures make a rule report', () => {
  for (const rule of rules) {
    const folder = path.join('test/rules', rule.dimension, rule.id);
    const fixtures = existsSync(folder) ? loadFixtures(folder) : [];

    it(`${rule.id}: every message with all its words, and the kinds of fixes that it declares`, async () => {
      const found = await differences(
        rule,
        fixtures.map(({ files }) => files),
      );
      assert.deepEqual(found, [], found.join('\n'));
    });

    if (rule.fixKinds.length > 0) {
      it(`${rule.id}: at least one fix has a golden`, () =>
        assert.ok(fixtures.some(hasGolden), `no fixture in ${folder} has a .fixed file`));
    }
  }
});

describe('the test of reports finds', () => {
  const files = {
    'package.json': '{"dependencies":{"express":"5.1.0"}}',
    'src/a.ts': "import express from 'express';\nexpress().get('/old', (req, res) => res.json([]));\n",
  };

  it('nothing when metadata and reports agree', async () => assert.deepEqual(await differences(oldPath, [files]), []));
  it('a message that is never reported', async () =>
    assert.match((await differences({ ...oldPath, messages: { ...oldPath.messages, other: 'Never.' } }, [files])).join(), /message other/));
  it('a placeholder without a value', async () =>
    assert.match((await differences({ ...oldPath, messages: { gap: '{{path}} {{method}}' } }, [files])).join(), /gap: method/));
  it('a fix kind that is not declared', async () =>
    assert.match((await differences({ ...oldPath, fixKinds: [] }, [files])).join(), /does not declare/));
  it('a fix kind that is never offered', async () =>
    assert.match((await differences({ ...oldPath, fixKinds: ['suggestion', 'fix'] }, [files])).join(), /fix kind fix, which no fixture/));
  it('a rule that never reports', async () => assert.match((await differences(newPath, [files])).join(), /message gap/));
});
