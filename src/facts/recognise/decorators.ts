import { ts } from 'ts-morph';
import type { AccessPath, FunctionRef, HandlerRef, MountFact, RouteFact } from '../../model/facts';
import type { DecoratorRole } from '../../model/library';
import { bare, propertyOf } from '../../syntax/nodes';
import type { FunctionInfo } from '../../syntax/outline';
import type { FileAnalysis } from '../analysis';
import { commentedBeside } from '../disabledGuards';
import { publicMarker } from '../publicIntent';

/** A decorator that is in force, and what it was given. */
interface Applied {
  role: DecoratorRole & { library: string };
  path: AccessPath;
  /** Arguments as written where they can be read in this file. */
  args: readonly ts.Expression[];
  /** Guards among the arguments. */
  refs: HandlerRef[];
  /** Texts that name what it sets: constant arguments and its own name. */
  texts: string[];
}

const publicName = /^(is_?)?(public|open|anonymous)|(skip|no|without|allow_?un|bypass)_?auth|allow_?anon/i;

/** Decorators in force on a node; what others stand for is taken apart. */
function applied(analysis: FileAnalysis, node: ts.Node): Applied[] {
  if (!ts.canHaveDecorators(node)) return [];
  return (ts.getDecorators(node) ?? []).flatMap((decorator) => expand(analysis, decorator.expression, 4));
}

function expand(analysis: FileAnalysis, expression: ts.Expression, depth: number): Applied[] {
  const call = ts.isCallExpression(expression) ? expression : undefined;
  const target = call ? call.expression : expression;
  const path = analysis.resolver.pathOf(target);
  const role = analysis.tables.decorator(path);
  const args = call ? [...call.arguments] : [];
  if (role && path !== undefined) {
    if (role.composes) return args.flatMap((argument) => (depth > 0 ? expand(analysis, bare(argument), depth - 1) : []));
    const texts = role.metadata
      ? [
          analysis.label(target),
          ...args.slice(0, 1).flatMap((argument) => [analysis.textOf(argument) ?? [], analysis.label(argument)].flat()),
        ]
      : [];
    const isOff = role.metadata && args[1]?.kind === ts.SyntaxKind.FalseKeyword;
    return isOff
      ? []
      : [
          {
            role,
            path,
            args,
            refs: role.guards
              ? args.map((argument) => guardRef(analysis, argument))
              : role.pipes
                ? args.map((argument) => ({
                    ...keptBy(analysis, argument),
                    name: analysis.label(argument),
                    span: analysis.span(argument),
                    path: `${role.library}#schema`,
                  }))
                : [],
            texts,
          },
        ];
  }
  const made = depth > 0 ? analysis.resolver.functionOf(target) : undefined;
  if (!made) return [];
  const inner = made.local ? returnedDecorators(analysis, made.local, depth - 1) : appliedElsewhere(analysis, made.ref, expression);
  return inner.map((entry) => ({ ...entry, texts: [...entry.texts, ...(entry.role.metadata ? [analysis.label(target)] : [])] }));
}

/** What a pipe lets through beside the fields that are described. */
function keptBy(analysis: FileAnalysis, argument: ts.Expression): Pick<HandlerRef, 'keepsUnlessTold'> {
  const option = ts.isNewExpression(bare(argument)) ? analysis.handlerRefs(argument)[0]?.keepsUnlessTold : undefined;
  return option === undefined ? {} : { keepsUnlessTold: option };
}

function appliedElsewhere(analysis: FileAnalysis, ref: FunctionRef, node: ts.Node): Applied[] {
  const span = analysis.span(node);
  return (analysis.project.summary(ref)?.applies ?? []).flatMap(({ path, refs, texts }) => {
    const role = analysis.tables.decorator(path);
    return role ? [{ role, path, args: [], refs: refs.map((guard) => ({ ...guard, span })), texts }] : [];
  });
}

function returnedDecorators(analysis: FileAnalysis, fn: FunctionInfo, depth: number): Applied[] {
  const { body } = fn.node;
  const returned = body && !ts.isBlock(body) ? body : fn.exits.map((exit) => exit.expression).find((value) => value !== undefined);
  const value = returned && bare(returned);
  return value && ts.isCallExpression(value) ? expand(analysis, value, depth) : [];
}

/** The decorators that a function makes, for its summary. */
export function appliesOf(analysis: FileAnalysis, fn: FunctionInfo): { path: AccessPath; refs: HandlerRef[]; texts: string[] }[] {
  return returnedDecorators(analysis, fn, 3).map(({ path, refs, texts }) => ({ path, refs, texts }));
}

