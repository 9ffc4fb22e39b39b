import { defineRule } from '../../../src/model/meta';
import type { FixProposal } from '../../../src/model/rule';

interface Place {
  start: number;
  end: number;
}

function replacing(id: string, place: Place, newText: (old: string) => string): FixProposal {
  return {
    id,
    kind: 'suggestion',
    title: `Do ${id}`,
    build: ({ file, text }) => [{ file, edits: [{ ...place, newText: newText(text.slice(place.start, place.end)) }] }],
  };
}

/** Reports routes below `/old`, with a sound fix and one that imports what is not there. */
export const oldPath = defineRule({
  id: 'old-path',
  dimension: 'integration',
  title: 'Old path',
  severity: 'warning',
  confidence: 'high',
  fixKinds: ['suggestion'],
  since: '0.1.0',
  maturity: 'stable',
  needs: ['route'],
  messages: { gap: '{{path}} is an old path.' },
  route(fact, context) {
    if (!fact.path.startsWith('/old')) return context.evidence(fact);
    context.report(fact, {
      message: 'gap',
      data: { path: fact.path },
      fixes: [
        replacing('renew', fact.span, (old) => old.replace('/old', '/new')),
        replacing('import-nothing', fact.span, (old) => `${old.replace('/old', '/new')};\nimport './nowhere'`),
      ],
    });
  },
});

/** Reports what the fixes of `old-path` write, so that they bring about a new finding. */
export const newPath = defineRule({
  ...oldPath,
  id: 'new-path',
  title: 'New path',
  fixKinds: [],
  route(fact, context) {
    if (fact.path.startsWith('/new')) context.report(fact, { message: 'gap', data: { path: fact.path } });
  },
});
