import { ts } from 'ts-morph';
import type { Fact, TaintedSink } from '../../model/facts';
import { bare } from '../../syntax/nodes';
import { isFunctionNode } from '../../syntax/outline';
import { isChecked } from '../allowLists';
import type { FileAnalysis } from '../analysis';
import { calledOnlyBy, isOnlyGivenConstants } from '../localCallers';
import { plain, sourcesOf } from '../origins';
import type { Source } from '../traceParts';
import { builtOf } from '../queryText';
import { isPageScript, pageUses, renderedUses, type PageUse } from '../pageSinks';
import { inputOf } from '../requestParts';
import { returnedUses } from './returnedSinks';
import { isStored, sinkSources } from '../parameterFlows';
import { sinkUses, type SinkUse } from '../sinks';

/** Kinds of text that are dangerous enough for their safe uses to be told as well. */
const told = new Set<TaintedSink['category']>(['sql', 'command', 'code']);

/** Values that become part of a query, command, path, address or page: in calls, in calls of functions that do so, in assignments. */
export function recogniseTaintedSinks(analysis: FileAnalysis): Fact[] {
  if (analysis.context.role === 'generated') return [];
  const facts: TaintedSink[] = [];
  for (const site of analysis.sites) {
    analysis.watch.check();
    for (const use of sinkUses(analysis, site)) {
      // Records are stored everywhere: only those count that somebody else has made. What a handler stores itself, its input says.
      if (use.category === 'object' && !use.inside) continue;
      const sources = sinkSources(analysis, use).filter((source) => !(use.served && source.position === 'whole'));
      const callersOf = byCallers(use)
        ? [...new Set(sources.flatMap(({ parameter }) => (parameter && calledOnlyBy(parameter.fn)) ?? []))]
        : [];
      const fact = factOf(analysis, use, callersOf.length > 0 ? withoutConstants(analysis, sources) : sources, site.node);
      if (fact)
        facts.push({
          ...fact,
          ...(isMadeOfText(analysis, use.argument) ? { ofText: true } : {}),
          ...(callersOf.length > 0 ? { callersOf } : {}),
        });
    }
  }
  markTexts(facts);
  for (const assignment of analysis.outline.memberAssignments) {
    const role = analysis.tables.assignment(analysis.resolver.pathOf(assignment.left));
    if (!role?.sink) continue;
    const sources = sourcesOf(analysis, assignment.right, role.sink);
    const fact = make(
      analysis,
      assignment,
      { category: role.sink, library: role.library, argument: assignment.right },
      sources,
      analysis.label(assignment.left, 60),
    );
    if (fact) facts.push(fact);
  }
  for (const { use, sources, label } of returnedUses(analysis)) {
    const fact = make(analysis, use.argument, use, sources, label);
    if (fact) facts.push(fact);
  }
  facts.push(...renderedAttributes(analysis), ...handedToElements(analysis));
  // The changed statement is looked at first: all of a large file takes longer than the edit.
  if (pageUses(analysis).length > 0 && isPageScript(analysis.tables, analysis.source.text)) facts.push(...inPage(analysis));
  return facts;
}

/** Is a value made by something that reads a text: a renderer of markdown? */
function isMadeOfText(analysis: FileAnalysis, expression: ts.Expression): boolean {
  const node = analysis.resolver.deref(expression);
  if (!ts.isCallExpression(node)) return false;
  if (analysis.site(node)?.role?.readsText) return true;
  return (
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'toString' &&
    isMadeOfText(analysis, node.expression.expression)
  );
}

/** A body that a function reads as a text is none that was parsed, wherever it is sent back. */
function markTexts(facts: TaintedSink[]): void {
  const texts = new Set(
    facts.flatMap(({ ofText, category, scope, origins }) =>
      ofText && category === 'html' ? origins.flatMap(({ whole, label }) => (whole ? `${scope} ${label}` : [])) : [],
    ),
  );
  for (const fact of texts.size === 0 ? [] : facts)
    if (fact.category === 'html' && fact.origins.some(({ label }) => texts.has(`${fact.scope} ${label}`))) fact.ofText = true;
}

