import { ts } from 'ts-morph';
import type { Disabled, FunctionRef, GuardEvidence, GuardLevel, RefusalStyle } from '../model/facts';
import { boundNames, callsBelow, dispositionOf, enclosingTry, following, isAwaited, isEmptyValue, leaves, mentions } from '../syntax/flow';
import { bare, constantString, propertyOf, walk, whole } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { commentedGuards, deadness } from './disabledGuards';
import { conditionsOf, isByChoice, isLeftOut } from './pathConditions';
import { referredFunction } from './references';

const { SyntaxKind } = ts;

/** The ladder of guard levels; those beside it rank with what they prove about the caller. */
const rank: Record<GuardLevel, number> = { NONE: 0, PUBLIC_DECLARED: 0, PRESENCE_ONLY: 1, OPTIONAL: 2, RLS: 3, SECRET: 3, AUTHENTICATED: 3, OWNER: 4, ROLE: 5 };

export function strongest(levels: readonly GuardLevel[]): GuardLevel {
  return levels.reduce<GuardLevel>((best, level) => (rank[level] > rank[best] ? level : best), 'NONE');
}

/** The least that is proved; NONE when there is nothing. */
export function weakest(levels: readonly GuardLevel[]): GuardLevel {
  return levels.reduce<GuardLevel | undefined>((worst, level) => (worst === undefined || rank[level] < rank[worst] ? level : worst), undefined) ?? 'NONE';
}

/** Does the level identify the caller? */
export function identifies(level: GuardLevel): boolean {
  return rank[level] >= 3;
}

type Failure = 'throws' | 'empty' | 'result' | 'replies' | 'either';

interface Candidate {
  node: ts.Node;
  name: string;
  level: GuardLevel;
  kind: GuardEvidence['kind'];
  fails: Failure;
  /** Names whose emptiness is the failure. */
  names: Set<string>;
  /** Names whose presence is the failure. */
  failNames: Set<string>;
  /** It is a keyed digest: it proves something only where it is compared. */
  mac?: boolean;
  /** For which requests the function that is called asks, and whether it believes what nobody verified. */
  asks?: Pick<GuardEvidence, 'when' | 'methods' | 'unverified'>;
  /** It is evidence only where a refusal depends on it. */
  tested?: boolean;
  /** It acts only on what the caller could name by a secret. */
  selects?: boolean;
}

const guardName = /^(require|ensure|assert|check|verify|validate|get|is|with|authenticate|authorize|protect)(d|s)?(Current|Valid|Server|Request|Api|My|The)*(User|Auth|Authed|Authenticated|Authentication|Session|Admin|SuperAdmin|Role|Roles|Permission|Permissions|Access|Login|LoggedIn|Token|Jwt|Owner|Member|Caller|Identity)/i;
const roleName = /^(is)?_?(role|roles|userRole|user_role|admin|superadmin|super_admin|isAdmin|is_admin|isSuperAdmin|isStaff|is_staff|permission|permissions|hasRole|hasPermission|hasPermissions|canAccess|can|ability|scopes?)$/i;
const ownerName = /^(user_?id|owner_?id|owner|author_?id|created_?by|tenant_?id|org_?id|organization_?id|account_?id|customer_?id|member_?id|team_?id|workspace_?id)$/i;

/** Guards of a function: what identifies its caller, and how it refuses. */
export interface Guarding {
  guards: GuardEvidence[];
  refusal?: RefusalStyle;
  /** It gives back a keyed digest, for others to compare. */
  macs?: boolean;
}

/** Words without which no function verifies its caller; most functions are done with after one look for them. */
const telling = /auth|user|session|token|role|admin|secret|sign|verif|cookie|permission|access|key|jwt|member|owner|protect|guard|require|ensure|login|identity|caller|tenant|policy|check|valid|env|allow|public|shared/i;

/** Works out what a function verifies about its caller and whether it refuses those who fail. */
export function guardingOf(analysis: FileAnalysis, fn: FunctionInfo): Guarding {
  const found = guardsIn(analysis, fn);
  const commented = analysis.context.side === 'client' ? [] : commentedGuards(analysis, fn);
  return commented.length === 0 ? found : { ...found, guards: [...found.guards, ...commented] };
}

