import { ts } from 'ts-morph';
import type { HandlerRef, MountFact, RouteFact } from '../../model/facts';
import type { MethodTableRole } from '../../model/library';
import { bare, constantString, propertyOf } from '../../syntax/nodes';
import type { FunctionInfo } from '../../syntax/outline';
import type { CallSite, FileAnalysis } from '../analysis';
import { publicMarker } from '../statedPublic';
import { middlewareRefs } from './builders';

const methodNames = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ALL|ANY)$/;

interface Row {
  method: string;
  name: ts.Node;
  /** The handler: a function, or an expression that stands for one. */
  handler: ts.Expression | ts.MethodDeclaration;
  middleware: ts.Expression[];
}

/** Follows options of options; a function on the way stands for the object that it gives. */
function optionOf(analysis: FileAnalysis, start: ts.Expression | undefined, path: string): ts.Expression | undefined {
  let value: ts.Expression | undefined = start && given(analysis, start);
  for (const name of path.split('.').filter(Boolean)) {
    const property: ts.Expression | ts.MethodDeclaration | undefined = value && propertyOf(value, name);
    if (!property) return undefined;
    if (!ts.isMethodDeclaration(property)) value = given(analysis, property);
    else value = property.body && objectIn(analysis, property.body);
  }
  return value;
}

/** The object behind an expression: itself, what a function gives, or what a call is given (`createHandlers({ … })`). */
function given(analysis: FileAnalysis, expression: ts.Expression, depth = 4): ts.Expression {
  const value = analysis.resolver.deref(expression);
  if (depth === 0) return value;
  if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) {
    const inner = ts.isBlock(value.body) ? objectIn(analysis, value.body) : given(analysis, value.body, depth - 1);
    return inner ?? value;
  }
  if (ts.isCallExpression(value) && value.arguments[0] && ts.isObjectLiteralExpression(bare(value.arguments[0])))
    return bare(value.arguments[0]);
  return value;
}

function objectIn(analysis: FileAnalysis, body: ts.Block): ts.Expression | undefined {
  const last = body.statements.find(ts.isReturnStatement)?.expression;
  return last && given(analysis, last, 2);
}

function rowsOf(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression, role: MethodTableRole): Row[] {
  const table = optionOf(analysis, node.arguments?.[0], role.option);
  if (!table || !ts.isObjectLiteralExpression(table)) return [];
  return table.properties.flatMap((property): Row[] => {
    if (!property.name || !ts.isIdentifier(property.name) || !methodNames.test(property.name.text)) return [];
    const method = property.name.text === 'ANY' ? 'ALL' : property.name.text;
    if (ts.isMethodDeclaration(property)) return [{ method, name: property.name, handler: property, middleware: [] }];
    const value = ts.isPropertyAssignment(property)
      ? property.initializer
      : ts.isShorthandPropertyAssignment(property)
        ? property.name
        : undefined;
    if (!value) return [];
    const options = analysis.resolver.deref(value);
    if (!ts.isObjectLiteralExpression(options)) return [{ method, name: property.name, handler: value, middleware: [] }];
    const handler = propertyOf(options, 'handler');
    const middleware = propertyOf(options, 'middleware');
    return handler
      ? [{ method, name: property.name, handler, middleware: middleware && !ts.isMethodDeclaration(middleware) ? [middleware] : [] }]
      : [];
  });
}

/** Functions of this file that a method table has for handlers. */
export function tableHandlers(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression, role: MethodTableRole): FunctionInfo[] {
  return rowsOf(analysis, node, role).flatMap(({ handler }) =>
    ts.isMethodDeclaration(handler)
      ? [analysis.outline.byNode.get(handler)].filter((fn) => fn !== undefined)
      : analysis.functionsIn(handler),
  );
}

/** Endpoints in objects that are keyed by methods, and middleware that a package declares for all of them. */
export function recogniseMethodTables(analysis: FileAnalysis): (RouteFact | MountFact)[] {
  return analysis.meaningful.flatMap((site) => [
    ...(site.role?.methodTable ? routesOf(analysis, site, site.role.methodTable) : []),
    ...(site.role?.packageMiddleware ? mountsOf(analysis, site, site.role.packageMiddleware) : []),
  ]);
}

function routesOf(analysis: FileAnalysis, site: CallSite, role: MethodTableRole): RouteFact[] {
  const library = site.role!.library;
  const shared = role.middleware === undefined ? undefined : optionOf(analysis, site.node.arguments?.[0], role.middleware);
  const before = shared ? middlewareRefs(analysis, shared) : [];
  return rowsOf(analysis, site.node, role).map(({ method, name, handler, middleware }) => {
    const ref = handlerOf(analysis, handler);
    const marker = publicMarker(analysis, name, ref);
    return {
      ...analysis.base(name),
      scope: method,
      inRequestPath: 'present',
      kind: 'route',
      framework: library,
      entry: 'http',
      methods: [method],
      path: pathOf(site.node) ?? '*',
      registrar: `${library}:${analysis.context.packageDir}`,
      order: site.node.end,
      chain: [...before, ...middleware.flatMap((element) => middlewareRefs(analysis, element))],
      handler: ref,
      ...(marker !== undefined ? { declaredPublic: marker } : {}),
    };
  });
}

function handlerOf(analysis: FileAnalysis, handler: Row['handler']): HandlerRef {
  const info = ts.isMethodDeclaration(handler) ? analysis.outline.byNode.get(handler) : undefined;
  if (info) return { name: '<inline>', span: analysis.span(handler), fn: { file: analysis.file, id: info.id } };
  return (
    (ts.isMethodDeclaration(handler) ? undefined : analysis.handlerRefs(handler)[0]) ?? {
      name: analysis.label(handler, 40),
      span: analysis.span(handler),
      unresolved: true,
    }
  );
}

/** The text that the innermost call of the callee is given: `createFileRoute('/x')({ … })`. Names of segments lose their `$`. */
function pathOf(node: ts.CallExpression | ts.NewExpression): string | undefined {
  for (let current = bare(node.expression); ;) {
    if (ts.isPropertyAccessExpression(current)) current = bare(current.expression);
    else if (ts.isCallExpression(current)) {
      const text = constantString(current.arguments[0]);
      if (text !== undefined) {
        const segments = text.split('/').filter((segment) => segment !== '' && !/^_|^\(.*\)$/.test(segment));
        return `/${segments.map((segment) => (segment === '$' ? '*' : segment.replace(/^\$/, ':').replace(/_$/, ''))).join('/')}`;
      }
      current = bare(current.expression);
    } else return undefined;
  }
}

function mountsOf(analysis: FileAnalysis, site: CallSite, options: Record<string, RouteFact['entry'] | 'all'>): MountFact[] {
  return Object.entries(options).flatMap(([option, entry]) => {
    const value = optionOf(analysis, site.node.arguments?.[0], option);
    const chain = value ? middlewareRefs(analysis, value) : [];
    if (chain.length === 0) return [];
    const library = site.role!.library;
    return [
      {
        ...analysis.base(site.node),
        kind: 'mount' as const,
        framework: library,
        registrar: `${library}:${analysis.context.packageDir}`,
        order: 0,
        prefix: '',
        chain,
        mounts: [],
        reach: 'global' as const,
        ...(entry === 'all' ? {} : { entry }),
      },
    ];
  });
}
