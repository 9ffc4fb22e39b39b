import { ts } from 'ts-morph';
import { isEmptyValue } from '../syntax/flow';
import { bare, constantString, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

/** The credential that a value in a condition was made of, by the name that it has there. */
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
  // `cookies.get('beta')?.value`: the name is that of the cookie.
  if (ts.isPropertyAccessExpression(value) && analysis.tables.read(analysis.resolver.pathOf(value.expression))?.cookie)
    return namesCredential(analysis, value.expression);
  // Of a cookie that a function of the project hands out, only its name tells which: `readSessionToken()`, and not `readTheme()`.
  const made = ts.isCallExpression(value) ? analysis.resolver.functionOf(value.expression) : undefined;
  const wanted =
    made && (value as ts.CallExpression).arguments.map((argument) => constantString(argument)).find((name) => name !== undefined);
  if (wanted !== undefined) return namesSecretOf(wanted);
  if (made && analysis.tables.read(analysis.resolver.pathOf(value as ts.Expression))?.cookie)
    return credentialWord.test(lastNameOf((value as ts.CallExpression).expression));
  return isCredentialName(value);
}

const credentialWord = /auth|cookie|token|jwt|session|secret|signature|credential|bearer|sid$|user|key$/i;

function lastNameOf(callee: ts.Expression): string {
  const value = bare(callee);
  return ts.isIdentifier(value) ? value.text : ts.isPropertyAccessExpression(value) ? value.name.text : '';
}

function isCredentialName(node: ts.Node): boolean {
  const name = ts.isCallExpression(node)
    ? constantString(node.arguments[0])
    : ts.isElementAccessExpression(node)
      ? constantString(node.argumentExpression)
      : undefined;
  return name === undefined || namesSecretOf(name);
}

/** Does a header or a cookie let somebody in, by its name? */
function namesSecretOf(name: string): boolean {
  if (/^user-agent$/i.test(name)) return false;
  return /auth|cookie|token|jwt|session|secret|signature|credential|bearer|sid$|user|(^|[-_])key$|api-?_?key/i.test(name);
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
export function isCredential(analysis: FileAnalysis, node: ts.Expression): boolean {
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

/** Names of settings that let somebody in. */
const secretSetting = /SECRET|KEY|TOKEN|PASS|AUTH|(?:ACCESS|ADMIN|ENTRY)_?(?:CODE|PIN)/i;

/** What makes another form of a text: it is as secret as the text. */
const sameSecret = /^(encode|from|trim|toString|String|normali[sz]e\w*|hash\w*|sha\d+|encodeURIComponent|btoa)$/i;

export function isEnvironment(analysis: FileAnalysis, node: ts.Expression, depth = 4): boolean {
  if (depth === 0) return false;
  const value = bare(node);
  const path = analysis.resolver.pathOf(value);
  if (path?.startsWith('global#env.') && !path.endsWith('.length') && secretSetting.test(path)) return true;
  const isOne = (inner: ts.Expression) => isEnvironment(analysis, inner, depth - 1);
  if (ts.isTemplateExpression(value)) return value.templateSpans.some((part) => isOne(part.expression));
  if (ts.isBinaryExpression(value))
    return value.operatorToken.kind === ts.SyntaxKind.PlusToken && (isOne(value.left) || isOne(value.right));
  if (ts.isIdentifier(value)) {
    const behind = analysis.resolver.deref(value);
    return behind !== value && isOne(behind);
  }
  if (!ts.isCallExpression(value)) return false;
  const named = analysis.site(value)?.role?.givesSetting;
  if (named !== undefined) return secretSetting.test(constantString(value.arguments[named])?.toUpperCase() ?? '');
  const callee = bare(value.expression);
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
  if (!sameSecret.test(name)) return false;
  return (
    (value.arguments[0] !== undefined && isOne(value.arguments[0])) || (ts.isPropertyAccessExpression(callee) && isOne(callee.expression))
  );
}
