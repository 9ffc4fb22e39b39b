import { ts } from 'ts-morph';
import type { Disabled, GuardEvidence, GuardLevel, RefusalStyle } from '../model/facts';
import { callsBelow, mentions } from '../syntax/flow';
import { bare, whole } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { commentedGuards, deadness } from './disabledGuards';
import { isPassedByClaim } from './claimedIdentity';
import { calledBy, callsGuard, candidateOf, compares, spread, type Candidate } from './guardCandidates';
import { examine, lastName } from './guardConditions';
import { identifies } from './guardLevels';
import { returnedVerdict, type Guarding } from './guardVerdicts';
import { withoutLate } from './lateGuards';
import { asksMarked } from './markedRoutes';
import { membershipIn } from './membership';
import { conditionsOf, exitsForPaths, isByChoice, isLeftOut, limitsToPaths } from './pathConditions';
import { platformIdentities } from './platformTokens';
import { isForSome, letsThrough, letsThroughUnproved, refusalOf, refusesIn, saysNo, standsAlone } from './refusals';

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
  const tests = parts.flatMap((part) => part.ifs);
  if (candidates.length === 0 && tests.length === 0 && insistentReads(analysis, parts).length === 0)
    return returnedVerdict(analysis, fn, []);
  spread(analysis, parts, candidates);
  const captured = capturedBy(analysis, fn);
  const guards: GuardEvidence[] = [];
  const refusals: RefusalStyle[] = [];
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
      (isByChoice(analysis, test ?? node) ||
        (kind === 'authentication' && isForSome(analysis, test ?? node, fn)) ||
        (kind === 'signature' && isLeftOut(test ?? node)))
        ? 'OPTIONAL'
        : level;
    const guard: GuardEvidence = {
      kind: isForgery ? 'csrf' : kind,
      level: isForgery ? 'NONE' : proved,
      name,
      span: analysis.span(node),
      ...asks,
      ...conditionsOf(analysis, test ?? node, exits, limits),
    };
    places.set(guard, test ?? node);
    guards.push(guard);
    if (refusal && (kind === 'authentication' || kind === 'signature')) refusals.push(refusal);
  };
  /** Early exits for some paths inside the test at hand. */
  let exits: readonly ts.IfStatement[] = [];
  /** Tests in it that limit to some paths whom it refuses. */
  let limits: readonly ts.IfStatement[] = [];
  const denied = new Set<Candidate>();
  // Behind a test that lets callers without credentials through, nothing is asked of them.
  let waived = Infinity;
  /** The same for some paths. */
  const spared: ({ end: number } & Pick<GuardEvidence, 'when'>)[] = [];
  const asleep = (name: string, node: ts.Node, how: Disabled) =>
    guards.push({ kind: 'authentication', level: 'NONE', name, span: analysis.span(node), disabled: { how, known: true } });
  for (const test of tests) {
    const condition = ts.isIfStatement(test) ? test.expression : ts.isConditionalExpression(test) ? test.condition : test.left;
    const seen = examine(analysis, condition, [...candidates, ...captured]);
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
      ts.isIfStatement(test) && !seen.identity && seen.candidates.every((candidate) => denied.has(candidate))
        ? membershipIn(analysis, condition, candidates)
        : undefined;
    const denial = standing && refusalOf(analysis, test, true, candidates, fn);
    if (standing && denial) add('authentication', standing, analysis.label(condition, 40), condition, denial, test);
    if ((standing && denial) || (isBlind && flag === undefined)) continue;
    const refusal = refusalOf(analysis, test, seen.absent || flag !== undefined, candidates, fn);
    if (!refusal) continue;
    const how = deadness(analysis, condition, test);
    if (how) {
      if (flag === undefined) asleep(seen.candidates[0]?.name ?? seen.identity ?? analysis.label(condition, 40), condition, how);
      for (const candidate of seen.candidates) denied.add(candidate);
      continue;
    }
    if (flag !== undefined) add('authentication', 'OPTIONAL', flag, condition, undefined, test);
    for (const candidate of seen.candidates) {
      if (candidate.mac && !compares(condition, candidate.names)) continue;
      if (!denied.has(candidate)) add(candidate.kind, candidate.level, candidate.name, candidate.node, refusal, test, candidate.asks);
      denied.add(candidate);
    }
    const known = seen.identity || seen.candidates.some((candidate) => candidate.kind === 'authentication');
    if (seen.identity) add('authentication', 'AUTHENTICATED', seen.identity, condition, refusal, test);
    if (known && seen.role) add('authentication', 'ROLE', analysis.label(condition, 40), condition, refusal, test);
    else if (known && seen.owner) add('authentication', 'OWNER', analysis.label(condition, 40), condition, refusal, test);
    if (seen.secret && /csrf|xsrf/i.test(condition.getText(analysis.source)))
      add('csrf', 'NONE', analysis.label(condition, 40), condition, refusal, test);
    else if (seen.secret) add('authentication', 'SECRET', analysis.label(condition, 40), condition, refusal, test);
    else if (seen.credential && seen.candidates.length === 0 && !seen.identity)
      add('authentication', 'PRESENCE_ONLY', seen.credential, condition, refusal, test);
  }
  exits = [];
  limits = [];
  for (const candidate of candidates) {
    if (denied.has(candidate)) continue;
    const refusal = candidate.selects
      ? 'throws'
      : candidate.fails === 'throws' || candidate.fails === 'replies' || candidate.fails === 'either'
        ? standsAlone(analysis, candidate, fn)
        : undefined;
    const how = refusal && deadness(analysis, candidate.node, candidate.node);
    if (how) {
      asleep(candidate.name, candidate.node, how);
      denied.add(candidate);
    } else if (refusal) {
      add(candidate.kind, candidate.level, candidate.name, candidate.node, refusal, undefined, candidate.asks);
      denied.add(candidate);
    }
  }
  for (const node of insistentReads(analysis, parts)) add('authentication', 'AUTHENTICATED', analysis.label(node, 40), node, 'throws');
  for (const { end, when } of spared)
    for (const guard of guards) if (when && guard.span.start > end && guard.kind === 'authentication') guard.when ??= when;
  for (const guard of guards)
    if (guard.span.start > waived && guard.kind === 'authentication' && identifies(guard.level)) guard.level = 'OPTIONAL';
  const compared = candidates.find((candidate) => candidate.mac && !denied.has(candidate) && returnsComparison(fn, candidate));
  if (compared)
    return {
      guards: [...guards, { kind: compared.kind, level: compared.level, name: compared.name, span: analysis.span(compared.node) }],
      refusal: 'returns-false',
    };
  const macs = candidates.some((candidate) => candidate.mac && !denied.has(candidate) && returnsNames(fn, candidate));
  const loose = candidates.filter((candidate) => !denied.has(candidate) && !candidate.mac && !candidate.tested && !candidate.claimed);
  if (!guards.some((guard) => guard.kind === 'authentication' && identifies(guard.level))) {
    const handed = candidates.filter((candidate) => !denied.has(candidate) && candidate.tested && candidate.level === 'OPTIONAL');
    const returned = returnedVerdict(analysis, fn, [...loose, ...handed]);
    if (returned.guards.length > 0)
      return { guards: [...guards, ...returned.guards], refusal: returned.refusal!, ...(macs ? { macs } : {}) };
  }
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
  const refusal = refusals.find((style) => style === 'middleware' || style === 'throws') ?? refusals[0];
  return { guards, ...(refusal ? { refusal } : {}), ...(macs ? { macs } : {}) };
}

