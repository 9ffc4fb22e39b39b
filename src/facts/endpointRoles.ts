import type { AsyncCallback, FileFacts, GuardKind, Presence, RequestInput, Route, Verdict } from '../model/facts';
import type { EndpointRole } from '../model/roles';
import { wrappersOf } from './chainGuards';
import { identifies } from './guardLevels';
import type { Tables } from './tables';

/** What a file says of each of its functions, callbacks inside them included. */
interface InFunction {
  inputs: RequestInput[];
  callbacks: AsyncCallback[];
  /** A failure leaves the request without an answer, whoever hears of it. */
  isOpen?: true;
}

/**
 * Judges endpoints role by role: what runs before the handler, what the handler does itself, and what its framework does
 * for every endpoint. Made anew for each listing; looks at each file once.
 */
export class EndpointRoles {
  private readonly files = new WeakMap<FileFacts, ReadonlyMap<string, InFunction>>();

  constructor(
    private readonly tables: Tables,
    private readonly factsOf: (file: string) => FileFacts | undefined,
    private readonly byCookie: (route: Route) => Presence = () => 'unknown',
  ) {}

  of(route: Route): Record<EndpointRole, Verdict> {
    const from = (kind: EndpointRole): Verdict => this.linked(route, kind);
    return {
      validation: this.validationOf(route),
      'rate-limit': from('rate-limit'),
      signature: signature(route, from('signature')),
      csrf: this.forgery(route, from('csrf')),
      'body-limit': from('body-limit'),
      'error-handling': this.errorHandling(route, from('error-handling')),
      logging: from('logging'),
    };
  }

  /** Only whether what is sent is validated, which takes least. */
  validationOf(route: Route): Verdict {
    return this.validation(route, this.linked(route, 'validation'));
  }

  /** By what was linked, or else by what the framework does for every endpoint. */
  private linked(route: Route, kind: EndpointRole): Verdict {
    const verdict = route.roles[kind] ?? { presence: 'unknown' };
    if (verdict.presence !== 'present') {
      if (route.lifted?.includes(kind)) return { presence: 'absent', reason: 'the configuration of the framework turns that off' };
      const standard = this.tables.library(route.framework)?.provides?.[route.entry]?.[kind];
      // What was seen of an endpoint counts for more than what its framework does for all; what the platform does, nobody sees.
      return verdict.reason !== undefined && standard?.presence !== 'unknown' ? verdict : (standard ?? verdict);
    }
    const names = namesOf(route, kind);
    return names === '' ? verdict : { presence: 'present', reason: names };
  }

  /** What the handler itself checks counts too. The query alone is judged only where nothing else is read. */
  private validation(route: Route, verdict: Verdict): Verdict {
    const all = this.inHandler(route)?.inputs ?? [];
    if (verdict.presence === 'present') {
      // What goes by classes passes on what is declared to be of none.
      const passed = route.guards.some((guard) => guard.kind === 'validation' && !guard.byClass)
        ? undefined
        : all.find(({ classless }) => classless);
      if (!passed || passed.validated.presence !== 'absent' || passed.manuallyChecked) return verdict;
      return { presence: 'absent', reason: `what is sent as ${passed.source} has no class for ${namesOf(route, 'validation')} to go by` };
    }
    const sent = all.filter(({ source }) => source !== 'query' && source !== 'headers' && source !== 'cookies');
    const checked = new Set(route.guards.flatMap(({ kind, parts }) => (kind === 'validation' ? (parts ?? []) : [])));
    const inputs = (sent.length > 0 ? sent : all).filter(({ source }) => !checked.has(source));
    if (inputs.length === 0 && all.length > 0 && checked.size > 0) return { presence: 'present', reason: namesOf(route, 'validation') };
    const isChecked = inputs.some((input) => input.validated.presence === 'present');
    // What reaches nothing, beside what was checked, is left alone: `(previous, formData) => …`.
    const open = inputs.find(
      (input) => input.validated.presence === 'absent' && !input.manuallyChecked && !(isChecked && input.reaches.length === 0),
    );
    if (open)
      return verdict.presence === 'unknown' ? verdict : { presence: 'absent', reason: `what is sent as ${open.source} is used unchecked` };
    const unsure = inputs.find((input) => input.validated.presence === 'unknown');
    if (unsure) return { presence: 'unknown', ...(unsure.validated.reason === undefined ? {} : { reason: unsure.validated.reason }) };
    if (inputs.length > 0)
      return { presence: 'present', reason: inputs.find((input) => input.validated.by !== undefined)?.validated.by ?? 'checked by hand' };
    if (verdict.presence !== 'absent') return verdict;
    const own = route.handler && this.factsOf(route.handler.file)?.summary.functions[route.handler.id];
    // What came in another way may be what it answers with: `OrderDto.parse(order)`.
    if (own?.validatesParts) return { presence: 'present', reason: 'checked in the handler' };
    return { presence: 'absent', reason: 'no input was seen' };
  }

  /** Whether pages of others can make browsers call it in the name of whoever looks at them. */
  private forgery(route: Route, verdict: Verdict): Verdict {
    // What asks for tokens and origins lets requests pass that are to change nothing.
    const isRead = /^(?:GET|HEAD|OPTIONS)$/.test(route.method);
    const changes = route.sinks.some(({ kind, open, trace, bookkeeping }) => kind === 'write' && !open && !trace && !bookkeeping);
    if (verdict.presence === 'present') {
      const isAskedInside = route.guards.some(({ kind, place }) => kind === 'csrf' && (place === 'handler' || place === 'route'));
      return isRead && changes && !isAskedInside
        ? { presence: 'absent', reason: `${route.method} changes data and is not asked for proof` }
        : verdict;
    }
    if (verdict.presence === 'unknown' || !this.isBeyondForgery(route)) return verdict;
    return { presence: 'present', reason: 'callers are known by what no page of others can send' };
  }

