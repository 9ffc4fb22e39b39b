import { ts } from 'ts-morph';
import type { Fact } from '../../model/facts';
import type { FileRoute } from '../../model/library';
import type { FunctionInfo } from '../../syntax/outline';
import type { FileAnalysis } from '../analysis';
import { hasDirective } from './fileRoutes';
import { tableHandlers } from './methodTables';
import { messageOf } from './socketMessages';

type Entry = 'handler' | 'job' | 'webhook';

/**
 * Marks the functions of a file that answer requests, run jobs or take webhooks: what is registered on a router, what is an
 * entry because of its file or decorator, and what has the parameters of a handler. Runs before other recognisers.
 */
export function recogniseEntries(analysis: FileAnalysis): Fact[] {
  if (analysis.context.side === 'client') return [];
  const mark = (fn: FunctionInfo | undefined, entry: Entry, answers = false) => {
    if (fn && !analysis.entries.has(fn)) analysis.entries.set(fn, entry);
    if (fn && answers) analysis.answering.add(fn);
  };
  for (const site of analysis.meaningful) {
    const { role, node } = site;
    if (role?.methodTable) for (const fn of tableHandlers(analysis, node, role.methodTable)) mark(fn, kindOfFile(analysis.innerPath));
    if (role?.builder?.answers || role?.builder?.step === 'end')
      for (const argument of node.arguments ?? [])
        for (const fn of analysis.functionsIn(argument)) mark(fn, 'handler', role.builder.answers);
    const event = role?.connections?.events && node.arguments?.[0] && analysis.textOf(node.arguments[0]);
    if (event !== undefined && role!.connections!.events!.includes(event) && node.arguments?.[1])
      for (const fn of analysis.functionsIn(node.arguments[1])) mark(fn, 'handler');
    const message = messageOf(analysis, site);
    if (message) for (const fn of analysis.functionsIn(message.listener)) mark(fn, 'handler');
    if (!role?.route && !role?.mount) continue;
    const kind =
      role.route?.entry === 'job' ? 'job' : role.route?.entry === 'webhook' || namesWebhook(node, analysis) ? 'webhook' : 'handler';
    for (const argument of node.arguments ?? [])
      if (!role.mount?.plugin) for (const fn of analysis.functionsIn(argument)) mark(fn, kind, role.route?.answers);
  }
  for (const { route } of analysis.placed.routes) {
    const kind = kindOfFile(analysis.innerPath);
    if (route.shape === 'call') {
      for (const { callee, node } of analysis.sites) {
        if (callee === undefined || !route.callees?.includes(callee)) continue;
        for (const argument of node.arguments ?? []) for (const fn of analysis.functionsIn(argument)) mark(fn, kind);
      }
    } else if (route.shape === 'actions') markActions(analysis, mark);
  }
  for (const fn of analysis.placed.functions()) mark(fn.fn, kindOfFile(analysis.innerPath), fn.answers);
  markMethods(analysis, mark);
  for (const fn of analysis.outline.functions) if (takesMessage(analysis, fn)) mark(fn, 'handler');
  for (const fn of analysis.outline.functions) if (answers(analysis, fn)) mark(fn, kindOfFile(analysis.innerPath));
  return [];
}

function kindOfFile(path: string): Entry {
  if (/webhook/i.test(path)) return 'webhook';
  return /(^|\/)(crons?|jobs)\//i.test(path) ? 'job' : 'handler';
}

function namesWebhook(node: ts.CallExpression | ts.NewExpression, analysis: FileAnalysis): boolean {
  const first = node.arguments?.[0];
  return (
    first !== undefined &&
    ts.isStringLiteral(first) &&
    /webhook/i.test(first.text) &&
    !/admin|settings/i.test(first.text) &&
    !analysis.outline.byNode.has(first)
  );
}

function markActions(analysis: FileAnalysis, mark: (fn: FunctionInfo | undefined, entry: Entry) => void): void {
  if (hasDirective(analysis.source.statements, 'use server')) {
    for (const entry of analysis.exports)
      if ('value' in entry) for (const fn of analysis.functions.behind(entry.value)) mark(fn, 'handler');
    return;
  }
  for (const fn of analysis.outline.functions) {
    const { body } = fn.node;
    if (body && ts.isBlock(body) && hasDirective(body.statements, 'use server')) mark(fn, 'handler');
  }
}

/** The convention by which the file may hold server actions. */
export function actionRoute(analysis: FileAnalysis): FileRoute | undefined {
  return analysis.tables.fileRoutes.find((route) => route.shape === 'actions' && analysis.inForce(route.library.packages));
}

/** Functions of the file that a browser may call as server actions. What a wrapper makes of its callback is the wrapper's business. */
export function serverActions(analysis: FileAnalysis): FunctionInfo[] {
  if (!actionRoute(analysis)) return [];
  if (!hasDirective(analysis.source.statements, 'use server')) {
    return analysis.outline.functions.filter(
      ({ node: { body } }) => body && ts.isBlock(body) && hasDirective(body.statements, 'use server'),
    );
  }
  return analysis.exports.flatMap((entry) => {
    if (!('value' in entry)) return [];
    const value = ts.isExpression(entry.value) ? analysis.resolver.deref(entry.value) : entry.value;
    const fn = analysis.outline.byNode.get(value);
    return fn ? [fn] : [];
  });
}

/** Methods of controllers. */
function markMethods(analysis: FileAnalysis, mark: (fn: FunctionInfo | undefined, entry: Entry) => void): void {
  for (const cls of analysis.outline.classes) {
    for (const decorator of (ts.canHaveDecorators(cls.node) && ts.getDecorators(cls.node)) || []) {
      const target = ts.isCallExpression(decorator.expression) ? decorator.expression.expression : decorator.expression;
      const role = analysis.tables.decorator(analysis.resolver.pathOf(target));
      if (role?.runs !== undefined) mark(cls.methods.get(role.runs), 'job');
      for (const name of role?.connection ?? []) mark(cls.methods.get(name), 'handler');
    }
    for (const info of cls.methods.values()) {
      if (!ts.isMethodDeclaration(info.node)) continue;
      for (const decorator of ts.getDecorators(info.node) ?? []) {
        const target = ts.isCallExpression(decorator.expression) ? decorator.expression.expression : decorator.expression;
        const route = analysis.tables.decorator(analysis.resolver.pathOf(target))?.route;
        if (route) mark(info, route.entry === 'job' ? 'job' : route.entry === 'webhook' ? 'webhook' : kindOfFile(analysis.innerPath));
      }
    }
  }
}

/** Is the function given what came over a socket? */
export function takesMessage(analysis: FileAnalysis, fn: FunctionInfo): boolean {
  return analysis.resolver.parameters.get(fn.node)?.some((path) => analysis.tables.read(path)?.input === 'message') ?? false;
}

/** Does the function take a request and something to answer it with? */
function answers(analysis: FileAnalysis, fn: FunctionInfo): boolean {
  const given = analysis.resolver.parameters.get(fn.node);
  const paths = fn.node.parameters
    .slice(0, 4)
    .map((parameter, index) => given?.[index] ?? (parameter.type && analysis.resolver.pathOfType(parameter.type)));
  const takesRequest = paths.some((path) => path !== undefined && analysis.tables.read(`${path}.headers`)?.input !== undefined);
  return (
    takesRequest &&
    paths.some((path) => path !== undefined && ['json', 'send', 'end'].some((name) => analysis.tables.call(`${path}.${name}`)?.reply))
  );
}
