import { ts } from 'ts-morph';
import type { GuardEvidence, GuardLevel, RefusalStyle } from '../model/facts';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { isForSome } from './checkedForSome';
import { isPassedByClaim } from './claimedIdentity';
import type { Candidate } from './guardCandidates';
import { identifies } from './guardLevels';
import { leftOut } from './leftOut';
import { conditionsOf, isByChoice } from './pathConditions';
import { refusesIn } from './refusals';
import type { Refused } from './strangersLearn';
import { approvesUnasked } from './unaskedApprovals';
import { unsetSetting } from './unsetSecrets';

/** What shows that a function verifies something. */
interface Shown {
  kind: GuardEvidence['kind'];
  level: GuardLevel;
  name: string;
  node: ts.Node;
  /** How it refuses; absent where it does not. */
  refusal?: RefusalStyle | undefined;
  /** The test that decides; absent where the node itself does. */
  test?: ts.Node | undefined;
  asks?: Candidate['asks'];
}

/** Of whom and for which paths a test asks. */
export interface Scope {
  /** Early exits for some paths inside the test. */
  exits: readonly ts.IfStatement[];
  /** Tests in it that limit to some paths whom it refuses. */
  limits: readonly ts.IfStatement[];
  /** It refuses some of those who fail it. */
  isPartial?: boolean;
  /** It refuses those only who are known. */
  ofKnown?: boolean;
}

const everywhere: Scope = { exits: [], limits: [] };

/** Where guards were seen. */
export const places = new WeakMap<GuardEvidence, ts.Node>();

/** What a function verifies, as it is found out. */
export class GuardFindings {
  readonly guards: GuardEvidence[] = [];
  readonly refused: Refused[] = [];

  constructor(
    private readonly analysis: FileAnalysis,
    private readonly fn: FunctionInfo,
  ) {}

  add({ kind, level, name, node, refusal, test, asks }: Shown, scope: Scope = everywhere): void {
    const { analysis, fn } = this;
    const at = test ?? node;
    // A token against forgery says that the page is ours, not who calls.
    const isForgery = (level === 'SECRET' || level === 'PRESENCE_ONLY') && /csrf|xsrf/i.test(fn.name);
    // Who is believed without proof needs none.
    if (kind === 'authentication' && identifies(level) && isPassedByClaim(analysis, at, (branch) => refusesIn(analysis, branch, fn)))
      return;
    const proved = this.isOptional(kind, level, at, scope) ? 'OPTIONAL' : level;
    const guard: GuardEvidence = {
      kind: isForgery ? 'csrf' : kind,
      level: isForgery ? 'NONE' : proved,
      name,
      span: analysis.span(node),
      ...asks,
      ...(isForgery ? {} : this.missing(kind, proved, at)),
      ...(scope.ofKnown && identifies(proved) ? { ofKnown: true as const } : {}),
      ...conditionsOf(analysis, at, scope.exits, scope.limits),
    };
    places.set(guard, at);
    this.guards.push(guard);
    if (refusal && (kind === 'authentication' || kind === 'signature')) this.refused.push({ style: refusal, level: proved, at: at.pos });
  }

  /** A guard is there, and something keeps it from guarding. */
  asleep(name: string, node: ts.Node, why: Omit<NonNullable<GuardEvidence['disabled']>, 'known'>): void {
    const span = this.analysis.span(node);
    this.guards.push({ kind: 'authentication', level: 'NONE', name, span, disabled: { ...why, known: true } });
  }

  /** Is a caller identified for some requests only? */
  private isOptional(kind: GuardEvidence['kind'], level: GuardLevel, at: ts.Node, scope: Scope): boolean {
    return (
      identifies(level) &&
      (scope.isPartial === true ||
        isByChoice(this.analysis, at) ||
        approvesUnasked(this.analysis, at) ||
        (kind === 'authentication' && isForSome(this.analysis, at, this.fn)))
    );
  }

  /** Is nothing asked where a secret or a signature is not there? */
  private missing(
    kind: GuardEvidence['kind'],
    level: GuardLevel,
    at: ts.Node,
  ): Pick<GuardEvidence, 'level' | 'unset' | 'unsure'> | undefined {
    const { analysis, fn } = this;
    if (kind === 'signature') return identifies(level) ? leftOut(analysis, at, fn) : undefined;
    const unset = kind === 'authentication' && level === 'SECRET' ? unsetSetting(analysis, at, fn) : undefined;
    return unset === undefined ? undefined : { level: 'OPTIONAL', unset };
  }
}