  /** Is everybody who gets in known by a secret, or by a header that browsers do not send unasked? */
  private isBeyondForgery(route: Route): boolean {
    if (route.entry === 'socket' || route.entry === 'job' || route.authentication.presence !== 'present') return false;
    if (route.guards.some(({ kind, unsure }) => kind === 'signature' && !unsure)) return true;
    const known = route.guards.filter(({ kind, level, believes }) => kind === 'authentication' && identifies(level) && !believes);
    const byCookie = this.byCookie(route);
    // Browsers keep names and passwords that they have asked for, and send them unasked. Who asks for a secret may take a session for one.
    if (known.length === 0 || byCookie === 'present' || known.some(({ name }) => /basic/i.test(name))) return false;
    return known.every(({ level, file }) => level === 'SECRET' || (byCookie === 'absent' && this.readsHeader(file)));
  }

  /** Does a file, or one that it rests on, know callers by a header? */
  private readsHeader(file: string): boolean {
    const asks = (facts: FileFacts | undefined): boolean =>
      facts?.facts.some((fact) => fact.kind === 'callerProof' && fact.by === 'header') === true;
    const facts = this.factsOf(file);
    return asks(facts) || facts?.dependsOn.some((other) => asks(this.factsOf(other))) === true;
  }

  /** Where an error of the handler goes. */
  private errorHandling(route: Route, verdict: Verdict): Verdict {
    if (this.isLeftOpen(route)) return { presence: 'absent', reason: 'an error leaves the request without an answer' };
    if (verdict.presence === 'present' || route.entry === 'job' || route.entry === 'socket')
      return verdict.presence === 'present' ? verdict : { presence: 'unknown' };
    const framework = this.tables.library(route.framework);
    const handled: Verdict = { presence: 'present', reason: `${framework?.title ?? route.framework} answers for errors` };
    const callback = this.callbackOf(route);
    if (callback?.rejection === 'caught') return { presence: 'present', reason: 'errors are caught' };
    if (callback?.rejection === 'handled-by-framework') return handled;
    if (callback?.rejection === 'lost') return { presence: 'absent', reason: 'an error leaves the request without an answer' };
    if (callback) return { presence: 'unknown' };
    // Whatever the version, the framework looks after what its handlers reject with.
    if (framework?.rejection?.(1) === 'handled-by-framework') return handled;
    const summary = route.handler && this.factsOf(route.handler.file)?.summary.functions[route.handler.id];
    return summary && !summary.rejects ? { presence: 'present', reason: 'nothing in it rejects' } : { presence: 'unknown' };
  }

  /** Is the request answered only where nobody looks after failures, or after one nobody looks after the request? */
  private isLeftOpen(route: Route): boolean {
    if (this.inHandler(route)?.isOpen) return true;
    const fact = this.factsOf(route.file)?.facts.find((other) => other.kind === 'route' && other.span.start === route.span.start);
    return fact?.kind === 'route' && wrappersOf(fact.handler).some(({ leavesOpen }) => leavesOpen);
  }

  /** The registration of the handler as a function whose promise somebody has to look after. */
  private callbackOf(route: Route): AsyncCallback | undefined {
    const own = this.inHandler(route)?.callbacks.find((fact) => fact.scope === route.handler!.id);
    if (own) return own;
    return this.factsOf(route.file)?.facts.find(
      (fact): fact is AsyncCallback =>
        fact.kind === 'asyncCallback' && fact.role === 'route' && fact.span.start === route.handlerSpan?.start,
    );
  }

  private inHandler({ handler }: Route): InFunction | undefined {
    const facts = handler && this.factsOf(handler.file);
    if (!facts) return undefined;
    let known = this.files.get(facts);
    if (!known) this.files.set(facts, (known = byFunction(facts)));
    return known.get(handler.id);
  }
}

function byFunction(facts: FileFacts): ReadonlyMap<string, InFunction> {
  const found = new Map<string, InFunction>();
  const at = (id: string): InFunction => {
    let entry = found.get(id);
    if (!entry) found.set(id, (entry = { inputs: [], callbacks: [] }));
    return entry;
  };
  for (const fact of facts.facts) {
    if (fact.kind === 'asyncCallback' && fact.role === 'route') at(fact.scope).callbacks.push(fact);
    const isOpen = (fact.kind === 'floatingPromise' && fact.answers) || (fact.kind === 'catch' && fact.leavesOpen);
    if (!isOpen && fact.kind !== 'requestInput') continue;
    // Callbacks in a handler have its id in front of their own.
    for (let id = fact.fn; id !== undefined; id = id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : undefined)
      if (fact.kind === 'requestInput') at(id).inputs.push(fact);
      else at(id).isOpen = true;
  }
  return found;
}

/** A shared secret is as good as a signature; it counts as authentication too. */
function signature(route: Route, verdict: Verdict): Verdict {
  if (verdict.presence === 'present') return verdict;
  const secret = route.guards.find((guard) => guard.level === 'SECRET');
  if (secret) return { presence: 'present', reason: secret.name };
  const unset = route.guards.find((guard) => guard.unset !== undefined);
  return unset ? { presence: 'unknown', reason: `${unset.name} is asked for only where ${unset.unset} is set` } : verdict;
}

function namesOf(route: Route, kind: GuardKind): string {
  return [...new Set(route.guards.filter((guard) => guard.kind === kind).map(({ name }) => name))].join(', ');
}
