import { ts } from 'ts-morph';
import type { ParameterFlow } from '../model/facts';
import { bare, whole } from '../syntax/nodes';
import { fileRefOf } from '../syntax/accessPaths';
import { isChecked } from './allowLists';
import { storedIn } from './callArguments';
import type { CallSite, FileAnalysis } from './analysis';
import type { Category } from './traceParts';
import { looksLikeSql } from './queryText';
import { chosen, isGiven, isOtherThanHtml, isPast, optionsOf, saysGraphql, saysHtml } from './sinkArguments';

/** An argument that becomes part of something dangerous. */
export interface SinkUse {
  site: CallSite;
  category: Category;
  library: string;
  argument: ts.Expression;
  filter: boolean;
  /** Language of the text, where it is none of the category's own. */
  language?: string;
  /** Lists in it become arguments of their own. */
  lists?: boolean;
  /** Callers hand it over as a whole on purpose. */
  served?: true;
  /** Where the sink itself is, when it stands in the function that is called. */
  inside?: { file: string; span: { start: number; end: number }; label: string };
  /** Members of the argument that go there; none means the argument itself. */
  members: readonly string[];
  /** Part that the argument plays there. */
  as: ParameterFlow['as'];
  /** What is stored there is the record itself. */
  record?: true;
}

const queryMethods =
  /^(query|queryRaw|queryRawUnsafe|\$queryRawUnsafe|\$executeRawUnsafe|execute|executeSql|exec|raw|run|all|get|each|prepare|unsafe|sql|manyOrNone|oneOrNone|any|one|many|none)$/;

/** Arguments of a call that go into sinks: its library says so, or the function called hands them on. */
export function sinkUses(analysis: FileAnalysis, site: CallSite): SinkUse[] {
  const args = [...(site.node.arguments ?? [])];
  const uses: SinkUse[] = [];
  for (const sink of site.role?.sinks ?? []) {
    if (sink.category === 'html' && isOtherThanHtml(analysis, site)) continue;
    if (
      sink.onlyWhen === 'says:graphql'
        ? !saysGraphql(analysis, args)
        : sink.onlyWhen === 'says:text/html'
          ? !saysHtml(analysis, site, args)
          : sink.onlyWhen && !isGiven(analysis, args, sink.onlyWhen)
    )
      continue;
    if (isGiven(analysis, args, sink.safeWhen) || isPast(analysis, sink.until)) continue;
    const as = sink.arg === 'all' ? 'value' : 'whole';
    const more = {
      ...(sink.language !== undefined ? { language: sink.language } : {}),
      ...(sink.lists ? { lists: true } : {}),
      ...(sink.served ? { served: true as const } : {}),
    };
    for (const argument of chosen(analysis, args, sink))
      uses.push({
        site,
        category: sink.category,
        library: site.role!.library,
        argument,
        filter: sink.filter ?? false,
        members: [],
        as,
        ...more,
      });
  }
  if (site.role?.makesPath && args.some((argument) => !isPlainName(argument))) uses.push(...openedElsewhere(analysis, site));
  uses.push(...storedBy(site));
  if (uses.length > 0) return uses;
  // What is written out, or given nothing, takes nothing along.
  const ref = args.every((argument) => isPlainName(argument))
    ? undefined
    : (analysis.resolver.functionOf(site.node.expression)?.ref ?? fileRefOf(site.callee));
  if (ref && !ref.id.startsWith('class ')) {
    for (const flow of analysis.summaryOf(ref)?.flowsTo ?? []) {
      const argument = args[flow.param];
      if (argument && !ts.isSpreadElement(argument))
        uses.push({
          site,
          category: flow.category as Category,
          library: flow.library,
          argument,
          filter: flow.filter ?? false,
          members: flow.members ?? [],
          as: flow.as,
          ...(flow.record ? { record: true as const } : {}),
          inside: { file: flow.file, span: flow.span, label: flow.label },
        });
    }
    if (uses.length > 0) return uses;
  }
  const unnamed = unnamedQuery(analysis, site, args);
  return unnamed ? [unnamed] : unnamedFilter(analysis, site, args);
}

const filterMethods =
  /^(find|findOne|findOneAnd(Update|Replace|Delete|Remove)|findAndModify|update|updateOne|updateMany|replaceOne|remove|removeOne|deleteOne|deleteMany|count|countDocuments|exists)$/;

/** A condition given to a collection or a model of a document database that nobody could name. */
function unnamedFilter(analysis: FileAnalysis, site: CallSite, args: readonly ts.Expression[]): SinkUse[] {
  const callee = bare(site.node.expression);
  if (
    !ts.isPropertyAccessExpression(callee) ||
    !args[0] ||
    site.role ||
    !filterMethods.test(callee.name.text) ||
    isPlainName(args[0]) ||
    !isCollection(analysis, callee.expression)
  )
    return [];
  const use = { site, library: '', filter: false, members: [], as: 'whole' as const };
  return [
    { ...use, category: 'nosql', argument: args[0] },
    ...optionsOf(analysis, args[0], '$where').map((argument): SinkUse => ({ ...use, category: 'code', argument })),
  ];
}

