import { ts } from 'ts-morph';
import { constantString } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

const told = /\(\s*['"`]\w+['"`]\s*\)/;

/** Texts that an element of a chain hands to what comes next: `next('router')`. */
export function tellsNext(analysis: FileAnalysis, fn: FunctionInfo, parts: readonly FunctionInfo[]): string[] {
  const index = (analysis.resolver.parameters.get(fn.node) ?? []).findIndex((path) => path?.endsWith('#next'));
  const name = fn.node.parameters[index]?.name;
  if (!name || !ts.isIdentifier(name) || !analysis.mayHold(told)) return [];
  const texts = parts.flatMap(({ calls }) =>
    calls.flatMap(({ expression, arguments: args }) => {
      const text = ts.isIdentifier(expression) && expression.text === name.text ? constantString(args?.[0]) : undefined;
      return text ?? [];
    }),
  );
  return [...new Set(texts)];
}
