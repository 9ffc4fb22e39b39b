import { ts } from 'ts-morph';
import type { GuardEvidence, GuardLevel, RefusalStyle } from '../model/facts';
import { isEmptyValue, mentions } from '../syntax/flow';
import { bare } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { isForSome } from './checkedForSome';
import { comparesDigest, noteOutcomes, returnsComparison } from './comparedDigests';
import { commentedGuards, deadness } from './disabledGuards';
import { assertedBy } from './assertions';
import { changes } from './actingCalls';
import { claimedFlagOf } from './claimedFlags';
import { isPassedByClaim } from './claimedIdentity';
import { callsGuard, candidateOf, type Candidate } from './guardCandidates';
import { spread } from './guardResults';
import { examine } from './guardConditions';
import { identifies } from './guardLevels';
import { returnedVerdict, type Guarding } from './guardVerdicts';
import { letsThrough, letsThroughUnproved } from './letThrough';
import { isAmongKnown, isForKnown, runsBefore, turnsAway } from './knownCallers';
import { withoutLate } from './lateGuards';
import { asksMarked } from './markedRoutes';
import { membershipIn } from './membership';
import { refusedOnly } from './partialRefusals';
import { conditionsOf, exitsForPaths, isByChoice, isLeftOut, limitsToPaths } from './pathConditions';
import { platformIdentities } from './platformTokens';
import { leftUnproved, refusalOfStrangers, type Refused } from './strangersLearn';
import { unsetSetting } from './unsetSecrets';
import { unstopped, unstoppedAfter } from './unstoppedRefusals';
import { conditionIn, refusalOf, refusesIn, saysNo, standsAlone, type Test } from './refusals';
import { capturedBy, insistentReads, isIgnored, returnsNames, sharingFlag, withoutCases } from './guardBranches';

/** Words without which no function verifies its caller; most functions are done with after one look for them. */
const telling =
  /auth|user|session|token|role|admin|secret|sign|verif|cookie|permission|access|key|jwt|member|owner|protect|guard|require|ensure|login|identity|caller|tenant|policy|check|valid|env|allow|public|shared/i;

/** Works out what a function verifies about its caller and whether it refuses those who fail. */
export function guardingOf(analysis: FileAnalysis, fn: FunctionInfo): Guarding {
  const all = forMarked(analysis, fn, withoutCases(analysis, fn, guardsIn(analysis, fn)));
  const changed =
    analysis.entries.has(fn) && all.guards.length > 0 ? analysis.parts(fn).sites.filter((site) => changes(analysis, site)) : [];
  const found = { ...all, guards: withoutLate(analysis, fn, all.guards, changed, (guard) => places.get(guard)) };
  const commented = analysis.context.side === 'client' ? [] : commentedGuards(analysis, fn);
  return commented.length === 0 ? found : { ...found, guards: [...found.guards, ...commented] };
}

/** What is asked only of endpoints that decorators have marked says so. */
function forMarked(analysis: FileAnalysis, fn: FunctionInfo, found: Guarding): Guarding {
  const marked = found.guards.length > 0 ? asksMarked(analysis, fn) : undefined;
  return marked
    ? {
        ...found,
        guards: found.guards.map((guard) =>
          guard.span.start > marked.from && !guard.disabled ? { ...guard, markedBy: marked.key } : guard,
        ),
      }
    : found;
}

