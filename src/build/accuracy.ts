import { readFileSync } from 'node:fs';
import path from 'node:path';
import { nodeWorkspace } from '../project/nodeWorkspace';
import { checks as allChecks } from '../checks';
import { rules as allRules } from '../rules';
import { analyse, type Analysis } from './accuracy/analyse';
import { applicationsIn, readList, repositoriesIn } from './accuracy/applications';
import { answeredCategories } from './accuracy/categories';
import { collect, type Knowledge } from './accuracy/collect';
import { gitCommits } from './accuracy/commits';
import { parseExamples, scoreExamples, tabulate } from './accuracy/examples';
import { fixRows, renderFixes } from './accuracy/fixes';
import { measure, renderMeasurements } from './accuracy/measure';
import { flipsOf, matchVerdicts, updatedVerdicts, type Hit } from './accuracy/matching';
import { help, readOptions, WrongUsage, type AccuracyOptions } from './accuracy/options';
import { renderApplications, renderCommits, renderExamples, renderFlips, renderRules, ruleRows, sampleOf } from './accuracy/report';
import { BadVerdict, readVerdicts, writeVerdicts } from './accuracy/verdicts';
import { script } from './script';

const checks = new Set(allChecks.map(({ id }) => id));
const ids = [...allRules.map(({ id }) => id), ...checks].sort();

// `npm run accuracy -- DIR...`: how often rules speak in real applications, and how often they are right.
script(async (args) => {
  try {
    const options = readOptions(args, process.env.INIT_CWD ?? '.');
    const unanswered = options.categories.find((category) => !answeredCategories.includes(category));
    if (unanswered !== undefined) throw new WrongUsage(`No rule answers a category ${unanswered}.`);
    const unknown = options.rules.find((rule) => !ids.includes(rule));
    if (unknown !== undefined) throw new WrongUsage(`There is no rule or check ${unknown}.`);
    if (options.help) process.stdout.write(help);
    else
      return await (options.measure
        ? measurements(options)
        : options.examples === undefined
          ? applications(options)
          : examples(options, options.examples));
    return 0;
  } catch (error) {
    const isExpected =
      error instanceof WrongUsage || error instanceof BadVerdict || (error instanceof Error && 'code' in error && error.code === 'ENOENT');
    if (!isExpected) throw error;
    console.error(error.message);
    return 2;
  }
});

async function measurements(options: AccuracyOptions): Promise<number> {
  const list = readList(options.applications);
  const known: Knowledge[] = [];
  for (const { repository, folder } of options.folders.flatMap((each) => applicationsIn(each, list, []))) {
    process.stderr.write(`${repository}\n`);
    known.push(await collect(repository, nodeWorkspace(folder)));
  }
  const answers = measure(known);
  console.log(options.json ? JSON.stringify(answers, undefined, 2) : renderMeasurements(answers, known));
  return 0;
}

async function applications(options: AccuracyOptions): Promise<number> {
  const isAsked = ({ rule }: { rule: string }): boolean => options.rules.length === 0 || options.rules.includes(rule);
  const all = readVerdicts(options.verdicts);
  const known = [...new Set(all.map(({ repository }) => repository))];
  const list = readList(options.applications);
  const analyses: Analysis[] = [];
  for (const application of options.folders.flatMap((folder) => applicationsIn(folder, list, known))) {
    process.stderr.write(`${application.repository} … `);
    const analysis = await analyse(application);
    process.stderr.write(`${analysis.hits.length} hits\n`);
    analyses.push({ ...analysis, hits: analysis.hits.filter(isAsked) });
  }
  const verdicts = all.filter(isAsked);
  const matching = matchVerdicts(
    analyses.flatMap(({ hits }) => hits),
    verdicts,
    analyses,
    checks,
  );
  const rows = ruleRows(
    ids.filter((rule) => isAsked({ rule })),
    analyses,
    matching,
  );
  const samples = rows.map(({ rule }) => ({ rule, hits: sampleOf(rule, matching.unjudged, options.sample, options.seed) }));
  const flips = flipsOf(matching);
  // Each rule has a file of its own: those of the others are left as they are.
  if (options.update) writeVerdicts(options.verdicts, updatedVerdicts(verdicts, matching));
  if (options.json) {
    console.log(
      JSON.stringify(
        {
          applications: analyses.map(({ hits, ...rest }) => ({ ...rest, hits: hits.length })),
          rules: rows,
          flips,
          samples,
          judged: matching.judged,
        },
        undefined,
        2,
      ),
    );
  } else {
    const folders = new Map(analyses.map(({ repository, folder }) => [repository, folder]));
    const parts = [
      renderApplications(analyses),
      renderRules(rows),
      renderCommits(matching),
      renderFlips(matching),
      ...samples.map(({ rule, hits }) => renderSample(rule, hits, folders, options)),
    ];
    console.log(parts.filter((part) => part !== '').join('\n\n'));
  }
  return flips.some(({ kind }) => kind === 'lost' || kind === 'back') || analyses.some(({ failures }) => failures.length > 0) ? 1 : 0;
}

