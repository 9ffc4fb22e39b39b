import { ts } from 'ts-morph';
import type { AccessPath } from '../model/facts';
import { bare } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import { fileRefOf } from '../syntax/resolve';
import type { FileAnalysis } from './analysis';

/** What calling a function gives: a value with a name, an object with an identity. */
export interface Returned {
  path?: AccessPath;
  entity?: string;
}

/** Works out what a function gives back. */
export function returned(analysis: FileAnalysis, fn: FunctionInfo): Returned {
  const path = returnedPath(analysis, fn);
  const entity = returnedEntity(analysis, fn);
  return { ...(path !== undefined ? { path } : {}), ...(entity !== undefined ? { entity } : {}) };
}

function returnValues(fn: FunctionInfo): ts.Expression[] {
  const body = fn.node.body;
  if (!body) return [];
  if (!ts.isBlock(body)) return [body];
  return fn.exits.flatMap((exit) => (ts.isReturnStatement(exit) && exit.expression ? [exit.expression] : []));
}

function returnedPath(analysis: FileAnalysis, fn: FunctionInfo): string | undefined {
  for (const value of returnValues(fn)) {
    const path = analysis.resolver.pathOf(value);
    // Values of requests differ from call to call; clients and handles are what callers need to know.
    // A function that is returned is described by `returnsFunction`, with what its maker was given.
    if (path !== undefined && !path.startsWith('global#env') && !path.startsWith('caught#') && !fileRefOf(path)) return path;
  }
  const type = (fn.node as ts.FunctionDeclaration).type;
  return type && analysis.resolver.pathOfType(type);
}

function returnedEntity(analysis: FileAnalysis, fn: FunctionInfo): string | undefined {
  for (const value of returnValues(fn)) {
    const inner = bare(value);
    if (ts.isIdentifier(inner)) {
      const declaration = analysis.resolver.declarations.find(inner);
      if (declaration?.kind === 'variable') return analysis.resolver.entityOf(inner);
      if (declaration?.kind === 'parameter') return `${analysis.file}#${fn.id}.param${declaration.index}`;
    }
    if (ts.isPropertyAccessExpression(inner) && inner.expression.kind === ts.SyntaxKind.ThisKeyword) return analysis.resolver.entityOf(inner);
  }
  return undefined;
}

