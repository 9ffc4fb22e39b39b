import { ts } from 'ts-morph';
import { bare, constantString, contains, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { asksForNames } from './keptElements';
import { isProvenText } from './provenTexts';
import { returnedBy, type Category } from './traceParts';
import { conditionsOf, lastName, outerConditionsOf, outermost, plainText } from './testedConditions';
import { isOneOfCases } from './switchTests';
import { isHostOf } from './testedHosts';
import { prefixTest, type Asked } from './testedPaths';
import { holdsAt, isInThen, polarity, type Good } from './testOutcome';

const membership =
  /^(includes|has|hasOwn|hasOwnProperty|some|test|exec|isInteger|isSafeInteger|isFinite|isNaN|isBoolean|isUUID|isUuid|isMongoId|isNumeric|isInt|isIn|isAlphanumeric|isValid|isValidObjectId|indexOf|match|find|findIndex)$/;

const checking = /^(is|has|valid|validate|assert|ensure|check|verify|sanitize|sanitise|guard|allowed|whitelist)([A-Z_]|$)/;

/**
 * Was the value compared with a list of what is allowed, or tested against a pattern, before this place? Whatever the test
 * leads to, it is there: what it lets through is the author's decision.
 */
export function isChecked(analysis: FileAnalysis, node: ts.Expression, category: Category): boolean {
  return isAskedOf(analysis, node, category);
}

function isAskedOf(analysis: FileAnalysis, node: ts.Expression, category: Asked): boolean {
  let known = answers.get(analysis);
  if (!known) answers.set(analysis, (known = new Map()));
  let ofCategory = known.get(category);
  if (!ofCategory) known.set(category, (ofCategory = new Map()));
  let answer = ofCategory.get(node);
  if (answer === undefined) ofCategory.set(node, (answer = findCheck(analysis, node, category)));
  return answer;
}

/** Is all that is known of a value at a place that it begins with a slash? So does `//other.example`, which leads to another site. */
export function beginsWithSlash(analysis: FileAnalysis, node: ts.Expression): boolean {
  const isName = ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
  return isName && analysis.mayHold(slashAsked) && isAskedOf(analysis, node, 'rooted');
}

const slashAsked = /startsWith\(\s*(?:'\/'|"\/"|`\/`)/;

/** Long functions are asked about the same places again and again, and each time about all of their conditions. */
const answers = new WeakMap<FileAnalysis, Map<Asked, Map<ts.Expression, boolean>>>();

function findCheck(analysis: FileAnalysis, node: ts.Expression, category: Asked): boolean {
  const text = plainText(analysis, node);
  if (isTested(analysis, node, text, category)) return true;
  // `const id = req.query.id`: a test of the one is a test of the other.
  const other = aliasOf(analysis, node);
  return other !== undefined && isTested(analysis, node, plainText(analysis, other), category);
}

/** The member that a constant holds as it was. */
function aliasOf(analysis: FileAnalysis, node: ts.Expression): ts.Expression | undefined {
  const value = bare(node);
  const declaration = ts.isIdentifier(value) ? analysis.resolver.declarations.find(value) : undefined;
  if (declaration?.kind !== 'variable' || !declaration.constant || declaration.steps.length > 0 || !declaration.node.initializer)
    return undefined;
  const held = bare(declaration.node.initializer);
  return ts.isPropertyAccessExpression(held) ? held : undefined;
}

function isTested(analysis: FileAnalysis, node: ts.Expression, text: string, category: Asked): boolean {
  if (category === 'nosql' && isProvenText(analysis, node, (other) => plainText(analysis, other) === text)) return true;
  if (isOneOfCases(node, (asked) => plainText(analysis, bare(asked)) === text)) return true;
  // `isKnown(x) && use(x)`, wherever it stands.
  for (let inner: ts.Node = node, outer = node.parent; outer && !ts.isStatement(outer); inner = outer, outer = outer.parent) {
    if (!ts.isBinaryExpression(outer) || outer.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken || outer.right !== inner)
      continue;
    if (tested(analysis, outer.left, text, outer, node, category)) return true;
  }
  if (!analysis.functionAround(node))
    return outerConditionsOf(analysis).some(
      ({ condition, test }) =>
        condition.pos < node.pos && !contains(condition, node) && tested(analysis, condition, text, test, node, category),
    );
  for (let fn = analysis.functionAround(node); fn; fn = fn.parent) {
    if (category === 'object' && asksForNames(analysis, fn, (object) => plainText(analysis, object) === text)) return true;
    for (const { condition, test } of conditionsOf(analysis, fn)) {
      if (condition.pos >= node.pos || contains(condition, node)) continue;
      if (tested(analysis, condition, text, test, node, category)) return true;
    }
    for (const call of fn.calls) {
      if (
        call.pos >= node.pos ||
        contains(call, node) ||
        !(ts.isExpressionStatement(outermost(call).parent) || givesAddress(call, category)) ||
        isWhereItFails(call, node)
      )
        continue;
      // What is not there ends the function: whoever calls must name a file.
      const isChecking =
        checking.test(lastName(call.expression)) || (category === 'command' && /^(access|stat|lstat)Sync$/.test(lastName(call.expression)));
      if (isChecking && (call.arguments ?? []).some((argument) => plainText(analysis, bare(argument)) === text)) return true;
    }
  }
  return false;
}

/** Does a place stand in the `catch` of what a check throws? There is what did not pass. */
function isWhereItFails(check: ts.Node, node: ts.Node): boolean {
  for (let inner = node, { parent } = node; parent; inner = parent, parent = parent.parent)
    if (ts.isCatchClause(inner) && ts.isTryStatement(parent) && contains(parent.tryBlock, check)) return true;
  return false;
}

/** `const address = await validateAndResolve(url)`: what refuses an address may give what it found under it. */
function givesAddress(call: ts.CallExpression | ts.NewExpression, category: Asked): boolean {
  return (
    (category === 'url' || category === 'redirect') &&
    ts.isVariableDeclaration(outermost(call).parent) &&
    /^(validate|assert|ensure|check|verify)[A-Z]/.test(lastName(call.expression))
  );
}

function tested(analysis: FileAnalysis, asked: ts.Expression, text: string, test: ts.Node, use: ts.Expression, category: Asked): boolean {
  const { condition, isDenied } = behindName(analysis, asked);
  const holds = (good: Good): boolean => holdsAt(test, use, isDenied && good !== 'unknown' ? !good : good);
  const isItself = (node: ts.Expression): boolean => {
    const value = bare(node);
    const held = aliasOf(analysis, value);
    return plainText(analysis, value) === text || (held !== undefined && plainText(analysis, held) === text);
  };
  const is = (node: ts.Expression): boolean => {
    const value = bare(node);
    if (isItself(value)) return true;
    if ((category === 'url' || category === 'redirect') && isHostOf(analysis, value, text)) return true;
    // `ALLOWED.includes(sort as string)`, `/x/.test(String(id))`, `ALLOWED.has(sort.toLowerCase())`.
    if (!ts.isCallExpression(value)) return false;
    const inner =
      ts.isPropertyAccessExpression(value.expression) && /^(toLowerCase|toUpperCase|trim|toString)$/.test(value.expression.name.text)
        ? value.expression.expression
        : value.arguments[0];
    return inner !== undefined && plainText(analysis, inner) === text;
  };
  // The host of an address may be compared with that of another one.
  const comparesHost = (node: ts.BinaryExpression): boolean =>
    (category === 'url' || category === 'redirect') && isHostOf(analysis, bare(node.left), text);
  let found = false;
  walk(condition, (node) => {
    if (found || isFunctionNode(node)) return false;
    if (ts.isCallExpression(node)) {
      const good = goodWhen(analysis, node, is, text, category, use);
      found = good !== undefined && holds(good === 'unknown' ? good : polarity(node, condition, good));
    } else if (ts.isBinaryExpression(node) && ts.isTypeOfExpression(bare(node.left))) {
      // A text cannot be an operator of a document query; a number or a truth value cannot be anything else.
      const kind = constantString(node.right);
      const isObject = kind === 'object' && category === 'nosql';
      const enough =
        isObject || kind === 'number' || kind === 'boolean' || (kind === 'string' && (category === 'nosql' || category === 'object'));
      const isSame =
        node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken || node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsToken;
      found = enough && is((bare(node.left) as ts.TypeOfExpression).expression) && holds(polarity(node, condition, isSame !== isObject));
    } else if (ts.isBinaryExpression(node)) {
      const operator = node.operatorToken.kind;
      if (operator === ts.SyntaxKind.InKeyword) found = is(node.left);
      else if (isOrder(operator)) found = isNumber(node.right) && isItself(node.left) && holds(polarity(node, condition, true));
      else if (operator === ts.SyntaxKind.EqualsEqualsEqualsToken || operator === ts.SyntaxKind.EqualsEqualsToken)
        found =
          is(node.left) &&
          (constantString(node.right) !== undefined || comparesHost(node)) &&
          (isDenied ? isPastThen(test, use) : isInThen(test, use));
      else if (operator === ts.SyntaxKind.ExclamationEqualsEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsToken)
        found =
          is(node.left) &&
          ((constantString(node.right) ?? '') !== '' || comparesHost(node)) &&
          (isDenied ? isInThen(test, use) : isPastThen(test, use));
    }
    return !found;
  });
  return found;
}

/** What a name in a condition was made of: `const isLocal = next.startsWith('/'); if (!isLocal) …`. */
function behindName(analysis: FileAnalysis, asked: ts.Expression): { condition: ts.Expression; isDenied: boolean } {
  const value = bare(asked);
  const isDenied = ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken;
  const name = isDenied ? bare(value.operand) : value;
  const condition = ts.isIdentifier(name) ? analysis.resolver.deref(name, 1) : name;
  return condition === name ? { condition: asked, isDenied: false } : { condition, isDenied };
}

function isPastThen(test: ts.Node, use: ts.Node): boolean {
  return ts.isIfStatement(test) && !isInThen(test, use);
}

/** `>`, `<`, `>=` or `<=`: what is no number when it is made one is neither more nor less than any. */
function isOrder(operator: ts.SyntaxKind): boolean {
  return (
    operator === ts.SyntaxKind.GreaterThanToken ||
    operator === ts.SyntaxKind.GreaterThanEqualsToken ||
    operator === ts.SyntaxKind.LessThanToken ||
    operator === ts.SyntaxKind.LessThanEqualsToken
  );
}

function isNumber(node: ts.Expression): boolean {
  const value = bare(node);
  return ts.isNumericLiteral(ts.isPrefixUnaryExpression(value) ? value.operand : value);
}

/** A regular expression as written, behind a name as well; a text given to `match` is one. */
function patternText(analysis: FileAnalysis, node: ts.Expression): string | undefined {
  const value = analysis.resolver.deref(node);
  if (ts.isRegularExpressionLiteral(value)) return value.text;
  const text = constantString(value);
  return text === undefined ? undefined : `/${text}/`;
}

/** Which answer of a call says that the value may be used; undefined when the call is no such check. */
function goodWhen(
  analysis: FileAnalysis,
  call: ts.CallExpression,
  is: (node: ts.Expression) => boolean,
  text: string,
  category: Asked,
  use: ts.Expression,
): Good | undefined {
  const callee = bare(call.expression);
  const name = lastName(callee);
  const receiver = ts.isPropertyAccessExpression(callee) ? bare(callee.expression) : undefined;
  const prefix = prefixTest(analysis, call, text, category, use);
  if (prefix !== undefined) return prefix;
  if (
    category === 'path' &&
    /^(isAbsolute|startsWith|endsWith|includes|indexOf)$/.test(name) &&
    receiver &&
    (plainText(analysis, receiver) === text || name === 'isAbsolute')
  )
    return undefined;
  if (!membership.test(name) && !checking.test(name)) return undefined;
  const onArgument = call.arguments.some(is);
  if (!onArgument && !(/^(match|isValid)$/.test(name) && receiver && is(receiver))) return undefined;
  if (name === 'isNaN') return false;
  const own = analysis.resolver.functionOf(callee)?.local;
  // It has the name of a check and answers the same to everything.
  if (own && returnedBy(own.node, own.exits).every((value) => value.kind === ts.SyntaxKind.TrueKeyword)) return undefined;
  if (name === 'test' || name === 'match' || name === 'exec') {
    const pattern = name === 'match' ? call.arguments[0] : receiver;
    const source = pattern && patternText(analysis, pattern);
    if (category === 'html' && source !== undefined) {
      // Brackets are looked for; or a part of the text is, whatever stands around it.
      if (/^\/\[(?!\^)[^\]]*<[^\]]*\]\/|^\/\\?<\//.test(source)) return false;
      if (!source.startsWith('/^')) return undefined;
    }
    // A pattern for the whole text, or one for what must not be in it.
    return source === undefined ? 'unknown' : /^\/\^(?!\[\^)/.test(source) ? true : /^\/\[\^/.test(source) ? false : 'unknown';
  }
  return /^(includes|has|hasOwn|some|isInteger|isSafeInteger|isFinite|isUUID|isUuid|isMongoId|isNumeric|isInt|isIn|isAlphanumeric|isValid|isValidObjectId|is[A-Z]\w*|indexOf)$/.test(
    name,
  )
    ? true
    : 'unknown';
}
