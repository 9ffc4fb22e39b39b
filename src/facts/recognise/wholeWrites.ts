import type { WholeWrite } from '../../model/facts';
import type { FileAnalysis } from '../analysis';
import { isBrowserCode, isOneOff } from '../serverCode';
import { wholeTags, wholeWritesOf } from '../wholeWrites';

/** Writes of server code that reach all rows of a table: the first one of each function, with how many there are. */
export function recogniseWholeWrites(analysis: FileAnalysis): WholeWrite[] {
  const { role, side } = analysis.context;
  if (role !== 'source' || side === 'client') return [];
  const found = [...analysis.sites.flatMap((site) => wholeWritesOf(analysis, site)), ...wholeTags(analysis)].sort(
    (a, b) => a.node.pos - b.node.pos,
  );
  if (found.length === 0 || isBrowserCode(analysis) || isOneOff(analysis)) return [];
  const firsts = new Map<unknown, WholeWrite>();
  for (const { node, ...write } of found) {
    const around = analysis.entryAround(node) ?? analysis.functionAround(node);
    const first = firsts.get(around);
    if (first) first.count++;
    else firsts.set(around, { ...analysis.base(node), kind: 'wholeWrite', ...write, count: 1 });
  }
  return [...firsts.values()];
}
