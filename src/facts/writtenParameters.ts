import { ts } from 'ts-morph';
import type { FunctionSummary } from '../model/facts';
import type { LogRole } from '../model/library';
import { bare } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { isForDevelopers } from './forDevelopers';
import { loggedValues } from './loggedValues';

/** The level of a line, by the name of the method where the library does not say. */
export function levelOf({ expression }: CallSite['node'], { level }: LogRole): string {
  const callee = bare(expression);
  return level || (ts.isPropertyAccessExpression(callee) ? callee.name.text.replace(/^log$/, 'info') : 'info');
}

/** Which parameters a function writes to a log as they are, under names that do not say what is in them; with the first line that does. */
export function writtenParameters(
  analysis: FileAnalysis,
  fn: FunctionInfo,
  sites: readonly CallSite[],
): FunctionSummary['writesDown'] | undefined {
  if (fn.node.parameters.length === 0) return undefined;
  for (const { node, role } of sites) {
    const log = role?.log;
    if (!log || isForDevelopers(node, analysis.source)) continue;
    const found = (node.arguments ?? []).flatMap((argument) => parameterOf(analysis, argument, fn) ?? []);
    if (found.length === 0) continue;
    return {
      params: [...new Set(found.map(({ index }) => index))],
      ...(found.some(({ isRest }) => isRest) ? { rest: true as const } : {}),
      library: role.library,
      level: levelOf(node, log),
      by: log.tracker ? 'tracker' : log.style === 'console' ? 'console' : 'logger',
      ...(log.redacts ? { redacts: log.redacts } : {}),
    };
  }
  return undefined;
}

/** The parameter that an argument is, unless its name says what is in it: then the line itself is told. */
function parameterOf(analysis: FileAnalysis, argument: ts.Expression, fn: FunctionInfo): { index: number; isRest: boolean } | undefined {
  const value = bare(ts.isSpreadElement(argument) ? argument.expression : argument);
  const found = ts.isIdentifier(value) ? analysis.resolver.declarations.find(value) : undefined;
  if (found?.kind !== 'parameter' || found.fn !== fn.node || found.steps.length > 0) return undefined;
  if (loggedValues(analysis, [value]).length > 0) return undefined;
  return { index: found.index, isRest: found.node.dotDotDotToken !== undefined };
}
