import type { Span } from '../model/finding';
import { groupedBy } from '../model/grouping';
import { damagedStatements, homeOf } from '../syntax/broken';
import { locate } from '../syntax/ranges';
import { changeBetween } from '../syntax/textChange';
import { parse } from '../syntax/trees';
import type { RawFinding } from './runner';

/**
 * A gap that nobody has touched but that can't be seen for the moment: what is being typed next to it has swallowed it, or
 * hides what it is about. It stays until the text around it is whole again, so that squiggles don't flicker.
 */
export interface Kept {
  raw: RawFinding;
  /** The statement, member or property that it is about; typing in there leaves the verdict to the fresh judgement. */
  home: Span;
}

/** An edit between two texts: what was replaced, and by how much everything behind it moved. */
interface Change {
  start: number;
  end: number;
  delta: number;
}

/** Where a span is after a change that left it alone; undefined when the change was inside it. */
function moved(span: Span, { start, end, delta }: Change): Span | undefined {
  if (span.end <= start) return span;
  return span.start >= end ? { start: span.start + delta, end: span.end + delta } : undefined;
}

/** Gaps of the present text by rule; a large file has hundreds, and nearly all that were said before are looked for among them. */
class Fresh {
  private byRule: Map<string, RawFinding[]> | undefined;

  constructor(private readonly gaps: readonly RawFinding[]) {}

  /** The gap that says the same of the same place. */
  same({ finding: { rule, span } }: RawFinding): RawFinding | undefined {
    this.byRule ??= groupedBy(this.gaps, (gap) => gap.finding.rule);
    return this.byRule.get(rule)?.find(({ finding }) => finding.span.start < span.end && span.start < finding.span.end);
  }
}

/** What was said of a text and is to be said of the next one too, although judging it afresh says nothing. */
export interface Standing {
  file: string;
  before: string;
  /** Gaps of `before`, kept ones left out. */
  said: readonly RawFinding[];
  kept: readonly Kept[];
  /** What some of `said` were about when their statements were last whole. */
  homes: Homes;
  /** Top-level statements of `before`. */
  statements: readonly Span[];
}

/** The statement, member or property that a gap is about, where the present text may not tell. */
export type Homes = ReadonlyMap<RawFinding, Span>;

/** What is carried over: gaps that stay, and what fresh ones are about. */
export interface Carried {
  kept: Kept[];
  homes: Homes;
}

/**
 * Carries gaps over an edit. Only those whose own statement was left alone are carried, and only while the text does not
 * parse or their statement has become part of another one.
 *
 * @param gaps Gaps of `after`; those that were recalled are the same objects as in `said`.
 * @param judgement The judgement that `gaps` come from: what it recalled stands in statements that are as they were.
 * @param broken Whether `after` has syntax errors.
 * @param tree The syntax tree of `after`.
 * @param lineStarts Where the lines of `after` start, as offsets.
 */
export function carryOver(
  { file, before, said, kept, homes, statements }: Standing,
  after: string,
  gaps: readonly RawFinding[],
  judgement: number | undefined,
  broken: boolean,
  tree: Parameters<typeof homeOf>[0],
  lineStarts: readonly number[],
): Carried {
  const fresh = new Fresh(gaps);
  if (before === after) {
    // Judged again, for other reasons than typing: the same gaps, said anew.
    const anew = [...homes].flatMap(([raw, home]): [RawFinding, Span][] => {
      const same = fresh.same(raw);
      return same ? [[same, home]] : [];
    });
    return { kept: kept.filter(({ raw }) => !fresh.same(raw)), homes: new Map(anew) };
  }
  const { start, end } = changeBetween(before, after);
  const change: Change = { start, end, delta: after.length - before.length };
  const damaged = broken ? damagedStatements(tree) : [];
  const statementsBefore = new Map<Span, ReturnType<typeof parse>>();
  /** The tree of `before` is gone; a statement of it is soon parsed again. */
  const homeBefore = (span: Span): Span | undefined => {
    const around = statements.find(({ start, end }) => start <= span.start && span.end <= end);
    if (!around) return undefined;
    let statement = statementsBefore.get(around);
    if (!statement) statementsBefore.set(around, (statement = parse(file, before.slice(around.start, around.end))));
    const home = homeOf(statement, { start: span.start - around.start, end: span.end - around.start });
    return home && { start: home.start + around.start, end: home.end + around.start };
  };
  const result: Kept[] = [];
  const inherited = new Map<RawFinding, Span>();
  const carry = (raw: RawFinding, span: Span | undefined, homeOfIt: () => Span | undefined): void => {
    if (!span) return;
    const now: RawFinding = { ...raw, finding: { ...raw.finding, span } };
    const same = fresh.same(now);
    // Where everything around it parses, the tree tells what a gap is about.
    if (same && !homes.has(raw) && !damaged.some((statement) => statement.start <= span.start && span.start < statement.end)) return;
    const was = homeOfIt();
    const home = was && moved(was, change);
    if (!home) return;
    const present = homeOf(tree, span);
    if (!broken && present?.start === home.start && present.end === home.end) return;
    if (same) {
      inherited.set(same, home);
      return;
    }
    // Edits of its fixes refer to a text that is gone.
    result.push({
      home,
      raw: {
        ...now,
        finding: { ...now.finding, location: locate(file, lineStarts, span), related: [], fixes: [] },
        relatedSpans: [],
        proposals: [],
      },
    });
  };
  for (const raw of said) {
    const isRecalled = judgement !== undefined && raw.lasting.recalledIn === judgement;
    const home = homes.get(raw);
    if (isRecalled && !home) continue;
    const { span } = raw.finding;
    // What was recalled has been moved already.
    carry(raw, isRecalled && gaps.includes(raw) ? span : moved(span, change), () => home ?? homeBefore(span));
  }
  for (const { raw, home } of kept) carry(raw, moved(raw.finding.span, change), () => home);
  return { kept: result, homes: inherited };
}