/** Does nobody look at what a call gives back to say that it refuses? */
function isIgnored({ node, fails, names, failNames }: Candidate): boolean {
  return (
    (fails === 'result' || fails === 'empty') &&
    names.size === 0 &&
    failNames.size === 0 &&
    ts.isExpression(node) &&
    ts.isExpressionStatement(whole(node).parent)
  );
}

/** One `case` of a `switch`, or one kind of message, does not speak for the others: what only some of them ask is left out, when another acts. */
function withoutCases(analysis: FileAnalysis, fn: FunctionInfo, found: Guarding): Guarding {
  const { body } = fn.node;
  const inCases = body
    ? found.guards
        .filter((guard) => guard.kind === 'authentication' && identifies(guard.level))
        .flatMap((guard) => {
          const branch = branchAround(guard, body);
          return branch ? [{ guard, ...branch }] : [];
        })
    : [];
  if (inCases.length === 0) return found;
  const { sites } = analysis.parts(fn);
  const lost = inCases.filter(({ all }) =>
    sites.some((site) => {
      const isOther = all.pos <= site.node.pos && (site.node.end <= all.end || ts.isIfStatement(all));
      return isOther && !inCases.some(({ own }) => own.pos <= site.node.pos && site.node.end <= own.end) && acts(analysis, site);
    }),
  );
  if (lost.length === 0) return found;
  return { ...found, guards: found.guards.filter((guard) => !lost.some((one) => one.guard === guard)), partly: lost[0]!.guard.name };
}

