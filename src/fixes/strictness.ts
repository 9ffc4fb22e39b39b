import type { FixSource } from '../model/rule';

/**
 * Does the compiler tell what may be missing from what may not, as far as the nearest tsconfig.json says itself? Without that, schemas of
 * zod give objects of which each member may be missing. What a tsconfig takes over from another one is believed to be strict.
 */
export function mayBeStrict(source: FixSource): boolean {
  const folders = source.file.split('/').slice(0, -1);
  for (let depth = folders.length; depth >= 0; depth--) {
    const text = source.read?.([...folders.slice(0, depth), 'tsconfig.json'].join('/'));
    if (text === undefined) continue;
    const settings = text.replace(/^\s*\/\/.*$/gm, '');
    const said = [...settings.matchAll(/"(strict|strictNullChecks)"\s*:\s*(true|false)/g)];
    const nulls = said.find(([, name]) => name === 'strictNullChecks') ?? said[0];
    return nulls ? nulls[2] === 'true' : /"(?:extends|references)"\s*:/.test(settings);
  }
  return true;
}
