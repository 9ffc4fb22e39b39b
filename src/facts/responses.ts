import { ts } from 'ts-morph';
import type { OutboundCall, Presence } from '../model/facts';
import { boundNames, dispositionOf } from '../syntax/flow';
import { bare, isMemberName, walk, whole } from '../syntax/nodes';
import { isFunctionNode, type FunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

/** What is known of the answer to a call: whether somebody looks at its status, and how its body is read. */
export interface ResponseUse {
  checked: Presence;
  read?: NonNullable<OutboundCall['read']>;
}

/** Members of an answer that say whether the other side could do what it was asked. */
const telling = /^(?:ok|status|statusText|statusCode|redirected|type)$/;
const reading = /^(?:json|text|arrayBuffer|blob|formData|bytes|buffer)$/;
/** Operators that ask something of a value. */
const tests: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.InKeyword,
  ts.SyntaxKind.InstanceOfKeyword,
]);
const unknown: ResponseUse = { checked: 'unknown' };

/** Follows the answer of a call through its function. */
export function responseOf(analysis: FileAnalysis, node: ts.Expression): ResponseUse {
  const disposition = dispositionOf(node);
  if (disposition.kind === 'ignored') return { checked: 'absent' };
  if (disposition.kind === 'member') {
    const { access, name } = disposition;
    if (name === 'then') return thenOf(analysis, access);
    if (name === 'catch' || name === 'finally') return passedThrough(analysis, access);
    return isCalled(access) && reading.test(name) ? withBody(analysis, access.parent as ts.CallExpression) : unknown;
  }
  if (disposition.kind === 'assigned')
    return ts.isIdentifier(disposition.target) ? named(analysis, disposition.target, aroundOf(analysis, node)) : unknown;
  if (disposition.kind !== 'bound') return unknown;
  const { name } = disposition;
  if (ts.isIdentifier(name)) return named(analysis, name, aroundOf(analysis, node));
  return boundNames(name).some((each) => telling.test(each)) ? { checked: 'present' } : unknown;
}

function aroundOf(analysis: FileAnalysis, node: ts.Node): ts.Node {
  return analysis.functionAround(node)?.node.body ?? analysis.source;
}

function isCalled(access: ts.Expression): boolean {
  return ts.isCallExpression(access.parent) && access.parent.expression === access;
}

/** `.catch(() => …)` behind the call: what comes of it is the answer or what the callback gives. */
function passedThrough(analysis: FileAnalysis, access: ts.PropertyAccessExpression): ResponseUse {
  return isCalled(access) ? responseOf(analysis, access.parent as ts.CallExpression) : unknown;
}

/** `.then((answer) => answer.json())` */
function thenOf(analysis: FileAnalysis, access: ts.PropertyAccessExpression): ResponseUse {
  if (!isCalled(access)) return unknown;
  const call = access.parent as ts.CallExpression;
  const callback = call.arguments[0] && bare(call.arguments[0]);
  if (!callback || !isFunctionNode(callback)) return unknown;
  const name = callback.parameters[0]?.name;
  if (!name) return { checked: 'absent' };
  if (!ts.isIdentifier(name)) return boundNames(name).some((each) => telling.test(each)) ? { checked: 'present' } : unknown;
  const use = named(analysis, name, callback.body ?? callback);
  // What the callback gives goes on with the chain.
  const given = use.read && givesBody(callback) ? bodyUse(analysis, call) : undefined;
  return given && use.read ? { ...use, read: { ...use.read, then: given } } : use;
}

/** `(answer) => answer.json()` */
function givesBody(callback: FunctionNode): boolean {
  if (callback.body && !ts.isBlock(callback.body)) return true;
  return callback.body !== undefined && ts.isBlock(callback.body) && callback.body.statements.some(ts.isReturnStatement);
}

/** All that becomes of an answer that has a name. */
function named(analysis: FileAnalysis, name: ts.Identifier, around: ts.Node): ResponseUse {
  const declaration = analysis.resolver.declarations.find(name);
  let checked = 'absent' as Presence;
  let read: ResponseUse['read'];
  walk(around, (inner) => {
    if (checked === 'present') return false;
    if (!ts.isIdentifier(inner) || inner === name || inner.text !== name.text || isOther(analysis, inner, declaration)) return true;
    const { parent } = inner;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === inner) {
      if (telling.test(parent.name.text)) checked = 'present';
      else if (reading.test(parent.name.text) && isCalled(parent)) read ??= withBody(analysis, parent.parent as ts.CallExpression).read;
      else if (parent.name.text !== 'headers' && checked === 'absent') checked = 'unknown';
    } else if (isMention(analysis, inner)) return true;
    else if (checked === 'absent') checked = 'unknown';
    return true;
  });
  return { checked, ...(read && checked !== 'present' ? { read } : {}) };
}

