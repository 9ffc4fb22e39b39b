import { limitOrigins } from '../../fixes/limitOrigins';
import { defineRule } from '../../model/meta';

/** Pages of any site may read what the server answers to people who are logged in, or will as soon as a setting is missing. */
export default defineRule({
  id: 'permissive-cors',
  dimension: 'security',
  title: 'Pages of other sites may read answers',
  severity: 'error',
  confidence: 'medium',
  fixKinds: ['suggestion'],
  cwe: [942, 346],
  owasp: ['ASVS 3.4.2', 'API8', 'A02'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    asking:
      'Every site is let in together with the cookies of whoever visits it: any page that a user opens can read and do here what that user can.',
    fallback:
      'Without {{detail}} every site is let in: one variable that is forgotten in a deployment opens this to all, and nothing tells.',
    loose: '{{detail}} also fits addresses that anybody can register: their pages can read and do here what a user who visits them can.',
  },
  needs: ['cors'],
  cors(policy, context) {
    const role = context.fileRole(policy.file);
    if (role !== 'source' && role !== 'config') return;
    const { admits, cookies } = policy;
    if (admits === 'listed' || admits === 'nobody') return context.evidence(policy, policy.label);
    if (admits === 'unknown') return context.unknown(policy, `whom ${policy.label} lets in could not be read`);
    if (cookies === 'unknown' && admits !== 'fallback')
      return context.unknown(policy, `whether ${policy.label} lets cookies through could not be read`);
    // Without cookies a page learns what anybody can ask for: cross-origin-access says so once for the project.
    if (admits === 'all' || (admits !== 'fallback' && cookies === 'absent')) return context.notApplicable(policy);
    // What only a header says, the page of another site would have to know.
    if (context.byCookie(policy) === 'absent') return context.notApplicable(policy);
    context.report(policy, {
      message: admits,
      ...(policy.decides ? { span: policy.decides } : {}),
      data: { detail: policy.detail ?? 'what it compares with' },
      severity: admits === 'asking' ? 'error' : 'warning',
      fixes: [limitOrigins(policy)],
    });
  },
});
