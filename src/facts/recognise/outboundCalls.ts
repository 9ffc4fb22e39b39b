import { ts } from 'ts-morph';
import type { OutboundCall, Verdict } from '../../model/facts';
import type { OutboundRole } from '../../model/library';
import { dispositionOf } from '../../syntax/flow';
import { bare, constantString, hasSpread, propertyOf, walk, whole } from '../../syntax/nodes';
import { isFunctionNode } from '../../syntax/outline';
import type { CallSite, FileAnalysis } from '../analysis';
import { chainedLimit } from '../chainedLimits';
import { isGivenLater } from '../laterMembers';
import { responseOf } from '../responses';
import { isBrowserCode, isOneOff, readsServerSettings } from '../serverCode';

/** Calls that leave the process, and whether something bounds the time they may take. */
export function recogniseOutboundCalls(analysis: FileAnalysis): OutboundCall[] {
  const facts: OutboundCall[] = [];
  for (const site of analysis.sitesWith('outbound')) {
    const role = site.role?.outbound;
    if (role) facts.push(callOf(analysis, site, role));
  }
  return facts;
}

function callOf(analysis: FileAnalysis, site: CallSite, role: OutboundRole): OutboundCall {
  const { node } = site;
  const base = analysis.base(node);
  return {
    ...base,
    kind: 'outboundCall',
    library: site.role!.library,
    label: `${ts.isNewExpression(node) ? 'new ' : ''}${analysis.label(node.expression, 50)}`,
    timeout: timeoutOf(analysis, site, role),
    defaultTimeoutMs: role.defaultMs,
    ...(role.kind === 'sdk' || role.kind === 'mail' || role.kind === 'database' ? { sdk: true } : {}),
    ...(isOneOff(analysis) ? { script: true } : {}),
    side: sideOf(analysis, base.inRequestPath === 'present'),
    local: isLocal(analysis, node, role),
    ...(isDetached(node) ? { detached: true } : {}),
    streaming: isStreaming(analysis, node),
    ...(role.throwsOnStatus ? { checked: 'present' as const } : responseOf(analysis, node)),
  };
}

function sideOf(analysis: FileAnalysis, inRequest: boolean): OutboundCall['side'] {
  const { side, dependencies } = analysis.context;
  if (side === 'client' || isBrowserCode(analysis)) return 'client';
  if (side === 'server') return side;
  if (
    inRequest ||
    [...analysis.imports].some(
      (name) =>
        name.startsWith('node:') || name === 'express' || name === 'next/server' || name === 'next/headers' || name === 'server-only',
    )
  )
    return 'server';
  if (readsServerSettings(analysis)) return 'server';
  const frontend = ['react', 'vue', 'svelte', 'solid-js', 'preact', '@angular/core', 'react-native'];
  return dependencies && frontend.some((name) => name in dependencies) ? 'unknown' : 'server';
}

function timeoutOf(analysis: FileAnalysis, site: CallSite, role: OutboundRole): Verdict {
  const { node } = site;
  const limit = role.timeout;
  if (!limit)
    return role.defaultMs > 0
      ? { presence: 'present', reason: `limited to ${role.defaultMs} ms by the library` }
      : { presence: 'unknown', reason: 'no option of the call limits it' };
  if (isRaced(analysis, node)) return { presence: 'present', reason: 'raced against a timer' };
  if (role.defaultMs > 0 && role.defaultMs <= 30_000)
    return { presence: 'present', reason: `limited to ${role.defaultMs} ms by the library` };
  const given = [limit.arg ?? []]
    .flat()
    .flatMap((index) => node.arguments?.[index] ?? [])
    .at(-1);
  const options = given && analysis.resolver.deref(given);
  if (given && options && !isNoObject(options)) {
    if (!ts.isObjectLiteralExpression(options)) return { presence: 'unknown', reason: 'the options could not be read' };
    if (limit.options?.some((name) => propertyOf(options, name) !== undefined) || isGivenLater(analysis, given, limit.options ?? []))
      return { presence: 'present' };
    if (hasUnreadableSpread(analysis, options, limit.options ?? []))
      return { presence: 'unknown', reason: 'further options are spread in' };
  }
  const chained = limit.chained && chainedLimit(analysis, node, limit.chained, limit.plugins ?? []);
  if (chained) return chained;
  if (limit.elsewhere !== undefined) return { presence: 'unknown', reason: limit.elsewhere };
  if (node.arguments?.some(ts.isSpreadElement)) return { presence: 'unknown', reason: 'the arguments are spread in' };
  if (role.kind === 'http' && role.url === 0 && isRequest(analysis, node.arguments?.[0]))
    return { presence: 'unknown', reason: 'its limits are set where the request is made' };
  return limit.constructorOption === undefined
    ? { presence: 'absent' }
    : instanceTimeout(analysis, node, limit.constructorOption, limit.assigned);
}

