import { ts } from 'ts-morph';
import type { SecretLiteral } from '../../model/facts';
import { leaves } from '../../syntax/flow';
import { bare, constantString, walk } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';
import { lastName } from '../guardConditions';
import { isBrowserCode } from '../serverCode';

const mayCompare =
  /(?:pass(?:word|wd|code|phrase)|pwd|secret|api[-_]?key|access[-_]?(?:key|code)|token|\bpin)\b['"\])!]*\s*[!=]==?\s*['"`A-Za-z_]/i;
/** The same beside the text itself, which is all that a page is read whole for. */
export const comparesText =
  /(?:pass(?:word|wd|code|phrase)|pwd|secret|api[-_]?key|access[-_]?(?:key|code)|token|\bpin)\b['"\])!]*\s*[!=]==?\s*['"`](?=[^'"`\s]*[\d!@#$%^&*])/i;
const password = /^(?!.*(?:type|mode|kind|confirm)).*(?:pass(?:word|wd|code|phrase)|pwd)$/i;
const key = /(?:secret|api[-_]?key|access[-_]?(?:key|token|code)|auth[-_]?token|admin[-_]?(?:key|token|code|pin)|^token|^pin)$/i;
const person = /(?:user(?:name)?|login|e?mail|account)$/i;
/** What is said where a text was not the right one, or is one that nobody should choose. */
const refusing =
  /\bthrow\b|\b4\d\d\b|\b(?:valid|success|ok|authenticated|authorized)\s*:\s*false|\berror\s*:|\breturn\s*(?:false|null|undefined)?\s*;|\breturn\s*(?:false|null)\b|weak|common|default|insecure|easy|console\.warn/i;

/** Passwords and keys that are in the source: what somebody sends is compared with the text itself, `password === 'letmein-77'`. */
export function recogniseComparedCredentials(analysis: FileAnalysis): SecretLiteral[] {
  const { role } = analysis.context;
  if ((role !== 'source' && role !== 'client') || !analysis.mayHold(mayCompare)) return [];
  return analysis.outline.functions.flatMap(({ node: { body } }) => (body ? comparedIn(analysis, body) : []));
}

function comparedIn(analysis: FileAnalysis, body: ts.Node): SecretLiteral[] {
  const found: SecretLiteral[] = [];
  walk(body, (node) => {
    // Functions in it are looked at on their own.
    if (node !== body && analysis.outline.byNode.has(node)) return false;
    const compared = isEquality(node) ? credentialIn(analysis, node) : undefined;
    if (!compared || !isEquality(node) || !letsIn(node)) return true;
    found.push({
      ...analysis.base(node),
      kind: 'secret',
      provider: 'secret',
      masked: `${compared.text.length} characters`,
      certainty: 'compared',
      name: compared.name,
      sandbox: false,
      ...(analysis.context.side === 'client' || isBrowserCode(analysis) ? { inPage: true as const } : {}),
    });
    return true;
  });
  return found;
}

function isEquality(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && /^[!=]==?$/.test(ts.tokenToString(node.operatorToken.kind) ?? '');
}

function credentialIn(analysis: FileAnalysis, node: ts.BinaryExpression): { name: string; text: string } | undefined {
  for (const [side, other] of [
    [node.left, node.right],
    [node.right, node.left],
  ] as const) {
    const name = nameOf(bare(side));
    const text = name === undefined ? undefined : textOf(analysis, bare(other));
    if (name === undefined || text === undefined || text.length < 4 || /\s/.test(text) || !/[A-Za-z0-9]/.test(text)) continue;
    const isChosen = /\d/.test(text) && !/^[A-Z][A-Z0-9_]*$/.test(text);
    if (password.test(name) ? isChosen || /[!@#$%^&*]/.test(text) || isBesidePerson(analysis, node) : key.test(name) && isChosen)
      return { name, text };
  }
  return undefined;
}

/** `password`, `body.password`, `headers['x-api-key']`, `searchParams.get('secret')`. */
function nameOf(node: ts.Expression): string | undefined {
  if (ts.isElementAccessExpression(node)) return constantString(node.argumentExpression);
  if (ts.isCallExpression(node))
    return ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'get'
      ? constantString(node.arguments[0])
      : undefined;
  return lastName(node);
}

function textOf(analysis: FileAnalysis, node: ts.Expression): string | undefined {
  const value = ts.isIdentifier(node) ? analysis.resolver.deref(node) : node;
  return ts.isStringLiteral(value) || ts.isNoSubstitutionTemplateLiteral(value) ? value.text : undefined;
}

/** `name === 'admin' && password === 'letmein'`: nobody compares both with words that mean something else. */
function isBesidePerson(analysis: FileAnalysis, node: ts.BinaryExpression): boolean {
  const { parent } = node;
  if (!ts.isBinaryExpression(parent) || parent.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken) return false;
  return [bare(parent.left), bare(parent.right)].some((side) => {
    const beside = ts.isBinaryExpression(side) && isEquality(side) ? side : undefined;
    return (
      beside !== undefined &&
      beside !== node &&
      person.test(nameOf(bare(beside.left)) ?? '') &&
      textOf(analysis, bare(beside.right)) !== undefined
    );
  });
}

/** Does the right text open something: is nothing refused where it is equal, and something where it is not? */
function letsIn(node: ts.BinaryExpression): boolean {
  let equal = !(ts.tokenToString(node.operatorToken.kind) ?? '').startsWith('!');
  for (let child: ts.Node = node, parent = node.parent; ; child = parent, parent = parent.parent) {
    if (ts.isPrefixUnaryExpression(parent)) equal = !equal;
    else if (ts.isIfStatement(parent) && parent.expression === child)
      return equal ? !refusing.test(parent.thenStatement.getText()) : leaves(parent.thenStatement);
    else if (ts.isConditionalExpression(parent) && parent.condition === child)
      return !refusing.test((equal ? parent.whenTrue : parent.whenFalse).getText());
    else if (
      !ts.isParenthesizedExpression(parent) &&
      !(ts.isBinaryExpression(parent) && /^(?:&&|\|\|)$/.test(ts.tokenToString(parent.operatorToken.kind) ?? ''))
    )
      return equal && (ts.isReturnStatement(parent) || ts.isArrowFunction(parent) || ts.isVariableDeclaration(parent));
  }
}
