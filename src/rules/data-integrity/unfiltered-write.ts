import { defineRule } from '../../model/meta';

/** One request changes or deletes all rows of a table: its write has no condition. */
export default defineRule({
  id: 'unfiltered-write',
  dimension: 'data-integrity',
  title: 'Write without a condition',
  severity: 'error',
  confidence: 'medium',
  fixKinds: [],
  cwe: [1220],
  owasp: ['ASVS 8.2.2', 'API1', 'A01'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: '{{label}} {{does}} every row of {{target}}, whoever they belong to: it has no condition, and {{who}} can have it run{{more}}.',
    leftOut:
      '{{label}} {{does}} every row of {{target}} for {{who}} who leaves {{name}} out: {{library}} drops conditions without a value, and nothing here asks for one.',
    refused:
      '{{label}} has no condition: {{refused}} refuses it, so that it never works, and in a database that does not it {{does}} every row of {{target}}.',
  },
  needs: ['wholeWrite'],
  wholeWrite(write, context) {
    if (context.fileRole(write.file) !== 'source') return;
    const routes = context
      .routesTo(write)
      .filter(({ entry, schedule }) => entry !== 'job' && entry !== 'webhook' && schedule === undefined);
    if (routes.length === 0) return;
    // Administrators and other servers may mean all rows.
    const free = routes.filter(({ level }) => level !== 'ROLE' && level !== 'SECRET');
    if (free.length === 0) return context.notApplicable(write);
    const sure = free.filter(({ authentication }) => authentication.presence !== 'unknown');
    if (sure.length === 0) return context.unknown(write, free[0]!.authentication.reason ?? 'who may call it is not known');
    if (write.leftOut && !sure.some(({ roles }) => roles.validation?.presence === 'absent'))
      return context.unknown(write, 'what runs in front may ask for it');
    const isOpen = sure.some(({ authentication }) => authentication.presence === 'absent');
    const rest = write.count - 1;
    context.report(write, {
      message: write.leftOut ? 'leftOut' : write.refused !== undefined ? 'refused' : 'gap',
      severity: write.refused !== undefined || (!isOpen && !write.leftOut) ? 'warning' : 'error',
      data: {
        label: write.label,
        does: write.does,
        target: write.target ?? 'the table',
        who: isOpen ? 'anybody' : 'whoever is signed in',
        more: rest === 0 ? '' : rest === 1 ? ', with another one below' : `, with ${rest} others below`,
        name: write.leftOut?.name ?? '',
        library: write.leftOut?.library ?? '',
        refused: write.refused ?? '',
      },
    });
  },
});
