import { ts } from 'ts-morph';
import type { EmitterMade, ErrorListener, Presence } from '../../model/facts';
import { bare, constantString, walk, whole } from '../../syntax/nodes';
import type { FunctionInfo } from '../../syntax/outline';
import type { CallSite, FileAnalysis } from '../analysis';
import { liesAmongPrograms } from './connections';
import { isBrowserCode, isEdgeCode, isOneOff } from '../serverCode';

/** Methods that add a listener, and ways to wait for what an emitter does, which hear of its errors. */
const adding = /^(?:on|once|addListener|prependListener|prependOnceListener|addEventListener)$/;
const text = /['"`]error['"`]|\bonerror\b|uncaughtException/;

/** Things that emit `error`, and whether their file listens. */
export function recogniseEmitters(analysis: FileAnalysis): EmitterMade[] {
  const { role, side, dependencies } = analysis.context;
  if (role !== 'source' || side === 'client') return [];
  const sites = analysis.sitesWith('emits');
  if (sites.length === 0 || isBrowserCode(analysis) || isEdgeCode(analysis) || isOneOff(analysis) || liesAmongPrograms(analysis)) return [];
  if (dependencies && analysis.tables.outliving.some((name) => name in dependencies)) return [];
  const heard = listenersOf(analysis);
  return sites.flatMap((site) => emitterOf(analysis, site, heard) ?? []);
}

/** `pool.on('error', …)`, `socket.onerror = …`, `process.on('uncaughtException', …)`: for emitters that were made in another file. */
export function recogniseErrorListeners(analysis: FileAnalysis): ErrorListener[] {
  if (analysis.context.side === 'client' || analysis.context.role !== 'source' || !analysis.mayHold(text)) return [];
  return listenersOf(analysis)
    .filter(({ node }) => !analysis.isKnown(node))
    .flatMap(({ node, on, receiver, entity }) => {
      const base = { ...analysis.base(node), kind: 'errorListener' as const, ...(entity === undefined ? {} : { entity }) };
      const name = lastOf(receiver);
      return [...(on === undefined ? [] : [{ ...base, on }]), ...(on === undefined && name !== '' ? [{ ...base, on: name }] : [])];
    });
}

interface Heard {
  node: ts.Node;
  /** What is listened to, where that is known. */
  on: string | undefined;
  /** As written: `this.pool`. */
  receiver: string;
  /** Which object that is. */
  entity?: string | undefined;
}

function listenersOf(analysis: FileAnalysis): Heard[] {
  if (!analysis.mayHold(text)) return [];
  const found: Heard[] = [];
  for (const { node } of analysis.sites) {
    const callee = bare(node.expression);
    if (!ts.isPropertyAccessExpression(callee) || !adding.test(callee.name.text)) continue;
    const event = constantString(node.arguments?.[0]);
    const receiver = callee.expression;
    if (event === 'error')
      found.push({
        node,
        on: analysis.resolver.pathOf(receiver),
        receiver: written(analysis, receiver),
        entity: analysis.resolver.entityOf(receiver),
      });
    else if (event === 'uncaughtException') found.push({ node, on: 'global#process', receiver: '' });
  }
  for (const { left } of analysis.outline.memberAssignments)
    if (ts.isPropertyAccessExpression(left) && left.name.text === 'onerror')
      found.push({
        node: left,
        on: analysis.resolver.pathOf(left.expression),
        receiver: written(analysis, left.expression),
        entity: analysis.resolver.entityOf(left.expression),
      });
  return found;
}

function written(analysis: FileAnalysis, node: ts.Expression): string {
  return bare(node).getText(analysis.source).replace(/[!?]/g, '');
}

function lastOf(name: string): string {
  return /[\w$]+$/.exec(name)?.[0] ?? '';
}

function emitterOf(analysis: FileAnalysis, site: CallSite, heard: readonly Heard[]): EmitterMade | undefined {
  const { node } = site;
  const { fails, handed, piped, open } = site.role!.emits!;
  const base = {
    ...analysis.base(node),
    kind: 'emitter' as const,
    library: site.role!.library,
    label: `${ts.isNewExpression(node) ? 'new ' : ''}${analysis.label(node.expression, 50)}`,
    fails,
    ...(open ? { open } : {}),
  };
  if (handed !== undefined) {
    const param = handedTo(analysis, node, handed);
    if (!param) return undefined;
    const listened = heardAs(analysis, param.name.text, param.fn.node, heard, param.name);
    return { ...base, span: analysis.span(param.name), label: param.name.text, listened, name: param.name.text };
  }
  if (piped) return pipedOf(analysis, node, base, heard);
  if (isChainHeard(node)) return { ...base, listened: 'present' };
  const holder = holderOf(analysis, node);
  if (!holder) return { ...base, listened: 'unknown' };
  const fn = analysis.functionAround(node);
  const listened = isHeardByOtherName(analysis, node, heard)
    ? 'present'
    : heardAs(analysis, holder.name, analysis.source, heard, holder.declared);
  const stays = fn !== undefined && holder.declared !== undefined && !leaves(fn, holder.name, holder.declared);
  if (stays && closesIn(fn, holder.name)) return undefined;
  const instance = stays ? undefined : analysis.resolver.pathOf(node);
  const entity = instance === undefined ? undefined : analysis.resolver.entityOf(node);
  return {
    ...base,
    listened,
    name: holder.name,
    byFile: true,
    ...(instance === undefined ? {} : { instance }),
    ...(entity === undefined ? {} : { entity }),
  };
}

/** `wss.on('connection', (socket) => …)` */
function handedTo(
  analysis: FileAnalysis,
  node: ts.CallExpression | ts.NewExpression,
  event: string,
): { name: ts.Identifier; fn: FunctionInfo } | undefined {
  if (constantString(node.arguments?.[0]) !== event || !node.arguments?.[1]) return undefined;
  const fn = analysis.resolver.functionOf(bare(node.arguments[1]))?.local;
  const name = fn?.node.parameters[0]?.name;
  return fn && name && ts.isIdentifier(name) ? { name, fn } : undefined;
}

/** `createClient().on('error', …)`: the chain that begins with what is made listens. */
function isChainHeard(node: ts.Expression): boolean {
  let current = node;
  for (;;) {
    const access = whole(current).parent;
    if (!ts.isPropertyAccessExpression(access) || !ts.isCallExpression(access.parent) || access.parent.expression !== access) return false;
    if (adding.test(access.name.text) && constantString(access.parent.arguments[0]) === 'error') return true;
    if (access.name.text === 'pipe') return false;
    current = access.parent;
  }
}

/** `fs.createReadStream(path).pipe(answer)`: what is piped on does not hear of the failure. */
function pipedOf(
  analysis: FileAnalysis,
  node: ts.CallExpression | ts.NewExpression,
  base: Omit<EmitterMade, 'listened'>,
  heard: readonly Heard[],
): EmitterMade | undefined {
  const fn = analysis.functionAround(node);
  if (!fn || isLookedFor(analysis, fn)) return undefined;
  if (isChainHeard(node)) return { ...base, listened: 'present' };
  let current: ts.Expression = node;
  for (;;) {
    const access = whole(current).parent;
    if (!ts.isPropertyAccessExpression(access) || !ts.isCallExpression(access.parent) || access.parent.expression !== access) break;
    if (access.name.text === 'pipe') return { ...base, listened: 'absent' };
    current = access.parent;
  }
  const holder = holderOf(analysis, node);
  if (!holder?.declared) return undefined;
  const pipes = fn.calls.some(({ expression }) => written(analysis, expression) === `${holder.name}.pipe`);
  return pipes ? { ...base, listened: heardAs(analysis, holder.name, fn.node, heard, holder.declared), name: holder.name } : undefined;
}

/** Does the function ask whether the file is there? Then it is, but for a moment. */
function isLookedFor(analysis: FileAnalysis, fn: FunctionInfo): boolean {
  return fn.calls.some(({ expression }) =>
    /(?:^|\.)(?:existsSync|pathExists(?:Sync)?|access(?:Sync)?|l?stat(?:Sync)?|exists|fstat)$/.test(expression.getText(analysis.source)),
  );
}

/** By what name the file knows what is made: a variable or a member. */
function holderOf(analysis: FileAnalysis, node: ts.Expression): { name: string; declared?: ts.Identifier } | undefined {
  const value = whole(node);
  const { parent } = value;
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return { name: parent.name.text, declared: parent.name };
  if (ts.isPropertyDeclaration(parent) && ts.isIdentifier(parent.name)) return { name: `this.${parent.name.text}` };
  if (ts.isBinaryExpression(parent) && parent.right === value) {
    if (parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) return { name: written(analysis, parent.left) };
    // `global.pool ?? new Pool()`
    const outer = whole(parent).parent;
    if (ts.isVariableDeclaration(outer) && ts.isIdentifier(outer.name)) return { name: outer.name.text, declared: outer.name };
  }
  return undefined;
}

/** `getPool().on('error', …)`: something of its kind that goes by another name than all that are made in the file. */
function isHeardByOtherName(analysis: FileAnalysis, node: ts.Expression, heard: readonly Heard[]): boolean {
  const path = analysis.resolver.pathOf(node);
  const others = heard.filter(({ on, node: listener }) => on !== undefined && on === path && !isOn(analysis, listener));
  if (others.length === 0) return false;
  const names = new Set(
    analysis.sitesWith('emits').map(({ node: made, role }) => {
      const { handed } = role!.emits!;
      return handed === undefined ? holderOf(analysis, made)?.name : handedTo(analysis, made, handed)?.name.text;
    }),
  );
  return others.some(({ receiver }) => !names.has(receiver));
}

/** `createClient().on('error', …)` listens to what it makes itself. */
function isOn(analysis: FileAnalysis, listener: ts.Node): boolean {
  if (!ts.isCallExpression(listener) || !ts.isPropertyAccessExpression(listener.expression)) return false;
  for (let current = bare(listener.expression.expression); ;) {
    if (!ts.isCallExpression(current) && !ts.isNewExpression(current)) return false;
    if (analysis.site(current)?.role?.emits) return true;
    const callee = bare(current.expression);
    if (!ts.isPropertyAccessExpression(callee)) return false;
    current = bare(callee.expression);
  }
}

/** Does something listen to what a name stands for, or may something that it is handed to? */
function heardAs(
  analysis: FileAnalysis,
  name: string,
  around: ts.Node,
  heard: readonly Heard[],
  declared: ts.Identifier | undefined,
): Presence {
  const within = heard.filter(({ node }) => around.pos <= node.pos && node.end <= around.end);
  if (within.some(({ receiver }) => receiver === name)) return 'present';
  // One of several that are gone through: `for (const client of clients) client.on('error', …)`.
  if (within.some(({ on, receiver }) => on === undefined && /^\w+$/.test(receiver))) return 'unknown';
  let verdict: Presence = 'absent';
  walk(around, (node) => {
    if (verdict === 'present' || (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node))) return verdict !== 'present';
    if (node === declared || written(analysis, node) !== name) return true;
    if (declared && ts.isIdentifier(node) && analysis.resolver.declarations.find(node) !== analysis.resolver.declarations.find(declared))
      return true;
    const call = handedOn(node);
    const found = call && listening(analysis, call);
    if (found === 'present' || (found === 'unknown' && verdict === 'absent')) verdict = found;
    return true;
  });
  return verdict;
}

