import { ts } from 'ts-morph';
import { isEmptyValue, mentions } from '../syntax/flow';
import { bare, walk, whole } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { credentialBehind, isCredential, isEnvironment, isSecret, namesCredential } from './comparedSecrets';
import { isProvedFlag } from './provedFlags';
import { isClaimedRight } from './claimedFlags';
import { asksPresenceOf, isStoodInFor } from './fallbacks';
import { readOf } from './givenByCallers';
import type { Candidate } from './guardCandidates';
import { keptRoleTest, letsOwnersPass } from './keptRoleTests';
import { identifies } from './guardLevels';
import { deniesOneOf } from './knownCallers';

/** Names whose test is about what a caller may do. */
export const roleName =
  /^(is)?_?(role|roles|userRole|user_role|admin|superadmin|super_admin|isAdmin|is_admin|isSuperAdmin|isStaff|is_staff|permission|permissions|hasRole|hasPermission|hasPermissions|canAccess|can|ability|scopes?)$/i;

const ownerName =
  /^(user_?id|owner_?id|owner|author_?id|created_?by|tenant_?id|org_?id|organization_?id|account_?id|customer_?id|member_?id|team_?id|workspace_?id)$/i;

/** The name of what is called or read: `get` of `headers.get`. */
export function lastName(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  return ts.isPropertyAccessExpression(node) ? node.name.text : undefined;
}

/** What a condition looks at. */
export interface Examined {
  candidates: Candidate[];
  identity?: string;
  /** Who is meant was found out by something that ran before. */
  believed?: { believes: true };
  credential?: string;
  role: boolean;
  owner: boolean;
  secret: boolean;
  /** The condition holds when the caller is not identified. */
  absent: boolean;
  /** It holds for callers who are known only. */
  known: boolean;
}

/** Reads a condition: which evidence it tests, and which way round. */
export function examine(analysis: FileAnalysis, condition: ts.Expression, candidates: readonly Candidate[]): Examined {
  const seen: Examined = { candidates: [], role: false, owner: false, secret: false, absent: false, known: false };
  const identified = (node: ts.Expression): void => {
    // What a call gives was looked up there and then.
    if (seen.identity === undefined && !analysis.resolver.pathOf(node)?.includes('()')) seen.believed = { believes: true };
    seen.identity ??= analysis.label(node, 40);
  };
  for (const candidate of candidates) {
    const own = condition.pos <= candidate.node.pos && candidate.node.end <= condition.end;
    if (candidate.replaced && asksPresenceOf(condition, candidate.names, candidate.node)) continue;
    if (own || mentions(condition, candidate.names)) seen.candidates.push(candidate);
    else if (candidate.failNames.size > 0 && mentions(condition, candidate.failNames)) {
      seen.candidates.push(candidate);
      // `if (!isAnonymous)` is about those who are known.
      if (!deniesOneOf(condition, candidate.failNames)) seen.absent = true;
    }
  }
  walk(condition, (node) => {
    if (
      ts.isPrefixUnaryExpression(node) &&
      node.operator === ts.SyntaxKind.ExclamationToken &&
      !seen.candidates.some(({ failNames }) => deniesOneOf(node, failNames))
    )
      seen.absent = true;
    if (ts.isBinaryExpression(node)) {
      const operator = node.operatorToken.kind;
      const unequal = operator === ts.SyntaxKind.ExclamationEqualsEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsToken;
      const equal = operator === ts.SyntaxKind.EqualsEqualsEqualsToken || operator === ts.SyntaxKind.EqualsEqualsToken;
      if (unequal && !isEmptyValue(node.right)) seen.absent = true;
      if (equal && (isEmptyValue(node.right) || node.right.kind === ts.SyntaxKind.FalseKeyword)) seen.absent = true;
      // `rows.length === 0`: nobody was found.
      if (equal && /^(length|rowCount|size)$/.test(lastName(bare(node.left)) ?? '') && bare(node.right).getText(analysis.source) === '0')
        seen.absent = true;
      if (operator === ts.SyntaxKind.InstanceOfKeyword || operator === ts.SyntaxKind.InKeyword) seen.absent = true;
      if ((unequal || equal) && isSecret(analysis, node)) seen.secret = true;
      if (unequal || equal)
        for (const side of [node.left, node.right])
          if (!isEmptyValue(node.right) && ownerName.test(lastName(bare(side)) ?? '')) seen.owner = true;
    }
    // `const mayEdit = allows(user.role, 'edit'); if (!mayEdit) …`
    const kept = ts.isIdentifier(node) && isDenied(node) ? keptRoleTest(analysis, node) : undefined;
    const isOwners = kept !== undefined && letsOwnersPass(kept);
    if (kept) {
      if (isOwners) seen.owner = true;
      else seen.role = true;
      for (const candidate of candidates)
        if (!seen.candidates.includes(candidate) && mentions(kept, candidate.names)) seen.candidates.push(candidate);
      if (namesCaller(analysis, kept, 0)) seen.identity ??= analysis.label(kept, 40);
    }
    if (ts.isIdentifier(node) && roleName.test(node.text) && !isOwners && !isClaimedRight(analysis, node)) {
      seen.role = true;
      const { parent } = node;
      if (ts.isPropertyAccessExpression(parent) && parent.name === node && isFoundByIdentity(analysis, parent.expression))
        seen.identity ??= analysis.label(parent.expression, 40);
    }
    if (
      ts.isIdentifier(node) &&
      (holdsSecretTest(analysis, node) ||
        isProvedFlag(
          analysis,
          node,
          (test) => provesSecret(analysis, test, candidates) || (isDeniedAlone(node) && isSomebodyFound(test, candidates)),
        ))
    )
      seen.secret = true;
    if (ts.isPropertyAccessExpression(node) && /^(error|errors|response|denied|status)$/.test(node.name.text)) seen.absent = true;
    if (
      (ts.isIdentifier(node) && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node)) ||
      ts.isPropertyAccessExpression(node) ||
      ts.isElementAccessExpression(node)
    ) {
      const read = readOf(analysis, node);
      if (read?.identity && !isStoodInFor(analysis, node)) identified(node);
      if (read?.credential && namesCredential(analysis, node)) seen.credential ??= analysis.label(node, 40);
    }
    if (ts.isCallExpression(node)) {
      const site = analysis.site(node);
      const read = analysis.tables.read(analysis.resolver.pathOf(node));
      if (read?.identity) identified(node);
      else if (read?.credential && isLookedAt(node) && namesCredential(analysis, node)) seen.credential ??= analysis.label(node, 40);
      if (site?.role?.verify?.level === 'SECRET') seen.secret = true;
      // `timingSafeEqual(header, `Bearer ${key}`)`, by a function of the project.
      if (
        safely.test(lastName(bare(node.expression)) ?? '') &&
        node.arguments.length >= 2 &&
        node.arguments.some((side) => isEnvironment(analysis, side)) &&
        node.arguments.some((side) => isCredential(analysis, side))
      )
        seen.secret = true;
    }
    return true;
  });
  // `!isAnonymous && !hasAccess` refuses some of those who are known, and strangers never.
  seen.known = seen.candidates.some(({ failNames }) => deniesOneOf(condition, failNames));
  if (seen.known) seen.absent = false;
  // A value taken from a credential earlier: `const token = header?.split(' ')[1]; if (!token)`.
  if (!seen.credential && !seen.identity && seen.candidates.length === 0) seen.credential = credentialBehind(analysis, condition);
  return seen;
}

