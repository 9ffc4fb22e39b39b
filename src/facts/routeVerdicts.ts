import type {
  AccountDeed,
  FunctionRef,
  FunctionSummary,
  GuardKind,
  GuardLevel,
  HandlerRef,
  LoadedRecord,
  Route,
  RouteFact,
  RouteGuard,
  Sink,
  Verdict,
} from '../model/facts';
import { deciding, tableKey } from '../model/ownerNames';
import { checksWhatIsSent } from './checkedParts';
import { identifies } from './guardLevels';
import type { Way } from './ways';
import { demanding } from './summaries';
import type { Tables } from './tables';

const validationName = /valid(ate|ator|ation)|schema|celebrate|sanitiz|\bdto\b|parse(Body|Request|Input)/i;

/** What something may do that nobody can be sure of. */
const doubts: Partial<Record<GuardKind, string>> = {
  'rate-limit': 'may limit how often it is called',
  csrf: 'may refuse what pages of others send',
  logging: 'may write requests down',
  'body-limit': 'goes by what the sender says of the length',
  signature: 'may be passed over, or what it says is not heeded',
};

/** What is said of an endpoint once everything on the way to it is known. */
export class RouteVerdicts {
  constructor(
    private readonly tables: Tables,
    private readonly summaryOf: (ref: FunctionRef) => FunctionSummary | undefined,
  ) {}

  /** Whether who is calling matters to what is done. Something in front of the handler may look after that as well as find out who calls. */
  callerUse(summary: FunctionSummary | undefined, chain: readonly HandlerRef[], guards: readonly RouteGuard[]): Pick<Route, 'caller'> {
    if (summary?.caller !== 'unused') return summary?.caller === undefined ? {} : { caller: summary.caller };
    const isElse = (ref: HandlerRef): boolean =>
      ref.unresolved === true ||
      (ref.fn !== undefined &&
        !guards.some(({ name, level, kind }) => name === ref.name && (level === 'AUTHENTICATED' || kind !== 'authentication')));
    return chain.some(isElse) ? {} : { caller: 'unused' };
  }

