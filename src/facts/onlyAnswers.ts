import { ts } from 'ts-morph';
import { callsBelow } from '../syntax/flow';
import { contains } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { callsLogger } from './catchBody';

/** Do statements of an endpoint do nothing but answer, and write to a log: `res.json({ received: true });`? What a helper leaves out its caller may do. */
export function onlyAnswers(analysis: FileAnalysis, statements: readonly (ts.Statement | undefined)[], fn: FunctionInfo): boolean {
  if (!analysis.entries.has(fn)) return false;
  const calls = statements.flatMap((statement) => (statement ? callsBelow(statement) : []));
  const answers = calls.filter((call) => analysis.site(call)?.role?.reply !== undefined || callsLogger(analysis, call));
  return calls.every((call) => answers.some((answer) => contains(answer, call)));
}
