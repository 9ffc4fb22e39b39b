import { listenForErrors } from '../../fixes/listenForErrors';
import { defineRule } from '../../model/meta';

/** Something that emits `error`, and nobody listens: Node.js ends the process. */
export default defineRule({
  id: 'emitter-without-error-listener',
  dimension: 'error-handling',
  title: 'Errors of a connection that nobody listens for',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: ['suggestion'],
  cwe: [248],
  owasp: ['ASVS 16.5.4', 'A10'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: 'Nobody listens for errors of {{label}}: when {{fails}}, the process ends with all requests in it.',
  },
  needs: ['emitter'],
  emitter(emitter, context) {
    if (context.fileRole(emitter.file) !== 'source') return;
    if (emitter.listened === 'present') return context.evidence(emitter);
    const elsewhere = context.listens(emitter);
    if (elsewhere === 'present') return context.evidence(emitter);
    if (emitter.listened === 'unknown' || elsewhere === 'unknown') return context.notApplicable(emitter);
    context.report(emitter, {
      message: 'gap',
      data: { label: emitter.label, fails: emitter.fails },
      severity: emitter.open ? 'error' : 'warning',
      fixes: [listenForErrors(emitter)],
    });
  },
});
