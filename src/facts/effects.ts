import type { ts } from 'ts-morph';
import type { Sink } from '../model/facts';
import { contains } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';
import type { CallSite } from './callSite';
import { sinksOf } from './endpointSinks';

/** What a call does that is worth protecting, itself or in a function of the project. */
export function deedsBehind(analysis: FileAnalysis, site: CallSite): readonly Sink[] {
  const inside = site.role ? [] : (analysis.summaryOf(analysis.resolver.functionOf(site.node.expression)?.ref)?.sinks ?? []);
  return [...sinksOf(analysis, site), ...inside];
}

/** Does a call change something, spend money or run a program? */
export function changes(analysis: FileAnalysis, site: CallSite): boolean {
  return deedsBehind(analysis, site).some(({ kind }) => kind === 'write' || kind === 'privileged' || kind === 'paid' || kind === 'exec');
}

/** Is anything done in a piece of code that is worth protecting? */
export function doesSomething(analysis: FileAnalysis, node: ts.Node): boolean {
  return analysis.sites.some((site) => contains(node, site.node) && deedsBehind(analysis, site).length > 0);
}
