import type { PeerGroups } from '../facts/peers';
import type { ProjectModel } from '../facts/projectModel';
import type { RouteTree } from '../facts/routeTree';
import type { Tables } from '../facts/tables';
import type { TextModel } from '../facts/textModel';
import type { Config } from '../model/config';
import type { Finding } from '../model/finding';
import type { FileEdit } from '../model/fix';
import type { Check } from '../model/meta';
import type { FixProposal } from '../model/rule';
import { isSourceFile } from '../project/classify';
import { applyAll } from './actions';
import { runChecks, type CheckState } from './checks';
import type { ProjectFiles } from './project';
import { applyWaivers } from './waivers';

/** What checks look at. */
export interface Checked {
  root: string;
  files: ProjectFiles;
  model: ProjectModel;
  tree: RouteTree;
  peers: PeerGroups;
  texts: TextModel;
  /** Of the texts, those that a fix of a check may change. */
  settings: TextModel;
  tables: Tables;
  config(): Config;
}

/** Checks of a session: what they found last, until something changes, and what their fixes would do. */
export class ProjectChecks {
  private state: CheckState | undefined;

  constructor(
    private readonly checks: readonly Check[],
    private readonly checked: Checked,
  ) {}

  /** Something changed that checks may look at. */
  forget(): void {
    this.state = undefined;
  }

  /** Findings, waivers applied, and outcomes; worked out when they are asked for. */
  get found(): Pick<CheckState, 'findings' | 'outcomes'> {
    const { findings, outcomes } = (this.state ??= this.run(this.checks));
    return { findings: applyWaivers(findings, this.checked.config().waivers), outcomes };
  }

  /** Open findings that stand in a file, with the fixes that go with them. Checks that did not run yet have none. */
  offered(file: string): { finding: Finding; proposals: readonly FixProposal[] }[] {
    const { state } = this;
    if (!state) return [];
    return applyWaivers(state.findings, this.checked.config().waivers).flatMap((finding) => (finding.location.file === file && finding.status === 'open' ? [{ finding, proposals: state.proposals.get(finding.fingerprint) ?? [] }] : []));
  }

  /** What one check finds with edits of settings carried out; undefined where that cannot be told. Leaves everything as it was. */
  trial(id: string, edits: readonly FileEdit[]): readonly Finding[] | undefined {
    const { files, settings } = this.checked;
    const check = this.checks.find((candidate) => candidate.id === id);
    if (!check || edits.some(({ file }) => isSourceFile(file))) return undefined;
    const listed = files.files;
    const before = edits.map(({ file }) => ({ file, version: files.openVersion(file), text: files.text(file) }));
    for (const { file, create, edits: changes } of edits) files.setText(file, applyAll(create ? '' : (files.text(file) ?? ''), changes), files.openVersion(file) ?? 0);
    files.setFiles([...new Set([...listed, ...edits.map(({ file }) => file)])]);
    try {
      settings.restructured();
      return this.run([check]).findings;
    } finally {
      for (const { file, version, text } of before) {
        if (version === undefined || text === undefined) files.release(file);
        else files.setText(file, text, version);
      }
      files.setFiles(listed);
      settings.restructured();
    }
  }

  private run(checks: readonly Check[]): CheckState {
    const { root, files, model, tree, peers, texts, tables, config } = this.checked;
    return runChecks(checks, config(), root, files, model, tree, peers, texts, tables);
  }
}
