import { ts } from 'ts-morph';
import { callsBelow } from '../syntax/flow';
import type { FileAnalysis } from './analysis';

/** Does a name hold what a query found? */
export function isRecord(analysis: FileAnalysis, name: ts.Identifier): boolean {
  const declaration = analysis.resolver.declarations.find(name);
  if (declaration?.kind !== 'variable') return false;
  const { node } = declaration;
  const assigned = (analysis.outline.assignments.get(name.text) ?? [])
    .filter(({ left }) => ts.isIdentifier(left) && declares(analysis, left, node))
    .map(({ right }) => right);
  return [...(node.initializer ? [node.initializer] : []), ...assigned].some((value) =>
    callsBelow(value).some((call) => analysis.site(call)?.role?.data?.operation === 'read'),
  );
}

function declares(analysis: FileAnalysis, name: ts.Identifier, node: ts.Node): boolean {
  const declaration = analysis.resolver.declarations.find(name);
  return declaration?.kind === 'variable' && declaration.node === node;
}
