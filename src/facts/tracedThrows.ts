import { ts } from 'ts-morph';
import { bare, contains } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';
import { ownErrors } from './caughtValues';
import type { Trace } from './origins';
import type { Frames, Source } from './traceParts';

/** What the statements of a `try` throw themselves, as far as whoever calls decides it: `throw new Error(`No ${name}`)` is the message that is caught. */
export function thrownInto(trace: Trace, clause: ts.CatchClause, steps: readonly string[], frames: Frames, depth: number): Source[] {
  const thrown = throwsIn(trace.analysis, clause.parent).flatMap(({ expression }) => {
    const value = bare(expression);
    if (!ts.isNewExpression(value) && !ts.isCallExpression(value)) return trace.of(value, steps, frames, depth);
    const text = ts.isIdentifier(value.expression) && ownErrors.test(value.expression.text) ? value.arguments?.[0] : undefined;
    // As a text an error is its message.
    return text && (steps[0] === undefined || steps[0] === 'message') ? trace.of(text, steps.slice(1), frames, depth) : [];
  });
  return thrown.filter(({ from }) => from === 'request' || from === 'page');
}

/** Statements that throw what ends in the `catch` of a `try`, in the same function. */
function throwsIn(analysis: FileAnalysis, statement: ts.TryStatement): ts.ThrowStatement[] {
  return (analysis.functionAround(statement)?.exits ?? []).filter(
    (exit): exit is ts.ThrowStatement => ts.isThrowStatement(exit) && contains(statement.tryBlock, exit) && catcherOf(exit) === statement,
  );
}

function catcherOf(exit: ts.ThrowStatement): ts.TryStatement | undefined {
  let child: ts.Node = exit;
  for (let { parent } = child; parent; child = parent, parent = parent.parent)
    if (ts.isTryStatement(parent) && parent.catchClause && parent.tryBlock === child) return parent;
  return undefined;
}