/** Names and keys of what declares a route open; undefined when nothing does. */
function openKeys(entries: readonly Applied[]): string[] | undefined {
  const open = entries.filter((entry) => entry.role.public || (entry.role.metadata && entry.texts.some((text) => publicName.test(text))));
  return open.length === 0 ? undefined : [...new Set(open.flatMap((entry) => entry.texts))];
}

/** Names and keys of all metadata on a class and a method of it; `?` for a decorator of the project that could not be looked into. */
function markers(analysis: FileAnalysis, nodes: readonly ts.Node[], entries: readonly Applied[]): string[] {
  const isUnread = nodes
    .flatMap((node) => (ts.canHaveDecorators(node) ? [...(ts.getDecorators(node) ?? [])] : []))
    .some(({ expression }) => {
      const path = analysis.resolver.pathOf(ts.isCallExpression(expression) ? expression.expression : expression);
      // What a package brings sets no key of the project.
      return (path === undefined || path.startsWith('file:')) && expand(analysis, expression, 4).length === 0;
    });
  return [...new Set([...entries.filter((entry) => entry.role.metadata).flatMap((entry) => entry.texts), ...(isUnread ? ['?'] : [])])];
}

function join(prefix: string, path: string): string {
  return `/${[prefix, path].join('/')}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
}

/** Endpoints of classes whose decorators make them controllers, and global guards that modules provide. */
export function recogniseDecorators(analysis: FileAnalysis): (RouteFact | MountFact)[] {
  const facts: (RouteFact | MountFact)[] = [];
  for (const cls of analysis.outline.classes) {
    const onClass = applied(analysis, cls.node);
    facts.push(...runsOf(analysis, cls, onClass));
    // Jobs may stand in any class; requests and messages reach controllers alone.
    const controller = onClass.find((entry) => entry.role.controller);
    const first = controller?.args[0] && bare(controller.args[0]);
    const option = valueOf(propertyOf(first, 'path'));
    const prefixes = [...textsOf(analysis, first), ...textsOf(analysis, option)];
    const classGuards = [...connectionRefs(analysis, cls, controller?.role.connection ?? []), ...guardRefs(onClass)];
    const classVersions = [...versionsIn(analysis, onClass), ...textsOf(analysis, valueOf(propertyOf(first, 'version')))];
    const asleep = commentedBeside(analysis, cls.node, cls.node.members[0]?.getFullStart() ?? cls.node.end);
    for (const method of cls.node.members) {
      if (!ts.isMethodDeclaration(method)) continue;
      const onMethod = applied(analysis, method);
      const info = analysis.outline.byNode.get(method);
      if (!info) continue;
      for (const route of onMethod.filter((entry) => entry.role.route && (controller || entry.role.route.entry === 'job'))) {
        const first = route.args[0] && analysis.resolver.deref(route.args[0]);
        const written = first && ts.isArrayLiteralExpression(first) ? [...first.elements] : [first];
        const handler: HandlerRef = { name: info.name, span: analysis.span(method.name), fn: { file: analysis.file, id: info.id } };
        const isHttp = (route.role.route!.entry ?? 'http') === 'http';
        const ownVersions = versionsIn(analysis, onMethod);
        const versions = ownVersions.length > 0 ? ownVersions : classVersions;
        const disabled = [...asleep, ...commentedBeside(analysis, method, method.body?.getStart() ?? method.end)];
        const open = openKeys([...onClass, ...onMethod]);
        const marked = markers(analysis, [cls.node, method], [...onClass, ...onMethod]);
        const marker = open ? 'declared public by its decorator' : publicMarker(analysis, method, handler);
        const paths = written.flatMap((text) =>
          (prefixes.length > 0 ? prefixes : ['']).map((prefix) => ({ prefix, own: analysis.textOf(text) ?? '' })),
        );
        for (const { prefix, own } of paths)
          facts.push({
            ...analysis.base(method.name),
            inRequestPath: 'present',
            scope: info.id,
            kind: 'route',
            framework: route.role.library,
            entry: route.role.route!.entry ?? 'http',
            methods: route.role.route!.methods,
            path: isHttp ? join(prefix, own) : own || nameIn(analysis, route.args) || info.name,
            registrar: `${route.role.library}:${analysis.context.packageDir}`,
            order: 0,
            chain: [...classGuards, ...guardRefs(onMethod), ...pipesOf([...onClass, ...onMethod]), ...pipeRefs(analysis, method)],
            handler,
            ...(versions.length > 0 ? { versions } : {}),
            owner: `${analysis.file}#${cls.name}`,
            ...(open ? { openKeys: open } : {}),
            ...(marked.length > 0 ? { markers: marked } : {}),
            ...(disabled.length > 0 ? { disabled } : {}),
            ...(marker !== undefined ? { declaredPublic: marker } : {}),
          });
      }
    }
  }
  return facts;
}

