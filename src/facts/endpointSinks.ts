import { ts } from 'ts-morph';
import type { Sink } from '../model/facts';
import { isLogTable } from '../model/lexicon';
import { fileRefOf } from '../syntax/accessPaths';
import { bare, constantString, propertyOf } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { keepsBooks } from './bookkeeping';
import { lastName } from './guardConditions';
import { includedAccount } from './includedPeople';
import { isPaidFor } from './paidAddresses';
import { isBehindReturn } from './reachedCode';
import { isDefault, isFirstUse, isOpen } from './openSinks';
import { isRefill } from './refills';

/** Queries that are written as tagged templates. */
export function taggedSinks(analysis: FileAnalysis, parts: readonly FunctionInfo[]): Sink[] {
  return analysis.outline.taggedTemplates.flatMap((node) => {
    const around = analysis.functionAround(node);
    if (!around || !parts.includes(around) || analysis.tables.call(analysis.resolver.pathOf(node.tag))?.data?.operation !== 'raw')
      return [];
    return [{ kind: statementKind(node.template.getText(analysis.source)), span: analysis.span(node) }];
  });
}

/** What a call does for its caller that is worth protecting. An administrator's client reads and changes data like any other. */
export function sinksOf(analysis: FileAnalysis, site: CallSite): Sink[] {
  const own = sinkOf(analysis, site) ?? statementHanded(analysis, site);
  if (own && isBehindReturn(analysis, site.node)) return [];
  if (own && (isOpen(analysis, site) || isFirstUse(analysis, site.node) || isDefault(analysis, site) || isRefill(analysis, site.node)))
    own.open = true;
  else if (own && keepsBooks(analysis, site)) own.bookkeeping = true;
  if (own?.kind === 'read-private') {
    const account = includedAccount(analysis, site);
    return account === undefined ? [own] : [own, { kind: 'read-private', target: account, span: own.span }];
  }
  if (own?.kind !== 'privileged') return own ? [own] : [];
  return site.role?.data?.operation === 'read' ? [own] : [own, { ...own, kind: 'write' }];
}

function sinkOf(analysis: FileAnalysis, site: CallSite): Sink | undefined {
  const { role, node } = site;
  const span = analysis.span(node);
  if (role?.sink) return { kind: role.sink, span };
  if (role?.outbound?.paid)
    return { kind: 'paid', target: role.library, ...(role.outbound.kind === 'mail' ? { notifies: true } : {}), span };
  if (isPaidFor(analysis, site)) return { kind: 'paid', span };
  const data = role?.data;
  if (!data) return undefined;
  const target = targetOf(analysis, site);
  const isTrace =
    data.operation === 'write' && target !== undefined && isLogTable(target) && adding.test(lastName(bare(node.expression)) ?? '');
  const kind = data.privileged
    ? 'privileged'
    : data.operation === 'read'
      ? 'read-private'
      : data.operation === 'raw'
        ? rawKind(analysis, node)
        : 'write';
  return {
    kind,
    ...(target !== undefined ? { target } : {}),
    ...(data.delegated ? { delegated: true } : {}),
    ...(data.accounts ? { accounts: true as const } : {}),
    ...(isTrace ? { trace: true } : {}),
    span,
  };
}

/** Names of calls that add rows and leave those that are there. */
const adding = /^(?:create|insert|add|push|save|append)/i;

function rawKind(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): Sink['kind'] {
  const argument = node.arguments?.[0];
  const text = constantString(argument) ?? argument?.getText() ?? '';
  return argument && changes(analysis, argument) ? 'write' : statementKind(text);
}

/** A statement that changes something, given to a function of the project that runs what it is given: `run('INSERT INTO items …', [name])`. */
function statementHanded(analysis: FileAnalysis, site: CallSite): Sink | undefined {
  const args = site.node.arguments ?? [];
  if (site.role || !args.some((argument) => ts.isObjectLiteralExpression(bare(argument)) || changes(analysis, argument))) return undefined;
  const ref = analysis.resolver.functionOf(site.node.expression)?.ref ?? fileRefOf(site.callee);
  const flows = (ref && !ref.id.startsWith('class ') && analysis.summaryOf(ref)?.flowsTo) || [];
  const runs = flows.some(({ category, as, param, members, filter }) => {
    if (category !== 'sql' || as !== 'whole' || filter) return false;
    const statement = members?.length ? memberAt(analysis, args[param], members) : args[param];
    return statement !== undefined && changes(analysis, statement);
  });
  return runs ? { kind: 'write', span: analysis.span(site.node) } : undefined;
}

