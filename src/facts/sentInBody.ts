import type { ts } from 'ts-morph';
import type { FileAnalysis } from './analysis';
import { sourcesOf } from './origins';

/** What is read out of a request in the text of a call that nobody could follow: `schema.safeParse(await request.json())`. */
const reading = /\.(?:json|formData)\(\)|\b(?:body|formData)\b/;

/** Does a value come out of the body of a request, checked or not? `wider`: or out of its query, or from what a schema has made of it. */
export function isSentInBody(analysis: FileAnalysis, value: ts.Expression, wider = false): boolean {
  const sources = sourcesOf(analysis, value, 'url');
  return (
    sources.length > 0 &&
    sources.every(({ from, input, node }) => {
      if (from === 'unknown') return reading.test(node.getText(analysis.source));
      if (from === 'sanitised') return wider;
      return from === 'request' && (/^(?:body|form|arguments)$/.test(input ?? '') || (wider && input === 'query'));
    })
  );
}