function guardsIn(analysis: FileAnalysis, fn: FunctionInfo): Guarding {
  // What a browser checks protects nothing.
  if (analysis.context.side === 'client') return { guards: [] };
  const { all: parts, sites } = analysis.parts(fn);
  if (!telling.test(analysis.source.text.slice(fn.node.pos, fn.node.end)) && !sites.some((site) => callsGuard(analysis, site))) return { guards: [] };
  const candidates = sites.map((site) => candidateOf(analysis, site)).filter((candidate) => candidate !== undefined);
  const tests = parts.flatMap((part) => part.ifs);
  if (candidates.length === 0 && tests.length === 0 && insistentReads(analysis, parts).length === 0) return returnedVerdict(analysis, fn, []);
  spread(parts, candidates);
  const guards: GuardEvidence[] = [];
  const refusals: RefusalStyle[] = [];
  const add = (kind: GuardEvidence['kind'], level: GuardLevel, name: string, node: ts.Node, refusal: RefusalStyle | undefined, test?: ts.Node, asks: Candidate['asks'] = {}) => {
    // A token against forgery says that the page is ours, not who calls.
    const isForgery = level === 'SECRET' && /csrf|xsrf/i.test(fn.name);
    const proved = identifies(level) && (isByChoice(analysis, test ?? node) || (kind === 'signature' && isLeftOut(test ?? node))) ? 'OPTIONAL' : level;
    guards.push({ kind: isForgery ? 'csrf' : kind, level: isForgery ? 'NONE' : proved, name, span: analysis.span(node), ...asks, ...conditionsOf(analysis, test ?? node) });
    if (refusal && (kind === 'authentication' || kind === 'signature')) refusals.push(refusal);
  };
  const denied = new Set<Candidate>();
  const asleep = (name: string, node: ts.Node, how: Disabled) => guards.push({ kind: 'authentication', level: 'NONE', name, span: analysis.span(node), disabled: { how, known: true } });
  for (const test of tests) {
    const condition = ts.isIfStatement(test) ? test.expression : ts.isConditionalExpression(test) ? test.condition : test.left;
    const seen = examine(analysis, condition, candidates);
    const isBlind = seen.candidates.length === 0 && !seen.identity && !seen.credential && !seen.secret;
    const flag = isBlind && ts.isIfStatement(test) ? sharingFlag(analysis, test) : undefined;
    if (isBlind && flag === undefined) continue;
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
    if (seen.secret && /csrf|xsrf/i.test(condition.getText(analysis.source))) add('csrf', 'NONE', analysis.label(condition, 40), condition, refusal, test);
    else if (seen.secret) add('authentication', 'SECRET', analysis.label(condition, 40), condition, refusal, test);
    else if (seen.credential && seen.candidates.length === 0 && !seen.identity) add('authentication', 'PRESENCE_ONLY', seen.credential, condition, refusal, test);
  }
  for (const candidate of candidates) {
    if (denied.has(candidate)) continue;
    const refusal = candidate.selects ? 'throws' : candidate.fails === 'throws' || candidate.fails === 'replies' || candidate.fails === 'either' ? standsAlone(analysis, candidate, fn) : undefined;
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
  const compared = candidates.find((candidate) => candidate.mac && !denied.has(candidate) && returnsComparison(fn, candidate));
  if (compared) return { guards: [...guards, { kind: compared.kind, level: compared.level, name: compared.name, span: analysis.span(compared.node) }], refusal: 'returns-false' };
  const macs = candidates.some((candidate) => candidate.mac && !denied.has(candidate) && returnsNames(fn, candidate));
  const loose = candidates.filter((candidate) => !denied.has(candidate) && !candidate.mac && !candidate.tested);
  if (!guards.some((guard) => guard.kind === 'authentication' && identifies(guard.level))) {
    const handed = candidates.filter((candidate) => !denied.has(candidate) && candidate.tested && candidate.level === 'OPTIONAL');
    const returned = returnedVerdict(analysis, fn, [...loose, ...handed]);
    if (returned.guards.length > 0) return { guards: [...guards, ...returned.guards], refusal: returned.refusal!, ...(macs ? { macs } : {}) };
  }
  for (const candidate of loose) {
    guards.push({ kind: candidate.kind, level: candidate.kind === 'authentication' || candidate.kind === 'signature' ? 'OPTIONAL' : candidate.level, name: candidate.name, span: analysis.span(candidate.node) });
  }
  const refusal = refusals.find((style) => style === 'middleware' || style === 'throws') ?? refusals[0];
  return { guards, ...(refusal ? { refusal } : {}), ...(macs ? { macs } : {}) };
}

/** Members of an identity that are read as if it were there: for callers without one, the function ends there. */
function insistentReads(analysis: FileAnalysis, parts: readonly FunctionInfo[]): ts.Expression[] {
  let reads = insistent.get(analysis);
  if (!reads) {
    reads = analysis.outline.members.filter((node) => ts.isPropertyAccessExpression(node) && !(node.flags & ts.NodeFlags.OptionalChain) && analysis.tables.read(analysis.resolver.pathOf(node))?.throwsIfMissing);
    insistent.set(analysis, reads);
  }
  return reads.filter((node) => parts.some(({ node: { body } }) => body && body.pos <= node.pos && node.end <= body.end && !isConditional(node, body))).slice(0, 1);
}

const insistent = new WeakMap<FileAnalysis, ts.Expression[]>();

/** May the place be passed by: in a branch, behind `&&`, inside a try? */
function isConditional(node: ts.Node, body: ts.Node): boolean {
  for (let child: ts.Node = node, parent = node.parent; child !== body; child = parent, parent = parent.parent) {
    if (isFunctionNode(child)) return true;
    if (ts.isIfStatement(parent) && parent.expression !== child) return true;
    if (ts.isConditionalExpression(parent) && parent.condition !== child) return true;
    if (ts.isBinaryExpression(parent) && parent.right === child && /^(&&|\|\||\?\?)$/.test(ts.tokenToString(parent.operatorToken.kind) ?? '')) return true;
    if (ts.isBinaryExpression(parent) && parent.left === child && parent.operatorToken.kind === SyntaxKind.EqualsToken) return true;
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
  if (!ts.isPrefixUnaryExpression(condition) || condition.operator !== SyntaxKind.ExclamationToken) return undefined;
  const value = bare(condition.operand);
  if (!ts.isPropertyAccessExpression(value) || !ts.isIdentifier(bare(value.expression))) return undefined;
  const says = /^(is_?)?(public|published|shared)/i.test(value.name.text) || /\bpublic(ly)?\b|\bshared\b/i.test(test.thenStatement.getText(analysis.source));
  return says && isRecord(analysis, bare(value.expression) as ts.Identifier) ? analysis.label(value, 40) : undefined;
}

/** Does a name hold what a query found? */
function isRecord(analysis: FileAnalysis, name: ts.Identifier): boolean {
  const declaration = analysis.resolver.declarations.find(name);
  if (declaration?.kind !== 'variable') return false;
  const { node } = declaration;
  const assigned = (analysis.outline.assignments.get(name.text) ?? []).filter(({ left }) => ts.isIdentifier(left) && declares(analysis, left, node)).map(({ right }) => right);
  return [...(node.initializer ? [node.initializer] : []), ...assigned].some((value) => callsBelow(value).some((call) => analysis.site(call)?.role?.data?.operation === 'read'));
}

function declares(analysis: FileAnalysis, name: ts.Identifier, node: ts.Node): boolean {
  const declaration = analysis.resolver.declarations.find(name);
  return declaration?.kind === 'variable' && declaration.node === node;
}

/** Is what a function returns whether a digest is the one that was sent: `return expected === signature`, or `return difference === 0` after a loop? */
function returnsComparison(fn: FunctionInfo, candidate: Candidate): boolean {
  return fn.exits.some((exit) => {
    const value = ts.isReturnStatement(exit) && exit.expression ? bare(exit.expression) : undefined;
    if (!value || !ts.isBinaryExpression(value)) return false;
    return compares(value, candidate.names) || (value.operatorToken.kind === SyntaxKind.EqualsEqualsEqualsToken && ts.isNumericLiteral(value.right) && value.right.text === '0');
  });
}

function returnsNames(fn: FunctionInfo, candidate: Candidate): boolean {
  const { body } = fn.node;
  if (!body) return false;
  const values = ts.isBlock(body) ? fn.exits.flatMap((exit) => (ts.isReturnStatement(exit) && exit.expression ? [exit.expression] : [])) : [body];
  return values.some((value) => (value.pos <= candidate.node.pos && candidate.node.end <= value.end) || mentions(value, candidate.names));
}

/** A name may say nothing and the function guard all the same: `listOrders()` of a data access layer. */
function callsGuard(analysis: FileAnalysis, site: CallSite): boolean {
  const { node, role } = site;
  if (role?.verify) return true;
  const found = calledBy(analysis, site);
  if (analysis.project.declaredGuard(found?.ref, lastName(node.expression))) return true;
  return analysis.summaryOf(found?.ref)?.guards.some((guard) => guard.kind === 'authentication' || guard.kind === 'signature') ?? false;
}

/** The function of the project that a call runs, by its name or by a reference. */
function calledBy(analysis: FileAnalysis, site: CallSite): { ref: FunctionRef } | undefined {
  const referred = site.role?.refers && referredFunction(analysis, site);
  return referred ? { ref: referred } : analysis.resolver.functionOf(site.node.expression);
}

function candidateOf(analysis: FileAnalysis, site: CallSite): Candidate | undefined {
  const { node } = site;
  const name = analysis.label(node.expression, 50);
  const make = (level: GuardLevel, fails: Failure, kind: GuardEvidence['kind'] = 'authentication', value: ts.CallExpression | ts.NewExpression = node): Candidate => {
    const candidate: Candidate = { node: value, name, level, kind, fails, names: new Set(), failNames: new Set() };
    bindResult(candidate, value);
    return candidate;
  };
  const verify = site.role?.verify;
  if (verify) {
    const throwing = verify.throwsWith?.some((option) => propertyOf(node.arguments?.[0] && analysis.resolver.deref(node.arguments[0]), option));
    const failure = throwing ? 'throws' : verify.fails === 'false' ? 'empty' : verify.fails;
    return { ...make(verify.roleArgs && (node.arguments?.length ?? 0) > 0 ? 'ROLE' : verify.level, failure, verify.kind), ...(site.role?.unverified ? { asks: { unverified: true as const } } : {}) };
  }
  if (site.role?.mac) return { ...make('SECRET', 'result', 'signature', chainEnd(node)), mac: true };
  const looked = site.role?.data?.operation === 'read' ? secretColumn(node) : undefined;
  // Sessions and keys say who calls; the token of an invitation or the key of a widget lets anyone in who was given it.
  if (looked !== undefined) return { ...make(/session|api_?key|key_?hash|hashed_?key/i.test(`${looked} ${chainEnd(node).getText(analysis.source).slice(0, 80)}`) ? 'SECRET' : 'OPTIONAL', 'result', 'authentication', chainEnd(node)), name: looked, tested: true };
  // Whoever does not know the token changes nothing: the condition of the change is the test.
  const changed = site.role?.data?.operation === 'write' && !/upsert/i.test(lastName(node.expression) ?? '') ? secretColumn(node) : undefined;
  if (changed !== undefined) return { ...make('OPTIONAL', 'result', 'authentication', chainEnd(node)), name: changed, selects: true };
  const table = site.role?.data?.operation === 'raw' ? sessionTable(analysis, node) : undefined;
  if (table !== undefined) return { ...make('AUTHENTICATED', 'result'), name: table, tested: true };
  const found = calledBy(analysis, site);
  const declared = analysis.project.declaredGuard(found?.ref, lastName(node.expression));
  if (declared) return make(declared, 'either');
  if (found) {
    const summary = analysis.summaryOf(found.ref);
    if (!summary) return undefined;
    const verifying = summary.guards.filter((guard) => guard.kind === 'authentication' || guard.kind === 'signature');
    const level = strongest(verifying.map((guard) => guard.level));
    const kind = verifying.every((guard) => guard.kind === 'signature') ? 'signature' : 'authentication';
    if (summary.macs) return { ...make('SECRET', 'result', 'signature'), mac: true };
    if (level === 'NONE' && summary.isAsync && asksWith(analysis, node)) return { ...make('AUTHENTICATED', 'result'), tested: true };
    if (level === 'NONE' || level === 'PRESENCE_ONLY') return undefined;
    if (level === 'OPTIONAL') return summary.refusal === undefined ? undefined : { ...make('OPTIONAL', failureOf(summary.refusal)), tested: true };
    if (isWaived(analysis, node)) return undefined;
    const asks = conditionOf(verifying.filter((guard) => identifies(guard.level)));
    return { ...make(level, failureOf(summary.refusal), kind), ...(asks ? { asks } : {}) };
  }
  const last = lastName(node.expression);
  if (last && !site.role && /^(verify|validate|check)\w*(Signature|Webhook)/i.test(last)) return make('SECRET', 'either', 'signature');
  // A method of something that a project function gives, which nobody can look into.
  const isOpaque = site.callee?.startsWith('file:') === true && site.callee.includes('()') && !found;
  if (isOpaque && last && /^(verify|validate|authenticate)\w*(Session|Token|Auth|Jwt|User|Request)/i.test(last)) return make('AUTHENTICATED', 'either');
  if (site.callee !== undefined && (site.callee.startsWith('file:') || site.role || site.callee.startsWith('global#') || site.callee.startsWith('node:') || analysis.tables.isDescribed(site.callee))) return undefined;
  const short = lastName(node.expression);
  // Somebody else is asked about the credential, and says who it belongs to.
  if (site.callee === undefined || !site.callee.startsWith('global#')) if (asksWith(analysis, node)) return { ...make('AUTHENTICATED', 'result'), tested: true };
  // Only functions that nobody can look into are believed by their name.
  if (!short || !guardName.test(short) || (site.callee === undefined && !isImported(analysis, node.expression))) return undefined;
  return make(/admin|role|permission/i.test(short) ? 'ROLE' : 'AUTHENTICATED', 'either');
}

/** Is a digest compared with something of the caller's, and not just looked at? */
function compares(condition: ts.Expression, names: ReadonlySet<string>): boolean {
  let found = false;
  walk(condition, (node) => {
    if (found) return false;
    if (ts.isBinaryExpression(node) && /^[!=]==?$/.test(ts.tokenToString(node.operatorToken.kind) ?? '')) {
      const others = mentions(node.left, names) ? node.right : mentions(node.right, names) ? node.left : undefined;
      found = others !== undefined && !isEmptyValue(others) && !ts.isLiteralExpression(bare(others));
    } else if (ts.isCallExpression(node) && node.arguments.length >= 2) found = node.arguments.some((argument) => mentions(argument, names));
    return !found;
  });
  return found;
}

/** How the caller of a function sees that it refuses. */
function failureOf(refusal: RefusalStyle | undefined): Failure {
  switch (refusal) {
    case 'returns-empty':
    case 'returns-false':
      return 'empty';
    case 'returns-response':
    case 'returns-result':
      return 'result';
    case 'middleware':
      return 'replies';
    default:
      return 'throws';
  }
}

/** The requests that all of some guards are limited to; undefined when one of them holds always. */
function conditionOf(guards: readonly GuardEvidence[]): Candidate['asks'] {
  const [first] = guards;
  if (!first || guards.some((guard) => !guard.when && !guard.methods)) return undefined;
  return { ...(first.when ? { when: first.when } : {}), ...(first.methods ? { methods: first.methods } : {}) };
}

/** Is a helper told to leave the caller alone: `parseRequest(request, schema, { skipAuth: true })`? */
function isWaived(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): boolean {
  return (node.arguments ?? []).some((argument) => {
    const value = analysis.resolver.deref(argument);
    if (!ts.isObjectLiteralExpression(value)) return false;
    return value.properties.some((property) => {
      if (!ts.isPropertyAssignment(property) || !ts.isIdentifier(property.name)) return false;
      const isTrue = property.initializer.kind === ts.SyntaxKind.TrueKeyword;
      const isFalse = property.initializer.kind === ts.SyntaxKind.FalseKeyword;
      return (isTrue && /^(skip|no|without|disable)_?auth|^(is)?public$|^allow_?(anonymous|unauth|guest)|^optional(Auth)?$/i.test(property.name.text)) || (isFalse && /^(require|requires|needs?|check)?_?auth(entication|Required)?$|^protected$/i.test(property.name.text));
    });
  });
}

const askless = /^(decode|parse|split|trim|replace|startsWith|endsWith|includes|slice|substring|match|test|log|info|warn|error|debug|set|append|has|push|add|cookie|atob|toString|hash|encode)/i;

/** Is the call awaited and given what the caller sent to be let in? */
function asksWith(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): boolean {
  const short = lastName(bare(node.expression));
  if (short === undefined || askless.test(short) || /decode/i.test(short) || !ts.isAwaitExpression(whole(node).parent)) return false;
  return (node.arguments ?? []).some((argument) => {
    const value = bare(argument);
    if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value)) return false;
    if (/origin|host|agent|forwarded|accept|content|locale|lang/i.test(value.getText(analysis.source))) return false;
    return analysis.tables.read(analysis.resolver.pathOf(value))?.credential === true || credentialBehind(analysis, value) !== undefined;
  });
}

