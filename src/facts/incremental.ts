import { ts } from 'ts-morph';
import type { Fact, FileFacts, FunctionPlace, FunctionSummary } from '../model/facts';
import type { Span } from '../model/finding';
import { joined } from '../model/grouping';
import { lineStartsAfter } from '../syntax/ranges';
import { FileAnalysis } from './analysis';
import type { Project } from './fileContext';
import { wantedFunctions } from './wantedFunctions';
import { brokenRegions } from '../syntax/broken';
import { commentsOf, overlaps, placeOf, recogniseAll } from './fileFacts';
import { emittersOf, listeningTest } from './listeningCode';
import { Stopwatch } from './stopwatch';
import { membersAssigned } from './tracedRequestMembers';
import { isSelfContained, onlyChange, sameMeaning, shape } from './statementChanges';

/**
 * What is kept of an open file from one keystroke to the next. The parser gives unchanged statements back as the same
 * nodes; their facts hold as long as nothing that they may refer to has changed, and only move.
 */
export interface Kept {
  analysis: FileAnalysis;
  statements: readonly ts.Statement[];
  /** Start of each statement when its facts last moved. */
  starts: number[];
  facts: Fact[][];
  functions: FunctionPlace[][];
  /** What moves with a statement, worked out when it first does. */
  moving: (Moving | undefined)[];
  /** Of all functions, those that nobody outside can ask about included. */
  summaries: Record<string, FunctionSummary>;
  /** Some fact of a statement depends on who calls it from others. */
  entangled: boolean;
  /** Functions whose facts depend on what they are given, with the statement that each stands in; and the other statements that mention one. */
  callers: { functions: ReadonlyMap<string, number>; statements: ReadonlySet<number> };
  /** What code looks like that decides whether somebody listens to an emitter of the file, and the statements that do. */
  listening: { test: RegExp | undefined; statements: ReadonlySet<number> };
  /** The facts of `whole` by top-level statement: where nothing was edited, the same list of facts as in the text before. */
  parts: readonly (readonly Fact[])[];
  whole: FileFacts;
}

/** The members that a statement gives values. */
function membersOf({ pos, end }: ts.Statement, { text }: ts.SourceFile): string {
  return [...membersAssigned(text.slice(pos, end))].sort().join();
}

type OrderedFact = Extract<Fact, { order: number }>;

/** What is pushed along when the text before a statement grows: each span inside its facts and functions once, and facts with a place in an order. */
interface Moving {
  spans: readonly Span[];
  ordered: readonly OrderedFact[];
}

/** Divides the facts of a full analysis by top-level statement. `all` are the facts before broken regions were left out. */
export function keep(analysis: FileAnalysis, all: readonly Fact[], whole: FileFacts): Kept {
  const statements = [...analysis.source.statements];
  const starts = statements.map((statement) => statement.pos);
  const at = (offset: number) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const facts: Fact[][] = statements.map(() => []);
  const functions: FunctionPlace[][] = statements.map(() => []);
  for (const fact of all) facts[at(fact.span.start)]?.push(fact);
  for (const fn of whole.functions) functions[at(fn.span.start)]?.push(fn);
  const summaries = Object.fromEntries(analysis.outline.functions.map((fn) => [fn.id, analysis.summary(fn)!]));
  const textOf = (index: number): string => analysis.source.text.slice(starts[index], statements[index]!.end);
  const callers = callersIn([...askedIn(facts), ...askedOf(analysis, at)], facts.length, textOf);
  return {
    analysis,
    statements,
    starts,
    facts,
    functions,
    summaries,
    callers,
    listening: listeningIn(facts, textOf),
    entangled: all.some(dependsOnCallers),
    moving: statements.map(() => undefined),
    parts: partsOf(facts, statements, brokenRegions(analysis.source)),
    whole,
  };
}

function partsOf(facts: readonly Fact[][], statements: readonly ts.Statement[], broken: readonly Span[]): Fact[][] {
  return facts.map((own, index) => outside(broken, own, statements[index]!));
}

/** A name, and the statement that asked about its uses. */
type Asked = readonly [name: string, statement: number];

/** Stands for several statements that asked about the same name. */
const several = -1;

