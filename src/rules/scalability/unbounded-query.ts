import { defineRule } from '../../model/meta';

/** Tables that stay small, by their name: lists that people choose from, and settings. */
const small =
  /categor|industr|sector|genre|th[eè]m(?:a|e|é)|(?:topic|subject|tier|brand|engine|field|automation|integration)s?$|setting|config|role|permission|\bplan|countr|currenc|language|locale|\btags?$|types?$|status|feature|flag|template|tier|faq|region|\bstates?$|department|banner|menu|option|level|\bunits?$|provider|badge|skills?$|admins?$|holiday|migration/i;

/** Endpoints that give out everything on purpose. */
const everything =
  /export|csv|download|dump|backup|sitemap|\brss\b|feed\.xml|cron|seed|migrat|sync|reindex|rebuild|import|cleanup|health|debug/i;

/** A list that grows with the data is read as a whole for each request. */
export default defineRule({
  id: 'unbounded-query',
  dimension: 'scalability',
  title: 'Query without a limit',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: [],
  cwe: [770],
  owasp: ['API4', 'ASVS 15.2.2'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    all: '{{label}} reads every row of {{target}} for each request: the more data there is, the slower and the larger the answer, until memory runs out.',
    some: '{{label}} reads all rows of {{target}} that match, however many there are: nothing limits what one request loads.',
    capped: '{{label}} has no limit: {{count}} rows come at most, and those behind them are left out without an error.',
  },
  needs: ['dataAccess'],
  dataAccess(access, context) {
    if (
      !access.many ||
      access.inRequestPath !== 'present' ||
      access.guessed ||
      access.beforeError ||
      context.fileRole(access.file) !== 'source'
    )
      return;
    const target = access.target ?? 'the table';
    const routes = context.routesTo(access);
    if (small.test(target) || everything.test(access.scope) || everything.test(access.file)) return context.notApplicable(access);
    if (routes.some((route) => route.entry === 'job' || route.entry === 'webhook' || everything.test(route.path)))
      return context.notApplicable(access);
    if (access.bounded === 'present') return context.evidence(access);
    if (access.bounded === 'unknown') return context.unknown(access, access.reason ?? 'what limits its rows could not be read');
    if (access.narrowed === 'unknown') return context.unknown(access, 'its condition could not be read');
    // A key, an owner or a range leaves what belongs together.
    if (access.narrowed === 'few') return context.notApplicable(access);
    context.report(access, {
      message: access.capped !== undefined ? 'capped' : access.narrowed === 'no' ? 'all' : 'some',
      data: { label: access.label, target, count: access.capped ?? 0 },
      severity: access.capped === undefined ? 'warning' : 'info',
      // Of what matches a condition, or of what policies leave of a table, there may never be that many.
      confidence: access.narrowed === 'no' ? (access.asCaller ? 'low' : 'high') : access.capped === undefined ? 'medium' : 'low',
    });
  },
});
