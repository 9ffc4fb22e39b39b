import { ts } from 'ts-morph';
import type { AccessPath, FunctionRef, HandlerRef } from '../../model/facts';
import type { DecoratorRole } from '../../model/library';
import { bare } from '../../syntax/nodes';
import type { FunctionInfo } from '../../syntax/outline';
import type { FileAnalysis } from '../analysis';
import { guardRefsOf } from './classGuards';

/** A decorator that is in force, and what it was given. */
export interface Applied {
  role: DecoratorRole & { library: string };
  path: AccessPath;
  /** Arguments as written where they can be read in this file. */
  args: readonly ts.Expression[];
  /** Guards among the arguments. */
  refs: HandlerRef[];
  /** Texts that name what it sets: constant arguments and its own name. */
  texts: string[];
}

const publicName = /^(is_?)?(public|open|anonymous)|(skip|no|without|allow_?un|bypass)_?auth|allow_?anon/i;

/** Decorators in force on a node; what others stand for is taken apart. */
export function applied(analysis: FileAnalysis, node: ts.Node): Applied[] {
  if (!ts.canHaveDecorators(node)) return [];
  return (ts.getDecorators(node) ?? []).flatMap((decorator) => expand(analysis, decorator.expression, 4));
}

function expand(analysis: FileAnalysis, expression: ts.Expression, depth: number): Applied[] {
  const call = ts.isCallExpression(expression) ? expression : undefined;
  const target = call ? call.expression : expression;
  const path = analysis.resolver.pathOf(target);
  const role = analysis.tables.decorator(path);
  const args = call ? [...call.arguments] : [];
  if (role && path !== undefined) {
    if (role.composes) return args.flatMap((argument) => (depth > 0 ? expand(analysis, bare(argument), depth - 1) : []));
    const texts = role.metadata
      ? [
          analysis.label(target),
          ...args.slice(0, 1).flatMap((argument) => [analysis.textOf(argument) ?? [], analysis.label(argument)].flat()),
        ]
      : [];
    const isOff = role.metadata && args[1]?.kind === ts.SyntaxKind.FalseKeyword;
    return isOff
      ? []
      : [
          {
            role,
            path,
            args,
            refs: role.guards
              ? args
                  .flatMap((argument) => elementsOf(analysis, argument))
                  .flatMap((argument) => guardRefsOf(analysis, argument, role.guards))
              : role.pipes
                ? args.map((argument) => ({
                    ...keptBy(analysis, argument),
                    ...goesByClass(analysis, argument),
                    name: analysis.label(argument),
                    span: analysis.span(argument),
                    path: `${role.library}#schema`,
                  }))
                : [],
            texts,
          },
        ];
  }
  const made = depth > 0 ? analysis.resolver.functionOf(target) : undefined;
  if (!made) return [];
  const inner = made.local ? returnedDecorators(analysis, made.local, depth - 1) : appliedElsewhere(analysis, made.ref, expression);
  return inner.map((entry) => ({ ...entry, texts: [...entry.texts, ...(entry.role.metadata ? [analysis.label(target)] : [])] }));
}

/** `...[JwtGuard, RolesGuard]` is two arguments. */
function elementsOf(analysis: FileAnalysis, argument: ts.Expression): readonly ts.Expression[] {
  const list = ts.isSpreadElement(argument) ? analysis.resolver.deref(argument.expression) : undefined;
  return list && ts.isArrayLiteralExpression(list) ? list.elements : [argument];
}

/** What a pipe lets through beside the fields that are described. */
function keptBy(analysis: FileAnalysis, argument: ts.Expression): Pick<HandlerRef, 'keepsUnlessTold'> {
  const option = ts.isNewExpression(bare(argument)) ? analysis.handlerRefs(argument)[0]?.keepsUnlessTold : undefined;
  return option === undefined ? {} : { keepsUnlessTold: option };
}

/** Does a check go by the classes of parameters, given as a class or an instance? */
export function goesByClass(analysis: FileAnalysis, argument: ts.Expression): Pick<HandlerRef, 'byClass'> {
  const value = bare(argument);
  const path = analysis.resolver.pathOf(ts.isNewExpression(value) ? value.expression : value);
  return analysis.tables.call(path)?.guard?.byClass ? { byClass: true } : {};
}

function appliedElsewhere(analysis: FileAnalysis, ref: FunctionRef, node: ts.Node): Applied[] {
  const span = analysis.span(node);
  return (analysis.project.summary(ref)?.applies ?? []).flatMap(({ path, refs, texts }) => {
    const role = analysis.tables.decorator(path);
    return role ? [{ role, path, args: [], refs: refs.map((guard) => ({ ...guard, span })), texts }] : [];
  });
}

function returnedDecorators(analysis: FileAnalysis, fn: FunctionInfo, depth: number): Applied[] {
  const { body } = fn.node;
  const returned = body && !ts.isBlock(body) ? body : fn.exits.map((exit) => exit.expression).find((value) => value !== undefined);
  const value = returned && bare(returned);
  return value && ts.isCallExpression(value) ? expand(analysis, value, depth) : [];
}

/** The decorators that a function makes, for its summary. */
export function appliesOf(analysis: FileAnalysis, fn: FunctionInfo): { path: AccessPath; refs: HandlerRef[]; texts: string[] }[] {
  return returnedDecorators(analysis, fn, 3).map(({ path, refs, texts }) => ({ path, refs, texts }));
}

/** Names and keys of what declares a route open; undefined when nothing does. */
export function openKeys(entries: readonly Applied[]): string[] | undefined {
  const open = entries.filter((entry) => entry.role.public || (entry.role.metadata && entry.texts.some((text) => publicName.test(text))));
  return open.length === 0 ? undefined : [...new Set(open.flatMap((entry) => entry.texts))];
}

/** Names and keys of all metadata on a class and a method of it; `?` for a decorator of the project that could not be looked into. */
export function markers(analysis: FileAnalysis, nodes: readonly ts.Node[], entries: readonly Applied[]): string[] {
  const isUnread = nodes
    .flatMap((node) => (ts.canHaveDecorators(node) ? [...(ts.getDecorators(node) ?? [])] : []))
    .some(({ expression }) => {
      const path = analysis.resolver.pathOf(ts.isCallExpression(expression) ? expression.expression : expression);
      // What a package brings sets no key of the project.
      return (path === undefined || path.startsWith('file:')) && expand(analysis, expression, 4).length === 0;
    });
  return [...new Set([...entries.filter((entry) => entry.role.metadata).flatMap((entry) => entry.texts), ...(isUnread ? ['?'] : [])])];
}
