import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Settings of the editor that tests drive: nothing that pops up, asks the network or draws its own squiggles, so that what
 * is seen is the workspace and this extension.
 */
const quietSettings: Record<string, unknown> = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': 'off',
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'javascript.validate.enable': false,
  'json.validate.enable': false,
  'telemetry.telemetryLevel': 'off',
  'typescript.validate.enable': false,
  'update.mode': 'none',
  'window.autoDetectColorScheme': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Writes the user settings into a `User` folder, the quiet ones and those given. */
export async function writeUserSettings(userFolder: string, settings: Record<string, unknown> = {}): Promise<void> {
  await mkdir(userFolder, { recursive: true });
  await writeFile(path.join(userFolder, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
}