/** See `Kept.callers`. */
function callersIn(asked: readonly Asked[], count: number, textOf: (index: number) => string): Kept['callers'] {
  const functions = new Map<string, number>();
  for (const [name, index] of asked) functions.set(name, (functions.get(name) ?? index) === index ? index : several);
  const statements = new Set<number>();
  for (const [name, own] of functions)
    for (let index = 0; index < count; index++) if (index !== own && mentions(textOf(index), name)) statements.add(index);
  return { functions, statements };
}

/** Functions whose callers were looked at for facts, by statement. */
function askedIn(facts: readonly (readonly Fact[])[]): Asked[] {
  return facts.flatMap((list, index) =>
    list.flatMap((fact) => (fact.kind === 'taintedSink' ? (fact.callersOf ?? []) : [])).map((name) => [name, index] as const),
  );
}

/** What an analysis noted, whatever became of it. */
function askedOf({ askedFor }: FileAnalysis, at: (offset: number) => number): Asked[] {
  return [...askedFor].flatMap(([name, places]) => [...places].map((place) => [name, at(place)] as const));
}

/** See `Kept.listening`. */
function listeningIn(facts: readonly (readonly Fact[])[], textOf: (index: number) => string): Kept['listening'] {
  const test = listeningTest(facts.flatMap(emittersOf));
  const statements = [...facts.keys()].filter((index) => test?.test(textOf(index)) || emittersOf(facts[index]!).length > 0);
  return { test, statements: new Set(statements) };
}

/** One pattern for all names of a list: to make one for each at every key takes longer than to look. */
const patterns = new WeakMap<ReadonlyMap<string, unknown>, RegExp>();

/** Those of some names that a text mentions. */
function namesIn(text: string, names: ReadonlyMap<string, unknown>): string[] {
  let pattern = patterns.get(names);
  if (!pattern) {
    const all = [...names.keys()].map((name) => name.replace(/\$/g, '\\$'));
    patterns.set(names, (pattern = new RegExp(`(?<![\\w$])(?:${all.join('|')})(?![\\w$])`, 'g')));
  }
  return text.match(pattern) ?? [];
}

