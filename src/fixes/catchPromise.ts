import { ts } from 'ts-morph';
import type { FloatingPromise } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { ensureNext, errorName } from './boundaries';
import { Draft } from './edits';
import { handlerAround } from './handlers';
import { logLine } from './logLines';
import { ancestor, freeName, nodeAt } from './nodes';
import { indentAt, render } from './style';

/** Gives the failure of a promise that nobody waits for somewhere to go: `next` where the request is answered in it, else a log line. */
export function catchPromise(fact: FloatingPromise): FixProposal {
  return {
    id: 'catch-promise',
    kind: 'suggestion',
    title: fact.answers ? 'Pass the failure on' : 'Catch the failure and log it',
    build: (source) => build(fact, source),
  };
}

function build(fact: FloatingPromise, source: FixSource): FileEdit[] | undefined {
  const draft = new Draft(source);
  const place = nodeAt(draft.tree, fact.span);
  const call = ts.isCallExpression(place) ? place : ancestor(place, ts.isCallExpression);
  const handler = call && handlerAround(call, draft.tree);
  if (!call) return undefined;
  if (fact.answers) {
    // Only where failures are handed on does somebody answer for them.
    const next = handler?.idiom.boundary === 'next' ? ensureNext(draft, handler) : undefined;
    if (next === undefined) return undefined;
    draft.insert(call.end, `${lead(draft, call)}.catch(${next})`);
    return draft.finish();
  }
  const error = freeName([errorName(draft), 'err', 'error', 'caught'], call);
  const before = lead(draft, call);
  const base = before === '' ? indentAt(draft.text, call.getStart(draft.tree)) : before.slice(1);
  const lines = render(logLine(draft, call, error, { handler, what: fact.label }), draft.style, base + draft.style.indent);
  draft.insert(call.end, `${before}.catch((${error}) => {\n${lines}\n${base}})`);
  return draft.finish();
}

/** What stands in front of a further link of a chain: a line of its own where the last one has that, too. */
function lead(draft: Draft, call: ts.CallExpression): string {
  if (!ts.isPropertyAccessExpression(call.expression)) return '';
  const dot = call.expression.name.getStart(draft.tree) - 1;
  const line = draft.text.slice(draft.text.lastIndexOf('\n', dot) + 1, dot);
  return /^[ \t]+$/.test(line) ? `\n${line}` : '';
}
