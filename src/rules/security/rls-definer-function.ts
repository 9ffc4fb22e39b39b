import type { FunctionWrite } from '../../model/database';
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
    const writes = body.writes.filter((write) => !isHarmless(write));
    if (writes.length === 0 && !body.runsText)
      return body.dynamic && body.asks !== 'present'
        ? context.unknown(fn, 'it puts its statements together as it runs')
        : context.notApplicable(fn);
    if (body.asks === 'present') return context.evidence(fn, `${written} looks at who calls.`);
    if (body.asks === 'unknown') return context.unknown(fn, body.asksReason ?? 'what it calls cannot be read');
    if (fn.takesNothing) return context.unknown(fn, 'nothing that callers hand over decides what it does');
    if (exposure.presence === 'unknown') return context.unknown(fn, exposure.reason);
    const forAnon = exposure.roles.includes('anon');
    context.report(fn, {
      message: body.runsText ? 'text' : 'gap',
      severity: forAnon || body.runsText || writes.some(givesPower) ? 'error' : 'warning',
      ...(recount.test(fn.name) && !body.runsText ? { severity: 'warning', confidence: 'low' } : {}),
      data: { who: forAnon ? 'Anybody' : 'Everybody who signs in', function: written, does: doing(writes) },
    });
  },
});

/** Tables of what anybody may hand in: a form, a visit, an entry of a log. */
const intake =
  /contact|newsletter|wait_?list|subscribers?$|feedback|inquir|enquir|analytics|visit|page_?view|click|impression|track|(?:^|_)logs?(?:_|$)|audit|survey|telemetry|metric|events?$|(?:^|_)errors?(?:_|$)|search/i;

/** Tables that count how often somebody came, so that they can be stopped, and those that give out numbers. */
const counters = /rate_?limit|attempts?$|throttl|counter|sequence|quota/i;

/** Columns that change when somebody looks, clicks or likes. */
const counts =
  /(?:^|_)(?:views|visits|clicks|likes|hits|plays|downloads|impressions|shares|reads|opens|upvotes)$|(?:view|visit|click|like|hit|play|download|impression|share|read|open|vote|use|usage|access|retrieval|trigger|print|login)_?counts?$|^(?:count|updated_at|(?:\w+_)?last_(?:\w+_)?(?:at|date|seen|login|active|activity|visit|used|accessed|retrieved)|\w+_seen(?:_at)?)$/i;

/** Is it what strangers may do as well: leave something behind, be counted? */
function isHarmless({ verb, table, columns }: FunctionWrite): boolean {
  const name = table.slice(table.indexOf('.') + 1);
  if (counters.test(name)) return true;
  if (verb === 'insert') return intake.test(name);
  return verb === 'update' && columns.length > 0 && columns.every((column) => counts.test(column));
}

/** Names of functions that work out again what follows from other rows: it comes out the same, whoever calls. */
const recount = /^_?(?:re)?(?:calculate|calc|compute|count|build)_|^_?refresh_/i;

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
