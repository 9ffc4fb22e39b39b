import { ts } from 'ts-morph';
import type { FunctionRef, HandlerRef } from '../model/facts';
import { bare } from '../syntax/nodes';
import type { CallSite, FileAnalysis } from './analysis';

/**
 * The function that a call names by a reference of generated code: `ctx.runQuery(internal.users.current, {})` runs what
 * `users.ts` beside the generated folder exports as `current`.
 */
export function referredFunction(analysis: FileAnalysis, site: CallSite): FunctionRef | undefined {
  const refers = site.role?.refers;
  const argument = refers && site.node.arguments?.[refers.arg];
  if (!argument) return undefined;
  const names: string[] = [];
  let current = bare(argument);
  for (; ts.isPropertyAccessExpression(current); current = bare(current.expression)) names.unshift(current.name.text);
  const declaration = ts.isIdentifier(current) ? analysis.resolver.declarations.find(current) : undefined;
  const name = names.pop();
  if (declaration?.kind !== 'import' || name === undefined || names.length === 0 || !refers.module.test(declaration.specifier))
    return undefined;
  const target = analysis.project.module(analysis.file, declaration.specifier.replace(refers.module, names.join('/')));
  return 'file' in target ? innermost(analysis.project.exportOf(target.file, name)?.handler) : undefined;
}

function innermost(ref: HandlerRef | undefined): FunctionRef | undefined {
  let current = ref;
  while (current?.wraps?.length) current = current.wraps[current.wraps.length - 1];
  return current?.fn;
}

/** Why it cannot be said what a call runs by a reference. What components of packages do is for their caller to guard. */
export function unreadReference(analysis: FileAnalysis, site: CallSite): string | undefined {
  const argument = site.role?.refers && site.node.arguments?.[site.role.refers.arg];
  if (!argument) return undefined;
  let root = bare(argument);
  while (ts.isPropertyAccessExpression(root)) root = bare(root.expression);
  const declaration = ts.isIdentifier(root) ? analysis.resolver.declarations.find(root) : undefined;
  return declaration?.kind === 'import' && declaration.name === 'components'
    ? undefined
    : `${analysis.label(argument, 60)} could not be read`;
}
