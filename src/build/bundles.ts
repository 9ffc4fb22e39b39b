import { run, step } from './progress';

/**
 * Bundles what ships into `dist/` and, for `tests`, transforms every source and test into `out/`.
 * Throws what esbuild says when something does not compile.
 */
export async function bundle(options: { tests?: boolean } = {}): Promise<void> {
  const flags = options.tests ? ['--tests'] : [];
  await step(options.tests ? 'Building bundles and tests (esbuild)' : 'Building bundles (esbuild)', () => run(process.execPath, ['esbuild.config.mjs', ...flags]));
}
