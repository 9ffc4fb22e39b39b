import { ts } from 'ts-morph';
import type { AsyncCallback } from '../model/facts';
import type { Span } from '../model/finding';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { bare } from '../syntax/nodes';
import { isFunctionNode, type FunctionNode } from '../syntax/outline';
import { addBoundary, ensureNext, rethrowControlFlow, uncaughtAwaits } from './boundaries';
import { Draft } from './edits';
import { asHandler, handlerAround, type Handler } from './handlers';
import { importSymbol } from './imports';
import { logLine } from './logLines';
import { allBelow, firstBelow, functionAround, nodeAt } from './nodes';
import { errorReply } from './replies';
import { indentAt, startsLine, type Code } from './style';
import { majorOf } from './versions';

/**
 * Gives the rejection of an async callback somewhere to go: the project's own wrapper, `next(err)`, a generic answer, or a
 * log line, by what the callback is. An existing `try` is extended rather than wrapped again.
 */
export function wrapWithTryCatch(fact: AsyncCallback): FixProposal {
  return {
    id: 'wrap-with-try-catch',
    kind: 'suggestion',
    title: fact.role === 'route' ? 'Pass errors of this handler on' : 'Catch and log errors of this callback',
    build: (source) => build(fact, source),
  };
}

function build(fact: AsyncCallback, source: FixSource): FileEdit[] | undefined {
  if (fact.rejection === 'caught' || fact.rejection === 'handled-by-framework') return undefined;
  const draft = new Draft(source);
  const place = nodeAt(draft.tree, fact.span);
  const fn = functionOf(draft, place, fact.unprotected[0]);
  if (fact.role === 'route') {
    const handler = fn && (asHandler(fn, draft.tree, fact.framework) ?? handlerAround(fn, draft.tree, fact.framework));
    const wrapper = wrapInProjectWrapper(source, place, fn, handler);
    if (wrapper) return wrapper;
    return handler && handler.fn === fn && addHandlerBoundary(draft, handler, { log: false, awaited: fact.unprotected })
      ? draft.finish()
      : undefined;
  }
  if (!fn) return undefined;
  const call = ts.isCallExpression(fn.parent) ? fn.parent : undefined;
  if (fact.role === 'iteration' && call && awaitAll(draft, fn, call)) return draft.finish();
  const reject = fact.role === 'promise-executor' ? fn.parameters[1]?.name.getText(draft.tree) : undefined;
  const catching = (error: string): Code =>
    reject ? [`${reject}(${error});`] : logLine(draft, fn, error, { what: fact.label || fact.target });
  return addBoundary(draft, fn, { catching, returns: false, awaited: fact.unprotected }) ? draft.finish() : undefined;
}

/** The function that a span stands for: itself, or the argument of a registration that holds the unprotected await. */
function functionOf(draft: Draft, place: ts.Node, inside: Span | undefined): FunctionNode | undefined {
  if (isFunctionNode(place)) return place;
  if (ts.isExpression(place) && isFunctionNode(bare(place))) return bare(place) as FunctionNode;
  if (inside) {
    const around = functionAround(nodeAt(draft.tree, inside));
    if (around && around.pos >= place.pos && around.end <= place.end) return around;
  }
  const argument = ts.isCallExpression(place) ? [...place.arguments].reverse().find((a) => isFunctionNode(bare(a))) : undefined;
  if (argument) return bare(argument) as FunctionNode;
  if (ts.isIdentifier(place)) return functionNamed(draft.tree, place.text);
  return firstBelow(place, isFunctionNode) ?? functionAround(place);
}

function functionNamed(tree: ts.SourceFile, name: string): FunctionNode | undefined {
  return allBelow(tree, isFunctionNode).find(
    (fn) =>
      (ts.isFunctionDeclaration(fn) && fn.name?.text === name) ||
      (ts.isVariableDeclaration(fn.parent) && ts.isIdentifier(fn.parent.name) && fn.parent.name.text === name),
  );
}

/** Hands the handler to the wrapper that the project uses for its other handlers. Undefined when there is none or it does so already. */
export function wrapInProjectWrapper(
  source: FixSource,
  place: ts.Node,
  fn: FunctionNode | undefined,
  handler: Handler | undefined,
): FileEdit[] | undefined {
  const wrapper = source.idioms.asyncWrapper;
  if (!wrapper || (handler && handler.framework !== 'express')) return undefined;
  const draft = new Draft(source);
  const target =
    fn && (ts.isArrowFunction(fn) || ts.isFunctionExpression(fn)) && handler?.registration && !ts.isVariableDeclaration(fn.parent)
      ? fn
      : handlerArgument(place, handler, fn);
  if (!target || (ts.isCallExpression(target.parent) && draft.textOf(target.parent.expression).split('.').pop() === wrapper.name))
    return undefined;
  const name = importSymbol(draft, wrapper);
  draft.insert(target.getStart(draft.tree), `${name}(`);
  draft.insert(target.end, ')');
  return draft.finish();
}

