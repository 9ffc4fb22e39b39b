import { ts } from 'ts-morph';
import type { DataAccess } from '../../model/facts';
import type { DataRole } from '../../model/library';
import { isAwaited } from '../../syntax/flow';
import { isFunctionNode } from '../../syntax/outline';
import type { CallSite, FileAnalysis } from '../analysis';
import { isBehindReturn } from '../reachedCode';
import { boundsOf } from '../queryBounds';
import { chainOf } from '../queryChain';
import { loopAround } from '../rowLoops';
import { isBrowserCode, isOneOff } from '../serverCode';
import { targetOf } from '../endpointSinks';

/** Reads and writes of a database in server code: what is asked, how many rows it may give, and how often. */
export function recogniseDataAccesses(analysis: FileAnalysis): DataAccess[] {
  const { role, side } = analysis.context;
  if (role !== 'source' || side === 'client') return [];
  const facts: DataAccess[] = [];
  for (const site of analysis.sitesWith('data')) {
    const data = site.role?.data;
    if (data && !isBehindReturn(analysis, site.node)) facts.push(accessOf(analysis, site, data));
  }
  return facts.length > 0 && (isBrowserCode(analysis) || isOneOff(analysis)) ? [] : facts;
}

function accessOf(analysis: FileAnalysis, site: CallSite, role: DataRole): DataAccess {
  const { node } = site;
  const { target, ...bounds } = boundsOf(analysis, site, role);
  const named = target ?? targetOf(analysis, site);
  const { end, settled } = chainOf(node);
  return {
    ...analysis.base(node),
    kind: 'dataAccess',
    library: site.role!.library,
    operation: role.operation,
    ...(named !== undefined ? { target: named } : {}),
    ...bounds,
    ...(role.capped !== undefined ? { capped: role.capped } : {}),
    ...(role.beside ? { beside: true } : {}),
    ...(role.delegated ? { asCaller: true } : {}),
    ...(endsInError(node) ? { beforeError: true } : {}),
    ...loopAround(analysis, node, end),
    inTransaction: isInTransaction(analysis, node),
    awaited: settled || isAwaited(end),
    label: analysis.label(node.expression, 60).replace(/\s+\./g, '.'),
  };
}

/** Does the branch around a place end by throwing, or stand in a `catch`? */
function endsInError(node: ts.Node): boolean {
  for (let child = node, { parent } = node; parent && !isFunctionNode(parent); child = parent, parent = parent.parent) {
    if (ts.isCatchClause(parent)) return true;
    if (
      ts.isIfStatement(parent) &&
      parent.expression !== child &&
      ts.isBlock(child) &&
      child.statements.at(-1)?.kind === ts.SyntaxKind.ThrowStatement
    )
      return true;
  }
  return false;
}

function isInTransaction(analysis: FileAnalysis, node: ts.Node): boolean {
  for (let current = node.parent; current; current = current.parent) {
    if (isFunctionNode(current) && ts.isCallExpression(current.parent) && analysis.site(current.parent)?.role?.transaction) return true;
  }
  return false;
}
