import { ts } from 'ts-morph';
import type { FunctionRef, FunctionSummary, GuardEvidence, GuardLevel, RefusalStyle } from '../model/facts';
import { isAwaited } from '../syntax/flow';
import { bare, propertyOf, whole } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { insistsOnCaller } from './assertions';
import { areSecret, credentialBehind } from './comparedSecrets';
import { lastName } from './guardConditions';
import { identifies, strongest } from './guardLevels';
import { toldToBeLenient } from './lenience';
import { callerLookup } from './lookedUpCallers';
import { chainEnd, saysWho, secretColumn, sessionRecord, sessionTable } from './lookedUpSecrets';
import { referredFunction } from './references';
import { bindResult } from './guardResults';
import { isLeftAlone } from './unawaited';

/** How a call shows that the caller was refused. */
type Failure = 'throws' | 'empty' | 'result' | 'replies' | 'either';

/** A call that may verify who is calling, and the names its result goes by. */
export interface Candidate {
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
  /** Of a keyed digest: names that hold whether it is what the caller sent. */
  outcomes?: Set<string>;
  /** For which requests the function that is called asks, and whether it believes what nobody verified. */
  asks?: Pick<GuardEvidence, 'when' | 'methods' | 'unverified' | 'unset' | 'unsure' | 'believes'>;
  /** It is evidence only where a refusal depends on it. */
  tested?: boolean;
  /** It acts only on what the caller could name by a secret. */
  selects?: boolean;
  /** Where it finds nobody, whom the request names is believed instead. */
  claimed?: boolean;
  /** Where it finds nobody, something else stands in. */
  replaced?: boolean;
}

const guardName =
  /^(require|ensure|assert|check|verify|validate|get|is|with|authenticate|authorize|protect)(d|s)?(Current|Valid|Server|Request|Api|My|The)*(User|Auth|Authed|Authenticated|Authentication|Session|Admin|SuperAdmin|Role|Roles|Permission|Permissions|Access|Login|LoggedIn|Token|Jwt|Owner|Member|Caller|Identity)/i;

/** Names of what verifies who sent a message. */
export const verifiesSender = /^(verify|validate|check)\w*(Signature|Webhook)/i;

/** A name may say nothing and the function guard all the same: `listOrders()` of a data access layer. */
export function callsGuard(analysis: FileAnalysis, site: CallSite): boolean {
  const { node, role } = site;
  if (role?.verify) return true;
  const found = calledBy(analysis, site);
  if (analysis.project.declaredGuard(found?.ref, lastName(node.expression))) return true;
  const summary = analysis.summaryOf(found?.ref);
  // What throws without a part of what it is handed asks for whatever that is here.
  if (summary?.insists?.some(({ members }) => members.length > 0)) return true;
  return summary?.guards.some((guard) => guard.kind === 'authentication' || guard.kind === 'signature') ?? false;
}

/** The function of the project that a call runs, by its name or by a reference. */
export function calledBy(analysis: FileAnalysis, site: CallSite): { ref: FunctionRef } | undefined {
  const referred = site.role?.refers && referredFunction(analysis, site);
  return referred ? { ref: referred } : analysis.resolver.functionOf(site.node.expression);
}

