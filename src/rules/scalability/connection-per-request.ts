import { shareConnection } from '../../fixes/shareConnection';
import { defineRule } from '../../model/meta';

/** A client that keeps connections open is made for each request: the database runs out of connections long before the server runs out of anything. */
export default defineRule({
  id: 'connection-per-request',
  dimension: 'scalability',
  title: 'Connection made for each request',
  severity: 'warning',
  confidence: 'high',
  fixKinds: ['suggestion'],
  cwe: [1072, 400],
  owasp: ['ASVS 13.1.2', 'API4'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    open: '{{label}} opens a {{what}} for each request{{through}}, and nothing closes it: under load the database refuses new connections.',
    closed:
      '{{label}} opens a {{what}} for each request{{through}} and closes it again: each request waits for a new connection, and under load the database refuses them.',
  },
  needs: ['connection'],
  connection(made, context) {
    if (context.fileRole(made.file) !== 'source') return;
    if (made.made === 'once') return context.evidence(made);
    // One for each customer, or for what somebody entered, cannot be shared.
    if (made.varies) return context.notApplicable(made);
    if (made.made === 'unknown') return context.unknown(made, 'Nobody who calls this function was found.');
    context.report(made, {
      message: made.closed ? 'closed' : 'open',
      // A job that runs once a night may well open a connection of its own.
      confidence: made.made === 'job' ? 'low' : made.through !== undefined ? 'medium' : 'high',
      data: {
        label: made.label,
        what: made.opens === 'pool' ? 'pool of connections' : 'connection',
        through: made.through === undefined ? '' : ` that calls ${made.through}`,
      },
      fixes: [shareConnection(made)],
    });
  },
});
