import { drawSecurely } from '../../fixes/drawSecurely';
import { defineRule } from '../../model/meta';

/** A code, token or password that lets somebody in is made of what others can tell. */
export default defineRule({
  id: 'insecure-randomness',
  dimension: 'security',
  title: 'Code or token that can be guessed',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: ['suggestion'],
  cwe: [338],
  owasp: ['ASVS 11.5.1', 'A04', 'A07'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    random:
      '{{name}} comes from a generator that is not made for secrets: whoever is sent a few of its values can work out the others, those of other people included.',
    time: '{{name}} is made of the time alone: whoever knows about when it was made tries the few that are left.',
  },
  needs: ['guessableSecret'],
  guessableSecret(secret, context) {
    if (context.fileRole(secret.file) !== 'source') return;
    context.report(secret, {
      message: secret.from,
      ...(secret.mayBeLabel || secret.anywhere ? { confidence: 'low' as const } : {}),
      data: { name: secret.name },
      fixes: drawSecurely(secret),
    });
  },
});
