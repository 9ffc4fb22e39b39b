import type { PeerGroups } from '../facts/peers';
import { packagePostures } from '../facts/packagePostures';
import type { ProjectModel } from '../facts/projectModel';
import type { RouteTree } from '../facts/routeTree';
import type { Tables } from '../facts/tables';
import type { TextModel } from '../facts/textModel';
import type { CheckContext, CheckFix, ProjectView } from '../model/check';
import type { Config } from '../model/config';
import type { Finding, Location } from '../model/finding';
import { groupedBy } from '../model/grouping';
import type { Check } from '../model/meta';
import { locate } from '../syntax/ranges';
import type { OutcomeRecord } from './api';
import { fingerprintKey, fingerprintsOfKeys } from './fingerprint';
import type { ProjectFiles } from './project';

/** What checks found. */
export interface CheckState {
  findings: Finding[];
  outcomes: OutcomeRecord[];
  /** Fixes that can be carried out, by the fingerprint of the finding. */
  proposals: ReadonlyMap<string, readonly CheckFix[]>;
}

/** What a project is made of, as checks see it. */
export interface Parts {
  root: string;
  files: ProjectFiles;
  model: ProjectModel;
  tree: RouteTree;
  peers: PeerGroups;
  texts: TextModel;
  tables: Tables;
}

/** The project as it is now. */
export function viewOf({ root, files, model, tree, peers, texts, tables }: Parts): ProjectView {
  const all = [...model.files().flatMap((facts) => facts.facts), ...texts.files().flatMap((file) => texts.facts(file)?.facts ?? [])];
  const byKind = groupedBy(all, ({ kind }) => kind as string);
  return {
    root,
    packages: files.packages.all(),
    files: files.files,
    isPart: files.workspace.isPartOfRepository?.() ?? false,
    read: (file) => files.text(file),
    facts: (kind) => (byKind.get(kind) ?? []) as never,
    routes: tree.all(),
    runsIn: (route) => tables.library(route.framework)?.runsIn ?? 'either',
    answersMany: (file) => tables.libraries.some(({ answersMany }) => answersMany?.test(file)),
    idioms: (framework) => tables.library(framework)?.idioms,
    postures: () => packagePostures(peers),
    place: (file, span) => {
      const lineStarts = (model.peek(file) ?? (texts.covers(file) ? texts.facts(file) : undefined))?.lineStarts;
      return lineStarts && locate(file, lineStarts, span);
    },
    allFacts: all,
  };
}

/** Runs all project checks. Each ends in one outcome; one that throws ends in `error`. */
export function runChecks(checks: readonly Check[], config: Config, view: () => ProjectView): CheckState {
  const findings: Finding[] = [];
  const outcomes: OutcomeRecord[] = [];
  const proposed = new Map<string, readonly CheckFix[]>();
  if (checks.length === 0) return { findings, outcomes, proposals: proposed };
  const project = view();
  for (const check of checks) {
    const setting = config.rules[check.id];
    if (setting === 'off') continue;
    const record = (outcome: OutcomeRecord['outcome'], note: string, location?: Location) =>
      outcomes.push({ rule: check.id, outcome, note, ...(location ? { location } : {}) });
    const context: CheckContext = {
      pass: (note, evidence = []) =>
        evidence.length > 0 ? evidence.forEach((location) => record('pass', note, location)) : record('pass', note),
      notApplicable: (reason) => record('notApplicable', reason),
      unknown: (reason) => record('unknown', reason),
      gap: (message, data, at, proposals = [], related = []) => {
        const template = check.messages[message] ?? message;
        const location = at ?? { file: outermost(project.files) ?? 'package.json', line: 1, column: 1, endLine: 1, endColumn: 1 };
        const fingerprint = fingerprintsOfKeys(location.file, [{ key: fingerprintKey(check.id, '', ''), start: 0 }])[0]!;
        if (proposals.length > 0) proposed.set(fingerprint, proposals);
        findings.push({
          rule: check.id,
          dimension: check.dimension,
          outcome: 'gap',
          severity: setting ?? check.severity,
          confidence: check.confidence,
          location,
          span: { start: 0, end: 0 },
          message: template.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(data?.[name] ?? '')),
          related,
          fingerprint,
          status: 'open',
          fixes: proposals.map(({ id, kind, title }) => ({ id, kind, title })),
        });
      },
    };
    try {
      check.run(project, context);
    } catch {
      record('error', 'The check failed and was left out.');
    }
  }
  return { findings, outcomes, proposals: proposed };
}

/** The manifest that stands for the project. */
function outermost(files: readonly string[]): string | undefined {
  const depth = (file: string): number => file.split('/').length;
  return files.filter((file) => /(^|\/)package\.json$/.test(file)).sort((a, b) => depth(a) - depth(b))[0];
}
