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
        ...(catches ? afterFailure(analysis, call) : {}),
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

/** What becomes of a failure of the call: whether it is written down, and whether anybody else hears of it. */
function afterFailure(analysis: FileAnalysis, call: ts.CallExpression | ts.NewExpression): { leavesOpen?: true; logs?: true } {
  const caught = caughtBy(analysis, call);
  if (!caught) return {};
  const { name } = caught;
  const after = aftermathOf(analysis, caught.body, name && ts.isIdentifier(name) ? name.text : undefined);
  const isLogged = after.logs !== 'no';
  const ends = !after.replies && !after.forwards && !after.rethrows && after.returns === 'nothing';
  return { ...(isLogged && ends ? { leavesOpen: true as const } : {}), ...(isLogged ? { logs: true as const } : {}) };
}

/** The code that deals with a failure of the call. */
function caughtBy(
  analysis: FileAnalysis,
  call: ts.CallExpression | ts.NewExpression,
): { body: ts.Block | ts.Expression; name: ts.BindingName | undefined } | undefined {
  const clause = enclosingTry(call)?.catchClause;
  if (clause) return { body: clause.block, name: clause.variableDeclaration?.name };
  for (let node: ts.Node = call; !ts.isStatement(node); node = node.parent) {
    const { parent } = node;
    if (!ts.isPropertyAccessExpression(parent) || parent.name.text !== 'catch' || !ts.isCallExpression(parent.parent)) continue;
    const handler = parent.parent.arguments[0] && analysis.resolver.functionOf(parent.parent.arguments[0])?.local;
    return handler?.node.body && { body: handler.node.body, name: handler.node.parameters[0]?.name };
  }
  return undefined;
}