function renderSample(
  rule: string,
  hits: readonly Hit[],
  folders: ReadonlyMap<string, string>,
  { template, lines }: AccuracyOptions,
): string {
  if (hits.length === 0) return '';
  const entries = hits.map((hit) => {
    const { repository, commit, path: file, line, fingerprint, confidence, message } = hit;
    if (template)
      return JSON.stringify({
        repository,
        ...(commit === undefined ? {} : { commit }),
        path: file,
        line,
        rule,
        verdict: '',
        why: '',
        fingerprint,
      });
    const head = `  ${repository}  ${file}:${line}  ${message}${confidence === 'low' ? ' (low confidence)' : ''}`;
    // What the rule has found may be a working credential.
    return rule === 'hardcoded-secret' || lines === 0
      ? head
      : `${head}\n${sourceAround(path.join(folders.get(repository)!, file), hit, lines)}`;
  });
  return [`${rule}: ${hits.length} to read`, ...entries].join('\n');
}

function sourceAround(file: string, { line, endLine }: Hit, around: number): string {
  return linesAround(readFileSync(file, 'utf8'), line, Math.min(endLine, line + around), around);
}

/** Lines of a text with their numbers, 1-based, and the first one marked. */
function linesAround(text: string, line: number, endLine: number, around: number): string {
  const first = Math.max(1, line - around);
  return text
    .split('\n')
    .slice(first - 1, endLine + around)
    .map((source, index) => `${first + index === line ? '  >' : '   '} ${String(first + index).padStart(5)}  ${source}`)
    .join('\n');
}

async function examples(options: AccuracyOptions, file: string): Promise<number> {
  const repositories = new Map(options.folders.flatMap((folder) => [...repositoriesIn(folder)]));
  const given = parseExamples(readFileSync(file, 'utf8')).filter(
    ({ category }) => options.categories.length === 0 || options.categories.includes(category),
  );
  const present = given.filter(({ repo }) => repositories.has(repo));
  const isScreen = process.stderr.isTTY;
  const commits = gitCommits(repositories);
  const scored = await scoreExamples(
    present,
    commits,
    (done) => isScreen && process.stderr.write(`\r\u001b[K${done < present.length ? `${done} of ${present.length}` : ''}`),
  );
  const rows = tabulate(scored);
  const wrong = scored.filter((one) => 'hit' in one && (one.hit !== undefined) !== (one.example.label === 'bad'));
  if (options.json) {
    console.log(JSON.stringify({ rows, fixes: fixRows(scored), wrong: wrong.map(({ example }) => example) }, undefined, 2));
    return 0;
  }
  const places = wrong.slice(0, options.sample).map(({ example }) => {
    const { repo, commit, path: where, line, label, category } = example;
    const head = `  ${label === 'bad' ? 'missed' : 'alarm '}  ${category}  ${repo}  ${where}:${line ?? 'whole file'}`;
    if (options.lines === 0 || line === null) return head;
    return `${head}\n${linesAround(commits.read(repo, commit, [where]).get(where) ?? '', line, line, options.lines)}`;
  });
  const reasons = new Map<string, number>();
  for (const one of scored) if ('left' in one) reasons.set(one.left, (reasons.get(one.left) ?? 0) + 1);
  const left = [...reasons].map(([reason, number]) => `  ${String(number).padStart(5)}  ${reason}`);
  console.log(
    [
      renderExamples(rows),
      `${given.length - present.length} of ${given.length} places are in repositories that were not given. Not scored:`,
      ...left,
      '',
      renderFixes(fixRows(scored)),
      '',
      'To read:',
      ...places,
    ].join('\n'),
  );
  return 0;
}