/** What a script puts into its page, or sends its window to, of what whoever made a link decides. */
function inPage(analysis: FileAnalysis): TaintedSink[] {
  return pageUses(analysis).flatMap((use) => {
    const dangerous =
      use.as === 'link' || use.as === 'script'
        ? linkSources(analysis, use)
        : sinkSources(analysis, { ...use, members: [], as: 'whole', markup: use.as === 'markup' }).filter(
            (source) => !(use.as && source.own && source.position === 'whole'),
          );
    const isDecided = dangerous.some(({ from }) => from === 'page');
    if (!isDecided && !(use.trusts && dangerous.some(({ from }) => from === 'parameter' || from === 'unknown' || from === 'data')))
      return [];
    const fact = make(analysis, use.node, use, dangerous, use.label);
    return fact
      ? [
          {
            ...fact,
            ...(use.as === 'link' ? { link: true as const } : {}),
            ...(use.as === 'script' ? { script: true as const } : {}),
            ...(use.trusts ? { trusts: true as const } : {}),
          },
        ]
      : [];
  });
}

/** What decides how an address begins, unless its beginning was looked at: with another scheme a link is no script. */
function linkSources(analysis: FileAnalysis, use: PageUse): Source[] {
  const sources = sinkSources(analysis, { ...use, category: 'redirect', members: [], as: 'whole' }).filter(
    ({ position }) => position === 'whole',
  );
  return use.as === 'link' && isChecked(analysis, bare(use.argument), 'html') ? [] : sources;
}

/** Are parameters judged at all, so that it matters what they are given? */
function byCallers({ category }: SinkUse): boolean {
  return category === 'sql' || category === 'command';
}

/** Parameters that only constants are given are no way in. */
function withoutConstants(analysis: FileAnalysis, sources: readonly Source[]): readonly Source[] {
  return sources.map((source) =>
    source.parameter && isOnlyGivenConstants(analysis, source.parameter.fn, source.parameter.index)
      ? { ...source, from: 'constant' }
      : source,
  );
}

/** What elements render as it is, on a server as well. */
function renderedAttributes(analysis: FileAnalysis): TaintedSink[] {
  return renderedUses(analysis).flatMap((use) => {
    const fact = make(analysis, use.node, use, sourcesOf(analysis, use.argument, use.category), use.label);
    return fact ? [{ ...fact, rendered: true as const }] : [];
  });
}

/** What elements of other files are given and show as it is: a call of the function behind the element, with a member of its parameter. */
function handedToElements(analysis: FileAnalysis): TaintedSink[] {
  if (analysis.outline.jsxAttributes.length === 0 || !answersRequests(analysis)) return [];
  return analysis.outline.jsxAttributes.flatMap((attribute) => {
    const { name, initializer, parent } = attribute;
    const { tagName } = parent.parent;
    const argument = initializer && ts.isJsxExpression(initializer) ? initializer.expression : undefined;
    if (!argument || !ts.isIdentifier(name) || !ts.isIdentifier(tagName) || !/^[A-Z]/.test(tagName.text)) return [];
    if (isFunctionNode(bare(argument)) || analysis.resolver.declarations.find(tagName)?.kind !== 'import') return [];
    // Most elements are given nothing of a caller's choice: what is behind them is only asked then.
    const sources = sourcesOf(analysis, argument, 'html');
    if (!sources.some(({ from }) => from === 'request' || from === 'page')) return [];
    const flow = analysis
      .summaryOf(analysis.resolver.functionOf(tagName)?.ref)
      ?.flowsTo?.find(({ param, category, members }) => param === 0 && category === 'html' && members?.join() === name.text);
    if (!flow) return [];
    const inside = { file: flow.file, span: flow.span, label: flow.label };
    const fact = make(analysis, attribute, { category: 'html', library: flow.library, argument, inside }, sources, `<${tagName.text}>`);
    return fact ? [{ ...fact, inside }] : [];
  });
}

/** Is anything in a file run for requests: an endpoint, or a function that makes a page? */
function answersRequests(analysis: FileAnalysis): boolean {
  return analysis.entries.size > 0 || [...analysis.pageMakers.functions()].length > 0;
}

