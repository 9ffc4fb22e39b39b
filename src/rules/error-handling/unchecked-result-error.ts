import { checkResultError } from '../../fixes/checkResultError';
import type { ResultUse } from '../../model/facts';
import { defineRule } from '../../model/meta';

/** A call that reports failure in its result, and nobody looks. */
export default defineRule({
  id: 'unchecked-result-error',
  dimension: 'error-handling',
  title: 'Failure in a result that nobody looks at',
  severity: 'warning',
  confidence: 'high',
  fixKinds: ['suggestion'],
  cwe: [252, 391],
  owasp: ['ASVS 16.5.3', 'A10'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    ignored: 'The result of {{label}} is dropped: when it fails, the code goes on as if the {{effect}} had happened.',
    omitted: 'The {{error}} of {{label}} is never looked at: a failed {{effect}} looks like {{looks}}.',
    unread: 'The {{error}} of {{label}} is taken out of the result but never read: a failed {{effect}} goes unnoticed.',
  },
  needs: ['resultUse'],
  resultUse(use, context) {
    const role = context.fileRole(use.file);
    if (role !== 'source' && role !== 'client') return;
    if (use.error === 'checked' || use.error === 'thrown') return context.evidence(use);
    if (use.error === 'passed-on' || use.error === 'unknown') return context.notApplicable(use);
    const isWrite = use.effect === 'write' || use.effect === 'auth';
    // What a browser reads and does not get, a person sees; what a server does not write, nobody sees.
    const isClient = use.client === true;
    context.report(use, {
      message: use.error,
      data: {
        label: use.label,
        error: use.errorName,
        effect: use.effect === 'other' ? 'call' : use.effect === 'auth' ? 'sign-in step' : use.effect,
        looks: isWrite ? 'success' : 'an empty answer',
      },
      severity: severityOf(use, isWrite, isClient),
      confidence: use.minor ? 'low' : isClient && !isWrite ? 'medium' : 'high',
      fixes: [checkResultError(use)],
    });
  },
});

function severityOf(use: ResultUse, isWrite: boolean, isClient: boolean): 'error' | 'warning' | 'info' {
  if (use.deliberate || use.minor || ((use.optionalRow || use.answered) && !isWrite)) return 'info';
  if (isClient) return isWrite ? 'warning' : 'info';
  return use.effect === 'write' && use.error === 'ignored' ? 'error' : 'warning';
}
