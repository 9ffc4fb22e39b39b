import { isSame } from '../facts/textModel';
import type { Verification } from '../model/configuration';
import type { CatchFact, EmitterMade, ErrorLeak, FactBase, Presence, Route, RowAccess, TableOwners } from '../model/facts';
import type { VerifiedBy } from '../model/rule';
import type { Registry } from './registry';
import { Judge, type Judging } from './runner';
import type { SessionParts } from './sessionParts';
import type { Standing } from './steady';
import { verifiedBy } from './verifications';
import { Verdicts, type Judged } from './verdicts';

/** What is said of each file, as far as it was judged. */
export class Judgements {
  readonly judged = new Map<string, Judged>();
  /** Routes that a file was last judged with, and what its rules asked about others. */
  readonly judgedWith = new Map<string, { routes: readonly Route[]; said: Judged['said'] }>();
  readonly verdicts: Verdicts;
  /** How many files were judged since somebody set it to 0. */
  rejudged = 0;

  constructor(
    private readonly parts: SessionParts,
    private readonly registry: Registry,
  ) {
    this.verdicts = new Verdicts({
      files: this.parts.files,
      model: this.parts.model,
      tree: this.parts.tree,
      judge: new Judge(this.judging()),
      rules: this.parts.ruleIds,
      known: this.parts.knownRules,
      config: () => this.parts.settings.config,
      baseline: () => this.parts.settings.baseline,
      lineStarts: (file) => this.parts.lineStarts(file),
    });
  }

  private judging(): Judging {
    return {
      rules: this.parts.rules,
      setting: (rule) => this.parts.settings.config.rules[rule],
      siblings: (route) => this.parts.questions.siblings(route),
      neighbours: (route) => this.parts.questions.neighbours(route),
      posture: (route) => this.parts.questions.posture(route),
      habit: (route, habit) => this.parts.questions.habit(route, habit),
      routesTo: (fact) => this.parts.questions.routesTo(fact),
      addressesAt: (fact) => this.parts.questions.addressesAt(fact),
      verifiedBy: (fact, check) => this.verifiedBy(fact, check),
      byCookie: (fact) => this.byCookie(fact),
      demands: (fact, setting) => this.demands(fact, setting),
      outlives: (fact) => this.outlives(fact),
      listens: (emitter) => this.listens(emitter),
      hidesMessage: (leak) => this.hidesMessage(leak),
      isSilent: (caught) => this.isSilent(caught),
      ownersOf: (access) => this.ownersOf(access),
      fileRole: (file) => this.parts.files.role(file),
      lineStarts: (file) => this.parts.lineStarts(file),
      takeQuestions: () => this.parts.questions.take(),
      failed: (rule, file, error) => this.registry.tell(rule, file, error),
    };
  }

  private verifiedBy(fact: FactBase, check: Verification): VerifiedBy | undefined {
    const { packageDir } = this.parts.files.context(fact.file);
    const find = () => verifiedBy(this.parts.configuration.of('pipeline'), check, packageDir);
    const found = find();
    this.parts.questions.ask(() => isSame(found, find()));
    return found;
  }

  private byCookie(fact: FactBase): Presence {
    const found = this.parts.packageFacts.byCookie(fact);
    this.parts.questions.ask(() => found === this.parts.packageFacts.byCookie(fact));
    return found;
  }

  private demands(fact: FactBase, setting: string): Presence {
    const found = this.parts.packageFacts.demands(fact, setting);
    this.parts.questions.ask(() => found === this.parts.packageFacts.demands(fact, setting));
    return found;
  }

  private outlives(fact: FactBase): Presence {
    const found = this.parts.packageFacts.outlives(fact);
    this.parts.questions.ask(() => found === this.parts.packageFacts.outlives(fact));
    return found;
  }

  private listens(emitter: EmitterMade): Presence {
    const found = this.parts.packageFacts.listens(emitter);
    this.parts.questions.ask(() => found === this.parts.packageFacts.listens(emitter));
    return found;
  }

  private hidesMessage(leak: ErrorLeak): boolean {
    const found = this.parts.packageFacts.hidesMessage(leak);
    this.parts.questions.ask(() => found === this.parts.packageFacts.hidesMessage(leak));
    return found;
  }

  private isSilent({ file, logsOf }: CatchFact): boolean {
    if (logsOf === undefined) return false;
    const isOff = () => this.parts.packageFacts.silent(file).includes(logsOf);
    const found = isOff();
    this.parts.questions.ask(() => found === isOff());
    return found;
  }

  private ownersOf(access: RowAccess): TableOwners {
    const { rowOwners, questions } = this.parts;
    const version = rowOwners.versionOf(access.table);
    questions.ask(() => version === rowOwners.versionOf(access.table));
    return rowOwners.of(access);
  }

  /** What is said of a file, judged now if need be or with `force`. */
  of(file: string, force = false, standing?: Standing): Judged | undefined {
    const known = this.judged.get(file);
    if (known && !force) return known;
    const facts = this.registry.ensureFacts(file);
    const judged = this.verdicts.of(file, facts, standing ?? this.verdicts.standing(file, known, false));
    this.judged.set(file, judged);
    this.judgedWith.set(file, { routes: facts ? this.parts.tree.routes(file) : [], said: judged.said });
    this.rejudged++;
    return judged;
  }

  /** A file's verdicts with fixes that refer to the present text. They say the same as those that were published. */
  afresh(file: string): Judged | undefined {
    const known = this.of(file);
    const facts = known?.isRecalled ? this.registry.registered.get(file) : undefined;
    return known && facts ? this.verdicts.withFixes(file, known, facts) : known;
  }

  /** Forgets a file that is gone or left out. */
  drop(file: string): void {
    this.parts.model.forget(file);
    this.registry.register(file, undefined);
    this.judged.delete(file);
    this.judgedWith.delete(file);
    this.registry.waiting.take(file);
    this.registry.relink();
    this.registry.waiting.markDependents(file);
  }
}
