/**
 * What a text may hold, asked of it as a whole before somebody looks closer. An answer outlives edits: what was not there can
 * only have come with the statement that was edited, and what was there counts as there until all of the text is new.
 */
export class TextTests {
  private readonly known = new Map<RegExp, boolean>();

  constructor(private readonly text: string) {}

  /** May the text hold what a pattern finds? `pattern` has to be the same object each time, and no match of it longer than a statement. */
  mayHold(pattern: RegExp): boolean {
    let held = this.known.get(pattern);
    if (held === undefined) this.known.set(pattern, (held = pattern.test(this.text)));
    return held;
  }

  /** Takes over what is known of the text before an edit inside a statement, which now reads as `statement`. */
  inherit({ known }: TextTests, statement: string): void {
    for (const [pattern, held] of known) this.known.set(pattern, held || pattern.test(statement));
  }
}
