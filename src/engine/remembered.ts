import type { FactBase } from '../model/facts';
import type { Finding, Location, RelatedLocation, Span } from '../model/finding';
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
  /** Tells this judgement from those before it. */
  judgement: number;
}

/**
 * Verdicts on the facts of an open file. An edit makes new facts of the statement that was edited and only moves the
 * others, so what was said of these holds as long as what rules asked about other endpoints has the same answer.
 */
export type Remembered = readonly SaidPart[];

/** What was said of facts that come and go together, those of a statement or all endpoints. */
export interface SaidPart {
  subjects: readonly FactBase[];
  /** One for each subject. */
  said: readonly Said[];
  /** Those of `said` in which there is something. */
  spoken: readonly Said[];
  /** There is nothing to move and nothing to ask again: it stays as it is wherever the facts go. */
  isStill: boolean;
}

export function saidPart(subjects: readonly FactBase[], said: readonly Said[]): SaidPart {
  const spoken = said.filter((one) => one !== nothing);
  return { subjects, said, spoken, isStill: spoken.every(({ gaps, asked }) => gaps.length + asked.length === 0) };
}

/** What is said of most facts. */
export const nothing: Said = { gaps: [], noted: [], asked: [], places: [] };

/** What was said before about facts, or about some of them, and still holds. */
export class Earlier {
  /** All of it, if the facts are the same and everything holds. */
  readonly all: SaidPart | undefined;
  /** Some of what holds are gaps. */
  hasGaps = false;
  private readonly kept: (Said | undefined)[] | undefined;
  private byFact: Map<FactBase, Said> | undefined;

  constructor(
    private readonly part: SaidPart,
    subjects: readonly FactBase[],
    private readonly around: Surroundings,
  ) {
    if (part.subjects !== subjects) return;
    let lost: Said[] | undefined;
    for (const said of part.isStill ? [] : part.spoken) if (!this.holds(said)) (lost ??= []).push(said);
    if (!lost) this.all = part;
    else this.kept = part.said.map((said) => (lost.includes(said) ? undefined : said));
  }

  /** What was said of a fact, which is the one at an index of the subjects. */
  of(subject: FactBase, index: number): Said | undefined {
    if (this.kept) return this.kept[index];
    this.byFact ??= new Map(this.part.subjects.map((one, at) => [one, this.part.said[at]!]));
    const said = this.byFact.get(subject);
    return said && this.holds(said) ? said : undefined;
  }

  private holds(said: Said): boolean {
    const holds = recall(said, this.around);
    if (holds && said.gaps.length > 0) this.hasGaps = true;
    return holds;
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
    ...finding.related.map((other, index): Place =>
      other.file === file ? placeOf(relatedSpans[index]!) : { file: other.file, lineStarts: lineStartsOf(other.file) },
    ),
  ]);
}

const nowhere: readonly Place[] = [];
/** What stands before all statements never moves. */
const beginning: Statement = { pos: 0 };

/** Does what was said of a fact still hold? Then its gaps are moved to where they stand now. */
function recall({ gaps, asked, places }: Said, around: Surroundings): boolean {
  for (const holds of asked) if (!holds()) return false;
  for (const place of places) if (!isThere(place, around)) return false;
  let next = 0;
  for (const gap of gaps) {
    gap.lasting.recalledIn = around.judgement;
    moveGap(gap, places, next, around);
    next += 1 + gap.finding.related.length;
  }
  return true;
}

function isThere(place: Place, { present, lineStartsOf }: Surroundings): boolean {
  return 'statement' in place
    ? place.statement === beginning || present.has(place.statement)
    : lineStartsOf(place.file) === place.lineStarts;
}

/** Moves a gap to where its statements stand now, its places being those from `first` on. A finding that moves is another object. */
function moveGap(gap: RawFinding, places: readonly Place[], first: number, { file, lineStarts }: Surroundings): void {
  const { finding } = gap;
  const span = spanOf(places[first]!, finding.span);
  const location = locationOf(file, lineStarts, span, finding.location);
  if (finding.related.length === 0) {
    if (span !== finding.span || location !== finding.location) gap.finding = placed(finding, span, location, finding.related);
    return;
  }
  const isStill = span === finding.span && location === finding.location;
  if (isStill && !isRelatedMoved(gap, places, first, lineStarts)) return;
  gap.relatedSpans = gap.relatedSpans.map((other, index) => other && spanOf(places[first + 1 + index]!, other));
  const related = finding.related.map((other, index) => {
    const now = gap.relatedSpans[index];
    const place = now ? locationOf(file, lineStarts, now, other) : other;
    return place === other ? other : { ...place, message: other.message };
  });
  // Most keys change no line, and the places of others are told by lines.
  const isRelatedStill = related.every((place, index) => place === finding.related[index]);
  gap.finding = placed(finding, span, location, isRelatedStill ? finding.related : related);
}

/** A finding at another place. Hundreds move with each key; copied by name, their properties take a third less memory. */
function placed(
  { rule, dimension, outcome, severity, confidence, message, shape, fingerprint, status, fixes }: Finding,
  span: Span,
  location: Location,
  related: RelatedLocation[],
): Finding {
  return {
    rule,
    dimension,
    outcome,
    severity,
    confidence,
    location,
    span,
    message,
    ...(shape === undefined ? {} : { shape }),
    related,
    fingerprint,
    status,
    fixes,
  };
}

/** Does a place that goes with a gap stand elsewhere now? */
function isRelatedMoved(
  { finding, relatedSpans }: RawFinding,
  places: readonly Place[],
  first: number,
  lineStarts: readonly number[],
): boolean {
  return relatedSpans.some((span, index) => {
    if (!span) return false;
    const now = spanOf(places[first + 1 + index]!, span);
    return now !== span || !isAt(finding.related[index]!, now, lineStarts);
  });
}

function isAt(before: Location, { start, end }: Span, lineStarts: readonly number[]): boolean {
  const isThere = (line: number, column: number, offset: number): boolean =>
    lineStarts[line - 1]! + column - 1 === offset && (lineStarts[line] ?? Infinity) > offset;
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
