import path from 'node:path';
import { parseArgs } from 'node:util';

/** What `npm run accuracy -- --help` prints. */
export const help = `Usage: npm run accuracy -- DIR... [OPTIONS]

Runs over applications and prints, per rule: hits, hits per 1,000 lines, what people judged of them, and a random
sample to read. DIR is an application or a folder of applications; with --examples, a folder of repositories.
Nothing is uploaded, and no code of the applications is run.

What people judged is kept in a file per rule and used again. One line is one place:
  {"repository": "owner/name", "commit": "…", "path": "src/a.ts", "line": 7, "rule": "missing-auth-guard",
   "verdict": "true", "why": "in a few words, without quoting code"}
A verdict is true, false or unclear. "fingerprint" and "reported" are written by --update. Checks are counted and judged like
rules; their findings speak of a project or package, so that a verdict stays with them when another file is pointed at.

Options
  --rule ID             Only this rule or check; may be given several times.
  --sample N            Places to print per rule that nobody has judged (default 20).
  --seed TEXT           Another sample. The same seed always gives the same one.
  --lines N             Print N lines of source around each place of the sample, except for secrets (default 0).
  --template            Print the sample as lines for the verdict files, to be filled in.
  --verdicts DIR        Folder of the verdict files (default test/verdicts).
  --applications FILE   Whose copies they are where there is no git directory, one JSON object per line:
                        {"folder": "name", "repository": "owner/name", "commit": "…"}
  --update              Write fingerprints, commits and what is silent at present into the verdict files.
  --examples FILE       Score labelled places ("bad" must be found, "ok" must stay silent) in the repositories of DIR.
                        --sample and --lines then print the places where the product is wrong.
  --category NAME       With --examples, only this category; may be given several times.
  --measure             Print shares of what the product knows (bodies that are checked, calls without a timeout, …) instead of findings.
  --json                Print everything as JSON.
  -h, --help            Print this help.

Exit codes
  0  Done.
  1  A place judged true is no longer reported, one judged false is again, or something threw.
  2  Wrong usage, or something could not be read.
`;

/** A mistake in how the command was called. */
export class WrongUsage extends Error {}

/** Arguments of the command; paths are absolute. */
export interface AccuracyOptions {
  folders: string[];
  rules: string[];
  sample: number;
  seed: string;
  lines: number;
  template: boolean;
  verdicts: string;
  applications?: string;
  update: boolean;
  examples?: string;
  categories: string[];
  measure: boolean;
  json: boolean;
  help: boolean;
}

/** Reads the arguments; paths start from `cwd`. Throws WrongUsage. */
export function readOptions(args: readonly string[], cwd: string): AccuracyOptions {
  const { values, positionals } = parse(args);
  const number = (name: 'sample' | 'lines', fallback: number): number => {
    const text = values[name];
    if (text === undefined) return fallback;
    if (!/^\d{1,5}$/.test(text)) throw new WrongUsage(`--${name} takes a number, not "${text}".`);
    return Number(text);
  };
  if (positionals.length === 0 && !values.help) throw new WrongUsage('Which folder? npm run accuracy -- --help tells more.');
  return {
    folders: positionals.map((folder) => path.resolve(cwd, folder)),
    rules: values.rule ?? [],
    sample: number('sample', 20),
    seed: values.seed ?? '1',
    lines: number('lines', 0),
    template: values.template ?? false,
    verdicts: values.verdicts === undefined ? path.resolve('test/verdicts') : path.resolve(cwd, values.verdicts),
    ...(values.applications === undefined ? {} : { applications: path.resolve(cwd, values.applications) }),
    update: values.update ?? false,
    ...(values.examples === undefined ? {} : { examples: path.resolve(cwd, values.examples) }),
    categories: values.category ?? [],
    measure: values.measure ?? false,
    json: values.json ?? false,
    help: values.help ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        rule: { type: 'string', multiple: true },
        sample: { type: 'string' },
        seed: { type: 'string' },
        lines: { type: 'string' },
        template: { type: 'boolean' },
        measure: { type: 'boolean' },
        verdicts: { type: 'string' },
        applications: { type: 'string' },
        update: { type: 'boolean' },
        examples: { type: 'string' },
        category: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}
