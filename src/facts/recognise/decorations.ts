import type { Decoration } from '../../model/facts';
import { bare } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';
import { ts } from 'ts-morph';

/** What is added to an application under a name: `app.decorate('requireUser', guard)`. */
export function recogniseDecorations(analysis: FileAnalysis): Decoration[] {
  return analysis.sitesWith('decorates').flatMap((site): Decoration[] => {
    const { name, value } = site.role!.decorates!;
    const args = site.node.arguments ?? [];
    const added = analysis.textOf(args[name]);
    const callee = bare(site.node.expression);
    const owner = ts.isPropertyAccessExpression(callee) ? analysis.resolver.pathOf(callee.expression) : undefined;
    const given = args[value];
    if (added === undefined || owner === undefined || !given || ts.isSpreadElement(given)) return [];
    return [{ ...analysis.base(site.node), kind: 'decoration', path: `${owner}.${added}`, handlers: analysis.handlerRefs(given) }];
  });
}