export function candidateOf(analysis: FileAnalysis, site: CallSite): Candidate | undefined {
  const { node } = site;
  const name = analysis.label(node.expression, 50);
  const make = (
    level: GuardLevel,
    fails: Failure,
    kind: GuardEvidence['kind'] = 'authentication',
    value: ts.CallExpression | ts.NewExpression = node,
  ): Candidate => {
    const candidate: Candidate = { node: value, name, level, kind, fails, names: new Set(), failNames: new Set() };
    bindResult(candidate, value);
    if (fails !== 'throws' && endsOtherwise(analysis, value)) candidate.fails = 'throws';
    return candidate;
  };
  const verify = site.role?.verify;
  if (verify) {
    const throwing = verify.throwsWith?.some((option) =>
      propertyOf(node.arguments?.[0] && analysis.resolver.deref(node.arguments[0]), option),
    );
    const last = node.arguments?.at(-1);
    // What answers by itself leaves that to a callback, if it is given one.
    const isLeft = verify.fails === 'replies' && last !== undefined && isFunctionNode(bare(last));
    const failure = throwing ? 'throws' : verify.fails === 'false' ? 'empty' : isLeft ? 'result' : verify.fails;
    return {
      ...make(verify.roleArgs && (node.arguments?.length ?? 0) > 0 ? 'ROLE' : verify.level, failure, verify.kind),
      ...(site.role?.unverified ? { asks: { unverified: true as const } } : {}),
    };
  }
  if (site.role?.mac) return { ...make('SECRET', 'result', 'signature', chainEnd(node)), mac: true };
  const looked = site.role?.data?.operation === 'read' ? secretColumn(node) : undefined;
  // Sessions and keys say who calls; the token of an invitation or the key of a widget lets anyone in who was given it.
  if (looked !== undefined)
    return {
      ...make(saysWho(looked, chainEnd(node).getText(analysis.source)) ? 'SECRET' : 'OPTIONAL', 'result', 'authentication', chainEnd(node)),
      name: looked,
      tested: true,
    };
  // Whoever does not know the token changes nothing: the condition of the change is the test.
  const changed =
    site.role?.data?.operation === 'write' && !/upsert/i.test(lastName(node.expression) ?? '') ? secretColumn(node) : undefined;
  if (changed !== undefined) return { ...make('OPTIONAL', 'result', 'authentication', chainEnd(node)), name: changed, selects: true };
  const table = site.role?.data?.operation === 'raw' ? sessionTable(analysis, node) : undefined;
  if (table !== undefined) return { ...make('AUTHENTICATED', 'result'), name: table, tested: true };
  const session = site.role?.data?.operation === 'read' ? sessionRecord(analysis, site) : undefined;
  if (session !== undefined) return { ...make('AUTHENTICATED', 'result', 'authentication', chainEnd(node)), name: session };
  const among = callerLookup(analysis, site);
  if (among !== undefined) return { ...make('AUTHENTICATED', 'result', 'authentication', chainEnd(node)), name: among, tested: true };
  const found = calledBy(analysis, site);
  const declared = analysis.project.declaredGuard(found?.ref, lastName(node.expression));
  if (declared) return make(declared, 'either');
  if (found) {
    const summary = analysis.summaryOf(found.ref);
    if (!summary) return undefined;
    const verifying = summary.guards.filter(
      ({ kind, ofKnown, handed }) => (kind === 'authentication' || kind === 'signature') && !ofKnown && handed !== 'identity',
    );
    const level = strongest(verifying.map((guard) => guard.level));
    const kind = verifying.every((guard) => guard.kind === 'signature') ? 'signature' : 'authentication';
    if (summary.macs) return { ...make('SECRET', 'result', 'signature'), mac: true };
    if (level === 'NONE' && summary.compares && comparesSecrets(analysis, node, summary)) return make('SECRET', 'empty');
    if (level === 'NONE' && summary.isAsync && asksWith(analysis, node)) return { ...make('AUTHENTICATED', 'result'), tested: true };
    const insisted = level === 'NONE' || level === 'PRESENCE_ONLY' ? insistsOnCaller(analysis, node, summary) : undefined;
    if (insisted && !(summary.isAsync && isLeftAlone(node))) return make(insisted, 'throws');
    if (level === 'NONE' || level === 'PRESENCE_ONLY') return undefined;
    if (level === 'OPTIONAL')
      return summary.refusal === undefined
        ? undefined
        : { ...make('OPTIONAL', failureOf(summary.refusal), kind), tested: true, ...doubtIn(verifying) };
    if (isWaived(analysis, node)) return undefined;
    const failure = failureOf(summary.refusal);
    if (toldToBeLenient(analysis, node, summary)) return { ...make('OPTIONAL', failure, kind), tested: true };
    if (summary.isAsync && failure !== 'replies' && !handsOnWork(node) && isLeftAlone(node)) return undefined;
    const deciding = verifying.filter((guard) => identifies(guard.level));
    const believes = deciding.every((guard) => guard.believes) ? { believes: true as const } : undefined;
    const asks = conditionOf(deciding);
    return { ...make(level, failure, kind), ...(asks || believes ? { asks: { ...asks, ...believes } } : {}) };
  }
  const last = lastName(node.expression);
  if (last && !site.role && verifiesSender.test(last)) return { ...make('SECRET', 'either', 'signature'), tested: true };
  // A method of something that a project function gives, which nobody can look into.
  const isOpaque = site.callee?.startsWith('file:') === true && site.callee.includes('()') && !found;
  if (isOpaque && last && /^(verify|validate|authenticate)\w*(Session|Token|Auth|Jwt|User|Request)/i.test(last))
    return make('AUTHENTICATED', 'either');
  const isAdded = isAddedMember(analysis, site);
  // Somebody else is asked about the credential, and says who it belongs to.
  if ((isOpaque || isAdded || !isKnown(analysis, site)) && asksWith(analysis, node))
    return { ...make('AUTHENTICATED', 'result'), tested: true };
  if (!isAdded && isKnown(analysis, site)) return undefined;
  const short = lastName(node.expression);
  // Only functions that nobody can look into are believed by their name.
  if (isAdded || !short || !guardName.test(short) || (site.callee === undefined && !isImported(analysis, node.expression)))
    return undefined;
  return make(/admin|role|permission/i.test(short) ? 'ROLE' : 'AUTHENTICATED', 'either');
}

