import { build } from './bundles';
import { exitCode } from './progress';
import { script } from './script';

// `npm run bench -- [options]`: what test/bench/main.ts measures, on the code as it ships.
script(async (args) => {
  await build('dist', 'benchmark');
  const { code } = await exitCode(process.execPath, ['out/bench/bench.js', ...args], { show: true });
  return code ?? 1;
});
