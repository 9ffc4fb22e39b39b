import type { Verification } from '../model/configuration';
import type {
  CatchFact,
  EmitterMade,
  ErrorLeak,
  Fact,
  FactBase,
  FactKind,
  FileFacts,
  Presence,
  Route,
  RowAccess,
  TableOwners,
} from '../model/facts';
import type { Confidence, Finding, Severity, Span } from '../model/finding';
import type { Rule } from '../model/meta';
import type { Habit, Posture } from '../model/posture';
import type { Address, FileRole, FixProposal, Report, RuleContext, VerifiedBy } from '../model/rule';
import { locate, positionAt } from '../syntax/ranges';
import type { OutcomeRecord } from './api';
import { withoutRepeats } from './repeats';
import {
  Earlier,
  nothing,
  placesOf,
  saidPart,
  type Noted,
  type Question,
  type Remembered,
  type Said,
  type SaidPart,
  type Surroundings,
} from './remembered';

/** What judging needs besides facts. */
export interface Judging {
  rules: readonly Rule[];
  /** Severity from the configuration, or `off`; undefined leaves the rule's own. */
  setting(rule: string): Severity | 'off' | undefined;
  siblings(route: Route): Route[];
  neighbours(route: Route): Route[];
  posture(route: Route): Posture | undefined;
  habit(route: Route, habit: Habit): Posture | undefined;
  routesTo(fact: FactBase): Route[];
  addressesAt(fact: FactBase): Address[];
  verifiedBy(fact: FactBase, check: Verification): VerifiedBy | undefined;
  byCookie(fact: FactBase): Presence;
  demands(fact: FactBase, setting: string): Presence;
  outlives(fact: FactBase): Presence;
  listens(emitter: EmitterMade): Presence;
  hidesMessage(leak: ErrorLeak): boolean;
  isSilent(caught: CatchFact): boolean;
  ownersOf(access: RowAccess): TableOwners;
  fileRole(file: string): FileRole;
  /** Facts of another file, for related places. */
  lineStarts(file: string): readonly number[] | undefined;
  /** What was asked about other endpoints since the last call of this. */
  takeQuestions(): readonly Question[];
  /** A rule threw: told once per rule. */
  failed(rule: string, file: string, error: unknown): void;
}

/** A gap as a rule reported it, before suppressions. */
export interface RawFinding {
  /** Its fingerprint is empty until all gaps of the file are known. */
  finding: Finding;
  scope: string;
  proposals: FixProposal[];
  /** What it was reported on; absent where nothing was judged. */
  about?: FactBase;
  /** What stays the same wherever the gap moves; copies share it. */
  lasting: {
    /** What its fingerprint is made of, once somebody has asked. */
    print?: string;
    /** The judgement that took it over from the one before, as it was. */
    recalledIn?: number;
  };
  /** Offsets of its related places, in their order; undefined for those in other files. */
  relatedSpans: readonly (Span | undefined)[];
}

/** What the rules said of one file. */
export interface Judgement {
  gaps: RawFinding[];
  /** Whatever was said of facts, with what was asked for it, in lists as they came about. */
  said: readonly (readonly Said[])[];
  /** What was noted of the file as a whole, or of gaps that were left out. */
  noted: readonly Noted[];
  /** Some gaps were not judged again. */
  isRecalled: boolean;
  /** To be given back the next time; only where a memory was given. */
  remember?: Remembered;
}

/** Verdicts of an open file that stay from one keystroke to the next. */
export interface Memory {
  /** What was said last; undefined when nothing of it holds. */
  before: Remembered | undefined;
  around: Surroundings;
  /** The facts by statement, if they are known so. */
  parts: readonly (readonly Fact[])[] | undefined;
}

function fill(template: string, data: Record<string, string | number> | undefined): string {
  return template.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(data?.[name] ?? ''));
}

