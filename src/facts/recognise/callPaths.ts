import { ts } from 'ts-morph';
import type { MountRole } from '../../model/library';
import { bare, propertyOf } from '../../syntax/nodes';
import type { Declaration } from '../../syntax/declarations';
import type { CallSite, FileAnalysis } from '../analysis';

/** Middleware on several prefixes: `app.use(['/a', '/b'], mw)`, `for (const prefix of prefixes) app.use(prefix, mw)`. The arguments for each. */
export function prefixRows(analysis: FileAnalysis, site: CallSite, mount: MountRole): ts.Expression[][] | undefined {
  const [first, ...rest] = site.node.arguments ?? [];
  if (mount.prefix !== 'arg0' || !first || rest.length === 0) return undefined;
  const name = ts.isIdentifier(first) ? analysis.resolver.declarations.find(first) : undefined;
  const list = analysis.resolver.deref(listBehind(name) ?? first);
  if (
    !ts.isArrayLiteralExpression(list) ||
    list.elements.length === 0 ||
    !list.elements.every((element) => pathText(element, analysis) !== undefined)
  )
    return undefined;
  return list.elements.map((element) => [element, ...rest]);
}

/** The list that a name of a loop runs through: `for (const x of list)`, `list.forEach((x) => …)`. */
function listBehind(declaration: Declaration | undefined): ts.Expression | undefined {
  if (declaration?.kind === 'parameter' && declaration.index === 0) {
    const call = declaration.fn.parent;
    return ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) && /^(forEach|map)$/.test(call.expression.name.text)
      ? call.expression.expression
      : undefined;
  }
  if (
    declaration?.kind !== 'variable' ||
    !ts.isVariableDeclarationList(declaration.node.parent) ||
    !ts.isForOfStatement(declaration.node.parent.parent)
  )
    return undefined;
  return declaration.node.parent.parent.expression;
}

/**
 * Registrations driven by a table: `routes.forEach((route) => router.use(route.path, route.router))`, also as `for … of`.
 * Gives the arguments of each row; undefined when this is not such a call.
 */
export function tableOf(analysis: FileAnalysis, args: readonly ts.Expression[]): ts.Expression[][] | undefined {
  const columns = args.map((argument) => columnOf(analysis, argument));
  const declaration = columns.find((column) => column !== undefined)?.declaration;
  if (!declaration) return undefined;
  const table = listBehind(declaration);
  const list = table && analysis.resolver.deref(table);
  if (!list || !ts.isArrayLiteralExpression(list)) return undefined;
  return list.elements.map((element) =>
    args.map((argument, index) => {
      const column = columns[index];
      if (column?.declaration.node !== declaration.node) return argument;
      const value = propertyOf(element, column.name);
      return value && !ts.isMethodDeclaration(value) ? value : argument;
    }),
  );
}

/** A member of a local name or parameter: `route.path`, or `path` taken from it by destructuring. */
function columnOf(
  analysis: FileAnalysis,
  argument: ts.Expression,
): { declaration: Extract<Declaration, { kind: 'parameter' | 'variable' }>; name: string } | undefined {
  const object = ts.isPropertyAccessExpression(argument) ? argument.expression : argument;
  const declaration = ts.isIdentifier(object) ? analysis.resolver.declarations.find(object) : undefined;
  if (declaration?.kind !== 'parameter' && declaration?.kind !== 'variable') return undefined;
  const [step, ...deeper] = declaration.steps;
  if (ts.isPropertyAccessExpression(argument)) return step ? undefined : { declaration, name: argument.name.text };
  return step && 'member' in step && deeper.length === 0 ? { declaration, name: step.member } : undefined;
}

/** Text of a path, with `*` for the parts that nobody can read; undefined when it is no text at all. */
export function pathText(node: ts.Expression | undefined, analysis: FileAnalysis): string | undefined {
  if (!node) return undefined;
  const constant = analysis.textOf(node);
  if (constant !== undefined) return constant;
  const value = analysis.resolver.deref(node);
  if (ts.isTemplateExpression(value)) {
    return value.head.text + value.templateSpans.map((span) => (pathText(span.expression, analysis) ?? '*') + span.literal.text).join('');
  }
  if (ts.isRegularExpressionLiteral(value)) return value.text;
  return undefined;
}

/** The call that names the path of a chained registration: `.route('/x').get(…)`. */
export function pathCall(node: ts.Expression): ts.CallExpression | undefined {
  let current = bare(node);
  while (ts.isCallExpression(current) && ts.isPropertyAccessExpression(current.expression)) {
    if (current.expression.name.text === 'route' || current.expression.name.text === 'basePath') return current;
    current = bare(current.expression.expression);
  }
  return undefined;
}

/** The object that describes a route, also when a call made it: `createRoute({ method: 'get', path: '/' })`. */
export function optionsIn(analysis: FileAnalysis, node: ts.Expression): ts.Expression {
  const value = analysis.resolver.deref(node);
  return ts.isCallExpression(value) && value.arguments[0] && ts.isObjectLiteralExpression(value.arguments[0]) ? value.arguments[0] : value;
}

/** What a method is called on. */
export function receiverOf(node: ts.CallExpression | ts.NewExpression): ts.Expression | undefined {
  const callee = bare(node.expression);
  return ts.isPropertyAccessExpression(callee) ? callee.expression : undefined;
}
