import { ts } from 'ts-morph';
import type { ParameterFlow } from '../model/facts';
import type { CallRole } from '../model/library';
import { bare, propertyOf } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import { fileRefOf } from '../syntax/resolve';
import type { CallSite, FileAnalysis } from './analysis';
import { parameterOf, sourcesOf, type Category, type Source } from './origins';
import { holesOf, looksLikeSql } from './queryText';

/** An argument that becomes part of something dangerous. */
export interface SinkUse {
  site: CallSite;
  category: Category;
  library: string;
  argument: ts.Expression;
  filter: boolean;
  /** Where the sink itself is, when it stands in the function that is called. */
  inside?: { file: string; span: { start: number; end: number }; label: string };
  /** Members of the argument that go there; none means the argument itself. */
  members: readonly string[];
  /** Part that the argument plays there. */
  as: ParameterFlow['as'];
}

const queryMethods = /^(query|queryRaw|queryRawUnsafe|\$queryRawUnsafe|\$executeRawUnsafe|execute|executeSql|exec|raw|run|all|get|each|prepare|unsafe|sql|manyOrNone|oneOrNone|any|one|many|none)$/;

/** Arguments of a call that go into sinks: its library says so, or the function called hands them on. */
export function sinkUses(analysis: FileAnalysis, site: CallSite): SinkUse[] {
  const args = [...(site.node.arguments ?? [])];
  const uses: SinkUse[] = [];
  for (const sink of site.role?.sinks ?? []) {
    for (const argument of chosen(analysis, args, sink.arg)) uses.push({ site, category: sink.category, library: site.role!.library, argument, filter: sink.filter ?? false, members: [], as: 'whole' });
  }
  if (uses.length > 0) return uses;
  const ref = analysis.resolver.functionOf(site.node.expression)?.ref ?? fileRefOf(site.callee);
  if (ref && !ref.id.startsWith('class ')) {
    for (const flow of analysis.summaryOf(ref)?.flowsTo ?? []) {
      const argument = args[flow.param];
      if (argument && !ts.isSpreadElement(argument)) uses.push({ site, category: flow.category as Category, library: flow.library, argument, filter: flow.filter ?? false, members: flow.members ?? [], as: flow.as, inside: { file: flow.file, span: flow.span, label: flow.label } });
    }
    if (uses.length > 0) return uses;
  }
  const unnamed = unnamedQuery(analysis, site, args);
  return unnamed ? [unnamed] : uses;
}

/** A statement of SQL given to a method of something that nobody could name. */
function unnamedQuery(analysis: FileAnalysis, site: CallSite, args: readonly ts.Expression[]): SinkUse | undefined {
  const callee = bare(site.node.expression);
  if (!ts.isPropertyAccessExpression(callee) || !args[0] || site.role) return undefined;
  if (callee.name.text === 'or') return isFilter(args[0]) ? { site, category: 'sql', library: '', argument: args[0], filter: true, members: [], as: 'whole' } : undefined;
  if (!queryMethods.test(callee.name.text)) return undefined;
  return looksLikeSql(analysis, args[0]) ? { site, category: 'sql', library: '', argument: args[0], filter: false, members: [], as: 'whole' } : undefined;
}

/** A condition as the APIs in front of PostgreSQL write it: `title.ilike.%…`. */
function isFilter(argument: ts.Expression): boolean {
  const node = bare(argument);
  return ts.isTemplateExpression(node) && /^\s*(?:and\(|or\()?[\w>'-]+\.(?:not\.)?(?:eq|neq|gt|gte|lt|lte|like|ilike|match|imatch|is|in|cs|cd|ov|fts|plfts|phfts|wfts)\./.test(node.head.text);
}

function chosen(analysis: FileAnalysis, args: readonly ts.Expression[], which: NonNullable<CallRole['sinks']>[number]['arg']): ts.Expression[] {
  if (which === 'all') return [...args];
  if (typeof which === 'number') {
    const argument = args[which];
    return argument && !ts.isSpreadElement(argument) ? [textOf(analysis, argument)] : [];
  }
  if (!which.startsWith('option:')) return [];
  return args.flatMap((argument) => {
    const value = propertyOf(analysis.resolver.deref(argument), which.slice('option:'.length));
    return value && !ts.isMethodDeclaration(value) ? [value] : [];
  });
}

/** Query objects carry their statement in a member: `{ text, values }`, `{ sql, args }`. */
function textOf(analysis: FileAnalysis, argument: ts.Expression): ts.Expression {
  const value = analysis.resolver.deref(argument);
  for (const name of ['text', 'sql', 'query']) {
    const member = propertyOf(value, name);
    if (member && !ts.isMethodDeclaration(member)) return member;
  }
  return argument;
}

/** Sources of what goes into a sink, with the part that each plays in a query. */
export function sinkSources(analysis: FileAnalysis, use: SinkUse): Source[] {
  if (use.members.length > 0) return sourcesOf(analysis, use.argument, use.category, use.members).map((source) => ({ ...source, position: use.as }));
  if (use.category !== 'sql') return sourcesOf(analysis, use.argument, use.category).map((source) => ({ ...source, position: positionIn(use, source) }));
  return holesOf(analysis, use.argument).flatMap((hole) => {
    const position = hole.position === 'whole' ? use.as : hole.position;
    const text = analysis.label(hole.node, 60);
    return sourcesOf(analysis, hole.node, use.category).map((source) => ({ ...source, position, ...(isShort(hole.node, text) ? { label: text } : {}) }));
  });
}

/** A name or member says more to its reader than the place that its value comes from. */
function isShort(node: ts.Expression, text: string): boolean {
  const value = bare(node);
  return text.length <= 40 && (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value));
}

function positionIn(use: SinkUse, source: Source): ParameterFlow['as'] {
  return source.whole && (source.node === use.argument || source.node === bare(use.argument)) ? use.as : 'name';
}

/** Parameters of a function that end in sinks, in it or in what it calls. */
export function parameterFlows(analysis: FileAnalysis, fn: FunctionInfo, sites: readonly CallSite[]): ParameterFlow[] {
  if (fn.node.parameters.length === 0 || analysis.entries.has(fn)) return [];
  const flows: ParameterFlow[] = [];
  for (const site of sites) {
    for (const use of sinkUses(analysis, site)) {
      for (const source of sinkSources(analysis, use)) {
        const taken = parameterOf(source, fn.node);
        if (!taken || flows.length >= 8) continue;
        const { index: param, members } = taken;
        const as = source.position ?? 'whole';
        if (flows.some((flow) => flow.param === param && flow.category === use.category && flow.as === as && (flow.members ?? []).join('.') === members.join('.'))) continue;
        const at = use.inside ?? { file: analysis.file, span: analysis.span(site.node), label: analysis.label(site.node.expression, 40) };
        flows.push({ param, category: use.category, as, library: use.library, ...(members.length > 0 ? { members } : {}), ...(use.filter ? { filter: true } : {}), ...at });
      }
    }
  }
  return flows;
}

