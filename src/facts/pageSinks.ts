import { ts } from 'ts-morph';
import type { PageSink } from '../model/library';
import { bare, contains, propertyOf } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { returnedBy } from './traceParts';
import type { Tables } from './tables';

/** A value that a script puts into a page, or sends its window to. */
export interface PageUse {
  node: ts.Node;
  category: PageSink['category'];
  library: string;
  argument: ts.Expression;
  label: string;
  as?: PageSink['as'];
  trusts?: true;
}

const kept = new WeakMap<FileAnalysis, readonly PageUse[]>();
const keptRendered = new WeakMap<FileAnalysis, readonly PageUse[]>();

/**
 * Is there in a text both something that others decide in a page and something that it could end up in, or something that
 * switches off what a framework does against that?
 */
export function isPageScript(tables: Tables, text: string): boolean {
  const { page } = tables;
  // Sources are rarer and sooner looked for.
  return (page.source.test(text) || page.trust.test(text)) && page.sink.test(text);
}

/** Everything in a file that changes its page or leaves it, whatever is put there. In document order within each kind. */
export function pageUses(analysis: FileAnalysis): readonly PageUse[] {
  let uses = kept.get(analysis);
  if (!uses) {
    uses = analysis.tables.page.sink.test(analysis.text) ? [...assigned(analysis), ...called(analysis), ...attributes(analysis)] : [];
    kept.set(analysis, uses);
  }
  return uses;
}

/** Those that stand in a function, callbacks in it included, with what it renders. */
export function pageUsesIn(analysis: FileAnalysis, fn: FunctionInfo): readonly PageUse[] {
  return [...pageUses(analysis), ...renderedUses(analysis)].filter((use) => contains(fn.node, use.node));
}

/** Names by which libraries may know a member: its path where it has one, else what it is called. */
function* namesOf(analysis: FileAnalysis, node: ts.Expression): Iterable<string> {
  const path = analysis.resolver.pathOf(node);
  if (path !== undefined) yield path;
  yield* shapesOf(analysis, node);
}

