import type { ProjectModel } from '../facts/projectModel';
import type { RouteTree } from '../facts/routeTree';
import type { Config } from '../model/config';
import type { FileFacts } from '../model/facts';
import type { Finding } from '../model/finding';
import type { FileResult } from './api';
import { applyBaseline, type Baseline } from './baseline';
import { readDirectives } from './directives';
import { fingerprintKey, fingerprintsOfKeys, normaliseCode } from './fingerprint';
import { ownRules } from './ownRules';
import type { ProjectFiles } from './project';
import type { Noted, Remembered, Said } from './remembered';
import type { Judge, Memory, RawFinding } from './runner';
import { carryOver, type Homes, type Kept, type Standing } from './steady';
import { applySuppressions } from './suppressions';
import { applyWaivers } from './waivers';

/** Everything judged of one file. */
export interface Judged {
  result: FileResult;
  raw: RawFinding[];
  said: readonly (readonly Said[])[];
  /** What was noted of the file as a whole. */
  noted: readonly Noted[];
  lineStarts: readonly number[];
  /** Some gaps are recalled from an earlier text: their fixes refer to that. */
  isRecalled: boolean;
  /** Gaps that stay although the text as it is does not show them. */
  kept: readonly Kept[];
  homes: Homes;
}

/** What judging a file needs from the session. */
export interface VerdictsHost {
  files: ProjectFiles;
  model: ProjectModel;
  tree: RouteTree;
  judge: Judge;
  /** Rules of the session, and all that comments may name. */
  rules: ReadonlySet<string>;
  known: readonly string[];
  config(): Config;
  baseline(): Baseline | undefined;
  lineStarts(file: string): readonly number[] | undefined;
}

/** Makes verdicts on files, and remembers those on open ones from one keystroke to the next. */
export class Verdicts {
  /** Verdicts on facts of open files, until settings change. */
  private readonly remembered = new Map<string, Remembered>();
  private judgements = 0;
  private readonly anew = new WeakMap<Judged, Judged>();

  constructor(private readonly host: VerdictsHost) {}

  /** Nothing that was said of a file, or of any, holds any more. */
  forget(file?: string): void {
    if (file === undefined) this.remembered.clear();
    else this.remembered.delete(file);
  }

  /** Judges a file as it is. What was said before an edit is recalled where nothing changed. */
  of(file: string, facts: FileFacts | undefined, standing?: Standing): Judged {
    return this.make(file, facts, standing, facts && this.memory(facts));
  }

  /** The same without recalling anything: fixes refer to the present text. */
  afresh(file: string, facts: FileFacts | undefined, standing?: Standing): Judged {
    return this.make(file, facts, standing, undefined);
  }

  /** What `of` gave for a file, with fixes that refer to the present text; made once. */
  withFixes(file: string, judged: Judged, facts: FileFacts): Judged {
    let fresh = this.anew.get(judged);
    if (!fresh) this.anew.set(judged, (fresh = this.afresh(file, facts, this.standing(file, judged, false))));
    return fresh;
  }

  /** What an open file shows now: all of it before an edit, otherwise only what it shows from earlier texts. */
  standing(file: string, judged: Judged | undefined, isEdited: boolean): Standing | undefined {
    const tree = this.host.files.trees.get(file);
    if (!tree || !judged || judged.raw.length === 0 || (!isEdited && judged.kept.length === 0 && judged.homes.size === 0)) return undefined;
    const earlier = new Set(judged.kept.map(({ raw }) => raw));
    // What is wrong with comments is seen in any text.
    const said = isEdited ? judged.raw.filter((raw) => !earlier.has(raw) && this.host.rules.has(raw.finding.rule)) : [];
    const statements = isEdited ? tree.statements.map(({ pos, end }) => ({ start: pos, end })) : [];
    return { file, before: tree.text, said, kept: judged.kept, homes: judged.homes, statements };
  }

