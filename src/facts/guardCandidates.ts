import { ts } from 'ts-morph';
import type { FunctionRef, FunctionSummary, GuardEvidence, GuardLevel, RefusalStyle } from '../model/facts';
import { boundNames, dispositionOf, isAwaited, isEmptyValue, mentions } from '../syntax/flow';
import { bare, propertyOf, walk, whole } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { claimedInstead, isClaim } from './claimedIdentity';
import { areSecret, credentialBehind, lastName } from './guardConditions';
import { identifies, strongest } from './guardLevels';
import { chainEnd, saysWho, secretColumn, sessionTable } from './lookedUpSecrets';
import { referredFunction } from './references';

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
  /** For which requests the function that is called asks, and whether it believes what nobody verified. */
  asks?: Pick<GuardEvidence, 'when' | 'methods' | 'unverified'>;
  /** It is evidence only where a refusal depends on it. */
  tested?: boolean;
  /** It acts only on what the caller could name by a secret. */
  selects?: boolean;
  /** Where it finds nobody, whom the request names is believed instead. */
  claimed?: boolean;
}

const guardName =
  /^(require|ensure|assert|check|verify|validate|get|is|with|authenticate|authorize|protect)(d|s)?(Current|Valid|Server|Request|Api|My|The)*(User|Auth|Authed|Authenticated|Authentication|Session|Admin|SuperAdmin|Role|Roles|Permission|Permissions|Access|Login|LoggedIn|Token|Jwt|Owner|Member|Caller|Identity)/i;

/** A name may say nothing and the function guard all the same: `listOrders()` of a data access layer. */
export function callsGuard(analysis: FileAnalysis, site: CallSite): boolean {
  const { node, role } = site;
  if (role?.verify) return true;
  const found = calledBy(analysis, site);
  if (analysis.project.declaredGuard(found?.ref, lastName(node.expression))) return true;
  return analysis.summaryOf(found?.ref)?.guards.some((guard) => guard.kind === 'authentication' || guard.kind === 'signature') ?? false;
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
    return candidate;
  };
  const verify = site.role?.verify;
  if (verify) {
    const throwing = verify.throwsWith?.some((option) =>
      propertyOf(node.arguments?.[0] && analysis.resolver.deref(node.arguments[0]), option),
    );
    const failure = throwing ? 'throws' : verify.fails === 'false' ? 'empty' : verify.fails;
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
    if (level === 'NONE' && summary.compares && comparesSecrets(analysis, node, summary)) return make('SECRET', 'empty');
    if (level === 'NONE' && summary.isAsync && asksWith(analysis, node)) return { ...make('AUTHENTICATED', 'result'), tested: true };
    if (level === 'NONE' || level === 'PRESENCE_ONLY') return undefined;
    if (level === 'OPTIONAL')
      return summary.refusal === undefined ? undefined : { ...make('OPTIONAL', failureOf(summary.refusal)), tested: true };
    if (isWaived(analysis, node)) return undefined;
    const asks = conditionOf(verifying.filter((guard) => identifies(guard.level)));
    return { ...make(level, failureOf(summary.refusal), kind), ...(asks ? { asks } : {}) };
  }
  const last = lastName(node.expression);
  if (last && !site.role && /^(verify|validate|check)\w*(Signature|Webhook)/i.test(last)) return make('SECRET', 'either', 'signature');
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

