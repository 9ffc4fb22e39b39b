import { migrateInstead } from '../../fixes/migrateInstead';
import { defineRule } from '../../model/meta';

const runs = { script: 'the script "{{where}}"', job: 'the job "{{where}}"', image: 'the image', platform: '{{where}}', code: '' };

/** The tables of the live database change with the code, and nobody has read what happens to what is in them. */
export default defineRule({
  id: 'schema-push-in-production',
  dimension: 'data-integrity',
  title: 'Schema pushed to the live database',
  severity: 'error',
  confidence: 'high',
  fixKinds: ['suggestion'],
  cwe: [1188],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    command:
      '{{label}}, run by {{who}}, changes the live tables to whatever the code says: a renamed column is dropped with what is in it.',
    destroys: '{{label}}, run by {{who}}, changes the live tables and may throw data away without asking.',
    code: '{{label}} changes the live tables each time the application starts: a renamed column is dropped with what is in it.',
    codeDestroys: '{{label}} drops the live tables and makes new ones when the application starts.',
  },
  needs: ['schemaPush'],
  schemaPush(fact, context) {
    const { label, by, where, destroys, depends } = fact;
    if (depends) return context.unknown(fact, `whether ${label} runs in production depends on a condition`);
    const message = by === 'code' ? (destroys ? 'codeDestroys' : 'code') : destroys ? 'destroys' : 'command';
    context.report(fact, {
      message,
      data: { label, who: runs[by].replace('{{where}}', where) },
      // An image or a job may be for trials, which its name does not have to say.
      ...(by === 'image' || by === 'job' ? { confidence: 'medium' as const } : {}),
      fixes: migrateInstead(fact),
    });
  },
});