  private memory(facts: FileFacts): Memory | undefined {
    const { files } = this.host;
    const tree = files.isOpen(facts.file) ? files.trees.get(facts.file) : undefined;
    return (
      tree && {
        before: this.remembered.get(facts.file),
        around: {
          file: facts.file,
          lineStarts: facts.lineStarts,
          statements: tree.statements,
          present: new Set(tree.statements),
          lineStartsOf: (other) => this.host.lineStarts(other),
          judgement: ++this.judgements,
        },
        parts: this.host.model.parts(facts.file),
      }
    );
  }

  private make(file: string, facts: FileFacts | undefined, standing: Standing | undefined, memory: Memory | undefined): Judged {
    const { files, judge, tree: routes } = this.host;
    const version = files.openVersion(file) ?? 0;
    if (!facts) {
      const skipped = files.skipped(file) ?? 'unreadable';
      return {
        result: { file, version, findings: [], skipped },
        raw: [],
        said: [],
        noted: [],
        lineStarts: [],
        isRecalled: false,
        kept: [],
        homes: new Map(),
      };
    }
    const { gaps, said, noted, isRecalled, remember } = judge.judge(facts, routes.routes(file), memory);
    if (remember) this.remembered.set(file, remember);
    else if (memory) this.remembered.delete(file);
    const tree = standing && files.trees.get(file);
    const { kept, homes } = tree
      ? carryOver(standing, tree.text, gaps, memory?.around.judgement, facts.broken, tree, facts.lineStarts)
      : { kept: [], homes: new Map() };
    const raw = [...gaps, ...kept.map((gap) => gap.raw)];
    return {
      result: { file, version, findings: this.finish(file, raw) },
      raw,
      said,
      noted,
      lineStarts: facts.lineStarts,
      isRecalled,
      kept,
      homes,
    };
  }

  /** Fingerprints, suppressions, waivers and baseline, in this order. */
  private finish(file: string, raw: RawFinding[]): Finding[] {
    const { files, model } = this.host;
    const config = this.host.config();
    // Most files have nothing to say, and need not be read again for that.
    if (raw.length === 0 && (model.peek(file)?.comments.length ?? 0) === 0) return [];
    const text = files.trees.get(file)?.text ?? files.text(file) ?? '';
    const keyOf = ({ finding: { rule, span }, scope, lasting }: RawFinding): string =>
      (lasting.print ??= fingerprintKey(rule, scope, normaliseCode(text.slice(span.start, span.end))));
    const prints =
      raw.length > 0
        ? fingerprintsOfKeys(
            file,
            raw.map((gap) => ({ key: keyOf(gap), start: gap.finding.span.start })),
          )
        : [];
    let findings = raw.map((gap, index) => withFingerprint(gap, prints[index]!));
    if (text.includes('production-gap-ignore')) {
      const directives = readDirectives(file, text, files.tree(file));
      const heeded = applySuppressions(findings, directives, {
        knownRules: [...this.host.known, ...ownRules.map((rule) => rule.id)],
        setting: (rule) => config.rules[rule],
      });
      findings = [...heeded.findings, ...heeded.extra.map((extra) => extra.finding)];
      // What is wrong with a comment has fixes like any other finding.
      raw.push(...heeded.extra.map(({ finding, proposals }) => ({ finding, scope: '', proposals, relatedSpans: [], lasting: {} })));
    }
    findings = applyWaivers(findings, config.waivers);
    findings = applyBaseline(findings, this.host.baseline(), (other) => files.files.includes(other));
    return findings.sort((a, b) => a.span.start - b.span.start || (a.rule < b.rule ? -1 : 1));
  }
}

/** The finding of a gap; the same object as long as nothing about it changes, so that what did not change is soon seen. */
function withFingerprint(gap: RawFinding, fingerprint: string): Finding {
  if (gap.finding.fingerprint !== fingerprint) gap.finding = { ...gap.finding, fingerprint };
  return gap.finding;
}