/** The whole of a chain of calls: `client.from('x').select().eq('token', token).single()`. */
function chainEnd(node: ts.CallExpression | ts.NewExpression): ts.CallExpression | ts.NewExpression {
  let end = node;
  while (ts.isPropertyAccessExpression(end.parent) && end.parent.expression === end && ts.isCallExpression(end.parent.parent) && !/^(catch|then|finally)$/.test(end.parent.name.text)) end = end.parent.parent;
  return end;
}

const secretName = /^(\w+_)?(token|token_?hash|hashed_?(token|key)|api_?key|key_?hash|lookup_?hash|widget_?key|publishable_?key|public_?key|invite_?code|access_?code|share_?code|session_?token|session_?id|magic_?code|unsubscribe_?key)$/i;

/** Name of the column by which a row is looked up that only those know who were given it. */
function secretColumn(node: ts.CallExpression | ts.NewExpression): string | undefined {
  const end = chainEnd(node);
  for (let current: ts.Expression = end; ts.isCallExpression(current); ) {
    const callee = bare(current.expression);
    if (!ts.isPropertyAccessExpression(callee)) break;
    const [first] = current.arguments;
    if (callee.name.text === 'eq' && first && ts.isStringLiteral(first) && secretName.test(first.text)) return first.text;
    current = bare(callee.expression);
  }
  const where = propertyOf(node.arguments?.[0], 'where');
  if (!where || !ts.isObjectLiteralExpression(where)) return undefined;
  return where.properties.map((property) => (property.name && ts.isIdentifier(property.name) ? property.name.text : '')).find((name) => secretName.test(name));
}

