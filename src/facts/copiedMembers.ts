import { ts } from 'ts-morph';
import type { Declaration } from '../syntax/declarations';
import { bare, walk } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import { isChecked } from './allowLists';
import type { FileAnalysis } from './analysis';

/** Members of one object that are put into another, whatever their names: `for (const key of Object.keys(input)) user[key] = input[key]`. */
export interface Copy {
  target: ts.Expression;
  source: ts.Expression;
}

const known = new WeakMap<FunctionInfo, readonly Copy[]>();

/** Copies in a function and in those inside it. Names that are looked at first are the author's choice. */
export function copiesIn(analysis: FileAnalysis, fn: FunctionInfo): readonly Copy[] {
  let found = known.get(fn);
  if (!found) {
    const text = analysis.source.text.slice(fn.node.pos, fn.node.end);
    known.set(fn, (found = /\]\s*=[^=>]/.test(text) && /\bObject\.(?:keys|entries)\b|\bin\b/.test(text) ? copiesBelow(analysis, fn) : []));
  }
  return found;
}

function copiesBelow(analysis: FileAnalysis, fn: FunctionInfo): Copy[] {
  const found: Copy[] = [];
  walk(fn.node, (node) => {
    if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isElementAccessExpression(node.left))
      return true;
    const key = bare(node.left.argumentExpression);
    const source = ts.isIdentifier(key) ? ownerOf(analysis, fn, key) : undefined;
    if (source && ts.isIdentifier(key) && !isChecked(analysis, key, 'object') && isMember(analysis, bare(node.right), key, source))
      found.push({ target: node.left.expression, source });
    return true;
  });
  return found;
}

/** The object whose names a variable goes through. */
function ownerOf(analysis: FileAnalysis, fn: FunctionInfo, key: ts.Identifier): ts.Expression | undefined {
  const declaration = analysis.resolver.declarations.find(key);
  const list = declaration && listOf(declaration);
  if (!list || !declaration || !('steps' in declaration)) return undefined;
  if ('own' in list) return list.own;
  const given = bare(list.of);
  // Names that were tried beforehand, or sorted out.
  if (
    ts.isIdentifier(given) &&
    new RegExp(`\\b${given.text}\\s*\\.\\s*(?:every|some|filter|find)\\b`).test(analysis.source.text.slice(fn.node.pos, fn.node.end))
  )
    return undefined;
  const made = analysis.resolver.deref(given);
  if (!ts.isCallExpression(made)) return undefined;
  const path = analysis.resolver.pathOf(made.expression);
  const [step] = declaration.steps;
  const isName =
    path === 'global#Object.keys'
      ? step === undefined
      : path === 'global#Object.entries' && step !== undefined && 'index' in step && step.index === 0;
  return isName ? made.arguments[0] : undefined;
}

/** What a loop or a callback goes through: a list, or an object by its names. */
function listOf(declaration: Declaration): { of: ts.Expression } | { own: ts.Expression } | undefined {
  if (declaration.kind === 'variable') {
    const loop = declaration.node.parent.parent;
    if (ts.isForInStatement(loop)) return { own: loop.expression };
    return ts.isForOfStatement(loop) ? { of: loop.expression } : undefined;
  }
  const call = declaration.kind === 'parameter' && declaration.index === 0 ? declaration.fn.parent : undefined;
  return call && ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === 'forEach'
    ? { of: call.expression.expression }
    : undefined;
}

/** Is a value the member of that name: `input[key]`, or what stands beside the name in `[key, value]`? */
function isMember(analysis: FileAnalysis, value: ts.Expression, key: ts.Identifier, source: ts.Expression): boolean {
  if (ts.isElementAccessExpression(value))
    return bare(value.argumentExpression).getText() === key.text && bare(value.expression).getText() === bare(source).getText();
  const name = analysis.resolver.declarations.find(key);
  const other = ts.isIdentifier(value) ? analysis.resolver.declarations.find(value) : undefined;
  return (
    other !== undefined &&
    name !== undefined &&
    'node' in other &&
    'node' in name &&
    other.node === name.node &&
    'steps' in other &&
    other.steps.some((step) => 'index' in step && step.index === 1)
  );
}
