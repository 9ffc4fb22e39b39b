import { ts } from 'ts-morph';

const forDevelopers =
  /NODE_ENV|APP_ENV|VERCEL_ENV|\bis_?Dev|\bisLocal|__DEV__|\bDEV\b|\bDEBUG\b|\bdebug\b|\bverbose\b|isTest|isProd|Production/i;
/** As a constant; `pattern.test(text)` is a method. */
const forTests = /\bTESTS?\b/;

/** Does it stand behind a condition that asks for development or for a mode for finding faults? */
export function isForDevelopers(node: ts.Node, source: ts.SourceFile): boolean {
  for (let child: ts.Node = node, parent = node.parent; parent && !ts.isSourceFile(parent); child = parent, parent = parent.parent) {
    if (ts.isIfStatement(parent) && parent.expression !== child && asksForDevelopers(parent.expression, source)) return true;
    if (ts.isConditionalExpression(parent) && parent.condition !== child && asksForDevelopers(parent.condition, source)) return true;
    if (ts.isBinaryExpression(parent) && parent.right === child && asksForDevelopers(parent.left, source)) return true;
    if (ts.isBlock(parent) && parent.statements.some((before) => before.pos < child.pos && leavesOthers(before, source))) return true;
  }
  return false;
}

/** `if (!DEBUG) return;` */
function leavesOthers(statement: ts.Statement, source: ts.SourceFile): boolean {
  if (!ts.isIfStatement(statement) || statement.elseStatement) return false;
  const then = statement.thenStatement;
  const last = ts.isBlock(then) ? then.statements.at(-1) : then;
  return last !== undefined && ts.isReturnStatement(last) && asksForDevelopers(statement.expression, source);
}

function asksForDevelopers(condition: ts.Expression, source: ts.SourceFile): boolean {
  const text = condition.getText(source);
  return forDevelopers.test(text) || forTests.test(text);
}
