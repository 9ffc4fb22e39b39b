import { existsSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { step } from '../progress';
import { cacheFolder, MissingTool } from './system';

/** How long to wait for an answer before the download counts as impossible here. */
const reachableWithinMs = 4_000;

const releases = 'https://update.code.visualstudio.com/api/releases/stable';

/** What `PRODUCTION_GAP_VSCODE` asks for. `auto` is desktop VS Code where it can be had, else the server. */
export type EditorChoice = 'auto' | 'desktop' | 'server';

/** Reads the choice. Throws `MissingTool` for a word that is none. */
export function editorChoice(): EditorChoice {
  const word = process.env.PRODUCTION_GAP_VSCODE || 'auto';
  if (word === 'auto' || word === 'desktop' || word === 'server') return word;
  throw new MissingTool(`PRODUCTION_GAP_VSCODE is ${word}; it can be auto, desktop or server.`);
}

/**
 * Path of a downloaded desktop VS Code, or `undefined` where the server is to be used instead: chosen, no display, or no
 * download from here. `PRODUCTION_GAP_VSCODE_VERSION` picks a version (default `stable`).
 * Throws `MissingTool` when desktop VS Code was asked for and can't be had.
 */
export async function desktopEditor(): Promise<string | undefined> {
  const choice = editorChoice();
  if (choice === 'server') return undefined;
  const reason = hasDisplay()
    ? (await isReachable())
      ? undefined
      : 'the download is not reachable from here'
    : 'there is no display (use xvfb-run)';
  if (!reason) return download();
  if (choice === 'desktop') throw new MissingTool(`Desktop VS Code was asked for, but ${reason}.`);
  return undefined;
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function isReachable(): Promise<boolean> {
  const answer = await fetch(releases, { signal: AbortSignal.timeout(reachableWithinMs) }).catch(() => undefined);
  return answer?.ok === true;
}

async function download(): Promise<string> {
  const version = process.env.PRODUCTION_GAP_VSCODE_VERSION || 'stable';
  const cachePath = path.join(cacheFolder(), 'vscode');
  const executable = await step(`Desktop VS Code ${version} (downloaded once)`, () => downloadAndUnzipVSCode({ version, cachePath }));
  if (!existsSync(executable)) throw new MissingTool(`VS Code was downloaded, but ${executable} is missing.`);
  return executable;
}