/** The table of sessions or keys that a written query looks the caller's credential up in. */
function sessionTable(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): string | undefined {
  const [query, ...values] = node.arguments ?? [];
  const table = query && /\bfrom\s+["`]?([\w.]*(?:session|api_?key)\w*)/i.exec(constantString(analysis.resolver.deref(query)) ?? '')?.[1];
  return table !== undefined && values.some((value) => holdsCredential(analysis, value)) ? table : undefined;
}

function holdsCredential(analysis: FileAnalysis, node: ts.Expression): boolean {
  if (credentialBehind(analysis, node) !== undefined) return true;
  let found = false;
  walk(node, (inner) => {
    if (ts.isExpression(inner) && analysis.tables.read(analysis.resolver.pathOf(inner))?.credential && namesCredential(inner)) found = true;
    return !found && !isFunctionNode(inner);
  });
  return found;
}

function lastName(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  return ts.isPropertyAccessExpression(node) ? node.name.text : undefined;
}

function isImported(analysis: FileAnalysis, node: ts.Expression): boolean {
  const root = ts.isPropertyAccessExpression(node) ? bare(node.expression) : node;
  return ts.isIdentifier(root) && analysis.resolver.declarations.find(root)?.kind === 'import';
}

/** Notes the names that the result of a verifying call gets. */
function bindResult(candidate: Candidate, node: ts.CallExpression | ts.NewExpression): void {
  const callback = node.arguments?.[node.arguments.length - 1];
  if (callback && isFunctionNode(callback) && callback.parameters.length >= 2) {
    callback.parameters.forEach((parameter, index) => {
      for (const name of boundNames(parameter.name)) (index === 0 ? candidate.failNames : candidate.names).add(name);
    });
    return;
  }
  let value: ts.Expression = node;
  for (;;) {
    const outer = whole(value);
    const parent = outer.parent;
    // `.catch(() => null)` and `.then(x => x.user)` still give the result.
    if (parent && ts.isPropertyAccessExpression(parent) && parent.expression === outer && ts.isCallExpression(parent.parent) && /^(catch|then|finally)$/.test(parent.name.text)) {
      value = parent.parent;
      if (parent.name.text === 'catch') candidate.fails = candidate.fails === 'throws' ? 'empty' : candidate.fails;
    } else if (parent && (ts.isPropertyAccessExpression(parent) && parent.expression === outer) && !ts.isCallExpression(parent.parent)) value = parent;
    else if (parent && ts.isBinaryExpression(parent) && parent.operatorToken.kind === SyntaxKind.QuestionQuestionToken && parent.left === outer) value = parent;
    else break;
  }
  const disposition = dispositionOf(value);
  if (disposition.kind === 'assigned' && ts.isIdentifier(disposition.target)) candidate.names.add(disposition.target.text);
  if (disposition.kind !== 'bound') return;
  addPattern(candidate, disposition.name);
}

function addPattern(candidate: Candidate, name: ts.BindingName): void {
  if (ts.isIdentifier(name)) {
    candidate.names.add(name.text);
    return;
  }
  for (const element of name.elements) {
    if (!ts.isBindingElement(element)) continue;
    const key = (element.propertyName ?? element.name) as ts.Node;
    const isFailure = ts.isIdentifier(key) && /^(error|err|errors|response|errorResponse|authError)$/.test(key.text);
    if (isFailure) for (const inner of boundNames(element.name)) candidate.failNames.add(inner);
    else addPattern(candidate, element.name);
  }
}

/** Adds names that are made from names already known: `const user = session?.user`. */
function spread(parts: readonly FunctionInfo[], candidates: readonly Candidate[]): void {
  const open = candidates.filter((candidate) => candidate.names.size > 0);
  if (open.length === 0) return;
  for (const part of parts) {
    const body = part.node.body;
    if (!body) continue;
    walk(body, (node) => {
      if (node !== body && isFunctionNode(node)) return false;
      if (ts.isVariableDeclaration(node) && node.initializer) {
        const initializer = bare(node.initializer);
        for (const candidate of open) {
          if (node.initializer === candidate.node || !mentions(initializer, candidate.names)) continue;
          // A call made with a verified user gives something else than the user, unless it looks up roles or members.
          if (!candidate.mac && ts.isCallExpression(initializer) && !/role|admin|permission|member|profile|user|owner|access/i.test(initializer.expression.getText())) continue;
          addPattern(candidate, node.name);
        }
      }
      return true;
    });
  }
}

interface Examined {
  candidates: Candidate[];
  identity?: string;
  credential?: string;
  role: boolean;
  owner: boolean;
  secret: boolean;
  /** The condition holds when the caller is not identified. */
  absent: boolean;
}

/** Reads a condition: which evidence it tests, and which way round. */
function examine(analysis: FileAnalysis, condition: ts.Expression, candidates: readonly Candidate[]): Examined {
  const seen: Examined = { candidates: [], role: false, owner: false, secret: false, absent: false };
  for (const candidate of candidates) {
    const own = condition.pos <= candidate.node.pos && candidate.node.end <= condition.end;
    if (own || mentions(condition, candidate.names)) seen.candidates.push(candidate);
    else if (candidate.failNames.size > 0 && mentions(condition, candidate.failNames)) {
      seen.candidates.push(candidate);
      seen.absent = true;
    }
  }
  walk(condition, (node) => {
    if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken) seen.absent = true;
    if (ts.isBinaryExpression(node)) {
      const operator = node.operatorToken.kind;
      const unequal = operator === SyntaxKind.ExclamationEqualsEqualsToken || operator === SyntaxKind.ExclamationEqualsToken;
      const equal = operator === SyntaxKind.EqualsEqualsEqualsToken || operator === SyntaxKind.EqualsEqualsToken;
      if (unequal && !isEmptyValue(node.right)) seen.absent = true;
      if (equal && (isEmptyValue(node.right) || node.right.kind === SyntaxKind.FalseKeyword)) seen.absent = true;
      // `rows.length === 0`: nobody was found.
      if (equal && /^(length|rowCount|size)$/.test(lastName(bare(node.left)) ?? '') && bare(node.right).getText(analysis.source) === '0') seen.absent = true;
      if (operator === SyntaxKind.InstanceOfKeyword || operator === SyntaxKind.InKeyword) seen.absent = true;
      if ((unequal || equal) && isSecret(analysis, node)) seen.secret = true;
      if (unequal || equal) for (const side of [node.left, node.right]) if (ownerName.test(lastName(bare(side)) ?? '')) seen.owner = true;
    }
    if (ts.isIdentifier(node) && roleName.test(node.text)) seen.role = true;
    if (ts.isPropertyAccessExpression(node) && /^(error|errors|response|denied|status)$/.test(node.name.text)) seen.absent = true;
    if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      const read = analysis.tables.read(analysis.resolver.pathOf(node));
      if (read?.identity) seen.identity ??= analysis.label(node, 40);
      if (read?.credential && namesCredential(node)) seen.credential ??= analysis.label(node, 40);
    }
    if (ts.isCallExpression(node)) {
      const site = analysis.site(node);
      const read = analysis.tables.read(analysis.resolver.pathOf(node));
      if (read?.identity) seen.identity ??= analysis.label(node, 40);
      else if (read?.credential && ts.isPrefixUnaryExpression(whole(node).parent) && namesCredential(node)) seen.credential ??= analysis.label(node, 40);
      if (site?.role?.verify?.level === 'SECRET') seen.secret = true;
    }
    return true;
  });
  // A value taken from a credential earlier: `const token = header?.split(' ')[1]; if (!token)`.
  if (!seen.credential && !seen.identity && seen.candidates.length === 0) seen.credential = credentialBehind(analysis, condition);
  return seen;
}

