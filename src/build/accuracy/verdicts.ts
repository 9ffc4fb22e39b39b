import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** What a person said of one place after reading it in the source. */
const verdictSchema = z.strictObject({
  /** `owner/name`. */
  repository: z.string().regex(/^[^/\s]+\/[^/\s]+$/),
  /** The commit that was read; absent in the oldest verdicts. */
  commit: z
    .string()
    .regex(/^[0-9a-f]{40}$/)
    .optional(),
  path: z.string().min(1),
  /** 1-based. */
  line: z.int().positive(),
  rule: z.string().min(1),
  verdict: z.enum(['true', 'false', 'unclear']),
  /** In words; code of the application is never quoted. */
  why: z.string().min(1),
  /** Fingerprint of the finding, which survives edits elsewhere in the file. */
  fingerprint: z.string().optional(),
  /** False for a place that is known not to be reported at present. */
  reported: z.literal(false).optional(),
  /** True for a place that is reported with low confidence at present, which the editor does not underline. */
  low: z.literal(true).optional(),
});

/** A judged place. */
export type Verdict = z.infer<typeof verdictSchema>;

/** A line of a verdict file that cannot be used, or two that say the same place twice. */
export class BadVerdict extends Error {}

/** Reads the lines of one verdict file. Throws a BadVerdict that names file and line. */
export function parseVerdicts(text: string, file: string): Verdict[] {
  const seen = new Map<string, number>();
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const verdict = parseLine(line, `${file}:${index + 1}`);
    const place = [verdict.repository, verdict.path, verdict.line, verdict.rule].join('\0');
    const before = seen.get(place);
    if (before !== undefined) throw new BadVerdict(`${file}:${index + 1}: this place was judged in line ${before} already.`);
    seen.set(place, index + 1);
    return [verdict];
  });
}

function parseLine(line: string, place: string): Verdict {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new BadVerdict(`${place}: not a line of JSON.`);
  }
  const parsed = verdictSchema.safeParse(value);
  if (!parsed.success)
    throw new BadVerdict(`${place}: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`);
  return parsed.data;
}

const fields = [
  'repository',
  'commit',
  'path',
  'line',
  'rule',
  'verdict',
  'why',
  'fingerprint',
  'reported',
  'low',
] as const satisfies readonly (keyof Verdict)[];

/** Lines in a stable order, so that two people's additions merge. */
export function renderVerdicts(verdicts: readonly Verdict[]): string {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...verdicts]
    .sort((a, b) => compare(a.repository, b.repository) || compare(a.path, b.path) || a.line - b.line)
    .map(
      (verdict) =>
        `{${fields.flatMap((name) => (verdict[name] === undefined ? [] : [`${JSON.stringify(name)}: ${JSON.stringify(verdict[name])}`])).join(', ')}}\n`,
    )
    .join('');
}

/** How often a rule is right, as its page says it, by what is reported at present; undefined when nothing of it was judged. */
export function judgement(verdicts: readonly Verdict[]): string | undefined {
  const present = verdicts.filter(({ reported }) => reported === undefined);
  if (present.length === 0) return undefined;
  const tally = (list: readonly Verdict[]): string => {
    const count = (word: Verdict['verdict']): number => list.filter(({ verdict }) => verdict === word).length;
    const [yes, no, open] = [count('true'), count('false'), count('unclear')];
    const decided =
      yes + no === 0 ? [] : [`${yes} of ${yes + no} ${yes + no === 1 ? 'finding was a real gap' : 'findings were real gaps'}`];
    return [...decided, ...(open === 0 ? [] : [`${open} could not be decided`])].join(', ');
  };
  const [shown, low] = [present.filter((verdict) => !verdict.low), present.filter((verdict) => verdict.low)];
  const parts = [...(shown.length === 0 ? [] : [tally(shown)]), ...(low.length === 0 ? [] : [`with low confidence ${tally(low)}`])];
  const applications = new Set(present.map(({ repository }) => repository)).size;
  return `${parts.join('; ')} (${applications} ${applications === 1 ? 'application' : 'applications'})`;
}

/** Every verdict of a folder, which has one file per rule: `<rule>.jsonl`. A folder that is missing has none. */
export function readVerdicts(folder: string): Verdict[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  return files.flatMap((name) => {
    const verdicts = parseVerdicts(readFileSync(path.join(folder, name), 'utf8'), name);
    const stray = verdicts.find(({ rule }) => `${rule}.jsonl` !== name);
    if (stray) throw new BadVerdict(`${name}: a verdict on ${stray.rule} belongs into ${stray.rule}.jsonl.`);
    return verdicts;
  });
}

/** Writes verdicts back, each rule into its file. A file that says the same already stays as it is written. */
export function writeVerdicts(folder: string, verdicts: readonly Verdict[]): void {
  for (const rule of new Set(verdicts.map((verdict) => verdict.rule))) {
    const name = `${rule}.jsonl`;
    const file = path.join(folder, name);
    const text = renderVerdicts(verdicts.filter((verdict) => verdict.rule === rule));
    const before = existsSync(file) ? renderVerdicts(parseVerdicts(readFileSync(file, 'utf8'), name)) : undefined;
    if (before !== text) writeFileSync(file, text);
  }
}
