import path from 'node:path';
import { z } from 'zod';
import { groupedBy } from '../../model/grouping';
import { memoryWorkspace } from '../../project/memoryWorkspace';
import { isSourceFile } from '../../project/classify';
import { isOfInterest } from '../../project/filesOfInterest';
import { importedSpecifiers, packagePath } from '../generation/fixtureLibraries';
import { analyse } from './analyse';
import { rulesOfCategory } from './categories';
import type { Hit } from './matching';

const exampleSchema = z.object({
  repo: z.string(),
  commit: z.string(),
  path: z.string(),
  /** 1-based; null means the whole file. */
  line: z.int().nullable(),
  /** Last line of the place; without it, the place is one line. */
  endLine: z.int().optional(),
  /** `lines 15-59` says the same for places in applications. */
  note: z.string().optional(),
  label: z.enum(['bad', 'ok']),
  category: z.string(),
  rule: z.string().optional(),
  /** Commit that mended it, for places in applications. */
  fix: z.string().optional(),
});

/** A place that somebody else labelled: `bad` must be found, `ok` must stay silent. */
export type Example = z.infer<typeof exampleSchema>;

/** Reads labelled places, one JSON object per line. Throws when a line is none. */
export function parseExamples(text: string): Example[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => withLines(exampleSchema.parse(JSON.parse(line))));
}

/** Places in applications stand in large files: where only words tell their lines, these hold. */
function withLines(example: Example): Example {
  const said = example.line === null && example.fix !== undefined ? /^lines (\d+)-(\d+)$/.exec(example.note ?? '') : null;
  return said ? { ...example, line: Number(said[1]), endLine: Number(said[2]) } : example;
}

/** Commits of repositories. Only commits that it `has` are listed and read; files that are no text are left out. */
export interface Commits {
  has(repository: string, commit: string): boolean;
  /** Paths below a folder ('' or '.' is the root), all levels. */
  list(repository: string, commit: string, folder: string): string[];
  read(repository: string, commit: string, files: readonly string[]): ReadonlyMap<string, string>;
}

/** What became of an example. */
export type Scored = { example: Example } & ({ hit: Hit | undefined } | { left: string });

/** Lines that a finding may stand beside the label by: a label is often on the first line of a statement. */
const tolerance = 2;

/**
 * Scores examples. A place in an application (one with a fixing commit) is judged within its whole repository at that
 * commit, a sample of a rule's tests together with the folder it stands in, away from paths that say "test".
 */
export async function scoreExamples(
  examples: readonly Example[],
  commits: Commits,
  onProgress?: (done: number) => unknown,
): Promise<Scored[]> {
  const scored: Scored[] = [];
  for (const group of groupsOf(examples)) {
    scored.push(...(await scoreGroup(group, commits)));
    onProgress?.(scored.length);
  }
  return scored;
}

/** Examples that one analysis answers. */
function groupsOf(examples: readonly Example[]): Example[][] {
  return [
    ...groupedBy(examples, ({ repo, commit, fix, path: file }) =>
      [repo, commit, fix === undefined ? path.posix.dirname(file) : ''].join('\0'),
    ).values(),
  ];
}

async function scoreGroup(group: readonly Example[], commits: Commits): Promise<Scored[]> {
  const { repo, commit, fix } = group[0]!;
  if (!commits.has(repo, commit)) return group.map((example) => ({ example, left: 'the commit is not at hand' }));
  const folder = fix === undefined ? path.posix.dirname(group[0]!.path) : '';
  const present = new Set(commits.list(repo, commit, folder));
  const scorable = group.filter((example) => whyNot(example, group, present) === undefined);
  const hits = scorable.length === 0 ? [] : await hitsOf(group[0]!, folder, commits);
  const byFile = new Map<string, Hit[]>();
  for (const hit of hits) byFile.set(hit.path, [...(byFile.get(hit.path) ?? []), hit]);
  return group.map((example) => {
    const left = whyNot(example, group, present);
    return left === undefined ? { example, hit: hitOn(example, scorable, byFile.get(example.path) ?? []) } : { example, left };
  });
}

