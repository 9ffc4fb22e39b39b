import { ts } from 'ts-morph';
import type { AccessPath, ExportFact, HandlerRef } from '../../model/facts';
import type { Span } from '../../model/finding';
import { fileRefOf, instanceOf } from '../../syntax/accessPaths';
import { piecesOf } from '../../syntax/lists';
import { propertyOf } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';
import { pathText } from './callPaths';

/** What another file says of a value, and the expression of this file that stands for it. */
export interface Told {
  told: ExportFact;
  file: string;
  at: ts.Expression;
  /** Where it stands, when that is in this file after all. */
  span?: Span;
}

/** What a registration is given: an expression of this file, or what another file says of one. */
export type Given = ts.Expression | Told;

/** How deep lists are spread into lists. */
const deepest = 3;

/** Is it what another file says? */
export function isTold(given: Given): given is Told {
  return 'told' in given;
}

/** The expression of this file that it is, or that stands for it. */
export function placeOfGiven(given: Given): ts.Expression {
  return isTold(given) ? given.at : given;
}

/** What other files say of an expression that names something of theirs. */
export function toldOf(analysis: FileAnalysis, node: ts.Expression): Told | undefined {
  const fact = analysis.exportedFact(analysis.resolver.deref(node));
  return fact && { told: fact, file: fact.file, at: node };
}

/** Text of a path, with `*` for the parts that nobody can read; undefined when it is no text at all. */
export function textGiven(analysis: FileAnalysis, given: Given): string | undefined {
  return isTold(given) ? given.told.text : pathText(given, analysis);
}

/** Elements of a list, with those of lists that are spread into it; undefined where some can't be read. */
export function elementsGiven(analysis: FileAnalysis, given: Given, depth = deepest): Given[] | undefined {
  if (depth === 0) return undefined;
  const list = isTold(given) ? given : analysis.resolver.deref(given);
  const pieces = isTold(list) ? undefined : piecesOf(list);
  const told = isTold(list) ? list : pieces ? undefined : toldOf(analysis, list);
  if (told) return told.told.rows?.map((row) => ({ ...told, told: row }));
  if (!pieces) return undefined;
  const found: Given[] = [];
  for (const { node, isList } of pieces) {
    const inner = isList ? elementsGiven(analysis, node, depth - 1) : [node];
    if (!inner) return undefined;
    found.push(...inner);
  }
  return found;
}

/** The object that describes a route, also when a call made it: `createRoute({ method: 'get', path: '/' })`. */
export function descriptionIn(analysis: FileAnalysis, given: Given): Given {
  if (isTold(given)) return given;
  const value = analysis.resolver.deref(given);
  if (ts.isCallExpression(value) && value.arguments[0] && ts.isObjectLiteralExpression(value.arguments[0])) return value.arguments[0];
  return ts.isObjectLiteralExpression(value) ? value : (toldOf(analysis, value) ?? value);
}

/** Can the members be read: is it an object, here or elsewhere? */
export function isDescription(given: Given | undefined): boolean {
  return (
    given !== undefined &&
    (isTold(given) ? given.told.object !== undefined || given.told.members !== undefined : ts.isObjectLiteralExpression(given))
  );
}

/** A member of an object, or an element of a list by its place. Nested ones have dots. */
export function memberGiven(analysis: FileAnalysis, given: Given | undefined, name: string): Given | undefined {
  const dot = name.indexOf('.');
  if (dot !== -1) return memberGiven(analysis, memberGiven(analysis, given, name.slice(0, dot)), name.slice(dot + 1));
  if (!given) return undefined;
  const holder = isTold(given) ? given : analysis.resolver.deref(given);
  if (isTold(holder)) return memberTold(analysis, holder, name);
  if (ts.isArrayLiteralExpression(holder)) return holder.elements[Number(name)];
  if (!ts.isObjectLiteralExpression(holder)) {
    const own = memberOfInstance(analysis, analysis.resolver.pathOf(holder), name, holder);
    const told = own ? undefined : toldOf(analysis, holder);
    return own ?? (told && memberTold(analysis, told, name));
  }
  const found = propertyOf(holder, name);
  if (!found) return spreadInto(analysis, holder, name);
  if (!ts.isMethodDeclaration(found)) return found;
  const info = analysis.outline.byNode.get(found);
  return info && { told: { fn: info.id }, file: analysis.file, at: holder, span: analysis.span(found) };
}

