import { ts } from 'ts-morph';
import type { RowTest } from '../../model/facts';
import { conditionOf } from '../../syntax/conditions';
import { leaves } from '../../syntax/flow';
import { bare } from '../../syntax/nodes';
import { isFunctionNode } from '../../syntax/outline';
import type { FileAnalysis } from '../analysis';
import { elementsGiven, isTold, type Given } from './given';
import type { Row } from './tableRows';

/** What a part of a row stands for: the members and places that lead to it. Undefined for everything else. */
type StepsOf = (node: ts.Expression) => RowTest['steps'] | undefined;

/**
 * Conditions about a row under which a registration in a loop runs: `if (route.middlewares) router.get(…); else router.get(…);`.
 * Undefined when one of them can't be read; those that are not about the row don't count.
 */
export function testsOfRow(node: ts.Node, stepsOf: StepsOf): RowTest[] | undefined {
  const tests: RowTest[] = [];
  const add = (condition: ts.Expression, holds: boolean): boolean => {
    const test = readTest(condition, stepsOf);
    if (test) tests.push({ ...test, holds: test.holds === holds });
    return test !== undefined || !isAboutRow(condition, stepsOf);
  };
  for (
    let child = node, parent = node.parent;
    parent && !isFunctionNode(child) && !ts.isIterationStatement(child, false);
    child = parent, parent = parent.parent
  ) {
    if (ts.isIfStatement(parent) || ts.isConditionalExpression(parent)) {
      const condition = conditionOf(parent);
      const otherwise = ts.isIfStatement(parent) ? parent.elseStatement : parent.whenFalse;
      if (child !== condition && !add(condition, child !== otherwise)) return undefined;
    } else if (ts.isBinaryExpression(parent) && parent.right === child) {
      const kind = parent.operatorToken.kind;
      if (kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken) {
        if (!add(parent.left, kind === ts.SyntaxKind.AmpersandAmpersandToken)) return undefined;
      }
    } else if (ts.isBlock(parent)) {
      // `if (!route.middlewares) { …; continue; }` in front of it.
      for (const statement of parent.statements) {
        if (statement === child) break;
        if (ts.isIfStatement(statement) && !statement.elseStatement && leaves(statement.thenStatement) && !add(statement.expression, false))
          return undefined;
      }
    }
  }
  return tests;
}

function readTest(condition: ts.Expression, stepsOf: StepsOf): RowTest | undefined {
  const node = bare(condition);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    const inner = readTest(node.operand, stepsOf);
    return inner && { ...inner, holds: !inner.holds };
  }
  if (ts.isBinaryExpression(node)) {
    if (node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) {
      // `middlewares && middlewares.length > 0`: both ask for the same.
      const [left, right] = [readTest(node.left, stepsOf), readTest(node.right, stepsOf)];
      return left?.holds && right?.holds && JSON.stringify(left.steps) === JSON.stringify(right.steps) ? right : undefined;
    }
    const compared = `${node.operatorToken.getText()}${node.right.getText()}`;
    const steps = /^(?:>0|>=1|!==?0|===?0|<1)$/.test(compared) ? lengthOf(node.left, stepsOf) : undefined;
    return steps && { steps, asks: 'filled', holds: !/^(?:=|<)/.test(compared) };
  }
  if (ts.isCallExpression(node) && /^(?:Array\.isArray|Boolean)$/.test(node.expression.getText()) && node.arguments.length === 1) {
    const steps = stepsOf(node.arguments[0]!);
    return steps && { steps, asks: node.expression.getText() === 'Boolean' ? 'given' : 'list', holds: true };
  }
  const filled = lengthOf(node, stepsOf);
  if (filled) return { steps: filled, asks: 'filled', holds: true };
  const steps = stepsOf(node);
  return steps && { steps, asks: 'given', holds: true };
}

function lengthOf(node: ts.Expression, stepsOf: StepsOf): RowTest['steps'] | undefined {
  const value = bare(node);
  return ts.isPropertyAccessExpression(value) && value.name.text === 'length' ? stepsOf(value.expression) : undefined;
}

function isAboutRow(condition: ts.Node, stepsOf: StepsOf): boolean {
  if (ts.isIdentifier(condition) && stepsOf(condition)) return true;
  return ts.forEachChild(condition, (child) => isAboutRow(child, stepsOf)) === true;
}

/** Does a registration run for a row? Undefined when nobody can tell. */
export function runsForRow(analysis: FileAnalysis, tests: readonly RowTest[] | undefined, row: Row): boolean | undefined {
  if (!tests) return undefined;
  let isSure = true;
  for (const { steps, asks, holds } of tests) {
    const answer = answerOf(analysis, row.value(steps), asks);
    if (answer === undefined) isSure = false;
    else if (answer !== holds) return false;
  }
  return isSure ? true : undefined;
}

function answerOf(analysis: FileAnalysis, given: Given | undefined, asks: RowTest['asks']): boolean | undefined {
  if (!given) return false;
  const elements = elementsGiven(analysis, given) ?? (isTold(given) ? given.told.handlers : undefined);
  if (elements) return asks !== 'filled' || elements.length > 0;
  if (isTold(given)) {
    const { fn, handler, path } = given.told;
    return asks === 'given' ? true : fn !== undefined || handler !== undefined || path !== undefined ? false : undefined;
  }
  const value = analysis.resolver.deref(given);
  if (/^(?:null|undefined|false|''|""|0)$/.test(value.getText())) return false;
  if (asks === 'given') return true;
  return ts.isFunctionLike(value) ? false : undefined;
}
