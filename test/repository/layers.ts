import { builtinModules } from 'node:module';
import path from 'node:path';
import { globalUses, importsOf, parseSource } from './imports';

/** What one folder under `src/` may import besides itself. */
interface Layer {
  /** Other folders, or single modules of them (`engine/api`). */
  folders: string[];
  /** Packages; `name#export` allows that one name alone. */
  packages: string[];
  /** Built-in modules of Node. */
  builtins: string[];
  /** It is at the edge: console, process and the network are its business. */
  isEdge?: boolean;
}

const understanding = ['model', 'project', 'syntax', 'libraries'];
const inner = [...understanding, 'facts', 'fixes', 'rules', 'checks'];
const files = ['node:fs', 'node:fs/promises', 'node:path', 'node:url', 'node:os'];

/** The layers of docs/architecture.md, lowest first. */
export const layers: Record<string, Layer> = {
  model: { folders: [], packages: ['zod'], builtins: [] },
  project: { folders: ['model'], packages: ['ignore', 'picomatch', 'jsonc-parser', 'yaml', 'smol-toml'], builtins: ['node:path'] },
  syntax: { folders: ['model', 'project'], packages: ['ts-morph#ts'], builtins: [] },
  libraries: { folders: ['model'], packages: [], builtins: [] },
  facts: { folders: understanding, packages: ['ts-morph#ts'], builtins: [] },
  fixes: { folders: ['model', 'syntax', 'libraries'], packages: ['ts-morph'], builtins: [] },
  rules: { folders: ['model', 'fixes'], packages: [], builtins: [] },
  checks: { folders: ['model', 'fixes'], packages: [], builtins: [] },
  engine: { folders: inner, packages: ['zod', 'picomatch', 'jsonc-parser', 'ts-morph#ts'], builtins: ['node:crypto'] },
  readiness: { folders: ['model', 'engine/api'], packages: ['zod', 'jsonc-parser'], builtins: [] },
  report: { folders: ['model', 'engine/api'], packages: ['zod'], builtins: [] },
  cli: {
    folders: ['model', 'project', 'engine', 'readiness', 'report'],
    packages: [],
    builtins: [...files, 'node:util', 'node:child_process', 'node:v8'],
    isEdge: true,
  },
  mcp: {
    folders: ['model', 'project', 'engine', 'readiness', 'report'],
    packages: ['zod', '@modelcontextprotocol/sdk'],
    builtins: files,
    isEdge: true,
  },
  vscode: {
    folders: ['model', 'project', 'engine', 'readiness', 'report', 'webview/messages'],
    packages: ['vscode', 'zod', 'jsonc-parser'],
    builtins: [...files, 'node:crypto', 'node:worker_threads'],
    isEdge: true,
  },
  webview: { folders: ['model'], packages: [], builtins: [], isEdge: true },
  build: { folders: [...inner, 'engine', 'readiness', 'report', 'cli'], packages: ['*'], builtins: ['*'], isEdge: true },
};

/** Single modules that are allowed more than their folder, and why. */
const exceptions: Record<string, Partial<Layer>> = {
  // The one Workspace over the file system, and what outlives a process.
  'src/project/nodeWorkspace.ts': { builtins: ['node:fs'] },
  'src/project/nodeStore.ts': { builtins: ['node:fs'], isEdge: true },
  // Asks Node to keep compiled code, before anything else of the command is loaded.
  'src/cli/main.ts': { builtins: ['node:module'] },
  // Composition root of the thread that the editor runs the engine in: a front end that lives beside what it serves.
  'src/engine/worker.ts': { folders: ['readiness'], builtins: ['node:worker_threads', 'node:fs'], isEdge: true },
};

const edgeGlobals = new Set(['console', 'process', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource']);
/** Code of a workspace is read and never run, so nothing anywhere may be made into code. */
const runningGlobals = new Set(['eval', 'Function']);

/** Everything in a source that its layer does not allow, one sentence each. `file` is relative to the root. */
export function violations(file: string, text: string): string[] {
  const folder = file.split('/')[1]!;
  const layer = layers[folder];
  if (!layer) return [`${file}: src/${folder} is no layer`];
  const more = exceptions[file] ?? {};
  const allowed: Layer = {
    folders: [...layer.folders, ...(more.folders ?? [])],
    packages: [...layer.packages, ...(more.packages ?? [])],
    builtins: [...layer.builtins, ...(more.builtins ?? [])],
    isEdge: layer.isEdge ?? more.isEdge ?? false,
  };
  const source = parseSource(file, text);
  const found = importsOf(source).flatMap(({ specifier, line, names }) => {
    const why = specifier.startsWith('.') ? whyNotFile(file, folder, specifier, allowed) : whyNotPackage(specifier, names, allowed);
    return why === undefined ? [] : [`${file}:${line}: ${folder} may not import ${why}`];
  });
  const globals = allowed.isEdge ? runningGlobals : new Set([...runningGlobals, ...edgeGlobals]);
  return [...found, ...globalUses(source, globals).map(({ name, line }) => `${file}:${line}: ${folder} may not use ${name}`)];
}

function whyNotFile(file: string, folder: string, specifier: string, allowed: Layer): string | undefined {
  const target = path.posix.join(path.posix.dirname(file), specifier);
  // The manifest is the one place that knows the version; bundles inline it.
  if (target === 'package.json' && allowed.isEdge) return undefined;
  if (folder === 'build' && target === 'esbuild.config.mjs') return undefined;
  if (!target.startsWith('src/')) return `${target}, which is outside src`;
  const inside = target.slice('src/'.length);
  if (inside.split('/')[0] === folder) return undefined;
  return allowed.folders.some((name) => inside === name || inside.startsWith(`${name}/`)) ? undefined : inside;
}

function whyNotPackage(specifier: string, names: readonly string[] | undefined, allowed: Layer): string | undefined {
  if (builtinModules.includes(specifier.replace(/^node:/, ''))) {
    if (!specifier.startsWith('node:')) return `${specifier} without "node:"`;
    return allowed.builtins.includes(specifier) || allowed.builtins.includes('*') ? undefined : specifier;
  }
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  if (allowed.packages.includes(name) || allowed.packages.includes('*')) return undefined;
  const limited = allowed.packages.filter((entry) => entry.startsWith(`${name}#`)).map((entry) => entry.slice(name.length + 1));
  if (limited.length === 0) return name;
  const beyond = names === undefined ? '*' : names.find((exported) => !limited.includes(exported));
  return beyond === undefined ? undefined : `${beyond} of ${name}, only ${limited.join(', ')}`;
}