/** `db.collection('users')` of a database from elsewhere, or `User`, where the project has models of documents. */
function isCollection(analysis: FileAnalysis, receiver: ts.Expression): boolean {
  const value = analysis.resolver.deref(receiver);
  if (ts.isCallExpression(value)) return ts.isPropertyAccessExpression(value.expression) && value.expression.name.text === 'collection';
  return (
    ts.isIdentifier(value) &&
    /^[A-Z][a-z]/.test(value.text) &&
    analysis.resolver.pathOf(value) === undefined &&
    analysis.inForce(analysis.tables.keepsDocuments)
  );
}

const worksOnFiles = /file|folder|dir(?:ectory)?$|read|write|open|load|save|extract|unzip|unlink|delete|remove|copy|move|stream/i;

/** A path that is handed to a function that nobody could name, and whose own name says that it works on files. */
function openedElsewhere(analysis: FileAnalysis, site: CallSite): SinkUse[] {
  const taker = placesOf(analysis, site.node)
    .map((place) => takerOf(analysis, place))
    .find((found) => found !== undefined);
  return taker ? [{ site: taker, category: 'path', library: '', argument: site.node, filter: false, members: [], as: 'whole' }] : [];
}

/** Where a value is used: where it stands, and wherever the constant that holds it is named unchecked. */
function placesOf(analysis: FileAnalysis, node: ts.Expression): ts.Expression[] {
  const own = whole(node);
  const { parent } = own;
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return [own];
  const fn = analysis.functionAround(parent);
  const names = [...(fn?.names ?? []), ...(fn?.nested.flatMap((inner) => inner.names) ?? [])];
  return names.filter((name) => {
    if (name === parent.name || name.text !== (parent.name as ts.Identifier).text) return false;
    const found = analysis.resolver.declarations.find(name);
    return found?.kind === 'variable' && found.node === parent && !isChecked(analysis, name, 'path');
  });
}

/** The call that a value is given to, alone or as an option. */
function takerOf(analysis: FileAnalysis, place: ts.Expression): CallSite | undefined {
  let node: ts.Node = place;
  if ((ts.isPropertyAssignment(node.parent) && node.parent.initializer === node) || ts.isShorthandPropertyAssignment(node.parent))
    node = node.parent.parent;
  const call = node.parent;
  if (!(ts.isCallExpression(call) || ts.isNewExpression(call)) || !call.arguments?.includes(node as ts.Expression)) return undefined;
  const taker = analysis.site(call);
  if (!taker || taker.role || /^(?:node:|global#|file:)/.test(taker.callee ?? '')) return undefined;
  const callee = bare(call.expression);
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
  return worksOnFiles.test(name) ? taker : undefined;
}

/** Arguments of a write, and of the calls chained to it, that may be stored as they are. */
function storedBy(site: CallSite): SinkUse[] {
  if (site.role?.data?.operation !== 'write') return [];
  return storedIn(site).flatMap(({ argument, record }) =>
    isPlainName(argument)
      ? []
      : [
          {
            site,
            category: 'object' as const,
            library: site.role!.library,
            argument,
            filter: false,
            members: [],
            as: 'whole' as const,
            ...(record ? { record: true as const } : {}),
          },
        ],
  );
}

/** Constants and functions are no records. */
function isPlainName(argument: ts.Expression): boolean {
  return (
    ts.isSpreadElement(argument) ||
    ts.isStringLiteralLike(argument) ||
    ts.isNumericLiteral(argument) ||
    ts.isArrowFunction(argument) ||
    ts.isFunctionExpression(argument)
  );
}

/** A statement of SQL given to a method of something that nobody could name. */
function unnamedQuery(analysis: FileAnalysis, site: CallSite, args: readonly ts.Expression[]): SinkUse | undefined {
  const callee = bare(site.node.expression);
  if (!ts.isPropertyAccessExpression(callee) || !args[0] || site.role) return undefined;
  if (callee.name.text === 'or')
    return isFilter(args[0])
      ? { site, category: 'sql', library: '', argument: args[0], filter: true, members: [], as: 'whole' }
      : undefined;
  if (!queryMethods.test(callee.name.text)) return undefined;
  return looksLikeSql(analysis, args[0])
    ? { site, category: 'sql', library: '', argument: args[0], filter: false, members: [], as: 'whole' }
    : undefined;
}

/** A condition as the APIs in front of PostgreSQL write it: `title.ilike.%…`. */
function isFilter(argument: ts.Expression): boolean {
  const node = bare(argument);
  return (
    ts.isTemplateExpression(node) &&
    /^\s*(?:and\(|or\()?[\w>'-]+\.(?:not\.)?(?:eq|neq|gt|gte|lt|lte|like|ilike|match|imatch|is|in|cs|cd|ov|fts|plfts|phfts|wfts)\./.test(
      node.head.text,
    )
  );
}
