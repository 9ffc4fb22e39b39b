import type { ExportFact, FileSummary } from '../model/facts';
import type { FileAnalysis } from './analysis';
import { Barrels } from './barrels';
import { exportFact, ownExports, starsOf } from './exportFacts';

/** How many files may pass a name on from one to the next. */
const mostSteps = 12;

/** An export with the file that declares it. */
export type Exported = ExportFact & { file: string };

/**
 * What files export, by whichever way it comes to them. `live` asks the tree of a file that is under analysis; `summaryOf` gives
 * the summary of any other file, which is analysed for it.
 */
export class ExportLookup {
  private readonly barrels = new Barrels((file) => this.namesOf(file));

  constructor(
    private readonly live: <T>(
      file: string,
      question: (analysis: FileAnalysis) => T,
      isEnough?: (answer: T) => boolean,
    ) => { answer: T | undefined } | undefined,
    private readonly summaryOf: (file: string) => FileSummary | undefined,
  ) {}

  /** What a name of a file stands for. Files that were asked are added to `asked`. */
  of(file: string, name: string, asked?: Set<string>, steps = mostSteps): Exported | undefined {
    asked?.add(file);
    // What is a function or a class, or comes from elsewhere, is that whatever its calls mean.
    const live = this.live(
      file,
      (analysis) => exportFact(analysis, name),
      (fact) => fact !== undefined && (fact.fn !== undefined || fact.cls !== undefined || fact.from !== undefined),
    );
    const own = live ? live.answer : this.summaryOf(file)?.exports[name];
    if (own) return own.from ? this.follow(own.from, asked, steps) : { ...own, file };
    // Members are where their object is.
    const found = this.barrels.find(file, name.replace(/\..*/, ''));
    for (const other of found.via) asked?.add(other);
    return found.file === undefined || steps === 0 ? undefined : this.of(found.file, name, asked, steps - 1);
  }

  /** Names that a file exports, with those of files that it passes on as they are; members of objects have names with dots. */
  names(file: string, asked?: Set<string>, seen = new Set<string>()): string[] {
    if (seen.has(file)) return [];
    seen.add(file);
    asked?.add(file);
    const live = this.live(file, (analysis) => ({ names: Object.keys(ownExports(analysis)), stars: starsOf(analysis) }));
    const { names, stars } = live ? (live.answer ?? nothing) : this.namesOf(file);
    const passedOn = stars
      .flatMap((star) => this.names(star, asked, seen))
      .filter((name) => name !== 'default' && !name.startsWith('default.'));
    return [...new Set([...names, ...passedOn])];
  }

  /** Some file exports something else than before. */
  forget(): void {
    this.barrels.forget();
  }

  private follow(from: { file: string; name: string }, asked: Set<string> | undefined, steps: number): Exported | undefined {
    if (from.name === '*') {
      asked?.add(from.file);
      return { path: `module:${from.file}#`, file: from.file };
    }
    return steps === 0 ? undefined : this.of(from.file, from.name, asked, steps - 1);
  }

  /** Names that a file exports itself, without those of members where it is under analysis, and the files that it passes on as they are. */
  private namesOf(file: string): { names: readonly string[]; stars: readonly string[] } {
    const live = this.live(
      file,
      (analysis) => ({
        names: analysis.exports.flatMap((entry) => ('star' in entry ? [] : [entry.name])),
        stars: starsOf(analysis),
      }),
      () => true,
    );
    if (live) return live.answer ?? nothing;
    const summary = this.summaryOf(file);
    return summary ? { names: Object.keys(summary.exports), stars: summary.stars } : nothing;
  }
}

const nothing = { names: [], stars: [] };
