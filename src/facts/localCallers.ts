import { ts } from 'ts-morph';
import { bare, constantString, isMemberName, walk } from '../syntax/nodes';
import type { FunctionInfo, FunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

/** The name under which a file may call a function, where all of its callers stand in that file; undefined where others may call it. */
export function calledOnlyBy(fn: FunctionNode): string | undefined {
  return holderOf(fn)?.name.text;
}

/**
 * Is a parameter (0-based index) given nothing but constants? So it is when the function, or its class, is only ever called
 * here by its name, and handed to nobody. Methods of instances may be called from anywhere.
 */
export function isOnlyGivenConstants(analysis: FileAnalysis, fn: FunctionNode, index: number): boolean {
  const holder = holderOf(fn);
  if (!holder) return false;
  const { name, member } = holder;
  let isHarmless = true;
  walk(analysis.source, (node) => {
    if (!isHarmless || !ts.isIdentifier(node) || node.text !== name.text || node === name || isMemberName(node)) return isHarmless;
    isHarmless = isHarmlessUse(node, member, fn, index);
    return isHarmless;
  });
  return isHarmless;
}

/** Does a handler of the file call a function, itself or by way of at most `depth` others? */
export function isCalledForRequests(analysis: FileAnalysis, fn: FunctionInfo, depth: number): boolean {
  return analysis.sites.some(({ node }) => {
    if (analysis.resolver.functionOf(node.expression)?.local !== fn) return false;
    const entry = analysis.entryAround(node);
    if (entry) return analysis.entries.get(entry) !== 'job';
    const caller = analysis.functionAround(node);
    return caller !== undefined && caller !== fn && depth > 0 && isCalledForRequests(analysis, caller, depth - 1);
  });
}

/** The name that a function is called by: its own, that of the constant or of the class; for static methods with the member. */
function holderOf(fn: FunctionNode): { name: ts.Identifier; member?: string } | undefined {
  if (ts.isFunctionDeclaration(fn)) return fn.name && !isExported(fn) ? { name: fn.name } : undefined;
  if (ts.isVariableDeclaration(fn.parent) && ts.isIdentifier(fn.parent.name))
    return isExported(fn.parent.parent.parent) ? undefined : { name: fn.parent.name };
  const cls = fn.parent;
  if (!ts.isClassLike(cls) || !cls.name || isExported(cls)) return undefined;
  if (ts.isConstructorDeclaration(fn)) return { name: cls.name };
  return ts.isMethodDeclaration(fn) && ts.isIdentifier(fn.name) && hasModifier(fn, ts.SyntaxKind.StaticKeyword)
    ? { name: cls.name, member: fn.name.text }
    : undefined;
}

function isHarmlessUse(name: ts.Identifier, member: string | undefined, fn: FunctionNode, index: number): boolean {
  const { parent } = name;
  if (isCalleeOf(name, parent)) return (member !== undefined && ts.isNewExpression(parent)) || isConstant(parent.arguments?.[index]);
  if (!ts.isPropertyAccessExpression(parent) || parent.expression !== name || parent.name.text === 'prototype') return false;
  if (member === undefined) return ts.isConstructorDeclaration(fn);
  return (
    parent.name.text !== member ||
    (isCalleeOf(parent, parent.parent) && isConstant(parent.parent.arguments?.[index])) ||
    (fn.pos <= name.pos && name.end <= fn.end)
  );
}

function isCalleeOf(callee: ts.Expression, node: ts.Node): node is ts.CallExpression | ts.NewExpression {
  return (ts.isCallExpression(node) || ts.isNewExpression(node)) && node.expression === callee;
}

function isConstant(argument: ts.Expression | undefined): boolean {
  return argument === undefined || constantString(argument) !== undefined || ts.isNumericLiteral(bare(argument));
}

function isExported(node: ts.Node): boolean {
  return hasModifier(node, ts.SyntaxKind.ExportKeyword);
}

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false);
}
