import { runGenerate } from './generation/run';
import { script } from './script';

// `npm run generate` writes what is derived from rules, checks, libraries and schemas; `-- --check` only tells.
script(async (args) => {
  const unknown = args.filter((arg) => arg !== '--check');
  if (unknown.length > 0) {
    console.error(`Unknown argument ${unknown[0]}. Usage: npm run generate [-- --check]`);
    return 2;
  }
  const check = args.includes('--check');
  const { stale } = await runGenerate({ check });
  if (stale.length === 0) console.log('Generated files are up to date.');
  else console.log(`${check ? 'Out of date, run npm run generate:' : 'Written:'}\n${stale.map((file) => `  ${file}`).join('\n')}`);
  return check && stale.length > 0 ? 1 : 0;
});
