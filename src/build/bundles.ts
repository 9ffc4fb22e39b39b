import { run, step } from './progress';

/**
 * Bundles what ships into `dist/`; for `tests` also transforms every source and test into `out/`, and for `benchmark`
 * bundles that. Throws what esbuild says when something does not compile.
 */
export async function bundle(also?: 'tests' | 'benchmark'): Promise<void> {
  const title = also ? `Building bundles and ${also} (esbuild)` : 'Building bundles (esbuild)';
  await step(title, () => run(process.execPath, ['esbuild.config.mjs', ...(also ? [`--${also}`] : [])]));
}
