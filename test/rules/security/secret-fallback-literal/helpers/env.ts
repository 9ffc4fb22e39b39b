// file: src/env.ts
/** Reads a setting, or what stands in for it. */
export const env = (name: string, fallback?: string): string => process.env[name] ?? fallback ?? '';

export function setting(name: string): string | undefined {
  return process.env[name];
}

export function required(name: string, hint: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name}: ${hint}`);
  return value;
}

export class Settings {
  static read(key: string, otherwise: string) {
    if (key in process.env) return process.env[key]!;
    return otherwise;
  }
}

/** Nothing of the environment. */
export const label = (name: string, fallback: string) => document.querySelector(`[data-${name}]`)?.textContent ?? fallback;

export function pretend(name: string, value: string) {
  process.env[name] = value;
}
