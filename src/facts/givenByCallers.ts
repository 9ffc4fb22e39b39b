import { ts } from 'ts-morph';
import type { AccessPath } from '../model/facts';
import type { ReadRole } from '../model/library';
import { bare } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { memberOfParameter } from './assertions';

/** How many calls of a function are looked at. */
const mostCalls = 4;

/**
 * What reading a value means, where it is in a parameter that neither a type nor a library says anything of: calls of the function in the same file
 * show what they hand in, `const caller = (req) => req.session.userId; … caller(req)`.
 */
export function readOf(analysis: FileAnalysis, node: ts.Expression): ReadRole | undefined {
  const path = analysis.resolver.pathOf(node);
  if (path !== undefined) return analysis.tables.read(path);
  const flagged = ts.isIdentifier(node) ? presenceOf(analysis.resolver.deref(node, 1)) : undefined;
  if (flagged) return readOf(analysis, flagged);
  return analysis.tables.read(pathFromCallers(analysis, node));
}

/** What a flag says is there: `const isLoggedIn = !!req.auth`, `Boolean(req.auth)`. */
function presenceOf(value: ts.Expression): ts.Expression | undefined {
  const [only] = ts.isCallExpression(value) && value.expression.getText() === 'Boolean' ? value.arguments : [];
  if (only) return bare(only);
  const inner = ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken ? bare(value.operand) : undefined;
  return inner && ts.isPrefixUnaryExpression(inner) && inner.operator === ts.SyntaxKind.ExclamationToken ? bare(inner.operand) : undefined;
}

function pathFromCallers(analysis: FileAnalysis, node: ts.Expression): AccessPath | undefined {
  const fn = analysis.functionAround(node);
  if (!fn || fn.node.parameters.length === 0 || analysis.entries.has(fn)) return undefined;
  const member = memberOfParameter(analysis, fn, node, 2);
  if (!member || member.members.length === 0) return undefined;
  for (const { node: call } of callsOf(analysis, fn)) {
    const given = call.arguments?.[member.index];
    const path = given && member.members.reduce((base, name) => analysis.resolver.rewrite(base, name), analysis.resolver.pathOf(given));
    if (path !== undefined) return path;
  }
  return undefined;
}

const calls = new WeakMap<FileAnalysis, Map<FunctionInfo, CallSite[]>>();

function callsOf(analysis: FileAnalysis, fn: FunctionInfo): readonly CallSite[] {
  let known = calls.get(analysis);
  if (!known) {
    known = new Map();
    for (const site of analysis.sites) {
      const local = (site.node.arguments?.length ?? 0) > 0 ? analysis.resolver.functionOf(site.node.expression)?.local : undefined;
      const others = local && (known.get(local) ?? []);
      if (others && others.length < mostCalls) known.set(local, [...others, site]);
    }
    calls.set(analysis, known);
  }
  return known.get(fn) ?? [];
}