/** Is it known what a call does, from the project, from what libraries state, or because it belongs to the language? */
function isKnown(analysis: FileAnalysis, { callee, role }: CallSite): boolean {
  return callee !== undefined && (/^(?:file:|global#|node:)/.test(callee) || role !== undefined || analysis.tables.isDescribed(callee));
}

/** Is a digest compared with something of the caller's, and not just looked at? */
export function compares(condition: ts.Expression, names: ReadonlySet<string>): boolean {
  let found = false;
  walk(condition, (node) => {
    if (found) return false;
    if (ts.isBinaryExpression(node) && /^[!=]==?$/.test(ts.tokenToString(node.operatorToken.kind) ?? '')) {
      const others = mentions(node.left, names) ? node.right : mentions(node.right, names) ? node.left : undefined;
      found = others !== undefined && !isEmptyValue(others) && !ts.isLiteralExpression(bare(others));
    } else if (ts.isCallExpression(node) && node.arguments.length >= 2)
      found = node.arguments.some((argument) => mentions(argument, names));
    return !found;
  });
  return found;
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
    if (
      parent &&
      ts.isPropertyAccessExpression(parent) &&
      parent.expression === outer &&
      ts.isCallExpression(parent.parent) &&
      /^(catch|then|finally)$/.test(parent.name.text)
    ) {
      value = parent.parent;
      const given = parent.name.text === 'then' ? parent.parent.arguments[0] : undefined;
      if (given && isFunctionNode(given) && given.parameters[0]) addPattern(candidate, given.parameters[0].name);
      if (parent.name.text === 'catch') candidate.fails = candidate.fails === 'throws' ? 'empty' : candidate.fails;
    } else if (parent && ts.isPropertyAccessExpression(parent) && parent.expression === outer && !ts.isCallExpression(parent.parent))
      value = parent;
    else if (
      parent &&
      ts.isBinaryExpression(parent) &&
      parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken &&
      parent.left === outer
    )
      value = parent;
    // `token && verify(token)` and `token ? verify(token) : null`: nothing where there is no token.
    else if (parent && isOnlyAsked(parent, outer)) value = parent;
    else break;
  }
  const disposition = dispositionOf(value);
  if (disposition.kind === 'assigned' && ts.isIdentifier(disposition.target)) candidate.names.add(disposition.target.text);
  if (disposition.kind !== 'bound') return;
  addPattern(candidate, disposition.name);
}

/** Does an expression give a value or nothing? */
function isOnlyAsked(node: ts.Node, value: ts.Expression): node is ts.Expression {
  if (ts.isBinaryExpression(node)) return node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken && node.right === value;
  return ts.isConditionalExpression(node) && node.whenTrue === value && isEmptyValue(node.whenFalse);
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

/**
 * Adds names that are made from names already known: `const user = session?.user`, and `userId = payload.userId` where nothing
 * else is ever put into `userId`.
 */
export function spread(analysis: FileAnalysis, parts: readonly FunctionInfo[], candidates: readonly Candidate[]): void {
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
          if (claimedInstead(analysis, initializer)) {
            candidate.claimed = true;
            continue;
          }
          // What is looked up for those who are not known says nothing of those who are.
          if (
            ts.isConditionalExpression(initializer) &&
            ![initializer.whenTrue, initializer.whenFalse].some((branch) => mentions(branch, candidate.names)) &&
            isClaim(analysis, initializer)
          )
            continue;
          if (
            !candidate.mac &&
            ts.isCallExpression(initializer) &&
            !/role|admin|permission|member|profile|user|owner|access/i.test(initializer.expression.getText())
          )
            continue;
          // `const isAnonymous = !user`: who is called that is nobody who was found.
          if (
            ts.isPrefixUnaryExpression(initializer) &&
            initializer.operator === ts.SyntaxKind.ExclamationToken &&
            ts.isIdentifier(bare(initializer.operand)) &&
            candidate.names.has((bare(initializer.operand) as ts.Identifier).text)
          ) {
            for (const name of boundNames(node.name)) candidate.failNames.add(name);
          } else addPattern(candidate, node.name);
        }
      }
      if (
        ts.isBinaryExpression(node) &&
        node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
        ts.isIdentifier(node.left) &&
        saysWhom.test(node.left.text)
      ) {
        const { left } = node;
        for (const candidate of open) {
          if (candidate.mac || !mentions(node.right, candidate.names)) continue;
          const others = assignedTo(analysis, left);
          if (others && holdsNothingElse(others, candidate)) candidate.names.add(left.text);
          else if (others?.some(({ right }) => !mentions(right, candidate.names) && isClaim(analysis, right))) candidate.claimed = true;
        }
      }
      return true;
    });
  }
}

/** Names of variables that hold who calls; what else is kept may be there or not. */
const saysWhom = /user|uid$|account|auth|session|identity|claims|payload|caller|member|admin|profile|subject|owner/i;

/** What is put into a variable that is empty at first; undefined for another. */
function assignedTo(analysis: FileAnalysis, name: ts.Identifier): { right: ts.Expression }[] | undefined {
  const declaration = analysis.resolver.declarations.find(name);
  if (declaration?.kind !== 'variable' || declaration.steps.length > 0) return undefined;
  const { initializer } = declaration.node;
  if (initializer && !isEmptyValue(bare(initializer))) return undefined;
  return (analysis.outline.assignments.get(name.text) ?? []).filter(({ left }) => {
    const other = ts.isIdentifier(left) ? analysis.resolver.declarations.find(left) : undefined;
    return other?.kind === 'variable' && other.node === declaration.node;
  });
}

/** Is nothing put into a variable but what a verifying call gave? A call made with that gives something else. */
function holdsNothingElse(assigned: readonly { right: ts.Expression }[], candidate: Candidate): boolean {
  return assigned.every(
    ({ right }) =>
      isEmptyValue(bare(right)) ||
      (mentions(right, candidate.names) && !ts.isCallExpression(bare(right)) && !ts.isBinaryExpression(bare(right))),
  );
}