function credentialBehind(analysis: FileAnalysis, condition: ts.Expression): string | undefined {
  let label: string | undefined;
  walk(condition, (node) => {
    if (label || !ts.isIdentifier(node)) return label === undefined;
    const declaration = analysis.resolver.declarations.find(node);
    if (declaration?.kind !== 'variable' || !declaration.node.initializer) return true;
    walk(declaration.node.initializer, (inner) => {
      if (ts.isExpression(inner) && analysis.tables.read(analysis.resolver.pathOf(inner))?.credential && namesCredential(inner)) label = node.text;
      return label === undefined && !isFunctionNode(inner);
    });
    return true;
  });
  return label;
}

/** `headers.get('accept-language')` reads no credential; a name that is not constant may be one. */
function namesCredential(node: ts.Node): boolean {
  const name = ts.isCallExpression(node) ? constantString(node.arguments[0]) : ts.isElementAccessExpression(node) ? constantString(node.argumentExpression) : undefined;
  return name === undefined || /auth|cookie|token|jwt|session|secret|signature|credential|bearer|sid$|user|(^|[-_])key$|api-?_?key/i.test(name);
}

/** Compares something with a secret of the environment. */
function isSecret(analysis: FileAnalysis, node: ts.BinaryExpression): boolean {
  const sides = [node.left, node.right];
  const isFixed = (side: ts.Expression) => isEmptyValue(side) || ts.isLiteralExpression(bare(side)) || bare(side).kind === ts.SyntaxKind.TrueKeyword || ts.isTypeOfExpression(bare(side));
  return sides.some((side, index) => isEnvironment(analysis, side) && !isFixed(sides[1 - index]!)) || sides.some((side, index) => isCredential(analysis, side) && isOwnValue(analysis, sides[1 - index]!));
}

