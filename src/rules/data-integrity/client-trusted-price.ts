import { defineRule } from '../../model/meta';

/** Whoever pays says how much: the amount of a payment comes out of the request as it was sent. */
export default defineRule({
  id: 'client-trusted-price',
  dimension: 'data-integrity',
  title: 'Price that the client names',
  severity: 'error',
  confidence: 'medium',
  fixKinds: [],
  cwe: [602, 472],
  owasp: ['ASVS 2.2.2', 'API6'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: '{{label}} is what {{call}} charges, as it was sent: whoever changes the request pays what they like for the same thing.',
  },
  needs: ['requestedAmount'],
  requestedAmount(amount, context) {
    if (context.fileRole(amount.file) !== 'source') return;
    const routes = context.routesTo(amount);
    // Staff and other servers are the ones who say what something costs.
    if (routes.length > 0 && routes.every(({ level }) => level === 'ROLE' || level === 'SECRET')) return context.notApplicable(amount);
    context.report(amount, { message: 'gap', data: { label: amount.label, call: amount.call } });
  },
});
