import { ts } from 'ts-morph';
import { conditionOf } from '../syntax/conditions';
import { bare, constantString, contains, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import type { Category } from './traceParts';
import { conditionsOf, lastName, plainText } from './testedConditions';
import { isMadeFrom, valuesOf } from './testedHosts';
import { holdsAt, polarity } from './testOutcome';

/** What a value is asked for: not to do harm as what it becomes, or no more than to begin with a slash. */
export type Asked = Category | 'rooted';

const resolving = /^(resolve|normalize|join|realpath|realpathSync|safeJoin)$/;

/**
 * Is the beginning of the text compared with what it may be: a folder, for paths that were made plain before; a host, for
 * addresses; a slash, for redirections? Steps upwards that are looked for are the opposite.
 */
export function prefixTest(
  analysis: FileAnalysis,
  call: ts.CallExpression,
  text: string,
  category: Asked,
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
  if (category === 'rooted') return constant === '/' ? true : undefined;
  if (category === 'redirect' && (constant === '/' ? isAskedFurther(analysis, call, text, use) : /^\/[^/\\]/.test(constant))) return true;
  if (category === 'html') return /^(?:https?:|\/|#|mailto:)/.test(constant) ? true : undefined;
  return (category === 'url' || category === 'redirect') && /^https?:\/\/[^/]+\//.test(constant) ? true : undefined;
}

/** Is a value that has to begin with a slash asked for more, `!next.startsWith('//')`, `next[1] !== '/'`? Whatever that is, it is the author's decision. */
function isAskedFurther(analysis: FileAnalysis, call: ts.CallExpression, text: string, use: ts.Expression): boolean {
  for (let fn = analysis.functionAround(use); fn; fn = fn.parent) {
    if (fn.calls.some((other) => other !== call && isAnotherTest(analysis, other, text))) return true;
    if (fn.ifs.some((test) => looksAtSecond(analysis, conditionOf(test), text))) return true;
  }
  return false;
}

/** `next.startsWith('//')`, `next.includes(':')`, `next.charAt(1)`, `/^\/\w/.test(next)` */
function isAnotherTest(analysis: FileAnalysis, call: ts.CallExpression | ts.NewExpression, text: string): boolean {
  const callee = bare(call.expression);
  if (!ts.isPropertyAccessExpression(callee)) return false;
  const [argument] = call.arguments ?? [];
  if (plainText(analysis, callee.expression) !== text)
    return /^(?:test|exec)$/.test(callee.name.text) && argument !== undefined && plainText(analysis, argument) === text;
  return (
    /^(?:startsWith|includes|indexOf|charAt|at|charCodeAt|match|search|replace|replaceAll|slice|substring)$/.test(callee.name.text) &&
    (argument === undefined || constantString(argument) !== '/')
  );
}

/** `next[1]` */
function looksAtSecond(analysis: FileAnalysis, condition: ts.Expression, text: string): boolean {
  let found = false;
  walk(condition, (node) => {
    if (ts.isElementAccessExpression(node) && plainText(analysis, node.expression) === text) found = true;
    return !found && !isFunctionNode(node);
  });
  return found;
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
