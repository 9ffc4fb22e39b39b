import type { PackageInfo } from '../model/check';
import type { FileRole } from '../model/rule';

export function isSourceFile(file: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(file) && !file.endsWith('.d.ts');
}

export function fileRole(file: string): FileRole {
  if (/(^|\/)(__tests__|__mocks__|tests?|e2e|cypress|playwright)\/|\.(test|spec|stories|e2e)\.[cm]?[jt]sx?$/.test(file)) return 'test';
  if (/(^|\/)(generated|__generated__)\/|\.(gen|generated)\.[jt]sx?$|components\/ui\/|integrations\/supabase\/types\.ts$/.test(file)) return 'generated';
  if (/(^|\/)(scripts?|seeds?|bin|tools)\/|(^|\/)seed\.[jt]s$/.test(file)) return 'script';
  if (/(^|\/)(examples?|docs)\//.test(file)) return 'example';
  if (/(^|\/)[\w.-]+\.config\.[cm]?[jt]s$/.test(file)) return 'config';
  if (/(^|\/)migrations?\//.test(file)) return 'migration';
  return 'source';
}

export function sideOf(file: string, text: string, pkg: PackageInfo | undefined): 'server' | 'client' | 'unknown' {
  if (/^\s*(['"])use client\1/.test(text)) return 'client';
  if (/^\s*(['"])use server\1/.test(text) || /(^|\/)supabase\/functions\//.test(file)) return 'server';
  if (/(^|\/)(components|hooks)\//.test(file)) return 'client';
  if (pkg && 'react' in pkg.dependencies && 'vite' in pkg.dependencies && /(^|\/)(src|client)\//.test(file) && !/(^|\/)server\//.test(file)) return 'client';
  if (/(^|\/)(server|api|routes|controllers|middleware|services)\//.test(file)) return 'server';
  return 'unknown';
}
