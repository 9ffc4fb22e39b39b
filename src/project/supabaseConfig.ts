import { readSupabaseConfig, type SupabaseConfig } from './manifests';

/**
 * Does the platform verify a JWT before an edge function runs? `verify_jwt` is true unless the project's config.toml says
 * otherwise. Undefined for files that are not edge functions, or when there is no configuration to read.
 */
export function edgeFunctionAuthentication(file: string, read: (file: string) => string | undefined): 'verified' | 'open' | undefined {
  const match = /^(.*?)supabase\/functions\/(?!_)([^/]+)\//.exec(file);
  if (!match) return undefined;
  const text = read(`${match[1]}supabase/config.toml`);
  if (text === undefined) return undefined;
  return configOf(text).functions.get(match[2]!)?.verifyJwt === false ? 'open' : 'verified';
}

/** The last file read; edge functions of a project share one. */
let last: { text: string; config: SupabaseConfig } | undefined;

function configOf(text: string): SupabaseConfig {
  if (last?.text !== text) last = { text, config: readSupabaseConfig(text) };
  return last.config;
}
