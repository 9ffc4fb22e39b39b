import { ts } from 'ts-morph';
import type { ParameterFlow } from '../model/facts';
import type { SinkRole } from '../model/library';
import { bare, constantString, memberName, propertyOf, whole } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import { fileRefOf } from '../syntax/accessPaths';
import { isChecked } from './allowLists';
import { storedIn } from './callArguments';
import type { CallSite, FileAnalysis } from './analysis';
import { sourcesOf } from './origins';
import { parameterOf, returnedBy, type Category, type Source } from './traceParts';
import { pageUsesIn } from './pageSinks';
import { holesOf, looksLikeSql } from './queryText';

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
    const more = { ...(sink.language !== undefined ? { language: sink.language } : {}), ...(sink.lists ? { lists: true } : {}) };
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

const documentDatabases = ['mongoose', 'mongodb', 'mongojs', 'mongoskin', 'monk'];

/** `db.collection('users')` of a database from elsewhere, or `User`, where the project has models of documents. */
function isCollection(analysis: FileAnalysis, receiver: ts.Expression): boolean {
  const value = analysis.resolver.deref(receiver);
  if (ts.isCallExpression(value)) return ts.isPropertyAccessExpression(value.expression) && value.expression.name.text === 'collection';
  return (
    ts.isIdentifier(value) &&
    /^[A-Z][a-z]/.test(value.text) &&
    analysis.resolver.pathOf(value) === undefined &&
    analysis.inForce(documentDatabases)
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

const otherType = /^['"`](?:text\/(?!html)|application\/|image\/|\.?(?:json|text|txt|csv|xml)['"`])/i;

/** Does the function, or the chain in front of the call, give the answer a type that no browser shows as a page? */
function isOtherThanHtml(analysis: FileAnalysis, site: CallSite): boolean {
  const calls = analysis.functionAround(site.node)?.calls ?? [];
  return calls.some((call) => {
    const callee = call.expression;
    if (!ts.isPropertyAccessExpression(callee) || !/^(type|set|header|setHeader|contentType|writeHead)$/.test(callee.name.text))
      return false;
    return (call.arguments ?? []).some(
      (argument) =>
        otherType.test(argument.getText(analysis.source)) ||
        /content-type['"]?\s*:\s*['"`](?!text\/html)/i.test(argument.getText(analysis.source)),
    );
  });
}

/** Is the type of a page named in the chain in front of the call, or in its options? */
function saysHtml(analysis: FileAnalysis, site: CallSite, args: readonly ts.Expression[]): boolean {
  const texts = [
    site.node.expression,
    ...args.slice(1).map((argument) => analysis.resolver.deref(argument)),
    ...args
      .slice(1)
      .flatMap((argument) => optionOf(analysis, argument, 'headers') ?? [])
      .map((headers) => analysis.resolver.deref(headers)),
  ];
  return texts.some((node) => node.getText(node.getSourceFile()).includes('text/html'));
}

/** Does the option that holds a query begin like one in the language of GraphQL? */
function saysGraphql(analysis: FileAnalysis, args: readonly ts.Expression[]): boolean {
  const text = args[0] && optionOf(analysis, args[0], 'query');
  const value = text && analysis.resolver.deref(text);
  return value !== undefined && ts.isTemplateExpression(value) && /^\s*(?:\{|(?:query|mutation|subscription)\b)/.test(value.head.text);
}

/** Is the option given in one of the arguments, and not switched off? With `arg0:`, is that the text of the first one? */
function isGiven(analysis: FileAnalysis, args: readonly ts.Expression[], condition: string | undefined): boolean {
  if (condition?.startsWith('arg0:'))
    return condition
      .slice('arg0:'.length)
      .split('|')
      .includes(analysis.textOf(args[0])?.toLowerCase() ?? '');
  if (!condition?.startsWith('option:')) return false;
  return args.some((argument) => {
    const value = optionOf(analysis, argument, condition.slice('option:'.length));
    return value !== undefined && value.kind !== ts.SyntaxKind.FalseKeyword;
  });
}

/** Does the package in use refuse what an older one takes? Where nobody says which one is in use, it does not. */
function isPast(analysis: FileAnalysis, until: SinkRole['until']): boolean {
  const major = until && /\d+/.exec(analysis.context.dependencies?.[until.package] ?? '')?.[0];
  return major !== undefined && Number(major) >= until!.major;
}

/** Value of an option, nested ones with dots. */
function optionOf(analysis: FileAnalysis, argument: ts.Expression, option: string): ts.Expression | undefined {
  return optionsOf(analysis, argument, option)[0];
}

/** Values of an option: several where `[]` stands for the elements of a list, or where it is set afterwards as well. */
function optionsOf(analysis: FileAnalysis, argument: ts.Expression, option: string): ts.Expression[] {
  let values = [argument];
  for (const name of option.split('.'))
    values = values.flatMap((value) => (name === '[]' ? elementsOf(analysis, value) : membersOf(analysis, value, name)));
  return values;
}

function elementsOf(analysis: FileAnalysis, value: ts.Expression): ts.Expression[] {
  const list = analysis.resolver.deref(value);
  if (ts.isArrayLiteralExpression(list)) return list.elements.map((element) => bare(element));
  const made =
    ts.isCallExpression(list) && ts.isPropertyAccessExpression(list.expression) && list.expression.name.text === 'map' && list.arguments[0]
      ? analysis.outline.byNode.get(bare(list.arguments[0]))
      : undefined;
  return made ? returnedBy(made.node, made.exits) : [];
}

/** A member as it is written, and as it is set later: `query.$where = …`. */
function membersOf(analysis: FileAnalysis, value: ts.Expression, name: string): ts.Expression[] {
  const written = propertyOf(analysis.resolver.deref(value), name);
  const found = written && !ts.isMethodDeclaration(written) ? [written] : [];
  const holder = bare(value);
  if (!ts.isIdentifier(holder)) return found;
  const declaration = analysis.resolver.declarations.find(holder);
  for (const { left, right } of analysis.outline.memberAssignments) {
    const target = memberName(left) === name ? bare((left as ts.PropertyAccessExpression).expression) : undefined;
    if (target && ts.isIdentifier(target) && target.text === holder.text && analysis.resolver.declarations.find(target) === declaration)
      found.push(right);
  }
  return found;
}

/** What a shell is told to run: `['-c', text, …]`. Arguments behind the text are no part of it. */
function scriptOf(analysis: FileAnalysis, args: readonly ts.Expression[]): ts.Expression[] {
  const list = args[1] && analysis.resolver.deref(args[1]);
  if (!list || !ts.isArrayLiteralExpression(list)) return [];
  const flag = list.elements.findIndex((element) => /^(-[a-z]*c|\/c|-command)$/i.test(constantString(element) ?? ''));
  const text = list.elements[flag + 1];
  if (flag !== -1 && !text) return [args[1]!];
  return flag === -1 || !text || ts.isSpreadElement(text) ? [] : [text];
}

function chosen(analysis: FileAnalysis, args: readonly ts.Expression[], { arg: which, category, at }: SinkRole): ts.Expression[] {
  if (which === 'script') return scriptOf(analysis, args);
  // Options are no part of what is run.
  if (which === 'all') return args.filter((argument) => !ts.isObjectLiteralExpression(analysis.resolver.deref(argument)));
  if (typeof which === 'number') {
    const argument = args[which];
    if (!argument || ts.isSpreadElement(argument)) return [];
    if (category === 'sql') return textsOf(analysis, argument);
    // Objects and lists are sent as JSON.
    if (
      category === 'html' &&
      (ts.isObjectLiteralExpression(analysis.resolver.deref(argument)) || ts.isArrayLiteralExpression(analysis.resolver.deref(argument)))
    )
      return [];
    // Where an address is expected, an object holds options, which are named apart.
    return category === 'url' && ts.isObjectLiteralExpression(analysis.resolver.deref(argument)) ? [] : [argument];
  }
  if (!which.startsWith('option:')) return [];
  return (at === undefined ? args : args.slice(at, at + 1)).flatMap((argument) =>
    optionsOf(analysis, argument, which.slice('option:'.length)),
  );
}

/** Query objects carry their statement in a member: `{ text, values }`, `{ sql, args }`; which of two it is may be decided at run time. */
function textsOf(analysis: FileAnalysis, argument: ts.Expression): ts.Expression[] {
  const value = analysis.resolver.deref(argument);
  const branches = ts.isConditionalExpression(value) ? [value.whenTrue, value.whenFalse] : [];
  if (branches.some((branch) => ts.isObjectLiteralExpression(analysis.resolver.deref(branch))))
    return branches.flatMap((branch) => textsOf(analysis, branch));
  for (const name of ['text', 'sql', 'query']) {
    const member = propertyOf(value, name);
    if (member && !ts.isMethodDeclaration(member)) return [member];
  }
  // Conditions as an object: names of columns and their values, which are never part of a text.
  if (ts.isObjectLiteralExpression(value) && !value.properties.some(ts.isSpreadAssignment)) return [];
  return [argument];
}

/** Sources of what goes into a sink, with the part that each plays in a query. */
export function sinkSources(
  analysis: FileAnalysis,
  use: Pick<SinkUse, 'argument' | 'category' | 'members' | 'as'> & { markup?: boolean; filter?: boolean },
): Source[] {
  if (use.members.length > 0)
    return sourcesOf(analysis, use.argument, use.category, use.members).map((source) => ({ ...source, position: use.as }));
  if (use.category === 'nosql' || use.category === 'object')
    return sourcesOf(analysis, use.argument, use.category).map((source) => ({ ...source, position: positionIn(use, source) }));
  return holesOf(analysis, use.argument, (node) => isChecked(analysis, node, use.category)).flatMap((hole) => {
    // A text that begins otherwise is a selector.
    if (use.markup && hole.before !== '' && !hole.before.trimStart().startsWith('<')) return [];
    if (use.filter && hasNoSeparators(analysis, hole.node)) return [];
    const own = use.category === 'sql' ? hole.position : placeIn(use.category, hole.before);
    const position = own === 'whole' ? use.as : own;
    const text = analysis.label(hole.node, 60);
    return sourcesOf(analysis, hole.node, use.category).map((source) => ({
      ...source,
      position,
      ...(use.category === 'sql' && isShort(hole.node, text) ? { label: text } : {}),
    }));
  });
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
  // Behind a scheme stands the host; a slash alone may become `//host`.
  if (category === 'url') return /^(?:https?:)?\/\/[^/?#]*$/.test(before) ? 'whole' : /[?#]/.test(before) ? 'value' : 'name';
  if (category === 'redirect') return before === '/' ? 'value' : /^(?:https?:)?\/\/[^/?#]*$/.test(before) ? 'whole' : 'name';
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
