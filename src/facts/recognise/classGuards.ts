import { ts } from 'ts-morph';
import type { HandlerRef } from '../../model/facts';
import type { ClassMethod } from '../../model/library';
import { bare } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';
import { heritageOf } from '../heritage';
import type { Applied } from './appliedDecorators';

/** A guard or middleware given as a class, an instance or a function: of a class, `runs` is the method that runs. */
export function guardRef(analysis: FileAnalysis, argument: ts.Expression, runs: ClassMethod | undefined): HandlerRef {
  const value = bare(argument);
  const name = analysis.label(ts.isNewExpression(value) ? value.expression : value);
  const span = analysis.span(value);
  const path = analysis.resolver.pathOf(ts.isNewExpression(value) ? value.expression : value);
  const match = path === undefined ? undefined : /^file:(.*)#class ([^.()]+)$/.exec(path);
  if (match) {
    const [, file, cls] = match as unknown as [string, string, string];
    const method = runs?.method ?? '';
    const own =
      file === analysis.file ? analysis.outline.classes.find((candidate) => candidate.name === cls)?.methods.get(method) : undefined;
    const fn = own ? { file, id: own.id } : method === '' ? undefined : analysis.project.member(file, cls, method)?.fn;
    const base = (file === analysis.file ? heritagePath(analysis, cls) : analysis.project.base(file, cls))?.replace(/\(\)$/, '');
    const overruled = isOverruled(analysis, file, cls, base) ? { overruled: true as const } : {};
    if (fn) return { name, span, fn, ...(runs?.onlyThrows ? {} : { heeded: true as const }), ...overruled };
    if (base !== undefined) return { name, span, path: base, ...overruled };
    return { name, span, unresolved: true };
  }
  const ref = analysis.handlerRefs(argument)[0] ?? { name, span, unresolved: true };
  const lenient = ts.isCallExpression(value) ? heritageOf(analysis, value)?.replace(/\(\)$/, '') : undefined;
  return lenient !== undefined && ref.path !== undefined && lenient.startsWith(`${ref.path}.`) ? { ...ref, path: lenient } : ref;
}

/** The same as elements of a chain. What refuses only by throwing counts where it can be read: nobody doubts an endpoint for one that cannot. */
export function guardRefsOf(analysis: FileAnalysis, argument: ts.Expression, runs: ClassMethod | undefined): HandlerRef[] {
  const ref = guardRef(analysis, argument, runs);
  return runs?.onlyThrows && !ref.fn && !analysis.tables.call(ref.path)?.unbounded ? [] : [ref];
}

/** Does a class leave out the refusal of the guard that it extends: `handleRequest(error, user) { return user; }`? */
function isOverruled(analysis: FileAnalysis, file: string, cls: string, base: string | undefined): boolean {
  const method = analysis.tables.call(base)?.guard?.overruledBy;
  if (method === undefined) return false;
  const own = file === analysis.file ? analysis.outline.classes.find(({ name }) => name === cls)?.methods.get(method) : undefined;
  const fn = own ? { file, id: own.id } : file === analysis.file ? undefined : analysis.project.member(file, cls, method)?.fn;
  return fn !== undefined && analysis.summaryOf(fn)?.throws === false;
}

/** A pipe for the part of a request that a parameter holds; of a class of the project, what its method does counts. */
export function pipeRef(analysis: FileAnalysis, argument: ts.Expression, { pipes, param }: Applied['role']): HandlerRef {
  const own = guardRef(analysis, argument, pipes);
  const ref = own.fn && (analysis.summaryOf(own.fn)?.validates.length ?? 0) > 0 ? own : analysis.handlerRefs(argument)[0]!;
  const part = analysis.tables.read(param)?.input;
  return part === undefined ? ref : { ...ref, parts: [part] };
}

/** What a class of this file extends. */
export function heritagePath(analysis: FileAnalysis, name: string): string | undefined {
  const cls = analysis.outline.classes.find((candidate) => candidate.name === name);
  const heritage = cls?.node.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  return heritage && heritageOf(analysis, heritage.expression);
}
