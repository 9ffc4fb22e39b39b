import { limitToOwner, limitToServiceRole } from '../../fixes/migrations';
import type { PolicyCommand, PolicyFact, PredicateFact, PredicateWidth } from '../../model/database';
import { defineRule } from '../../model/meta';
import type { Report } from '../../model/rule';

/** A policy that lets clients at more than their own. */
export default defineRule({
  id: 'rls-permissive-policy',
  dimension: 'security',
  title: 'Policy that lets everybody through',
  severity: 'warning',
  confidence: 'high',
  fixKinds: ['suggestion', 'scaffold'],
  cwe: [863],
  owasp: ['ASVS 8.2.2', 'API1', 'A01'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    service:
      '"{{policy}}" is meant for the server, but holds for every client: {{who}} can {{does}} any row of {{table}}. The service role needs no policy.',
    open: '"{{policy}}" lets {{who}} {{does}} any row of {{table}}: its condition is always true.',
    signedIn: '"{{policy}}" lets everybody who signs in {{does}} any row of {{table}}: it never looks at {{owner}}.',
    shared: '"{{policy}}" lets everybody who signs in {{does}} any row of {{table}}.',
    handOver:
      '"{{policy}}" lets people write anything into their rows of {{table}}, another {{owner}} included: what comes out is not checked.',
    read: '"{{policy}}" shows {{columns}} of every row of {{table}} to {{who}}.',
    metadata: '"{{policy}}" trusts user metadata, which people can change about themselves.',
  },
  needs: ['policy'],
  policy(policy, context) {
    const { exposure, rls } = policy;
    const clients = clientsOf(policy);
    if (exposure.presence === 'absent' || !policy.permissive || clients.length === 0 || rls === 'absent')
      return context.notApplicable(policy);
    const report = judge(policy, clients.includes('anon'));
    if (!report) return context.evidence(policy);
    if (exposure.presence === 'unknown') return context.unknown(policy, exposure.reason);
    if (policy.doubt !== undefined) return context.unknown(policy, policy.doubt);
    if (rls === 'unknown') return context.unknown(policy, 'whether row level security is on for its table cannot be seen');
    if (policy.restricted) return context.unknown(policy, 'a restrictive policy of the table narrows it');
    context.report(policy, report);
  },
});

/** Roles of clients that it holds for. */
function clientsOf({ roles, exposure }: PolicyFact): string[] {
  const named = roles.includes('public') ? ['anon', 'authenticated'] : roles.filter((role) => role === 'anon' || role === 'authenticated');
  return exposure.presence === 'present' ? named.filter((role) => exposure.roles.some((other) => other === role)) : named;
}

/** Things anybody may hand in: a form, a visit, an order of a guest. */
const intake =
  /contact|newsletter|wait_?list|subscri|lead|feedback|inquir|enquir|analytics|event|visit|page_?view|click|impression|track|log|survey|response|application|report|rsvp|signup|request|demo|submission|registration|download|vote|metric|telemetry|error|search|quote/i;

/** Names that say who may. */
const declared = /^(?:allow )?(?:anyone|everyone|public|anonymous|visitors?|guests?|anon|qualquer um|cualquiera)\b|^p[úu]blico /i;

/** Names that say that people who sign in are meant. */
const forPeople = /^(?:allow )?(?:all )?(?:authenticated|logged[- ]?in|signed[- ]?in) /i;

/** Names of policies that were written for the server. */
const forServer = /service|system|sistema|servi[cç]o|système|\bedge function|backend|webhook|\bcron\b|automat|\bbot\b/i;

function judge(policy: PolicyFact, forAnon: boolean): Report | undefined {
  const { name, command, using, check, table, owner, sensitive } = policy;
  const isMembers = [using, check].every((predicate) => predicate === undefined || predicate.width === 'signed-in');
  const about = (message: string, does: string, more: Omit<Report, 'message' | 'data'> = {}): Report => ({
    message,
    data: {
      policy: name,
      table: table.written,
      does,
      who: forAnon && !isMembers ? 'anybody' : 'everybody who signs in',
      owner: owner?.column ?? '',
      columns: sensitive.slice(0, 4).join(', '),
    },
    ...more,
  });
  if (using?.readsUserMetadata || check?.readsUserMetadata) return about('metadata', '', { severity: 'error' });
  const seen = (predicate: PredicateFact | undefined): PredicateWidth =>
    !predicate ? 'nothing' : predicate.width === 'everything' && !forAnon ? 'signed-in' : predicate.width;
  const wide = [using, check].filter(
    (predicate) => predicate !== undefined && (predicate.width === 'everything' || predicate.width === 'signed-in'),
  ) as PredicateFact[];
  if (command === 'select') {
    return using && seen(using) === 'everything' && sensitive.length > 0 ? about('read', 'read', { confidence: 'medium' }) : undefined;
  }
  const writes = writesOf(command, seen(using), check ? seen(check) : seen(using));
  if (writes.length === 0)
    return handsOver(policy)
      ? about('handOver', '', { severity: 'warning', confidence: 'medium', fixes: limitToOwner(policy, [check!]) })
      : undefined;
  const isOpen = writes.some(({ width }) => width === 'everything');
  const does = verbs(writes.map(({ verb }) => verb));
  const isInsert = writes.every(({ verb }) => verb === 'insert');
  if (forServer.test(name) && !forPeople.test(name))
    return about('service', does, { severity: isOpen ? 'error' : 'warning', fixes: limitToServiceRole(policy) });
  if (isOpen) {
    if (isInsert && !owner?.isAccount && (intake.test(`${table.name} ${name}`) || declared.test(name))) return undefined;
    return about('open', does, {
      severity: isInsert && !owner ? 'warning' : 'error',
      confidence: isInsert ? 'medium' : 'high',
      fixes: limitToOwner(policy, wide),
    });
  }
  if (owner?.isAccount) return about('signedIn', does, { confidence: 'medium', fixes: limitToOwner(policy, wide) });
  // What a whole team works on has no owner; whether strangers can sign up is not in the migrations.
  return isInsert ? undefined : about(owner ? 'signedIn' : 'shared', does, { confidence: owner ? 'medium' : 'low' });
}

interface Write {
  verb: 'insert' | 'update' | 'delete';
  width: PredicateWidth;
}

/** What a policy lets clients write without looking at the row. Rows that can be seen are what `update` and `delete` work on. */
function writesOf(command: PolicyCommand, using: PredicateWidth, check: PredicateWidth): Write[] {
  const all: Write[] = [
    { verb: 'insert', width: check },
    { verb: 'update', width: using },
    { verb: 'delete', width: using },
  ];
  return all.filter(({ verb, width }) => (command === 'all' || command === verb) && (width === 'everything' || width === 'signed-in'));
}

/** Whose rows may be changed is checked, what they are changed to is not. */
function handsOver({ command, using, check, owner }: PolicyFact): boolean {
  return command === 'update' && using?.width === 'some' && check?.width === 'everything' && owner !== undefined;
}

function verbs(all: readonly string[]): string {
  const words = all.map((verb) => (verb === 'update' ? 'change' : verb));
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
