import { leaveOut } from '../../fixes/leaveOut';
import { defineRule } from '../../model/meta';

/** A file for the settings of one machine that everybody with the repository has. */
export default defineRule({
  id: 'env-file-committed',
  dimension: 'security',
  title: 'Environment file with secrets in the repository',
  severity: 'error',
  confidence: 'high',
  fixKinds: ['suggestion'],
  cwe: [538, 312],
  owasp: ['ASVS 13.3.1', 'A05', 'A07'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    shape:
      '{{name}} holds a credential of {{provider}} ({{masked}}) and git has this file: whoever sees the repository or its history can use it.',
    name: '{{name}} holds a value ({{masked}}) and git has this file: whoever sees the repository or its history knows it.',
    loose: '{{name}} holds a credential ({{masked}}) and nothing keeps this file out of git: the next "git add ." commits it.',
  },
  needs: ['environmentEntry'],
  environmentEntry(entry, context) {
    const { name, control, secret } = entry;
    if (!secret) return context.notApplicable(entry);
    if (control === 'unknown')
      return context.unknown(entry, 'there are secrets in a file of the environment, and nothing tells whether a repository holds it');
    const { certainty, provider, masked, sandbox } = secret;
    const isHeld = control === 'held';
    context.report(entry, {
      message: isHeld ? certainty : 'loose',
      data: { name, provider, masked },
      ...(isHeld && !sandbox ? {} : { severity: 'warning' as const }),
      ...(certainty === 'shape' ? {} : { confidence: 'medium' as const }),
      fixes: isHeld ? [] : leaveOut(entry.file),
    });
  },
});
