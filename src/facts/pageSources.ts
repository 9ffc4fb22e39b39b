import type { ts } from 'ts-morph';
import { isChecked } from './allowLists';
import type { Trace } from './origins';
import { looksAtSender, readOfPage } from './requestParts';
import type { Source } from './traceParts';

/** What whoever made a link, or another window, decides in a page. */
export function pageSources(trace: Trace, node: ts.Expression, steps: readonly string[]): Source[] | undefined {
  if (trace.category !== 'html' && trace.category !== 'redirect') return undefined;
  const kind = readOfPage(trace.analysis, node);
  if (!kind) return undefined;
  if (kind === 'message' && looksAtSender(trace.analysis, node)) return trace.source('unknown', node);
  const isAddress = kind === 'address' || kind === 'marks';
  if (
    (isAddress && /^(origin|host|hostname|port|protocol|pathname|length|assign|replace|reload)$/.test(steps[0] ?? '')) ||
    isChecked(trace.analysis, node, trace.category)
  )
    return trace.source('sanitised', node);
  if (kind === 'pasted') return trace.source('page', node, { pasted: true });
  return trace.source('page', node, isAddress && (steps.length === 0 || steps[0] === 'href') ? { own: kind } : {});
}