/** `?.a.b`, `?.$.b` and `?.b` for `x.a.b` on a value that nobody could name. */
export function* shapesOf(analysis: FileAnalysis, node: ts.Expression): Iterable<string> {
  if (!ts.isPropertyAccessExpression(node)) return;
  const { name } = node;
  const receiver = bare(node.expression);
  const base = analysis.resolver.pathOf(receiver);
  // What belongs to a known library is known by its path.
  if (base !== undefined && !/^(?:global#|file:|dom#)/.test(base)) return;
  const own = ts.isPropertyAccessExpression(receiver) ? receiver.name.text : ts.isIdentifier(receiver) ? receiver.text : undefined;
  if (own !== undefined && (base === undefined || ts.isPropertyAccessExpression(receiver))) yield `?.${own}.${name.text}`;
  if (own?.startsWith('$')) yield `?.$.${name.text}`;
  yield `?.${name.text}`;
}

function assigned(analysis: FileAnalysis): PageUse[] {
  const { page } = analysis.tables;
  const members = analysis.outline.memberAssignments.filter(
    ({ left }) => ts.isPropertyAccessExpression(left) && page.assignedNames.has(left.name.text),
  );
  const plain = [...page.assignedNames]
    .flatMap((name) => analysis.outline.assignments.get(name) ?? [])
    .filter(({ left }) => ts.isIdentifier(left) && !analysis.resolver.declarations.find(left));
  return [...members, ...plain].flatMap((node) => {
    for (const name of namesOf(analysis, node.left)) {
      const role = page.assignment(name);
      if (role) return [{ node, ...role, argument: node.right, label: analysis.label(node.left, 60) }];
    }
    return [];
  });
}

function called(analysis: FileAnalysis): PageUse[] {
  const { page } = analysis.tables;
  return analysis.outline.calls.flatMap((node) => {
    const callee = bare(node.expression);
    const isNamed = ts.isPropertyAccessExpression(callee) ? page.callNames.has(callee.name.text) : ts.isIdentifier(callee);
    if (!isNamed || !node.arguments?.length) return [];
    for (const name of namesOf(analysis, callee)) {
      const sinks = page.call(name);
      if (sinks.length > 0) return sinks.flatMap((sink) => usesOf(analysis, node, sink));
    }
    return [];
  });
}

function usesOf(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression, sink: PageSink & { library: string }): PageUse[] {
  const args = node.arguments ?? ([] as readonly ts.Expression[]);
  if (sink.onlyWhen && !isFirst(analysis, args[0], sink.onlyWhen.slice('arg0:'.length))) return [];
  const chosen =
    sink.arg === 'all'
      ? [...args]
      : typeof sink.arg === 'number'
        ? [args[sink.arg]]
        : args.map((argument) => optionOf(analysis, argument, String(sink.arg).slice('option:'.length)));
  return chosen.flatMap((argument) => {
    if (!argument || ts.isSpreadElement(argument)) return [];
    // Routers take addresses apart as well: what they are given then is a path of the site, a query and the like.
    if (sink.category === 'redirect' && ts.isObjectLiteralExpression(analysis.resolver.deref(argument))) return [];
    // A function is asked for the text.
    const callback = analysis.outline.byNode.get(bare(argument));
    const texts = callback ? returnedBy(callback.node, callback.exits) : [argument];
    return texts.map((text) => ({
      node,
      category: sink.category,
      library: sink.library,
      argument: text,
      label: analysis.label(node.expression, 60),
      ...(sink.as ? { as: sink.as } : {}),
      ...(sink.trusts ? { trusts: true as const } : {}),
    }));
  });
}

/** Is the argument the text or a constant called so, or for `<`, a text that begins so? */
function isFirst(analysis: FileAnalysis, argument: ts.Expression | undefined, text: string): boolean {
  const named = argument && bare(argument);
  const value = analysis.textOf(argument) ?? (named && ts.isPropertyAccessExpression(named) ? named.name.text : undefined);
  return value !== undefined && (text === '<' ? value.trimStart().startsWith('<') : value.toLowerCase() === text);
}

function optionOf(analysis: FileAnalysis, argument: ts.Expression, option: string): ts.Expression | undefined {
  let value: ts.Expression | undefined = argument;
  for (const name of option.split('.')) {
    const member: ts.Expression | ts.MethodDeclaration | undefined = value && propertyOf(analysis.resolver.deref(value), name);
    value = member && !ts.isMethodDeclaration(member) ? member : undefined;
  }
  return value;
}

function attributes(analysis: FileAnalysis): PageUse[] {
  return analysis.outline.jsxAttributes.flatMap((node) => {
    if (!ts.isIdentifier(node.name) || !node.initializer || !ts.isJsxExpression(node.initializer)) return [];
    const element = node.parent.parent.tagName.getText(analysis.source);
    const role = analysis.tables.page.attribute(element, node.name.text);
    const argument = node.initializer.expression;
    return role && role.member === undefined && argument && !ts.isObjectLiteralExpression(analysis.resolver.deref(argument))
      ? [{ node, ...role, argument, label: `<${element} ${node.name.text}>` }]
      : [];
  });
}

/** Text in attributes of elements that take it as a member of an object, which a server renders as well: `dangerouslySetInnerHTML={{ __html: text }}`. */
export function renderedUses(analysis: FileAnalysis): readonly PageUse[] {
  let uses = keptRendered.get(analysis);
  if (!uses) keptRendered.set(analysis, (uses = rendered(analysis)));
  return uses;
}

function rendered(analysis: FileAnalysis): PageUse[] {
  return analysis.outline.jsxAttributes.flatMap((node) => {
    const { name, initializer } = node;
    if (!ts.isIdentifier(name) || !initializer || !ts.isJsxExpression(initializer) || !initializer.expression) return [];
    const role = analysis.tables.page.attribute(node.parent.parent.tagName.getText(analysis.source), name.text);
    if (role?.member === undefined) return [];
    const argument = propertyOf(analysis.resolver.deref(initializer.expression), role.member);
    if (!argument || ts.isMethodDeclaration(argument)) return [];
    return [{ node, category: role.category, library: role.library, argument, label: name.text }];
  });
}
