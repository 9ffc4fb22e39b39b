import { ts } from 'ts-morph';
import { constantString } from '../syntax/nodes';
import { isFunctionNode, type FunctionNode } from '../syntax/outline';
import { frameworkIdioms, type FrameworkIdiom } from './idioms';
import { importedModules } from './imports';
import { allBelow, functionAround, outwards } from './nodes';

/** A function that answers requests, with what fixes need to know to write inside it. */
export interface Handler {
  framework: string;
  idiom: FrameworkIdiom;
  fn: FunctionNode;
  /** Names of its parameters by meaning, where they are plain identifiers. */
  names: { request?: string; response?: string; next?: string; context?: string };
  /** The call that registers it, when it stands in the same file. */
  registration?: ts.CallExpression;
  method?: string;
  /** Path as written at the registration or as told by the file's place. */
  path?: string;
  /** It takes the error first (Express error middleware). */
  takesError: boolean;
}

const verbs = new Set(['get', 'post', 'put', 'patch', 'delete', 'all', 'options', 'head', 'use']);
const webMethods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

/**
 * The innermost request handler around a node. `framework` is what facts say about it, if they say anything. Returns
 * undefined for code that is not recognisably inside a handler.
 */
export function handlerAround(node: ts.Node, tree: ts.SourceFile, framework?: string): Handler | undefined {
  for (const current of outwards(node)) {
    if (!isFunctionNode(current)) continue;
    const handler = asHandler(current, tree, framework);
    if (handler) return handler;
  }
  return undefined;
}

/** Does the node stand in the handler itself and not in a function inside it? */
export function isDirectlyIn(handler: Handler, node: ts.Node): boolean {
  return functionAround(node) === handler.fn;
}

