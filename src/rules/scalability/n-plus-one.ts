import { defineRule } from '../../model/meta';

/** Endpoints that a clock calls, or that are called once to put data right, by their path. */
const scheduled =
  /(?:^|[/-])(?:cron|jobs?|daily|nightly|weekly|monthly|hourly|reminders?|seed|backfill|migrat\w*|reindex|rebuild)(?:[/-]|$)/i;

/** One query for a list, and then one more for each of its rows. */
export default defineRule({
  id: 'n-plus-one',
  dimension: 'scalability',
  title: 'Query for each row of another query',
  severity: 'warning',
  confidence: 'high',
  fixKinds: [],
  cwe: [1073],
  owasp: ['ASVS 15.2.2'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    row: '{{label}} runs once for each row of {{rows}}: a list of 200 makes 201 queries. Ask for all of them at once.',
  },
  needs: ['dataAccess'],
  dataAccess(access, context) {
    if (!access.inLoop || access.inRequestPath !== 'present' || access.guessed || context.fileRole(access.file) !== 'source') return;
    // Rows that are changed one by one often each need a value of their own.
    if (access.operation !== 'read' && !(access.operation === 'raw' && access.many)) return;
    // What is not waited for is asked in the same process, where many small queries cost next to nothing.
    if (access.operation === 'raw' && !access.awaited) return;
    const { loop } = access;
    if (access.beside) return context.notApplicable(access);
    if (!loop || loop.over === 'constant' || loop.over === 'batch' || access.inTransaction) return context.notApplicable(access);
    if (loop.over !== 'rows') return context.unknown(access, `how many elements ${loop.label} has is not known`);
    // Nobody waits for a job, and what each row is sent to takes longer than the query, though the database does the work all the same.
    const isSlow =
      loop.sends === true ||
      context.routesTo(access).some((route) => route.entry === 'job' || route.schedule !== undefined || scheduled.test(route.path));
    context.report(access, {
      message: 'row',
      data: { label: access.label, rows: loop.label },
      ...(isSlow ? { severity: 'info' as const, confidence: 'low' as const } : {}),
      related: loop.query ? [{ file: access.file, span: loop.query, message: 'The rows come from here.' }] : [],
    });
  },
});
