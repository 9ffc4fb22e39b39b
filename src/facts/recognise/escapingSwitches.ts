import { ts } from 'ts-morph';
import type { EscapingSwitch, Fact } from '../../model/facts';
import { bare, walk } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';

/** Where template engines are told not to escape what they are given: in options, by a member, by a call. */
export function recogniseEscapingSwitches(analysis: FileAnalysis): Fact[] {
  const { unescapes } = analysis.tables;
  const { role } = analysis.context;
  if (role === 'generated' || role === 'test' || ![...unescapes.keys()].some((name) => analysis.text.includes(name))) return [];
  const found: EscapingSwitch[] = [];
  walk(analysis.source, (node) => {
    const set = switchOf(node);
    const off = set && unescapes.get(set.name);
    if (!set || off === undefined || analysis.isKnown(node)) return;
    const value = bare(set.value).kind;
    if (value === (off ? ts.SyntaxKind.TrueKeyword : ts.SyntaxKind.FalseKeyword))
      found.push({ ...analysis.base(node), kind: 'escapingSwitch', label: set.name });
  });
  return found;
}

/** A name that is given a value: `{ name: value }`, `x.name = value`, `x.name(value)`. */
function switchOf(node: ts.Node): { name: string; value: ts.Expression } | undefined {
  if (ts.isPropertyAssignment(node))
    return ts.isIdentifier(node.name) && isArgument(node.parent) ? { name: node.name.text, value: node.initializer } : undefined;
  if (ts.isBinaryExpression(node))
    return node.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(node.left)
      ? { name: node.left.name.text, value: node.right }
      : undefined;
  if (!ts.isCallExpression(node) || node.arguments.length !== 1 || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  return { name: node.expression.name.text, value: node.arguments[0]! };
}

/** Is an object given to a call? In other objects a name may mean anything. */
function isArgument(node: ts.ObjectLiteralExpression): boolean {
  return ts.isCallExpression(node.parent) || ts.isNewExpression(node.parent);
}
