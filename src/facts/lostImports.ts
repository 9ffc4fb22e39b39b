import { ts } from 'ts-morph';
import { bare } from '../syntax/nodes';
import type { CallSite, FileAnalysis } from './analysis';
import { lastName } from './guardConditions';

/** Names of what finds out who is calling, or turns away those who may not: `auth`, `getCurrentUser`, `requireAdmin`, `getSessionOrThrow`. */
const asking =
  /^(?:auth|protect|guard|session|currentUser|viewer)$|^(?:require|ensure|assert|check|verify|enforce|validate|get|current|load|fetch|read|with|server)\w*(?:Auth|User|Session|Admin|Member|Role|Permission|Access|Account|Identity|Claims|Token|Viewer|Caller)(?:Or\w+|From\w+|Server|Id)?$/;

/**
 * Is it a call of something that a file imports and that is not there, with a name as guards have them: `auth()` of a file that a generator
 * writes, or that nobody committed? What it does, nobody can tell.
 */
export function asksLost(analysis: FileAnalysis, { node, callee }: CallSite): boolean {
  if (callee !== undefined || !asking.test(lastName(bare(node.expression)) ?? '')) return false;
  let root: ts.Expression = bare(node.expression);
  while (ts.isPropertyAccessExpression(root)) root = bare(root.expression);
  const declaration = ts.isIdentifier(root) ? analysis.resolver.declarations.find(root) : undefined;
  return declaration?.kind === 'import' && 'unresolved' in analysis.project.module(analysis.file, declaration.specifier);
}
