import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from './bundles';
import { editorLaunches, runLaunch } from './editorSuite';
import { extensionFile, packageCommand, packageExtension } from './packages';
import { exitCode, step } from './progress';
import { readResult, renderSummary, resultFile, type SuiteResult, type SuiteRow } from './results';

/** Folders under test/ that hold no plain mocha tests: what tests share, and what runs on the bundles. */
const notPlain = new Set(['harness', 'vscode', 'package']);

/** A suite, in the order of running. */
interface Suite {
  name: string;
  title: string;
  run: () => Promise<SuiteResult>;
  /** Runs on the bundles and packages that the suite `build` makes. */
  needsBuild?: boolean;
}

const clean: SuiteResult = { passed: 1, failed: 0, skipped: 0, failures: [] };

function failure(...failures: string[]): SuiteResult {
  return { passed: 0, failed: 1, skipped: 0, failures };
}

/**
 * Runs the suites, all of them or those whose first word is named (`types unit … build package editor person`), one after
 * another, and prints the summary. Resolves to the exit code: 0 when nothing failed, 2 for a name that is no suite.
 */
export async function runSuites(names: string[]): Promise<number> {
  await build('tests');
  const suites = await listSuites();
  const known = new Set(suites.map(firstWord));
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    console.error(`There is no suite ${unknown.join(', ')}; there are ${[...known].join(', ')}.`);
    return 2;
  }
  const chosen = suites.filter((suite) => names.length === 0 || names.includes(firstWord(suite)));
  const needsBuild = chosen.some((suite) => suite.needsBuild);
  const rows: SuiteRow[] = [];
  for (const suite of suites.filter((candidate) => chosen.includes(candidate) || (needsBuild && candidate.name === 'build'))) {
    const start = Date.now();
    const unbuilt = suite.needsBuild && rows.some((row) => row.suite === 'build' && row.failed > 0);
    const result = unbuilt ? failure('not run, since the build failed') : await step(suite.title, suite.run);
    rows.push({ suite: suite.name, duration: Date.now() - start, ...result });
    if (result.output) console.log(result.output);
  }
  console.log(renderSummary(rows));
  return rows.some(({ failed }) => failed > 0) ? 1 : 0;
}

function firstWord({ name }: Suite): string {
  return /^\w+/.exec(name)?.[0] ?? name;
}

async function listSuites(): Promise<Suite[]> {
  const folders = await foldersWithTests('out/test');
  const plain = folders.filter((folder) => !notPlain.has(folder));
  const launches = await editorLaunches();
  return [
    { name: 'types', title: 'Type check (tsc)', run: checkTypes },
    ...plain.map((folder) => ({ name: folder, title: `Tests: ${folder}`, run: () => runMocha(folder, path.join('out/test', folder)) })),
    { name: 'build', title: 'Build and package', run: makePackages },
    { name: 'package', title: 'Tests: package', needsBuild: true, run: () => runMocha('package', 'out/test/package') },
    ...launches.map((launch) => ({
      name: launch.name,
      title: `Tests inside VS Code: ${launch.name}`,
      needsBuild: true,
      run: () => runLaunch(launch),
    })),
    {
      name: 'person',
      title: 'Tests as a person: the installed VSIX',
      needsBuild: true,
      run: () => runMocha('person', 'out/test/vscode/person', 'spec'),
    },
  ];
}

/** Names of the folders that have a compiled test somewhere below them. */
async function foldersWithTests(parent: string): Promise<string[]> {
  const folders = (await readdir(parent, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const files = await Promise.all(folders.map((folder) => readdir(path.join(parent, folder), { recursive: true })));
  return folders.filter((_, index) => files[index]?.some((file) => file.endsWith('.test.js'))).sort();
}

async function checkTypes(): Promise<SuiteResult> {
  const { code, output } = await exitCode(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.', '--pretty', 'false']);
  if (code === 0) return clean;
  const count = output.split('\n').filter((line) => /: error TS\d+/.test(line)).length;
  return { ...failure(`${count} type errors`), output };
}

async function runMocha(name: string, folder: string, reporter: 'dot' | 'spec' = 'dot'): Promise<SuiteResult> {
  const file = await resultFile(name);
  await rm(file, { force: true });
  const args = [
    'node_modules/mocha/bin/mocha.js',
    '--reporter',
    'out/src/build/resultReporter.js',
    `${folder.replaceAll('\\', '/')}/**/*.test.js`,
  ];
  if (process.env.CI) args.push('--forbid-only');
  const { code } = await exitCode(process.execPath, args, {
    show: true,
    env: {
      ...process.env,
      PRODUCTION_GAP_RESULTS: file,
      PRODUCTION_GAP_REPORTER: reporter,
      PRODUCTION_GAP_VSIX: await extensionFile(),
      // Commands that tests run leave nothing in the caches of whoever runs the tests.
      PRODUCTION_GAP_CACHE_DIR: path.resolve('test-results/cache'),
    },
  });
  const result = await readResult(file);
  if (result && result.passed + result.failed + result.skipped > 0 && (result.failed > 0 || code === 0)) return result;
  const reason = result ? (code === 0 ? 'ran no test' : `ended with exit code ${code}`) : 'ended without a result';
  return { passed: result?.passed ?? 0, failed: 1, skipped: result?.skipped ?? 0, failures: [`the suite ${reason}`] };
}

async function makePackages(): Promise<SuiteResult> {
  try {
    await build('dist');
    await step('Packaging the extension (VSIX)', packageExtension);
    await step('Packaging the command (npm)', packageCommand);
    return clean;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...failure(reason.split('\n')[0] ?? reason), output: reason };
  }
}
