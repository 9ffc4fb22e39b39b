import { ts } from 'ts-morph';
import type { GuardKind, GuardLevel, Route } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource, ProjectSymbol } from '../model/rule';
import { isFunctionNode, outlineOf, type FunctionNode } from '../syntax/outline';
import { Draft } from './edits';
import { attachArgument, attachDecorator, attachOption, attachProcedure, companions, wrapExport } from './guardPlaces';
import { insertStatements } from './guardStatements';
import { asHandler, handlerAround, type Handler } from './handlers';
import { expand, guardTemplates, otherSignIns } from './idioms';
import { addImport, importSymbol } from './imports';
import { ancestor, firstBelow, isCall, nodeAt } from './nodes';

/** Which guards count. */
export interface GuardWish {
  /** What it is to protect; absent means authentication. */
  kind?: GuardKind;
  /** With `ROLE` only guards that check a role. */
  level?: GuardLevel;
  /** Name of the guard to use. */
  name?: string;
  /** Routes that have it: `file method path`. */
  examples?: ReadonlySet<string>;
}

/** Puts the guard that most siblings of a route use in front of it. */
export function addGuard(route: Route, options: GuardWish = {}): FixProposal {
  return {
    id: options.kind === 'rate-limit' ? 'add-rate-limit' : 'add-guard',
    kind: 'suggestion',
    title:
      options.kind === 'rate-limit'
        ? 'Add the rate limit that other routes have'
        : options.level === 'ROLE'
          ? 'Require the role that other routes require'
          : 'Add an authentication guard',
    build: (source) => build(route, source, options),
    mayBuild: (source) => mayChoose(route, source, options),
  };
}

/** Is it a place for administrators by its path? */
export function isAdminPath(path: string): boolean {
  return /(^|\/)(admin|superadmin|internal|backoffice)(\/|$)/i.test(path);
}

/** Do people come in there, by its path: `secure-login`, `auth/sso`? Whoever does is not known yet. */
function isEntrance(path: string): boolean {
  return /(?:^|[-_/.])(?:log-?in|sign-?in|sign-?up|register|sso|oauth2?)(?=[-_/.]|$)/i.test(path);
}

/** It asks for a role. */
function isForSome(guard: ProjectSymbol): boolean {
  return guard.level === 'ROLE';
}

/** Siblings of the route have it. */
function isNear(guard: ProjectSymbol): boolean {
  return guard.uses >= 10_000;
}

/** Which guard to use, or why none can be chosen. */
export type GuardChoice = { guard: ProjectSymbol } | { template: number } | { reason: string };

/** Picks the guard with the most uses among the siblings; a tie is for a person to decide. */
export function chooseGuard(route: Route, source: FixSource, options: GuardWish = {}): GuardChoice {
  if ((options.kind ?? 'authentication') === 'authentication' && isEntrance(route.path))
    return { reason: 'people come in there, who are not known yet' };
  const all = source.idioms.guards({
    framework: route.framework,
    group: route.group,
    path: route.path,
    ...(options.kind ? { kind: options.kind } : {}),
    ...(route.fn !== undefined && route.file === source.file ? { fn: route.fn } : {}),
    ...(options.examples ? { examples: options.examples } : {}),
  });
  const fitting = all.filter(
    (guard) =>
      options.level === undefined ||
      guard.level === options.level ||
      (guard.level === undefined && /admin|role|permission/i.test(guard.expression)),
  );
  const named =
    options.name === undefined
      ? []
      : fitting.filter(({ expression }) => expression === options.name || expression.startsWith(`${options.name}(`));
  const [first, second] = [...(named.length > 0 ? named : fitting)].sort((a, b) => b.uses - a.uses);
  if (first && second && first.uses === second.uses && first.expression !== second.expression) {
    return { reason: `${first.expression} and ${second.expression} are used equally often` };
  }
  if (first && options.level === undefined && named.length === 0 && !options.examples && isForSome(first) && !isAdminPath(route.path)) {
    const open = fitting.find((guard) => !isForSome(guard));
    if (open && isNear(open))
      return {
        reason: `${first.expression} lets only some callers through, ${open.expression} more, and nothing says which this route is for`,
      };
  }
  if (first) return { guard: first };
  if (options.kind === 'rate-limit') return { reason: 'no rate limit is used in this project' };
  if (options.level === 'ROLE') return { reason: 'no guard that checks a role is used in this project' };
  return templateFor(route, source);
}

/** What a guard is written by where the project has none. */
function templateFor(route: Route, source: FixSource): GuardChoice {
  const template = guardTemplates.findIndex(
    (candidate) => candidate.frameworks.includes(route.framework) && source.idioms.packages.has(candidate.package),
  );
  const bySupabase = route.framework === 'supabase-edge' || (route.framework === 'next' && source.idioms.packages.has('@supabase/ssr'));
  if (template >= 0) return { template };
  if (!bySupabase) return { reason: 'no guard is used in this project' };
  // Asked for a token of somebody else, Supabase refuses everybody.
  const other = [...source.idioms.packages.keys()].find((name) => otherSignIns.test(name));
  return other === undefined ? { template } : { reason: `people sign in with ${other}, whose tokens Supabase does not know` };
}

