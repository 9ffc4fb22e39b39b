import { syntaxErrors } from '../fixes/edits';
import type { Judgements } from './judgements';
import type { ChangedCode } from './projectChecks';
import type { Registry } from './registry';
import type { SessionParts } from './sessionParts';
import { withTexts, type Trial } from './trials';

/** Tries changes out before they are offered, and leaves everything as it was. */
export class TrialRuns {
  constructor(
    private readonly parts: SessionParts,
    private readonly registry: Registry,
    private readonly judgements: Judgements,
  ) {}

  /** Judges a file with another text, and leaves everything as it was. */
  of(file: string, text: string): Trial | undefined {
    return this.parts.textFiles.covers(file) ? this.trialOfText(file, text) : this.trialOfCode(file, text);
  }

  private trialOfCode(file: string, text: string): Trial | undefined {
    return this.withCode(new Map([[file, text]]), ([changed]) => changed?.after);
  }

  /** Analyses files of code with other texts for as long as `work` takes. */
  withCode<T>(texts: ReadonlyMap<string, string>, work: (changed: readonly ChangedCode[]) => T): T {
    const before = new Map([...texts.keys()].map((file) => [file, this.registry.registered.get(file)]));
    const errors = (file: string): number => syntaxErrors(this.parts.files.tree(file));
    const stumbles = new Map([...before].map(([file, facts]) => [file, facts ? errors(file) : 0]));
    const hadChanged = this.registry.linksChanged;
    try {
      return withTexts(this.parts.files, texts, () => {
        const made = [...texts.keys()].map(
          (file) =>
            [
              file,
              this.registry.register(
                file,
                this.registry.guarded(file, () => this.parts.model.refresh(file)),
              ),
            ] as const,
        );
        return work(
          made.map(([file, facts]) => ({
            before: this.judgements.judged.get(file),
            isBroken: errors(file) > stumbles.get(file)!,
            after: facts && { routes: this.parts.tree.handledIn(file), judged: this.judgements.verdicts.afresh(file, facts), facts },
          })),
        );
      });
    } finally {
      for (const [file, facts] of before) {
        if (facts) this.parts.model.restore(facts);
        else this.parts.model.forget(file);
        this.registry.register(file, facts);
      }
      this.registry.linksChanged = hadChanged;
    }
  }

  private trialOfText(file: string, text: string): Trial | undefined {
    try {
      return withTexts(this.parts.files, new Map([[file, text]]), () => {
        this.parts.textFiles.changed(file);
        const facts = this.parts.textFiles.facts(file);
        return facts && { judged: this.judgements.verdicts.afresh(file, facts), facts, routes: [] };
      });
    } finally {
      this.parts.textFiles.changed(file);
    }
  }
}
