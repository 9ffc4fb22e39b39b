// Takes the arguments of desktop VS Code and runs the VS Code server with a browser instead, so that
// `@vscode/test-electron` drives both. Exits with the code of the test entry point.
import { fstatSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { browserFlags, findBrowser } from './browser';
import { startServer } from './server';

/** Values of `--name=value`, in order. */
function values(name: string): string[] {
  const prefix = `--${name}=`;
  return process.argv.filter((argument) => argument.startsWith(prefix)).map((argument) => argument.slice(prefix.length));
}

/** Whether a file descriptor is the end of a pipe: test-electron's, which closes when test-electron is killed. */
function isPipe(descriptor: number): boolean {
  const status = fstatSync(descriptor);
  return status.isFIFO() || status.isSocket();
}

async function main(): Promise<number> {
  const target = process.argv.slice(2).find((argument) => !argument.startsWith('-'));
  const [tests] = values('extensionTestsPath');
  const [dataFolder] = values('user-data-dir');
  const [extensionsFolder] = values('extensions-dir');
  if (!target || !tests || !dataFolder || !extensionsFolder) {
    throw new Error('A folder, --extensionTestsPath, --user-data-dir and --extensions-dir are needed.');
  }
  // The server keeps the user's settings one level deeper than desktop VS Code.
  await cp(path.join(dataFolder, 'User'), path.join(dataFolder, 'data/User'), { recursive: true });
  const server = await startServer({
    dataFolder,
    extensionsFolder,
    testDriver: true,
    // test-electron always asks for trust to be off; a suite for Restricted Mode needs it on.
    workspaceTrust: process.env.PRODUCTION_GAP_WORKSPACE_TRUST === 'on',
    endsWhenUnused: true,
  });
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
  const stop = async () => {
    await browser.close();
    await server.stop();
  };
  const giveUp = () => void stop().finally(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, giveUp);
  if (isPipe(0)) process.stdin.once('end', giveUp).resume();
  try {
    const page = await browser.newPage();
    const code = new Promise<number>((resolve) => {
      void page.exposeFunction('codeAutomationExit', resolve);
      page.on('crash', () => resolve(1));
      void server.ended.then(() => resolve(1));
    });
    await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
      const line = args.map((argument) => (typeof argument === 'string' ? argument : JSON.stringify(argument))).join(' ');
      (type === 'error' ? process.stderr : process.stdout).write(`${line}\n`);
    });
    const remote = (file: string) => `vscode-remote://${server.authority}${path.resolve(file)}`;
    const payload: [string, string][] = values('extensionDevelopmentPath').map((file) => ['extensionDevelopmentPath', remote(file)]);
    payload.push(['extensionTestsPath', remote(tests)]);
    await page.goto(server.address(target, payload));
    return await code;
  } finally {
    await stop();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