function guardsIn(analysis: FileAnalysis, fn: FunctionInfo): Guarding {
  // What a browser checks protects nothing.
  if (analysis.context.side === 'client') return { guards: [] };
  const { all: parts, sites } = analysis.parts(fn);
  if (!telling.test(analysis.source.text.slice(fn.node.pos, fn.node.end)) && !sites.some((site) => callsGuard(analysis, site)))
    return { guards: [] };
  const candidates = [
    ...sites.map((site) => candidateOf(analysis, site)).filter((candidate) => candidate !== undefined),
    ...platformIdentities(analysis, parts, sites),
  ];
  const asserted = sites.filter((site) => assertedBy(analysis, site) !== undefined);
  const tests: Test[] = [...parts.flatMap((part) => part.ifs), ...asserted.map(({ node }) => node)];
  if (candidates.length === 0 && tests.length === 0 && insistentReads(analysis, parts).length === 0)
    return returnedVerdict(analysis, fn, []);
  spread(analysis, parts, candidates);
  noteOutcomes(analysis, parts, candidates);
  const captured = capturedBy(analysis, fn);
  const guards: GuardEvidence[] = [];
  const refused: Refused[] = [];
  /** The test at hand refuses those only who are known. */
  let ofKnown = false;
  /** It refuses some of those who fail it. */
  let isPartial = false;
  const add = (
    kind: GuardEvidence['kind'],
    level: GuardLevel,
    name: string,
    node: ts.Node,
    refusal: RefusalStyle | undefined,
    test?: ts.Node,
    asks: Candidate['asks'] = {},
  ) => {
    // A token against forgery says that the page is ours, not who calls.
    const isForgery = (level === 'SECRET' || level === 'PRESENCE_ONLY') && /csrf|xsrf/i.test(fn.name);
    // Who is believed without proof needs none.
    if (
      kind === 'authentication' &&
      identifies(level) &&
      isPassedByClaim(analysis, test ?? node, (branch) => refusesIn(analysis, branch, fn))
    )
      return;
    const proved =
      identifies(level) &&
      (isPartial ||
        isByChoice(analysis, test ?? node) ||
        (kind === 'authentication' && isForSome(analysis, test ?? node, fn)) ||
        (kind === 'signature' && isLeftOut(test ?? node)))
        ? 'OPTIONAL'
        : level;
    const unset = kind === 'authentication' && proved === 'SECRET' ? unsetSetting(analysis, test ?? node, fn) : undefined;
    const guard: GuardEvidence = {
      kind: isForgery ? 'csrf' : kind,
      level: isForgery ? 'NONE' : unset === undefined ? proved : 'OPTIONAL',
      name,
      span: analysis.span(node),
      ...asks,
      ...(unset === undefined ? {} : { unset }),
      ...(ofKnown && identifies(proved) ? { ofKnown } : {}),
      ...conditionsOf(analysis, test ?? node, exits, limits),
    };
    places.set(guard, test ?? node);
    guards.push(guard);
    if (refusal && (kind === 'authentication' || kind === 'signature'))
      refused.push({ style: refusal, level: proved, at: (test ?? node).pos });
  };
  /** Early exits for some paths inside the test at hand. */
  let exits: readonly ts.IfStatement[] = [];
  /** Tests in it that limit to some paths whom it refuses. */
  let limits: readonly ts.IfStatement[] = [];
  const denied = new Set<Candidate>();
  const isOfKnown = (candidate: Candidate, test: ts.Node): boolean =>
    candidate.kind === 'authentication' && candidate.fails !== 'throws' && isForKnown(analysis, test, candidate, fn);
  const stands = ({ fails, node }: Candidate, test: ts.Node): boolean => fails === 'throws' && runsBefore(node, test);
  // Behind a test that lets callers without credentials through, nothing is asked of them.
  let waived = Infinity;
  /** The same for some paths. */
  const spared: ({ end: number } & Pick<GuardEvidence, 'when'>)[] = [];
  const asleep = (name: string, node: ts.Node, why: Omit<NonNullable<GuardEvidence['disabled']>, 'known'>) =>
    guards.push({ kind: 'authentication', level: 'NONE', name, span: analysis.span(node), disabled: { ...why, known: true } });
  for (const test of tests) {
    const condition = conditionIn(analysis, test);
    const seen = examine(analysis, condition, [...candidates, ...captured]);
    if (seen.known && ts.isIfStatement(test) && !test.elseStatement && turnsAway(test.thenStatement)) continue;
    const isBlind = seen.candidates.length === 0 && !seen.identity && !seen.credential && !seen.secret;
    const flag = isBlind && ts.isIfStatement(test) ? sharingFlag(analysis, test) : undefined;
    exits = seen.absent && ts.isIfStatement(test) ? exitsForPaths(analysis, test, (statement) => saysNo(analysis, statement, fn)) : [];
    limits =
      flag === undefined && ts.isIfStatement(test)
        ? limitsToPaths(analysis, test, seen.absent, (statement) => saysNo(analysis, statement, fn))
        : [];
    if (flag === undefined && ts.isIfStatement(test)) {
      const lets = limits.length === 0 ? exits : [];
      const isPassed = letsThroughUnproved(analysis, test) || (!isBlind && seen.absent && letsThrough(analysis, test, lets));
      // On some paths only: what is behind the test is not asked there.
      if ((isPassed && limits.length > 0) || exits.length > 0)
        spared.push({ end: test.end, ...conditionsOf(analysis, test, exits, limits) });
      else if (isPassed) {
        waived = Math.min(waived, test.end);
        continue;
      }
    }
    // They are known by now, and looked up.
    const standing =
      ts.isIfStatement(test) && !seen.identity && seen.candidates.every((candidate) => denied.has(candidate) || stands(candidate, test))
        ? membershipIn(analysis, condition, candidates)
        : undefined;
    const denial = standing && refusalOf(analysis, test, true, candidates, fn);
    if (standing && denial) add('authentication', standing, analysis.label(condition, 40), condition, denial, test);
    if ((standing && denial) || (isBlind && flag === undefined)) continue;
    const refusal = refusalOf(analysis, test, seen.absent || flag !== undefined, candidates, fn);
    if (!refusal) continue;
    const branch = ts.isIfStatement(test) ? (seen.absent ? test.thenStatement : test.elseStatement) : undefined;
    const how = deadness(analysis, condition, test);
    // No return behind `user || res.sendStatus(401)` would mend it.
    const answer = ts.isBinaryExpression(test) && ts.isExpressionStatement(test.parent) ? test.parent : undefined;
    const why = how
      ? { how }
      : refusal !== 'middleware'
        ? undefined
        : branch
          ? unstopped(analysis, test as ts.IfStatement, branch, fn)
          : answer && unstopped(analysis, answer, answer, fn) && { how: 'goes-on' as const };
    if (why) {
      if (flag === undefined) asleep(seen.candidates[0]?.name ?? seen.identity ?? analysis.label(condition, 40), condition, why);
      for (const candidate of seen.candidates) denied.add(candidate);
      continue;
    }
    if (flag !== undefined) add('authentication', 'OPTIONAL', flag, condition, undefined, test);
    const only = seen.absent ? refusedOnly(analysis, condition, candidates) : undefined;
    isPartial = only === 'some';
    ofKnown = only === 'known' || (seen.identity !== undefined && isAmongKnown(analysis, test, fn));
    if (only === 'known' && !seen.identity && !seen.candidates.every((candidate) => denied.has(candidate))) {
      if (seen.role) add('authentication', 'ROLE', analysis.label(condition, 40), condition, refusal, test);
      continue;
    }
    for (const candidate of seen.candidates) {
      if (candidate.mac && !comparesDigest(condition, candidate)) continue;
      // What is asked later of somebody who may be nobody is no refusal of strangers.
      if (isOfKnown(candidate, test)) continue;
      // What throws by itself refuses before anything else of it is looked at: `const { team } = await session(); if (!team) return []`. A test
      // that does not ask whether somebody is missing turns away others: `if (role === 'guest') throw …`.
      const first = candidate.fails === 'throws' && runsBefore(candidate.node, test) ? standsAlone(analysis, candidate, fn) : undefined;
      const style = first && (givesNothing(test) || !seen.absent) ? first : refusal;
      const at = first ? undefined : test;
      if (!denied.has(candidate)) add(candidate.kind, candidate.level, candidate.name, candidate.node, style, at, candidate.asks);
      denied.add(candidate);
    }
    const known = seen.identity || seen.candidates.some((candidate) => candidate.kind === 'authentication' && !isOfKnown(candidate, test));
    const believes = seen.candidates.length === 0 ? seen.believed : undefined;
    if (seen.identity) add('authentication', 'AUTHENTICATED', seen.identity, condition, refusal, test, believes);
    if (known && seen.role) add('authentication', 'ROLE', analysis.label(condition, 40), condition, refusal, test, believes);
    else if (known && seen.owner) add('authentication', 'OWNER', analysis.label(condition, 40), condition, refusal, test, believes);
    if (seen.secret && /csrf|xsrf/i.test(condition.getText(analysis.source)))
      add('csrf', 'NONE', analysis.label(condition, 40), condition, refusal, test);
    else if (seen.secret) add('authentication', 'SECRET', analysis.label(condition, 40), condition, refusal, test);
    else if (seen.credential && seen.candidates.length === 0 && !seen.identity)
      add(
        'authentication',
        'PRESENCE_ONLY',
        seen.credential,
        condition,
        refusal,
        test,
        isFlag(analysis, test, fn) ? { unverified: true } : {},
      );
  }
  exits = [];
  limits = [];
  isPartial = ofKnown = false;
  for (const candidate of candidates) {
    if (denied.has(candidate)) continue;
    const refusal = candidate.selects
      ? 'throws'
      : candidate.fails === 'throws' || candidate.fails === 'replies' || candidate.fails === 'either'
        ? standsAlone(analysis, candidate, fn)
        : undefined;
    const how = refusal && deadness(analysis, candidate.node, candidate.node);
    const why = how ? { how } : refusal === 'middleware' ? unstoppedAfter(analysis, candidate, fn) : undefined;
    if (why) {
      asleep(candidate.name, candidate.node, why);
      denied.add(candidate);
    } else if (refusal) {
      // What is verified where there is something to verify, and given back, is there or not.
      const isGiven = candidate.kind === 'authentication' && !analysis.entries.has(fn) && isForSome(analysis, candidate.node, fn);
      if (isGiven && returnedVerdict(analysis, fn, [candidate]).guards.length > 0) continue;
      add(candidate.kind, candidate.level, candidate.name, candidate.node, refusal, undefined, candidate.asks);
      denied.add(candidate);
    }
  }
  for (const node of insistentReads(analysis, parts))
    add('authentication', 'AUTHENTICATED', analysis.label(node, 40), node, 'throws', undefined, { believes: true });
  for (const { end, when } of spared)
    for (const guard of guards) if (when && guard.span.start > end && guard.kind === 'authentication') guard.when ??= when;
  for (const guard of guards)
    if (guard.span.start > waived && guard.kind === 'authentication' && identifies(guard.level)) guard.level = 'OPTIONAL';
  if (guards.some((guard) => guard.kind === 'authentication' && identifies(guard.level) && !guard.ofKnown))
    for (const guard of guards) delete guard.ofKnown;
  const compared = candidates.find((candidate) => candidate.mac && !denied.has(candidate) && returnsComparison(fn, candidate));
  if (compared)
    return {
      guards: [...guards, { kind: compared.kind, level: compared.level, name: compared.name, span: analysis.span(compared.node) }],
      refusal: 'returns-false',
    };
  const macs = candidates.some((candidate) => candidate.mac && !denied.has(candidate) && returnsNames(fn, candidate));
  // Middleware that looks a session up and lets everybody through tells callers apart for those behind it.
  const isMiddleware = (analysis.resolver.parameters.get(fn.node) ?? []).some((path) => path?.endsWith('#next'));
  const loose = candidates.filter(
    (candidate) =>
      !denied.has(candidate) &&
      !candidate.mac &&
      !candidate.claimed &&
      !candidate.replaced &&
      (!candidate.tested || (isMiddleware && identifies(candidate.level) && tests.some((test) => mentions(test, candidate.names)))),
  );
  if (!guards.some((guard) => guard.kind === 'authentication' && identifies(guard.level))) {
    const handed = candidates.filter((candidate) => !denied.has(candidate) && candidate.tested && candidate.level === 'OPTIONAL');
    const returned = returnedVerdict(analysis, fn, [...loose, ...handed]);
    if (returned.guards.length > 0)
      return { guards: [...guards, ...returned.guards], refusal: returned.refusal!, ...(macs ? { macs } : {}) };
  }
  // `await super.canActivate(context); return user.roles.includes('admin')`
  if (!guards.some(({ level }) => level === 'ROLE'))
    guards.push(...returnedVerdict(analysis, fn, []).guards.filter(({ level }) => level === 'ROLE'));
  for (const candidate of loose.filter((one) => !isIgnored(one))) {
    const guard: GuardEvidence = {
      kind: candidate.kind,
      level: candidate.kind === 'authentication' || candidate.kind === 'signature' ? 'OPTIONAL' : candidate.level,
      name: candidate.name,
      span: analysis.span(candidate.node),
    };
    places.set(guard, candidate.node);
    guards.push(guard);
  }
  if (!analysis.entries.has(fn))
    for (const { node } of candidates.filter((candidate) => candidate.fails === 'throws' && denied.has(candidate))) {
      const left = leftUnproved(analysis, node, fn);
      if (left) refused.push(left);
    }
  const refusal = refusalOfStrangers(refused);
  return { guards, ...(refusal ? { refusal } : {}), ...(macs ? { macs } : {}) };
}

/** Is it what callers say of their own rights that a test goes by? Another rule speaks of that. */
function isFlag(analysis: FileAnalysis, test: Test, fn: FunctionInfo): boolean {
  return ts.isIfStatement(test) && claimedFlagOf(analysis, test, fn) !== undefined;
}

/** Is nothing given back to those whom a test refuses: `return []`? */
function givesNothing(test: ts.Node): boolean {
  if (!ts.isIfStatement(test)) return false;
  const { thenStatement } = test;
  const last = ts.isBlock(thenStatement) ? thenStatement.statements.at(-1) : thenStatement;
  const value = last && ts.isReturnStatement(last) && last.expression ? bare(last.expression) : undefined;
  return value !== undefined && (isEmptyValue(value) || (ts.isArrayLiteralExpression(value) && value.elements.length === 0));
}

/** Where guards were seen. */
export const places = new WeakMap<GuardEvidence, ts.Node>();
