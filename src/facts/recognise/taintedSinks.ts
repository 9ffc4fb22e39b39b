import { ts } from 'ts-morph';
import type { Fact, TaintedSink } from '../../model/facts';
import { bare, propertyOf } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';
import { plain, sourcesOf, type Source } from '../origins';
import { builtOf } from '../queryText';
import { sinkSources, sinkUses, type SinkUse } from '../sinks';

/** Kinds of text that are dangerous enough for their safe uses to be told as well. */
const told = new Set<TaintedSink['category']>(['sql', 'command', 'code']);

/** Values that become part of a query, command, path, address or page: in calls, in calls of functions that do so, in assignments. */
export function recogniseTaintedSinks(analysis: FileAnalysis): Fact[] {
  if (analysis.context.role === 'generated') return [];
  const facts: TaintedSink[] = [];
  for (const site of analysis.sites) {
    for (const use of sinkUses(analysis, site)) {
      const fact = factOf(analysis, use, sinkSources(analysis, use), site.node);
      if (fact) facts.push(fact);
    }
  }
  for (const assignment of analysis.outline.memberAssignments) {
    const role = analysis.tables.assignment(analysis.resolver.pathOf(assignment.left));
    if (!role?.sink) continue;
    const sources = sourcesOf(analysis, assignment.right, role.sink);
    const fact = make(analysis, assignment, { category: role.sink, library: role.library, argument: assignment.right }, sources, analysis.label(assignment.left, 60));
    if (fact) facts.push(fact);
  }
  for (const attribute of analysis.outline.jsxAttributes) {
    const html = rawHtmlOf(analysis, attribute);
    const fact = html && make(analysis, attribute, { category: 'html', library: 'react', argument: html }, sourcesOf(analysis, html, 'html'), 'dangerouslySetInnerHTML');
    if (fact) facts.push(fact);
  }
  return facts;
}

/** The text of `dangerouslySetInnerHTML={{ __html: text }}`. */
function rawHtmlOf(analysis: FileAnalysis, attribute: ts.JsxAttribute): ts.Expression | undefined {
  if (!ts.isIdentifier(attribute.name) || attribute.name.text !== 'dangerouslySetInnerHTML') return undefined;
  const { initializer } = attribute;
  const value = initializer && ts.isJsxExpression(initializer) && initializer.expression ? propertyOf(analysis.resolver.deref(initializer.expression), '__html') : undefined;
  return value && !ts.isMethodDeclaration(value) ? value : undefined;
}

function factOf(analysis: FileAnalysis, use: SinkUse, sources: readonly Source[], node: ts.Node): TaintedSink | undefined {
  const fact = make(analysis, node, use, sources, analysis.label(use.site.node.expression, 60));
  if (!fact) return undefined;
  // A function of the project is a sink only for what its caller got from outside, or builds for it.
  if (use.inside && use.as !== 'whole' && !fact.origins.some((origin) => origin.from === 'request')) return undefined;
  return { ...fact, ...(use.filter ? { filter: true } : {}), ...(use.inside ? { inside: use.inside } : {}) };
}

function make(analysis: FileAnalysis, node: ts.Node, use: Pick<SinkUse, 'category' | 'library' | 'argument' | 'inside'>, sources: readonly Source[], label: string): TaintedSink | undefined {
  const isConstant = sources.every((source) => source.from === 'constant' || source.from === 'sanitised');
  if (isConstant && !told.has(use.category)) return undefined;
  // Records are stored everywhere: only those count that somebody else has made. What a handler stores itself, its input says.
  if (use.category === 'object' && (!use.inside || !sources.some((source) => source.from === 'request' && source.whole))) return undefined;
  const origins = plain(sources);
  const worst = sources.find((source) => source.span === origins[0]?.span);
  const within = worst && use.argument.pos <= worst.node.pos && worst.node.end <= use.argument.end;
  return {
    ...analysis.base(node),
    kind: 'taintedSink',
    category: use.category,
    library: use.library,
    label,
    origins,
    built: builtOf(analysis, use.argument),
    expression: within ? worst.span : analysis.span(bare(use.argument)),
  };
}
