import { defineRule } from '../../model/meta';

/** Text that somebody else wrote becomes part of a page as it is. */
export default defineRule({
  id: 'xss-raw-html',
  dimension: 'security',
  title: 'Page built from unescaped text',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: [],
  cwe: [79],
  owasp: ['ASVS 1.3.1', 'ASVS 3.2.2', 'A05'],
  since: '0.1.0',
  maturity: 'preview',
  messages: {
    request: '{{input}} becomes part of the page that {{call}} sends, unescaped: a link to it runs script in the visitor’s session.',
    handed: '{{input}} is handed to {{call}}, which sends it as part of a page, unescaped: a link to it runs script in the visitor’s session.',
    stored: '{{input}} comes from the database and is shown as HTML: script in it runs in the session of everybody who looks.',
  },
  needs: ['taintedSink'],
  taintedSink(sink, context) {
    if (sink.category !== 'html' || context.fileRole(sink.file) !== 'source') return;
    const request = sink.origins.find(({ from, input, whole, position }) => {
      if (from !== 'request' || input === 'headers' || input === 'cookies' || (whole && position === 'whole')) return false;
      // What is sent back as it came is an object as often as a text.
      return position !== 'whole' || sink.built === 'template' || sink.built === 'concatenation' || (input !== 'body' && input !== 'message');
    });
    const stored = sink.library === 'react' ? sink.origins.find(({ from }) => from === 'data') : undefined;
    const origin = request ?? stored;
    if (!origin) return;
    context.report(sink, {
      message: !request ? 'stored' : sink.inside ? 'handed' : 'request',
      span: sink.expression,
      // A link cannot carry a body: it takes a form on another site, which JSON endpoints refuse.
      ...(request?.input === 'body' ? { confidence: 'low' as const } : {}),
      data: { input: origin.label, call: sink.label },
      related: sink.inside ? [{ file: sink.inside.file, span: sink.inside.span, message: `${sink.inside.label} sends it here.` }] : [],
    });
  },
});
