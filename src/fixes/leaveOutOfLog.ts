import { ts } from 'ts-morph';
import type { LogCall, SensitiveValue } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { bare } from '../syntax/nodes';
import { Draft } from './edits';
import { allBelow, callAt, functionAround, nodeAt } from './nodes';

/** Takes personal data and secrets out of a log line: an id in their place where the code has one, otherwise nothing. */
export function leaveOutOfLog(call: LogCall, values: readonly SensitiveValue[]): FixProposal {
  return {
    id: 'leave-out-of-log',
    kind: 'suggestion',
    title: 'Leave it out of the log',
    build: (source) => build(call, values, source),
    mayBuild: (source) => build(call, values, source) !== undefined,
  };
}

function build(fact: LogCall, values: readonly SensitiveValue[], source: FixSource): FileEdit[] | undefined {
  const draft = new Draft(source);
  const call = callAt(draft.tree, fact.span);
  if (!call) return undefined;
  const nodes = values.map(({ span }) => nodeAt(draft.tree, span));
  const gone = new Set<ts.Node>();
  for (const [index, node] of nodes.entries()) {
    const id = idBeside(draft, call, node);
    const { parent } = node;
    // What is in an object that is made elsewhere goes from there, or not at all.
    if (values[index]!.as === 'field' && call.arguments?.includes(node as ts.Expression)) return undefined;
    if (ts.isTemplateSpan(parent)) replaceSpan(draft, parent, id, values[index]!.name);
    else if (ts.isPropertyAssignment(parent) && parent.initializer === node) gone.add(parent);
    else if (ts.isShorthandPropertyAssignment(node) || ts.isShorthandPropertyAssignment(parent))
      gone.add(ts.isShorthandPropertyAssignment(node) ? node : parent);
    else if (call.arguments?.includes(node as ts.Expression) && id !== undefined) draft.replaceNode(node, id);
    else if (call.arguments?.includes(node as ts.Expression) && isLastOf(call, node, gone)) gone.add(node);
    else return undefined;
  }
  const list = [...(call.arguments ?? [])];
  for (const object of new Set([...gone].filter((node) => !ts.isExpression(node)).map(({ parent }) => parent))) {
    if (!ts.isObjectLiteralExpression(object)) return undefined;
    if (!object.properties.every((property) => gone.has(property))) {
      removeFrom(draft, [...object.properties], gone);
      continue;
    }
    for (const property of object.properties) gone.delete(property);
    const argument = list.find((candidate) => bare(candidate) === object);
    if (argument && isLastOf(call, argument, gone)) gone.add(argument);
    else draft.replaceNode(object, '{}');
  }
  removeFrom(draft, list, gone);
  closeMessage(draft, list, gone);
  return draft.finish();
}

/** May an argument go: nothing behind it stays, something stays before it, and no place in the message is meant for it? */
function isLastOf(call: ts.CallExpression | ts.NewExpression, node: ts.Node, gone: ReadonlySet<ts.Node>): boolean {
  const list = call.arguments!;
  const at = list.findIndex((argument) => argument === node);
  return at > 0 && !/%[sdifjoOc]/.test(list[0]!.getText()) && list.slice(at + 1).every((later) => gone.has(later));
}

function removeFrom(draft: Draft, list: readonly ts.Node[], gone: ReadonlySet<ts.Node>): void {
  for (const [index, node] of list.entries()) {
    if (!gone.has(node)) continue;
    const before = list
      .slice(0, index)
      .reverse()
      .find((other) => !gone.has(other));
    const next = list[index + 1];
    // Without anything before it, what is removed reaches to the next one; otherwise it takes the comma in front of it.
    if (!before && next) draft.replace(node.getStart(draft.tree), next.getStart(draft.tree), '');
    else draft.replace(list[index - 1]?.end ?? node.getStart(draft.tree), node.end, '');
  }
}

/** A message that announced what came behind it ends there: `'User found:'`. */
function closeMessage(draft: Draft, list: readonly ts.Node[], gone: ReadonlySet<ts.Node>): void {
  const left = list.filter((argument) => !gone.has(argument));
  const last = left[left.length - 1];
  if (left.length === list.length || !last || !ts.isStringLiteral(last)) return;
  const dangling = /\s*[:=]\s*$/.exec(last.text)?.[0];
  if (dangling && dangling.length < last.text.length && draft.text.slice(last.end - 1 - dangling.length, last.end - 1) === dangling)
    draft.replace(last.end - 1 - dangling.length, last.end - 1, '');
}

function replaceSpan(draft: Draft, span: ts.TemplateSpan, id: string | undefined, name: string): void {
  if (id !== undefined) return draft.replaceNode(span.expression, id);
  const open = draft.text.lastIndexOf('${', span.expression.getStart(draft.tree));
  draft.replace(
    open,
    draft.text.indexOf('}', span.expression.end) + 1,
    `[${name
      .split('.')
      .pop()!
      .replace(/[^\w-]/g, '')}]`,
  );
}

/** `user.id` for `user.email`, where the function around it reads it already. */
function idBeside(draft: Draft, call: ts.Node, node: ts.Node): string | undefined {
  const value = ts.isExpression(node) ? bare(node) : undefined;
  if (!value || !ts.isPropertyAccessExpression(value) || value.questionDotToken) return undefined;
  const owner = draft.textOf(value.expression);
  const around = functionAround(call) ?? draft.tree;
  const read = allBelow(around, ts.isPropertyAccessExpression).find(
    (other) => /^(id|_id|uid|userId)$/.test(other.name.text) && draft.textOf(other.expression) === owner && !contained(call, other),
  );
  return read && draft.textOf(read);
}

function contained(outer: ts.Node, inner: ts.Node): boolean {
  return outer.pos <= inner.pos && inner.end <= outer.end;
}
