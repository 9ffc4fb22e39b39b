import { ts } from 'ts-morph';
import type { OutboundCall } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { enclosingTry } from '../syntax/flow';
import { constantString, whole } from '../syntax/nodes';
import { Draft } from './edits';
import { handlerAround, isDirectlyIn, type Handler } from './handlers';
import { callAt, referencesTo } from './nodes';
import { errorReply, ifThen } from './replies';
import { blockBody, insertAfter, insertBefore, statementOf } from './statements';
import { majorOf } from './versions';

/** Throws when another system answers with a failure, before its answer is read. */
export function checkResponse(fact: OutboundCall): FixProposal {
  return { id: 'check-response', kind: 'suggestion', title: 'Check the status of the response', build: (source) => build(fact, source) };
}

function build(fact: OutboundCall, source: FixSource): FileEdit[] | undefined {
  if (fact.checked !== 'absent' || fact.library !== 'fetch') return undefined;
  const draft = new Draft(source);
  const call = callAt(draft.tree, fact.span);
  if (!call) return undefined;
  const value = whole(call);
  const declaration = value.parent;
  if (ts.isPropertyAccessExpression(declaration) && declaration.name.text === 'then') return inCallback(draft, call, declaration);
  if (ts.isBinaryExpression(declaration) && ts.isExpressionStatement(declaration.parent) && ts.isIdentifier(declaration.left))
    return behind(draft, call, declaration.left.text, declaration.parent);
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return undefined;
  const statement = statementOf(declaration);
  if (!statement || !ts.isVariableStatement(statement) || statement.declarationList.declarations.length > 1) return undefined;
  return behind(draft, call, declaration.name.text, statement);
}

/**
 * The handler of a call whose failures nobody catches: what Express 4 does not hear of leaves the request open, and may end the process. There an
 * answer takes the place of the throw.
 */
function losing(draft: Draft, call: ts.CallExpression | ts.NewExpression): Handler | undefined {
  const handler = enclosingTry(call) ? undefined : handlerAround(call, draft.tree);
  if (!handler || !isDirectlyIn(handler, call) || handler.idiom.boundary !== 'next') return undefined;
  return handler.idiom.rejection(majorOf(draft.source.idioms.packages.get('express'))) === 'lost' ? handler : undefined;
}

function behind(draft: Draft, call: ts.CallExpression | ts.NewExpression, name: string, statement: ts.Statement): FileEdit[] | undefined {
  if (looksAt(name, statement.parent)) return undefined;
  const handler = losing(draft, call);
  const reply = handler ? errorReply(draft, handler, 502) : undefined;
  if (handler && !reply) return undefined;
  insertAfter(draft, statement, reply ? ifThen(`!${name}.ok`, reply) : [refusal(call, name)]);
  return draft.finish();
}

function looksAt(name: string, below: ts.Node): boolean {
  return referencesTo(name, below).some(
    (reference) => ts.isPropertyAccessExpression(reference.parent) && /^(ok|status)$/.test(reference.parent.name.text),
  );
}

/** `.then((answer) => answer.json())` */
function inCallback(draft: Draft, call: ts.CallExpression | ts.NewExpression, access: ts.PropertyAccessExpression): FileEdit[] | undefined {
  const callback = ts.isCallExpression(access.parent) ? access.parent.arguments[0] : undefined;
  const name = callback && ts.isArrowFunction(callback) ? callback.parameters[0]?.name : undefined;
  if (losing(draft, call)) return undefined;
  if (!callback || !ts.isArrowFunction(callback) || !name || !ts.isIdentifier(name) || looksAt(name.text, callback.body)) return undefined;
  const [first] = ts.isBlock(callback.body) ? callback.body.statements : [];
  if (first) insertBefore(draft, first, [refusal(call, name.text)]);
  else if (!ts.isBlock(callback.body)) blockBody(draft, callback, { before: [refusal(call, name.text)], returns: true });
  else return undefined;
  return draft.finish();
}

function refusal(call: ts.CallExpression | ts.NewExpression, name: string): string {
  return `if (!${name}.ok) throw new Error(\`${host(call)} responded \${${name}.status}\`);`;
}

/** Who answered, in words that do not give an address away: the host of a constant address. */
function host(call: ts.CallExpression | ts.NewExpression): string {
  const first = call.arguments?.[0];
  const address = constantString(first) ?? (first && ts.isTemplateExpression(first) ? first.head.text : undefined);
  return /^https?:\/\/([\w.-]+)/.exec(address ?? '')?.[1] ?? 'upstream';
}
