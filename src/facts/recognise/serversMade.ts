import { ts } from 'ts-morph';
import type { Fact, ServerMade } from '../../model/facts';
import { bare } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';

/** Applications where they are made and given a name: `const app = express()`. */
export function recogniseServersMade(analysis: FileAnalysis): Fact[] {
  const { roots } = analysis.tables;
  return analysis.sites.flatMap(({ node }): ServerMade[] => {
    const named = nameOf(node);
    if (named === undefined) return [];
    const path = analysis.resolver.pathOf(node);
    const library = path === undefined ? undefined : roots.get(path);
    if (library === undefined) return [];
    const callee = bare(node.expression);
    // `const chained = app.use(cors())` gives the application back that is there already.
    const receiver = ts.isPropertyAccessExpression(callee) ? analysis.resolver.pathOf(callee.expression) : undefined;
    if (receiver !== undefined && roots.has(receiver)) return [];
    const registrar = analysis.resolver.entityOf(named === true ? node : named);
    return [{ ...analysis.base(node), kind: 'serverMade', library, ...(registrar === undefined ? {} : { registrar }) }];
  });
}

/** Does a value get a name? Gives what it is assigned to where it is not declared there. */
function nameOf(node: ts.Node): true | ts.Expression | undefined {
  let child = node;
  while (ts.isParenthesizedExpression(child.parent) || ts.isAsExpression(child.parent) || ts.isAwaitExpression(child.parent))
    child = child.parent;
  const { parent } = child;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent)) return parent.initializer === child ? true : undefined;
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.right === child
    ? parent.left
    : undefined;
}
