import { ts } from 'ts-morph';
import type { GuardKind, HandlerRef, MessageHandler, MountFact, RouteFact } from '../../model/facts';
import { instanceOf } from '../../syntax/accessPaths';
import { bare, propertyOf } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';
import { commentedBeside } from '../disabledGuards';
import { publicMarker } from '../statedPublic';
import { applied, markers, openKeys, type Applied } from './appliedDecorators';
import { pipeRef } from './classGuards';
import { inherited } from './handedDown';

function join(prefix: string, path: string): string {
  return `/${[prefix, path].join('/')}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
}

/** Endpoints of classes whose decorators make them controllers, and global guards that modules provide. */
export function recogniseDecorators(analysis: FileAnalysis): (RouteFact | MountFact | MessageHandler)[] {
  const facts: (RouteFact | MountFact | MessageHandler)[] = [];
  for (const cls of analysis.outline.classes) {
    const onClass = applied(analysis, cls.node);
    facts.push(...runsOf(analysis, cls, onClass), ...handlesOf(analysis, cls, onClass));
    // Jobs may stand in any class; requests and messages reach controllers alone.
    const controller = onClass.find((entry) => entry.role.controller);
    const first = controller?.args[0] && bare(controller.args[0]);
    const option = valueOf(propertyOf(first, 'path'));
    const prefixes = [...textsOf(analysis, first), ...textsOf(analysis, option)];
    const above = controller ? inherited(analysis, cls) : [];
    const classGuards = [
      ...connectionRefs(analysis, cls, controller?.role.connection ?? []),
      ...above.flatMap(({ guards }) => guards).map((ref) => ({ ...ref, span: analysis.span(cls.node.name ?? cls.node) })),
      ...guardRefs(onClass),
    ];
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
        const lifts = liftedBy([...onClass, ...onMethod]);
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
            ...(lifts.length > 0 ? { lifts } : {}),
            ...(disabled.length > 0 ? { disabled } : {}),
            ...(marker !== undefined ? { declaredPublic: marker } : {}),
          });
      }
    }
    const place = cls.node.name ?? cls.node;
    for (const { file, routes } of above) {
      for (const { method, library, entry, methods, paths, name, chain, fn, openKeys: own, markers: marked } of routes) {
        const open = [...(openKeys(onClass) ?? []), ...(own ?? [])];
        const handler: HandlerRef = { name: method, span: analysis.span(place), fn: { file, id: fn } };
        const all = [...new Set([...markers(analysis, [cls.node], onClass), ...marked])];
        for (const path of paths.flatMap((text) => (prefixes.length > 0 ? prefixes : ['']).map((prefix) => ({ prefix, own: text }))))
          facts.push({
            ...analysis.base(place),
            inRequestPath: 'present',
            scope: `${cls.name}.${method}`,
            kind: 'route',
            framework: library,
            entry,
            methods,
            path: entry === 'http' ? join(path.prefix, path.own) : path.own || name || method,
            registrar: `${library}:${analysis.context.packageDir}`,
            order: 0,
            chain: [...classGuards, ...chain.map((ref) => ({ ...ref, span: analysis.span(place) })), ...pipesOf(onClass)],
            handler,
            ...(classVersions.length > 0 ? { versions: classVersions } : {}),
            owner: `${analysis.file}#${cls.name}`,
            ...(open.length > 0 ? { openKeys: open, declaredPublic: 'declared public by its decorator' } : {}),
            ...(all.length > 0 ? { markers: all } : {}),
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

/** The method of a class that runs for messages of another one: `@CommandHandler(CreateUser) class … { execute(command) {} }`. */
function handlesOf(analysis: FileAnalysis, cls: FileAnalysis['outline']['classes'][number], onClass: readonly Applied[]): MessageHandler[] {
  return onClass.flatMap(({ role, args }) => {
    const info = role.handles === undefined ? undefined : cls.methods.get(role.handles);
    if (!info) return [];
    return args.flatMap((argument): MessageHandler[] => {
      const path = analysis.resolver.pathOf(argument);
      const message = path === undefined ? undefined : instanceOf(`${path}()`);
      if (!message) return [];
      return [
        {
          ...analysis.base(info.node),
          kind: 'messageHandler',
          message: `${message.file}#${message.cls}`,
          handler: { file: analysis.file, id: info.id },
        },
      ];
    });
  });
}

/** The name given as an option: `@Mutation(() => Boolean, { name: 'publish' })`. */
export function nameIn(analysis: FileAnalysis, args: readonly ts.Expression[]): string | undefined {
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

/** Kinds of guards that leave a method alone: `@SkipThrottle()`, and not `@SkipThrottle({ default: false })`. */
function liftedBy(entries: readonly Applied[]): GuardKind[] {
  return entries.flatMap(({ role, args }) => {
    const options = args[0] && bare(args[0]);
    const isKept = options !== undefined && ts.isObjectLiteralExpression(options) && /:\s*false\b/.test(options.getText());
    return role.lifts && !isKept ? [role.lifts] : [];
  });
}

export function guardRefs(entries: readonly Applied[]): HandlerRef[] {
  return entries.filter((entry) => entry.role.guards).flatMap((entry) => entry.refs);
}

/** Pipes for all parameters: whatever they are, they check what comes in. */
function pipesOf(entries: readonly Applied[]): HandlerRef[] {
  return entries.filter((entry) => entry.role.pipes).flatMap(({ refs }) => refs);
}

/** Names say which part is meant, and what only describes it is no pipe: `@Args('id', { type: () => String })`. */
function mayBePipe(argument: ts.Expression): boolean {
  return !ts.isStringLiteral(argument) && (!ts.isObjectLiteralExpression(argument) || propertyOf(argument, 'transform') !== undefined);
}

/** Typed bodies are validated where a pipe is in force: the DTO's name stands for it. */
function pipeRefs(analysis: FileAnalysis, method: ts.MethodDeclaration): HandlerRef[] {
  return method.parameters.flatMap((parameter) =>
    applied(analysis, parameter)
      .filter((entry) => entry.role.pipes && entry.args.length > 0)
      .flatMap((entry) => entry.args.filter(mayBePipe).map((argument) => pipeRef(analysis, argument, entry.role))),
  );
}

/** Values of decorated parameters: `@Body() dto`. Called before names are resolved. */
export function decoratedParameters(analysis: FileAnalysis, method: ts.MethodDeclaration): (string | undefined)[] | undefined {
  let any = false;
  const paths = method.parameters.map((parameter) => {
    for (const entry of applied(analysis, parameter)) {
      if (entry.role.param === undefined) continue;
      any = true;
      const { converted } = entry.role;
      return converted && entry.args.some((argument) => converted.by.includes(pipeOf(analysis, argument)))
        ? converted.param
        : entry.role.param;
    }
    return undefined;
  });
  return any ? paths : undefined;
}

/** `ParseIntPipe`, `new ParseIntPipe({ optional: true })` */
function pipeOf(analysis: FileAnalysis, argument: ts.Expression): string {
  const value = bare(argument);
  return analysis.resolver.pathOf(ts.isNewExpression(value) ? value.expression : value) ?? '';
}
