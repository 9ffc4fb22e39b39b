import type { FactBase } from '../model/facts';
import type { Location, Span } from '../model/finding';
import { locate } from '../syntax/ranges';
import type { RawFinding } from './runner';

/** What a rule asked about other endpoints: would the answer still be the same? */
export type Question = () => boolean;

/** What a rule noted about a fact beside gaps. */
export interface Noted {
  rule: string;
  outcome: 'pass' | 'notApplicable' | 'unknown' | 'error';
  note?: string;
  /** What it was noted about; its span is read when somebody wants the place. */
  fact?: FactBase;
}

/** All that the rules said of one fact. */
export interface Said {
  gaps: readonly RawFinding[];
  noted: readonly Noted[];
  asked: readonly Question[];
  /** Where the gaps stand and their related places, in the order of both. */
  places: readonly Place[];
}

/** A place in a statement of the same file, which moves with the statement; or in another file, which stays as it is. */
type Place = { statement: Statement; offset: number; length: number } | { file: string; lineStarts: readonly number[] | undefined };

/** A top-level statement: the parser keeps the object, with its present offset, as long as nobody edits it. */
interface Statement {
  readonly pos: number;
}

/** What judging needs to know of the text to keep verdicts from one keystroke to the next. */
export interface Surroundings {
  file: string;
  lineStarts: readonly number[];
  /** Top-level statements, in their order: what moves, moves with all of its statement. */
  statements: readonly Statement[];
  /** The same statements, to see which are still there. */
  present: ReadonlySet<Statement>;
  lineStartsOf(file: string): readonly number[] | undefined;
}

/**
 * Verdicts on the facts of an open file, one for each. An edit makes new facts of the statement that was edited and only
 * moves the others, so what was said of these holds as long as what rules asked about other endpoints has the same answer.
 */
export interface Remembered {
  subjects: readonly FactBase[];
  said: readonly Said[];
}

/** Facts of a statement that is edited are seldom more than this. */
const ahead = 64;

/** Looks up what was said before. Facts keep their order from one keystroke to the next, so each stands close behind the one before. */
export class Earlier {
  private next = 0;
  private missed = 0;
  private all: Map<FactBase, Said> | undefined;

  constructor(private readonly remembered: Remembered) {}

  of(subject: FactBase): Said | undefined {
    const { subjects, said } = this.remembered;
    const end = Math.min(this.next + ahead, subjects.length);
    for (let at = this.next; at < end; at++) {
      if (subjects[at] !== subject) continue;
      this.next = at + 1;
      return said[at];
    }
    // Most of those that are missed are new. After a file was looked at as a whole, its facts stand in another order.
    if (++this.missed < ahead) return undefined;
    this.all ??= new Map(subjects.map((one, index) => [one, said[index]!]));
    return this.all.get(subject);
  }
}

/** Says in terms of statements where gaps and their related places stand. */
export function placesOf(gaps: readonly RawFinding[], { file, statements, lineStartsOf }: Surroundings): readonly Place[] {
  if (gaps.length === 0) return nowhere;
  const placeOf = ({ start, end }: Span): Place => {
    const statement = statementAt(statements, start) ?? beginning;
    return { statement, offset: start - statement.pos, length: end - start };
  };
  return gaps.flatMap(({ finding, relatedSpans }) => [
    placeOf(finding.span),
    ...finding.related.map((other, index): Place => (other.file === file ? placeOf(relatedSpans[index]!) : { file: other.file, lineStarts: lineStartsOf(other.file) })),
  ]);
}

const nowhere: readonly Place[] = [];
/** What stands before all statements never moves. */
const beginning: Statement = { pos: 0 };

/** What was said of a fact, where it stands now; undefined when it has to be judged again. */
export function recall(said: Said, around: Surroundings): Said | undefined {
  if (said.asked.length > 0 && !said.asked.every((holds) => holds())) return undefined;
  if (said.gaps.length === 0) return said;
  const isThere = said.places.every((place) => ('statement' in place ? place.statement === beginning || around.present.has(place.statement) : around.lineStartsOf(place.file) === place.lineStarts));
  if (!isThere) return undefined;
  let next = 0;
  let gaps: RawFinding[] | undefined;
  for (let index = 0; index < said.gaps.length; index++) {
    const gap = said.gaps[index]!;
    const moved = movedGap(gap, said.places, next, around);
    next += 1 + gap.finding.related.length;
    if (moved !== gap) gaps ??= said.gaps.slice(0, index);
    gaps?.push(moved);
  }
  return gaps ? { ...said, gaps } : said;
}

/** The same gap where its statements stand now, its places being those from `first` on; the same object where nothing moved. */
function movedGap(gap: RawFinding, places: readonly Place[], first: number, { file, lineStarts }: Surroundings): RawFinding {
  const { finding } = gap;
  const span = spanOf(places[first]!, finding.span);
  const location = locationOf(file, lineStarts, span, finding.location);
  const isStill = span === finding.span && location === finding.location;
  if (isStill && !isRelatedMoved(gap, places, first, lineStarts)) return gap;
  if (finding.related.length === 0) return { ...gap, finding: { ...finding, span, location } };
  const relatedSpans = gap.relatedSpans.map((other, index) => other && spanOf(places[first + 1 + index]!, other));
  const related = finding.related.map((other, index) => {
    const now = relatedSpans[index];
    const place = now ? locationOf(file, lineStarts, now, other) : other;
    return place === other ? other : { ...place, message: other.message };
  });
  return { ...gap, relatedSpans, finding: { ...finding, span, location, related } };
}

/** Does a place that goes with a gap stand elsewhere now? */
function isRelatedMoved({ finding, relatedSpans }: RawFinding, places: readonly Place[], first: number, lineStarts: readonly number[]): boolean {
  return relatedSpans.some((span, index) => {
    if (!span) return false;
    const now = spanOf(places[first + 1 + index]!, span);
    return now !== span || !isAt(finding.related[index]!, now, lineStarts);
  });
}

function isAt(before: Location, { start, end }: Span, lineStarts: readonly number[]): boolean {
  const isThere = (line: number, column: number, offset: number): boolean => lineStarts[line - 1]! + column - 1 === offset && (lineStarts[line] ?? Infinity) > offset;
  return isThere(before.line, before.column, start) && isThere(before.endLine, before.endColumn, end);
}

/** Location of a span; `before` where it is the same, which is soon seen. */
function locationOf<T extends Location>(file: string, lineStarts: readonly number[], span: Span, before: T): T | Location {
  return isAt(before, span, lineStarts) ? before : locate(file, lineStarts, span);
}

function spanOf(place: Place, span: Span): Span {
  if (!('statement' in place)) return span;
  const start = place.statement.pos + place.offset;
  return start === span.start ? span : { start, end: start + place.length };
}

/** The statement that an offset stands in, with the comments in front of it; statements begin where the one before ends. */
function statementAt(statements: readonly Statement[], offset: number): Statement | undefined {
  let low = 0;
  let high = statements.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (statements[middle]!.pos <= offset) low = middle;
    else high = middle - 1;
  }
  return statements[low];
}