/** The call that is handed a value, itself or in an object. */
function handedOn(node: ts.Expression): ts.CallExpression | ts.NewExpression | undefined {
  let current: ts.Node = whole(node);
  while (
    ts.isPropertyAssignment(current.parent) ||
    ts.isShorthandPropertyAssignment(current.parent) ||
    ts.isObjectLiteralExpression(current.parent) ||
    ts.isArrayLiteralExpression(current.parent)
  )
    current = current.parent;
  const { parent } = current;
  return (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression !== current ? parent : undefined;
}

/** Calls that only keep what they are handed. */
const keeping = /^(?:set|add|push|unshift|delete|has|get|log|debug|info|warn|error|String|provide|register|decorate)$/;

function listening(analysis: FileAnalysis, call: ts.CallExpression | ts.NewExpression): Presence {
  const role = analysis.site(call)?.role;
  if (role?.listens !== undefined) return role.listens ? 'present' : 'absent';
  const callee = bare(call.expression);
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
  return keeping.test(name) ? 'absent' : 'unknown';
}

/** Is a local variable given back, kept or exported, so that others may listen? */
function leaves(fn: FunctionInfo, name: string, declared: ts.Identifier): boolean {
  let found = false;
  walk(fn.node, (node) => {
    if (found || !ts.isIdentifier(node) || node.text !== name || node === declared) return !found;
    const { parent } = whole(node);
    found =
      ts.isReturnStatement(parent) ||
      ts.isShorthandPropertyAssignment(parent) ||
      (ts.isPropertyAssignment(parent) && parent.initializer === node) ||
      (ts.isBinaryExpression(parent) && parent.right === node) ||
      (ts.isArrowFunction(parent) && parent.body === node);
    return !found;
  });
  return found;
}

/** Is it made for one piece of work, and closed in the end? */
function closesIn(fn: FunctionInfo, name: string): boolean {
  return new RegExp(`(?<![\\w$.])${name}[?!]?\\.(?:end|close|quit|disconnect|destroy|terminate|release)\\(`).test(fn.node.getText());
}
