import type { SessionOptions } from '../../src/engine/session';
import { readPackages } from './markers';
import { analyse, withManifest } from './project';
import { isScript, syntaxErrors } from './syntax';

/** A sample on a page that is executed. */
export interface Sample {
  /** 1-based line of its opening fence. */
  line: number;
  /** `gap` must report the rule of the page, `ok` must not. */
  kind: 'gap' | 'ok';
  /** Path in a project of its own. */
  file: string;
  text: string;
  packages: Record<string, string>;
}

/** Samples of a page, and what is wrong with their fences. */
export interface PageSamples {
  samples: Sample[];
  mistakes: string[];
}

const fence = /^(?<ticks>`{3,}|~{3,})\s*(?<info>.*)$/;

/**
 * Reads fenced blocks tagged `gap` or `ok`: ```` ```ts gap file=app/api/orders/route.ts packages=express@4 ````. Several
 * packages are separated by commas. Blocks without a tag are for readers alone.
 */
export function readSamples(page: string): PageSamples {
  const result: PageSamples = { samples: [], mistakes: [] };
  const lines = page.split(/\r?\n/);
  for (let index = 0; index < lines.length; index++) {
    const groups = fence.exec(lines[index]!)?.groups;
    if (!groups) continue;
    const start = index;
    const isEnd = (line: string): boolean => line.startsWith(groups['ticks']!) && line.slice(groups['ticks']!.length).trim() === '';
    do index++;
    while (index < lines.length && !isEnd(lines[index]!));
    if (index === lines.length) result.mistakes.push(`line ${start + 1}: the block is never closed`);
    readBlock(result, start + 1, groups['info']!.trim(), lines.slice(start + 1, index).join('\n'));
  }
  return result;
}

function readBlock(result: PageSamples, line: number, info: string, text: string): void {
  const [language = '', ...words] = info.split(/\s+/);
  const kind = words.find((word) => word === 'gap' || word === 'ok') as Sample['kind'] | undefined;
  const attributes = words.filter((word) => word !== kind);
  if (kind === undefined) {
    if (attributes.length > 0) result.mistakes.push(`line ${line}: "${attributes[0]}" is no tag; there are gap, ok, file= and packages=`);
    return;
  }
  const sample: Sample = { line, kind, file: defaultPath(language), text: `${text}\n`, packages: {} };
  for (const attribute of attributes) {
    const [, name, value] = /^(file|packages)=(\S+)$/.exec(attribute) ?? [];
    if (name === 'file') sample.file = value!;
    else if (name === 'packages') {
      const { packages, mistakes } = readPackages(value!);
      sample.packages = packages;
      result.mistakes.push(...mistakes.map((mistake) => `line ${line}: ${mistake}`));
    } else result.mistakes.push(`line ${line}: "${attribute}" is no tag; there are gap, ok, file= and packages=`);
  }
  result.samples.push(sample);
}

function defaultPath(language: string): string {
  return language === 'sql' ? 'supabase/migrations/20250101000000_example.sql' : `src/example.${language || 'ts'}`;
}

/** The files of a sample: a line `// file: lib/auth.ts` in it begins another one. Lines keep their numbers. */
function filesOf({ file, text }: Sample): Record<string, string> {
  const files: Record<string, string> = {};
  let current = file;
  text.split('\n').forEach((line, index) => {
    const next = /^\/\/ file: (\S+)$/.exec(line)?.[1];
    if (next !== undefined) files[(current = next)] = '\n'.repeat(index);
    files[current] = `${files[current] ?? ''}${next === undefined ? line : ''}\n`;
  });
  return files;
}

/** What is wrong with a sample: a gap that isn't reported, an error of another rule, an ok that is not. */
export async function checkSample(rule: string, sample: Sample, options: SessionOptions = {}): Promise<string[]> {
  const files = filesOf(sample);
  const broken = Object.entries(files).flatMap(([file, text]) => (isScript(file) ? syntaxErrors(file, text) : []));
  const { result } = await analyse(withManifest(files, sample.packages), options);
  const gaps = result.findings.filter(({ outcome, status }) => outcome === 'gap' && status === 'open');
  const own = gaps.filter((finding) => finding.rule === rule);
  const others = gaps.filter((finding) => finding.rule !== rule && finding.severity === 'error');
  const at = ({ location, message }: (typeof gaps)[number]) => `line ${sample.line + location.line}: "${message}"`;
  if (sample.kind === 'ok') return [...broken, ...own.map((finding) => `${at(finding)} is reported in a block tagged ok`)];
  return [
    ...broken,
    ...(own.length > 0 ? [] : [`line ${sample.line}: the block is tagged gap, but ${rule} reports nothing in it`]),
    ...others.map((finding) => `${at(finding)} (${finding.rule}) distracts from what the block shows`),
  ];
}
