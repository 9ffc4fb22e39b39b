import type { FunctionSummary } from '../model/facts';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { returned, type Returned } from './returns';
import { summarise } from './summaries';

/** How often the summary of a function is worked out when functions call each other in a circle. */
const mostTries = 3;

/** What the functions of one file do, worked out when somebody asks. */
export class OwnFunctions {
  private summaries = new Map<FunctionInfo, FunctionSummary | 'busy'>();
  /** Functions whose summaries are being worked out, outermost first; and the outermost of them that was asked about meanwhile. */
  private readonly underWay: FunctionInfo[] = [];
  private unanswered = Infinity;
  /** Functions that were worked out without it. */
  private readonly hasty: { fn: FunctionInfo; until: number }[] = [];
  private readonly tries = new Map<FunctionInfo, number>();
  private returns = new Map<FunctionInfo, Returned | 'busy'>();
  /** Functions of which it is being worked out what they give back, outermost first; and the outermost of them that was asked for it meanwhile. */
  private readonly giving: FunctionInfo[] = [];
  private earliest = Infinity;

  constructor(private readonly analysis: FileAnalysis) {}

  /** Summary of a function of this file; undefined while it is being worked out (recursion). */
  summary(fn: FunctionInfo): FunctionSummary | undefined {
    if (!this.analysis.prepared) return undefined;
    const known = this.summaries.get(fn);
    if (known === 'busy') this.unanswered = Math.min(this.unanswered, this.underWay.indexOf(fn));
    if (known) return known === 'busy' ? undefined : known;
    this.analysis.watch.check();
    this.summaries.set(fn, 'busy');
    const depth = this.underWay.push(fn) - 1;
    const before = this.earliest;
    this.earliest = Infinity;
    const summary = summarise(this.analysis, fn);
    this.underWay.pop();
    // What a function gives back was being worked out already: the summary holds for nobody but whoever asked meanwhile.
    if (this.earliest < this.giving.length) this.summaries.delete(fn);
    else this.summaries.set(fn, summary);
    this.earliest = Math.min(this.earliest, before);
    // Whatever asked about a function that had no answer yet is worked out again once that one has.
    if (this.unanswered < depth) this.hasty.push({ fn, until: this.unanswered });
    else this.unanswered = Infinity;
    while (this.hasty.length > 0 && this.hasty[this.hasty.length - 1]!.until >= depth) {
      const { fn: other } = this.hasty.pop()!;
      const tries = (this.tries.get(other) ?? 0) + 1;
      this.tries.set(other, tries);
      if (tries < mostTries) this.summaries.delete(other);
    }
    return summary;
  }

  /** Summary of a function of this file, by its id. */
  ownSummary(id: string): FunctionSummary | undefined {
    const fn = this.analysis.outline.byId.get(id);
    return fn && this.summary(fn);
  }

  /** What a function of this file gives back, which takes less than all of its summary. */
  returnOf(fn: FunctionInfo): Returned | undefined {
    const known = this.returns.get(fn);
    if (known === 'busy') this.earliest = Math.min(this.earliest, this.giving.indexOf(fn));
    if (known) return known === 'busy' ? undefined : known;
    this.returns.set(fn, 'busy');
    this.giving.push(fn);
    const value = returned(this.analysis, fn);
    this.giving.pop();
    this.returns.set(fn, value);
    return value;
  }

  /** What a function of this file gives back, by its id. */
  ownReturn(id: string): Returned | undefined {
    const fn = this.analysis.outline.byId.get(id);
    return fn && this.returnOf(fn);
  }

  /** Takes over what is known of the file before an edit, which nobody asks any more. */
  inherit(before: OwnFunctions): void {
    this.summaries = before.summaries;
    this.returns = before.returns;
  }

  /** Forgets all summaries. */
  forgetSummaries(): void {
    this.summaries.clear();
  }

  /** Forgets a function that changed or is gone. */
  forget(fn: FunctionInfo): void {
    this.summaries.delete(fn);
    this.returns.delete(fn);
  }
}