/** What the caller sent to be let in. */
function isCredential(analysis: FileAnalysis, node: ts.Expression): boolean {
  if (/origin|content|host|agent|accept|refer|forwarded|method|etag|modified|length|locale|lang|next-|country|\bip\b/i.test(node.getText(analysis.source))) return false;
  return analysis.tables.read(analysis.resolver.pathOf(node))?.credential === true || credentialBehind(analysis, node) !== undefined;
}

/** A value that the application holds: not a text written here, and nothing of the request. */
function isOwnValue(analysis: FileAnalysis, node: ts.Expression): boolean {
  const value = bare(node);
  if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value) && !ts.isCallExpression(value)) return false;
  if (isEmptyValue(value) || ts.isStringLiteralLike(analysis.resolver.deref(value))) return false;
  return /secret|key|token|pass|hash|expected|digest|hmac|signature/i.test(value.getText(analysis.source)) && !isCredential(analysis, value);
}

function isEnvironment(analysis: FileAnalysis, node: ts.Expression, depth = 3): boolean {
  if (depth === 0) return false;
  const value = bare(node);
  const path = analysis.resolver.pathOf(value);
  if (path?.startsWith('global#env.') && !path.endsWith('.length') && /SECRET|KEY|TOKEN|PASS|AUTH/i.test(path)) return true;
  if (ts.isTemplateExpression(value)) return value.templateSpans.some((part) => isEnvironment(analysis, part.expression, depth - 1));
  if (ts.isBinaryExpression(value)) return value.operatorToken.kind === ts.SyntaxKind.PlusToken && (isEnvironment(analysis, value.left, depth - 1) || isEnvironment(analysis, value.right, depth - 1));
  if (ts.isIdentifier(value)) {
    const behind = analysis.resolver.deref(value);
    return behind !== value && isEnvironment(analysis, behind, depth - 1);
  }
  return false;
}

