import { ts } from 'ts-morph';
import type { SinkRole } from '../model/library';
import { bare, constantString, memberName, propertyOf } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { returnedBy } from './traceParts';

const otherType = /^['"`](?:text\/(?!html)|application\/|image\/|\.?(?:json|text|txt|csv|xml)['"`])/i;

/** Does the function, or the chain in front of the call, give the answer a type that no browser shows as a page? */
export function isOtherThanHtml(analysis: FileAnalysis, site: CallSite): boolean {
  return namesOtherType(analysis, analysis.functionAround(site.node));
}

/** Does a function say that its answer is something else than a page? */
export function namesOtherType(analysis: FileAnalysis, fn: FunctionInfo | undefined): boolean {
  return (fn?.calls ?? []).some((call) => {
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
export function saysHtml(analysis: FileAnalysis, site: CallSite, args: readonly ts.Expression[]): boolean {
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
export function saysGraphql(analysis: FileAnalysis, args: readonly ts.Expression[]): boolean {
  const text = args[0] && optionOf(analysis, args[0], 'query');
  const value = text && analysis.resolver.deref(text);
  return value !== undefined && ts.isTemplateExpression(value) && /^\s*(?:\{|(?:query|mutation|subscription)\b)/.test(value.head.text);
}

/** Is the option given in one of the arguments, and not switched off? With `arg0:`, is that the text of the first one? */
export function isGiven(analysis: FileAnalysis, args: readonly ts.Expression[], condition: string | undefined): boolean {
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
export function isPast(analysis: FileAnalysis, until: SinkRole['until']): boolean {
  const major = until && /\d+/.exec(analysis.context.dependencies?.[until.package] ?? '')?.[0];
  return major !== undefined && Number(major) >= until!.major;
}

/** Value of an option, nested ones with dots. */
function optionOf(analysis: FileAnalysis, argument: ts.Expression, option: string): ts.Expression | undefined {
  return optionsOf(analysis, argument, option)[0];
}

/** Values of an option: several where `[]` stands for the elements of a list, or where it is set afterwards as well. */
export function optionsOf(analysis: FileAnalysis, argument: ts.Expression, option: string): ts.Expression[] {
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

export function chosen(analysis: FileAnalysis, args: readonly ts.Expression[], role: SinkRole): ts.Expression[] {
  const { arg: which, category, at } = role;
  if (which === 'script') return scriptOf(analysis, args);
  // Options are no part of what is run.
  if (which === 'all') return args.filter((argument) => !ts.isObjectLiteralExpression(analysis.resolver.deref(argument)));
  if (typeof which === 'number') {
    const argument = args[which];
    if (!argument || ts.isSpreadElement(argument)) return [];
    if (category === 'sql') return textsOf(analysis, argument);
    if (role.isId && ts.isObjectLiteralExpression(analysis.resolver.deref(argument))) return [];
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