function isOther(analysis: FileAnalysis, node: ts.Identifier, declaration: unknown): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return true;
  if ((ts.isPropertyAssignment(parent) || ts.isBindingElement(parent) || ts.isVariableDeclaration(parent)) && parent.name === node)
    return true;
  return declaration !== undefined && analysis.resolver.declarations.find(node) !== declaration;
}

/** A line of a log, a test whether there is one, or the place where it gets another value. */
function isMention(analysis: FileAnalysis, node: ts.Identifier): boolean {
  const { parent } = whole(node);
  if (ts.isCallExpression(parent)) return analysis.site(parent)?.role?.log !== undefined;
  if (ts.isPrefixUnaryExpression(parent) || ts.isIfStatement(parent)) return true;
  return ts.isBinaryExpression(parent) && (parent.left === node || parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken);
}

function withBody(analysis: FileAnalysis, call: ts.CallExpression): ResponseUse {
  const how = ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : '';
  return { checked: 'absent', read: { how, span: analysis.span(call), then: bodyUse(analysis, call) } };
}

/** Where a body goes that was read. */
function bodyUse(analysis: FileAnalysis, call: ts.Expression): NonNullable<OutboundCall['read']>['then'] {
  let node: ts.Expression = call;
  let disposition = dispositionOf(node);
  // `.json().catch(() => null)`, `.then((data) => …)`
  while (disposition.kind === 'member' && /^(?:catch|finally)$/.test(disposition.name) && isCalled(disposition.access)) {
    node = disposition.access.parent as ts.CallExpression;
    disposition = dispositionOf(node);
  }
  if (disposition.kind === 'member' && disposition.name === 'then' && isCalled(disposition.access)) {
    const callback = (disposition.access.parent as ts.CallExpression).arguments[0];
    const fn = callback && bare(callback);
    if (!fn || !isFunctionNode(fn)) return 'given';
    const names = fn.parameters[0] ? boundNames(fn.parameters[0].name) : [];
    if (namesLookedAt(analysis, names, fn.body ?? fn, fn.parameters[0]?.name)) return 'looked';
    // `.then((data) => data.items?.[0])` gives a part of it, which somebody may look at.
    return fn.body && !ts.isBlock(fn.body) ? bodyUse(analysis, disposition.access.parent as ts.CallExpression) : 'used';
  }
  if (disposition.kind === 'returned' || disposition.kind === 'element') return 'given';
  // `Buffer.from(await answer.arrayBuffer())` is what was read, in another form.
  if (disposition.kind === 'argument' && analysis.site(disposition.call)?.role?.passes !== undefined)
    return bodyUse(analysis, disposition.call);
  if (disposition.kind === 'argument')
    return validates(analysis, disposition.call) ? 'looked' : isReply(analysis, disposition.call) ? 'answered' : 'given';
  if (disposition.kind === 'condition') return 'looked';
  if (disposition.kind === 'assigned')
    return ts.isIdentifier(disposition.target) && namesLookedAt(analysis, [disposition.target.text], aroundOf(analysis, call), undefined)
      ? 'looked'
      : 'used';
  if (disposition.kind === 'bound') {
    const names = boundNames(disposition.name);
    const around = aroundOf(analysis, call);
    if (namesLookedAt(analysis, names, around, disposition.name)) return 'looked';
    if (onlyReturned(names, around, disposition.name)) return 'given';
    return everyUse(names, around, disposition.name, isReplaced) ? 'replaced' : 'used';
  }
  return 'used';
}

/** `const data = await answer.json(); return data;` */
function onlyReturned(names: readonly string[], around: ts.Node, pattern: ts.Node): boolean {
  return (
    names.length === 1 && ts.isIdentifier(pattern) && everyUse(names, around, pattern, (node) => ts.isReturnStatement(whole(node).parent))
  );
}

/** Does something hold for every place where one of the names is used, and is there one? */
function everyUse(names: readonly string[], around: ts.Node, pattern: ts.Node, holds: (node: ts.Identifier) => boolean): boolean {
  const wanted = new Set(names);
  let uses = 0;
  let fitting = 0;
  walk(around, (node) => {
    if (!ts.isIdentifier(node) || !wanted.has(node.text) || isMemberName(node) || (pattern.pos <= node.pos && node.end <= pattern.end))
      return;
    uses++;
    if (holds(node)) fitting++;
  });
  return uses > 0 && uses === fitting;
}

