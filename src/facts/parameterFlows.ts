import { ts } from 'ts-morph';
import type { ParameterFlow } from '../model/facts';
import { bare } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import { beginsWithSlash, isChecked } from './allowLists';
import type { CallSite, FileAnalysis } from './analysis';
import { sourcesOf } from './origins';
import { parameterOf, type Category, type Source } from './traceParts';
import { pageUsesIn } from './pageSinks';
import { anOrigin, holesOf } from './queryText';
import { sinkUses, type SinkUse } from './sinks';

/** Sources of what goes into a sink, with the part that each plays in a query. */
export function sinkSources(
  analysis: FileAnalysis,
  use: Pick<SinkUse, 'argument' | 'category' | 'members' | 'as'> & { markup?: boolean; filter?: boolean },
): Source[] {
  if (use.members.length > 0)
    return sourcesOf(analysis, use.argument, use.category, use.members).map((source) => ({ ...source, position: use.as }));
  if (use.category === 'nosql' || use.category === 'object')
    return sourcesOf(analysis, use.argument, use.category, [], { onlyRecords: use.category === 'object' }).map((source) => ({
      ...source,
      position: positionIn(use, source),
    }));
  const isLookedAt = (node: ts.Identifier): boolean =>
    isChecked(analysis, node, use.category) || (use.category === 'redirect' && beginsWithSlash(analysis, node));
  return holesOf(analysis, use.argument, isLookedAt).flatMap((hole) => {
    // A text that begins otherwise is a selector.
    if (use.markup && hole.before !== '' && !hole.before.trimStart().startsWith('<')) return [];
    if (use.filter && hasNoSeparators(analysis, hole.node)) return [];
    if (use.category === 'redirect' && hole.before === '/' && isBetweenSlashes(analysis, hole.node)) return [];
    const own = use.category === 'sql' ? hole.position : placeIn(use.category, hole.before);
    const position = own === 'whole' ? use.as : own;
    const text = analysis.label(hole.node, 60);
    // Behind a host a slash ends it.
    const isHosted = use.category === 'redirect' && hole.before !== '' && hole.before !== '/';
    return sourcesOf(analysis, hole.node, use.category).map((source) => ({
      ...source,
      ...(isHosted && source.rooted ? { from: 'sanitised' as const } : {}),
      position,
      ...(use.category === 'sql' && isShort(hole.node, text) ? { label: text } : {}),
    }));
  });
}

/** One piece of a path, `pathname.split('/')[1]`: behind a slash it cannot begin another host, since it has none. */
function isBetweenSlashes(analysis: FileAnalysis, expression: ts.Expression): boolean {
  const piece = analysis.resolver.deref(expression);
  const list = ts.isElementAccessExpression(piece) ? analysis.resolver.deref(piece.expression) : undefined;
  return (
    list !== undefined &&
    ts.isCallExpression(list) &&
    ts.isPropertyAccessExpression(list.expression) &&
    list.expression.name.text === 'split' &&
    analysis.textOf(list.arguments[0]) === '/'
  );
}

/** Are commas and brackets taken out of a value, `text.replace(/[,()]/g, '')`, so that it adds no condition to a filter? */
function hasNoSeparators(analysis: FileAnalysis, expression: ts.Expression): boolean {
  let value = analysis.resolver.deref(expression);
  while (ts.isCallExpression(value) && ts.isPropertyAccessExpression(value.expression)) {
    const [pattern] = value.arguments;
    if (
      /^replace(All)?$/.test(value.expression.name.text) &&
      pattern &&
      ts.isRegularExpressionLiteral(pattern) &&
      /^\/\[(?!\^)(?=[^\]]*,)(?=[^\]]*[()])[^\]]*\]\+?\/[a-z]*g/.test(pattern.text)
    )
      return true;
    value = analysis.resolver.deref(value.expression.expression);
  }
  return false;
}

/** What a piece of text decides, by what stands in front of it. */
function placeIn(category: Category, before: string): ParameterFlow['as'] {
  if (before === '') return 'whole';
  // Behind a scheme stands the host, behind an origin the rest of it (`.other.com`, `@other.com`); a slash alone may become `//host`.
  if (category === 'url') return /^(?:https?:)?\/\/[^/?#]*$/.test(before) ? 'whole' : /[?#]/.test(before) ? 'value' : 'name';
  if (category === 'redirect')
    return before === '/' ? 'value' : before === anOrigin || /^(?:https?:)?\/\/[^/?#]*$/.test(before) ? 'whole' : 'name';
  return 'value';
}

/** A name or member says more to its reader than the place that its value comes from. */
function isShort(node: ts.Expression, text: string): boolean {
  const value = bare(node);
  return text.length <= 40 && (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value));
}

function positionIn(use: Pick<SinkUse, 'argument' | 'as'>, source: Source): ParameterFlow['as'] {
  return source.whole && (source.node === use.argument || source.node === bare(use.argument)) ? use.as : 'name';
}

/** Is a value stored with all that is in it: the whole input anywhere in a write, a member of it where a record is expected? */
export function isStored({ record }: Pick<SinkUse, 'record'>, source: Source): boolean {
  return source.whole || (record === true && source.record === true);
}

/** Parameters of a function that end in sinks, in it or in what it calls. */
export function parameterFlows(analysis: FileAnalysis, fn: FunctionInfo, sites: readonly CallSite[]): ParameterFlow[] {
  if (fn.node.parameters.length === 0 || analysis.entries.has(fn)) return [];
  const flows: ParameterFlow[] = [];
  for (const site of sites) {
    for (const use of sinkUses(analysis, site)) {
      for (const source of sinkSources(analysis, use)) {
        const taken = parameterOf(source, fn.node);
        if (!taken || flows.length >= 8 || (use.category === 'object' && !isStored(use, source))) continue;
        const { index: param, members } = taken;
        const as = source.position ?? 'whole';
        if (
          flows.some(
            (flow) =>
              flow.param === param &&
              flow.category === use.category &&
              flow.as === as &&
              (flow.members ?? []).join('.') === members.join('.'),
          )
        )
          continue;
        const at = use.inside ?? { file: analysis.file, span: analysis.span(site.node), label: analysis.label(site.node.expression, 40) };
        flows.push({
          param,
          category: use.category,
          as,
          library: use.library,
          ...(members.length > 0 ? { members } : {}),
          ...(use.filter ? { filter: true } : {}),
          ...(use.record ? { record: true as const } : {}),
          ...at,
        });
      }
    }
  }
  for (const use of pageUsesIn(analysis, fn)) {
    for (const source of use.as ? [] : sinkSources(analysis, { ...use, members: [], as: 'whole' })) {
      const taken = parameterOf(source, fn.node);
      const as = source.position ?? 'whole';
      if (
        !taken ||
        flows.length >= 8 ||
        flows.some((flow) => flow.param === taken.index && flow.category === use.category && flow.as === as)
      )
        continue;
      flows.push({
        param: taken.index,
        category: use.category,
        as,
        library: use.library,
        ...(taken.members.length > 0 ? { members: taken.members } : {}),
        file: analysis.file,
        span: analysis.span(use.node),
        label: use.label,
      });
    }
  }
  return flows;
}