/** The argument of the registration through which a handler that is declared elsewhere is registered. */
function handlerArgument(place: ts.Node, handler: Handler | undefined, fn: FunctionNode | undefined): ts.Expression | undefined {
  const call =
    handler?.registration ??
    (ts.isCallExpression(place) ? place : ts.isIdentifier(place) && ts.isCallExpression(place.parent) ? place.parent : undefined);
  const name =
    fn && ts.isFunctionDeclaration(fn)
      ? fn.name?.text
      : fn && ts.isVariableDeclaration(fn.parent)
        ? fn.parent.name.getText()
        : ts.isIdentifier(place)
          ? place.text
          : undefined;
  return call?.arguments.find((argument) => ts.isIdentifier(argument) && argument.text === name);
}

/**
 * Adds the error boundary that the handler's framework asks for. With `log`, the catch clause also writes a log line where it
 * only passes the error on. Returns false when there is nothing to add.
 */
export function addHandlerBoundary(draft: Draft, handler: Handler, options: { log: boolean; awaited: readonly Span[] }): boolean {
  const { fn, idiom } = handler;
  if (idiom.boundary === 'none') return false;
  const isAsync =
    ts.canHaveModifiers(fn) && (ts.getModifiers(fn)?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword) ?? false);
  if (idiom.boundary === 'next') {
    if (idiom.rejection(majorOf(draft.source.idioms.packages.get('express'))) === 'handled') return false;
    if (!isAsync) return catchReturned(draft, handler, options.awaited);
    if (uncaughtAwaits(fn).length === 0 && options.awaited.length === 0) return false;
    const catching = (error: string): Code | undefined => {
      const next = ensureNext(draft, handler);
      if (!next) return undefined;
      const log = options.log ? logLine(draft, fn, error, { handler }) : [];
      return [...log, `${next}(${error});`];
    };
    return addBoundary(draft, fn, { framework: handler.framework, catching, returns: false, awaited: options.awaited });
  }
  if (!isAsync || (uncaughtAwaits(fn).length === 0 && options.awaited.length === 0)) return false;
  const catching = (error: string): Code | undefined => {
    const rethrow = rethrowControlFlow(draft, fn, handler.framework, error);
    const reply = errorReply(draft, handler, 500);
    if (rethrow === 'refused' || !reply) return undefined;
    return [
      ...rethrow,
      ...logLine(draft, fn, error, { handler, what: handler.framework === 'supabase-edge' ? handler.path : undefined }),
      ...reply,
    ];
  };
  return addBoundary(draft, fn, { framework: handler.framework, catching, returns: true, awaited: options.awaited });
}

/** For a function that returns a promise without being async: `.catch(next)` at the end of the chain. */
function catchReturned(draft: Draft, handler: Handler, spans: readonly Span[]): boolean {
  const { fn } = handler;
  const values =
    fn.body && !ts.isBlock(fn.body) ? [fn.body] : allBelow(fn.body!, ts.isReturnStatement, false).map((statement) => statement.expression);
  const lost = values.filter(
    (value): value is ts.Expression =>
      value !== undefined && spans.some((span) => span.start < value.end && span.end > value.getStart(draft.tree)),
  );
  if (lost.length === 0 || lost.some((value) => !ts.isCallExpression(value))) return false;
  const next = ensureNext(draft, handler);
  if (!next) return false;
  for (const value of lost) {
    const callee = (value as ts.CallExpression).expression;
    const dot = ts.isPropertyAccessExpression(callee) ? callee.name.getStart(draft.tree) - 1 : -1;
    const newLine = dot >= 0 && startsLine(draft.text, dot) ? `\n${indentAt(draft.text, dot)}` : '';
    draft.insert(value.end, `${newLine}.catch(${next})`);
  }
  return true;
}

/** `items.forEach(async …)` in an async function becomes `await Promise.all(items.map(async …))`. */
function awaitAll(draft: Draft, fn: FunctionNode, call: ts.CallExpression): boolean {
  if (!ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== 'forEach' || !ts.isExpressionStatement(call.parent))
    return false;
  const outer = functionAround(fn.parent);
  const isAsync =
    outer !== undefined &&
    ts.canHaveModifiers(outer) &&
    ts.getModifiers(outer)?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword);
  if (!isAsync || call.questionDotToken || call.expression.questionDotToken) return false;
  draft.insert(call.getStart(draft.tree), 'await Promise.all(');
  draft.replaceNode(call.expression.name, 'map');
  draft.insert(call.end, ')');
  return true;
}
