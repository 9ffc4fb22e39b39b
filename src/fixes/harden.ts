import type { Fact, FactKind, FactOf, Route } from '../model/facts';
import type { FileEdit, TextEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { outlineOf } from '../syntax/outline';
import { addTimeout } from './addTimeout';
import { chooseGuard, guardRoute, handlerOfRoute, isAdminPath } from './addGuard';
import { uncaughtAwaits } from './boundaries';
import { checkResponse } from './checkResponse';
import { checkResultError } from './checkResultError';
import { Draft, EditSequence } from './edits';
import { asHandler, handlerAround, type Handler } from './handlers';
import { handleSwallowedError } from './handleSwallowedError';
import { hideErrorDetail } from './hideErrorDetail';
import { logError } from './logError';
import { nodeAt } from './nodes';
import { isFullyKnown, validateInput } from './validateInput';
import { majorOf } from './versions';
import { addHandlerBoundary, wrapInProjectWrapper } from './wrapWithTryCatch';

/** A handler as it stands in one version of its file. */
export interface HardenState {
  source: FixSource;
  /** Facts of the handler and of the functions inside it. */
  facts: readonly Fact[];
  route?: Route;
}

export interface HardenInput extends HardenState {
  /** Id of the handler's function, which stays the same while the file is edited. */
  handlerId: string;
  /** Rules with an open gap on this handler. Without it, a guard is added to whatever does more than read. */
  gaps?: ReadonlySet<string>;
  /** Analyses the file with another text; undefined when it does not parse or the handler is gone. */
  reanalyse: (text: string) => HardenState | undefined;
}

/** One edit set against the text at the start, and what was left out for which reason. */
export interface Hardened {
  edits: FileEdit[];
  skipped: { step: string; reason: string }[];
}

/** A step changes the state, or says why it leaves it alone. */
type Step = { name: string; run: (run: Run) => string | undefined };

/**
 * Hardens a handler: authentication, input validation, error boundary, no error details in answers, log lines, timeouts and
 * result checks, in this order because later steps move code. Every step works on the text that the earlier ones left and is
 * analysed anew; what is there already is skipped with its reason, so that a second run changes nothing.
 */
export function harden(input: HardenInput): Hardened {
  const run = new Run(input);
  const skipped: Hardened['skipped'] = [];
  for (const step of steps) {
    const reason = step.run(run);
    if (reason !== undefined) skipped.push({ step: step.name, reason });
  }
  run.finish();
  const edits = run.sequence.edits();
  return { edits: edits.length > 0 ? [{ file: input.source.file, edits }] : [], skipped };
}

class Run {
  readonly sequence: EditSequence;
  state: HardenState;
  /** An edit after which the handler goes by another id, so that nothing can be analysed behind it. */
  last?: (state: HardenState, handler: Handler) => FileEdit[] | undefined;

  constructor(readonly input: HardenInput) {
    this.state = input;
    this.sequence = new EditSequence(input.source.text);
  }

  /** The handler's function in the present text. */
  handler(): Handler | undefined {
    const { source, route, facts } = this.state;
    const { tree } = new Draft(source);
    const node = outlineOf(tree).byId.get(this.input.handlerId)?.node;
    const framework = route?.framework ?? facts.map((fact) => ('framework' in fact ? fact.framework : undefined)).find(Boolean);
    if (node) return asHandler(node, tree, framework) ?? handlerAround(node, tree, framework);
    if (route) return handlerOfRoute(new Draft(source), route).handler;
    return facts[0] && handlerAround(nodeAt(tree, facts[0].span), tree, framework);
  }

  /** Carries out a fix if the file can be analysed afterwards. */
  apply(edits: FileEdit[] | undefined): readonly TextEdit[] | undefined {
    const own = edits?.filter((edit) => edit.file === this.state.source.file && !edit.create).flatMap((edit) => edit.edits) ?? [];
    if (own.length === 0) return undefined;
    const trial = new EditSequence(this.state.source.text);
    trial.apply(own);
    const next = this.input.reanalyse(trial.text);
    if (!next) return undefined;
    this.sequence.apply(own);
    this.state = next;
    return own;
  }

  /** Carries out the edit that had to wait for the end. */
  finish(): void {
    const handler = this.last && this.handler();
    const edits = handler && this.last?.(this.state, handler);
    if (edits) this.sequence.apply(edits.flatMap((edit) => edit.edits));
  }

  /** Fixes all facts of a kind that qualify, one after the other in the order of the text. Returns how many were fixed. */
  each<K extends FactKind>(
    kind: K,
    qualifies: (fact: FactOf<K>) => boolean,
    proposal: (fact: FactOf<K>) => FixProposal,
  ): { fixed: number; refused: number } {
    const outcome = { fixed: 0, refused: 0 };
    let from = -1;
    for (;;) {
      const next = this.state.facts
        .filter((fact): fact is FactOf<K> => fact.kind === kind && placeOf(fact) > from && qualifies(fact as FactOf<K>))
        .sort((a, b) => placeOf(a) - placeOf(b))[0];
      if (!next) return outcome;
      const edits = this.apply(proposal(next).build(this.state.source));
      if (edits) outcome.fixed++;
      else outcome.refused++;
      from = edits ? moved(placeOf(next), edits) : placeOf(next);
    }
  }
}

/** What tells facts of one kind apart: an answer may leak twice. */
function placeOf(fact: Fact): number {
  return fact.kind === 'errorLeak' ? fact.expression.start : fact.span.start;
}

/** Where an offset is after edits. */
function moved(offset: number, edits: readonly TextEdit[]): number {
  let shift = 0;
  for (const edit of edits) {
    if (edit.end <= offset) shift += edit.newText.length - (edit.end - edit.start);
    else if (edit.start <= offset) return edit.start + shift + edit.newText.length;
  }
  return offset + shift;
}

/** The clause answers as if all were well, and no comment says why. */
function pretends(fact: FactOf<'catch'>): boolean {
  return fact.role === 'handler' && fact.intent === undefined && fact.replies?.success === true;
}

function told(outcome: { fixed: number; refused: number }, nothing: string, refused: string): string | undefined {
  if (outcome.fixed > 0) return undefined;
  return outcome.refused > 0 ? refused : nothing;
}

const steps: readonly Step[] = [
  { name: 'authentication', run: authenticate },
  { name: 'input validation', run: validate },
  { name: 'error boundary', run: bound },
  {
    name: 'no error details',
    run: (run) =>
      told(
        run.each('errorLeak', (fact) => !fact.narrowed, hideErrorDetail),
        'no error text reaches the client',
        'an error text could not be replaced safely',
      ),
  },
  {
    name: 'log',
    run: (run) =>
      told(
        run.each(
          'catch',
          (fact) => !fact.tried.probe && !fact.rethrows && !fact.forwards && (fact.logs === 'no' || pretends(fact)),
          (fact) => (pretends(fact) ? handleSwallowedError(fact) : logError(fact)),
        ),
        'every caught error is logged or passed on',
        'a caught error could not be logged safely',
      ),
  },
  {
    name: 'timeouts',
    run: (run) =>
      told(
        run.each(
          'outboundCall',
          (fact) => fact.timeout.presence === 'absent' && fact.side !== 'client' && !fact.local && !fact.streaming,
          addTimeout,
        ),
        'no call leaves the process without a timeout',
        'a call takes its options from elsewhere',
      ),
  },
  { name: 'result checks', run: checkResults },
];

/** Rules that a guard closes. */
const guardRules = [
  'missing-auth-guard',
  'admin-surface-unguarded',
  'presence-only-token-check',
  'inconsistent-auth-posture',
  'exported-server-function',
];

function authenticate(run: Run): string | undefined {
  const { route, source } = run.state;
  if (!route) return 'the registration of this handler was not found';
  if (route.entry === 'webhook') return 'a webhook is authenticated by its signature';
  if (route.entry === 'job') return 'a scheduled job is authenticated by a shared secret';
  if (route.publicIntent) return `it is meant to be open: ${route.publicIntent}`;
  if (route.authentication.presence === 'unknown') return route.authentication.reason ?? 'it is not known what runs before this handler';
  if (route.authentication.presence === 'present') return guardedBy(route, source);
  if (route.sinks.length === 0) return 'it reaches nothing that has to be protected';
  const { gaps } = run.input;
  const open = gaps
    ? !guardRules.some((rule) => gaps.has(rule))
    : route.sinks.every((sink) => sink.kind === 'read-private' || sink.kind === 'outbound');
  if (open) return 'it only reads, and nothing says that what it reads is private';
  const role = isAdminPath(route.path) ? chooseGuard(route, source, { level: 'ROLE' }) : undefined;
  const choice = role && !('reason' in role) ? role : chooseGuard(route, source);
  if ('reason' in choice) return choice.reason;
  const draft = new Draft(source);
  if (!guardRoute(draft, route, choice)) {
    return route.file === source.file ? 'the guard could not be placed safely' : `it is registered in ${route.file}`;
  }
  return run.apply(draft.finish()) ? undefined : 'the guard could not be placed safely';
}

function guardedBy(route: Route, source: FixSource): string {
  const guard = route.guards.find((candidate) => candidate.kind === 'authentication') ?? route.guards[0];
  if (!guard) return route.authentication.reason ?? 'it is guarded already';
  const text = guard.file === source.file ? source.text : source.read?.(guard.file);
  const line = text === undefined ? '' : `:${text.slice(0, guard.span.start).split('\n').length}`;
  return `already guarded by ${guard.name} at ${guard.file}${line}`;
}

function validate(run: Run): string | undefined {
  if (run.state.route?.entry === 'webhook') return 'the body of a webhook is checked after its signature';
  const outcome = run.each(
    'requestInput',
    (fact) =>
      fact.validated.presence === 'absent' &&
      !fact.signed &&
      !fact.manuallyChecked &&
      isFullyKnown(fact, run.state.source) &&
      (fact.source === 'body' ||
        fact.source === 'form' ||
        fact.source === 'arguments' ||
        (fact.source === 'query' && fact.reaches.length > 0)),
    validateInput,
  );
  const unknown = run.state.facts.some(
    (fact) => fact.kind === 'requestInput' && fact.validated.presence === 'absent' && !isFullyKnown(fact, run.state.source),
  );
  if (unknown && outcome.fixed === 0) return 'all of the input is written, and which fields it may have cannot be told from the code';
  const validated = run.state.facts.find(
    (fact): fact is FactOf<'requestInput'> => fact.kind === 'requestInput' && fact.validated.presence === 'present',
  );
  const nothing = validated
    ? `already validated${validated.validated.by ? ` by ${validated.validated.by}` : ''}`
    : 'no input that needs validation is read';
  return told(outcome, nothing, 'the fields of the input cannot be told from the code');
}

function bound(run: Run): string | undefined {
  const handler = run.handler();
  if (!handler) return 'the handler could not be found';
  const { idiom, framework } = handler;
  if (idiom.boundary === 'none') return `${framework} passes rejections to its error handler`;
  if (idiom.boundary === 'next' && idiom.rejection(majorOf(run.state.source.idioms.packages.get('express'))) === 'handled')
    return 'Express 5 passes rejections to the error handler';
  const awaited = run.state.facts.flatMap((fact) => (fact.kind === 'asyncCallback' && fact.role === 'route' ? fact.unprotected : []));
  const caught = run.state.facts.some((fact) => fact.kind === 'asyncCallback' && fact.role === 'route' && fact.rejection === 'caught');
  if (caught) return 'errors are caught already';
  const wrap: NonNullable<Run['last']> = (state, subject) => wrapInProjectWrapper(state.source, subject.fn, subject.fn, subject);
  const fails = awaited.length > 0 || uncaughtAwaits(handler.fn).length > 0;
  if (fails && handler.registration && wrap(run.state, handler)) {
    run.last = wrap;
    return undefined;
  }
  const draft = new Draft(run.state.source);
  // What is passed on is logged where it arrives.
  const log = !(idiom.boundary === 'next' && run.state.source.idioms.errorHandler?.logs);
  if (!addHandlerBoundary(draft, handler, { log, awaited })) return 'errors are caught already, or nothing in it can fail';
  return run.apply(draft.finish()) ? undefined : 'the handler could not be wrapped safely';
}

const unchecked = new Set(['ignored', 'omitted', 'unread']);

function checkResults(run: Run): string | undefined {
  const results = run.each('resultUse', (fact) => unchecked.has(fact.error) && !fact.deliberate, checkResultError);
  const responses = run.each('outboundCall', (fact) => fact.checked === 'absent' && fact.side !== 'client', checkResponse);
  return told(
    { fixed: results.fixed + responses.fixed, refused: results.refused + responses.refused },
    'every result is checked',
    'a result is used on the spot',
  );
}
