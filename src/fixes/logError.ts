import { ts } from 'ts-morph';
import type { CatchFact } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { leaves } from '../syntax/flow';
import { bare } from '../syntax/nodes';
import { Draft } from './edits';
import { handlerAround } from './handlers';
import { logLine, logsBelow } from './logLines';
import { ancestor, firstBelow, freeName, nodeAt } from './nodes';
import { errorName } from './boundaries';
import { blockBody, insertBefore } from './statements';
import { indentAt, render, type Code } from './style';

/** Writes a log line at the start of a catch clause or `.catch` callback, with the logger that the project has. */
export function logError(fact: CatchFact): FixProposal {
  return { id: 'log-error', kind: 'fix', title: 'Log the error', build: (source) => build(fact, source) };
}

function build(fact: CatchFact, source: FixSource): FileEdit[] | undefined {
  if (fact.logs !== 'no') return undefined;
  const draft = new Draft(source);
  const target = catchAt(draft, fact);
  if (!target || (target.body && logsBelow(target.body, draft.tree))) return undefined;
  const error = bindError(draft, target);
  if (!error) return undefined;
  prepend(draft, target, logFor(draft, fact, target, error));
  return draft.finish();
}

/** A place where failures end up: a catch clause, or a function given to `.catch`. */
export interface CatchTarget {
  node: ts.CatchClause | ts.ArrowFunction | ts.FunctionExpression;
  /** Absent for an arrow function with an expression body. */
  body?: ts.Block;
}

/** Finds the clause or callback that a fact is about. */
export function catchAt(draft: Draft, fact: CatchFact): CatchTarget | undefined {
  const place = nodeAt(draft.tree, fact.span);
  if (fact.form === 'clause') {
    const clause = ts.isCatchClause(place)
      ? place
      : ts.isTryStatement(place)
        ? place.catchClause
        : (firstBelow(place, ts.isCatchClause) ?? ancestor(place, ts.isCatchClause));
    return clause && { node: clause, body: clause.block };
  }
  const isCallback = (node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression =>
    ts.isArrowFunction(node) || ts.isFunctionExpression(node);
  let callback: ts.ArrowFunction | ts.FunctionExpression | undefined;
  if (isCallback(place)) callback = place;
  else if (ts.isExpression(place) && ts.isCallExpression(bare(place))) {
    const list = (bare(place) as ts.CallExpression).arguments;
    const argument = list[list.length - 1];
    callback = argument && isCallback(argument) ? argument : undefined;
  }
  return callback && { node: callback, body: ts.isBlock(callback.body) ? callback.body : undefined };
}

/** The name of the caught error; adds a binding where there is none. Undefined when it is taken apart on the spot. */
export function bindError(draft: Draft, target: CatchTarget): string | undefined {
  const { node, body } = target;
  if (ts.isCatchClause(node)) {
    const binding = node.variableDeclaration?.name;
    if (binding) return ts.isIdentifier(binding) ? binding.text : undefined;
    const name = nameFor(draft, node.block);
    draft.insert(node.getStart(draft.tree) + 'catch'.length, ` (${name})`);
    return name;
  }
  const parameter = node.parameters[0]?.name;
  if (parameter) return ts.isIdentifier(parameter) ? parameter.text : undefined;
  const name = nameFor(draft, body ?? node);
  const open = draft.text.indexOf('(', node.getStart(draft.tree));
  draft.insert(open + 1, name);
  return name;
}

function nameFor(draft: Draft, body: ts.Node): string {
  const inside = ts.isBlock(body) ? (body.statements[0] ?? body) : body;
  return freeName([errorName(draft), 'err', 'error', 'caught'], inside);
}

/** A log line for what a catch clause caught. */
export function logFor(draft: Draft, fact: CatchFact, target: CatchTarget, error: string): Code {
  const handler = handlerAround(target.node, draft.tree);
  return logLine(draft, target.node, error, {
    handler,
    what: handler ? undefined : fact.tried.label || undefined,
    client: fact.role === 'client',
  });
}

/** `if (error instanceof ValidationError) return reply.status(400)…`: what the client did wrong is no failure of the server. */
function blamesClient(statement: ts.Statement): boolean {
  if (!ts.isIfStatement(statement) || statement.elseStatement || !leaves(statement.thenStatement)) return false;
  const answer = statement.thenStatement.getText();
  return /\b4\d\d\b/.test(answer) && !/\b5\d\d\b/.test(answer);
}

/** Puts statements at the start of a catch clause or callback, below answers that blame the client; a comment in an otherwise empty body stays. */
export function prepend(draft: Draft, target: CatchTarget, code: Code): void {
  const { node, body } = target;
  if (!body) {
    if (ts.isArrowFunction(node)) blockBody(draft, node, { before: code, returns: true });
    else draft.giveUp();
    return;
  }
  const first = body.statements.find((statement) => !blamesClient(statement)) ?? body.statements[0];
  if (first) return insertBefore(draft, first, code);
  const base = indentAt(draft.text, body.getStart(draft.tree));
  const inside = draft.text.slice(body.getStart(draft.tree) + 1, body.end - 1);
  const lines = render(code, draft.style, base + draft.style.indent);
  if (inside.trim() === '') draft.replace(body.getStart(draft.tree) + 1, body.end - 1, `\n${lines}\n${base}`);
  else if (/[\r\n]\s*$/.test(inside)) draft.insert(body.getStart(draft.tree) + 1 + inside.trimEnd().length, `\n${lines}`);
  else draft.replace(body.end - 1 - (inside.length - inside.trimEnd().length), body.end - 1, `\n${lines}\n${base}`);
}
