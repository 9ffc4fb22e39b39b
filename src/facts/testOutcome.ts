import { ts } from 'ts-morph';
import { contains, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import { lastName } from './testedConditions';

export type Good = boolean | 'unknown';

/** The answer of the whole condition that goes with the good answer of a call in it. */
export function polarity(call: ts.Node, condition: ts.Expression, good: boolean): Good {
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
export function holdsAt(test: ts.Node, use: ts.Node, good: Good): boolean {
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

export function isInThen(test: ts.Node, use: ts.Node): boolean {
  if (ts.isIfStatement(test)) return contains(test.thenStatement, use);
  return ts.isConditionalExpression(test) && contains(test.whenTrue, use);
}