/** An address, a callback or nothing stands where options may. */
function isNoObject(value: ts.Expression): boolean {
  return (
    isFunctionNode(value) ||
    ts.isStringLiteralLike(value) ||
    ts.isTemplateExpression(value) ||
    (ts.isIdentifier(value) && value.text === 'undefined')
  );
}

/** A whole request instead of an address: it may carry a signal. */
function isRequest(analysis: FileAnalysis, argument: ts.Expression | undefined): boolean {
  if (!argument) return false;
  const value = analysis.resolver.deref(argument);
  if (ts.isNewExpression(value)) return /Request$/.test(value.expression.getText(analysis.source));
  const name = ts.isCallExpression(value) ? value.expression : value;
  const last = ts.isPropertyAccessExpression(name) ? name.name : name;
  return ts.isIdentifier(last) && /req(uest)?$/i.test(last.text);
}

/** Spread options count as read when they are literals without a limit. */
function hasUnreadableSpread(analysis: FileAnalysis, options: ts.ObjectLiteralExpression, names: readonly string[]): boolean {
  if (!hasSpread(options)) return false;
  return options.properties.some((property) => {
    if (!ts.isSpreadAssignment(property)) return false;
    const inner = analysis.resolver.deref(property.expression);
    if (!ts.isObjectLiteralExpression(inner)) return true;
    return hasSpread(inner) || names.some((name) => propertyOf(inner, name) !== undefined);
  });
}

/** Limits that an instance or the defaults of a library give to all of its calls. */
function instanceTimeout(
  analysis: FileAnalysis,
  node: ts.CallExpression | ts.NewExpression,
  option: string,
  assigned: string | undefined,
): Verdict {
  for (const assignment of analysis.outline.memberAssignments) {
    if (assigned !== undefined && assignment.left.getText(analysis.source).endsWith(`.${assigned}`))
      return { presence: 'present', reason: 'defaults' };
  }
  const callee = bare(node.expression);
  const receiver = ts.isPropertyAccessExpression(callee) ? bare(callee.expression) : callee;
  if (isLoaded(analysis, receiver)) return { presence: 'absent' };
  if (!ts.isIdentifier(receiver)) return { presence: 'unknown' };
  const made = analysis.resolver.deref(receiver);
  // `const axios = require('axios')` is the library itself, as an import is; what a file of the project exports may carry a limit.
  if (isLoaded(analysis, made)) return { presence: 'absent' };
  if (made === receiver) {
    const declaration = analysis.resolver.declarations.find(receiver);
    if (declaration?.kind === 'variable' && declaration.node.initializer && isLoaded(analysis, bare(declaration.node.initializer)))
      return { presence: 'absent' };
    if (declaration?.kind !== 'import') return { presence: 'unknown' };
    const target = analysis.project.module(analysis.file, declaration.specifier);
    // An instance from another file may carry a limit; the library itself does not.
    return 'package' in target ? { presence: 'absent' } : { presence: 'unknown', reason: 'its instance is made in another file' };
  }
  return limitOf(analysis, made, option, 2);
}

/** `require('axios')` */
function isLoaded(analysis: FileAnalysis, node: ts.Expression): boolean {
  const name =
    ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'require'
      ? constantString(node.arguments[0])
      : undefined;
  return name !== undefined && 'package' in analysis.project.module(analysis.file, name);
}