/** `!mayEdit` */
function isDenied(node: ts.Identifier): boolean {
  const { parent } = whole(node);
  return ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken;
}

/** Does a condition hold for those only who know a secret? */
function provesSecret(analysis: FileAnalysis, condition: ts.Expression, candidates: readonly Candidate[]): boolean {
  // The flag itself is no proof of what it says.
  const seen = ts.isIdentifier(condition) ? undefined : examine(analysis, condition, candidates);
  return (
    seen !== undefined &&
    !seen.absent &&
    (seen.secret || seen.candidates.some(({ level, node }) => level === 'SECRET' && condition.pos <= node.pos && node.end <= condition.end))
  );
}

/** `!allowed`, or `!allowed || …`: is it enough that it is not so? `!isOwner && !page.isPublished` lets strangers see what is published. */
function isDeniedAlone(node: ts.Identifier): boolean {
  let value: ts.Node = whole(node);
  if (!ts.isPrefixUnaryExpression(value.parent) || value.parent.operator !== ts.SyntaxKind.ExclamationToken) return false;
  for (value = whole(value.parent); ts.isBinaryExpression(value.parent); value = whole(value.parent))
    if (value.parent.operatorToken.kind !== ts.SyntaxKind.BarBarToken) return false;
  return true;
}

/** Is all that is asked whether a call that verifies callers has found one: `if (user)`, `if (data.user)`? */
function isSomebodyFound(condition: ts.Expression, candidates: readonly Candidate[]): boolean {
  const value = bare(condition);
  const root = ts.isPropertyAccessExpression(value) ? bare(value.expression) : value;
  return (
    ts.isIdentifier(root) &&
    candidates.some(
      ({ kind, level, names, failNames, tested }) =>
        kind === 'authentication' && identifies(level) && !tested && names.has(root.text) && !failNames.has(root.text),
    )
  );
}

