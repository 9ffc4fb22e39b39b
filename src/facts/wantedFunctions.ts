import type { Fact, HandlerRef } from '../model/facts';
import type { FunctionInfo } from '../syntax/outline';
import { exportFact } from './exportFacts';
import type { FileAnalysis } from './analysis';

/**
 * Ids of the functions that other files may come to ask about: exported ones, methods, handlers and guards of routes, and
 * what those return. All others are summarised when somebody asks after all.
 */
export function wantedFunctions(analysis: FileAnalysis, facts: readonly Fact[]): Set<string> {
  const wanted = new Set<string>();
  const { role, side } = analysis.context;
  if (role === 'test' || role === 'example' || side === 'client') return wanted;
  for (const entry of analysis.exports) {
    const id = 'value' in entry && !analysis.isKnown(entry.value) ? exportFact(analysis, entry.name)?.fn : undefined;
    if (id !== undefined && !('name' in entry && isView(analysis, entry.name, id))) wanted.add(id);
  }
  for (const fn of analysis.outline.functions) if (isWanted(analysis, fn)) wanted.add(fn.id);
  const refer = (ref: HandlerRef | undefined): void => {
    if (ref?.fn?.file === analysis.file) wanted.add(ref.fn.id);
    for (const inner of ref?.wraps ?? []) refer(inner);
  };
  for (const fact of facts) {
    if (fact.kind !== 'route' && fact.kind !== 'mount') continue;
    fact.chain.forEach(refer);
    if (fact.kind === 'route') refer(fact.handler);
  }
  return wanted;
}

/** A component or a hook in a file of markup: nobody calls it to be let in, or to have something done. */
function isView(analysis: FileAnalysis, name: string, id: string): boolean {
  return /\.[jt]sx$/.test(analysis.file) && (/^use[A-Z]/.test(name) || /^[A-Z]/.test(id)) && !analysis.context.upstream;
}

/** May others ask about the function, as far as its own place can tell? */
export function isWanted(analysis: FileAnalysis, fn: FunctionInfo): boolean {
  return (fn.cls !== undefined && fn.parent === undefined) || analysis.entries.has(fn);
}
