import { ts } from 'ts-morph';
import type { AccessPath } from '../model/facts';
import type { ReadRole } from '../model/library';
import { bare, propertyOf } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { memberOfParameter } from './assertions';
import { calledOnlyBy } from './localCallers';

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

/**
 * What calls hand in for a value that is a parameter of the function around it or a member of one, `charge({ amount })` for `order.amount`: where
 * all of them stand in the file and what they hand in is written out. Else none.
 */
export function handedIn(analysis: FileAnalysis, node: ts.Expression): { call: CallSite; value: ts.Expression }[] {
  const fn = analysis.functionAround(node);
  if (!fn || fn.node.parameters.length === 0 || analysis.entries.has(fn) || calledOnlyBy(fn.node) === undefined) return [];
  const member = memberOfParameter(analysis, fn, node, 2);
  const found = member ? callsOf(analysis, fn) : [];
  if (!member || found.length === mostCalls) return [];
  const values = found.map((call) => {
    const given = call.node.arguments?.[member.index];
    const value = member.members.reduce<ReturnType<typeof propertyOf>>(
      (base, name) => (base && !ts.isMethodDeclaration(base) ? propertyOf(analysis.resolver.deref(base), name) : undefined),
      given,
    );
    return value && !ts.isMethodDeclaration(value) && !ts.isSpreadElement(value) ? { call, value } : undefined;
  });
  return values.every((value) => value !== undefined) ? values : [];
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
