import type { CallSite, FileAnalysis } from './analysis';
import { calledBy } from './guardCandidates';

/** Does a call do something for its caller, by itself or in what it calls, that is more than to read? */
export function acts(analysis: FileAnalysis, site: CallSite): boolean {
  const { role } = site;
  if (role?.data) return role.data.operation !== 'read' && !role.data.delegated;
  return (analysis.summaryOf(calledBy(analysis, site)?.ref)?.sinks ?? []).some(
    (sink) => sink.kind !== 'outbound' && sink.kind !== 'read-private' && !sink.delegated,
  );
}

/** Does a call write, by itself or in what it calls? To make a client changes nothing. */
export function changes(analysis: FileAnalysis, site: CallSite): boolean {
  const { role } = site;
  if (role?.data) return role.data.operation !== 'read';
  return (analysis.summaryOf(calledBy(analysis, site)?.ref)?.sinks ?? []).some((sink) => sink.kind === 'write' && !sink.memory);
}
