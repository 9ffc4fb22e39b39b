import { ts } from 'ts-morph';
import type { CaughtInterrupt } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { enclosingTry } from '../syntax/flow';
import { Draft } from './edits';
import { rethrowLines } from './interrupts';
import { bindError, prepend } from './logError';
import { nodeAt } from './nodes';

/** Lets what ends the request by being thrown pass the catch clause around it, as its library does that. */
export function rethrowInterrupt(fact: CaughtInterrupt): FixProposal {
  return {
    id: 'rethrow-interrupt',
    kind: 'suggestion',
    title: fact.does === 'redirect' ? 'Let the redirect pass this catch' : 'Let this answer pass the catch',
    build: (source) => build(fact, source),
  };
}

function build(fact: CaughtInterrupt, source: FixSource): FileEdit[] | undefined {
  if (fact.fate !== 'kept') return undefined;
  const draft = new Draft(source);
  const node = nodeAt(draft.tree, { start: fact.caughtAt.start, end: fact.caughtAt.start + 1 });
  const clause = clauseAt(node);
  // Passing it on to the next clause that keeps it would help nobody.
  if (!clause || enclosingTry(clause.parent)) return undefined;
  const target = { node: clause, body: clause.block };
  const error = bindError(draft, target);
  const lines = error === undefined ? undefined : rethrowLines(draft, fact.library, fact.does, error);
  if (!lines) return undefined;
  prepend(draft, target, lines);
  return draft.finish();
}

function clauseAt(node: ts.Node): ts.CatchClause | undefined {
  for (let current: ts.Node | undefined = node; current; current = current.parent) if (ts.isCatchClause(current)) return current;
  return undefined;
}