/** The outermost branch for one kind of message that a guard stands in, and the statement that tells the kinds apart. */
function branchAround(guard: GuardEvidence, body: ts.Node): { own: ts.Node; all: ts.Node } | undefined {
  let branch: { own: ts.Node; all: ts.Node } | undefined;
  for (let node = places.get(guard); node && node !== body; node = node.parent) {
    const { parent } = node;
    if (ts.isCaseOrDefaultClause(node)) branch = { own: node, all: node.parent.parent };
    else if (ts.isIfStatement(parent) && parent.thenStatement === node && tellsKind(parent.expression))
      branch = { own: node, all: firstOf(parent) };
  }
  return branch;
}

/** The first of a chain of `else if`. */
function firstOf(test: ts.IfStatement): ts.IfStatement {
  return ts.isIfStatement(test.parent) && test.parent.elseStatement === test ? firstOf(test.parent) : test;
}

/** `message.type === 'login'` */
function tellsKind(condition: ts.Expression): boolean {
  const value = bare(condition);
  if (!ts.isBinaryExpression(value) || !/^===?$/.test(ts.tokenToString(value.operatorToken.kind) ?? '')) return false;
  const named = bare(value.right);
  return (
    /^(type|kind|event|action|op|operation|cmd|command|topic|(msg|message|event)_?type)$/i.test(lastName(bare(value.left)) ?? '') &&
    (ts.isStringLiteralLike(named) || (ts.isPropertyAccessExpression(named) && /^[A-Z]/.test(named.getText())))
  );
}

/** Where guards were seen. */
const places = new WeakMap<GuardEvidence, ts.Node>();

function acts(analysis: FileAnalysis, site: CallSite): boolean {
  const { role } = site;
  if (role?.data) return role.data.operation !== 'read' && !role.data.delegated;
  return (analysis.summaryOf(calledBy(analysis, site)?.ref)?.sinks ?? []).some(
    (sink) => sink.kind !== 'outbound' && sink.kind !== 'read-private' && !sink.delegated,
  );
}

/** Does a call write, by itself or in what it calls? To make a client changes nothing. */
function changes(analysis: FileAnalysis, site: CallSite): boolean {
  const { role } = site;
  if (role?.data) return role.data.operation !== 'read';
  return (analysis.summaryOf(calledBy(analysis, site)?.ref)?.sinks ?? []).some((sink) => sink.kind === 'write' && !sink.memory);
}

/** What a page found out about its caller: a server function written in it gets that back as it was, sealed by the framework, and may test it. */
function capturedBy(analysis: FileAnalysis, fn: FunctionInfo): Candidate[] {
  const { body } = fn.node;
  const first = body && ts.isBlock(body) ? body.statements[0] : undefined;
  if (
    !fn.parent ||
    !first ||
    !ts.isExpressionStatement(first) ||
    !ts.isStringLiteral(first.expression) ||
    first.expression.text !== 'use server'
  )
    return [];
  return analysis
    .parts(fn.parent)
    .sites.filter(({ node }) => node.end <= fn.node.pos)
    .flatMap((site) => candidateOf(analysis, site) ?? []);
}

/** Members of an identity that are read as if it were there: for callers without one, the function ends there. */
function insistentReads(analysis: FileAnalysis, parts: readonly FunctionInfo[]): ts.Expression[] {
  let reads = insistent.get(analysis);
  if (!reads) {
    reads = analysis.outline.members.filter(
      (node) =>
        ts.isPropertyAccessExpression(node) &&
        !(node.flags & ts.NodeFlags.OptionalChain) &&
        analysis.tables.read(analysis.resolver.pathOf(node))?.throwsIfMissing,
    );
    insistent.set(analysis, reads);
  }
  return reads
    .filter((node) =>
      parts.some(({ node: { body } }) => body && body.pos <= node.pos && node.end <= body.end && !isConditional(node, body)),
    )
    .slice(0, 1);
}

