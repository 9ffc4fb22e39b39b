import { ts } from 'ts-morph';
import { bare, contains } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { sensitiveName } from './sensitiveNames';

const parts: ReadonlySet<string | undefined> = new Set(['body', 'form', 'arguments']);

/**
 * Name of a secret in what a client sent, where an expression is all of that: the function takes it out of the same value.
 * `logger.info(req.body)` beside `const { password } = req.body`, or beside `schema.parse(req.body).password`.
 */
export function secretSent(analysis: FileAnalysis, node: ts.Expression): string | undefined {
  const path = sentPath(analysis, node);
  if (path === undefined) return undefined;
  let fn = analysis.functionAround(node);
  while (fn?.parent && !analysis.entries.has(fn)) fn = fn.parent;
  const name = fn && (readIn(analysis, fn, path) ?? takenIn(analysis, fn, path));
  return name !== undefined && fn && !isRemoved(analysis, fn, name, node) ? name : undefined;
}

/** Path of all that was sent; undefined for members of it and for what is left of it. */
function sentPath(analysis: FileAnalysis, node: ts.Expression): string | undefined {
  const path = analysis.resolver.pathOf(node);
  if (path === undefined || !parts.has(analysis.tables.read(path)?.input)) return undefined;
  const declaration = ts.isIdentifier(node) ? analysis.resolver.declarations.find(node) : undefined;
  return declaration && 'steps' in declaration && declaration.steps.some((step) => 'rest' in step) ? undefined : path;
}

function isGrave(name: string): boolean {
  const what = sensitiveName(name);
  return what === 'secret' || what === 'card';
}

/** `req.body.password` */
function readIn(analysis: FileAnalysis, fn: FunctionInfo, path: string): string | undefined {
  const member = analysis.outline.members.find(
    (each): each is ts.PropertyAccessExpression =>
      ts.isPropertyAccessExpression(each) &&
      isGrave(each.name.text) &&
      contains(fn.node, each) &&
      analysis.resolver.pathOf(each) === `${path}.${each.name.text}`,
  );
  return member?.name.text;
}

/** `const { password } = req.body`, checked or not. */
function takenIn(analysis: FileAnalysis, fn: FunctionInfo, path: string): string | undefined {
  for (const name of [...fn.names, ...fn.nested.flatMap((inner) => inner.names)]) {
    if (!isGrave(name.text)) continue;
    const declaration = analysis.resolver.declarations.find(name);
    const step = declaration?.kind === 'variable' && declaration.steps.length === 1 ? declaration.steps[0]! : undefined;
    if (declaration?.kind !== 'variable' || !step || !('member' in step) || !declaration.node.initializer) continue;
    if (holds(analysis, declaration.node.initializer, path)) return step.member;
  }
  return undefined;
}

/** Is a value all that was sent, or what a check of it gives? */
function holds(analysis: FileAnalysis, expression: ts.Expression, path: string): boolean {
  const value = bare(expression);
  if (analysis.resolver.pathOf(value) === path) return true;
  const checked = ts.isPropertyAccessExpression(value) ? analysis.resolver.deref(value.expression) : value;
  return ts.isCallExpression(checked) && checked.arguments.some((argument) => analysis.resolver.pathOf(bare(argument)) === path);
}

/** Is it taken out of the value before that is used: `delete body.password`? */
function isRemoved(analysis: FileAnalysis, fn: FunctionInfo, name: string, node: ts.Node): boolean {
  return new RegExp(`\\bdelete\\s+[\\w.]+\\.${name}\\b|\\.${name}\\s*=[^=]`).test(analysis.source.text.slice(fn.node.pos, node.pos));
}
