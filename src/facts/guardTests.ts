import { ts } from 'ts-morph';
import type { GuardEvidence, RefusalStyle } from '../model/facts';
import { isEmptyValue } from '../syntax/flow';
import { bare } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { claimedFlagOf } from './claimedFlags';
import { comparesDigest } from './comparedDigests';
import { deadness } from './disabledGuards';
import { asksWhichPage } from './forgeryTests';
import { capturedBy, sharingFlag } from './guardBranches';
import type { Candidate } from './guardCandidates';
import { examine, type Examined } from './guardConditions';
import type { GuardFindings, Scope } from './guardFindings';
import { isAmongKnown, isForKnown, runsBefore, turnsAway } from './knownCallers';
import { letsThrough, letsThroughUnproved } from './letThrough';
import { membershipIn } from './membership';
import { asksForSomeOfKnown, endsInNo, refusedOnly } from './partialRefusals';
import { conditionsOf, exitsForPaths, limitsToPaths } from './pathConditions';
import { conditionIn, refusalOf, saysNo, standsAlone, type Test } from './refusals';
import { unstopped } from './unstoppedRefusals';

/** A test, what it looks at, and how. */
interface Asked {
  test: Test;
  condition: ts.Expression;
  seen: Examined;
  scope: Scope;
  /** The member of a record that says whether its owner has shared it, where nothing else is asked for. */
  flag: string | undefined;
}

/** Reads the tests of a function one after the other: what they ask of callers, and whom they refuse. */
export class GuardTests {
  /** Candidates on which a refusal depends. */
  readonly denied = new Set<Candidate>();
  /** Behind a test that lets callers without credentials through, nothing is asked of them: the first such place. */
  waived = Infinity;
  /** The same for some paths. */
  readonly spared: ({ end: number } & Pick<GuardEvidence, 'when'>)[] = [];
  private readonly captured: readonly Candidate[];

  constructor(
    private readonly analysis: FileAnalysis,
    private readonly fn: FunctionInfo,
    private readonly candidates: readonly Candidate[],
    private readonly findings: GuardFindings,
  ) {
    this.captured = capturedBy(analysis, fn);
  }

  read(test: Test): void {
    const { analysis, fn, candidates } = this;
    const condition = conditionIn(analysis, test);
    const seen = examine(analysis, condition, [...candidates, ...this.captured]);
    const branching = ts.isIfStatement(test) ? test : undefined;
    if (seen.known && branching && !branching.elseStatement && turnsAway(branching.thenStatement)) return;
    const isBlind = seen.candidates.length === 0 && !seen.identity && !seen.credential && !seen.secret;
    const flag = isBlind && branching ? sharingFlag(analysis, branching) : undefined;
    const asked: Asked = { test, condition, seen, scope: this.scopeOf(branching, seen, flag), flag };
    if (branching && flag === undefined && this.letsAllThrough(branching, asked, isBlind)) return;
    if (this.refusesMembers(asked) || (isBlind && flag === undefined)) return;
    const refusal = refusalOf(analysis, test, seen.absent || flag !== undefined, candidates, fn);
    if (refusal && !this.isDead(asked, refusal)) this.note(asked, refusal);
  }

  private scopeOf(test: ts.IfStatement | undefined, { absent }: Examined, flag: string | undefined): Scope {
    const { analysis, fn } = this;
    const refuses = (statement: ts.Statement): boolean => saysNo(analysis, statement, fn);
    return {
      exits: absent && test ? exitsForPaths(analysis, test, refuses) : [],
      limits: flag === undefined && test ? limitsToPaths(analysis, test, absent, refuses) : [],
    };
  }

  /** Does a test let callers without credentials through? Where it does on some paths only, what is behind it is not asked there. */
  private letsAllThrough(test: ts.IfStatement, { seen, scope }: Asked, isBlind: boolean): boolean {
    const { exits, limits } = scope;
    const isPassed =
      letsThroughUnproved(this.analysis, test) ||
      (!isBlind && seen.absent && letsThrough(this.analysis, test, limits.length === 0 ? exits : []));
    if ((isPassed && limits.length > 0) || exits.length > 0) {
      this.spared.push({ end: test.end, ...conditionsOf(this.analysis, test, exits, limits) });
      return false;
    }
    if (isPassed) this.waived = Math.min(this.waived, test.end);
    return isPassed;
  }

  /** Callers are known by now, and looked up: are those refused who are not among somebody's members? */
  private refusesMembers({ test, condition, seen, scope }: Asked): boolean {
    const { analysis, candidates } = this;
    const stands = ({ fails, node }: Candidate): boolean => fails === 'throws' && runsBefore(node, test);
    const isStanding =
      ts.isIfStatement(test) && !seen.identity && seen.candidates.every((candidate) => this.denied.has(candidate) || stands(candidate));
    const level = isStanding ? membershipIn(analysis, condition, candidates) : undefined;
    const refusal = level && refusalOf(analysis, test, true, candidates, this.fn);
    if (!level || !refusal) return false;
    this.findings.add({ kind: 'authentication', level, name: analysis.label(condition, 40), node: condition, refusal, test }, scope);
    return true;
  }

  /** Does something keep a refusal from refusing? */
  private isDead({ test, condition, seen, flag }: Asked, refusal: RefusalStyle): boolean {
    const { analysis } = this;
    const how = deadness(analysis, condition, test);
    const why = how ? { how } : refusal === 'middleware' ? this.goesOn(test, seen) : undefined;
    if (!why) return false;
    if (flag === undefined)
      this.findings.asleep(seen.candidates[0]?.name ?? seen.identity ?? analysis.label(condition, 40), condition, why);
    for (const candidate of seen.candidates) this.denied.add(candidate);
    return true;
  }

