import { requireEnv } from '../../fixes/requireEnv';
import { defineRule } from '../../model/meta';

/** A secret has a value in the source for when the environment has none: a deployment that forgets it runs on a value that everybody knows. */
export default defineRule({
  id: 'secret-fallback-literal',
  dimension: 'security',
  title: 'Secret with a default in the source',
  severity: 'error',
  confidence: 'high',
  fixKinds: ['suggestion'],
  cwe: [798, 1188],
  owasp: ['ASVS 13.3.1', 'A02', 'A07'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    own: 'Where {{name}} is not set, the application runs on a secret that stands in the source ({{masked}}): whoever reads it can forge what {{name}} protects, and nothing tells that it is missing.',
    credential:
      'Where {{name}} is not set, a credential from the source takes its place ({{masked}}): whoever can read the repository can use it.',
  },
  needs: ['secret'],
  secret(secret, context) {
    if (secret.certainty !== 'fallback') return;
    const role = context.fileRole(secret.file);
    if (role !== 'source' && role !== 'config') return;
    if (secret.keptOut) return context.notApplicable(secret);
    // `config.get('jwt.secret')` is made of the setting that the name says.
    const setting = secret.name?.replace(/[.-]/g, '_').toUpperCase();
    if (setting !== undefined && context.demands(secret, setting) === 'present')
      return context.evidence(secret, `the application does not start without ${setting}`);
    // `OPENAI_API_KEY || 'dummy'` gets nobody in: the service refuses it.
    if (!secret.own && !secret.random) return context.notApplicable(secret);
    context.report(secret, {
      message: secret.own ? 'own' : 'credential',
      ...(secret.own ? {} : { confidence: 'medium' as const }),
      data: { name: secret.name ?? 'the secret', masked: secret.masked },
      fixes: [requireEnv(secret)],
    });
  },
});
