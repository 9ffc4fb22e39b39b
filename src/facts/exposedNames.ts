import type { Tables } from './tables';

/** The prefix by which a tool puts an entry of the environment into what browsers download; undefined where none does. */
export function exposedBy(tables: Tables, dependencies: Record<string, string> | undefined, name: string): string | undefined {
  return tables.exposedPrefixes.find(({ prefix, packages }) => name.startsWith(prefix) && (packages.length === 0 || packages.some((known) => dependencies?.[known] !== undefined)))?.prefix;
}