function factOf(analysis: FileAnalysis, use: SinkUse, sources: readonly Source[], node: ts.Node): TaintedSink | undefined {
  const fact = make(analysis, node, use, sources, analysis.label(use.site.node.expression, 60));
  if (!fact) return undefined;
  // A function of the project is a sink only for what its caller got from outside, or builds for it.
  if (use.inside && use.as !== 'whole' && !fact.origins.some((origin) => origin.from === 'request' || origin.from === 'page'))
    return undefined;
  return {
    ...fact,
    ...(use.filter ? { filter: true, ...(leavesOwnRows(analysis, use.site.node) ? { ownRows: true as const } : {}) } : {}),
    ...(use.category === 'nosql' ? conditionOf(analysis, use.argument, use.inside !== undefined) : {}),
    ...(use.language !== undefined ? { language: use.language } : {}),
    ...(use.lists ? { lists: true } : {}),
    ...(use.inside ? { inside: use.inside } : {}),
  };
}

const ofCaller = /^(?:user|owner|author|account|profile|customer|member|created_?by)_?(?:id)?$/i;

/** Does a step in front of a filter ask for rows of whoever calls: `.eq('user_id', user.id)`? */
function leavesOwnRows(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): boolean {
  for (let step: ts.Expression = bare(node.expression); ts.isPropertyAccessExpression(step);) {
    const inner = bare(step.expression);
    if (!ts.isCallExpression(inner)) return false;
    const callee = bare(inner.expression);
    const [column, value] = inner.arguments;
    if (
      ts.isPropertyAccessExpression(callee) &&
      callee.name.text === 'eq' &&
      value &&
      ofCaller.test(analysis.textOf(column) ?? '') &&
      !sourcesOf(analysis, value, 'sql').some(({ from }) => from === 'request' || from === 'page' || from === 'parameter')
    )
      return true;
    step = callee;
  }
  return false;
}

function make(
  analysis: FileAnalysis,
  node: ts.Node,
  use: Pick<SinkUse, 'category' | 'library' | 'argument' | 'inside' | 'record'>,
  sources: readonly Source[],
  label: string,
): TaintedSink | undefined {
  const isConstant = sources.every((source) => source.from === 'constant' || source.from === 'sanitised');
  if (isConstant && !told.has(use.category)) return undefined;
  if (use.category === 'object' && !sources.some((source) => source.from === 'request' && isStored(use, source))) return undefined;
  const origins = plain(
    use.category === 'object' ? sources.filter((source) => source.from === 'request' && isStored(use, source)) : sources,
  );
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

/** What nobody guesses: whoever knows it is meant. */
const unguessed = /token|secret|\bkey$|otp/i;

/**
 * Of a condition that is written out: which of its members callers decide, and whether it asks besides for the documents of whoever
 * calls, or for a token that is a text: `{ product, user: req.user.id }`, `{ email, token: req.params.token }`. Members of what is handed to a function
 * say nothing of the fields that it compares them with.
 */
function conditionOf(analysis: FileAnalysis, argument: ts.Expression, isHanded: boolean): Pick<TaintedSink, 'ownRows' | 'decided'> {
  const condition = analysis.resolver.deref(argument);
  if (!ts.isObjectLiteralExpression(condition)) return {};
  const decided: string[] = [];
  let ownRows = false;
  for (const property of condition.properties) {
    const value = ts.isPropertyAssignment(property)
      ? property.initializer
      : ts.isShorthandPropertyAssignment(property)
        ? property.name
        : undefined;
    if (!value || !property.name) continue;
    const name = property.name.getText(property.getSourceFile());
    const sources = sourcesOf(analysis, value, 'nosql');
    if (!isHanded && sources.some(({ from }) => from === 'request')) decided.push(name);
    ownRows ||=
      inputOf(analysis, analysis.resolver.pathOf(bare(value))) === 'identity' ||
      (unguessed.test(name) && sources.every(({ from }) => from === 'sanitised'));
  }
  return { ...(ownRows ? { ownRows } : {}), ...(decided.length > 0 ? { decided } : {}) };
}