/** Is there something to choose from? Which of the guards fits is found out when somebody asks for the fix. */
function mayChoose(route: Route, source: FixSource, { kind = 'authentication', level }: GuardWish): boolean {
  if (source.idioms.hasGuards?.(route.framework, kind, level) !== false) return true;
  return kind === 'authentication' && level === undefined && !('reason' in templateFor(route, source));
}

function build(route: Route, source: FixSource, options: GuardWish): FileEdit[] | undefined {
  const choice = chooseGuard(route, source, options);
  if ('reason' in choice) return undefined;
  const draft = new Draft(source);
  return guardRoute(draft, route, choice) ? draft.finish() : undefined;
}

/** The handler of a route in the file at hand, and the call that registers it. */
export function handlerOfRoute(draft: Draft, route: Route): { handler?: Handler; registration?: ts.CallExpression } {
  const { tree } = draft;
  const inFile = (file: string): boolean => file === draft.source.file;
  const place = inFile(route.file) ? nodeAt(tree, route.span) : undefined;
  const own = route.handler === undefined || inFile(route.handler.file);
  const known = route.handler && own ? outlineOf(tree).byId.get(route.handler.id)?.node : undefined;
  const fn = known ?? (route.handlerSpan && own ? functionAt(nodeAt(tree, route.handlerSpan)) : undefined) ?? (place && functionAt(place));
  const handler = fn && (asHandler(fn, tree, route.framework) ?? handlerAround(fn, tree, route.framework));
  const call = place && (isCall(place) ? place : (firstBelow(place, isCall) ?? ancestor(place, isCall)));
  const registration = handler?.registration ?? (call && ts.isCallExpression(call) ? call : undefined);
  return { ...(handler ? { handler } : {}), ...(registration ? { registration } : {}) };
}

/** The function that a node is, names or holds. */
function functionAt(node: ts.Node): FunctionNode | undefined {
  if (isFunctionNode(node)) return node;
  const owner = node.parent;
  if (owner && isFunctionNode(owner) && owner.name === node) return owner;
  if (owner && ts.isVariableDeclaration(owner) && owner.name === node && owner.initializer)
    return firstBelow(owner.initializer, isFunctionNode);
  return firstBelow(node, isFunctionNode);
}

/** Writes the guard where the framework wants it. Returns false when it is there already or cannot be placed. */
export function guardRoute(draft: Draft, route: Route, choice: Exclude<GuardChoice, { reason: string }>): boolean {
  const { handler, registration } = handlerOfRoute(draft, route);
  const attach = handler?.idiom.attach ?? attachOf(route.framework);
  if (attach === 'statements') {
    if (!handler) return false;
    if ('guard' in choice && /^with[A-Z]/.test(choice.guard.name))
      return wrapExport(draft, handler, expressionOf(draft, choice.guard, handler));
    return insertStatements(draft, handler, choice);
  }
  if (attach === 'decorator')
    return 'guard' in choice && handler !== undefined && attachDecorator(draft, handler.fn, expressionOf(draft, choice.guard, handler));
  if (attach === 'procedure') return 'guard' in choice && registration !== undefined && attachProcedure(draft, registration, choice.guard);
  if (!registration || route.file !== draft.source.file) return false;
  const expressions: (string | undefined)[] = [];
  if ('guard' in choice) {
    const before =
      choice.guard.after?.map((guard) => expressionOf(draft, guard, handler, registration)) ??
      companions(draft, choice.guard.expression, registration);
    expressions.push(...before, expressionOf(draft, choice.guard, handler, registration));
  } else expressions.push(templateExpression(draft, choice.template, handler));
  const known = expressions.filter((expression) => expression !== undefined);
  if (known.length === 0) return false;
  return attach === 'option'
    ? attachOption(draft, registration, handler?.idiom.guardOption ?? 'preHandler', known)
    : attachArgument(draft, registration, known);
}

function attachOf(framework: string): Handler['idiom']['attach'] | undefined {
  return framework === 'fastify'
    ? 'option'
    : framework === 'express' || framework === 'koa' || framework === 'hono'
      ? 'argument'
      : framework === 'trpc'
        ? 'procedure'
        : undefined;
}

function templateExpression(draft: Draft, index: number, handler: Handler | undefined): string | undefined {
  const template = guardTemplates[index];
  if (!template?.expression) return undefined;
  for (const wanted of template.imports) addImport(draft, wanted);
  return expand(template.expression, { request: handler?.names.request ?? 'request' });
}

/** The guard as its users write it, with its import, and with the name of the app that this file uses. */
function expressionOf(draft: Draft, guard: ProjectSymbol, handler: Handler | undefined, registration?: ts.CallExpression): string {
  const root = /^[A-Za-z_$][\w$]*/.exec(guard.expression)?.[0];
  if (root !== undefined && root !== guard.name) {
    // A decorator of the app (`fastify.authenticate`): its receiver is whatever the file registers routes on.
    const call = registration ?? handler?.registration;
    const receiver =
      call && ts.isPropertyAccessExpression(call.expression) && ts.isIdentifier(call.expression.expression)
        ? call.expression.expression.text
        : undefined;
    if (receiver && /^(fastify|app|server|instance)$/.test(root)) return receiver + guard.expression.slice(root.length);
  }
  for (const other of guard.needs ?? []) importSymbol(draft, other);
  const local = importSymbol(draft, guard);
  return root === guard.name && local !== root ? local + guard.expression.slice(root.length) : guard.expression;
}
