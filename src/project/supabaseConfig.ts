import { parse } from 'smol-toml';

/**
 * Does the platform verify a JWT before an edge function runs? `verify_jwt` is true unless the project's config.toml says
 * otherwise. Undefined for files that are not edge functions, or when there is no configuration to read.
 */
export function edgeFunctionAuthentication(file: string, read: (file: string) => string | undefined): 'verified' | 'open' | undefined {
  const match = /^(.*?)supabase\/functions\/(?!_)([^/]+)\//.exec(file);
  if (!match) return undefined;
  const text = read(`${match[1]}supabase/config.toml`);
  if (text === undefined) return undefined;
  return settingsOf(text).get(match[2]!) === false ? 'open' : 'verified';
}

const cache = new Map<string, Map<string, boolean>>();

function settingsOf(text: string): Map<string, boolean> {
  let settings = cache.get(text);
  if (settings) return settings;
  settings = new Map();
  try {
    const functions = parse(text)['functions'];
    if (functions && typeof functions === 'object') {
      for (const [name, value] of Object.entries(functions)) {
        if (value && typeof value === 'object' && 'verify_jwt' in value && typeof value.verify_jwt === 'boolean') settings.set(name, value.verify_jwt);
      }
    }
  } catch {
    // A file that is being typed: sections are still readable line by line.
    for (const section of text.matchAll(/^\[functions\.([\w-]+)\]([^[]*)/gm)) {
      const setting = /verify_jwt\s*=\s*(true|false)/.exec(section[2]!);
      if (setting) settings.set(section[1]!, setting[1] === 'true');
    }
  }
  cache.clear();
  cache.set(text, settings);
  return settings;
}
