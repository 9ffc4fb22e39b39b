import type { AccessRule } from '../../model/configuration';
import { narrowRule } from '../../fixes/narrowRule';
import { defineRule } from '../../model/meta';

/** Rules that let everybody at data or files which no server stands in front of. */
export default defineRule({
  id: 'firebase-open-rules',
  dimension: 'security',
  title: 'Access rules that let everybody in',
  severity: 'error',
  confidence: 'high',
  fixKinds: ['suggestion'],
  cwe: [862, 732],
  owasp: ['ASVS 8.2.2', 'API1', 'A01'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    open: '{{what}} is open: everybody on the internet can {{does}}, with no more than the address that is in your application.',
    until: '{{what}} is open to everybody until {{until}}, and closed to everybody from that day on.',
    signedIn: '{{what}} is open to whoever signs in, and anybody can: people can {{does}} what belongs to others.',
  },
  needs: ['accessRule'],
  accessRule(rule, context) {
    const { width, operations, personal, owner, everything, path, until } = rule;
    if (width === 'some' || width === 'nobody') return context.evidence(rule, `${path} lets in nobody, or some under a condition.`);
    const isWritable = operations.some((operation) => operation !== 'read');
    const isSensitive = personal || everything;
    if (width === 'until') return report('until');
    // What a site shows to everybody may be read by everybody.
    if (width === 'everybody') return isWritable || isSensitive ? report('open') : context.notApplicable(rule);
    // Others may be meant to read what people show, and never to change it.
    return isSensitive || (isWritable && owner !== undefined)
      ? report('signedIn')
      : context.unknown(rule, `whether everybody who signs in may have ${path} is for people to say`);

    function report(message: string): void {
      // Forms that anybody may fill in are added to and nothing else.
      const isForm = message === 'open' && !isSensitive && !operations.includes('change');
      context.report(rule, {
        message,
        data: { what: everything ? 'Everything' : path, does: deeds(rule), until: until ?? '' },
        ...(message === 'signedIn' || isForm ? { severity: 'warning' as const, confidence: 'medium' as const } : {}),
        fixes: isForm ? [] : narrowRule(rule),
      });
    }
  },
});

function deeds({ operations }: AccessRule): string {
  const words = { read: 'read', create: 'add to', change: 'change and delete' };
  return operations
    .map((operation) => words[operation])
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1');
}