const insistent = new WeakMap<FileAnalysis, ts.Expression[]>();

/** May the place be passed by: in a branch, behind `&&`, inside a try? */
function isConditional(node: ts.Node, body: ts.Node): boolean {
  for (let child: ts.Node = node, parent = node.parent; child !== body; child = parent, parent = parent.parent) {
    if (isFunctionNode(child)) return true;
    if (ts.isIfStatement(parent) && parent.expression !== child) return true;
    if (ts.isConditionalExpression(parent) && parent.condition !== child) return true;
    if (
      ts.isBinaryExpression(parent) &&
      parent.right === child &&
      /^(&&|\|\||\?\?)$/.test(ts.tokenToString(parent.operatorToken.kind) ?? '')
    )
      return true;
    if (ts.isBinaryExpression(parent) && parent.left === child && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) return true;
    if (ts.isSwitchStatement(parent) || ts.isCatchClause(parent) || ts.isIterationStatement(parent, false)) return true;
  }
  return false;
}

/**
 * The member of a record that says whether its owner has shared it, where a test refuses those who ask for others:
 * `if (!board?.isPublic) throw new Forbidden()`. Either the member or the refusal has to say so.
 */
function sharingFlag(analysis: FileAnalysis, test: ts.IfStatement): string | undefined {
  const condition = bare(test.expression);
  if (!ts.isPrefixUnaryExpression(condition) || condition.operator !== ts.SyntaxKind.ExclamationToken) return undefined;
  const value = bare(condition.operand);
  if (!ts.isPropertyAccessExpression(value) || !ts.isIdentifier(bare(value.expression))) return undefined;
  const says =
    /^(is_?)?(public|published|shared)/i.test(value.name.text) ||
    /\bpublic(ly)?\b|\bshared\b/i.test(test.thenStatement.getText(analysis.source));
  return says && isRecord(analysis, bare(value.expression) as ts.Identifier) ? analysis.label(value, 40) : undefined;
}

/** Does a name hold what a query found? */
function isRecord(analysis: FileAnalysis, name: ts.Identifier): boolean {
  const declaration = analysis.resolver.declarations.find(name);
  if (declaration?.kind !== 'variable') return false;
  const { node } = declaration;
  const assigned = (analysis.outline.assignments.get(name.text) ?? [])
    .filter(({ left }) => ts.isIdentifier(left) && declares(analysis, left, node))
    .map(({ right }) => right);
  return [...(node.initializer ? [node.initializer] : []), ...assigned].some((value) =>
    callsBelow(value).some((call) => analysis.site(call)?.role?.data?.operation === 'read'),
  );
}

function declares(analysis: FileAnalysis, name: ts.Identifier, node: ts.Node): boolean {
  const declaration = analysis.resolver.declarations.find(name);
  return declaration?.kind === 'variable' && declaration.node === node;
}

/** Is what a function returns whether a digest is the one that was sent: `return expected === signature`, or `return difference === 0` after a loop? */
function returnsComparison(fn: FunctionInfo, candidate: Candidate): boolean {
  return fn.exits.some((exit) => {
    const value = ts.isReturnStatement(exit) && exit.expression ? bare(exit.expression) : undefined;
    // `return timingSafeEqual(expected, signature)`.
    if (value && ts.isCallExpression(value) && /equal|compare/i.test(lastName(value.expression) ?? ''))
      return compares(value, candidate.names);
    if (!value || !ts.isBinaryExpression(value)) return false;
    return (
      compares(value, candidate.names) ||
      (value.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken && ts.isNumericLiteral(value.right) && value.right.text === '0')
    );
  });
}

function returnsNames(fn: FunctionInfo, candidate: Candidate): boolean {
  const { body } = fn.node;
  if (!body) return false;
  const values = ts.isBlock(body)
    ? fn.exits.flatMap((exit) => (ts.isReturnStatement(exit) && exit.expression ? [exit.expression] : []))
    : [body];
  return values.some((value) => (value.pos <= candidate.node.pos && candidate.node.end <= value.end) || mentions(value, candidate.names));
}
