import { ts } from 'ts-morph';
import { bare } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

const { SyntaxKind } = ts;

/**
 * The parameter of a function whose result it gives back: `keep('db', () => new Database())`, which makes something once and hands out the same
 * ever after. One result that comes from there is enough: the others are what was kept. What is waited for is asked for each time, `retry(() => load())`.
 */
export function resultGivenBack(analysis: FileAnalysis, fn: FunctionInfo): number | undefined {
  if (fn.node.parameters.length === 0 || fn.awaits.length > 0 || isAsync(fn.node)) return undefined;
  for (const call of fn.calls) {
    const index = ts.isCallExpression(call) ? calledParameter(analysis, fn, call) : undefined;
    if (index !== undefined && isGivenBack(fn, call)) return index;
  }
  return undefined;
}

function isAsync({ modifiers }: FunctionInfo['node']): boolean {
  return modifiers?.some(({ kind }) => kind === SyntaxKind.AsyncKeyword) ?? false;
}

function calledParameter(analysis: FileAnalysis, fn: FunctionInfo, call: ts.CallExpression): number | undefined {
  const callee = bare(call.expression);
  if (!ts.isIdentifier(callee)) return undefined;
  const declaration = analysis.resolver.declarations.find(callee);
  return declaration?.kind === 'parameter' && declaration.fn === fn.node && declaration.steps.length === 0 ? declaration.index : undefined;
}

/** Is the result returned, or put where what is returned comes from? */
function isGivenBack(fn: FunctionInfo, call: ts.Expression): boolean {
  let node: ts.Node = call;
  for (let parent = node.parent; parent; node = parent, parent = parent.parent) {
    if (ts.isReturnStatement(parent) || node === fn.node.body) return true;
    if (ts.isVariableDeclaration(parent)) return isReturned(fn, parent.name.getText());
    if (ts.isBinaryExpression(parent)) {
      const operator = parent.operatorToken.kind;
      const assigns =
        operator === SyntaxKind.EqualsToken ||
        operator === SyntaxKind.QuestionQuestionEqualsToken ||
        operator === SyntaxKind.BarBarEqualsToken;
      if (assigns && parent.right === node && isReturned(fn, bare(parent.left).getText())) return true;
      if (!assigns && operator !== SyntaxKind.QuestionQuestionToken && operator !== SyntaxKind.BarBarToken) return false;
    } else if (ts.isCallExpression(parent)) return isStored(fn, parent, node);
    else if (
      !(ts.isConditionalExpression(parent) && parent.condition !== node) &&
      bare(parent as ts.Expression) !== bare(node as ts.Expression)
    )
      return false;
  }
  return false;
}

/** `store.set(name, make())`, where what `store.get(name)` has is returned. */
function isStored(fn: FunctionInfo, call: ts.CallExpression, value: ts.Node): boolean {
  const callee = call.expression;
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'set' || call.arguments[1] !== value) return false;
  const store = callee.expression.getText();
  return fn.exits.some((exit) => {
    const got = ts.isReturnStatement(exit) && exit.expression ? bare(exit.expression) : undefined;
    return got && ts.isCallExpression(got) && got.expression.getText() === `${store}.get`;
  });
}

function isReturned(fn: FunctionInfo, place: string): boolean {
  return fn.exits.some((exit) => ts.isReturnStatement(exit) && exit.expression && bare(exit.expression).getText() === place);
}
