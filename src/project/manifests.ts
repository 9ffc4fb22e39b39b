import { findNodeAtLocation, getNodeValue, parseTree } from 'jsonc-parser';
import { parse } from 'smol-toml';
import { isRecord, recordMember } from './jsonc';

/** What supabase/config.toml says of an edge function. */
export interface EdgeFunctionConfig {
  /** Does the platform refuse calls without a valid token? It does unless the file says otherwise. */
  verifyJwt: boolean;
  /** Line of `verify_jwt`, else of the function's table; 1-based. Undefined when it is written in a way that has no line of its own. */
  line: number | undefined;
}

/** supabase/config.toml as far as it concerns edge functions and the interface for clients. */
export interface SupabaseConfig {
  /** By name; functions that are not named verify tokens. */
  functions: Map<string, EdgeFunctionConfig>;
  /** The interface that clients reach the database through. */
  api: { enabled: boolean; schemas?: string[]; exposesNewTables?: boolean };
  /** Why the file could not be read as a whole; the functions are then those that its lines give away. */
  problem?: string;
}

/** Reads supabase/config.toml. Never throws: a broken file is read line by line. */
export function readSupabaseConfig(text: string): SupabaseConfig {
  const lines = functionLines(text);
  let data: unknown;
  try {
    data = parse(text);
  } catch (error) {
    const functions = new Map([...lines].map(([name, { line, verifyJwt }]) => [name, { verifyJwt: verifyJwt ?? true, line }] as const));
    return { functions, api: { enabled: true }, problem: error instanceof Error ? error.message.split('\n')[0]! : 'not TOML' };
  }
  const functions = new Map<string, EdgeFunctionConfig>();
  for (const [name, settings] of Object.entries(isRecord(data) ? recordMember(data, 'functions') : {})) {
    if (!isRecord(settings)) continue;
    functions.set(name, { verifyJwt: settings['verify_jwt'] !== false, line: lines.get(name)?.line });
  }
  return { functions, api: apiOf(isRecord(data) ? recordMember(data, 'api') : {}) };
}

function apiOf(settings: Record<string, unknown>): SupabaseConfig['api'] {
  const { enabled, schemas, auto_expose_new_tables: exposes } = settings;
  const named = Array.isArray(schemas) ? schemas.filter((name): name is string => typeof name === 'string') : undefined;
  return {
    enabled: enabled !== false,
    ...(named ? { schemas: named } : {}),
    ...(typeof exposes === 'boolean' ? { exposesNewTables: exposes } : {}),
  };
}

/** Lines of `[functions.name]` tables, moved on to `verify_jwt` where it is set. */
function functionLines(text: string): Map<string, { line: number; verifyJwt?: boolean }> {
  const found = new Map<string, { line: number; verifyJwt?: boolean }>();
  let name: string | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const table = /^\s*\[\s*(.*?)\s*\]\s*(?:#.*)?$/.exec(line)?.[1];
    if (table !== undefined) {
      const key = /^functions\s*\.\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))$/.exec(table);
      name = key?.[1] ?? key?.[2] ?? key?.[3];
      if (name !== undefined) found.set(name, { line: index + 1 });
      continue;
    }
    const setting = /^\s*verify_jwt\s*=\s*(true|false)\b/.exec(line)?.[1];
    if (setting !== undefined && name !== undefined) found.set(name, { line: index + 1, verifyJwt: setting === 'true' });
  }
  return found;
}

/** A script of a package.json. */
export interface ScriptEntry {
  command: string;
  /** Of the value, quotes included; 0-based. */
  start: number;
  end: number;
  /** 1-based. */
  line: number;
}

/** Scripts of a package.json by name, with where they are. Never throws: what can be read of a broken file counts. */
export function readScripts(text: string): Map<string, ScriptEntry> {
  const scripts = new Map<string, ScriptEntry>();
  const root = parseTree(text, [], { allowTrailingComma: true });
  const node = root && findNodeAtLocation(root, ['scripts']);
  for (const property of node?.children ?? []) {
    const [key, value] = property.children ?? [];
    const command: unknown = value && getNodeValue(value);
    if (!key || !value || typeof command !== 'string') continue;
    const line = text.slice(0, value.offset).split('\n').length;
    scripts.set(String(getNodeValue(key)), { command, start: value.offset, end: value.offset + value.length, line });
  }
  return scripts;
}
