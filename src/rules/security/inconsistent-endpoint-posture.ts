import { addGuard } from '../../fixes/addGuard';
import { defineRule } from '../../model/meta';
import type { Habit } from '../../model/posture';

const habits: readonly Habit[] = ['rate-limit', 'validation', 'logging'];

/** An endpoint that changes something and lacks what nearly all endpoints of its router or path have. */
export default defineRule({
  id: 'inconsistent-endpoint-posture',
  dimension: 'security',
  title: 'Endpoint that lacks what its siblings have',
  severity: 'info',
  confidence: 'medium',
  fixKinds: ['suggestion'],
  cwe: [770, 20, 778],
  owasp: ['ASVS 2.4.1', 'ASVS 2.2.1', 'ASVS 16.2.1', 'API4'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    'rate-limit': '{{have}} of {{total}} {{peers}} limit how often they are called; {{method}} {{path}} does not.',
    validation: '{{have}} of {{total}} {{peers}} check what they are sent; {{method}} {{path}} does not.',
    logging: '{{have}} of {{total}} {{peers}} leave a trace in the log; {{method}} {{path}} changes data without one.',
  },
  needs: ['linkedRoute'],
  linkedRoute(route, context) {
    if (context.fileRole(route.file) !== 'source') return;
    for (const habit of habits) {
      const posture = context.habit(route, habit);
      if (!posture) continue;
      const { have, total, guard, examples, nearest, among } = posture;
      return context.report(route, {
        message: habit,
        span: route.head,
        // What is logged is a matter of taste more than what is let in.
        ...(habit === 'logging' ? { confidence: 'low' as const } : {}),
        data: { have, total, peers: among, method: route.method, path: route.path },
        related: nearest.map((sibling) => ({ file: sibling.file, span: sibling.head, message: `${sibling.method} ${sibling.path} does.` })),
        fixes: habit === 'rate-limit' ? [addGuard(route, { kind: 'rate-limit', examples, ...(guard ? { name: guard.name } : {}) })] : [],
      });
    }
    context.notApplicable(route);
  },
});