/** Is somebody meant who was looked up by who calls: `const user = await getUser(req.user.id); if (!user?.isAdmin)`? */
function isFoundByIdentity(analysis: FileAnalysis, node: ts.Expression): boolean {
  const value = bare(node);
  const declaration = ts.isIdentifier(value) ? analysis.resolver.declarations.find(value) : undefined;
  const found = declaration?.kind === 'variable' ? declaration.node.initializer : value;
  return found !== undefined && ts.isCallExpression(bare(found)) && namesCaller(analysis, bare(found), 2);
}

/** Is who calls named in what stands here, or in what made the names in it? */
export function namesCaller(analysis: FileAnalysis, node: ts.Expression, depth: number): boolean {
  let named = false;
  walk(node, (inner) => {
    if (named || isFunctionNode(inner)) return false;
    if (ts.isExpression(inner) && (analysis.tables.read(analysis.resolver.pathOf(inner))?.identity || handsOutCaller(analysis, inner)))
      named = true;
    else if (depth > 0 && ts.isIdentifier(inner)) {
      const behind = analysis.resolver.deref(inner, 1);
      named = behind !== inner && namesCaller(analysis, behind, depth - 1);
    }
    return !named;
  });
  return named;
}

/** Is it a call of a function that gives back who calls from the request that it is handed: `callerOf(req)`? */
function handsOutCaller(analysis: FileAnalysis, node: ts.Expression): boolean {
  const own = ts.isCallExpression(node) && node.arguments.length > 0 ? analysis.resolver.functionOf(node.expression)?.local : undefined;
  if (!own) return false;
  const { body } = own.node;
  const values =
    body && !ts.isBlock(body)
      ? [body]
      : own.exits.flatMap((exit) => (ts.isReturnStatement(exit) && exit.expression ? [exit.expression] : []));
  const { arguments: given } = node as ts.CallExpression;
  return values.length > 0 && values.every((value) => isOfCaller(analysis, bare(value), own, given));
}

/** Is it who calls, or a member of that? */
function isOfCaller(analysis: FileAnalysis, value: ts.Expression, fn: FunctionInfo, given: readonly ts.Expression[]): boolean {
  if (!ts.isPropertyAccessExpression(value)) return false;
  return (
    analysis.tables.read(pathThrough(analysis, value, fn, given))?.identity === true ||
    isOfCaller(analysis, bare(value.expression), fn, given)
  );
}

/** Access path of a member of a parameter, as that of what is handed in for it. */
function pathThrough(analysis: FileAnalysis, value: ts.Expression, fn: FunctionInfo, args: readonly ts.Expression[]): string | undefined {
  const inner = bare(value);
  if (ts.isPropertyAccessExpression(inner)) {
    const object = pathThrough(analysis, inner.expression, fn, args);
    return object === undefined ? undefined : `${object}.${inner.name.text}`;
  }
  const declaration = ts.isIdentifier(inner) ? analysis.resolver.declarations.find(inner) : undefined;
  const given =
    declaration?.kind === 'parameter' && declaration.fn === fn.node && declaration.steps.length === 0 ? args[declaration.index] : undefined;
  return given && analysis.resolver.pathOf(given);
}

const safely = /timing_?safe|safe_?(equals?|compare)|constant_?time|secure_?compare/i;

/** `const isCron = header === `Bearer ${secret}`;`: a comparison with a secret that has a name. */
function holdsSecretTest(analysis: FileAnalysis, node: ts.Identifier): boolean {
  const behind = analysis.resolver.deref(node, 1);
  if (!ts.isBinaryExpression(behind)) return false;
  let found = false;
  walk(behind, (inner) => {
    if (
      ts.isBinaryExpression(inner) &&
      (inner.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken || inner.operatorToken.kind === ts.SyntaxKind.EqualsEqualsToken)
    )
      found ||= isSecret(analysis, inner);
    // `const isValid = given.length === expected.length && timingSafeEqual(given, expected);`
    if (ts.isCallExpression(inner) && safely.test(lastName(bare(inner.expression)) ?? '') && inner.arguments.length >= 2)
      found ||= inner.arguments.some((side) => isEnvironment(analysis, side));
    return !found;
  });
  return found;
}

/** `!cookies.get('session')`, `cookies.get('session')?.value !== 'yes'`: all that is asked is whether something is there, or what anybody may write. */
function isLookedAt(node: ts.CallExpression): boolean {
  let value: ts.Expression = whole(node);
  while (ts.isPropertyAccessExpression(value.parent) && value.parent.expression === value && !ts.isCallExpression(value.parent.parent))
    value = whole(value.parent);
  const { parent } = value;
  if (ts.isPrefixUnaryExpression(parent)) return true;
  return (
    ts.isBinaryExpression(parent) &&
    /^[!=]==?$/.test(ts.tokenToString(parent.operatorToken.kind) ?? '') &&
    ts.isStringLiteral(bare(parent.left === value ? parent.right : parent.left))
  );
}
