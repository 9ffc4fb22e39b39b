import { strict as assert } from 'node:assert';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { ProjectResult } from '../../src/engine/api';
import type { Check } from '../../src/model/meta';
import { isGolden, readFolder } from './fixtures';
import { fixAll } from './fixing';
import { isUpdating, matchGolden } from './golden';
import { analyse } from './project';

/** `expect.json` of a case. */
const expectSchema = z.strictObject({
  outcome: z.enum(['gap', 'pass', 'notApplicable', 'unknown']),
  /** Part of the message of the gap, or of the note of another outcome. */
  message: z.string().min(1).optional(),
  /** File that the gap or the evidence points at. */
  file: z.string().min(1).optional(),
  /** Line there, from 1. */
  line: z.int().min(1).optional(),
  /** None must be offered. */
  fix: z.literal(false).optional(),
});
export type CheckExpectation = z.infer<typeof expectSchema>;

/** What one check said of a project: its outcomes with their words and places. */
function saidBy(check: string, result: ProjectResult): { outcome: string; words: string; file?: string; line?: number }[] {
  const gaps = result.findings
    .filter(({ rule }) => rule === check)
    .map(({ outcome, message, location }) => ({ outcome: outcome as string, words: message, file: location.file, line: location.line }));
  const others = result.outcomes
    .filter(({ rule }) => rule === check)
    .map(({ outcome, note = '', location }) => ({
      outcome: outcome as string,
      words: note,
      ...(location ? { file: location.file, line: location.line } : {}),
    }));
  return [...gaps, ...others];
}

/** Differences between what a case expects and what a check said of it. */
export function compareOutcome(check: string, expected: CheckExpectation, result: ProjectResult): string[] {
  const said = saidBy(check, result);
  const outcomes = [...new Set(said.map(({ outcome }) => outcome))];
  if (outcomes.length === 0) return [`${check} ended in no outcome`];
  if (outcomes.length > 1) return [`${check} ended in several outcomes: ${outcomes.join(', ')}`];
  const summary = said.map(({ words, file, line }) => `"${words}"${file === undefined ? '' : ` at ${file}:${line}`}`).join('; ');
  if (outcomes[0] !== expected.outcome)
    return [`${check} is expected to end in ${expected.outcome} and ends in ${outcomes[0]}: ${summary}`];
  const fits = said.some(
    ({ words, file, line }) =>
      words.includes(expected.message ?? '') &&
      (expected.file === undefined || file === expected.file) &&
      (expected.line === undefined || line === expected.line),
  );
  return fits ? [] : [`${check} says ${summary}`];
}

/** Applies the fixes of a check to a case, and compares the files that it writes with those in the folder of goldens. */
async function checkFixes(id: string, folder: string, golden: string): Promise<void> {
  const { 'expect.json': _, ...files } = readFolder(folder);
  const fixed = await fixAll(files, id);
  assert.deepEqual(fixed.problems, [], fixed.problems.join('\n'));
  assert.equal(fixed.applied.length, 1, `${id} offers ${fixed.applied.length} fixes one after the other`);
  const changed = Object.entries(fixed.files).filter(([file, text]) => text !== files[file]);
  for (const [file, text] of changed) matchGolden(path.join(golden, file), text);
  const unmet = isUpdating ? [] : Object.keys(readFolder(golden)).filter((file) => !changed.some(([name]) => name === file));
  assert.deepEqual(unmet, [], `${golden} holds files that no fix writes`);
}

/** Declares the tests of every check under `folder` (`test/checks`): each case is a project with an `expect.json`, and beside it may be what its fix writes. */
export function describeChecks(folder: string, checks: readonly Check[]): void {
  for (const { id, dimension } of checks) {
    describe(`${dimension}/${id}`, () => {
      const own = path.join(folder, dimension, id);
      for (const name of existsSync(own)
        ? readdirSync(own)
            .filter((each) => !isGolden(each))
            .sort()
        : []) {
        it(name, async () => {
          const { 'expect.json': expectation, ...files } = readFolder(path.join(own, name));
          assert.ok(expectation !== undefined, `${path.join(own, name)} has no expect.json`);
          const expected = expectSchema.parse(JSON.parse(expectation));
          const differences = compareOutcome(id, expected, (await analyse(files)).result);
          assert.deepEqual(differences, [], differences.join('\n'));
          if (expected.fix === false) assert.deepEqual((await fixAll(files, id)).applied, []);
        });
        const golden = path.join(own, `${name}.fixed`);
        if (existsSync(golden)) it(`${name}, fixed`, () => checkFixes(id, path.join(own, name), golden));
      }
    });
  }
}
