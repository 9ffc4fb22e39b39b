import { isSpareTable } from '../../model/lexicon';
import { defineRule } from '../../model/meta';
import { columnKey, namesOwner } from '../../model/ownerNames';
import { openEndpointRules, rowEndpoints } from '../../model/rowEndpoints';

/** Whoever is signed in changes or deletes rows of others: an id out of the request says which one, and nothing looks whose it is. */
export default defineRule({
  id: 'missing-ownership-check',
  dimension: 'security',
  title: 'Records of others changed by their id',
  severity: 'error',
  confidence: 'medium',
  fixKinds: [],
  cwe: [639, 566],
  owasp: ['ASVS 8.2.2', 'API1', 'A01'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: '{{label}} {{does}} the row of {{table}} that {{picked}} names, whoever it belongs to: all who are signed in can name those of others. Other code goes by {{column}}.',
    unheeded: '{{label}} {{does}} the row of {{table}} that {{picked}} names, and {{column}}, which says whose it is, is not looked at.',
  },
  needs: ['rowAccess'],
  follows: openEndpointRules,
  rowAccess(access, context) {
    const { picked, doubt, does } = access;
    if (picked === undefined || (does !== 'changes' && does !== 'deletes') || context.fileRole(access.file) !== 'source') return;
    const { isReached, isForPeople, known } = rowEndpoints(context.routesTo(access));
    if (!isReached || isSpareTable(access.target)) return;
    // Whose rows administrators mean, and that anybody gets to be one, others speak of.
    if (!isForPeople) return context.unknown(access, 'administrators may mean the rows of others');
    if (known.length === 0) return context.notApplicable(access);
    const { columns, uses } = context.ownersOf(access);
    const keys = columns && new Set(columns.map(columnKey));
    const heeded = uses.filter(({ of, how, column }) => of === 'caller' && how !== 'value' && (!keys || keys.has(columnKey(column))));
    // `studentId` is what a student is called by, and says nothing of whose they are.
    const declared = columns?.filter((name) => namesOwner(name) && columnKey(name) !== access.table) ?? [];
    const column = heeded[0]?.column ?? declared[0];
    if (column === undefined) return;
    if (doubt !== undefined) return context.unknown(access, doubt);
    const before = known.map(({ mayLook }) => mayLook).find((name) => name !== undefined);
    if (before !== undefined) return context.unknown(access, `${before} may look whose it is`);
    if (known.some(({ readBefore }) => readBefore?.includes(access.table)))
      return context.unknown(access, 'what stands in front looks the row up');
    // A column that nobody asks for and nobody compares is a note of who made the row, and no more.
    if (heeded.length === 0 && !uses.some(({ column: used, how }) => columnKey(used) === columnKey(column) && how !== 'value'))
      return context.notApplicable(access);
    const [nearest] = [...heeded.filter(({ byId }) => byId), ...heeded];
    context.report(access, {
      message: nearest ? 'gap' : 'unheeded',
      confidence: nearest ? (nearest.byId ? 'high' : 'medium') : 'low',
      data: { label: access.label, does, table: access.target, picked, column },
      related: nearest ? [{ file: nearest.file, span: nearest.span, message: `${nearest.label} goes by ${nearest.column}.` }] : [],
    });
  },
});
