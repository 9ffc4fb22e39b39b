import { ts } from 'ts-morph';
import type { PageComponents } from '../model/library';
import { bare, memberName } from '../syntax/nodes';
import { isFunctionNode, type FunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import type { Trace } from './origins';
import { returnedBy, type Frames, type Source } from './traceParts';

/** The name and declaration of something that elements of a page are made of. */
interface Component {
  name: ts.Identifier;
  node: ts.Node;
}

const nowhere: Frames = new Map();

/** How a class that shows something is written; undefined for any other class. */
export function componentOf(analysis: FileAnalysis, cls: ts.ClassLikeDeclaration): PageComponents | undefined {
  const base = cls.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0]?.expression;
  const name = base && (memberName(base) ?? (ts.isIdentifier(base) ? base.text : undefined));
  return name === undefined ? undefined : analysis.tables.page.components.find(({ bases }) => bases.test(name));
}

/** What elements of a class in this file give one of its members, and what it has where they give none. */
export function givenToClass(
  trace: Trace,
  cls: ts.ClassLikeDeclaration,
  { defaults }: PageComponents,
  steps: readonly string[],
  depth: number,
): Source[] {
  if (!cls.name) return [];
  const component = { name: cls.name, node: cls };
  const { outline } = trace.analysis;
  const own = cls.members.filter(
    (member): member is ts.PropertyDeclaration =>
      ts.isPropertyDeclaration(member) && ts.isIdentifier(member.name) && member.name.text === defaults,
  );
  const later = outline.memberAssignments.filter(
    ({ left }) => ts.isPropertyAccessExpression(left) && left.name.text === defaults && isOf(trace.analysis, left.expression, component),
  );
  const made = outline.calls.filter((call) => ts.isNewExpression(call) && isOf(trace.analysis, call.expression, component));
  return [
    ...givenByElements(trace, component, steps, depth),
    ...[
      ...own.flatMap(({ initializer }) => initializer ?? []),
      ...later.map(({ right }) => right),
      ...made.flatMap((call) => call.arguments?.[0] ?? []),
    ].flatMap((value) => trace.of(value, steps, nowhere, depth)),
  ];
}

/** What elements of a function in this file, or the framework that shows it, give the member of its only parameter. */
export function givenToFunction(trace: Trace, fn: FunctionNode, index: number, steps: readonly string[], depth: number): Source[] {
  if (index !== 0 || (trace.category !== 'html' && trace.category !== 'redirect')) return [];
  return [...handedToPage(trace, fn, steps, depth), ...givenByOwnElements(trace, fn, steps, depth)];
}

function handedToPage(trace: Trace, page: FunctionNode, steps: readonly string[], depth: number): Source[] {
  return trace.analysis.pageMakers.handingTo(page).flatMap(({ fn, name, member }) => {
    trace.analysis.asked(name, page);
    return returnedBy(fn.node, fn.exits).flatMap((value) => trace.of(value, [member, ...steps], nowhere, depth));
  });
}

function givenByOwnElements(trace: Trace, fn: FunctionNode, steps: readonly string[], depth: number): Source[] {
  const named = ts.isFunctionDeclaration(fn) ? fn : ts.isVariableDeclaration(fn.parent) ? fn.parent : undefined;
  if (!named?.name || !ts.isIdentifier(named.name) || !/^[A-Z]/.test(named.name.text)) return [];
  return givenByElements(trace, { name: named.name, node: named }, steps, depth);
}

function givenByElements(trace: Trace, component: Component, steps: readonly string[], depth: number): Source[] {
  const { analysis } = trace;
  const [first, ...rest] = steps;
  if (first === undefined) return [];
  analysis.asked(component.name.text, component.node);
  return analysis.outline.jsxAttributes.flatMap(({ name, initializer, parent }) => {
    if (!ts.isIdentifier(name) || name.text !== first || !initializer || !isOf(analysis, parent.parent.tagName, component)) return [];
    const value = ts.isJsxExpression(initializer) ? initializer.expression : ts.isStringLiteral(initializer) ? initializer : undefined;
    return value ? trace.of(value, rest, nowhere, depth) : [];
  });
}

function isOf(analysis: FileAnalysis, node: ts.Node, { name, node: declared }: Component): boolean {
  if (!ts.isIdentifier(node) || node.text !== name.text) return false;
  const found = analysis.resolver.declarations.find(node);
  return found !== undefined && 'node' in found && found.node === declared;
}

/** The class around a node, if a method, a field or an arrow in one of them stands between. */
export function classAround(node: ts.Node): ts.ClassLikeDeclaration | undefined {
  for (let current: ts.Node | undefined = node.parent; current; current = current.parent) {
    if (ts.isClassLike(current)) return current;
    if (isFunctionNode(current) && ts.isFunctionDeclaration(current)) return undefined;
  }
  return undefined;
}

/** What the callback of `this.setState` and the constructor of a class are handed: the member of the class that holds the same. */
export function memberHandedTo({ analysis, category }: Trace, fn: FunctionNode, index: number): string | undefined {
  const cls = category === 'html' || category === 'redirect' ? classAround(fn) : undefined;
  const component = cls && componentOf(analysis, cls);
  if (!component) return undefined;
  if (ts.isConstructorDeclaration(fn)) return index === 0 ? component.given : undefined;
  const call = fn.parent;
  const callee = ts.isCallExpression(call) && call.arguments[0] === fn ? bare(call.expression) : undefined;
  const isOwn =
    callee !== undefined &&
    ts.isPropertyAccessExpression(callee) &&
    callee.expression.kind === ts.SyntaxKind.ThisKeyword &&
    callee.name.text === component.keeps;
  return isOwn ? [component.kept, component.given][index] : undefined;
}
