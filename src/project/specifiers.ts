/** Node's modules that can be imported without `node:`. */
const builtins = new Set(
  (
    'assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs http http2 https ' +
    'inspector module net os path perf_hooks process punycode querystring readline repl stream string_decoder sys timers tls trace_events tty url util v8 ' +
    'vm wasi worker_threads zlib'
  ).split(' '),
);
const builtinPaths = new Set([
  'assert/strict',
  'dns/promises',
  'fs/promises',
  'inspector/promises',
  'path/posix',
  'path/win32',
  'readline/promises',
  'stream/consumers',
  'stream/promises',
  'stream/web',
  'timers/promises',
  'util/types',
]);

/** `node:fs/promises` for `fs/promises` and for itself; undefined for what is not a module of Node. */
export function builtinOf(specifier: string): string | undefined {
  if (specifier.startsWith('node:')) return specifier;
  return builtins.has(specifier) || builtinPaths.has(specifier) ? `node:${specifier}` : undefined;
}

/** Hosts that serve npm packages by name, with what may stand before the name. */
const npmHosts: readonly RegExp[] = [
  /^(?:esm\.sh|esm\.run)\/(?:(?:v\d+|stable|beta|pr)\/)?\*?(?!gh\/|jsr\/)(.+)$/,
  /^cdn\.esm\.sh\/(?:(?:v\d+|stable)\/)?\*?(.+)$/,
  /^(?:cdn\.)?skypack\.dev\/(?:-\/)?(.+)$/,
  /^cdn\.jsdelivr\.net\/npm\/(.+)$/,
  /^unpkg\.com\/(.+)$/,
  /^(?:ga\.)?jspm\.(?:io|dev)\/npm:(.+)$/,
  /^esm\.sh\/jsr\/(.+)$/,
];

/** A package name with its path, without the version: `@scope/name@2.1/sub` is `@scope/name/sub`. */
function withoutVersion(text: string): string {
  return text.replace(/^(@[^/]+\/[^/@]+|[^/@]+)@[^/]*/, '$1');
}

/**
 * The package that a specifier with a scheme names, in the spelling an npm import has: `npm:zod@3` is `zod`,
 * `https://esm.sh/@supabase/supabase-js@2?target=deno` is `@supabase/supabase-js`, Deno's standard library is
 * `deno.land/std/http/server.ts`, its Node compatibility `node:crypto`. Undefined for specifiers without a known scheme.
 */
export function remotePackage(specifier: string): string | undefined {
  const registry = /^(?:npm|jsr):\/?(.+)$/.exec(specifier);
  if (registry) return withoutVersion(registry[1]!);
  const web = /^https?:\/\/([^?#]+)/.exec(specifier);
  if (!web) return /^(?:bun|cloudflare|astro|virtual|workerd):/.test(specifier) ? specifier : undefined;
  const address = web[1]!;
  for (const host of npmHosts) {
    const path = host.exec(address)?.[1];
    if (path === undefined) continue;
    const name = withoutVersion(path).replace(/\/(?:es20\d\d|esnext|deno|denonext|node)\/.*$|\/\+esm$|\/$/, '');
    return builtinOf(name) ?? name;
  }
  const standard = /^deno\.land\/std(?:@[^/]*)?\/(.+)$/.exec(address)?.[1];
  if (standard !== undefined) {
    const compatible = /^node\/(.+)\.[tj]s$/.exec(standard)?.[1];
    return (compatible === undefined ? undefined : builtinOf(compatible)) ?? `deno.land/std/${standard}`;
  }
  return address.replace(/^(deno\.land\/x\/[^/@]+|[^@]*)@[^/]*/, '$1');
}

/** Name of the package in a specifier, without the path: `@scope/name/sub` has `@scope/name`. */
export function packageNameOf(specifier: string): string {
  const [first = '', second] = specifier.split('/');
  return first.startsWith('@') && second !== undefined ? `${first}/${second}` : first;
}
