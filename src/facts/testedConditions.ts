import { ts } from 'ts-morph';
import { conditionOf } from '../syntax/conditions';
import { bare, walk } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

interface Condition {
  condition: ts.Expression;
  test: ts.Node;
}

const tests = new WeakMap<FileAnalysis, Map<FunctionInfo, Condition[]>>();
const outerTests = new WeakMap<FileAnalysis, Condition[]>();

/** Conditions that stand in no function: what scripts test when they are loaded. */
export function outerConditionsOf(analysis: FileAnalysis): Condition[] {
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
        found.push({ test: node, condition: conditionOf(node) });
      return true;
    });
    outerTests.set(analysis, (list = found));
  }
  return list;
}

/** Conditions that a function tests, its own only. */
export function conditionsOf(analysis: FileAnalysis, fn: FunctionInfo): Condition[] {
  let known = tests.get(analysis);
  if (!known) tests.set(analysis, (known = new Map()));
  let list = known.get(fn);
  if (!list) {
    list = fn.ifs.map((test) => ({ test, condition: conditionOf(test) }));
    known.set(fn, list);
  }
  return list;
}

export function outermost(node: ts.Expression): ts.Expression {
  return ts.isAwaitExpression(node.parent) ? node.parent : node;
}

/** `body?.sort` and `body.sort` are the same value. */
export function plainText(analysis: FileAnalysis, node: ts.Expression): string {
  return bare(node).getText(analysis.source).replace(/\?\./g, '.').replace(/[\s!]/g, '');
}

export function lastName(node: ts.Expression): string {
  const callee = bare(node);
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
}