/** Why an example cannot be scored by the present product; undefined when it can. */
function whyNot(example: Example, group: readonly Example[], present: ReadonlySet<string>): string | undefined {
  if (rulesOfCategory(example.category).length === 0) return 'no rule for this category yet';
  if (!isSourceFile(example.path) && !example.path.endsWith('.sql')) return 'not a kind of file that is analysed';
  const contradicts = (other: Example): boolean => other.path === example.path && other.line === null && other.label !== example.label;
  if (example.line === null && example.fix === undefined && group.some(contradicts)) return 'samples stand in strings of one file';
  if (!present.has(example.path)) return 'the file is not at hand';
  return undefined;
}

async function hitsOf({ repo, commit, fix }: Example, folder: string, commits: Commits): Promise<Hit[]> {
  const isSample = fix === undefined;
  const wanted = commits.list(repo, commit, folder).filter((file) => isOfInterest(file) && !file.split('/').includes('node_modules'));
  const texts = commits.read(repo, commit, wanted);
  const place = (file: string): string => (isSample ? `src/${folder === '.' ? file : file.slice(folder.length + 1)}` : file);
  const origins = new Map([...texts.keys()].map((file) => [place(file), file]));
  const files = Object.fromEntries([...texts].map(([file, text]) => [place(file), text]));
  if (isSample) files['package.json'] = manifestOf([...texts.values()]);
  const { hits } = await analyse({ folder: repo, repository: repo, commit }, memoryWorkspace(files, `/${repo}`));
  return hits.map((hit) => ({ ...hit, path: origins.get(hit.path) ?? hit.path }));
}

/** A manifest that depends on whatever the sources import: samples come without one. */
function manifestOf(texts: readonly string[]): string {
  const specifiers = texts.flatMap(importedSpecifiers).filter((specifier) => !specifier.startsWith('node:'));
  const names = specifiers
    .flatMap((specifier) => packagePath(specifier) ?? [])
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
  return JSON.stringify({ name: 'sample', dependencies: Object.fromEntries([...new Set(names)].sort().map((name) => [name, '*'])) });
}

/** A finding belongs to the nearest label of its category; to the bad one of two that are as near. */
function hitOn(example: Example, others: readonly Example[], hits: readonly Hit[]): Hit | undefined {
  const rules = new Set<string>(rulesOfCategory(example.category));
  const rivals = others.filter((other) => other.path === example.path && other.category === example.category);
  return hits.find((hit) => rules.has(hit.rule) && nearestOf(rivals, hit)?.label === example.label && isAt(example, hit));
}

function distance(example: Example, hit: Hit): number {
  if (example.line === null) return 0;
  return Math.max(example.line - hit.line, hit.line - (example.endLine ?? example.line), 0);
}

function isAt(example: Example, hit: Hit): boolean {
  return distance(example, hit) <= tolerance;
}

function nearestOf(examples: readonly Example[], hit: Hit): Example | undefined {
  return [...examples].sort((a, b) => distance(a, hit) - distance(b, hit) || (a.label < b.label ? -1 : 1))[0];
}

/** Figures of one category of one source. */
export interface ExampleRow {
  category: string;
  source: string;
  bad: number;
  found: number;
  ok: number;
  alarms: number;
  left: number;
}

/** Recall on `bad` and alarms on `ok`, per category and source. */
export function tabulate(scored: readonly Scored[]): ExampleRow[] {
  const rows = new Map<string, ExampleRow>();
  for (const one of scored) {
    const { category, repo: source, label } = one.example;
    const key = `${category}\0${source}`;
    const row = rows.get(key) ?? { category, source, bad: 0, found: 0, ok: 0, alarms: 0, left: 0 };
    rows.set(key, row);
    if ('left' in one) row.left++;
    else if (label === 'bad') {
      row.bad++;
      if (one.hit) row.found++;
    } else {
      row.ok++;
      if (one.hit) row.alarms++;
    }
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
