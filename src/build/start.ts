import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { build } from './bundles';
import { desktopEditor, editorChoice } from './editor/desktop';
import { installExtension, startServer } from './editor/server';
import { cacheFolder, findProgram, MissingTool } from './editor/system';
import { packageExtension } from './packages';
import { exitCode, run, step } from './progress';
import { script } from './script';

const usage = 'Usage: npm start [-- DIR] [--no-editor]';

/** Analysed and opened when no folder is given. */
const sample = 'test/projects/prototype';

// `npm start [-- DIR] [--no-editor]`: analyses a folder, prints the result and opens the folder in VS Code.
script(async (args) => {
  const unknown = args.filter((arg) => arg.startsWith('-') && arg !== '--no-editor');
  const folders = args.filter((arg) => !arg.startsWith('-'));
  if (unknown.length > 0 || folders.length > 1) {
    console.error(usage);
    return 2;
  }
  // npm changes to the project's folder, but a person means a path from where they are.
  const folder = folders[0] ? path.resolve(process.env.INIT_CWD ?? '.', folders[0]) : path.resolve(sample);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    console.error(`${folder} is not a folder.\n${usage}`);
    return 2;
  }

  await build('dist');
  console.log(`\nproduction-gap check ${path.relative('.', folder) || '.'}\n`);
  const { code } = await exitCode(process.execPath, ['dist/cli.js', 'check', folder], { show: true });
  // 1 says that there are findings, which is what a look at them is for.
  if (code !== 0 && code !== 1) return code ?? 1;
  if (args.includes('--no-editor')) return 0;

  console.log('');
  const vsix = (await step('Packaging the extension (VSIX)', packageExtension)).path;
  await openEditor(vsix, folder);
  return 0;
});

/** Opens a folder in the first VS Code to be had: the person's own, a downloaded one, the server. */
async function openEditor(vsix: string, folder: string): Promise<void> {
  const own = editorChoice() === 'server' ? undefined : findProgram('code');
  if (own) return openOwnEditor(own, vsix, folder);
  const downloaded = await desktopEditor();
  if (downloaded) return openDownloadedEditor(downloaded, vsix, folder);
  return openServer(vsix, folder);
}

/** The person's VS Code, with their settings and extensions. */
async function openOwnEditor(code: string, vsix: string, folder: string): Promise<void> {
  await step('Installing the extension into VS Code', () => run(code, ['--install-extension', vsix, '--force']));
  await run(code, ['--new-window', folder]);
  console.log(`VS Code shows ${folder}. To remove the extension again: code --uninstall-extension production-gap.production-gap`);
}

/** A downloaded VS Code, with a profile of its own that is kept for the next time. */
async function openDownloadedEditor(executable: string, vsix: string, folder: string): Promise<void> {
  const profile = path.join(cacheFolder(), 'profile');
  const flags = [`--user-data-dir=${path.join(profile, 'user')}`, `--extensions-dir=${path.join(profile, 'extensions')}`];
  const [command = executable, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  await step('Installing the extension into VS Code', () => run(command, [...args, ...flags, '--install-extension', vsix, '--force']));
  console.log(`VS Code shows ${folder}. Close its window, or press Ctrl-C here, to end.`);
  await run(executable, [folder, ...flags, '--wait']);
}

/** The VS Code server, in the foreground until Ctrl-C, for whoever has the address with its token. */
async function openServer(vsix: string, folder: string): Promise<void> {
  const profile = await mkdtemp(path.join(os.tmpdir(), 'gap-'));
  try {
    const folders = { dataFolder: profile, extensionsFolder: path.join(profile, 'extensions') };
    await installExtension(vsix, folders);
    const server = await startServer({ ...folders, token: randomBytes(16).toString('hex'), workspaceTrust: true });
    console.log(`\nVS Code with the extension is at\n\n  ${server.address(folder)}\n\nCtrl-C ends it.`);
    const interrupted = new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    });
    const outcome = await Promise.race([interrupted.then(() => 'interrupted'), server.ended.then(() => 'ended')]);
    await server.stop();
    if (outcome === 'ended') throw new MissingTool(`The VS Code server ended by itself.\n${server.output()}`);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}
