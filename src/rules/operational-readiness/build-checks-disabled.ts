import { takeAway } from '../../fixes/takeAway';
import { defineRule } from '../../model/meta';

const what = { types: 'type errors', lint: 'lint errors', tests: 'failing tests' };

/** The build would say what is wrong, and was told not to. */
export default defineRule({
  id: 'build-checks-disabled',
  dimension: 'operational-readiness',
  title: 'Build checks disabled',
  severity: 'warning',
  confidence: 'high',
  fixKinds: ['suggestion'],
  cwe: [1127],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    option: '{{label}} lets the build succeed with {{what}}, so mistakes that the build would stop reach production.',
    weakened: '{{label}} is off: the compiler says nothing of values that may be null, undefined or anything.',
    comment: 'Nothing in this file is type-checked ({{label}}), and code in a server is where mistakes cost most.',
    command: 'The script "{{label}}" succeeds with {{what}}: whatever runs it proves nothing.',
  },
  needs: ['disabledCheck'],
  disabledCheck(fact, context) {
    const { by, check, label, weakened, depends } = fact;
    if (depends) return context.unknown(fact, `whether ${label} is on depends on where it is built`);
    const step = by === 'option' && !weakened ? context.verifiedBy(fact, check) : undefined;
    if (step?.covers === 'present')
      return context.evidence(fact, `${label} is on, and ${step.file} refuses ${what[check]} on each change.`);
    if (step) return context.unknown(fact, `${step.file} refuses ${what[check]}, perhaps of another package alone`);
    const message = weakened ? 'weakened' : by;
    context.report(fact, {
      message,
      data: { label, what: what[check] },
      // Some of the check is left, or it is missing in one file alone.
      ...(weakened || by === 'comment' ? { severity: 'info' as const } : {}),
      fixes: takeAway(fact),
    });
  },
});
