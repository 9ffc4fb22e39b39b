import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { runTests } from '@vscode/test-electron';
import { findBrowser } from './editor/browser';
import { desktopEditor } from './editor/desktop';
import { installServer } from './editor/install';
import { writeUserSettings } from './editor/profile';
import { run } from './progress';
import { readResult, resultFile, writeLog, type SuiteResult } from './results';

/** One start of the editor: the tests of one folder, on a copy of one fixture. */
export interface Launch {
  name: string;
  /** Compiled tests; only the files directly in it. */
  tests: string;
  /** Folder that is copied to a temporary place and opened. */
  fixture: string;
  /** Opened instead of the copy itself: a `.code-workspace` file in it. */
  workspaceFile?: string;
  /** Starts in Restricted Mode. */
  restricted?: boolean;
}

/** Every kind of window that the editor tests need, whether or not it has tests yet. */
const launches: Launch[] = [
  { name: 'editor', tests: 'out/test/vscode/editor', fixture: 'test/vscode/fixtures/workspace' },
  {
    name: 'editor, multi-root',
    tests: 'out/test/vscode/editor/multiRoot',
    fixture: 'test/vscode/fixtures/multiRoot',
    workspaceFile: 'multiRoot.code-workspace',
  },
  { name: 'editor, restricted', tests: 'out/test/vscode/editor/restricted', fixture: 'test/vscode/fixtures/workspace', restricted: true },
];

/** The launches that have tests. */
export async function editorLaunches(): Promise<Launch[]> {
  const files = await Promise.all(launches.map(({ tests }) => readdir(tests).catch(() => [])));
  return launches.filter((_, index) => files[index]?.some((file) => file.endsWith('.test.js')));
}

/**
 * Starts the editor with the extension of this folder and runs the tests of one launch inside its extension host.
 * A run that ends without a result counts as one failure; what the editor printed is then in a log.
 */
export async function runLaunch(launch: Launch): Promise<SuiteResult> {
  // A short path: the sockets that the editor creates in its profile may have 107 characters at most.
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gap-'));
  const results = await resultFile(launch.name);
  await rm(results, { force: true });
  let log = '';
  try {
    const workspace = path.join(folder, path.basename(launch.fixture));
    await cp(launch.fixture, workspace, { recursive: true });
    await writeUserSettings(path.join(folder, 'User'));
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        log += chunk.toString();
        done();
      },
    });
    const failure = await launchEditor(
      launch,
      folder,
      launch.workspaceFile ? path.join(workspace, launch.workspaceFile) : workspace,
      results,
      sink,
    ).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    const logFile = await writeLog(path.basename(results, '.json'), failure ? `${log}\n${failure}\n` : log);
    const result = await readResult(results);
    if (result && (result.failed > 0 || !failure)) return result;
    return {
      passed: 0,
      failed: 1,
      skipped: 0,
      failures: [`the editor ended without a result (${failure ?? 'exit code 0'}); see ${logFile}`],
    };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function launchEditor(launch: Launch, profile: string, target: string, results: string, log: Writable): Promise<void> {
  const desktop = await desktopEditor();
  if (!desktop) {
    // Here and not in the launcher, whose output goes to a log: these take minutes when they are needed.
    await installServer();
    await findBrowser();
  }
  const variables = {
    PRODUCTION_GAP_RESULTS: results,
    PRODUCTION_GAP_TESTS: path.resolve(launch.tests),
    ...(launch.restricted ? { PRODUCTION_GAP_WORKSPACE_TRUST: 'on' } : {}),
  };
  const extensionDevelopmentPath = path.resolve('.');
  const extensionTestsPath = path.resolve('out/test/vscode/editor/run.js');
  const launchArgs = [target, `--user-data-dir=${profile}`, `--extensions-dir=${path.join(profile, 'extensions')}`];
  if (desktop && launch.restricted) {
    // test-electron always switches workspace trust off, so that this window is opened without it.
    const flags = ['--no-sandbox', '--disable-updates', '--skip-welcome', '--skip-release-notes'];
    const args = [
      ...launchArgs,
      ...flags,
      `--extensionDevelopmentPath=${extensionDevelopmentPath}`,
      `--extensionTestsPath=${extensionTestsPath}`,
    ];
    log.write(await run(desktop, args, { env: { ...process.env, ...variables } }));
    return;
  }
  await runTests({
    vscodeExecutablePath: desktop ?? path.resolve('out/build/launcher.js'),
    extensionDevelopmentPath,
    extensionTestsPath,
    extensionTestsEnv: variables,
    launchArgs,
    stdout: log,
    stderr: log,
  });
}
