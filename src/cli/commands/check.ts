import type { ProjectResult } from '../../engine/api';
import type { Finding, Severity } from '../../model/finding';
import { renderGithub } from '../../report/github';
import type { ReportInput } from '../../report/input';
import { renderCheckJson } from '../../report/json';
import { renderMarkdown } from '../../report/markdown';
import { renderSarif } from '../../report/sarif';
import { renderCheckText } from '../../report/text';
import { buildScorecard } from '../../readiness/score';
import { parseReadiness, readinessFile } from '../../readiness/store';
import { choice, type Arguments } from '../arguments';
import { folderAt, openProject, progress, type Project } from '../project';
import { exitCode, UserError, type Terminal } from '../terminal';
import { checkInput } from './checkInput';
import { updateBaselineOf } from './updateBaseline';

const formats = ['text', 'json', 'sarif', 'markdown', 'github'] as const;
const thresholds = ['error', 'warning', 'info', 'never'] as const;
const severityOrder: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

function fails(finding: Finding, failOn: (typeof thresholds)[number]): boolean {
  return (
    finding.outcome === 'gap' && finding.status === 'open' && failOn !== 'never' && severityOrder[finding.severity] <= severityOrder[failOn]
  );
}

/** Judges a whole project. `naming`: fixes are named, where they give something. */
async function scan(terminal: Terminal, project: Project, naming: boolean): Promise<ProjectResult> {
  const { onProgress, end } = progress(terminal);
  try {
    const result = await project.session.scan(onProgress ? { onProgress } : {});
    const findings = naming ? project.session.named(result.findings) : result.findings;
    return { ...result, findings: [...findings, ...project.configFindings] };
  } finally {
    end();
  }
}

function reportInput(terminal: Terminal, project: Project, result: ProjectResult): ReportInput {
  const pages = new Map(terminal.rules.map((rule) => [rule.id, rule]));
  return {
    result,
    version: terminal.version,
    rules: terminal.rules,
    prefix: project.prefix,
    page: (id) => {
      const rule = pages.get(id);
      return rule && terminal.page(rule);
    },
  };
}

/** Adds readiness, unless what people said cannot be read: then any stage would be a guess. */
function withScorecard(terminal: Terminal, project: Project, input: ReportInput): ReportInput {
  const { readiness, error } = parseReadiness(project.workspace.read(readinessFile));
  if (error) {
    const place = error.line === undefined ? '' : `:${error.line}`;
    terminal.err(`production-gap: ${readinessFile}${place}: ${error.message} The checklist is left out.\n`);
    return input;
  }
  const { config } = project;
  const ranRules = Object.keys(input.result.judged ?? {});
  const enabled = terminal.rules.map(({ id }) => id).filter((id) => config.rules[id] !== 'off');
  const scorecard = buildScorecard({
    result: input.result,
    readiness,
    config,
    today: terminal.today,
    ranRules: ranRules.length > 0 ? ranRules : enabled,
  });
  return { ...input, scorecard };
}

/**
 * `check`: judges each folder as a project of its own, or standard input as one file of a project, and prints a report.
 * Gives the exit code. Throws a UserError for wrong usage and for what cannot be read.
 */
export async function check(terminal: Terminal, given: Arguments): Promise<number> {
  const format = choice('format', given.format, formats);
  const failOn = choice('fail-on', given.failOn, thresholds);
  if (given.stdinFilename !== undefined && !given.stdin) throw new UserError('--stdin-filename needs --stdin.');
  if (given.stdin && given.updateBaseline) throw new UserError('--update-baseline needs whole projects; leave --stdin out.');
  const folders = given.positionals.length === 0 ? ['.'] : given.positionals;
  const inputs: ReportInput[] = [];
  if (given.stdin) {
    const { project, result } = await checkInput(terminal, given);
    inputs.push(reportInput(terminal, project, result));
  } else {
    // All folders are looked at before the first is judged: a mistyped one should not cost minutes.
    for (const folder of folders) folderAt(terminal.cwd, folder);
    for (const folder of folders) {
      const project = openProject(terminal, folder, given);
      const result = await scan(terminal, project, format === 'json');
      project.session.dispose();
      if (given.updateBaseline) {
        updateBaselineOf(terminal, project, result);
        continue;
      }
      const input = reportInput(terminal, project, result);
      inputs.push(format === 'text' || format === 'markdown' ? withScorecard(terminal, project, input) : input);
    }
    if (given.updateBaseline) return exitCode.clean;
  }
  switch (format) {
    case 'json':
      terminal.out(renderCheckJson(inputs));
      break;
    case 'sarif':
      terminal.out(renderSarif(inputs));
      break;
    case 'markdown':
      terminal.out(renderMarkdown(inputs));
      break;
    case 'github':
      terminal.out(renderGithub(inputs));
      break;
    default:
      terminal.out(renderCheckText(inputs, { color: terminal.isColorful && given.color, failOn, all: given.all }));
  }
  return inputs.some(({ result }) => result.findings.some((finding) => fails(finding, failOn))) ? exitCode.findings : exitCode.clean;
}