export function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$])${name.replace(/\$/g, '\\$')}(?![\\w$])`).test(text);
}

/** Facts after an edit inside one statement, or undefined when the rest of the file may be concerned. */
export function advance(
  kept: Kept,
  source: ts.SourceFile,
  project: Project,
): { kept: Kept; facts: FileFacts; sameSummary: boolean } | undefined {
  if (kept.entangled) return undefined;
  const changed = onlyChange(kept, source);
  if (changed === undefined || kept.callers.statements.has(changed)) return undefined;
  const old = kept.statements[changed]!;
  const statement = source.statements[changed]!;
  const { functions: called } = kept.callers;
  if (called.size > 0 && namesIn(source.text.slice(statement.pos, statement.end), called).some((name) => called.get(name) !== changed))
    return undefined;
  // A member that begins or ceases to be given a value may be read anywhere.
  if (membersOf(old, kept.analysis.source) !== membersOf(statement, source)) return undefined;
  const { listening } = kept;
  if (listening.statements.has(changed) || listening.test?.test(source.text.slice(statement.pos, statement.end))) return undefined;
  if (!isSelfContained(old, statement, source)) return undefined;
  const analysis = new FileAnalysis(source, kept.analysis.context, kept.analysis.tables, project, new Stopwatch(Infinity), {
    analysis: kept.analysis,
    changed: statement,
  });
  const infos = analysis.outline.functions;
  const oldInfos = kept.analysis.outline.pieces.get(old)?.functions ?? [];
  const outer = (list: typeof infos) =>
    list
      .filter((fn) => !fn.parent)
      .map((fn) => fn.id)
      .join();
  if (analysis.outline.conflict || outer(infos) !== outer(oldInfos)) return undefined;
  analysis.prepare();
  const found = recogniseAll(analysis).filter((fact) => fact.span.start >= statement.pos && fact.span.start < statement.end);
  if (
    analysis.disturbed ||
    found.some(dependsOnCallers) ||
    emittersOf(found).length > 0 ||
    [...askedIn([found]), ...askedOf(analysis, () => 0)].some(([name]) => called.get(name) !== changed)
  )
    return undefined;
  const summaries = infos.map((fn) => analysis.summary(fn)!);
  if (!ts.isExpressionStatement(statement) && !sameMeaning(kept, analysis, old, statement, summaries)) return undefined;
  const oldIds = oldInfos.map((fn) => fn.id);
  const sameSummary = oldIds.length === infos.length && summaries.every((summary) => shape(summary) === shape(kept.summaries[summary.id]));
  const next: Kept = {
    ...kept,
    analysis,
    statements: [...source.statements],
    facts: [...kept.facts],
    functions: [...kept.functions],
    starts: [...kept.starts],
    moving: [...kept.moving],
    summaries: replaced(kept.summaries, oldIds, summaries, sameSummary),
  };
  next.facts[changed] = found;
  next.functions[changed] = infos.map((fn) => placeOf(analysis, fn));
  next.starts[changed] = statement.pos;
  next.moving[changed] = undefined;
  for (let index = changed + 1; index < next.statements.length; index++) move(next, index);
  const broken = brokenRegions(source);
  const parts = partsOf(next.facts, next.statements, broken);
  next.parts = parts;
  const functions = kept.whole.summary.functions;
  const wanted = wantedFunctions(analysis, found);
  next.whole = {
    ...kept.whole,
    lineStarts: lineStartsAfter(kept.whole.lineStarts, source.text, statement, source.text.length - kept.analysis.source.text.length),
    functions: joined(next.functions),
    facts: joined(parts),
    summary: {
      ...kept.whole.summary,
      functions: replaced(
        functions,
        oldIds,
        summaries.filter(({ id }) => functions[id] !== undefined || wanted.has(id)),
        sameSummary,
      ),
    },
    broken: broken.length > 0,
    comments: commentsOf(source.text),
  };
  return { kept: next, facts: next.whole, sameSummary };
}

/** Facts of a statement that stand in none of the regions with syntax errors. */
function outside(broken: readonly Span[], facts: Fact[], statement: ts.Statement): Fact[] {
  const near = broken.filter((region) => overlaps(region, { start: statement.pos, end: statement.end }));
  return near.length === 0 ? facts : facts.filter((fact) => !near.some((region) => overlaps(region, fact.span)));
}

/** Puts the summaries of a statement in place of its old ones. Where they say the same, nobody compares with the record as it was. */
function replaced(all: Kept['summaries'], old: readonly string[], now: readonly FunctionSummary[], isSame: boolean): Kept['summaries'] {
  const result = isSame ? all : { ...all };
  if (!isSame) for (const id of old) delete result[id];
  for (const summary of now) result[summary.id] = summary;
  return result;
}

/** How often a client is made, and whether something is thrown while a request is answered, is told by who calls the function around it. */
function dependsOnCallers(fact: Fact): boolean {
  return (
    (fact.kind === 'asyncCallback' && fact.byCallers === true) ||
    (fact.kind === 'connection' && fact.fn !== undefined && fact.made !== 'once')
  );
}

/** Moves everything of a statement that the text before it has pushed along. */
function move(kept: Kept, index: number): void {
  const delta = kept.statements[index]!.pos - kept.starts[index]!;
  if (delta === 0) return;
  const start = kept.starts[index]!;
  const { spans, ordered } = (kept.moving[index] ??= {
    spans: spansIn(
      [kept.facts[index], kept.functions[index], kept.functions[index]!.map(({ id }) => kept.summaries[id])],
      start,
      kept.statements[index]!.end - delta,
    ),
    ordered: kept.facts[index]!.filter((fact): fact is OrderedFact => 'order' in fact && fact.order !== 0),
  });
  for (const span of spans) {
    span.start += delta;
    span.end += delta;
  }
  for (const fact of ordered) fact.order += delta;
  kept.starts[index] = start + delta;
}

/** All spans inside a statement, each object once. */
function spansIn(value: unknown, start: number, end: number, seen = new Set<object>()): Span[] {
  const spans: Span[] = [];
  const visit = (inner: unknown): void => {
    if (typeof inner !== 'object' || inner === null || seen.has(inner)) return;
    seen.add(inner);
    if (Array.isArray(inner)) {
      for (const element of inner) visit(element);
      return;
    }
    const candidate = inner as Span;
    if (typeof candidate.start === 'number' && typeof candidate.end === 'number') {
      if (candidate.start >= start && candidate.end <= end) spans.push(candidate);
      return;
    }
    for (const part of Object.values(inner)) visit(part);
  };
  visit(value);
  return spans;
}
