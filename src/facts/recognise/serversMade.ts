import { ts } from 'ts-morph';
import type { Fact, ServerMade } from '../../model/facts';
import { bare } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';

/** Applications where they are made and given a name: `const app = express()`. */
export function recogniseServersMade(analysis: FileAnalysis): Fact[] {
  const { roots } = analysis.tables;
  return analysis.sites.flatMap(({ node }): ServerMade[] => {
    if (!isNamed(node)) return [];
    const path = analysis.resolver.pathOf(node);
    const library = path === undefined ? undefined : roots.get(path);
    if (library === undefined) return [];
    const callee = bare(node.expression);
    // `const chained = app.use(cors())` gives the application back that is there already.
    const receiver = ts.isPropertyAccessExpression(callee) ? analysis.resolver.pathOf(callee.expression) : undefined;
    return receiver !== undefined && roots.has(receiver) ? [] : [{ ...analysis.base(node), kind: 'serverMade', library }];
  });
}

function isNamed(node: ts.Node): boolean {
  let child = node;
  while (ts.isParenthesizedExpression(child.parent) || ts.isAsExpression(child.parent) || ts.isAwaitExpression(child.parent)) child = child.parent;
  const { parent } = child;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent)) return parent.initializer === child;
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.right === child;
}
