import { ts } from 'ts-morph';
import { isAwaited, mentions } from '../syntax/flow';
import { bare, isMemberName, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { callsLogger } from './catchBody';

/** What becomes of what a catch clause catches. */
export type Fate = 'passed' | 'kept' | 'unknown';

/** Calls that make a text or a state of an error, by their names, and throw nothing. */
const harmless = /^(?:String|Number|Boolean|stringify|inspect|error|warn|info|log|debug|trace|set[A-Z]\w*|captureException|captureError)$/;
/** Members by which frameworks mark what they throw: whoever reads one knows of it. */
const marks = /^digest$/;
/** Calls that hand a failure on to whoever deals with it. */
const handing = /^(?:reject|next|throwError|rethrow)$/;

/** Does a catch clause throw what it has caught, or give it back, at least for some of it? */
export function fateIn(analysis: FileAnalysis, clause: ts.CatchClause): Fate {
  const binding = clause.variableDeclaration?.name;
  if (binding && !ts.isIdentifier(binding)) return 'unknown';
  const names = new Set(binding ? [binding.text] : []);
  let fate: Fate = 'kept';
  walk(clause.block, (node) => {
    if (fate === 'passed') return false;
    if (isFunctionNode(node)) {
      if (throwsBelow(node, names)) fate = 'unknown';
      return false;
    }
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer && isCaught(node.initializer, names))
      names.add(node.name.text);
    else if (ts.isIdentifier(node) && names.has(node.text) && !isMemberName(node)) fate = worse(fate, useOf(analysis, node));
    return true;
  });
  return fate;
}

function worse(before: Fate, found: Fate): Fate {
  return found === 'passed' || before === 'passed' ? 'passed' : found === 'unknown' ? 'unknown' : before;
}

/** Is it what was caught, in brackets or under another type? */
function isCaught(node: ts.Expression, names: ReadonlySet<string>): boolean {
  const value = bare(node);
  return ts.isIdentifier(value) && names.has(value.text);
}

function throwsBelow(fn: ts.Node, names: ReadonlySet<string>): boolean {
  let found = false;
  walk(fn, (node) => {
    if (ts.isThrowStatement(node) && node.expression && mentions(node.expression, names)) found = true;
    return !found;
  });
  return found;
}

/** What becomes of what was caught where it is named. */
function useOf(analysis: FileAnalysis, name: ts.Identifier): Fate {
  let child: ts.Node = name;
  for (let { parent } = name; parent; child = parent, parent = parent.parent) {
    if (ts.isThrowStatement(parent) || ts.isReturnStatement(parent)) return 'passed';
    if (ts.isPropertyAccessExpression(parent)) return marks.test(parent.name.text) ? 'unknown' : 'kept';
    if (ts.isElementAccessExpression(parent)) return 'kept';
    if (ts.isNewExpression(parent) || (ts.isBinaryExpression(parent) && isTest(parent))) return 'kept';
    if (ts.isCallExpression(parent)) return parent.expression === child ? 'kept' : handedTo(analysis, parent);
    if (ts.isStatement(parent)) return 'kept';
    if (ts.isConditionalExpression(parent) && parent.condition === child) return 'kept';
    if (ts.isTemplateSpan(parent) || ts.isTypeOfExpression(parent) || ts.isPrefixUnaryExpression(parent)) return 'kept';
    // Kept for later: `failure = error`, which somebody may throw behind the clause.
    if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) return 'unknown';
  }
  return 'kept';
}

/** `error instanceof X`, `error === x`: with `in` and `&&`, what gives no error. */
function isTest({ operatorToken }: ts.BinaryExpression): boolean {
  const { kind } = operatorToken;
  return (
    kind !== ts.SyntaxKind.EqualsToken &&
    kind !== ts.SyntaxKind.BarBarToken &&
    kind !== ts.SyntaxKind.QuestionQuestionToken &&
    kind !== ts.SyntaxKind.AmpersandAmpersandToken
  );
}

/** A call that is handed what was caught may throw it. */
function handedTo(analysis: FileAnalysis, call: ts.CallExpression): Fate {
  const role = analysis.site(call)?.role;
  if (role?.leaves === 'rethrow') return 'passed';
  if (role?.log || callsLogger(analysis, call)) return 'kept';
  const callee = bare(call.expression);
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
  if (handing.test(name)) return 'passed';
  const found = analysis.resolver.functionOf(callee);
  const summary = analysis.summaryOf(found?.ref);
  if (summary) return summary.throws || summary.alwaysThrows ? 'unknown' : isTestedAndLeft(call) ? 'unknown' : 'kept';
  return harmless.test(name) ? 'kept' : 'unknown';
}

/** `if (isOurs(error)) …`: what is asked, the function alone knows. */
function isTestedAndLeft(call: ts.CallExpression): boolean {
  for (let node: ts.Node = call; ; node = node.parent) {
    const { parent } = node;
    if (ts.isIfStatement(parent)) return parent.expression === node;
    if (!parent || ts.isStatement(parent)) return false;
  }
}

/** Is a promise waited for in the block that it is made in, so that its failure is caught there? */
export function failsHere(node: ts.Expression, isAsync: boolean): boolean {
  return !isAsync || (isAwaited(node) && !isReturnedAsItIs(node));
}

/** `return guard();` in a `try` gives the promise to the caller before it fails. */
function isReturnedAsItIs(node: ts.Expression): boolean {
  return ts.isReturnStatement(node.parent);
}
