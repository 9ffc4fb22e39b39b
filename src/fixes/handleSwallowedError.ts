import { ts } from 'ts-morph';
import type { CatchFact } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { Draft } from './edits';
import { handlerAround, isDirectlyIn, type Handler } from './handlers';
import { expand } from './idioms';
import { bindError, catchAt, logFor, prepend, type CatchTarget } from './logError';
import { logsBelow } from './logLines';
import { errorReply } from './replies';
import { insertAfter } from './statements';
import { indentAt, lineStart, render, startsLine, type Code } from './style';

/**
 * Logs a failure that a catch clause loses, and passes it on: to `next`, as an answer, or by throwing it again, by where it
 * stands. A return of success or of an empty default at the end of the clause gives way. User interface code only logs.
 */
export function handleSwallowedError(fact: CatchFact): FixProposal {
  return {
    id: 'handle-swallowed-error',
    kind: 'suggestion',
    title: fact.role === 'client' ? 'Log the error' : 'Log the error and pass it on',
    build: (source) => build(fact, source),
  };
}

function build(fact: CatchFact, source: FixSource): FileEdit[] | undefined {
  if (fact.rethrows || fact.forwards) return undefined;
  const draft = new Draft(source);
  const target = catchAt(draft, fact);
  if (!target) return undefined;
  const logged = target.body !== undefined && logsBelow(target.body, draft.tree);
  const error = bindError(draft, target);
  if (!error) return undefined;
  const log = logged ? [] : logFor(draft, fact, target, error);
  const handler = handlerAround(target.node, draft.tree);
  const leave = fact.role === 'client' ? [] : passOn(draft, target, fact, error, handler);
  if (!leave || log.length + leave.length === 0) return undefined;
  write(draft, target, log, leave);
  return draft.finish();
}

/** Statements that hand the failure to whoever can deal with it. */
function passOn(draft: Draft, target: CatchTarget, fact: CatchFact, error: string, handler: Handler | undefined): Code | undefined {
  // A loop that goes on with the next one goes on.
  const end = target.body?.statements[target.body.statements.length - 1];
  if (end && (ts.isContinueStatement(end) || ts.isBreakStatement(end))) return [];
  if (fact.form === 'callback' || !handler || !isDirectlyIn(handler, target.node)) {
    // A fallback that callers count on stays what it is, no longer in silence.
    const hasFallback = fact.returns !== 'nothing' && fact.returns !== 'success';
    return (fact.form === 'callback' || hasFallback) && fact.role !== 'job' ? [] : [`throw ${error};`];
  }
  const { idiom } = handler;
  if (fact.role === 'webhook' && idiom.forward && idiom.boundary !== 'next')
    return idiom.forward.map((line) => expand(line, { ...handler.names, error }));
  if (idiom.boundary === 'next' && handler.names.next) return idiom.forward?.map((line) => expand(line, { ...handler.names, error }));
  if (idiom.boundary === 'none' && idiom.forward) return idiom.forward.map((line) => expand(line, { ...handler.names, error }));
  return errorReply(draft, handler, 500);
}

/** Writes the log line first and the leaving statement last, in the place of a return that pretended success. */
function write(draft: Draft, target: CatchTarget, log: Code, leave: Code): void {
  const statements = target.body?.statements ?? [];
  const last = statements[statements.length - 1];
  if (!last || leave.length === 0) return prepend(draft, target, [...log, ...leave]);
  const replaced = ending(last, draft);
  if (statements[0] !== last || !replaced) {
    if (log.length > 0) prepend(draft, target, log);
    if (!replaced) return insertAfter(draft, last, leave);
  }
  const start = last.getStart(draft.tree);
  const code = statements[0] === last ? [...log, ...leave] : leave;
  if (startsLine(draft.text, start))
    draft.replace(lineStart(draft.text, start), last.end, render(code, draft.style, indentAt(draft.text, start)));
  else {
    const base = indentAt(draft.text, target.body!.getStart(draft.tree));
    const open = target.body!.getStart(draft.tree) + 1;
    if (statements[0] !== last) return draft.giveUp();
    draft.replace(open, target.body!.end - 1, `\n${render(code, draft.style, base + draft.style.indent)}\n${base}`);
  }
}

/** A statement that ends the clause with an answer or a value: it must not run once the failure is passed on. */
function ending(statement: ts.Statement, draft: Draft): boolean {
  if (ts.isReturnStatement(statement)) return true;
  return (
    ts.isExpressionStatement(statement) &&
    /\.(json|send|end|sendStatus)\(/.test(draft.textOf(statement)) &&
    !/^(console|logger|log)\b/.test(draft.textOf(statement))
  );
}