/** How control leaves, or what is answered, when a test fails its caller. */
function refusalOf(analysis: FileAnalysis, test: FunctionInfo['ifs'][number], absent: boolean, candidates: readonly Candidate[], fn: FunctionInfo): RefusalStyle | undefined {
  if (ts.isBinaryExpression(test)) return refusalIn(analysis, test.right, fn);
  if (ts.isConditionalExpression(test)) {
    return refusalIn(analysis, absent ? test.whenTrue : test.whenFalse, fn) ?? (isEmptyValue(absent ? test.whenTrue : test.whenFalse) ? 'returns-empty' : undefined);
  }
  const names = new Set(candidates.flatMap((candidate) => [...candidate.names, ...candidate.failNames]));
  const then = refusalIn(analysis, test.thenStatement, fn, names);
  if (absent) return then;
  // `if (result instanceof Response) return result`, `if (denied) return denied`.
  if (then && returnsName(test.thenStatement, names)) return 'returns-response';
  const otherwise = test.elseStatement && refusalIn(analysis, test.elseStatement, fn);
  if (otherwise) return otherwise;
  if (passesOn(analysis, test.thenStatement)) {
    // Only those who pass the test go on; nobody else is handed to what follows.
    const rest = test.elseStatement ? [test.elseStatement] : following(test);
    if (!rest.some((statement) => passesOn(analysis, statement))) return 'middleware';
  }
  if (!leaves(test.thenStatement)) return undefined;
  for (const statement of following(test)) {
    const later = refusalIn(analysis, statement, fn, names, true);
    if (later) return later;
  }
  return undefined;
}

/** Does a piece of middleware hand the request on to what comes next? */
function passesOn(analysis: FileAnalysis, node: ts.Node): boolean {
  return callsBelow(node).some((call) => isNext(analysis, call) && (call.arguments?.length ?? 0) === 0);
}

function returnsName(statement: ts.Statement, names: ReadonlySet<string>): boolean {
  let found = false;
  walk(statement, (node) => {
    if (ts.isReturnStatement(node) && node.expression && mentions(node.expression, names)) found = true;
    return !found && !isFunctionNode(node);
  });
  return found;
}

/** The refusal that a piece of code carries out. `strict`: only an answer that says no, an exception or nothing at all. */
function refusalIn(analysis: FileAnalysis, node: ts.Node, fn: FunctionInfo, names: ReadonlySet<string> = new Set(), strict = false): RefusalStyle | undefined {
  let style: RefusalStyle | undefined;
  walk(node, (inner) => {
    if (style || isFunctionNode(inner)) return false;
    if (ts.isThrowStatement(inner)) style = 'throws';
    else if (ts.isCallExpression(inner) || ts.isNewExpression(inner)) {
      const site = analysis.site(inner);
      if (site?.role?.leaves) style = 'throws';
      // An error that is made and not thrown refuses nobody.
      else if (site?.role?.reply?.throws && ts.isExpressionStatement(whole(inner).parent)) return true;
      else if (site?.role?.refuses) style = 'middleware';
      else if (site?.role?.reply) {
        const status = statusOf(inner);
        if (!strict || status === undefined || status >= 300) style = ts.isReturnStatement(whole(inner).parent) && !hasResponder(analysis, fn) ? 'returns-response' : 'middleware';
      } else if (isNext(analysis, inner) && (inner.arguments?.length ?? 0) > 0) style = 'middleware';
      else if (!strict && site?.callee?.startsWith('file:') && ts.isExpression(inner.expression)) {
        const summary = analysis.summaryOf(analysis.resolver.functionOf(inner.expression)?.ref);
        if (summary?.alwaysThrows) style = 'throws';
        else if (summary?.replies) style = 'middleware';
      }
    } else if (ts.isReturnStatement(inner)) {
      const value = inner.expression && bare(inner.expression);
      if (!value || isEmptyValue(value)) style = value?.kind === SyntaxKind.FalseKeyword ? 'returns-false' : 'returns-empty';
      else if (ts.isObjectLiteralExpression(value)) style = 'returns-result';
      else if (ts.isCallExpression(value) || ts.isNewExpression(value)) {
        if (hasResponder(analysis, fn) && analysis.site(value)?.role?.reply) style = !strict || (statusOf(value) ?? 300) >= 300 ? 'middleware' : undefined;
        else if (!strict) style = 'returns-response';
        return true;
      } else if (!strict || mentions(value, names)) style = 'returns-response';
      return style === undefined;
    }
    return true;
  });
  return style;
}

function hasResponder(analysis: FileAnalysis, fn: FunctionInfo): boolean {
  return (analysis.resolver.parameters.get(fn.node) ?? []).some((path) => path !== undefined && /(res|reply|response)$/.test(path));
}

function isNext(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): boolean {
  if (!ts.isIdentifier(node.expression)) return false;
  return node.expression.text === 'next' || (analysis.resolver.pathOf(node.expression)?.endsWith('#next') ?? false);
}

