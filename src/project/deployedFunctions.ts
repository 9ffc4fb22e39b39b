import picomatch from 'picomatch';
import { JsonPlaces } from './jsonPlaces';
import { within } from './paths';

/**
 * Do the settings of the platform name a file of a package as a function: `"functions": { "api/*.js": { "maxDuration": 30 } }` in `vercel.json`
 * (https://vercel.com/docs/project-configuration#functions)?
 */
export function isDeployedFunction(file: string, packageDir: string, read: (file: string) => string | undefined): boolean {
  if (!/(?:^|\/)api\//.test(file)) return false;
  return [...new Set([packageDir, ''])].some((folder) => {
    const text = read(within(folder, 'vercel.json'));
    const inner = folder === '' ? file : file.slice(folder.length + 1);
    return text?.includes('"functions"') === true && picomatch.isMatch(inner, patternsOf(text));
  });
}

/** The last file read; functions of a project share one. */
let last: { text: string; patterns: string[] } | undefined;

function patternsOf(text: string): string[] {
  if (last?.text !== text) {
    const functions = new JsonPlaces(text).member('functions')?.value;
    const isTable = typeof functions === 'object' && functions !== null && !Array.isArray(functions);
    last = { text, patterns: isTable ? Object.keys(functions) : [] };
  }
  return last.patterns;
}