/** Looks at one function; undefined unless something says that it is a handler. */
export function asHandler(fn: FunctionNode, tree: ts.SourceFile, hint?: string): Handler | undefined {
  const file = tree.fileName;
  const registration = registrationOf(fn, tree);
  const fileRoute = nextRoute(fn, file);
  if (fileRoute) return make('next', fn, { ...fileRoute });
  if (/(^|\/)pages\/api\//.test(file) && isDefaultExport(fn, tree)) {
    return make('next-pages', fn, { path: `/${file.replace(/^.*?pages\/(api\/.*)\.[jt]sx?$/, '$1').replace(/\/index$/, '')}` });
  }
  if (isServerAction(fn, tree)) return make('next-action', fn, {});
  if (registration && /^(Deno\.)?serve$/.test(registration.expression.getText(tree))) {
    return make('supabase-edge', fn, { registration, path: /functions\/([^/]+)\//.exec(file)?.[1] });
  }
  if (isMethodOfController(fn, tree)) return make('nest', fn, {});
  if (registration && ts.isPropertyAccessExpression(registration.expression)) {
    const name = registration.expression.name.text;
    if (/^(query|mutation|subscription)$/.test(name) && /procedure/i.test(registration.expression.expression.getText(tree)))
      return make('trpc', fn, { registration });
    const route = routeOf(registration, tree);
    if (route) {
      const framework = frameworkOf(fn, tree, hint);
      if (framework) return make(framework, fn, { registration, ...route });
    }
  }
  if (hint && frameworkIdioms[hint] && (functionAround(fn.parent) === undefined || registration)) return make(hint, fn, { registration });
  const shape = shapeOf(fn, tree);
  return shape ? make(shape, fn, { registration }) : undefined;
}

function make(framework: string, fn: FunctionNode, more: Pick<Handler, 'registration' | 'method' | 'path'>): Handler {
  const idiom = frameworkIdioms[framework]!;
  const names: Handler['names'] = {};
  const takesError = framework === 'express' && fn.parameters.length === 4;
  const parameters = takesError ? fn.parameters.slice(1) : fn.parameters;
  idiom.parameters.forEach((meaning, index) => {
    const name = parameters[index]?.name;
    if (name && ts.isIdentifier(name)) names[meaning] = name.text;
  });
  return { framework, idiom, fn, names, takesError, ...more };
}

/** The call that a function, or a name it goes by, is handed to, through wrappers and arrays. */
function registrationOf(fn: FunctionNode, tree: ts.SourceFile): ts.CallExpression | undefined {
  let node: ts.Node = fn;
  for (let parent = fn.parent; parent; node = parent, parent = parent.parent) {
    if (ts.isCallExpression(parent) && parent.arguments.includes(node as ts.Expression)) {
      if (isRegistration(parent, tree)) return parent;
      continue;
    }
    if (ts.isVariableDeclaration(parent) || ts.isFunctionDeclaration(parent) || ts.isStatement(parent)) break;
  }
  const name = ts.isFunctionDeclaration(fn)
    ? fn.name?.text
    : ts.isVariableDeclaration(fn.parent) && ts.isIdentifier(fn.parent.name)
      ? fn.parent.name.text
      : undefined;
  if (!name) return undefined;
  return allBelow(tree, ts.isCallExpression).find(
    (call) => isRegistration(call, tree) && call.arguments.some((argument) => ts.isIdentifier(argument) && argument.text === name),
  );
}

function isRegistration(call: ts.CallExpression, tree: ts.SourceFile): boolean {
  if (/^(Deno\.)?serve$/.test(call.expression.getText(tree))) return true;
  if (!ts.isPropertyAccessExpression(call.expression)) return false;
  const name = call.expression.name.text;
  if (/^(query|mutation|subscription)$/.test(name)) return true;
  return routeOf(call, tree) !== undefined;
}

/** Method and path of `app.post('/orders', …)`, `router.route('/orders').post(…)` or `app.route({ method, url, … })`. */
export function routeOf(call: ts.CallExpression, tree: ts.SourceFile): { method?: string; path?: string } | undefined {
  if (!ts.isPropertyAccessExpression(call.expression)) return undefined;
  const name = call.expression.name.text;
  const first = call.arguments[0];
  if (name === 'route' && first && ts.isObjectLiteralExpression(first)) {
    const value = (key: string): string | undefined => {
      const property = first.properties.find((p) => p.name?.getText(tree) === key);
      return property && ts.isPropertyAssignment(property) ? constantString(property.initializer) : undefined;
    };
    return { method: value('method'), path: value('url') ?? value('path') };
  }
  if (!verbs.has(name)) return undefined;
  const method = name === 'use' || name === 'all' ? undefined : name.toUpperCase();
  const path = constantString(first);
  if (path !== undefined && (path === '' || /^[/*:]/.test(path))) return call.arguments.length > 1 ? { method, path } : undefined;
  const inner = call.expression.expression;
  if (ts.isCallExpression(inner) && ts.isPropertyAccessExpression(inner.expression)) {
    const outer = inner.expression.name.text === 'route' ? { path: constantString(inner.arguments[0]) } : routeOf(inner, tree);
    if (outer?.path !== undefined) return { method, path: outer.path };
  }
  return name === 'use' && call.arguments.some((argument) => isFunctionNode(argument)) ? {} : undefined;
}

function frameworkOf(fn: FunctionNode, tree: ts.SourceFile, hint: string | undefined): string | undefined {
  if (hint && frameworkIdioms[hint]) return hint;
  const modules = new Set(importedModules(tree).map((module) => module.replace(/^npm:/, '').replace(/(.)@[\d^~].*$/, '$1')));
  const imported = Object.entries(frameworkIdioms).filter(([, idiom]) =>
    idiom.packages.some((name) => modules.has(name) || [...modules].some((m) => m.startsWith(`${name}/`))),
  );
  const servers = imported.map(([id]) => id).filter((id) => id !== 'next');
  if (servers.length === 1) return servers[0];
  return shapeOf(fn, tree);
}

/** The framework that the names or types of the parameters speak of. */
function shapeOf(fn: FunctionNode, tree: ts.SourceFile): string | undefined {
  const names = fn.parameters.map((parameter) => parameter.name.getText(tree));
  const types = fn.parameters.map((parameter) => parameter.type?.getText(tree) ?? '');
  if (/FastifyRequest/.test(types[0] ?? '')) return 'fastify';
  const offset = fn.parameters.length === 4 ? 1 : 0;
  const second = names[offset + 1] ?? '';
  if (/^_?(res|response)$/.test(second) && /^(_?(req|request)|\{.*)$/s.test(names[offset] ?? '')) return 'express';
  if (/^_?(reply|rep)$/.test(second)) return 'fastify';
  if (/^(c|ctx)$/.test(names[0] ?? '') && /^Context\b/.test(types[0] ?? ''))
    return importedModules(tree).some((m) => m.startsWith('koa')) ? 'koa' : 'hono';
  return undefined;
}

function nextRoute(fn: FunctionNode, file: string): { method: string; path: string } | undefined {
  const match = /(?:^|\/)app\/(.*\/)?route\.[cm]?[jt]sx?$/.exec(file);
  if (!match) return undefined;
  let node: ts.Node = fn;
  while (node.parent && (ts.isCallExpression(node.parent) || ts.isParenthesizedExpression(node.parent))) node = node.parent;
  const name = ts.isFunctionDeclaration(fn)
    ? fn.name?.text
    : node.parent && ts.isVariableDeclaration(node.parent) && ts.isIdentifier(node.parent.name)
      ? node.parent.name.text
      : undefined;
  if (!name || !webMethods.has(name)) return undefined;
  const path = (match[1] ?? '')
    .replace(/\/$/, '')
    .split('/')
    .filter((part) => !/^\(.*\)$|^@/.test(part))
    .join('/');
  return { method: name, path: `/${path}` };
}

function isDefaultExport(fn: FunctionNode, tree: ts.SourceFile): boolean {
  if (ts.canHaveModifiers(fn) && ts.getModifiers(fn)?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword)) return true;
  if (ts.isExportAssignment(fn.parent)) return true;
  const name = ts.isFunctionDeclaration(fn)
    ? fn.name?.text
    : ts.isVariableDeclaration(fn.parent)
      ? fn.parent.name.getText(tree)
      : undefined;
  return (
    name !== undefined &&
    tree.statements.some((s) => ts.isExportAssignment(s) && ts.isIdentifier(s.expression) && s.expression.text === name)
  );
}

function isServerAction(fn: FunctionNode, tree: ts.SourceFile): boolean {
  const isDirective = (statement: ts.Statement | undefined): boolean =>
    statement !== undefined &&
    ts.isExpressionStatement(statement) &&
    ts.isStringLiteral(statement.expression) &&
    statement.expression.text === 'use server';
  if (fn.body && ts.isBlock(fn.body) && isDirective(fn.body.statements[0])) return true;
  if (!isDirective(tree.statements[0])) return false;
  const owner = ts.isFunctionDeclaration(fn) ? fn : ts.isVariableDeclaration(fn.parent) ? fn.parent.parent.parent : undefined;
  return (
    owner !== undefined &&
    ts.canHaveModifiers(owner) &&
    (ts.getModifiers(owner)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false)
  );
}

function isMethodOfController(fn: FunctionNode, tree: ts.SourceFile): boolean {
  if (!ts.isMethodDeclaration(fn)) return false;
  return ts.getDecorators(fn)?.some((decorator) => /^@(Get|Post|Put|Patch|Delete|All)\b/.test(decorator.getText(tree))) ?? false;
}

/** How the call that registers a handler begins: `router.get('/:id'`, blanks left out. */
export function headOf(registration: ts.CallExpression, tree: ts.SourceFile): string | undefined {
  const [first] = registration.arguments;
  return first && ts.isStringLiteralLike(first)
    ? `${registration.expression.getText(tree)}(${first.getText(tree)}`.replace(/\s+/g, '')
    : undefined;
}

/** What to call a handler in a log line: "POST /orders". */
export function routeLabel(handler: Handler): string | undefined {
  if (handler.path === undefined) return undefined;
  return handler.method ? `${handler.method} ${handler.path}` : handler.path;
}