/** A member that an object has from another one: `{ ...guarded, schema }`. */
function spreadInto(analysis: FileAnalysis, { properties }: ts.ObjectLiteralExpression, name: string): Given | undefined {
  for (const property of [...properties].reverse()) {
    const found = ts.isSpreadAssignment(property) ? memberGiven(analysis, property.expression, name) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** What an object may hold that nobody can read: the expression that it comes from. */
export function unreadIn(analysis: FileAnalysis, given: Given | undefined): ts.Expression | undefined {
  const value = given && descriptionIn(analysis, given);
  if (!value || !given) return undefined;
  if (isTold(value)) return isDescription(value) || isSomethingElse(value.told) ? undefined : value.at;
  if (ts.isObjectLiteralExpression(value))
    return value.properties
      .flatMap((property) => (ts.isSpreadAssignment(property) ? [unreadIn(analysis, property.expression)] : []))
      .find((unread) => unread !== undefined);
  if (ts.isCallExpression(value) || ts.isConditionalExpression(value)) return value;
  const isName = ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) || ts.isElementAccessExpression(value);
  return isName && analysis.handlerRefs(value).every((ref) => ref.unresolved === true && ref.held === undefined && ref.wraps === undefined)
    ? value
    : undefined;
}

function isSomethingElse({ fn, handler, handlers, path, text, cls, entity }: ExportFact): boolean {
  return [fn, handler, handlers, path, text, cls, entity].some((known) => known !== undefined);
}

function memberTold(analysis: FileAnalysis, { told, file, at }: Told, name: string): Told | undefined {
  const inside = told.members?.[name] ?? told.rows?.[Number(name)];
  if (inside) return { told: inside, file, at };
  const own = memberOfInstance(analysis, told.path, name, at);
  if (own) return own;
  const fact = told.object === undefined ? undefined : analysis.project.exportOf(file, `${told.object}.${name}`);
  return fact && { told: fact, file: fact.file, at };
}

/** A text or a router that an instance of a class keeps: `new UsersController().router`. */
function memberOfInstance(analysis: FileAnalysis, path: AccessPath | undefined, name: string, at: ts.Expression): Told | undefined {
  const made = instanceOf(path);
  if (!made) return undefined;
  const text = textOfMember(analysis, made, name);
  if (text !== undefined) return { told: { text }, file: made.file, at };
  const member = analysis.resolver.rewrite(path, name);
  return member !== undefined && analysis.tables.registrars.has(member)
    ? { told: { path: member, entity: `${made.file}#${made.cls}.${name}` }, file: made.file, at }
    : undefined;
}

/** The text that a class gives one of its members for good. */
export function textOfMember(analysis: FileAnalysis, { file, cls }: { file: string; cls: string }, name: string): string | undefined {
  if (file !== analysis.file) return analysis.project.member(file, cls, name)?.text;
  const own = analysis.outline.classes.find((candidate) => candidate.name === cls);
  return own && analysis.resolver.members.textIn(own.node, name);
}

/** What stands in a chain of middleware and handlers. Lists give several. */
export function refsGiven(analysis: FileAnalysis, given: Given): HandlerRef[] {
  if (!isTold(given)) return analysis.handlerRefs(given);
  const { told, file, at } = given;
  const span = given.span ?? analysis.span(at);
  if (told.handlers) return told.handlers.map((handler) => ({ ...handler, span }));
  if (told.handler) return [{ ...told.handler, span }];
  if (told.rows) return told.rows.flatMap((row) => refsGiven(analysis, { ...given, told: row }));
  const fn = told.fn === undefined ? fileRefOf(told.path) : { file, id: told.fn };
  if (fn && !fn.id.startsWith('class '))
    return [{ name: given.span ? '<inline>' : lastPart(fn.id), span, fn, ...(told.path === undefined ? {} : { path: told.path }) }];
  if (told.path !== undefined) return [{ name: lastPart(told.path.slice(told.path.indexOf('#') + 1)), span, path: told.path }];
  return [{ name: analysis.label(at, 40), span, unresolved: true }];
}

/** The name that a function or a value goes by. */
function lastPart(id: string): string {
  const name = id.replace(/\(\)$/, '');
  const last = name.slice(name.lastIndexOf('.') + 1);
  return /^\w+$/.test(last) ? last : '<inline>';
}
