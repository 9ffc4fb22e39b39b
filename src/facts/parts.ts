import { ts } from 'ts-morph';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

/**
 * A function and the callbacks that run as part of it: arguments of calls (`.then(…)`, `items.map(…)`) and functions
 * called on the spot. Handlers registered inside it, functions it returns and named helpers are not part of it.
 */
export function partsOf(analysis: FileAnalysis, fn: FunctionInfo): FunctionInfo[] {
  const parts: FunctionInfo[] = [fn];
  for (const nested of fn.nested) {
    const parent = nested.node.parent;
    const call = ts.isParenthesizedExpression(parent) ? parent.parent : parent;
    if (!ts.isCallExpression(call) && !ts.isNewExpression(call)) continue;
    const role = analysis.site(call)?.role;
    if (role?.route || role?.mount) continue;
    if (ts.isReturnStatement(call.parent) && fn === nested.parent && role?.catchesAsync) continue;
    parts.push(...partsOf(analysis, nested));
  }
  return parts;
}