/** The method of a class of jobs that runs for each of them: `@Processor('mail') class … { process(job) {} }`. */
function runsOf(analysis: FileAnalysis, cls: FileAnalysis['outline']['classes'][number], onClass: readonly Applied[]): RouteFact[] {
  return onClass.flatMap((entry) => {
    const info = entry.role.runs === undefined ? undefined : cls.methods.get(entry.role.runs);
    if (!info || !ts.isMethodDeclaration(info.node)) return [];
    const handler: HandlerRef = { name: info.name, span: analysis.span(info.node.name), fn: { file: analysis.file, id: info.id } };
    const path = analysis.textOf(entry.args[0]) ?? nameIn(analysis, entry.args) ?? cls.name;
    return [
      {
        ...analysis.base(info.node.name),
        inRequestPath: 'present',
        scope: info.id,
        kind: 'route',
        framework: entry.role.library,
        entry: 'job',
        methods: ['JOB'],
        path,
        registrar: `${entry.role.library}:${analysis.context.packageDir}`,
        order: 0,
        chain: [],
        handler,
      },
    ];
  });
}

/** The name given as an option: `@Mutation(() => Boolean, { name: 'publish' })`. */
function nameIn(analysis: FileAnalysis, args: readonly ts.Expression[]): string | undefined {
  return args
    .map((argument) => valueOf(propertyOf(analysis.resolver.deref(argument), 'name')))
    .map((value) => analysis.textOf(value))
    .find((text) => text !== undefined);
}

/** What runs when somebody connects. What it puts in front of messages by calls on the server can't be read. */
function connectionRefs(analysis: FileAnalysis, cls: FileAnalysis['outline']['classes'][number], names: readonly string[]): HandlerRef[] {
  return names.flatMap((name) => {
    const info = cls.methods.get(name);
    if (!info) return [];
    const adds = info.calls.some((call) => ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === 'use');
    return [
      {
        name,
        span: analysis.span(info.node.name ?? info.node),
        ...(adds ? { unresolved: true } : { fn: { file: analysis.file, id: info.id } }),
      },
    ];
  });
}

function versionsIn(analysis: FileAnalysis, entries: readonly Applied[]): string[] {
  return entries.filter((entry) => entry.role.version).flatMap((entry) => textsOf(analysis, entry.args[0]));
}

function valueOf(node: ts.Expression | ts.MethodDeclaration | undefined): ts.Expression | undefined {
  return node && !ts.isMethodDeclaration(node) ? node : undefined;
}

/** Constant texts of an expression or of the elements of a list; names of neutral versions as the empty text. */
export function textsOf(analysis: FileAnalysis, node: ts.Expression | undefined): string[] {
  if (!node) return [];
  const value = analysis.resolver.deref(node);
  if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap((element) => textsOf(analysis, element));
  const text = analysis.textOf(value);
  return text !== undefined ? [text] : /VERSION_NEUTRAL$/.test(value.getText(analysis.source)) ? [''] : [];
}

function guardRefs(entries: readonly Applied[]): HandlerRef[] {
  return entries.filter((entry) => entry.role.guards).flatMap((entry) => entry.refs);
}

/** Pipes for all parameters: whatever they are, they check what comes in. */
function pipesOf(entries: readonly Applied[]): HandlerRef[] {
  return entries.filter((entry) => entry.role.pipes).flatMap(({ refs }) => refs);
}

