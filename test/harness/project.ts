import { strict as assert } from 'node:assert';
import { builtinModules } from 'node:module';
import { importedSpecifiers, packagePath } from '../../src/build/generation/fixtureLibraries';
import type { ProjectResult, Session } from '../../src/engine/api';
import { openSession, type SessionOptions } from '../../src/engine/session';
import { memoryWorkspace } from '../../src/project/memoryWorkspace';
import { rules } from '../../src/rules';

/** Files of a project by path, relative to its root with forward slashes. */
export type Files = Readonly<Record<string, string>>;

/** A project that was read and judged as a whole. */
export interface Analysis {
  session: Session;
  result: ProjectResult;
}

/**
 * Opens a session on files in memory and scans them. Throws when a rule, a check or the engine itself failed on them:
 * what the engine isolates for its users is a defect in a test.
 */
export async function analyse(files: Files, options: SessionOptions = {}): Promise<Analysis> {
  const failures: string[] = [];
  const session = openSession(memoryWorkspace({ ...files }), {
    // Rules that are not on yet are tried like the others.
    rules,
    ...options,
    onFailure: (rule, file, error) => failures.push(`${rule} failed in ${file}: ${error instanceof Error ? error.stack : String(error)}`),
  });
  const result = await session.scan();
  failures.push(...result.outcomes.filter(({ outcome }) => outcome === 'error').map(({ rule, note }) => `${rule}: ${note ?? 'failed'}`));
  assert.deepEqual(failures, [], failures.join('\n'));
  return { session, result };
}

/** Package names that a source imports from the registry of its manifest; built-in modules and URLs don't count. */
export function importedPackages(text: string): string[] {
  const names = importedSpecifiers(text)
    .filter((specifier) => !/^(?:npm:|jsr:|node:|https?:)/.test(specifier))
    .flatMap((specifier) => packagePath(specifier) ?? [])
    .map((specifier) =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/'),
    )
    .filter((name) => !builtinModules.includes(name));
  return [...new Set(names)];
}

/**
 * The files with a package.json, unless they have one: dependencies are what the sources import and what `versions` names.
 * None is added when that is nothing, as for functions that import by URL.
 */
export function withManifest(files: Files, versions: Readonly<Record<string, string>>): Files {
  if ('package.json' in files) return files;
  const imported = Object.entries(files).flatMap(([file, text]) => (/\.[cm]?[jt]sx?$/.test(file) ? importedPackages(text) : []));
  const dependencies = Object.fromEntries(
    [...new Set([...imported, ...Object.keys(versions)])].sort().map((name) => [name, versions[name] ?? '*']),
  );
  if (Object.keys(dependencies).length === 0) return files;
  return { 'package.json': `${JSON.stringify({ name: 'fixture', dependencies }, undefined, 2)}\n`, ...files };
}
