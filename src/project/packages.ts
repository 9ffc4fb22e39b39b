import type { PackageInfo } from '../model/check';
import type { Workspace } from './workspace';

/** Workspace packages by folder. */
export class Packages {
  private readonly infos = new Map<string, PackageInfo>();

  constructor(workspace: Workspace, files: readonly string[]) {
    for (const file of files) {
      if (!/(^|\/)package\.json$/.test(file)) continue;
      const dir = file === 'package.json' ? '' : file.slice(0, -'/package.json'.length);
      let data: { name?: string; dependencies?: Record<string, string>; devDependencies?: Record<string, string>; scripts?: Record<string, string> } = {};
      try {
        data = JSON.parse(workspace.read(file) ?? '{}');
      } catch {
        // A broken manifest has no dependencies that anybody could name.
      }
      const dependencies: Record<string, string> = {};
      for (const [name, range] of Object.entries({ ...data.devDependencies, ...data.dependencies })) dependencies[name] = /\d+(\.\d+)*/.exec(String(range))?.[0] ?? 'unknown';
      this.infos.set(dir, { dir, ...(data.name !== undefined ? { name: data.name } : {}), dependencies, scripts: data.scripts ?? {} });
    }
  }

  /** The package around a file. */
  of(file: string): PackageInfo | undefined {
    for (let dir = file; dir !== ''; ) {
      dir = dir.includes('/') ? dir.slice(0, dir.lastIndexOf('/')) : '';
      const info = this.infos.get(dir);
      if (info) return info;
    }
    return undefined;
  }

  all(): PackageInfo[] {
    return [...this.infos.values()];
  }
}
