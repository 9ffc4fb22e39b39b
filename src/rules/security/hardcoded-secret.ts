import { moveSecretToEnv } from '../../fixes/moveSecretToEnv';
import type { SecretLiteral } from '../../model/facts';
import { defineRule } from '../../model/meta';
import type { FileRole, Report } from '../../model/rule';

/** A credential in the source: everybody who can read the repository, its history or the bundle has it. */
export default defineRule({
  id: 'hardcoded-secret',
  dimension: 'security',
  title: 'Credential in the source',
  severity: 'error',
  confidence: 'high',
  fixKinds: ['suggestion'],
  cwe: [798],
  owasp: ['ASVS 13.3.1', 'A04', 'A07'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    live: 'A {{provider}} credential ({{masked}}) is in the source: whoever can read the repository can use it, and it cannot be rotated without a release.',
    sandbox:
      'A test credential of {{provider}} ({{masked}}) is in the source: the live one will follow it here unless it comes from the environment.',
    used: 'The secret given to {{call}} ({{masked}}) is in the source: whoever reads it can forge what it protects.',
    compared:
      '{{name}} is compared with a text of {{masked}} in the source: whoever reads the repository gets in with it, and it cannot be changed without a release.',
    page: '{{name}} is compared with a text of {{masked}} in the code of a page: whoever opens it finds the text there and gets in.',
    name: '{{name}} is a credential in the source ({{masked}}): whoever can read the repository can use it.',
  },
  needs: ['secret'],
  secret(secret, context) {
    const role = context.fileRole(secret.file);
    if (role === 'generated' || secret.certainty === 'fallback') return;
    const judged = judge(secret, role);
    if (!judged) return context.notApplicable(secret);
    context.report(secret, {
      ...judged,
      data: {
        provider: secret.provider.replace(/-/g, ' '),
        masked: secret.masked,
        name: secret.name ?? 'This',
        call: (secret.used ?? '').replace(/^.*[#/]/, '') || (secret.used ?? '').replace(/#.*$/, ''),
      },
      // A setting that is not there would be equal to what is not sent; in a page there are none, and what is written in is public.
      fixes: secret.inData || secret.inPage || secret.certainty === 'compared' ? [] : [moveSecretToEnv(secret)],
    });
  },
});

/** Tests and examples are full of made-up credentials; only the shape of a real one counts there, and not for much. */
function judge(secret: SecretLiteral, role: FileRole): Pick<Report, 'message' | 'severity' | 'confidence'> | undefined {
  const isSample = role === 'test' || role === 'example';
  if (secret.certainty === 'shape') {
    if (secret.sandbox)
      return isSample ? undefined : { message: 'sandbox', severity: 'warning', ...(secret.inert ? { confidence: 'low' } : {}) };
    return { message: 'live', ...(isSample ? { severity: 'warning', confidence: 'low' } : {}) };
  }
  if (isSample) return undefined;
  if (secret.certainty === 'compared') return { message: secret.inPage ? 'page' : 'compared', confidence: 'medium' };
  if (secret.used !== undefined) return { message: 'used', confidence: 'medium' };
  return { message: 'name', severity: secret.random ? 'error' : 'warning', confidence: secret.random ? 'medium' : 'low' };
}
