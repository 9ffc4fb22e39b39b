import { ts } from 'ts-morph';
import type { HandlerRef } from '../model/facts';
import { bare } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

/** Handlers that fields of a class hold in a wrapper: `list = asyncHandler(async (req, res) => …)`. */
export function fieldHandlers(analysis: FileAnalysis, cls: ts.ClassLikeDeclaration): Record<string, HandlerRef> | undefined {
  const handlers: Record<string, HandlerRef> = {};
  for (const member of cls.members) {
    const made = ts.isPropertyDeclaration(member) && ts.isIdentifier(member.name) ? wrapping(member) : undefined;
    const [handler] = made ? analysis.handlerRefs(made) : [];
    if (handler?.wraps) handlers[(member.name as ts.Identifier).text] = handler;
  }
  return Object.keys(handlers).length > 0 ? handlers : undefined;
}

/** The call that a field is given which is handed a function. */
export function wrapping({ initializer }: ts.PropertyDeclaration): ts.CallExpression | undefined {
  const value = initializer && bare(initializer);
  return value && ts.isCallExpression(value) && value.arguments.some((argument) => isFunctionNode(bare(argument))) ? value : undefined;
}