  /** What stands in front of a handler may look up the row that is asked for, and whose it is. */
  lookBefore(
    chain: readonly HandlerRef[],
    inner: HandlerRef | undefined,
    guards: readonly RouteGuard[],
    markers: readonly string[] = [],
  ): Pick<Route, 'mayLook' | 'readBefore'> {
    const read = new Set<string>();
    // Metadata about roles is there for a guard to read.
    let mayLook = markers.find((marker) => deciding.test(marker) && !/auth|guard|protect/i.test(marker));
    for (const ref of chain) {
      if (ref === inner || ref.name === inner?.name) continue;
      const own = guards.filter(({ name, kind }) => name === ref.name && kind !== 'logging');
      const summary = ref.fn && this.summaryOf(ref.fn);
      const sinks = summary && (summary.replies || summary.throws) ? summary.sinks : [];
      for (const { target } of sinks) {
        const table = target === undefined ? undefined : tableKey(target);
        if (table !== undefined) read.add(table);
      }
      // Its name may say more of it than was found: `role.check('Admin')`, `isAuthor`.
      const name = ref.name.replace(/\(.*/s, '');
      const isMore = deciding.test(name) && !/auth(?!or(?![a-z]))|guard|protect/i.test(name);
      const isOpaque = own.length === 0 && (ref.unresolved === true || summary?.mayAsk !== undefined || sinks.length > 0);
      if (isMore || isOpaque || own.some(({ level }) => level === 'OWNER' || level === 'ROLE')) mayLook ??= ref.name;
    }
    return { ...(mayLook === undefined ? {} : { mayLook }), ...(read.size > 0 ? { readBefore: [...read] } : {}) };
  }

  /** What an element of a chain does with passwords: `passport.authenticate('local')`. */
  deedOf(ref: HandlerRef): AccountDeed[] {
    const own = ref.fn ? this.summaryOf(ref.fn)?.deeds : undefined;
    const deed = ref.fn ? undefined : this.tables.call(ref.path)?.deed;
    return [...(own ?? []), ...(deed && (deed.arg0 === undefined || ref.args?.includes(deed.arg0)) ? [deed.does] : [])];
  }

  /** Changes of records that something in front of the handler looked up for it. */
  changesOf(summary: FunctionSummary | undefined, way: Way, chain: readonly HandlerRef[]): Sink[] {
    if (!summary?.changesLoaded) return [];
    const loads = this.loadsOf(way, chain);
    return summary.changesLoaded.flatMap(({ member, span }) => {
      const loaded = loads.find((record) => record.member === member);
      return loaded ? [{ kind: 'write' as const, ...(loaded.target === undefined ? {} : { target: loaded.target }), span }] : [];
    });
  }

  /** Whether an endpoint asks who is calling. */
  verdict(
    level: GuardLevel,
    guards: readonly RouteGuard[],
    way: Way,
    inner: HandlerRef | undefined,
    summary: FunctionSummary | undefined,
    chain: readonly HandlerRef[],
    upstream: string | undefined,
  ): Verdict {
    if (identifies(level))
      return { presence: 'present', reason: guards.find((guard) => guard.level === level)?.name ?? 'row level security' };
    const open = guards.find(({ unset }) => unset !== undefined);
    if (open) return { presence: 'unknown', reason: `${open.name} is asked for only where ${open.unset} is set` };
    const reason = this.doubt(way, inner, summary, chain) ?? upstream;
    return reason === undefined ? { presence: 'absent' } : { presence: 'unknown', reason };
  }

  /** Why it cannot be said that nothing guards a route. */
  private doubt(
    way: Way,
    inner: HandlerRef | undefined,
    summary: FunctionSummary | undefined,
    chain: readonly HandlerRef[],
  ): string | undefined {
    if (way.unknown !== undefined) return way.unknown;
    if (!way.mounted) return 'its router is not mounted in any file that was read';
    const unresolved = chain.find((ref) => ref.unresolved);
    if (unresolved) return `${unresolved.name} could not be resolved`;
    const opaque = chain.find(
      (ref) =>
        ref.path !== undefined &&
        !ref.fn &&
        !ref.path.startsWith('builder:') &&
        !ref.path.endsWith('#schema') &&
        (ref.path.startsWith('file:') || (ref.wraps !== undefined && !this.tables.call(ref.path))),
    );
    if (opaque) return `what ${opaque.name} returns could not be resolved`;
    const asking = chain.map(({ fn }) => fn && this.summaryOf(fn)?.mayAsk).find((name) => name !== undefined);
    if (asking !== undefined) return `${asking} may ask who is calling`;
    if (!inner?.fn) return this.isEntrance(inner) ? undefined : 'its handler could not be resolved';
    if (!summary) return 'its handler could not be read';
    if (summary.unread !== undefined) return summary.unread;
    if (summary.mayAsk !== undefined) return `${summary.mayAsk} may ask who is calling`;
    // What it relies on may be a record that was looked up for it.
    const isLoaded = this.loadsOf(way, chain).some(({ member }) => member === summary.relies);
    return summary.relies === undefined || isLoaded
      ? undefined
      : `it fails without ${summary.relies.slice(summary.relies.indexOf('#') + 1)}, and what puts that there was not seen`;
  }

  /** Records that something in front of a handler looks up by what the caller sends. */
  private loadsOf(way: Way, chain: readonly HandlerRef[]): LoadedRecord[] {
    return [...(way.loads ?? []), ...chain.flatMap(({ fn }) => (fn && this.summaryOf(fn)?.loads?.filter(({ bySent }) => bySent)) ?? [])];
  }

  /** Is a handler one by which people come in? */
  isEntrance(ref: HandlerRef | undefined): boolean {
    return this.tables.call(ref?.path)?.entrance === true;
  }

  /** Is it known what an element of a chain checks, so that its name says nothing? */
  private isKnown({ path, fn }: HandlerRef): boolean {
    return this.tables.call(path)?.harmless === true || (fn !== undefined && this.summaryOf(fn)?.validatesParts !== undefined);
  }

  /** Whether an endpoint has something beside authentication: validation, a limit, a signature, a trace in the log. */
  roleVerdict(
    kind: GuardKind,
    method: string,
    guards: readonly RouteGuard[],
    summary: FunctionSummary | undefined,
    way: Way,
    chain: readonly HandlerRef[],
  ): Verdict {
    const open = kind === 'body-limit' ? guards.find(({ unbounded }) => unbounded !== undefined) : undefined;
    if (open?.unbounded === true) return { presence: 'absent', reason: `${open.name} takes bodies of any size` };
    if (open) return { presence: 'unknown', reason: `${open.name} has no limit unless it is given one` };
    const isOne = (guard: RouteGuard): boolean => guard.kind === kind && (kind !== 'signature' || guard.level !== 'OPTIONAL');
    if (guards.some((guard) => isOne(guard) && !guard.unsure && !guard.noted && checksWhatIsSent(guard.parts, method)))
      return { presence: 'present' };
    // What checks in front have noted, the handler asks for.
    if (kind === 'validation' && (summary?.validates.length ?? 0) > 0 && guards.some((guard) => guard.kind === kind && guard.noted))
      return { presence: 'present' };
    const unsure = guards.find((guard) => guard.kind === kind && guard.unsure);
    if (unsure) return { presence: 'unknown', reason: `${unsure.name} ${doubts[kind] ?? 'may be one'}` };
    if (kind === 'signature' && summary?.confirms !== undefined) return { presence: 'unknown', reason: summary.confirms };
    if (kind === 'logging' && summary?.logs) return { presence: 'present' };
    if (kind === 'logging' && summary?.mayLog) return { presence: 'unknown', reason: 'something that it calls may leave a trace' };
    // Whoever proves who calls may do so by a signature.
    const isDoubted =
      way.unknown !== undefined && (way.about === undefined || way.about.includes(kind === 'signature' ? 'authentication' : kind));
    if (isDoubted || !way.mounted || chain.some((ref) => ref.unresolved)) return { presence: 'unknown' };
    // A validator made where nobody could follow: its name is all there is.
    const validator =
      kind === 'validation' ? chain.find((ref) => validationName.test(ref.name) && !ref.parts && !this.isKnown(ref)) : undefined;
    if (validator) return { presence: 'unknown', reason: `${validator.name} may validate` };
    return { presence: summary ? 'absent' : 'unknown' };
  }
}

/** What a request brings about. */
export function reachedBy(fact: RouteFact, method: string, summary: FunctionSummary | undefined): readonly Sink[] {
  if (!summary) return [];
  // What an action reads and does not give back shows nothing to anybody; one that only refuses writes for itself.
  const isMute = fact.entry === 'action' && summary.givesNothing === true;
  if (isMute && summary.throws && demanding.test(summary.name)) return [];
  const sinks = isMute ? summary.sinks.filter(({ kind }) => kind !== 'read-private') : summary.sinks;
  // Whoever does something has it logged: that is no deed of its own. Whoever looks at a page asks for nothing that it notes.
  const isLogged = !sinks.every(({ trace }) => trace);
  const isPage = fact.entry !== 'job' && /^(?:GET|HEAD|QUERY)$/.test(method);
  const isShown = isPage && summary.servesStrangers === true;
  const isAside = (sink: Sink): boolean =>
    (sink.trace === true && isLogged) || (sink.bookkeeping === true && isPage) || (sink.kind === 'read-private' && isShown);
  return sinks.some(isAside) ? sinks.map((sink) => (isAside(sink) ? { ...sink, open: true } : sink)) : sinks;
}
