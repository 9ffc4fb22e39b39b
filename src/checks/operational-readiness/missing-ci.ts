import type { CommandPurpose, Pipeline } from '../../model/configuration';
import type { Location } from '../../model/finding';
import { createWorkflow } from '../../fixes/scaffold';
import { defineCheck } from '../../model/meta';

const words: Partial<Record<CommandPurpose, string>> = { types: 'checks types', lint: 'lints', tests: 'tests', build: 'builds' };

/** Places beyond these would not be read. */
const shown = 5;

function isOnChange({ triggers }: Pipeline): boolean {
  return triggers.some((trigger) => trigger === 'push' || trigger === 'pull-request' || trigger === 'called');
}

/** Nothing but the people at work stands between a change and those who use it. */
export default defineCheck({
  id: 'missing-ci',
  dimension: 'operational-readiness',
  title: 'No continuous integration',
  severity: 'warning',
  confidence: 'high',
  fixKinds: ['scaffold'],
  cwe: [1127],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: 'No pipeline builds or tests a change before it is merged: what is broken is found by whoever uses it.',
    idle: '{{system}} runs, but nothing that it runs builds or tests a change: what is broken is found by whoever uses it.',
  },
  passTitle: 'Each change is built or tested by a pipeline',
  run(project, context) {
    const pipelines = project.facts('pipeline');
    if (project.packages.length + pipelines.length === 0) return context.notApplicable('There is no package to build or test.');
    const done = new Set<string>();
    const evidence: Location[] = [];
    for (const { file, jobs } of pipelines.filter(isOnChange)) {
      for (const { purpose, span } of jobs.flatMap(({ commands }) => commands)) {
        const word = words[purpose];
        if (word === undefined || done.has(word)) continue;
        done.add(word);
        const at = project.place(file, span);
        if (at) evidence.push(at);
      }
    }
    if (done.size > 0) return context.pass(`A pipeline ${[...done].join(', ')} on each change.`, evidence.slice(0, shown));
    const hidden = pipelines.find((pipeline) => isOnChange(pipeline) && pipeline.jobs.some(({ runsOther }) => runsOther));
    if (hidden) return context.unknown(`${hidden.file} runs scripts or workflows that were not read.`);
    const elsewhere = pipelines.find(
      ({ triggers, jobs }) =>
        triggers.includes('other') && jobs.some(({ commands }) => commands.some(({ purpose }) => words[purpose] !== undefined)),
    );
    if (elsewhere)
      return context.unknown(`${elsewhere.file} builds or tests, and whether it runs on each change is not said in the repository.`);
    if (project.isPart) return context.unknown('The folder is a part of a larger repository, whose pipelines were not read.');
    const [first] = pipelines;
    if (!first) return context.gap('gap', {}, undefined, createWorkflow(project));
    context.gap(
      'idle',
      { system: first.system },
      project.place(first.file, first.span),
      first.system === 'GitHub Actions' ? createWorkflow(project) : [],
    );
  },
});
