import { ts } from 'ts-morph';
import type { FunctionSummary } from '../model/facts';
import { enclosingTry } from '../syntax/flow';
import { bare } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { aftermathOf } from './catchBody';
import { givenToCatcher } from './rejections';

/** A wrapper calls one of its parameters; does it also look after that call's rejection? */
export function wrapsParameter(analysis: FileAnalysis, fn: FunctionInfo, returned: FunctionInfo | undefined): FunctionSummary['wraps'] {
  const inside = analysis.parts(returned ?? fn).all;
  for (const part of inside) {
    for (const call of part.calls) {
      const callee = bare(call.expression);
      // `fn(req, res, next)`, `fn.call(this, …)`, `Promise.resolve(fn(…))`.
      const name = ts.isPropertyAccessExpression(callee) && /^(call|apply)$/.test(callee.name.text) ? bare(callee.expression) : callee;
      if (!ts.isIdentifier(name)) continue;
      const declaration = analysis.resolver.declarations.find(name);
      if (declaration?.kind !== 'parameter' || declaration.fn !== fn.node) continue;
      const catches = looksAfter(call, part) || givenToCatcher(analysis, part, fn);
      return {
        param: declaration.index,
        ...(catches === undefined ? {} : { catches }),
        ...(catches === false && isDropped(call) ? { drops: true as const } : {}),
        ...(catches && endsInCatch(analysis, call) ? { leavesOpen: true as const } : {}),
      };
    }
  }
  return undefined;
}

function looksAfter(call: ts.CallExpression | ts.NewExpression, part: FunctionInfo): boolean {
  if (enclosingTry(call) && (part.awaits.some((wait) => wait.pos <= call.pos && call.end <= wait.end) || !call)) return true;
  let node: ts.Node = call;
  for (let parent = call.parent; parent; node = parent, parent = parent.parent) {
    if (
      ts.isPropertyAccessExpression(parent) &&
      parent.expression === node &&
      (parent.name.text === 'catch' || parent.name.text === 'then') &&
      ts.isCallExpression(parent.parent)
    ) {
      if (parent.name.text === 'catch' || parent.parent.arguments.length > 1) return true;
      node = parent;
      continue;
    }
    if (ts.isStatement(parent)) break;
  }
  return false;
}

/** Is a call a statement of its own, so that nobody has the promise that it gives? */
function isDropped(call: ts.CallExpression | ts.NewExpression): boolean {
  const { parent } = call;
  return ts.isExpressionStatement(parent) || (ts.isVoidExpression(parent) && ts.isExpressionStatement(parent.parent));
}

/** Is a failure of the call caught by what only writes it down: `.catch((error) => console.error(error))`? */
function endsInCatch(analysis: FileAnalysis, call: ts.CallExpression | ts.NewExpression): boolean {
  const clause = enclosingTry(call)?.catchClause;
  if (clause) return endsThere(analysis, clause.block, clause.variableDeclaration?.name);
  for (let node: ts.Node = call; !ts.isStatement(node); node = node.parent) {
    const { parent } = node;
    if (!ts.isPropertyAccessExpression(parent) || parent.name.text !== 'catch' || !ts.isCallExpression(parent.parent)) continue;
    const handler = parent.parent.arguments[0] && analysis.resolver.functionOf(parent.parent.arguments[0])?.local;
    return handler?.node.body !== undefined && endsThere(analysis, handler.node.body, handler.node.parameters[0]?.name);
  }
  return false;
}

function endsThere(analysis: FileAnalysis, body: ts.Block | ts.Expression, name: ts.BindingName | undefined): boolean {
  const after = aftermathOf(analysis, body, name && ts.isIdentifier(name) ? name.text : undefined);
  return !after.replies && !after.forwards && !after.rethrows && after.returns === 'nothing' && after.logs !== 'no';
}
