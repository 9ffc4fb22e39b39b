import { ts } from 'ts-morph';
import { libraries } from '../libraries';
import type { CaughtInterrupt } from '../model/facts';
import type { RethrowIdiom } from '../model/library';
import type { Draft } from './edits';
import { addImport, importedAs } from './imports';
import type { Code } from './style';
import { majorOf } from './versions';

type Does = CaughtInterrupt['does'];

/** Calls of libraries that end requests by being thrown, by what they are imported as. */
const interrupting = new Map(
  libraries.flatMap((library) =>
    Object.entries(library.calls ?? {}).flatMap(([path, { interrupts, leaves, reply }]) =>
      interrupts ? [[path, { library: library.id, does: doesOf(leaves, reply !== undefined) }] as const] : [],
    ),
  ),
);

function doesOf(leaves: string | undefined, answers: boolean): Does {
  return answers ? 'answer' : leaves === 'not-found' || leaves === 'refusal' ? leaves : 'redirect';
}

/** What a call of an imported function ends the request with, where it does so by an exception. */
export function interruptOf(draft: Draft, call: ts.CallExpression): { library: string; does: Does } | undefined {
  const path = ts.isIdentifier(call.expression) ? importedAs(call.expression.text, draft.tree) : undefined;
  const found = path === undefined ? undefined : interrupting.get(path);
  // What has to be thrown and is given back is an answer like any other.
  const isThrown = ts.isThrowStatement(call.parent);
  return found && (isThrown || throwsItself(path!)) ? found : undefined;
}

function throwsItself(path: string): boolean {
  return libraries.some(({ calls }) => {
    const by = calls?.[path]?.interrupts?.by;
    return by !== undefined && by !== 'thrown';
  });
}

/** Does a library let what ends requests pass in a way that is known? */
export function hasRethrow(library: string): boolean {
  return libraries.some(({ id, idioms }) => id === library && idioms?.rethrow !== undefined);
}

/** The statement by which a catch clause lets pass what a library ends requests with; undefined where the version at hand has none. */
export function rethrowLines(draft: Draft, library: string, does: Does, error: string): Code | undefined {
  const { packages } = draft.source.idioms;
  const known = libraries.find(({ id }) => id === library)?.idioms?.rethrow ?? [];
  const idiom = known.find((each) => fits(each, does, packages));
  if (!idiom) return undefined;
  const module = idiom.from && (idiom.from.module ?? idiom.from.packages.find((name) => packages.has(name)));
  if (idiom.from && module === undefined) return undefined;
  const locals = new Map((idiom.from?.names ?? []).map((name) => [name, addImport(draft, { name, module: module! })]));
  return [idiom.code.replace(/\{\{(\w+)\}\}/g, (_, name: string) => (name === 'error' ? error : (locals.get(name) ?? name)))];
}

function fits({ only, from, version }: RethrowIdiom, does: Does, packages: ReadonlyMap<string, string>): boolean {
  if (only && !only.includes(does)) return false;
  if (from && !from.packages.some((name) => packages.has(name))) return false;
  if (!version) return true;
  const major = majorOf(packages.get(version.package));
  return major !== undefined && major >= (version.since ?? 0) && major < (version.before ?? Infinity);
}
