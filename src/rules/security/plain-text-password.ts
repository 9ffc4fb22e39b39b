import { defineRule } from '../../model/meta';

/** A password is compared as it was typed: whoever gets hold of the table has the passwords of everybody. */
export default defineRule({
  id: 'plain-text-password',
  dimension: 'security',
  title: 'Passwords kept as plain text',
  severity: 'error',
  confidence: 'medium',
  fixKinds: [],
  cwe: [256, 522],
  owasp: ['ASVS 11.4.2', 'A02', 'A07'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    compared:
      '{{label}} is compared with what was typed, so it is kept as plain text: whoever gets hold of the table has the password of everybody in it. Keep a hash that is made to take work.',
    lookedUp:
      '{{label}} looks for the password as it was typed, so it is kept as plain text: whoever gets hold of the table has the password of everybody in it. Keep a hash that is made to take work.',
  },
  needs: ['plainPassword'],
  plainPassword(password, context) {
    if (context.fileRole(password.file) !== 'source') return;
    context.report(password, {
      message: password.how === 'compared' ? 'compared' : 'lookedUp',
      // What opens one thing is handed around anyway.
      ...(password.ofThing ? { severity: 'warning' as const, confidence: 'low' as const } : {}),
      data: { label: password.label },
    });
  },
});
