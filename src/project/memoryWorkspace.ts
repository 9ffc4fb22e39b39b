import type { Workspace } from './workspace';

/** A workspace over a map, for tests. */
export function memoryWorkspace(files: Record<string, string> | Map<string, string>, root = '/project'): Workspace {
  const texts = files instanceof Map ? files : new Map(Object.entries(files));
  return {
    root,
    list: () => Promise.resolve([...texts.keys()].sort()),
    read: (file) => texts.get(file),
    stat: (file) => (texts.has(file) ? { size: texts.get(file)!.length, mtimeMs: 0 } : undefined),
  };
}
