import path from 'node:path';
import { findProgram, installDebianPackages, MissingTool } from './system';

/** Flags for a browser that shows one local page and asks nobody else for anything. */
export const browserFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A container's root user has no sandbox, and its /dev/shm is small.
  ...(process.platform === 'linux' ? ['--no-sandbox', '--disable-dev-shm-usage'] : []),
];

/**
 * Path of a Chromium-based browser: `PRODUCTION_GAP_BROWSER`, one that is installed, or Debian's, installed now.
 * Throws `MissingTool` when there is none and none can be installed.
 */
export async function findBrowser(): Promise<string> {
  const chosen = process.env.PRODUCTION_GAP_BROWSER;
  if (chosen) {
    const found = findProgram(path.isAbsolute(chosen) ? chosen : path.basename(chosen));
    if (!found) throw new MissingTool(`PRODUCTION_GAP_BROWSER names ${chosen}, which is not a program.`);
    return found;
  }
  const present = installedBrowser();
  if (present) return present;
  await installDebianPackages(['chromium'], 'A browser is needed to show VS Code to the tests');
  const installed = installedBrowser();
  if (!installed) throw new MissingTool('chromium was installed but is not found on PATH.');
  return installed;
}

function installedBrowser(): string | undefined {
  const windows = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']].filter((folder) => folder !== undefined);
  return findProgram(
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...windows.flatMap((folder) => [
      path.join(folder, 'Google/Chrome/Application/chrome.exe'),
      path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  );
}