/** Hands each rule the facts it needs. A rule that throws loses its own findings in the file and nothing else. */
export class Judge {
  private readonly listeners = new Map<FactKind, Listener[]>();
  /** The file that is judged now, and what rules say of the fact at hand. */
  private readonly heard: Heard = { file: '', lineStarts: [], gaps: [], noted: [] };

  constructor(private readonly judging: Judging) {}

  /** Judges one file. */
  judge(facts: FileFacts, routes: readonly Route[], memory?: Memory): Judgement {
    const failed = new Set<string>();
    this.judging.takeQuestions();
    this.heard.file = facts.file;
    this.heard.lineStarts = facts.lineStarts;
    const parts: readonly (readonly Fact[])[] = [...(memory?.parts ?? [facts.facts]), routes];
    let isRecalled = false;
    const now = parts.map((part, index): SaidPart => {
      // Statements keep their places until the file is looked at as a whole again; endpoints come last.
      const earlier = part === routes ? memory?.before?.at(-1) : memory?.before?.[index];
      if (!earlier)
        return saidPart(
          part,
          part.map((fact) => this.judgeOne(fact, memory, failed)),
        );
      const known = new Earlier(earlier, part, memory!.around);
      const said =
        known.all ??
        saidPart(
          part,
          part.map((fact, at) => known.of(fact, at) ?? this.judgeOne(fact, memory, failed)),
        );
      isRecalled ||= known.hasGaps;
      return said;
    });
    const all: RawFinding[] = [];
    for (const { spoken, isStill } of now) if (!isStill) for (const { gaps } of spoken) for (const gap of gaps) all.push(gap);
    const gaps = failed.size === 0 ? all : all.filter(({ finding }) => !failed.has(finding.rule));
    const noted = [...failed].map((rule): Noted => ({
      rule,
      outcome: 'error',
      note: `It failed in ${facts.file} and was left out there.`,
    }));
    const remember = memory && failed.size === 0 ? { remember: now } : {};
    const spoken = now.map((part) => part.spoken);
    const said =
      failed.size === 0
        ? spoken
        : spoken.map((some) => some.map((one) => ({ ...one, noted: one.noted.filter(({ rule }) => !failed.has(rule)) })));
    return withoutRepeats({ gaps, said, noted, isRecalled, ...remember }, this.judging);
  }

  private judgeOne(fact: Fact, memory: Memory | undefined, failed: Set<string>): Said {
    const { heard } = this;
    heard.gaps = [];
    heard.noted = [];
    for (const { rule, context, listen } of this.listenersTo(fact.kind)) {
      if (failed.has(rule.id) || this.judging.setting(rule.id) === 'off') continue;
      try {
        listen(fact, context);
      } catch (error) {
        failed.add(rule.id);
        this.judging.failed(rule.id, heard.file, error);
      }
    }
    const asked = this.judging.takeQuestions();
    if (heard.gaps.length + heard.noted.length + asked.length === 0) return nothing;
    return { gaps: heard.gaps, noted: heard.noted, asked, places: memory ? placesOf(heard.gaps, memory.around) : [] };
  }

  /** Rules that want to hear of a kind of fact. */
  private listenersTo(kind: FactKind): readonly Listener[] {
    let listeners = this.listeners.get(kind);
    if (!listeners) {
      listeners = this.judging.rules.flatMap((rule) => {
        const listen = rule.needs.includes(kind) ? (rule[kind] as Listener['listen'] | undefined) : undefined;
        return listen ? [{ rule, context: contextOf(rule, this.judging, this.heard), listen: listen.bind(rule) }] : [];
      });
      this.listeners.set(kind, listeners);
    }
    return listeners;
  }
}

/** What rules say while they are handed one fact of a file. */
interface Heard {
  file: string;
  lineStarts: readonly number[];
  gaps: RawFinding[];
  noted: Noted[];
}

interface Listener {
  rule: Rule;
  context: RuleContext;
  listen: (fact: Fact, context: RuleContext) => void;
}