/** A guard or middleware given as a class or instance: what runs is a method of it. */
export function guardRef(analysis: FileAnalysis, argument: ts.Expression, runs: 'canActivate' | 'use' = 'canActivate'): HandlerRef {
  const value = bare(argument);
  const name = analysis.label(ts.isNewExpression(value) ? value.expression : value);
  const span = analysis.span(value);
  const path = analysis.resolver.pathOf(ts.isNewExpression(value) ? value.expression : value);
  const match = path === undefined ? undefined : /^file:(.*)#class ([^.()]+)$/.exec(path);
  if (match) {
    const [, file, cls] = match as unknown as [string, string, string];
    const own =
      file === analysis.file ? analysis.outline.classes.find((candidate) => candidate.name === cls)?.methods.get(runs) : undefined;
    const fn = own ? { file, id: own.id } : analysis.project.member(file, cls, runs)?.fn;
    if (fn) return { name, span, fn };
    const base = file === analysis.file ? heritagePath(analysis, cls) : analysis.project.base(file, cls);
    if (base !== undefined) return { name, span, path: base.replace(/\(\)$/, '') };
    return { name, span, unresolved: true };
  }
  return analysis.handlerRefs(argument)[0] ?? { name, span, unresolved: true };
}

function heritagePath(analysis: FileAnalysis, name: string): string | undefined {
  const cls = analysis.outline.classes.find((candidate) => candidate.name === name);
  const heritage = cls?.node.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  return heritage && analysis.resolver.pathOf(heritage.expression);
}

/** Typed bodies are validated where a pipe is in force: the DTO's name stands for it. */
function pipeRefs(analysis: FileAnalysis, method: ts.MethodDeclaration): HandlerRef[] {
  return method.parameters.flatMap((parameter) =>
    applied(analysis, parameter)
      .filter((entry) => entry.role.pipes && entry.args.length > 0)
      .flatMap((entry) =>
        entry.args.filter((argument) => !ts.isStringLiteral(argument)).map((argument) => analysis.handlerRefs(argument)[0]!),
      ),
  );
}

/** Values of decorated parameters: `@Body() dto`. Called before names are resolved. */
export function decoratedParameters(analysis: FileAnalysis, method: ts.MethodDeclaration): (string | undefined)[] | undefined {
  let any = false;
  const paths = method.parameters.map((parameter) => {
    for (const entry of applied(analysis, parameter)) {
      if (entry.role.param === undefined) continue;
      any = true;
      return entry.role.param;
    }
    return undefined;
  });
  return any ? paths : undefined;
}

/** What a factory gives: `useFactory: (reflector) => new AuthGuard(reflector)`. */
function madeBy(analysis: FileAnalysis, factory: ts.Expression | ts.MethodDeclaration | undefined): ts.Expression | undefined {
  const fn = factory && analysis.outline.byNode.get(ts.isMethodDeclaration(factory) ? factory : analysis.resolver.deref(factory));
  if (!fn) return undefined;
  const { body } = fn.node;
  const made = body && !ts.isBlock(body) ? body : fn.exits.map((exit) => exit.expression).find((value) => value !== undefined);
  return made && ts.isNewExpression(bare(made)) ? bare(made) : undefined;
}

/** Guards that a module provides for the whole application: `{ provide: APP_GUARD, useClass: X }`. */
export function recogniseProviders(analysis: FileAnalysis): MountFact[] {
  const facts: MountFact[] = [];
  for (const cls of analysis.outline.classes) {
    for (const decorator of ts.getDecorators(cls.node) ?? []) {
      const call = ts.isCallExpression(decorator.expression) ? decorator.expression : undefined;
      const providers = propertyOf(call?.arguments[0], 'providers');
      if (!call || !providers || ts.isMethodDeclaration(providers)) continue;
      const list = analysis.resolver.deref(providers);
      if (!ts.isArrayLiteralExpression(list)) continue;
      for (const element of list.elements) {
        const token = propertyOf(element, 'provide');
        const role = token && !ts.isMethodDeclaration(token) ? analysis.tables.call(analysis.resolver.pathOf(token)) : undefined;
        const given =
          propertyOf(element, 'useClass') ??
          propertyOf(element, 'useExisting') ??
          propertyOf(element, 'useValue') ??
          madeBy(analysis, propertyOf(element, 'useFactory'));
        if (!role?.guard || !given || ts.isMethodDeclaration(given)) continue;
        const name = analysis.label(given);
        facts.push({
          ...analysis.base(element),
          kind: 'mount',
          framework: role.library,
          registrar: `${role.library}:${analysis.context.packageDir}`,
          order: 0,
          prefix: '',
          chain: [
            role.guard.kind === 'authentication'
              ? guardRef(analysis, given)
              : { name, span: analysis.span(given), path: `${role.library}#schema` },
          ],
          mounts: [],
          reach: 'global',
        });
      }
    }
  }
  return facts;
}
