import type { PathAliases } from './pathAliases';
import { join } from './paths';

/** Configuration of bundlers that may give names to folders, per tool. A folder has one of each at most. */
export const bundlerConfigs: readonly string[] = ['svelte', 'vite', 'astro', 'nuxt'].flatMap((tool) =>
  ['ts', 'js', 'mts', 'mjs', 'cts', 'cjs'].map((extension) => `${tool}.config.${extension}`),
);

/** What may stand around the texts of a path: calls such as `path.resolve(__dirname, …)` and `fileURLToPath(new URL(…, import.meta.url))`. */
const joining = /^[\w$\s.,()]*$/;

/**
 * The aliases of a bundler's configuration, read by hand, since it is code: what stands in `alias: { … }` or `alias: [{ find, replacement }]`
 * as text or as a call that joins texts. What is worked out otherwise is left out. `folder` is that of the configuration.
 */
export function bundlerAliases(text: string, folder: string): PathAliases['patterns'] {
  const patterns: PathAliases['patterns'] = [];
  for (const { index, 0: opening } of text.matchAll(/\balias\s*:\s*[{[]/g)) {
    const written = entries(text, index + opening.length);
    const named = opening.endsWith('{') ? written.map(member) : written.map((entry) => replaced(entry));
    for (const pair of named) {
      const target = pair && pathOf(pair.value);
      const place = target === undefined ? undefined : join(folder, target);
      if (pair && place !== undefined) patterns.push(...meanings(pair.name.replace(/\/\*?$/, ''), place.replace(/\/\*$/, '')));
    }
  }
  return patterns.sort((a, b) => b.prefix.length - a.prefix.length);
}

/** A name stands for the place itself and for what is below it. */
function meanings(name: string, place: string): PathAliases['patterns'] {
  if (name === '') return [];
  return [
    { prefix: name, suffix: undefined, targets: [place] },
    { prefix: `${name}/`, suffix: '', targets: [`${place}/*`] },
  ];
}

interface Named {
  name: string;
  value: string;
}

function member(entry: string): Named | undefined {
  const parts = /^\s*(?:(['"])(.+?)\1|([\w$]+))\s*:\s*([^]*)$/.exec(entry);
  return parts ? { name: parts[2] ?? parts[3]!, value: parts[4]! } : undefined;
}

/** `{ find: '@', replacement: … }`; a pattern is nothing that can be told. */
function replaced(entry: string): Named | undefined {
  const inside = /^\s*\{([^]*)\}\s*$/.exec(entry)?.[1];
  const members = inside === undefined ? [] : entries(inside, 0).flatMap((each) => member(each) ?? []);
  const find = members.find(({ name }) => name === 'find')?.value.trim();
  const value = members.find(({ name }) => name === 'replacement')?.value;
  const name = find === undefined ? undefined : /^(['"])(.+)\1$/.exec(find)?.[2];
  return name === undefined || value === undefined ? undefined : { name, value };
}

/** The path that a value spells: its texts, one below the other. */
function pathOf(value: string): string | undefined {
  const parts: string[] = [];
  const rest = value.replace(/'([^'\n]*)'|"([^"\n]*)"|`([^`$\n]*)`/g, (_, single?: string, double?: string, template?: string) => {
    parts.push(single ?? double ?? template ?? '');
    return '';
  });
  return parts.length > 0 && joining.test(rest) ? parts.join('/') : undefined;
}

/** What stands between commas from a place up to the bracket that closes it, without comments. */
function entries(text: string, from: number): string[] {
  const found: string[] = [];
  let entry = '';
  let depth = 0;
  for (const [token] of text.slice(from).matchAll(/\/\/.*|\/\*[^]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|[^]/g)) {
    if (/^\/[/*]/.test(token)) continue;
    if ('([{'.includes(token)) depth++;
    if (')]}'.includes(token) && depth-- === 0) break;
    if (token === ',' && depth === 0) {
      found.push(entry);
      entry = '';
    } else entry += token;
  }
  return [...found, entry].filter((each) => each.trim() !== '');
}
