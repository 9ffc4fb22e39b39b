import { ts } from 'ts-morph';
import { dispositionOf, isAwaited } from '../syntax/flow';
import { bare } from '../syntax/nodes';
import type { CallSite, FileAnalysis } from './analysis';
import { verifiesSender } from './guardCandidates';
import { lastName } from './guardConditions';
import { toldToBeLenient } from './lenience';
import { asksLost } from './lostImports';

/** May a call that nobody can look into ask who is calling? */
export function mayAskWho(analysis: FileAnalysis, site: CallSite): boolean {
  return (
    asksPackage(analysis, site) ||
    asksLost(analysis, site) ||
    asksForCaller(analysis, site) ||
    verifiesUnseen(site) ||
    mayRefuse(analysis, site)
  );
}

/** Does a function of the project end the request for whom it does not want, in a way that shows no evidence: it asks the service that sent a message, or is perhaps told to be lenient? */
function mayRefuse(analysis: FileAnalysis, { node }: CallSite): boolean {
  const name = lastName(bare(node.expression)) ?? '';
  const summary = analysis.summaryOf(analysis.resolver.functionOf(node.expression)?.ref);
  if (!summary) return false;
  if (summary.lenience && toldToBeLenient(analysis, node, summary) === 'perhaps') return true;
  return summary.throws && verifiesSender.test(name) && isAwaited(node) && summary.guards.length === 0;
}

const verifying =
  /^(?:verify|validate|check|authenticate|decode)_?(?:access|bearer|id|auth|api)?_?(?:token|jwt|session|key|credentials?)$/i;

/** Is something verified, by its name, by what nobody could find: `this.jwtService.verifyToken(token)`? */
function verifiesUnseen({ node, callee }: CallSite): boolean {
  return callee === undefined && (node.arguments?.length ?? 0) > 0 && verifying.test(lastName(bare(node.expression)) ?? '');
}

const asking = /guard|protect|auth(?!or)|require|session|permission|access/i;

const asksSomething = /token|user|session|auth|claim|verif|valid|current|identity|account/i;

/** What gives who calls, by its name: `getUserOrThrow()`, `currentSession()`. */
const givesCaller =
  /^(?:get|require|ensure|assert|fetch|load|read|verify|validate|check|with)?(?:Current|Server|Auth|Logged_?In|My|Session)?(?:User|Session|Auth|Claims|Principal|Viewer|Identity)(?:OrThrow|OrRedirect|OrFail)?$/i;

/** Packages that are about who calls, by their names: `@convex-dev/auth/nextjs/server`. */
const aboutCallers = /(?:^|[/@_-])(?:next-?)?(?:auth|authn|oauth2?|sso|oidc|sessions?|keycloak|identity|authkit)(?:[/_-]|$)/i;

/**
 * Does something of a package that nobody has described ask who calls: it is handed the whole request and has a name as guards have them,
 * `authGuard(event)`, or its name or the package's says so and somebody awaits what it gives?
 */
function asksPackage(analysis: FileAnalysis, { node, callee }: CallSite): boolean {
  const name = lastName(bare(node.expression)) ?? '';
  if (callee === undefined || /^(?:file:|module:|global#|node:|project#|\?)/.test(callee)) return false;
  if ((isAwaited(node) || dispositionOf(node).kind === 'returned') && !analysis.tables.isDescribed(callee)) {
    if (givesCaller.test(name) || (aboutCallers.test(callee.split('#')[0]!) && asksSomething.test(name))) return true;
  }
  if (!asking.test(name)) return false;
  const [given] = node.arguments ?? [];
  const value = given && bare(given);
  return (
    value !== undefined &&
    ts.isIdentifier(value) &&
    analysis.resolver.declarations.find(value)?.kind === 'parameter' &&
    !analysis.tables.isDescribed(callee)
  );
}

/**
 * Is something awaited of a client that a function of the project makes for whoever calls, and that insists on a cookie or a header of theirs:
 * `const { account } = await createSessionClient(); await account.get()`?
 */
function asksForCaller(analysis: FileAnalysis, { node, callee }: CallSite): boolean {
  const [, file, name] = (isAwaited(node) && /^file:(.*?)#([\w$]+)\(\)\.[^()]+$/.exec(callee ?? '')) || [];
  return (
    file !== undefined &&
    (analysis.summaryOf({ file, id: name! })?.guards ?? []).some(
      ({ kind, level }) => kind === 'authentication' && level === 'PRESENCE_ONLY',
    )
  );
}
