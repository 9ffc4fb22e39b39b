import { strict as assert } from 'node:assert';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { SessionOptions } from '../../src/engine/session';
import type { Finding } from '../../src/model/finding';
import type { Rule } from '../../src/model/meta';
import { compareFile, judgedRules } from './compare';
import { loadFixtures, readFolder, type Fixture } from './fixtures';
import { fixAll } from './fixing';
import { isUpdating, matchGolden } from './golden';
import { analyse, type Files } from './project';
import { suppressAll, suppressionReason } from './suppressing';
import { syntaxErrors } from './syntax';

/** Places in which a file is judged by its path. */
const places = [
  'src/server.ts',
  'src/page.tsx',
  'src/legacy.js',
  'app/api/orders/route.ts',
  'pages/api/orders.ts',
  'app/actions.ts',
  'supabase/functions/orders/index.ts',
  'supabase/migrations/20250101000000_orders.sql',
];

/** Differences between what a fixture expects of a rule and what is reported, one sentence each. */
export async function checkFixture(rule: string, fixture: Fixture, options: SessionOptions = {}): Promise<string[]> {
  const broken = fixture.sources.flatMap(({ file, text, markers }) => {
    const errors = syntaxErrors(file, text);
    if (markers.broken !== undefined) return errors.length === 0 ? [`${file} says that it is broken, but it parses`] : [];
    return errors.map((error) => `the fixture does not parse: ${error}`);
  });
  const { result } = await analyse(fixture.files, options);
  const judged = judgedRules(
    rule,
    fixture.sources.map(({ markers }) => markers),
  );
  const known = new Set(fixture.sources.map(({ file }) => file));
  const outside = result.findings.filter(
    ({ rule: id, outcome, location }) => judged.has(id) && outcome === 'gap' && !known.has(location.file),
  );
  const says = fixture.sources.some(({ markers }) => [...markers.expectations, ...markers.silent].some((marker) => marker.rule === rule));
  return [
    ...(says ? [] : [`${fixture.name} says nowhere what ${rule} is to do: mark lines with "expect: ${rule}" or "ok: ${rule}"`]),
    ...broken,
    ...fixture.sources.flatMap(({ file, markers }) =>
      compareFile(
        file,
        markers,
        result.findings.filter(({ location }) => location.file === file),
        judged,
      ),
    ),
    ...outside.map(({ rule: id, location, message }) => `${location.file}:${location.line}: ${id} "${message}" is not expected`),
  ];
}

/** Does the fixture keep the result of its fixes? */
export function hasGolden(fixture: Fixture): boolean {
  return existsSync(fixture.goldenFolder) || fixture.sources.some(({ golden }) => existsSync(golden));
}

/** Applies the fixes of a rule to a fixture and compares the result with its goldens. */
export async function checkFixes(rule: string, fixture: Fixture, options: SessionOptions = {}): Promise<void> {
  const id = fixture.sources.map(({ markers }) => markers.fix).find((name) => name !== undefined);
  const fixed = await fixAll(fixture.plainFiles, rule, id, options);
  assert.deepEqual(fixed.problems, [], fixed.problems.join('\n'));
  assert.ok(fixed.applied.length > 0, `${rule} offers no fix${id === undefined ? '' : ` ${id}`} here`);
  const changed = new Map(Object.entries(fixed.files).filter(([file, text]) => text !== fixture.plainFiles[file]));
  for (const { file, golden } of fixture.sources) {
    const text = changed.get(file);
    changed.delete(file);
    if (text !== undefined) matchGolden(golden, text);
    else assert.ok(!existsSync(golden), `${golden} exists, but no fix changes ${file}`);
  }
  for (const [file, text] of changed) matchGolden(path.join(fixture.goldenFolder, file), text);
  const unmet = isUpdating ? [] : Object.keys(readFolder(fixture.goldenFolder)).filter((file) => !changed.has(file));
  assert.deepEqual(unmet, [], `${fixture.goldenFolder} holds files that no fix writes`);
}

/** Puts a suppression above every finding of a fixture and expects all of them back as suppressed. */
export async function checkSuppression(rule: string, fixture: Fixture, options: SessionOptions = {}): Promise<void> {
  const ofRule = (findings: readonly Finding[]) => findings.filter((finding) => finding.rule === rule && finding.outcome === 'gap');
  const before = ofRule((await analyse(fixture.plainFiles, options)).result.findings).filter(({ status }) => status === 'open');
  assert.ok(before.length > 0, `${rule} reports nothing to suppress`);
  const { files, refused } = suppressAll(fixture.plainFiles, before);
  const after = ofRule((await analyse(files, options)).result.findings);
  const open = after.filter(({ status }) => status === 'open').map(({ location }) => `${location.file}:${location.line}`);
  assert.ok(open.length <= refused.length, `${rule} still reports at ${open.join(', ')}\n${refused.join('\n')}`);
  const heeded = after.filter(({ status, statusReason }) => status === 'suppressed' && statusReason === suppressionReason);
  assert.ok(heeded.length >= before.length - refused.length, `${heeded.length} of ${before.length} findings came back as suppressed`);
}

async function reportedIn(text: string, rule: string): Promise<string[]> {
  const files: Files = {
    'package.json': '{"name":"fixture","dependencies":{"express":"5.1.0","next":"15.0.0"}}\n',
    ...Object.fromEntries(places.map((file) => [file, text])),
  };
  const { result } = await analyse(files);
  return result.findings
    .filter((finding) => finding.rule === rule)
    .map(({ location, message }) => `${location.file}:${location.line} "${message}"`);
}

/**
 * Declares the tests of every rule under `folder` (`test/rules`): its fixtures, the goldens of its fixes, suppressed
 * findings, an empty file and a file that does not parse.
 */
export function describeRules(folder: string, rules: readonly Rule[]): void {
  for (const { id, dimension } of rules) {
    describe(`${dimension}/${id}`, () => {
      it('reports nothing in an empty file', async () => assert.deepEqual(await reportedIn('', id), []));
      it('reports nothing in a file with only a syntax error', async () => assert.deepEqual(await reportedIn('const = ;(\n', id), []));
      const own = path.join(folder, dimension, id);
      for (const fixture of existsSync(own) ? loadFixtures(own) : []) {
        it(fixture.name, async () => {
          const differences = await checkFixture(id, fixture);
          assert.deepEqual(differences, [], `\n${differences.join('\n')}`);
        });
        if (fixture.sources.some(({ markers }) => markers.expectations.some((expectation) => expectation.rule === id))) {
          it(`${fixture.name}, suppressed`, () => checkSuppression(id, fixture));
        }
        if (hasGolden(fixture)) it(`${fixture.name}, fixed`, () => checkFixes(id, fixture));
      }
    });
  }
}

/** Folders under `test/rules` or `test/checks` that belong to no rule or check: `dimension/id`. */
export function strayFolders(folder: string, known: readonly { id: string; dimension: string }[]): string[] {
  if (!existsSync(folder)) return [];
  const expected = new Set(known.map(({ dimension, id }) => `${dimension}/${id}`));
  return readdirSync(folder)
    .flatMap((dimension) => readdirSync(path.join(folder, dimension)).map((id) => `${dimension}/${id}`))
    .filter((name) => !expected.has(name));
}
