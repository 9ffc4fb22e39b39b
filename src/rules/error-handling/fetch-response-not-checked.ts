import { checkResponse } from '../../fixes/checkResponse';
import { defineRule } from '../../model/meta';

/** The answer of another system is used without a look at whether it is one. */
export default defineRule({
  id: 'fetch-response-not-checked',
  dimension: 'error-handling',
  title: 'Answer of another system that is not checked',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: ['suggestion'],
  cwe: [252],
  owasp: ['ASVS 16.5.3', 'A10'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    used: 'Nobody looks whether {{label}} got what it asked for: when the other side answers 401 or 500, its error is read as data.',
    given: 'Nobody looks whether {{label}} got what it asked for: when the other side answers 401 or 500, its error is handed on as data.',
    replaced: 'Nobody looks whether {{label}} got what it asked for: when the other side answers 401 or 500, that looks like no data.',
    answered: 'Nobody looks whether {{label}} got what it asked for: the error of the other side is passed on as a success.',
  },
  needs: ['outboundCall'],
  outboundCall(call, context) {
    if (context.fileRole(call.file) !== 'source' || call.side !== 'server' || call.script || call.sdk) return;
    if (call.checked === 'present') return context.evidence(call, 'the status is looked at');
    if (call.checked === 'unknown' || call.local || !call.read || call.read.then === 'looked') return context.notApplicable(call);
    context.report(call, {
      message: call.read.then,
      data: { label: call.label },
      // Whoever is given the body may look at it, and what stands in for it may be meant for failures, too.
      confidence: call.read.then === 'given' || call.read.then === 'replaced' ? 'low' : 'medium',
      fixes: [checkResponse(call)],
    });
  },
});