/** A numeric status in or around a reply: `.status(401)`, `{ status: 401 }`, `c.json(x, 401)`, `sendStatus(401)`. */
export function statusOf(node: ts.Node): number | undefined {
  let status: number | undefined;
  walk(node, (inner) => {
    if (status === undefined && ts.isNumericLiteral(inner)) {
      const value = Number(inner.text);
      if (value >= 100 && value < 600) status = value;
    }
    return status === undefined && !isFunctionNode(inner);
  });
  return status;
}

/** Evidence without a test of its own: does its failure stop the function all the same? */
function standsAlone(analysis: FileAnalysis, candidate: Candidate, fn: FunctionInfo): RefusalStyle | undefined {
  const call = candidate.node as ts.CallExpression;
  const attempt = enclosingTry(call);
  if (attempt?.catchClause) {
    const block = attempt.catchClause.block;
    const refusal = refusalIn(analysis, block, fn);
    if (!refusal) {
      // Swallowed: whatever follows runs for callers who failed.
      if (!block.statements.some(leaves) || !following(attempt).length) return undefined;
      return undefined;
    }
    return refusal;
  }
  if (candidate.fails === 'replies') return 'middleware';
  if (candidate.fails === 'either' && candidate.names.size > 0 && !mentionsLater(call, candidate.names)) return undefined;
  if (candidate.fails === 'throws' || candidate.fails === 'either') {
    const isPromise = isAwaited(call) || !ts.isExpressionStatement(whole(call).parent) || candidate.fails === 'throws';
    return isPromise ? 'throws' : undefined;
  }
  return undefined;
}

function mentionsLater(call: ts.Node, names: ReadonlySet<string>): boolean {
  for (let node: ts.Node | undefined = call; node; node = node.parent) {
    if (ts.isStatement(node)) return following(node).some((statement) => mentions(statement, names));
  }
  return false;
}

/** Is the result of a verifying call in a returned value? What goes into an answer or a query is used, not given back. */
function givesBack(analysis: FileAnalysis, value: ts.Expression, candidate: Candidate): boolean {
  let found = false;
  walk(value, (node) => {
    if (found || node === candidate.node || (ts.isIdentifier(node) && candidate.names.has(node.text))) {
      found = true;
      return false;
    }
    // What is handed on to the next function of a chain is not given back.
    if (ts.isCallExpression(node) && lastName(bare(node.expression)) === 'next') return false;
    const role = ts.isCallExpression(node) || ts.isNewExpression(node) ? analysis.site(node)?.role : undefined;
    return !role?.reply && !role?.data && !role?.outbound;
  });
  return found;
}

/** Is the value true or false because of something? */
function isVerdict(node: ts.Expression): boolean {
  const value = bare(node);
  if (ts.isPrefixUnaryExpression(value)) return value.operator === ts.SyntaxKind.ExclamationToken;
  if (!ts.isBinaryExpression(value)) return false;
  switch (value.operatorToken.kind) {
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.PlusToken:
      return false;
    case ts.SyntaxKind.BarBarToken:
      return isVerdict(value.left) || isVerdict(value.right);
    default:
      return true;
  }
}

function comparesSecret(analysis: FileAnalysis, node: ts.Expression): ts.Node | undefined {
  let found: ts.Node | undefined;
  walk(node, (inner) => {
    if (found || isFunctionNode(inner)) return false;
    const isEquality = ts.isBinaryExpression(inner) && (inner.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken || inner.operatorToken.kind === ts.SyntaxKind.EqualsEqualsToken);
    if (isEquality && isSecret(analysis, inner)) found = inner;
    return !found;
  });
  return found;
}

/** A function that verifies and gives the result back leaves the refusal to its caller. */
function returnedVerdict(analysis: FileAnalysis, fn: FunctionInfo, loose: readonly Candidate[]): Guarding {
  const body = fn.node.body;
  if (!body) return { guards: [] };
  const returned: ts.Expression[] = ts.isBlock(body) ? fn.exits.flatMap((exit) => (ts.isReturnStatement(exit) && exit.expression ? [exit.expression] : [])) : [body];
  const guards: GuardEvidence[] = [];
  for (const candidate of loose) {
    if (candidate.kind !== 'authentication' && candidate.kind !== 'signature') continue;
    const gives = returned.some((value) => givesBack(analysis, value, candidate));
    if (gives) guards.push({ kind: candidate.kind, level: candidate.level, name: candidate.name, span: analysis.span(candidate.node) });
  }
  if (guards.length > 0) return { guards, refusal: loose.some((candidate) => candidate.fails === 'result') ? 'returns-result' : 'returns-empty' };
  // `return req.user?.role === 'admin'`: a verdict made of an identity alone.
  for (const value of returned) {
    let identity: string | undefined;
    let role = false;
    walk(value, (node) => {
      if (ts.isPropertyAccessExpression(node) && analysis.tables.read(analysis.resolver.pathOf(node))?.identity) identity ??= analysis.label(node, 40);
      if (ts.isIdentifier(node) && roleName.test(node.text)) role = true;
      return !isFunctionNode(node);
    });
    if (!isVerdict(value)) continue;
    const secret = comparesSecret(analysis, value);
    if (secret) return { guards: [{ kind: 'authentication', level: 'SECRET', name: analysis.label(secret, 40), span: analysis.span(value) }], refusal: 'returns-false' };
    if (identity) return { guards: [{ kind: 'authentication', level: role ? 'ROLE' : 'AUTHENTICATED', name: identity, span: analysis.span(value) }], refusal: 'returns-false' };
  }
  return { guards: [] };
}
