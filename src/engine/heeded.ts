import { ts } from 'ts-morph';
import type { RefusalStyle } from '../model/facts';

/**
 * How the code around a call heeds what a guard gives back, where a test behind it says so: `if (!userId) return …` asks whether there is
 * nothing, `if (denied) return denied` hands a refusal on. The guard itself may look like either.
 */
export function heededAs(tree: ts.SourceFile, call: ts.CallExpression): RefusalStyle | undefined {
  const place = statementsAround(tree, call);
  const statement = place?.[0];
  if (!place || !statement || !ts.isVariableStatement(statement)) return undefined;
  const name = statement.declarationList.declarations.find(({ pos, end }) => pos <= call.pos && call.end <= end)?.name;
  if (!name || !ts.isIdentifier(name)) return undefined;
  for (const next of place.slice(1, 3)) {
    if (!ts.isIfStatement(next)) continue;
    const style = testedFor(next, name.text, tree);
    if (style) return style;
  }
  return undefined;
}

/** The innermost statement that holds a call, and those behind it. */
function statementsAround(tree: ts.SourceFile, call: ts.CallExpression): readonly ts.Statement[] | undefined {
  let found: readonly ts.Statement[] | undefined;
  const visit = (node: ts.Node): void => {
    if (node.pos > call.pos || node.end < call.end) return;
    if (ts.isBlock(node) || ts.isSourceFile(node) || ts.isCaseOrDefaultClause(node)) {
      const at = node.statements.findIndex((statement) => statement.pos <= call.pos && call.end <= statement.end);
      if (at >= 0) found = node.statements.slice(at);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function testedFor(test: ts.IfStatement, name: string, tree: ts.SourceFile): RefusalStyle | undefined {
  const condition = test.expression;
  const isName = (node: ts.Node): boolean => ts.isIdentifier(node) && node.text === name;
  if (ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken && isName(condition.operand))
    return 'returns-empty';
  if (!ts.isBinaryExpression(condition)) return isName(condition) ? 'returns-response' : undefined;
  if (condition.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword && isName(condition.left)) return 'returns-response';
  const isNothing = /^={2,3}$/.test(condition.operatorToken.getText(tree)) && /^(null|undefined)$/.test(condition.right.getText(tree));
  return isNothing && isName(condition.left) ? 'returns-empty' : undefined;
}
