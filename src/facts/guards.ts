import type { GuardEvidence } from '../model/facts';
import { mentions } from '../syntax/flow';
import type { FunctionInfo } from '../syntax/outline';
import { changes } from './actingCalls';
import type { FileAnalysis } from './analysis';
import { assertedBy } from './assertions';
import { isForSome } from './checkedForSome';
import { noteOutcomes, returnsComparison } from './comparedDigests';
import { commentedGuards, deadness } from './disabledGuards';
import { insistentReads, isIgnored, returnsNames, withoutCases } from './guardBranches';
import { callsGuard, candidateOf, type Candidate } from './guardCandidates';
import { GuardFindings, places } from './guardFindings';
import { isAllWork } from './guardedWork';
import { identifies } from './guardLevels';
import { spread } from './guardResults';
import { GuardTests } from './guardTests';
import { returnedVerdict, type Guarding } from './guardVerdicts';
import { leftOut } from './leftOut';
import { withoutLate } from './lateGuards';
import { asksMarked } from './markedRoutes';
import { platformIdentities } from './platformTokens';
import { standsAlone, type Test } from './refusals';
import { withSettings } from './routeSettings';
import { leftUnproved, refusalOfStrangers } from './strangersLearn';
import { unstoppedAfter } from './unstoppedRefusals';

/** Words without which no function verifies its caller; most functions are done with after one look for them. */
const telling =
  /auth|user|session|token|role|admin|secret|sign|verif|cookie|permission|access|key|jwt|member|owner|protect|guard|require|ensure|login|identity|caller|tenant|policy|check|valid|env|allow|public|shared/i;

/** Works out what a function verifies about its caller and whether it refuses those who fail. */
export function guardingOf(analysis: FileAnalysis, fn: FunctionInfo): Guarding {
  const own = forMarked(analysis, fn, withoutCases(analysis, fn, guardsIn(analysis, fn)));
  const all = { ...own, guards: withSettings(analysis, fn, own.guards) };
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
  const insistent = insistentReads(analysis, parts);
  if (candidates.length === 0 && tests.length === 0 && insistent.length === 0) return returnedVerdict(analysis, fn, []);
  spread(analysis, parts, candidates);
  noteOutcomes(analysis, parts, candidates);
  const findings = new GuardFindings(analysis, fn);
  const tested = new GuardTests(analysis, fn, candidates, findings);
  for (const test of tests) tested.read(test);
  for (const candidate of candidates) if (!tested.denied.has(candidate)) noteAlone(analysis, fn, candidate, tested, findings);
  for (const node of insistent)
    findings.add({
      kind: 'authentication',
      level: 'AUTHENTICATED',
      name: analysis.label(node, 40),
      node,
      refusal: 'throws',
      asks: { believes: true },
    });
  weaken(findings.guards, tested);
  return verdictOf(analysis, fn, candidates, tests, tested, findings);
}

/** A call that refuses by itself, whatever its result is used for. */
function noteAlone(analysis: FileAnalysis, fn: FunctionInfo, candidate: Candidate, { denied }: GuardTests, findings: GuardFindings): void {
  const { kind, level, name, node, asks, fails } = candidate;
  const isAble = fails === 'throws' || fails === 'replies' || fails === 'either';
  const isEnough = candidate.selects || (isIgnored(candidate) && isAllWork(analysis, fn, candidate));
  const refusal = isEnough ? 'throws' : isAble ? standsAlone(analysis, candidate, fn) : undefined;
  if (!refusal) return;
  const how = deadness(analysis, node, node);
  const why = how ? { how } : refusal === 'middleware' ? unstoppedAfter(analysis, candidate, fn) : undefined;
  if (why) findings.asleep(name, node, why);
  else {
    // What is verified where there is something to verify, and given back, is there or not.
    const isGiven = kind === 'authentication' && !analysis.entries.has(fn) && isForSome(analysis, node, fn);
    if (isGiven && returnedVerdict(analysis, fn, [candidate]).guards.length > 0) return;
    findings.add({ kind, level, name, node, refusal, ...(asks ? { asks } : {}) });
  }
  denied.add(candidate);
}

