import { run, step } from './progress';

/** What esbuild makes: the bundles that ship, the transformed tests, the bundled benchmark (which needs the first). */
export type BuildTarget = 'dist' | 'tests' | 'benchmark';

const titles: Record<BuildTarget, string> = { dist: 'bundles', tests: 'tests', benchmark: 'benchmark' };

/** Builds, one after another. Throws what esbuild says when something does not compile. */
export async function build(...targets: BuildTarget[]): Promise<void> {
  await step(`Building ${targets.map((target) => titles[target]).join(' and ')} (esbuild)`, () =>
    run(process.execPath, ['esbuild.config.mjs', ...targets]),
  );
}
