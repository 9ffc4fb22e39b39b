import { isSpareTable } from '../../model/lexicon';
import { defineRule } from '../../model/meta';
import { columnKey } from '../../model/ownerNames';
import { openEndpointRules, rowEndpoints } from '../../model/rowEndpoints';

/** The request says who is acting, although it is known who calls. */
export default defineRule({
  id: 'identity-from-input',
  dimension: 'security',
  title: 'Acting person that the request names',
  severity: 'error',
  confidence: 'medium',
  fixKinds: [],
  cwe: [639, 290],
  owasp: ['ASVS 8.2.2', 'API1', 'A01'],
  since: '0.1.0',
  maturity: 'preview',
  messages: {
    gap: '{{column}} of a row of {{table}} is what the request says ({{label}}), although it is known who calls: all who are signed in can do it in the name of others.',
    asked: '{{call}} {{does}} rows of whomever the request names ({{label}}), although it is known who calls.',
  },
  needs: ['rowAccess'],
  follows: openEndpointRules,
  rowAccess(access, context) {
    const { claims, does } = access;
    if (!claims || context.fileRole(access.file) !== 'source' || isSpareTable(access.target)) return;
    const { isReached, isForPeople, known } = rowEndpoints(context.routesTo(access));
    if (isReached && !isForPeople) return context.unknown(access, 'administrators may act for others');
    if (known.length === 0) return;
    const { uses } = context.ownersOf(access);
    if (claims.doubt !== undefined) return context.unknown(access, claims.doubt);
    const before = known.map(({ mayLook }) => mayLook).find((name) => name !== undefined);
    if (before !== undefined) return context.unknown(access, `${before} may look who is meant`);
    const heeded = uses.find(({ of, column }) => of === 'caller' && columnKey(column) === columnKey(claims.column));
    context.report(access, {
      message: claims.how === 'value' ? 'gap' : 'asked',
      span: claims.span,
      confidence: heeded ? 'medium' : 'low',
      data: { column: claims.column, table: access.target, label: claims.label, call: access.label, does },
      related: heeded ? [{ file: heeded.file, span: heeded.span, message: `${heeded.label} goes by ${heeded.column}.` }] : [],
    });
  },
});
