import { bundle } from './bundles';
import { exitCode } from './progress';
import { script } from './script';

// `npm run bench -- [options]`: what test/bench/main.ts measures, on the code as it ships.
script(async (args) => {
  await bundle('benchmark');
  const { code } = await exitCode(process.execPath, ['out/bench/bench.js', ...args], { show: true });
  return code ?? 1;
});