/** Takes back of guards what tests in front of them leave out. */
function weaken(guards: readonly GuardEvidence[], { spared, waived }: GuardTests): void {
  for (const { end, when } of spared)
    for (const guard of guards) if (when && guard.span.start > end && guard.kind === 'authentication') guard.when ??= when;
  for (const guard of guards)
    if (guard.span.start > waived && guard.kind === 'authentication' && identifies(guard.level)) guard.level = 'OPTIONAL';
  if (guards.some((guard) => guard.kind === 'authentication' && identifies(guard.level) && !guard.ofKnown))
    for (const guard of guards) delete guard.ofKnown;
}

/** What a function leaves to its callers counts where nothing in it refuses. */
function verdictOf(
  analysis: FileAnalysis,
  fn: FunctionInfo,
  candidates: readonly Candidate[],
  tests: readonly Test[],
  tested: GuardTests,
  { guards, refused }: GuardFindings,
): Guarding {
  const { denied } = tested;
  const left = candidates.filter((candidate) => !denied.has(candidate));
  const compared = left.find((candidate) => candidate.mac && returnsComparison(fn, candidate));
  if (compared)
    return {
      guards: [
        ...guards,
        {
          kind: compared.kind,
          level: compared.level,
          name: compared.name,
          span: analysis.span(compared.node),
          ...leftOut(analysis, compared.node, fn),
        },
      ],
      refusal: 'returns-false',
    };
  const macs = left.some((candidate) => candidate.mac && returnsNames(fn, candidate)) ? { macs: true } : {};
  // Middleware that looks a session up and lets everybody through tells callers apart for those behind it.
  const isMiddleware = (analysis.resolver.parameters.get(fn.node) ?? []).some((path) => path?.endsWith('#next'));
  const loose = left.filter(
    (candidate) =>
      !candidate.mac &&
      !candidate.claimed &&
      !candidate.replaced &&
      (!candidate.tested || (isMiddleware && identifies(candidate.level) && tests.some((test) => mentions(test, candidate.names)))),
  );
  if (!guards.some((guard) => guard.kind === 'authentication' && identifies(guard.level))) {
    const handed = left.filter((candidate) => candidate.tested && candidate.level === 'OPTIONAL');
    const returned = returnedVerdict(analysis, fn, [...loose, ...handed]);
    const proved = returned.guards.map((guard) =>
      guard.span.start > tested.waived && identifies(guard.level) ? { ...guard, level: 'OPTIONAL' as const } : guard,
    );
    if (proved.length > 0) return { guards: [...guards, ...proved], refusal: returned.refusal!, ...macs };
  }
  // A guard of a class it extends has let them in: `return user.roles.includes('admin')`.
  if (!guards.some(({ level }) => level === 'ROLE'))
    guards.push(...returnedVerdict(analysis, fn, []).guards.filter(({ level }) => level === 'ROLE'));
  for (const candidate of loose.filter((one) => !isIgnored(one))) {
    const { kind, level, name, node } = candidate;
    const isCaller = kind === 'authentication' || kind === 'signature';
    const guard: GuardEvidence = {
      kind,
      level: isCaller ? 'OPTIONAL' : level,
      name,
      span: analysis.span(node),
      ...(kind === 'signature' ? { unsure: true as const } : {}),
    };
    places.set(guard, node);
    guards.push(guard);
  }
  if (!analysis.entries.has(fn))
    for (const { node } of candidates.filter((candidate) => candidate.fails === 'throws' && denied.has(candidate))) {
      const unproved = leftUnproved(analysis, node, fn);
      if (unproved) refused.push(unproved);
    }
  const refusal = refusalOfStrangers(refused);
  return { guards, ...(refusal ? { refusal } : {}), ...macs };
}
