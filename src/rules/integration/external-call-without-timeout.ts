import { addTimeout } from '../../fixes/addTimeout';
import { defineRule } from '../../model/meta';

/** A call to another system that may take as long as that system likes. */
export default defineRule({
  id: 'external-call-without-timeout',
  dimension: 'integration',
  title: 'External call without a timeout',
  severity: 'warning',
  confidence: 'high',
  fixKinds: ['suggestion'],
  cwe: [1088],
  owasp: ['ASVS 13.1.3', 'ASVS 13.2.6', 'ASVS 16.5.2'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    none: '{{label}} has no timeout: when the other side hangs, this request hangs with it until connections run out.',
    long: '{{label}} may wait {{seconds}} s: when the other side hangs, requests pile up behind it.',
  },
  needs: ['outboundCall'],
  outboundCall(call, context) {
    if (context.fileRole(call.file) !== 'source' || call.side !== 'server' || call.local || call.script) return;
    if (call.timeout.presence === 'present') return context.evidence(call, call.timeout.reason);
    if (call.timeout.presence === 'unknown') return context.unknown(call, call.timeout.reason ?? 'its options could not be read');
    if (call.streaming) return context.notApplicable(call);
    const limit = call.defaultTimeoutMs ?? 0;
    context.report(call, {
      message: limit > 0 ? 'long' : 'none',
      data: { label: call.label, seconds: Math.round(limit / 1000) },
      // A client with a limit of its own, however long, is a matter of tuning; what nobody waits for holds up nobody.
      severity: call.sdk || call.detached ? 'info' : 'warning',
      confidence: call.sdk ? 'medium' : 'high',
      fixes: [addTimeout(call)],
    });
  },
});