/** The limit of what makes an instance, or of what a function gives that makes one. */
function limitOf(analysis: FileAnalysis, made: ts.Expression, option: string, depth: number): Verdict {
  if (!ts.isCallExpression(made) && !ts.isNewExpression(made)) return { presence: 'unknown' };
  const maker = ts.isCallExpression(made) ? analysis.resolver.functionOf(made.expression) : undefined;
  if (maker) {
    const { local } = maker;
    const [given, ...others] = local?.node.body
      ? ts.isBlock(local.node.body)
        ? local.exits.flatMap((exit) => (ts.isReturnStatement(exit) && exit.expression ? [exit.expression] : []))
        : [local.node.body]
      : [];
    if (!given || others.length > 0 || depth === 0) return { presence: 'unknown', reason: 'its instance is made by a function' };
    return limitOf(analysis, analysis.resolver.deref(given), option, depth - 1);
  }
  const options = made.arguments?.[0] && analysis.resolver.deref(made.arguments[0]);
  if (!options) return { presence: 'absent' };
  if (!ts.isObjectLiteralExpression(options) || hasSpread(options)) return { presence: 'unknown' };
  return propertyOf(options, option) ? { presence: 'present', reason: 'set on the instance' } : { presence: 'absent' };
}

/** Nobody waits for it: `fetch(…).catch(() => {});`, `void fetch(…)`. */
function isDetached(node: ts.Expression): boolean {
  let current: ts.Node = node;
  for (;;) {
    const { parent } = current;
    if (ts.isParenthesizedExpression(parent)) current = parent;
    else if (
      ts.isPropertyAccessExpression(parent) &&
      parent.expression === current &&
      /^(catch|finally)$/.test(parent.name.text) &&
      ts.isCallExpression(parent.parent)
    )
      current = parent.parent;
    else return ts.isExpressionStatement(parent) || ts.isVoidExpression(parent);
  }
}

function isRaced(analysis: FileAnalysis, node: ts.Node): boolean {
  for (let current = node.parent; current && !ts.isStatement(current); current = current.parent) {
    if (ts.isCallExpression(current) && /^Promise\.race$|timeout/i.test(current.expression.getText(analysis.source))) return true;
  }
  return false;
}

function isLocal(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression, role: OutboundRole): boolean {
  const argument = typeof role.url === 'number' ? node.arguments?.[role.url] : undefined;
  if (!argument) return false;
  // An instance has a base address of its own.
  const callee = bare(node.expression);
  if (
    ts.isPropertyAccessExpression(callee) &&
    ts.isIdentifier(bare(callee.expression)) &&
    analysis.resolver.deref(callee.expression) !== bare(callee.expression)
  )
    return false;
  const value = analysis.resolver.deref(argument);
  // `new URL('./font.ttf', import.meta.url)`: what lies beside the code.
  if (ts.isNewExpression(value) && value.arguments?.[1]?.getText(analysis.source) === 'import.meta.url') return true;
  const text = constantString(value) ?? (ts.isTemplateExpression(value) ? value.head.text : undefined);
  return text !== undefined && /^(\/|\.\/|data:|blob:|file:)/.test(text);
}

function isStreaming(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): boolean {
  for (const argument of node.arguments ?? []) {
    const options = analysis.resolver.deref(argument);
    if (!ts.isObjectLiteralExpression(options)) continue;
    const stream = propertyOf(options, 'stream') ?? propertyOf(options, 'responseType');
    if (stream && !ts.isMethodDeclaration(stream) && (stream.kind === ts.SyntaxKind.TrueKeyword || constantString(stream) === 'stream'))
      return true;
    const body = propertyOf(options, 'body');
    if (body && !ts.isMethodDeclaration(body) && /stream:\s*true|text\/event-stream/.test(body.getText(analysis.source))) return true;
  }
  return handsOnBody(analysis, node);
}

/** `new Response(answer.body, …)`, `answer.body.pipeThrough(…)`: a limit of the call would cut what others are still reading. */
function handsOnBody(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): boolean {
  const disposition = dispositionOf(node);
  if (disposition.kind !== 'bound' || !ts.isIdentifier(disposition.name)) return false;
  const { text } = disposition.name;
  let found = false;
  walk(analysis.functionAround(node)?.node.body ?? analysis.source, (inner) => {
    if (found || !ts.isPropertyAccessExpression(inner) || inner.name.text !== 'body') return !found;
    if (!ts.isIdentifier(bare(inner.expression)) || bare(inner.expression).getText(analysis.source) !== text) return true;
    const user = whole(inner).parent;
    found = ts.isNewExpression(user)
      ? /Response$/.test(user.expression.getText(analysis.source))
      : ts.isPropertyAccessExpression(user) && /^(?:pipeThrough|pipeTo|pipe|getReader|tee)$/.test(user.name.text);
    return !found;
  });
  return found;
}
