import * as vscode from 'vscode';

/** When new gaps are shown. */
export type RunMode = 'onType' | 'onSave' | 'manual';

/** Settings of a person, as read for one place. */
export interface Settings {
  run: RunMode;
  /** Milliseconds without typing before new gaps are shown. */
  delay: number;
  openFilesOnly: boolean;
  showLowConfidence: boolean;
  /** Show what protects an endpoint in a line above its handler. */
  codeLens: boolean;
  /** Globs of files that are never analysed, besides those of the project's configuration. */
  exclude: string[];
}

/** Names of all settings, without the section in front. */
export const settingNames = [
  'run',
  'delay',
  'openFilesOnly',
  'showLowConfidence',
  'codeLens',
  'exclude',
] as const satisfies readonly (keyof Settings)[];

/** Section under which they stand in the manifest. */
export const section = 'productionGap';

const runModes: readonly RunMode[] = ['onType', 'onSave', 'manual'];

/** Reads the settings for a resource. A value of the wrong kind counts as not set. */
export function readSettings(scope?: vscode.Uri): Settings {
  const configuration = vscode.workspace.getConfiguration(section, scope);
  const run = configuration.get<RunMode>('run', 'onType');
  const delay = configuration.get<number>('delay', 300);
  const exclude = configuration.get<unknown>('exclude', []);
  return {
    run: runModes.includes(run) ? run : 'onType',
    delay: Number.isFinite(delay) ? Math.min(Math.max(delay, 0), 10_000) : 300,
    openFilesOnly: configuration.get<unknown>('openFilesOnly') === true,
    showLowConfidence: configuration.get<unknown>('showLowConfidence') === true,
    codeLens: configuration.get<unknown>('codeLens') === true,
    exclude: Array.isArray(exclude) ? exclude.filter((glob): glob is string => typeof glob === 'string') : [],
  };
}
