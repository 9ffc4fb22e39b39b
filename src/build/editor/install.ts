import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { run, step } from '../progress';
import { cacheFolder, findProgram, installDebianPackages, MissingTool } from './system';

/** Where the pieces of an installed VS Code server are. */
export interface ServerInstallation {
  /** The Node that the server asks for. */
  node: string;
  /** The server's entry point. */
  main: string;
}

/** Modules of the server that are compiled on this machine: log files, and ending with the process that started it. */
const compiledModules = ['@vscode/spdlog', '@vscode/native-watchdog'];

const description = 'src/build/editor';

/**
 * Installs the VS Code server, once per person and version, into the cache folder. Only what starts and logs is compiled;
 * the rest comes ready-made from the registry, so that no system libraries are needed beyond a C++ compiler.
 * Throws {@link MissingTool} where there is no server for the platform or no compiler, `CommandFailed` when an install step fails.
 */
export async function installServer(): Promise<ServerInstallation> {
  const nodePackage = `node-${process.platform}-${process.arch}`;
  const lock = await readFile(path.join(description, 'package-lock.json'), 'utf8');
  if (!lock.includes(`"node_modules/${nodePackage}"`)) {
    throw new MissingTool(
      `There is no VS Code server for ${process.platform}-${process.arch}; use desktop VS Code (PRODUCTION_GAP_VSCODE=desktop).`,
    );
  }
  const folder = path.join(cacheFolder(), `editor-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`);
  const installation = {
    node: path.join(folder, 'node_modules', nodePackage, 'bin/node'),
    main: path.join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js'),
  };
  if (existsSync(folder)) return installation;

  await ensureCompiler();
  // Built beside its final place and renamed when complete: an interrupted install is never taken for a whole one.
  const unfinished = `${folder}.${randomUUID().slice(0, 8)}`;
  try {
    await install(unfinished, nodePackage);
    await rename(unfinished, folder).catch((error: unknown) => {
      // Another clone was faster; its result is the same.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return installation;
}

async function install(folder: string, nodePackage: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) await cp(path.join(description, file), path.join(folder, file));
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await step('Installing the VS Code server (npm, about 600 MB)', () => run('npm', ['ci', ...quiet], { cwd: folder }));

  // The server's own packages are locked by the npm-shrinkwrap.json inside it; its install script would compile all of
  // them, for which it wants Kerberos and secret service headers that nothing here uses.
  const server = path.join(folder, 'node_modules/code-server/lib/vscode');
  await step("Installing the server's packages (npm)", async () => {
    await run('npm', ['install', '--omit=dev', ...quiet], { cwd: server });
    await run('npm', ['install', '--omit=dev', ...quiet], { cwd: path.join(server, 'extensions') });
  });

  const node = path.join(folder, 'node_modules', nodePackage);
  const env = { ...process.env, PATH: `${path.join(node, 'bin')}${path.delimiter}${process.env.PATH ?? ''}`, npm_config_nodedir: node };
  await step('Compiling two native modules of the server', () =>
    run('npm', ['rebuild', '--loglevel=error', ...compiledModules], { cwd: server, env }),
  );
  const missing = compiledModules.filter((name) => !existsSync(path.join(server, 'node_modules', name, 'build/Release')));
  if (missing.length > 0) throw new MissingTool(`The VS Code server is incomplete: ${missing.join(', ')} did not compile.`);
}

async function ensureCompiler(): Promise<void> {
  const wanted = [
    { program: findProgram('python3', 'python'), debian: 'python3' },
    { program: findProgram('make'), debian: 'make' },
    { program: findProgram('g++', 'clang++', 'c++'), debian: 'g++' },
  ];
  const missing = wanted.filter(({ program }) => !program).map(({ debian }) => debian);
  if (missing.length > 0) await installDebianPackages(missing, 'The VS Code server has two modules to compile');
}
