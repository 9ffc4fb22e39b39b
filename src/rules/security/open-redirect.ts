import type { Origin } from '../../model/facts';
import { defineRule } from '../../model/meta';

/** What a caller sends decides where a browser is sent. */
export default defineRule({
  id: 'open-redirect',
  dimension: 'security',
  title: 'Redirection to an address of the caller’s choice',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: [],
  cwe: [601],
  owasp: ['ASVS 3.7.2', 'A01'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: '{{input}} decides where {{call}} sends the browser: a link to this site can lead to any other.',
    slash:
      '{{input}} decides where {{call}} sends the browser and only has to begin with a slash: `//other.example` does so too, and leads to another site.',
    handed: '{{input}} is handed to {{call}}, which sends the browser there: a link to this site can lead to any other.',
  },
  needs: ['taintedSink'],
  taintedSink(sink, context) {
    const role = context.fileRole(sink.file);
    if (sink.category !== 'redirect' || (role !== 'source' && role !== 'client')) return;
    const origin = sink.origins.find(role === 'source' ? isOfLink : isOfPage);
    if (!origin) return;
    context.report(sink, {
      message: sink.inside ? 'handed' : origin.rooted ? 'slash' : 'gap',
      span: sink.expression,
      data: { input: origin.label, call: sink.label },
      related: sink.inside ? [{ file: sink.inside.file, span: sink.inside.span, message: `${sink.inside.label} redirects here.` }] : [],
    });
  },
});

/** Can whoever makes a link or a form for somebody else choose it? Nobody can do so with headers, cookies and plain arguments of an action; fields of its form are often filled from the address. */
function isOfLink({ from, position, input, whole }: Origin): boolean {
  // Behind a slash it takes another slash to leave the site, which a segment of a path cannot hold.
  const decides = position === 'whole' || (position === 'value' && input !== 'params');
  return (
    (from === 'request' && decides && input !== 'headers' && input !== 'cookies' && !(input === 'arguments' && whole)) ||
    isOfPage({ from, position })
  );
}

/** A script reads it from the address that the visitor was given. */
function isOfPage({ from, position }: Pick<Origin, 'from' | 'position'>): boolean {
  return from === 'page' && (position === 'whole' || position === 'value');
}
