import type { FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { sinksOf } from './endpointSinks';
import { calledBy, type Candidate } from './guardCandidates';
import { identifies } from './guardLevels';

/**
 * Is all that an endpoint does done by a call that asks who is calling before it does anything: `await reopenPeriod(form);`? Then nobody has to heed
 * what it says to those whom it refuses.
 */
export function isAllWork(analysis: FileAnalysis, fn: FunctionInfo, { node, kind, level }: Candidate): boolean {
  if (!analysis.entries.has(fn) || kind !== 'authentication' || !identifies(level)) return false;
  const { sites } = analysis.parts(fn);
  const site = sites.find((one) => one.node === node);
  const summary = site && analysis.summaryOf(calledBy(analysis, site)?.ref);
  if (!summary || summary.refusal === undefined || summary.sinks.length === 0) return false;
  const guards = summary.guards.filter(
    (guard) => guard.kind === kind && identifies(guard.level) && !guard.ofKnown && !guard.handed && !guard.when,
  );
  return (
    guards.some(({ span }) => summary.sinks.every((sink) => span.start < sink.span.start)) &&
    sites.every((other) => other === site || !works(analysis, other))
  );
}

function works(analysis: FileAnalysis, site: CallSite): boolean {
  return sinksOf(analysis, site).length > 0 || (analysis.summaryOf(calledBy(analysis, site)?.ref)?.sinks.length ?? 0) > 0;
}