  private goesOn(test: Test, { absent }: Examined): ReturnType<typeof unstopped> {
    if (ts.isIfStatement(test)) {
      const branch = absent ? test.thenStatement : test.elseStatement;
      return branch && unstopped(this.analysis, test, branch, this.fn);
    }
    // No return behind `user || res.sendStatus(401)` would mend it.
    const answer = ts.isBinaryExpression(test) && ts.isExpressionStatement(test.parent) ? test.parent : undefined;
    return answer && unstopped(this.analysis, answer, answer, this.fn) && { how: 'goes-on' };
  }

  private note(asked: Asked, refusal: RefusalStyle): void {
    const { test, condition, seen, flag } = asked;
    const { analysis, fn, candidates, findings } = this;
    const name = analysis.label(condition, 40);
    if (flag !== undefined) findings.add({ kind: 'authentication', level: 'OPTIONAL', name: flag, node: condition, test }, asked.scope);
    const isOfSome = !seen.absent && ts.isIfStatement(test) && asksForSomeOfKnown(analysis, condition) && endsInNo(test.thenStatement);
    const only = seen.absent ? refusedOnly(analysis, condition, candidates) : isOfSome ? 'known' : undefined;
    const ofKnown = only === 'known' || (seen.identity !== undefined && isAmongKnown(analysis, test, fn));
    const scope: Scope = { ...asked.scope, isPartial: only === 'some', ofKnown };
    if (only === 'known' && !seen.identity && !seen.candidates.every((candidate) => this.denied.has(candidate))) {
      if (seen.role) findings.add({ kind: 'authentication', level: 'ROLE', name, node: condition, refusal, test }, scope);
      return;
    }
    for (const candidate of seen.candidates) this.noteCandidate(candidate, asked, refusal, scope);
    this.noteRest(asked, refusal, scope);
  }

  private noteCandidate(candidate: Candidate, { test, condition, seen }: Asked, refusal: RefusalStyle, scope: Scope): void {
    if (candidate.mac && !comparesDigest(condition, candidate)) return;
    // What is asked later of somebody who may be nobody is no refusal of strangers.
    if (this.isOfKnown(candidate, test)) return;
    // What throws by itself refuses before anything else of it is looked at: `const { team } = await session(); if (!team) return []`. A test
    // that does not ask whether somebody is missing turns away others: `if (role === 'guest') throw …`.
    const isFirst = candidate.fails === 'throws' && runsBefore(candidate.node, test);
    const first = isFirst ? standsAlone(this.analysis, candidate, this.fn) : undefined;
    const { kind, level, name, node, asks } = candidate;
    if (!this.denied.has(candidate))
      this.findings.add(
        {
          kind,
          level,
          name,
          node,
          refusal: first && (givesNothing(test) || !seen.absent) ? first : refusal,
          test: first ? undefined : test,
          ...(asks ? { asks } : {}),
        },
        scope,
      );
    this.denied.add(candidate);
  }

  /** What a test asks for beside what a call has found out: who was found before, a role, an owner, a secret, a credential. */
  private noteRest({ test, condition, seen }: Asked, refusal: RefusalStyle, scope: Scope): void {
    const { analysis, findings } = this;
    const name = analysis.label(condition, 40);
    const known =
      seen.identity || seen.candidates.some((candidate) => candidate.kind === 'authentication' && !this.isOfKnown(candidate, test));
    const asks = seen.candidates.length === 0 && seen.believed ? { asks: seen.believed } : {};
    const add = (level: GuardEvidence['level'], called: string): void =>
      findings.add({ kind: 'authentication', level, name: called, node: condition, refusal, test, ...asks }, scope);
    // What a page is given to show that it is ours says nothing of who looks at it.
    const isForgery = seen.candidates.some(({ kind }) => kind === 'csrf') || asksWhichPage(analysis, condition);
    if (isForgery && (seen.identity === undefined || /csrf|xsrf|secret/i.test(seen.identity)) && !seen.secret) return;
    if (seen.identity) add('AUTHENTICATED', seen.identity);
    if (known && seen.role) add('ROLE', name);
    else if (known && seen.owner) add('OWNER', name);
    if (seen.secret && /csrf|xsrf/i.test(condition.getText(analysis.source)))
      findings.add({ kind: 'csrf', level: 'NONE', name, node: condition, refusal, test }, scope);
    else if (seen.secret) findings.add({ kind: 'authentication', level: 'SECRET', name, node: condition, refusal, test }, scope);
    else if (seen.credential && seen.candidates.length === 0 && !seen.identity) {
      // What callers say of their own rights is another rule's.
      const isFlag = ts.isIfStatement(test) && claimedFlagOf(analysis, test, this.fn) !== undefined;
      const unproved = isFlag ? { asks: { unverified: true as const } } : {};
      findings.add(
        { kind: 'authentication', level: 'PRESENCE_ONLY', name: seen.credential, node: condition, refusal, test, ...unproved },
        scope,
      );
    }
  }

  private isOfKnown(candidate: Candidate, test: ts.Node): boolean {
    return candidate.kind === 'authentication' && candidate.fails !== 'throws' && isForKnown(this.analysis, test, candidate, this.fn);
  }
}

/** Is nothing given back to those whom a test refuses: `return []`? */
function givesNothing(test: ts.Node): boolean {
  if (!ts.isIfStatement(test)) return false;
  const { thenStatement } = test;
  const last = ts.isBlock(thenStatement) ? thenStatement.statements.at(-1) : thenStatement;
  const value = last && ts.isReturnStatement(last) && last.expression ? bare(last.expression) : undefined;
  return value !== undefined && (isEmptyValue(value) || (ts.isArrayLiteralExpression(value) && value.elements.length === 0));
}
