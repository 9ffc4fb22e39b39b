import { ts } from 'ts-morph';
import { bare } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';
import type { Trace } from './origins';
import type { Frames, Source } from './traceParts';

const nowhere: Frames = new Map();

/**
 * What functions of the file put under a name of their own onto what they are handed, for those that run after them:
 * `req.filters = parse(req.url)` in middleware. Only what callers decide is told, so that whatever else it holds stays unknown.
 */
export function putOnParameter(
  trace: Trace,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  steps: readonly string[],
  depth: number,
): Source[] {
  const { analysis } = trace;
  if (!ts.isPropertyAccessExpression(node) || !analysis.assignedMembers.has(node.name.text)) return [];
  const path = handedAs(analysis, node.expression);
  if (path === undefined) return [];
  const name = node.name.text;
  analysis.asked(name, node);
  return analysis.outline.memberAssignments
    .filter(({ left }) => ts.isPropertyAccessExpression(left) && left.name.text === name && handedAs(analysis, left.expression) === path)
    .flatMap(({ right }) => trace.of(right, steps, nowhere, depth))
    .filter(({ from }) => from === 'request' || from === 'page');
}

/** What a framework hands over under the name of a parameter. */
function handedAs(analysis: FileAnalysis, node: ts.Expression): string | undefined {
  const value = bare(node);
  const declaration = ts.isIdentifier(value) ? analysis.resolver.declarations.find(value) : undefined;
  return declaration?.kind === 'parameter' && declaration.steps.length === 0
    ? analysis.resolver.parameters.get(declaration.fn)?.[declaration.index]
    : undefined;
}

const assignment = /\.\s*([\w$]+)\s*(?:\?\?|\|\||\+)?=(?![=>])/g;

/** Names of the members that a text gives values, as its words alone tell. */
export function membersAssigned(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(assignment), ([, name]) => name!));
}
