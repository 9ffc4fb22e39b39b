import { ts } from 'ts-morph';
import type { AsyncCallback } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { isFunctionNode } from '../syntax/outline';
import { ensureNext } from './boundaries';
import { Draft } from './edits';
import { handlerAround } from './handlers';
import { ancestor, nodeAt, outwards } from './nodes';

/** Hands what a callback throws to the promise around it, or to `next` of the handler, where somebody deals with it. */
export function passOnThrown(fact: AsyncCallback): FixProposal {
  return {
    id: 'pass-on-thrown',
    kind: 'suggestion',
    title: 'Pass the error on instead of throwing it',
    build: (source) => build(fact, source),
  };
}

function build(fact: AsyncCallback, source: FixSource): FileEdit[] | undefined {
  const draft = new Draft(source);
  for (const span of fact.unprotected) {
    const statement = ancestor(nodeAt(draft.tree, span), ts.isThrowStatement);
    const taker = statement && takerOf(draft, statement);
    if (!taker) return undefined;
    draft.replaceNode(statement, `return ${taker}(${draft.textOf(statement.expression)});`);
  }
  return draft.finish();
}

/** Name of the function that takes errors: `reject` of the nearest promise, else `next` of the handler. */
function takerOf(draft: Draft, statement: ts.ThrowStatement): string | undefined {
  const handler = handlerAround(statement, draft.tree);
  for (const fn of outwards(statement)) {
    if (fn === handler?.fn) break;
    if (!isFunctionNode(fn) || !ts.isNewExpression(fn.parent) || fn.parent.expression.getText(draft.tree) !== 'Promise') continue;
    const reject = fn.parameters[1]?.name;
    return reject && ts.isIdentifier(reject) ? reject.text : undefined;
  }
  return handler?.idiom.boundary === 'next' ? ensureNext(draft, handler) : undefined;
}
