import type { EmitterMade, Fact } from '../model/facts';

const adding = 'on|once|addListener|prependListener|prependOnceListener|addEventListener';
const listener = new RegExp(`\\.(?:${adding})\\s*\\(\\s*['"\`]error\\b|\\.onerror\\b`);

/** Emitters for whose listeners the whole file was looked through, and not only the function that they are in. */
export function emittersOf(facts: readonly Fact[]): EmitterMade[] {
  return facts.filter((fact): fact is EmitterMade => fact.kind === 'emitter' && fact.byFile === true);
}

/**
 * A test whether code may decide if somebody listens to one of some emitters: it adds a listener for errors to something, or does more with an
 * emitter than to call a method of it (`pool.query(…)`). Undefined where there are none.
 */
export function listeningTest(emitters: readonly EmitterMade[]): RegExp | undefined {
  if (emitters.length === 0) return undefined;
  const names = emitters.flatMap(({ name }) => /[\w$]+$/.exec(name ?? '')?.[0].replace(/\$/g, '\\$') ?? []);
  const used = `(?<![\\w$])(?:${names.join('|')})(?![\\w$])(?!\\s*[?!]?\\.\\s*(?!(?:${adding})\\b)[\\w$])`;
  return names.length === 0 ? listener : new RegExp(`${listener.source}|${used}`);
}
