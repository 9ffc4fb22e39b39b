import { defineRule } from '../../model/meta';

/** A password is kept as a digest that is made for speed: whoever gets the table tries billions of passwords a second. */
export default defineRule({
  id: 'weak-password-hash',
  dimension: 'security',
  title: 'Passwords kept as a fast digest',
  severity: 'error',
  confidence: 'medium',
  fixKinds: [],
  cwe: [916],
  owasp: ['ASVS 11.4.2', 'A02', 'A07'],
  since: '0.1.0',
  maturity: 'preview',
  messages: {
    gap: '{{label}} is kept as {{algorithm}} {{salt}}: whoever gets hold of the table tries billions of passwords a second against it. Use a hash that is made to take work.',
  },
  needs: ['passwordDigest'],
  passwordDigest(digest, context) {
    if (context.fileRole(digest.file) !== 'source') return;
    context.report(digest, {
      message: 'gap',
      data: {
        label: digest.label,
        algorithm: digest.algorithm,
        salt: digest.salted ? 'with something added, which does not slow anybody down' : 'alone',
      },
    });
  },
});
