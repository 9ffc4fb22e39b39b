import type { DatabaseFunction, FunctionWrite } from '../../model/database';
import { defineRule } from '../../model/meta';

/** A function that goes around row level security, for everybody who calls it. */
export default defineRule({
  id: 'rls-definer-function',
  dimension: 'security',
  title: 'Database function that lets anybody write',
  severity: 'error',
  confidence: 'medium',
  fixKinds: [],
  cwe: [862],
  owasp: ['ASVS 8.2.1', 'API5', 'A01'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: '{{who}} can call {{function}}, which {{does}} past row level security and never looks at who calls.',
    text: '{{who}} can call {{function}}, which runs any SQL it is handed with the rights of its owner.',
  },
  needs: ['databaseFunction'],
  databaseFunction(fn, context) {
    const { definer, trigger, exposure, body, written } = fn;
    if (!definer || trigger || exposure.presence === 'absent') return context.notApplicable(fn);
    if (!body) return context.unknown(fn, 'its body is in a language that is not read');
    const writes = body.writes.filter(({ table }) => !isIntake(table));
    if (!body.runsText && (writes.length === 0 || onlyCounts(fn, writes)))
      return body.dynamic && body.asks !== 'present'
        ? context.unknown(fn, 'it puts its statements together as it runs')
        : context.notApplicable(fn);
    if (body.asks === 'present') return context.evidence(fn, `${written} looks at who calls.`);
    if (body.asks === 'unknown') return context.unknown(fn, body.asksReason ?? 'what it calls cannot be read');
    if (exposure.presence === 'unknown') return context.unknown(fn, exposure.reason);
    const forAnon = exposure.roles.includes('anon');
    context.report(fn, {
      message: body.runsText ? 'text' : 'gap',
      severity: forAnon || body.runsText || writes.some(givesPower) ? 'error' : 'warning',
      ...(fn.takesNothing ? { severity: 'info', confidence: 'low' } : {}),
      data: { who: forAnon ? 'Anybody' : 'Everybody who signs in', function: written, does: doing(writes) },
    });
  },
});

/** Tables of what anybody may hand in or leave behind. */
const intake =
  /contact|newsletter|wait_?list|subscri(?!ptions?$)|feedback|inquir|enquir|analytics|visit|page_?view|click|impression|track|logs?$|_log_|audit|survey|telemetry|metric|events?$|errors?$|rate_?limit|attempts?$|counter|sequence|search/i;

function isIntake(table: string): boolean {
  return intake.test(table.slice(table.indexOf('.') + 1));
}

const counts =
  /(?:views?|visits?|clicks?|likes?|hits?|plays?|downloads?|impressions?|shares?|usage|reads?|opens?|upvotes?|counts?|counter|num_\w+|total_\w+|updated_at|last_\w+)$/i;

/** All it changes are numbers that go up when somebody looks, clicks or likes. */
function onlyCounts({ name }: DatabaseFunction, writes: readonly FunctionWrite[]): boolean {
  return (
    (/view|visit|click|like|hit|play|download|impression|share|read|open|vote|count/i.test(name) ||
      /^(?:increment|incr|bump|track|record)_/i.test(name)) &&
    writes.every(({ verb, columns }) => verb === 'update' && columns.every((column) => counts.test(column)))
  );
}

const power = /role|admin|permission|balance|credit|wallet|plan$|tier|subscription|verified|approved|is_active|status|password|email/i;

/** Who may do what, or what somebody owns. */
function givesPower({ table, columns }: FunctionWrite): boolean {
  return power.test(table) || columns.some((column) => power.test(column));
}

const verbs = { insert: 'adds to', update: 'changes', delete: 'deletes from', truncate: 'empties' };

function doing(writes: readonly FunctionWrite[]): string {
  const parts = [...new Set(writes.map(({ verb, table }) => `${verbs[verb]} ${table}`))];
  const named = parts.slice(0, 3);
  if (parts.length > 3) named.push('more');
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}
