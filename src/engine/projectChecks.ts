import type { TextModel } from '../facts/textModel';
import type { CheckFix } from '../model/check';
import type { Config } from '../model/config';
import type { Finding } from '../model/finding';
import type { FileEdit } from '../model/fix';
import type { Check } from '../model/meta';
import { isSourceFile } from '../project/classify';
import { applyAll } from './actions';
import { runChecks, viewOf, type CheckState, type Parts } from './checks';
import { withTexts, type Trial } from './trials';
import type { Judged } from './verdicts';
import { applyWaivers } from './waivers';

/** What checks look at. */
export interface Checked extends Parts {
  /** Of the texts, those that a fix of a check may change. */
  settings: TextModel;
  config(): Config;
  /** Analyses files of code with other texts, and leaves everything as it was. */
  withCode<T>(texts: ReadonlyMap<string, string>, work: (changed: readonly ChangedCode[]) => T): T;
}

/** A file of code with another text: how it was judged, and what becomes of it. */
export interface ChangedCode {
  before: Judged | undefined;
  /** The parser stumbles more often than before. */
  isBroken: boolean;
  /** Undefined where it cannot be analysed. */
  after: Trial | undefined;
}

/** What a project would be with a fix carried out. */
export interface CheckTrial {
  /** Findings of all checks as they are. */
  before: readonly Finding[];
  findings: readonly Finding[];
  /** What the fix promises besides. */
  holds: boolean;
  changed: readonly ChangedCode[];
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
    const { findings, outcomes } = (this.state ??= this.run());
    return { findings: applyWaivers(findings, this.checked.config().waivers), outcomes };
  }

  /** Open findings that stand in a file, with the fixes that go with them. Checks that did not run yet have none. */
  offered(file: string): { finding: Finding; proposals: readonly CheckFix[] }[] {
    const { state } = this;
    if (!state) return [];
    return applyWaivers(state.findings, this.checked.config().waivers).flatMap((finding) =>
      finding.location.file === file && finding.status === 'open'
        ? [{ finding, proposals: state.proposals.get(finding.fingerprint) ?? [] }]
        : [],
    );
  }

  /** What there is with the edits of a fix carried out. Leaves everything as it was. */
  trial(fix: CheckFix, edits: readonly FileEdit[]): CheckTrial {
    const { files, settings } = this.checked;
    const before = this.found.findings;
    const listed = files.files;
    const texts = new Map(
      edits.map(({ file, create, edits: changes }) => [file, applyAll(create ? '' : (files.text(file) ?? ''), changes)]),
    );
    const code = new Map([...texts].filter(([file]) => isSourceFile(file)));
    const others = new Map([...texts].filter(([file]) => !code.has(file)));
    try {
      return withTexts(files, others, () => {
        files.setFiles([...new Set([...listed, ...texts.keys()])]);
        settings.restructured();
        return this.checked.withCode(code, (changed) => {
          const view = viewOf(this.checked);
          const { findings } = runChecks(this.checks, this.checked.config(), () => view);
          return { before, findings: applyWaivers(findings, this.checked.config().waivers), holds: fix.holds?.(view) ?? true, changed };
        });
      });
    } finally {
      files.setFiles(listed);
      settings.restructured();
    }
  }

  private run(): CheckState {
    return runChecks(this.checks, this.checked.config(), () => viewOf(this.checked));
  }
}
