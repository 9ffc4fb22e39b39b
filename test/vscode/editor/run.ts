import { readdirSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { recordResults } from '../../../src/build/results';

/**
 * Runs inside the extension host, called by VS Code: the compiled tests of the folder `PRODUCTION_GAP_TESTS`, with their
 * result written to the file `PRODUCTION_GAP_RESULTS`. Throws when a test failed.
 *
 * `PRODUCTION_GAP_GREP` runs only tests with such names. Where a test belongs: `test/vscode/editor/` opens a copy of `fixtures/workspace`, `multiRoot/` below it a copy of
 * `fixtures/multiRoot`, `restricted/` the first one in Restricted Mode. Each folder is one start of the editor; its files
 * share the window. `test/harness/editorHost.ts` has what they need.
 */
export async function run(): Promise<void> {
  const { PRODUCTION_GAP_TESTS: folder, PRODUCTION_GAP_RESULTS: results } = process.env;
  if (!folder || !results) throw new Error('PRODUCTION_GAP_TESTS and PRODUCTION_GAP_RESULTS are not set.');
  // Mocha is an ES module, which the oldest editors can't `require`.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 60_000,
    slow: 5_000,
    color: false,
    reporter: 'spec',
    forbidOnly: Boolean(process.env.CI),
    ...(process.env.PRODUCTION_GAP_GREP ? { grep: process.env.PRODUCTION_GAP_GREP } : {}),
  });
  // The console of an extension host is shared with everything else that the editor has to say.
  const lines: string[] = [];
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => void lines.push(format(...args));
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.test.js'))
    .sort())
    mocha.addFile(path.join(folder, file));

  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    recordResults(runner, results, () => lines.join('\n'));
  });
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