/** Does the request end where a call gives nothing: `(await auth()) ?? unauthorized()`? */
function endsOtherwise(analysis: FileAnalysis, call: ts.Expression): boolean {
  let value = whole(call);
  while (ts.isAwaitExpression(value.parent) || ts.isPropertyAccessExpression(value.parent)) value = whole(value.parent);
  const { parent } = value;
  if (!ts.isBinaryExpression(parent) || parent.left !== value || !/^(?:\?\?|\|\|)$/.test(ts.tokenToString(parent.operatorToken.kind) ?? ''))
    return false;
  const otherwise = bare(parent.right);
  return (
    ts.isCallExpression(otherwise) &&
    (analysis.site(otherwise)?.role?.leaves !== undefined ||
      analysis.summaryOf(analysis.resolver.functionOf(otherwise.expression)?.ref)?.alwaysThrows === true)
  );
}

/** Is it known what a call does, from the project, from what libraries state, or because it belongs to the language? */
function isKnown(analysis: FileAnalysis, { callee, role }: CallSite): boolean {
  return callee !== undefined && (/^(?:file:|global#|node:)/.test(callee) || role !== undefined || analysis.tables.isDescribed(callee));
}

/** Is a function that compares what it is given handed a secret and what the caller sent? */
function comparesSecrets(
  analysis: FileAnalysis,
  node: ts.CallExpression | ts.NewExpression,
  { compares: indexes, isAsync }: FunctionSummary,
): boolean {
  const [left, right] = (indexes ?? []).map((index) => node.arguments?.[index]);
  return left !== undefined && right !== undefined && (!isAsync || isAwaited(node)) && areSecret(analysis, left, right);
}

/** Is a function given that is run for those who pass? */
function handsOnWork(node: ts.CallExpression | ts.NewExpression): boolean {
  return (node.arguments ?? []).some((argument) => isFunctionNode(bare(argument)));
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

/** The setting without which guards ask nothing, or that nobody can tell what they ask. */
function doubtIn(guards: readonly GuardEvidence[]): Pick<Candidate, 'asks'> {
  const unset = guards.find((guard) => guard.unset !== undefined)?.unset;
  if (unset !== undefined) return { asks: { unset } };
  return guards.every(({ unsure }) => unsure) ? { asks: { unsure: true } } : {};
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
      return (
        (isTrue &&
          /^(skip|no|without|disable)_?auth|^(is)?public$|^allow_?(anonymous|unauth|guest)|^optional(Auth)?$/i.test(property.name.text)) ||
        (isFalse && /^(require|requires|needs?|check)?_?auth(entication|Required)?$|^protected$/i.test(property.name.text))
      );
    });
  });
}

const askless =
  /^(decode|parse|split|trim|replace|startsWith|endsWith|includes|slice|substring|match|test|log|info|warn|error|debug|set|append|has|push|add|cookie|atob|toString|hash|encode)/i;

/** Is the call awaited and given what the caller sent to be let in? */
function asksWith(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): boolean {
  const short = lastName(bare(node.expression));
  if (short === undefined || askless.test(short) || /decode/i.test(short) || !isAwaited(node)) return false;
  return (node.arguments ?? []).flatMap(givenIn).some((value) => {
    if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value) && !ts.isElementAccessExpression(value)) return false;
    if (/origin|host|agent|forwarded|accept|content|locale|lang/i.test(value.getText(analysis.source))) return false;
    return analysis.tables.read(analysis.resolver.pathOf(value))?.credential === true || credentialBehind(analysis, value) !== undefined;
  });
}

/** What is given: an argument, the properties of one, `{ sessionId: req.cookies.sid }`, or what it is made of, `new CheckCommand(token)`. */
function givenIn(argument: ts.Expression): ts.Expression[] {
  const value = bare(argument);
  if (ts.isNewExpression(value)) return (value.arguments ?? []).map(bare);
  if (!ts.isObjectLiteralExpression(value)) return [value];
  return value.properties.flatMap((property) =>
    ts.isPropertyAssignment(property) ? [bare(property.initializer)] : ts.isShorthandPropertyAssignment(property) ? [property.name] : [],
  );
}

/** `app.auth.users.find(…)`: something that the project has put on its application, which no library describes. */
function isAddedMember(analysis: FileAnalysis, { callee, role }: CallSite): boolean {
  if (callee === undefined || role) return false;
  for (const root of analysis.tables.roots.keys()) if (callee.startsWith(`${root}.`)) return /^\w+\.\w/.test(callee.slice(root.length + 1));
  return false;
}

function isImported(analysis: FileAnalysis, node: ts.Expression): boolean {
  const root = ts.isPropertyAccessExpression(node) ? bare(node.expression) : node;
  return ts.isIdentifier(root) && analysis.resolver.declarations.find(root)?.kind === 'import';
}
