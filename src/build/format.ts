import { formatSources } from './formatting';
import { script } from './script';

// `npm run format` lays out our own code; `-- --check` only tells what is laid out differently.
script(async (args) => {
  const unknown = args.filter((arg) => arg !== '--check');
  if (unknown.length > 0) {
    console.error(`Unknown argument ${unknown[0]}. Usage: npm run format [-- --check]`);
    return 2;
  }
  const check = args.includes('--check');
  const different = await formatSources(process.cwd(), { check });
  if (different.length === 0) console.log('All code is laid out as package.json says.');
  else
    console.log(
      `${check ? 'Laid out differently, run npm run format:' : 'Laid out anew:'}\n${different.map((file) => `  ${file}`).join('\n')}`,
    );
  return check && different.length > 0 ? 1 : 0;
});
