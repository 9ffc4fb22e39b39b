import { ts } from 'ts-morph';
import { boundNames, dispositionOf, following, isEmptyValue, mentions } from '../syntax/flow';
import { bare, walk, whole } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { claimedInstead, isClaim } from './claimedIdentity';
import { hasFallback } from './fallbacks';
import type { Candidate } from './guardCandidates';

/** Notes the names that the result of a verifying call gets. */
export function bindResult(candidate: Candidate, node: ts.CallExpression | ts.NewExpression): void {
  const callback = node.arguments?.[node.arguments.length - 1];
  if (callback && isFunctionNode(callback) && callback.parameters.length >= 2) {
    callback.parameters.forEach((parameter, index) => {
      for (const name of boundNames(parameter.name)) (index === 0 ? candidate.failNames : candidate.names).add(name);
    });
    return;
  }
  const { fails } = candidate;
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
      /^(?:\?\?|\|\|)$/.test(ts.tokenToString(parent.operatorToken.kind) ?? '') &&
      parent.left === outer
    ) {
      if (hasFallback(parent)) candidate.replaced = true;
      value = parent;
    }
    // `token && verify(token)` and `token ? verify(token) : null`: nothing where there is no token.
    else if (parent && isOnlyAsked(parent, outer)) {
      value = parent;
      if (candidate.fails === 'throws') candidate.fails = 'empty';
    } else break;
  }
  if (fails === 'throws' && candidate.fails === 'empty' && goesOnInside(node, value)) candidate.fails = fails;
  const together = boundTogether(value);
  if (together) addPattern(candidate, together);
  const disposition = dispositionOf(value);
  if (disposition.kind === 'assigned' && ts.isIdentifier(disposition.target)) candidate.names.add(disposition.target.text);
  if (disposition.kind !== 'bound') return;
  addPattern(candidate, disposition.name);
}

/** The name that one of several results gets: `const [session, body] = await Promise.all([getSession(), request.json()])`. */
function boundTogether(value: ts.Expression): ts.BindingName | undefined {
  const element = whole(value);
  const list = element.parent;
  const call = ts.isArrayLiteralExpression(list) ? list.parent : undefined;
  if (!call || !ts.isCallExpression(call) || call.expression.getText() !== 'Promise.all') return undefined;
  const disposition = dispositionOf(call);
  if (disposition.kind !== 'bound' || !ts.isArrayBindingPattern(disposition.name)) return undefined;
  const bound = disposition.name.elements[(list as ts.ArrayLiteralExpression).elements.indexOf(element)];
  return bound && ts.isBindingElement(bound) && !bound.dotDotDotToken ? bound.name : undefined;
}

/**
 * Is all that is done for those who pass in the callback of a promise that nobody waits for, with nothing behind it:
 * `verify(token).then((user) => { req.user = user; next(); }).catch(() => res.sendStatus(401));`?
 */
function goesOnInside(call: ts.Node, chain: ts.Expression): boolean {
  const { parent } = whole(chain);
  const isLast =
    ts.isExpressionStatement(parent) || ts.isReturnStatement(parent) ? following(parent).length === 0 : ts.isArrowFunction(parent);
  if (!isLast) return false;
  let isPassed = false;
  for (let step: ts.Node = chain; step !== call; step = (step as ts.CallExpression | ts.PropertyAccessExpression).expression) {
    if (!ts.isCallExpression(step) && !ts.isPropertyAccessExpression(step)) return false;
    if (!ts.isCallExpression(step) || !ts.isPropertyAccessExpression(step.expression)) continue;
    const callbacks = step.arguments.map(bare).filter(isFunctionNode);
    // The first in the chain is looked at last.
    isPassed = step.expression.name.text === 'then' && callbacks.length > 0;
    if (!isPassed && callbacks.some(handsOn)) return false;
  }
  return isPassed;
}

function handsOn(callback: ts.Node): boolean {
  let found = false;
  walk(callback, (node) => {
    found ||=
      ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'next' && node.arguments.length === 0;
    return !found;
  });
  return found;
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
export function assignedTo(analysis: FileAnalysis, name: ts.Identifier): { right: ts.Expression }[] | undefined {
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