/** Outcomes of a file with their places, for the checklist. */
export function outcomesOf(noted: readonly Noted[], file: string, lineStarts: readonly number[]): OutcomeRecord[] {
  return noted.map(({ rule, outcome, note, fact }) => ({
    rule,
    outcome,
    ...(note !== undefined ? { note } : {}),
    ...(fact ? { location: locate(file, lineStarts, fact.span) } : {}),
  }));
}

function contextOf(rule: Rule, judging: Judging, heard: Heard): RuleContext {
  const note = (outcome: Noted['outcome'], fact: FactBase, text?: string) => {
    heard.noted.push({ rule: rule.id, outcome, ...(text !== undefined ? { note: text } : {}), fact });
  };
  return {
    report: (fact, report) => heard.gaps.push(rawFinding(rule, heard, fact, report, judging)),
    evidence: (fact, text) => note('pass', fact, text),
    unknown: (fact, reason) => note('unknown', fact, reason),
    notApplicable: (fact) => note('notApplicable', fact),
    siblings: (route) => judging.siblings(route),
    neighbours: (route) => judging.neighbours(route),
    posture: (route) => judging.posture(route),
    habit: (route, habit) => judging.habit(route, habit),
    routesTo: (fact) => judging.routesTo(fact),
    addressesAt: (fact) => judging.addressesAt(fact),
    verifiedBy: (fact, check) => judging.verifiedBy(fact, check),
    byCookie: (fact) => judging.byCookie(fact),
    demands: (fact, setting) => judging.demands(fact, setting),
    outlives: (fact) => judging.outlives(fact),
    listens: (emitter) => judging.listens(emitter),
    hidesMessage: (leak) => judging.hidesMessage(leak),
    isSilent: (caught) => judging.isSilent(caught),
    ownersOf: (access) => judging.ownersOf(access),
    fileRole: (file) => judging.fileRole(file),
  };
}

/** A place that spans lines is pointed at on its first: whole calls underlined hide the code that they hold. */
function firstLine(span: Span, lineStarts: readonly number[]): Span {
  const next = lineStarts[positionAt(lineStarts, span.start).line];
  // Spans of facts move with the text; what was said keeps its own.
  return next === undefined || next > span.end
    ? { start: span.start, end: span.end }
    : { start: span.start, end: Math.max(span.start + 1, next - 1) };
}

function rawFinding(rule: Rule, facts: Heard, fact: FactBase, report: Report, judging: Judging): RawFinding {
  const set = judging.setting(rule.id);
  const setting = set === 'off' ? undefined : set;
  const template = rule.messages[report.message];
  if (template === undefined) throw new Error(`${rule.id} has no message ${report.message}`);
  const span = firstLine(report.span ?? fact.span, facts.lineStarts);
  const severity = setting ?? report.severity ?? rule.severity;
  const sure: Confidence = report.confidence ?? rule.confidence;
  const confidence: Confidence = fact.guessed ? (sure === 'high' ? 'medium' : 'low') : sure;
  const places = (report.related ?? []).flatMap((place) => {
    const lineStarts = place.file === facts.file ? facts.lineStarts : judging.lineStarts(place.file);
    return lineStarts ? [{ place, at: locate(place.file, lineStarts, place.span) }] : [];
  });
  const proposals = report.fixes ?? [];
  return {
    finding: {
      rule: rule.id,
      dimension: rule.dimension,
      outcome: 'gap',
      severity,
      confidence,
      location: locate(facts.file, facts.lineStarts, span),
      span,
      message: fill(template, report.data),
      shape: report.message,
      related: places.map(({ place, at }) => ({ ...at, message: place.message })),
      fingerprint: '',
      status: 'open',
      fixes: proposals.map(({ id, kind, title }) => ({ id, kind, title })),
    },
    scope: fact.scope,
    proposals,
    about: fact,
    lasting: {},
    relatedSpans: places.map(({ place }) => (place.file === facts.file ? { start: place.span.start, end: place.span.end } : undefined)),
  };
}