/** `data?.choices?.[0]?.text ?? ''`: what was meant for an answer without it stands in for a failure, too. */
function isReplaced(name: ts.Identifier): boolean {
  let child: ts.Node = name;
  for (let { parent } = name; parent; child = parent, parent = parent.parent) {
    if (ts.isBinaryExpression(parent) && parent.left === child)
      return parent.operatorToken.kind === ts.SyntaxKind.BarBarToken || parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
    const goesOn =
      ((ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent) || ts.isCallExpression(parent)) &&
        parent.expression === child) ||
      ts.isParenthesizedExpression(parent) ||
      ts.isAsExpression(parent) ||
      ts.isNonNullExpression(parent);
    if (!goesOn) return false;
  }
  return false;
}

function isReply(analysis: FileAnalysis, call: ts.CallExpression | ts.NewExpression): boolean {
  return analysis.site(call)?.role?.reply !== undefined;
}

function validates(analysis: FileAnalysis, call: ts.CallExpression | ts.NewExpression): boolean {
  const role = analysis.site(call)?.role;
  if (role?.validates || role?.asserts !== undefined) return true;
  const name = ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : call.expression.getText(analysis.source);
  return /^(?:safeParse|parse|parseAsync|safeParseAsync|validate\w*|assert\w*|check\w*|is[A-Z]\w*|decode\w*)$/.test(name);
}

/** Is one of the names, a member of it, or what is taken out of it under a name of its own, tested, or handed to something that tests? */
function namesLookedAt(analysis: FileAnalysis, names: readonly string[], around: ts.Node, pattern: ts.Node | undefined): boolean {
  const wanted = new Set(names);
  let found = false;
  walk(around, (node) => {
    if (found) return false;
    if (ts.isVariableDeclaration(node) && node.initializer && wanted.has(rootOf(node.initializer) ?? ''))
      for (const name of boundNames(node.name)) wanted.add(name);
    if (!ts.isIdentifier(node) || !wanted.has(node.text) || (pattern && pattern.pos <= node.pos && node.end <= pattern.end)) return true;
    if (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) return true;
    found = isLookedAt(analysis, node);
    return true;
  });
  return found;
}

/** The name that a value is taken out of: `data` of `(data?.choices ?? []).at(0)!.text`. */
function rootOf(node: ts.Expression): string | undefined {
  let current = bare(node);
  for (;;) {
    if (ts.isIdentifier(current)) return current.text;
    if (ts.isPropertyAccessExpression(current) || ts.isElementAccessExpression(current)) current = bare(current.expression);
    else if (ts.isCallExpression(current) && ts.isPropertyAccessExpression(current.expression)) current = bare(current.expression);
    else if (ts.isBinaryExpression(current)) current = bare(current.left);
    else if (ts.isPrefixUnaryExpression(current)) current = bare(current.operand);
    else if (ts.isConditionalExpression(current)) current = bare(current.condition);
    else return undefined;
  }
}

/** Members in which a body says whether what was asked for was done. */
const outcome = /^(?:ok|success|succeeded)$/;

/** `return result.ok;`: whoever called is told whether it worked. */
function tellsOutcome({ parent }: ts.Identifier): boolean {
  if (!ts.isPropertyAccessExpression(parent) || !outcome.test(parent.name.text)) return false;
  const value = whole(parent).parent;
  return ts.isReturnStatement(value) || ts.isArrowFunction(value);
}

function isLookedAt(analysis: FileAnalysis, name: ts.Identifier): boolean {
  if (tellsOutcome(name)) return true;
  let child: ts.Node = name;
  for (let { parent } = name; parent; child = parent, parent = parent.parent) {
    if (ts.isIfStatement(parent) || ts.isWhileStatement(parent)) return parent.expression === child;
    if (ts.isConditionalExpression(parent)) return parent.condition === child;
    if (ts.isSwitchStatement(parent)) return parent.expression === child;
    if (ts.isBinaryExpression(parent)) {
      // A value in place of what is missing is no look at why it is, and neither is a sum.
      if (tests.has(parent.operatorToken.kind)) return true;
      if (parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) return false;
    }
    if (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken) return true;
    if (ts.isCallExpression(parent) && parent.expression !== child) return validates(analysis, parent);
    if (isFunctionNode(parent) || ts.isStatement(parent)) return false;
  }
  return false;
}
