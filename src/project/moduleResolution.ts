import type { Workspace } from './workspace';

export interface ModuleResolver {
  resolve(fromFile: string, specifier: string): { file: string } | { package: string } | { unresolved: true };
}

const endings = ['', '.ts', '.tsx', '.mts', '.js', '.jsx', '.mjs', '.cjs', '/index.ts', '/index.tsx', '/index.js'];

export function createResolver(_workspace: Workspace, files: readonly string[]): ModuleResolver {
  const set = new Set(files);
  const find = (path: string): { file: string } | undefined => {
    const stem = path.replace(/\.[cm]?js$/, '');
    for (const ending of endings) if (set.has(path + ending)) return { file: path + ending };
    for (const ending of endings) if (set.has(stem + ending)) return { file: stem + ending };
    return undefined;
  };
  return {
    resolve(fromFile, specifier) {
      if (specifier.startsWith('.')) {
        const parts = fromFile.split('/').slice(0, -1);
        for (const part of specifier.split('/')) {
          if (part === '..') parts.pop();
          else if (part !== '.') parts.push(part);
        }
        return find(parts.join('/')) ?? { unresolved: true };
      }
      if (specifier.startsWith('@/') || specifier.startsWith('~/')) {
        const dirs = fromFile.split('/');
        while (dirs.length > 0) {
          dirs.pop();
          const base = dirs.length > 0 ? `${dirs.join('/')}/` : '';
          const found = find(`${base}src/${specifier.slice(2)}`) ?? find(base + specifier.slice(2));
          if (found) return found;
        }
        return { unresolved: true };
      }
      const name = specifier.replace(/^(npm:|jsr:|https:\/\/esm\.sh\/)/, '').replace(/^(@[^/]+\/[^/@]+|[^/@]+)@[^/]*/, '$1');
      const builtin = /^(node:)?(fs|fs\/promises|path|crypto|child_process|http|https|util|events|timers|timers\/promises|os|stream|net|vm|url|buffer)$/.exec(name);
      return { package: builtin ? `node:${builtin[2]}` : name.replace(/^https:\/\/deno\.land\/std@?[^/]*\//, 'deno.land/std/').replace(/^https:\/\/deno\.land\/std\//, 'deno.land/std/') };
    },
  };
}