/** What stands in an object that is handed over, by the members that lead to it: `run({ query: 'DELETE …', values })`. */
function memberAt(analysis: FileAnalysis, given: ts.Expression | undefined, members: readonly string[]): ts.Expression | undefined {
  let value = given;
  for (const member of members) {
    const found = value && propertyOf(analysis.resolver.deref(value), member);
    if (!found || ts.isMethodDeclaration(found)) return undefined;
    value = found;
  }
  return value;
}

/** Is it a statement that changes something, written there or in the constant that is named there? */
function changes(analysis: FileAnalysis, argument: ts.Expression): boolean {
  const value = ts.isIdentifier(bare(argument)) ? bare(analysis.resolver.deref(argument)) : bare(argument);
  const text = ts.isStringLiteralLike(value)
    ? value.text
    : ts.isTemplateExpression(value)
      ? value.head.text + value.templateSpans.map(({ literal }) => `x${literal.text}`).join('')
      : undefined;
  return text !== undefined && changing.test(text);
}

/** At the start of a statement, or of what follows a common table expression. */
const changing =
  /^\s*(?:with\b[^]*?\)\s*)?(?:insert\s+(?:ignore\s+)?into|replace\s+into|update\s+\S+\s+(?:as\s+\S+\s+|\w+\s+)?set|delete\s+from|truncate\s|drop\s+\w|alter\s+table|create\s+(?:table|index|unique))\b/i;

function statementKind(text: string): Sink['kind'] {
  return /\b(insert|update|delete|drop|alter|truncate|create)\b/i.test(text) ? 'write' : 'read-private';
}

/** Table or model of a data access. */
export function targetOf(analysis: FileAnalysis, site: CallSite): string | undefined {
  const data = site.role?.data;
  const callee = bare(site.node.expression);
  if (data?.target === 'receiver') {
    if (!ts.isPropertyAccessExpression(callee)) return undefined;
    const receiver = bare(callee.expression);
    const model = ts.isIdentifier(receiver) ? nameOfModel(analysis, receiver) : undefined;
    if (model !== undefined) return model;
    return ts.isPropertyAccessExpression(receiver) ? receiver.name.text : ts.isIdentifier(receiver) ? receiver.text : undefined;
  }
  if (typeof data?.target === 'number') {
    const argument = site.node.arguments?.[data.target];
    if (!argument) return undefined;
    return constantString(argument) ?? (ts.isIdentifier(argument) ? argument.text : undefined);
  }
  if (data?.target?.startsWith('text:')) return constantString(site.node.arguments?.[Number(data.target.slice('text:'.length))]);
  if (data?.target === 'chain') {
    // `client.from('orders').select()`: the first call of the chain names the table.
    let current: ts.Expression = callee;
    let name: string | undefined;
    while (ts.isPropertyAccessExpression(current) || ts.isCallExpression(current)) {
      if (ts.isCallExpression(current) && current.arguments[0]) {
        const first = bare(current.arguments[0]);
        name = constantString(first) ?? (ts.isIdentifier(first) ? first.text : name);
      }
      current = bare(current.expression);
    }
    return (
      name ??
      (ts.isCallExpression(site.node) && site.node.arguments[0] && ts.isIdentifier(site.node.arguments[0])
        ? site.node.arguments[0].text
        : undefined)
    );
  }
  return analysis.label(site.node.expression, 40);
}

/** The name that a model was asked for by, whatever the constant that holds it is called: `const Model = mongoose.model('Setting')`. */
function nameOfModel(analysis: FileAnalysis, receiver: ts.Identifier): string | undefined {
  const made = analysis.resolver.deref(receiver);
  return ts.isCallExpression(made) && /^model$/.test(lastName(bare(made.expression)) ?? '') ? constantString(made.arguments[0]) : undefined;
}
