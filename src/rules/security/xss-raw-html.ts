import type { TaintedSink } from '../../model/facts';
import type { Span } from '../../model/finding';
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
  maturity: 'stable',
  messages: {
    request: '{{input}} becomes part of the page that {{call}} sends, unescaped: a link to it runs script in the visitor’s session.',
    handed:
      '{{input}} is handed to {{call}}, which sends it as part of a page, unescaped: a link to it runs script in the visitor’s session.',
    page: '{{input}} is decided by whoever makes a link to this page, or by another window, and becomes HTML in {{call}}: script in it runs in the visitor’s session.',
    pageHanded:
      '{{input}} is decided by whoever makes a link to this page, or by another window, and is handed to {{call}}, which shows it as HTML: script in it runs in the visitor’s session.',
    pasted:
      '{{input}} is what somebody pastes or drops, copied from wherever they found it, and becomes HTML in {{call}}: script in it runs in their session.',
    pastedHanded:
      '{{input}} is what somebody pastes or drops, copied from wherever they found it, and is handed to {{call}}, which shows it as HTML: script in it runs in their session.',
    pastedLink:
      '{{input}} is what somebody pastes or drops, copied from wherever they found it, and becomes an address in {{call}}: one that begins with “javascript:” runs script in their session.',
    link: '{{input}} is decided by whoever makes a link to this page, and becomes an address in {{call}}: one that begins with “javascript:” runs script in the visitor’s session.',
    script: '{{input}} is decided by whoever makes a link to this page, and {{call}} runs the script at that address.',
    trusted: '{{input}} is shown as it is because of {{call}}, which switches off the cleaning of the framework; nothing here cleans it.',
    unescaped: '“{{name}}” has templates write what they are given as it is: markup in a value becomes part of the page, scripts included.',
    stored: '{{input}} comes from the database and is shown as HTML: script in it runs in the session of everybody who looks.',
  },
  needs: ['taintedSink', 'escapingSwitch'],
  taintedSink(sink, context) {
    const role = context.fileRole(sink.file);
    if (sink.category !== 'html' || (role !== 'source' && role !== 'client')) return;
    const chosen = sink.origins.find(({ from }) => from === 'page');
    if (chosen) {
      context.report(sink, {
        message: messageOf(sink, chosen.pasted === true),
        span: sink.expression,
        data: { input: chosen.label, call: sink.label },
        related: relatedOf(sink),
      });
      return;
    }
    if (sink.trusts) {
      const first = sink.origins[0];
      if (first)
        context.report(sink, {
          message: 'trusted',
          confidence: 'low',
          span: sink.expression,
          data: { input: first.label, call: sink.label },
        });
      return;
    }
    if (role !== 'source') return;
    const request = sink.origins.find(({ from, input, whole, position }) => {
      if (from !== 'request' || input === 'headers' || input === 'cookies') return false;
      // What is sent back as it came is an object as often as a text.
      return (
        sink.ofText ||
        position !== 'whole' ||
        sink.built === 'template' ||
        sink.built === 'concatenation' ||
        (!whole && input !== 'body' && input !== 'message')
      );
    });
    const stored = sink.rendered ? sink.origins.find(({ from }) => from === 'data') : undefined;
    const origin = request ?? stored;
    if (!origin) return;
    // A link for somebody else carries no secret of the server.
    const routes = context.routesTo(sink);
    const isSecret = request !== undefined && routes.length > 0 && routes.every(({ level }) => level === 'SECRET');
    context.report(sink, {
      message: !request ? 'stored' : sink.inside ? 'handed' : 'request',
      span: sink.expression,
      // A link cannot carry a body: it takes a form on another site, which JSON endpoints refuse.
      ...(request?.input === 'body' || isSecret ? { confidence: 'low' as const } : {}),
      data: { input: origin.label, call: sink.label },
      related: relatedOf(sink),
    });
  },
  escapingSwitch(fact, context) {
    if (context.fileRole(fact.file) !== 'source') return;
    // Templates of mails and of code have nothing to escape.
    context.report(fact, { message: 'unescaped', confidence: 'low', data: { name: fact.label } });
  },
});

function messageOf({ script, link, inside }: TaintedSink, pasted: boolean): string {
  if (script) return 'script';
  if (link) return pasted ? 'pastedLink' : 'link';
  if (inside) return pasted ? 'pastedHanded' : 'pageHanded';
  return pasted ? 'pasted' : 'page';
}

function relatedOf({ inside }: TaintedSink): { file: string; span: Span; message: string }[] {
  return inside ? [{ file: inside.file, span: inside.span, message: `${inside.label} sends it here.` }] : [];
}
