import { ts } from 'ts-morph';
import { bare } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';
import { lastName, plainText } from './testedConditions';

const hostMember = /^(host|hostname|origin|href)$/;

/** Is the expression the host of an address made from the text: `new URL(text).hostname`, `url.host`? */
export function isHostOf(analysis: FileAnalysis, node: ts.Expression, text: string): boolean {
  if (!ts.isPropertyAccessExpression(node)) {
    const taken = ts.isIdentifier(node) ? analysis.resolver.declarations.find(node) : undefined;
    const step = taken?.kind === 'variable' && taken.steps.length === 1 ? taken.steps[0] : undefined;
    if (taken?.kind === 'variable' && taken.node.initializer && step && 'member' in step)
      return hostMember.test(step.member) && isMadeFrom(analysis, bare(taken.node.initializer), text, /^(URL|parse)$/);
    const value = analysis.resolver.deref(node);
    return value !== node && ts.isPropertyAccessExpression(value) && isHostOf(analysis, value, text);
  }
  if (!hostMember.test(node.name.text)) return false;
  return plainText(analysis, bare(node.expression)) === text || isMadeFrom(analysis, bare(node.expression), text, /^(URL|parse)$/);
}

/** Is the value what a call named so gives for the text: `new URL(text)`, `path.resolve(root, text)`? */
export function isMadeFrom(analysis: FileAnalysis, node: ts.Expression, text: string, names: RegExp): boolean {
  return (ts.isIdentifier(node) ? valuesOf(analysis, node) : [node]).some((value) => {
    if (!(ts.isCallExpression(value) || ts.isNewExpression(value)) || !names.test(lastName(value.expression))) return false;
    return (value.arguments ?? []).some((argument) => plainText(analysis, bare(argument)).includes(text));
  });
}

/** What a variable is declared or assigned as. */
export function valuesOf(analysis: FileAnalysis, node: ts.Identifier): ts.Expression[] {
  const declaration = analysis.resolver.declarations.find(node);
  if (declaration?.kind !== 'variable') return [];
  const isSame = (left: ts.Expression): boolean => {
    const found = ts.isIdentifier(left) ? analysis.resolver.declarations.find(left) : undefined;
    return found?.kind === 'variable' && found.node === declaration.node;
  };
  const assigned = (analysis.outline.assignments.get(node.text) ?? []).filter(({ left }) => isSame(left)).map(({ right }) => right);
  return (declaration.node.initializer ? [declaration.node.initializer, ...assigned] : assigned).map((value) => {
    const inner = bare(value);
    return ts.isAwaitExpression(inner) ? bare(inner.expression) : inner;
  });
}
