import { ts } from 'ts-morph';
import type { AccessPath, FunctionSummary, LoadedRecord } from '../model/facts';
import { callsBelow } from '../syntax/flow';
import { bare, contains } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { identifies } from './guardLevels';
import { lastName } from './guardConditions';

const sent = /\.(?:params|query|body)\b/;
/** Whose record is found by these is who is calling. */
const proof = /session|token|cookie|authorization|decoded|payload|passport/i;

/**
 * Members of the request or the answer in which a function leaves a record for those behind it: `User.findById(id).then((user) => { req.user = user; … })`.
 * What finds out who is calling leaves the caller there, who is not meant.
 */
export function loadsOf(analysis: FileAnalysis, fn: FunctionInfo, { guards }: Pick<FunctionSummary, 'guards'>): LoadedRecord[] {
  const parameters = analysis.resolver.parameters.get(fn.node);
  if (
    !parameters ||
    fn.parent ||
    analysis.outline.memberAssignments.length === 0 ||
    !isUsed(analysis) ||
    guards.some(({ kind, level }) => kind === 'authentication' && identifies(level))
  )
    return [];
  return analysis.outline.memberAssignments.flatMap(({ left, right }) => {
    const member = contains(fn.node, left) ? memberOf(analysis.resolver.pathOf(left), parameters) : undefined;
    const found = member === undefined ? undefined : lookupOf(analysis, right);
    if (member === undefined || !found) return [];
    const text = fn.node.getText(analysis.source);
    return [
      {
        member,
        ...(found.target === undefined ? {} : { target: found.target }),
        ...(sent.test(text) && !proof.test(text) ? { bySent: true as const } : {}),
      },
    ];
  });
}

/** A call that changes a record which something in front of the function left in a member of the request: `req.user.save()`. */
export function changedMember(analysis: FileAnalysis, { node, role }: CallSite): AccessPath | undefined {
  const callee = bare(node.expression);
  if (
    role ||
    !ts.isPropertyAccessExpression(callee) ||
    !analysis.tables.records.some(({ library, writes }) => writes.has(callee.name.text) && analysis.inForce(library.packages))
  )
    return undefined;
  const path = analysis.resolver.pathOf(callee.expression);
  // Everything that requests and answers have by themselves is known by another path, or has no such method.
  return path !== undefined &&
    /^[^#]+#(?:req|res|ctx|request)\.(?:locals\.|state\.)?\w+$/.test(path) &&
    !/\.(?:session|body|query|params)$/.test(path)
    ? path
    : undefined;
}

function isUsed(analysis: FileAnalysis): boolean {
  return analysis.tables.records.some(({ library }) => analysis.inForce(library.packages));
}

function memberOf(path: AccessPath | undefined, parameters: readonly (AccessPath | undefined)[]): AccessPath | undefined {
  return path !== undefined && parameters.some((parameter) => parameter !== undefined && path.startsWith(`${parameter}.`))
    ? path
    : undefined;
}

/** What a value was found by, when it is what a model gave: awaited, or handed to a callback. */
function lookupOf(analysis: FileAnalysis, node: ts.Expression): { target?: string } | undefined {
  const value = bare(node);
  if (!ts.isIdentifier(value)) return readIn(analysis, value);
  const declaration = analysis.resolver.declarations.find(value);
  if (declaration?.kind === 'variable') {
    const assigned = analysis.outline.assignments.get(value.text) ?? [];
    return [...(declaration.node.initializer ? [declaration.node.initializer] : []), ...assigned.map(({ right }) => right)]
      .map((given) => readIn(analysis, given))
      .find((found) => found !== undefined);
  }
  if (declaration?.kind !== 'parameter') return undefined;
  const call = declaration.fn.parent;
  return call && ts.isCallExpression(call) ? readIn(analysis, call) : undefined;
}

/** A call on a model in an expression. */
function readIn(analysis: FileAnalysis, node: ts.Expression): { target?: string } | undefined {
  for (const call of callsBelow(node)) {
    const path = analysis.resolver.pathOf(call.expression);
    const model = path === undefined ? undefined : analysis.tables.records.find((record) => path.startsWith(`${record.model}.`));
    if (!model) continue;
    const callee = bare(call.expression);
    const target = ts.isPropertyAccessExpression(callee) ? lastName(bare(callee.expression)) : undefined;
    return target === undefined ? {} : { target };
  }
  return undefined;
}
