import { ts } from 'ts-morph';
import { isEmptyValue, mentions } from '../syntax/flow';
import { bare, constantString, walk, whole } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import type { Candidate } from './guardCandidates';
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

interface Examined {
  candidates: Candidate[];
  identity?: string;
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
  for (const candidate of candidates) {
    const own = condition.pos <= candidate.node.pos && candidate.node.end <= condition.end;
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
      if (unequal || equal) for (const side of [node.left, node.right]) if (ownerName.test(lastName(bare(side)) ?? '')) seen.owner = true;
    }
    if (ts.isIdentifier(node) && roleName.test(node.text)) {
      seen.role = true;
      const { parent } = node;
      if (ts.isPropertyAccessExpression(parent) && parent.name === node && isFoundByIdentity(analysis, parent.expression))
        seen.identity ??= analysis.label(parent.expression, 40);
    }
    if (ts.isIdentifier(node) && holdsSecretTest(analysis, node)) seen.secret = true;
    if (ts.isPropertyAccessExpression(node) && /^(error|errors|response|denied|status)$/.test(node.name.text)) seen.absent = true;
    if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      const read = analysis.tables.read(analysis.resolver.pathOf(node));
      if (read?.identity) seen.identity ??= analysis.label(node, 40);
      if (read?.credential && namesCredential(analysis, node)) seen.credential ??= analysis.label(node, 40);
    }
    if (ts.isCallExpression(node)) {
      const site = analysis.site(node);
      const read = analysis.tables.read(analysis.resolver.pathOf(node));
      if (read?.identity) seen.identity ??= analysis.label(node, 40);
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

export function credentialBehind(analysis: FileAnalysis, condition: ts.Expression): string | undefined {
  let label: string | undefined;
  walk(condition, (node) => {
    if (label || !ts.isIdentifier(node)) return label === undefined;
    const declaration = analysis.resolver.declarations.find(node);
    if (declaration?.kind !== 'variable' || !declaration.node.initializer) return true;
    // Whatever was handed the credential says so when it does not know it.
    const last = declaration.steps.at(-1);
    if (last && 'member' in last && /^err(or)?$/.test(last.member)) return true;
    walk(declaration.node.initializer, (inner) => {
      if (ts.isExpression(inner) && analysis.tables.read(analysis.resolver.pathOf(inner))?.credential && namesCredential(analysis, inner))
        label = node.text;
      return label === undefined && !isFunctionNode(inner);
    });
    return true;
  });
  return label;
}

/** `headers.get('accept-language')` reads no credential; a name that is not constant may be one. */
export function namesCredential(analysis: FileAnalysis, node: ts.Expression): boolean {
  const value = ts.isIdentifier(node) ? analysis.resolver.deref(node) : node;
  // `headers.get('user-agent') ?? ''`
  if (ts.isBinaryExpression(value)) return namesCredential(analysis, value.left);
  return isCredentialName(value);
}

function isCredentialName(node: ts.Node): boolean {
  const name = ts.isCallExpression(node)
    ? constantString(node.arguments[0])
    : ts.isElementAccessExpression(node)
      ? constantString(node.argumentExpression)
      : undefined;
  if (name !== undefined && /^user-agent$/i.test(name)) return false;
  return (
    name === undefined || /auth|cookie|token|jwt|session|secret|signature|credential|bearer|sid$|user|(^|[-_])key$|api-?_?key/i.test(name)
  );
}

/** Compares something with a secret of the environment. */
export function isSecret(analysis: FileAnalysis, node: ts.BinaryExpression): boolean {
  return areSecret(analysis, node.left, node.right);
}

/** Is one of two values that are compared a secret of the environment, or are they what the caller sent and what the application holds? */
export function areSecret(analysis: FileAnalysis, left: ts.Expression, right: ts.Expression): boolean {
  const sides = [left, right];
  const isFixed = (side: ts.Expression) =>
    isEmptyValue(side) ||
    ts.isLiteralExpression(bare(side)) ||
    bare(side).kind === ts.SyntaxKind.TrueKeyword ||
    ts.isTypeOfExpression(bare(side));
  return (
    sides.some((side, index) => isEnvironment(analysis, side) && !isFixed(sides[1 - index]!)) ||
    sides.some((side, index) => isCredential(analysis, side) && isOwnValue(analysis, sides[1 - index]!))
  );
}

/** What the caller sent to be let in. */
function isCredential(analysis: FileAnalysis, node: ts.Expression): boolean {
  if (
    /origin|content|host|agent|accept|refer|forwarded|method|etag|modified|length|locale|lang|next-|country|\bip\b/i.test(
      node.getText(analysis.source),
    )
  )
    return false;
  return analysis.tables.read(analysis.resolver.pathOf(node))?.credential === true || credentialBehind(analysis, node) !== undefined;
}

/** A value that the application holds: not a text written here, and nothing of the request. */
function isOwnValue(analysis: FileAnalysis, node: ts.Expression): boolean {
  const value = bare(node);
  if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value) && !ts.isCallExpression(value)) return false;
  if (isEmptyValue(value) || ts.isStringLiteralLike(analysis.resolver.deref(value))) return false;
  return (
    /secret|key|token|pass|hash|expected|digest|hmac|signature/i.test(value.getText(analysis.source)) && !isCredential(analysis, value)
  );
}

function isEnvironment(analysis: FileAnalysis, node: ts.Expression, depth = 3): boolean {
  if (depth === 0) return false;
  const value = bare(node);
  const path = analysis.resolver.pathOf(value);
  if (path?.startsWith('global#env.') && !path.endsWith('.length') && /SECRET|KEY|TOKEN|PASS|AUTH/i.test(path)) return true;
  if (ts.isTemplateExpression(value)) return value.templateSpans.some((part) => isEnvironment(analysis, part.expression, depth - 1));
  if (ts.isBinaryExpression(value))
    return (
      value.operatorToken.kind === ts.SyntaxKind.PlusToken &&
      (isEnvironment(analysis, value.left, depth - 1) || isEnvironment(analysis, value.right, depth - 1))
    );
  if (ts.isIdentifier(value)) {
    const behind = analysis.resolver.deref(value);
    return behind !== value && isEnvironment(analysis, behind, depth - 1);
  }
  return false;
}
