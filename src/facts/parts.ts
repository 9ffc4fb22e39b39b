import { ts } from 'ts-morph';
import type { CallRole } from '../model/library';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

/**
 * A function and the callbacks that run as part of it: arguments of calls (`.then(…)`, `items.map(…)`) and functions
 * called on the spot, options of a function of the project that is waited for. Handlers registered inside it, functions it returns and named helpers are not part of it.
 */
export function partsOf(analysis: FileAnalysis, fn: FunctionInfo): FunctionInfo[] {
  const parts: FunctionInfo[] = [fn];
  for (const nested of fn.nested) {
    const call = callGiven(analysis, nested.node);
    if (!call) continue;
    const role = analysis.site(call)?.role;
    if (role?.route || role?.mount || isRegistration(role?.connections)) continue;
    if (ts.isReturnStatement(call.parent) && fn === nested.parent && role?.catchesAsync) continue;
    parts.push(...partsOf(analysis, nested));
  }
  return parts;
}

/** What a server of sockets is given runs later, for each connection or message. */
function isRegistration(connections: CallRole['connections']): boolean {
  return connections !== undefined && !connections.upgrades && !connections.namespace;
}

/** The call that a function is given to, as an argument or as an option. */
function callGiven(analysis: FileAnalysis, fn: ts.Node): ts.CallExpression | ts.NewExpression | undefined {
  const parent = ts.isParenthesizedExpression(fn.parent) ? fn.parent.parent : fn.parent;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return parent;
  // `return withKey({ request, handler: async () => … })`: what libraries do with their options is theirs to say.
  const options = ts.isPropertyAssignment(parent) ? parent.parent : parent;
  if (!ts.isObjectLiteralExpression(options) || !ts.isCallExpression(options.parent)) return undefined;
  const call = options.parent;
  const isWaitedFor = ts.isReturnStatement(call.parent) || ts.isAwaitExpression(call.parent) || ts.isArrowFunction(call.parent);
  return isWaitedFor && !analysis.site(call)?.role && analysis.resolver.functionOf(call.expression) ? call : undefined;
}
