import { ts } from 'ts-morph';
import { bare, constantString, contains, walk } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { isProvenText } from './provenTexts';
import { returnedBy, type Category } from './traceParts';

const membership =
  /^(includes|has|hasOwn|hasOwnProperty|some|test|exec|isInteger|isSafeInteger|isFinite|isNaN|isBoolean|isUUID|isUuid|isMongoId|isNumeric|isInt|isIn|isAlphanumeric|isValid|isValidObjectId|indexOf|match|find|findIndex)$/;
const checking = /^(is|has|valid|validate|assert|ensure|check|verify|sanitize|sanitise|guard|allowed|whitelist)([A-Z_]|$)/;

interface Condition {
  condition: ts.Expression;
  test: ts.Node;
}

const tests = new WeakMap<FileAnalysis, Map<FunctionInfo, Condition[]>>();
const outerTests = new WeakMap<FileAnalysis, Condition[]>();

function conditionOf(test: FunctionInfo['ifs'][number]): Condition {
  return { test, condition: ts.isIfStatement(test) ? test.expression : ts.isConditionalExpression(test) ? test.condition : test.left };
}

/** Conditions that stand in no function: what scripts test when they are loaded. */
function outerConditionsOf(analysis: FileAnalysis): Condition[] {
  let list = outerTests.get(analysis);
  if (!list) {
    const found: Condition[] = [];
    walk(analysis.source, (node) => {
      if (isFunctionNode(node)) return false;
      if (
        ts.isIfStatement(node) ||
        ts.isConditionalExpression(node) ||
        (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
      )
        found.push(conditionOf(node));
      return true;
    });
    outerTests.set(analysis, (list = found));
  }
  return list;
}

/** Conditions that a function tests, its own only. */
function conditionsOf(analysis: FileAnalysis, fn: FunctionInfo): Condition[] {
  let known = tests.get(analysis);
  if (!known) tests.set(analysis, (known = new Map()));
  let list = known.get(fn);
  if (!list) {
    list = fn.ifs.map(conditionOf);
    known.set(fn, list);
  }
  return list;
}

/**
 * Was the value compared with a list of what is allowed, or tested against a pattern, before this place? Whatever the test
 * leads to, it is there: what it lets through is the author's decision.
 */
export function isChecked(analysis: FileAnalysis, node: ts.Expression, category: Category): boolean {
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

function isTested(analysis: FileAnalysis, node: ts.Expression, text: string, category: Category): boolean {
  if (category === 'nosql' && isProvenText(analysis, node, (other) => plainText(analysis, other) === text)) return true;
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
    for (const { condition, test } of conditionsOf(analysis, fn)) {
      if (condition.pos >= node.pos || contains(condition, node)) continue;
      if (tested(analysis, condition, text, test, node, category)) return true;
    }
    for (const call of fn.calls) {
      if (
        call.pos >= node.pos ||
        contains(call, node) ||
        !(ts.isExpressionStatement(outermost(call).parent) || givesAddress(call, category))
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

/** `const address = await validateAndResolve(url)`: what refuses an address may give what it found under it. */
function givesAddress(call: ts.CallExpression | ts.NewExpression, category: Category): boolean {
  return (
    (category === 'url' || category === 'redirect') &&
    ts.isVariableDeclaration(outermost(call).parent) &&
    /^(validate|assert|ensure|check|verify)[A-Z]/.test(lastName(call.expression))
  );
}

function outermost(node: ts.Expression): ts.Expression {
  return ts.isAwaitExpression(node.parent) ? node.parent : node;
}

/** `body?.sort` and `body.sort` are the same value. */
function plainText(analysis: FileAnalysis, node: ts.Expression): string {
  return bare(node).getText(analysis.source).replace(/\?\./g, '.').replace(/[\s!]/g, '');
}

function lastName(node: ts.Expression): string {
  const callee = bare(node);
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
}

function tested(
  analysis: FileAnalysis,
  condition: ts.Expression,
  text: string,
  test: ts.Node,
  use: ts.Expression,
  category: Category,
): boolean {
  const is = (node: ts.Expression): boolean => {
    const value = bare(node);
    if (plainText(analysis, value) === text) return true;
    const held = aliasOf(analysis, value);
    if (held && plainText(analysis, held) === text) return true;
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
      found = good !== undefined && holdsAt(test, use, good === 'unknown' ? good : polarity(node, condition, good));
    } else if (ts.isBinaryExpression(node) && ts.isTypeOfExpression(bare(node.left))) {
      // A text cannot be an operator of a document query; a number or a truth value cannot be anything else.
      const kind = constantString(node.right);
      const isObject = kind === 'object' && category === 'nosql';
      const enough =
        isObject || kind === 'number' || kind === 'boolean' || (kind === 'string' && (category === 'nosql' || category === 'object'));
      const isSame =
        node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken || node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsToken;
      found =
        enough &&
        is((bare(node.left) as ts.TypeOfExpression).expression) &&
        holdsAt(test, use, polarity(node, condition, isSame !== isObject));
    } else if (ts.isBinaryExpression(node)) {
      const operator = node.operatorToken.kind;
      if (operator === ts.SyntaxKind.InKeyword) found = is(node.left);
      else if (operator === ts.SyntaxKind.EqualsEqualsEqualsToken || operator === ts.SyntaxKind.EqualsEqualsToken)
        found = is(node.left) && (constantString(node.right) !== undefined || comparesHost(node)) && isInThen(test, use);
      else if (operator === ts.SyntaxKind.ExclamationEqualsEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsToken)
        found =
          is(node.left) &&
          ((constantString(node.right) ?? '') !== '' || comparesHost(node)) &&
          ts.isIfStatement(test) &&
          !isInThen(test, use);
    }
    return !found;
  });
  return found;
}

/** A regular expression as written, behind a name as well; a text given to `match` is one. */
function patternText(analysis: FileAnalysis, node: ts.Expression): string | undefined {
  const value = analysis.resolver.deref(node);
  if (ts.isRegularExpressionLiteral(value)) return value.text;
  const text = constantString(value);
  return text === undefined ? undefined : `/${text}/`;
}

type Good = boolean | 'unknown';

/** Which answer of a call says that the value may be used; undefined when the call is no such check. */
function goodWhen(
  analysis: FileAnalysis,
  call: ts.CallExpression,
  is: (node: ts.Expression) => boolean,
  text: string,
  category: Category,
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

/** The answer of the whole condition that goes with the good answer of a call in it. */
function polarity(call: ts.Node, condition: ts.Expression, good: boolean): Good {
  let sense = good;
  for (let node = call; node !== condition; node = node.parent) {
    const { parent } = node;
    if (ts.isPrefixUnaryExpression(parent)) sense = !sense;
    else if (ts.isBinaryExpression(parent)) {
      const operator = parent.operatorToken.getText();
      if (/^(&&|\|\||=)$/.test(operator)) continue;
      const other = parent.right.getText().replace(/\s/g, '');
      // The beginning of a text is compared with what it must be.
      if (
        node === call &&
        ts.isCallExpression(call) &&
        /^(slice|substring)$/.test(lastName(call.expression)) &&
        /^[=!]==?$/.test(operator)
      ) {
        if (operator.startsWith('!')) sense = !sense;
        continue;
      }
      const same = `${operator.replace(/^([=!])==$/, '$1=')}${other}`;
      if (/^(==true|!=false|!=-1|>=0|>-1|==0|!=null)$/.test(same)) continue;
      if (!/^(==false|!=true|==-1|<0|!=0|==null)$/.test(same)) return 'unknown';
      sense = !sense;
    } else if (!ts.isParenthesizedExpression(parent) && !ts.isAwaitExpression(parent)) return 'unknown';
  }
  return sense;
}

/**
 * Does what a condition says hold at a place? It does on the right side of it, and behind it when the other side leaves, or
 * changes something that may be looked at later. Where one cannot tell, it does.
 */
function holdsAt(test: ts.Node, use: ts.Node, good: Good): boolean {
  const [yes, no] = ts.isIfStatement(test)
    ? [test.thenStatement, test.elseStatement]
    : ts.isConditionalExpression(test)
      ? [test.whenTrue, test.whenFalse]
      : [];
  if (!yes) return true;
  // A test with no consequence says nothing of what comes after it.
  if (good === 'unknown')
    return (
      contains(yes, use) ||
      (no !== undefined && contains(no, use)) ||
      !ts.isIfStatement(test) ||
      changesCourse(yes) ||
      (no !== undefined && changesCourse(no))
    );
  if (contains(yes, use)) return good;
  if (no && contains(no, use)) return !good;
  if (!ts.isIfStatement(test)) return true;
  const wrong = good ? no : yes;
  return wrong !== undefined && changesCourse(wrong);
}

/** Does a branch end, leave or assign anything? */
function changesCourse(branch: ts.Node): boolean {
  let found = false;
  walk(branch, (node) => {
    if (found) return false;
    found =
      ts.isReturnStatement(node) ||
      ts.isThrowStatement(node) ||
      ts.isContinueStatement(node) ||
      ts.isBreakStatement(node) ||
      (ts.isBinaryExpression(node) &&
        node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
        node.operatorToken.kind <= ts.SyntaxKind.LastAssignment &&
        !isShown(node.left)) ||
      (ts.isCallExpression(node) &&
        /^(exit|abort|next|reject|redirect|notFound|fail|throw\w*|push|done|cb|callback)$/.test(lastName(node.expression)));
    return !found && !isFunctionNode(node);
  });
  return found;
}

/** What is shown is looked at by people only. */
function isShown(left: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(left) && /^(innerHTML|outerHTML|innerText|textContent)$/.test(left.name.text);
}

const hostMember = /^(host|hostname|origin|href)$/;

/** Is the expression the host of an address made from the text: `new URL(text).hostname`, `url.host`? */
function isHostOf(analysis: FileAnalysis, node: ts.Expression, text: string): boolean {
  if (!ts.isPropertyAccessExpression(node)) {
    const taken = ts.isIdentifier(node) ? analysis.resolver.declarations.find(node) : undefined;
    const step = taken?.kind === 'variable' && taken.steps.length === 1 ? taken.steps[0] : undefined;
    if (taken?.kind === 'variable' && taken.node.initializer && step && 'member' in step)
      return hostMember.test(step.member) && isMadeFrom(analysis, bare(taken.node.initializer), text, /^(URL|parse)$/);
    const value = analysis.resolver.deref(node);
    return value !== node && ts.isPropertyAccessExpression(value) && isHostOf(analysis, value, text);
  }
  if (!hostMember.test(node.name.text)) return false;
  return plainText(analysis, bare(node.expression)) === text || isMadeFrom(analysis, bare(node.expression), text, /^(URL|parse)$/);
}

/** Is the value what a call named so gives for the text: `new URL(text)`, `path.resolve(root, text)`? */
function isMadeFrom(analysis: FileAnalysis, node: ts.Expression, text: string, names: RegExp): boolean {
  return (ts.isIdentifier(node) ? valuesOf(analysis, node) : [node]).some((value) => {
    if (!(ts.isCallExpression(value) || ts.isNewExpression(value)) || !names.test(lastName(value.expression))) return false;
    return (value.arguments ?? []).some((argument) => plainText(analysis, bare(argument)).includes(text));
  });
}

/** What a variable is declared or assigned as. */
function valuesOf(analysis: FileAnalysis, node: ts.Identifier): ts.Expression[] {
  const declaration = analysis.resolver.declarations.find(node);
  if (declaration?.kind !== 'variable') return [];
  const isSame = (left: ts.Expression): boolean => {
    const found = ts.isIdentifier(left) ? analysis.resolver.declarations.find(left) : undefined;
    return found?.kind === 'variable' && found.node === declaration.node;
  };
  const assigned = (analysis.outline.assignments.get(node.text) ?? []).filter(({ left }) => isSame(left)).map(({ right }) => right);
  return (declaration.node.initializer ? [declaration.node.initializer, ...assigned] : assigned).map((value) => {
    const inner = bare(value);
    return ts.isAwaitExpression(inner) ? bare(inner.expression) : inner;
  });
}

const resolving = /^(resolve|normalize|join|realpath|realpathSync|safeJoin)$/;

/**
 * Is the beginning of the text compared with what it may be: a folder, for paths that were made plain before; a host, for
 * addresses; a slash, for redirections? Steps upwards that are looked for are the opposite.
 */
function prefixTest(
  analysis: FileAnalysis,
  call: ts.CallExpression,
  text: string,
  category: Category,
  use: ts.Expression,
): boolean | undefined {
  const callee = bare(call.expression);
  const argument = call.arguments[0];
  if (!argument || !ts.isPropertyAccessExpression(callee)) return undefined;
  const name = callee.name.text;
  const receiver = bare(callee.expression);
  const own = plainText(analysis, receiver) === text;
  if (category === 'path') {
    // Alone, or followed by a slash: whatever else must stand there can be avoided.
    const upwards = /^(?:'|"|`|\/\(?)(?:\\?\.){1,2}(?:\\?\/|\\{1,2})?(?:['"`|)\/]|$)/.test(argument.getText(analysis.source));
    if (upwards && /^(includes|indexOf|search|match|matchAll|startsWith)$/.test(name))
      return (own && !isBareAt(analysis, use)) || isMadeFrom(analysis, receiver, text, /^relative$/) ? false : undefined;
    if (!/^(startsWith|indexOf|slice|substring)$/.test(name)) return undefined;
    const isPlain =
      ts.isIdentifier(receiver) &&
      (own
        ? valuesOf(analysis, receiver).some((value) => ts.isCallExpression(value) && resolving.test(lastName(value.expression)))
        : isMadeFrom(analysis, receiver, text, resolving));
    return isPlain ? true : undefined;
  }
  const constant = constantString(argument);
  if (name !== 'startsWith' || constant === undefined || !own) return undefined;
  if (category === 'redirect' && (constant === '/' || /^\/[^/\\]/.test(constant))) return true;
  if (category === 'html') return /^(?:https?:|\/|#|mailto:)/.test(constant) ? true : undefined;
  return (category === 'url' || category === 'redirect') && /^https?:\/\/[^/]+\//.test(constant) ? true : undefined;
}

/** Is the value, with nothing put in front of it, handed to a call that opens files? Then it may be absolute. */
function isBareAt(analysis: FileAnalysis, use: ts.Expression): boolean {
  let whole = use;
  // What is put behind it does not matter.
  while (ts.isBinaryExpression(whole.parent) && whole.parent.left === whole) whole = whole.parent;
  const { parent } = whole;
  if (!ts.isCallExpression(parent) || !analysis.site(parent)?.role?.sinks) return false;
  const made = ts.isIdentifier(use) ? valuesOf(analysis, use) : [use];
  const isRooted = made.some(
    (value) =>
      ts.isTemplateExpression(value) ||
      ts.isBinaryExpression(value) ||
      (ts.isCallExpression(value) && /^(join|resolve)$/.test(lastName(value.expression))),
  );
  return !isRooted && !isKnownRelative(analysis, use);
}

/** Is it known at a place that a path is not absolute, since that was asked? */
function isKnownRelative(analysis: FileAnalysis, use: ts.Expression): boolean {
  const fn = analysis.functionAround(use);
  if (!fn) return false;
  return fn.calls.some((call) => {
    if (lastName(call.expression) !== 'isAbsolute' || call.pos >= use.pos) return false;
    const asked = conditionsOf(analysis, fn).find(({ condition }) => contains(condition, call));
    return !asked || holdsAt(asked.test, use, polarity(call, asked.condition, false));
  });
}

function isInThen(test: ts.Node, use: ts.Node): boolean {
  if (ts.isIfStatement(test)) return contains(test.thenStatement, use);
  return ts.isConditionalExpression(test) && contains(test.whenTrue, use);
}
