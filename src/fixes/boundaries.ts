import { ts } from 'ts-morph';
import type { Span } from '../model/finding';
import { enclosingTry } from '../syntax/flow';
import { walk, whole } from '../syntax/nodes';
import { isFunctionNode, type FunctionNode } from '../syntax/outline';
import type { Draft } from './edits';
import { addParameter } from './expressions';
import type { Handler } from './handlers';
import { addImport } from './imports';
import { hasRethrow, interruptOf, rethrowLines } from './interrupts';
import { allBelow, bindings, freeName, functionAround, referencesTo } from './nodes';
import { blockBody, endWithComments, indentLines, startWithComments, wrapStatements } from './statements';
import { indentAt, lineEnd, lineStart, startsLine, type Code } from './style';

/** Awaits of a function that no `try` with a catch clause of the same function covers, in document order. */
export function uncaughtAwaits(fn: FunctionNode): ts.Node[] {
  const found: ts.Node[] = [];
  if (!fn.body) return found;
  walk(fn.body, (node) => {
    if (node !== fn.body && isFunctionNode(node)) return false;
    const waits = ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined);
    if (waits && !enclosingTry(node)) found.push(node);
    return true;
  });
  return found;
}

/** The name that the file gives to caught errors. */
export function errorName(draft: Draft): string {
  const votes = new Map<string, number>();
  for (const clause of allBelow(draft.tree, ts.isCatchClause)) {
    const name = clause.variableDeclaration?.name;
    if (name && ts.isIdentifier(name) && /^(e|err|error|ex|exception)$/.test(name.text))
      votes.set(name.text, (votes.get(name.text) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'err';
}

/**
 * Statements at the head of a handler that need no error boundary: directives, the answer to a preflight request, input
 * checks that report instead of throwing, and guards that refuse by throwing, which a boundary would turn into a 500.
 */
function headLength(draft: Draft, body: ts.Block, framework: string | undefined): number {
  const guards = framework ? draft.source.idioms.guards({ framework, group: '', path: '' }) : [];
  const throwing = new Set(guards.filter((guard) => guard.refusal === 'throws').map((guard) => guard.name));
  let count = 0;
  for (const statement of body.statements) {
    const text = draft.textOf(statement);
    const awaits = allBelow(statement, ts.isAwaitExpression, false).length > 0;
    const directive = ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression);
    const preflight = ts.isIfStatement(statement) && !awaits && /method\s*===?\s*['"]OPTIONS['"]/.test(draft.textOf(statement.expression));
    const parsed = ts.isVariableStatement(statement) && !awaits && /\.safeParse\(/.test(text);
    const checked = ts.isIfStatement(statement) && !awaits && /^!\w+\.success$/.test(draft.textOf(statement.expression));
    const guard = allBelow(statement, ts.isCallExpression, false).some(
      (call) => ts.isIdentifier(call.expression) && throwing.has(call.expression.text),
    );
    if (!directive && !preflight && !parsed && !checked && !guard) break;
    count++;
  }
  return count;
}

export interface Boundary {
  /** Framework of the handler, if it is one. */
  framework?: string;
  /** Statements of the catch clause, for the name of the caught error. */
  catching: (error: string) => Code | undefined;
  /** The value of the function matters to its caller. */
  returns: boolean;
  /** Returned promises that have to be awaited, so that the boundary sees their rejection. */
  awaited: readonly Span[];
}

/**
 * Puts what a function does into `try … catch`. A `try` at the end of the body is extended to the statements before it
 * instead of being wrapped again. Returns false when there is nothing to do or when it cannot be done by moving text.
 */
export function addBoundary(draft: Draft, fn: FunctionNode, boundary: Boundary): boolean {
  const body = fn.body;
  if (!body) return false;
  if (!ts.isBlock(body)) {
    const error = errorName(draft);
    const lines = boundary.catching(error);
    if (!lines || !ts.isArrowFunction(fn)) return false;
    const start = body.getStart(draft.tree);
    const awaits = boundary.awaited.some((span) => span.start >= start && span.end <= body.end) && !ts.isAwaitExpression(body);
    const isAsync = ts.getModifiers(fn)?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword) ?? false;
    if (awaits && !isAsync) {
      // Whoever takes the value would get a promise in its place.
      if (boundary.returns || fn.type) return false;
      draft.insert(fn.getStart(draft.tree), 'async ');
    }
    blockBody(draft, fn, { open: 'try {', close: [`} catch (${error}) {`, lines, '}'], returns: boundary.returns, awaits });
    return true;
  }
  awaitReturned(draft, fn, boundary.awaited);
  const uncaught = uncaughtAwaits(fn).filter((node) => !isInHandlerOfTry(node));
  const statements = body.statements;
  const last = statements[statements.length - 1];
  const head = headLength(draft, body, boundary.framework);
  const rest = statements.slice(head);
  if (!last || rest.length === 0) return false;
  if (rest.length === 1 && ts.isTryStatement(last) && last.catchClause) return false;
  if (ts.isTryStatement(last) && last.catchClause && !isSpecific(draft, last.catchClause)) {
    const first = rest.find((statement) => uncaught.some((node) => within(statement, node)));
    if (first) return !interruptsFrom(draft, body, first, last) && extendTry(draft, last, first);
    if (boundary.awaited.length === 0) return false;
  }
  const error = errorName(draft);
  const lines = boundary.catching(error);
  if (!lines) return false;
  wrapStatements(draft, rest[0]!, last, 'try {', [`} catch (${error}) {`, lines, '}']);
  return true;
}

/** Does something end the request by being thrown, from a statement on up to another, which the clause of that one would get? */
function interruptsFrom(draft: Draft, body: ts.Block, first: ts.Statement, until: ts.Statement): boolean {
  return body.statements
    .slice(body.statements.indexOf(first), body.statements.indexOf(until))
    .some((statement) => allBelow(statement, ts.isCallExpression, false).some((call) => interruptOf(draft, call) !== undefined));
}

/** The clause blames the client for whatever it catches: it is about one step, and not about the handler. */
function isSpecific(draft: Draft, clause: ts.CatchClause): boolean {
  const text = draft.textOf(clause.block);
  return /\b4\d\d\b/.test(text) && !/\b5\d\d\b|\bthrow\b|\bnext\(/.test(text);
}

function within(outer: ts.Node, inner: ts.Node): boolean {
  return outer.pos <= inner.pos && inner.end <= outer.end;
}

/** In a catch clause or finally block, which moving the start of the `try` does not help. */
function isInHandlerOfTry(node: ts.Node): boolean {
  let child: ts.Node = node;
  for (let parent = node.parent; parent && !isFunctionNode(parent); child = parent, parent = parent.parent) {
    if (ts.isTryStatement(parent) && parent.tryBlock !== child) return true;
  }
  return false;
}

function awaitReturned(draft: Draft, fn: FunctionNode, spans: readonly Span[]): void {
  for (const statement of allBelow(fn.body!, ts.isReturnStatement, false)) {
    const value = statement.expression;
    if (!value || ts.isAwaitExpression(value) || enclosingTry(statement)) continue;
    const start = value.getStart(draft.tree);
    if (spans.some((span) => span.start >= start && span.end <= value.end && isTail(value, span, draft))) draft.insert(start, 'await ');
  }
}

/** The span is the returned value itself and not an await somewhere inside it. */
function isTail(value: ts.Expression, span: Span, draft: Draft): boolean {
  return !allBelow(value, ts.isAwaitExpression, false).some((node) => node.getStart(draft.tree) <= span.start && span.end <= node.end);
}

/** Moves the start of a `try` up to `first`, a statement before it in the same block. */
function extendTry(draft: Draft, statement: ts.TryStatement, first: ts.Statement): boolean {
  const block = statement.parent as ts.Block;
  const moved = block.statements.slice(block.statements.indexOf(first), block.statements.indexOf(statement));
  // Names that the catch clause needs must stay visible to it.
  const names = moved.flatMap((s) =>
    ts.isVariableStatement(s) ? s.declarationList.declarations.flatMap((d) => allBelow(d.name, ts.isIdentifier)) : [],
  );
  const outside = [statement.catchClause!, ...(statement.finallyBlock ? [statement.finallyBlock] : [])];
  if (names.some((name) => outside.some((node) => referencesTo(name.text, node).length > 0))) return false;
  if (moved.some((s) => ts.isFunctionDeclaration(s) || ts.isClassDeclaration(s))) return false;
  const start = startWithComments(draft, first);
  const tryStart = statement.getStart(draft.tree);
  const open = statement.tryBlock.getStart(draft.tree) + 1;
  if (
    !startsLine(draft.text, start) ||
    !startsLine(draft.text, tryStart) ||
    draft.text.slice(open, lineEnd(draft.text, open)).trim() !== ''
  )
    return false;
  const indent = indentAt(draft.text, start);
  draft.insert(lineStart(draft.text, start), `${indent}try {\n`);
  const before = block.statements[block.statements.indexOf(statement) - 1]!;
  const end = endWithComments(draft, before);
  indentLines(draft, lineStart(draft.text, start), end, draft.style.indent);
  // Comments between the last moved statement and the `try` move along with the rest.
  indentLines(draft, lineEnd(draft.text, end) + 1, lineStart(draft.text, tryStart), draft.style.indent);
  draft.replace(lineStart(draft.text, tryStart), Math.min(draft.text.length, lineEnd(draft.text, open) + draft.style.newline.length), '');
  return true;
}

/** The name of the handler's `next`, which is added as a parameter if it is missing. Undefined where that cannot be done. */
export function ensureNext(draft: Draft, handler: Handler): string | undefined {
  if (handler.names.next) return handler.names.next;
  const { fn } = handler;
  const present = handler.takesError ? fn.parameters.length - 1 : fn.parameters.length;
  if (present >= 3 || fn.parameters.some((parameter) => parameter.dotDotDotToken)) return undefined;
  const name = freeName(['next', 'nextHandler'], fn.body && ts.isBlock(fn.body) && fn.body.statements[0] ? fn.body.statements[0] : fn);
  const type = nextType(draft, fn);
  const missing = ['_req', '_res'].slice(present).map((parameter) => (type ? `${parameter}: unknown` : parameter));
  addParameter(draft, fn, [...missing, type ? `${name}: ${type}` : name].join(', '));
  return name;
}

function nextType(draft: Draft, fn: FunctionNode): string | undefined {
  const types = fn.parameters.map((parameter) => (parameter.type ? draft.textOf(parameter.type) : undefined));
  if (!types.some(Boolean)) return undefined;
  const namespace = types.map((type) => /^(\w+)\.(Request|Response)\b/.exec(type ?? '')?.[1]).find(Boolean);
  if (namespace) return `${namespace}.NextFunction`;
  return addImport(draft, { name: 'NextFunction', module: 'express', typeOnly: true });
}

/**
 * What the catch clause of a boundary has to begin with, so that what ends requests by being thrown gets past it. `refused` when
 * something of the kind runs through the function and the version at hand has nothing that lets it pass.
 */
export function rethrowControlFlow(draft: Draft, fn: FunctionNode, framework: string, error: string): Code | 'refused' {
  const head = fn.body && ts.isBlock(fn.body) ? (fn.body.statements[headLength(draft, fn.body, framework)]?.pos ?? fn.pos) : fn.pos;
  const calls = allBelow(fn, ts.isCallExpression).filter((call) => functionAround(call) === fn && call.pos >= head);
  const lines = new Set<string>();
  for (const call of calls) {
    const thrown =
      interruptOf(draft, call) ??
      (hasRethrow(framework) && mayRefuse(draft, call) ? { library: framework, does: 'refusal' as const } : undefined);
    if (!thrown) continue;
    const written = rethrowLines(draft, thrown.library, thrown.does, error);
    if (!written) return 'refused';
    for (const line of written) if (typeof line === 'string') lines.add(line);
  }
  return [...lines];
}

/** A guard of the project by its name, which may leave by throwing. */
function mayRefuse(draft: Draft, call: ts.CallExpression): boolean {
  const callee = draft.textOf(call.expression);
  return /(^|\.)(require|ensure|assert|protect)([A-Z]\w*)?$/.test(callee) && !/^(require|assert)$/.test(callee) && !isTested(call);
}

/** The result of the call is looked at in the next statement: it refuses by what it returns. */
function isTested(call: ts.CallExpression): boolean {
  const declaration = whole(call).parent;
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : undefined;
  if (!statement || !ts.isVariableStatement(statement) || !ts.isBlock(statement.parent)) return false;
  const next = statement.parent.statements[statement.parent.statements.indexOf(statement) + 1];
  const names = bindings((declaration as ts.VariableDeclaration).name);
  return (
    next !== undefined &&
    ts.isIfStatement(next) &&
    names.some(
      (name) =>
        referencesTo(name.text, next.expression).length > 0 || (ts.isIdentifier(next.expression) && next.expression.text === name.text),
    )
  );
}
