import { defineRule } from '../../model/meta';

/** What a caller sends decides which server this server speaks to. */
export default defineRule({
  id: 'ssrf',
  dimension: 'security',
  title: 'Request to an address of the caller’s choice',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: [],
  cwe: [918],
  owasp: ['ASVS 1.3.6', 'API7'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    host: '{{input}} decides which host {{call}} speaks to: whoever calls this reaches what only this server can reach.',
    handed: '{{input}} is handed to {{call}}, which requests that address: whoever calls this reaches what only this server can reach.',
    page: '{{input}} becomes part of the page that {{call}} shows or runs on the server: what stands in it reaches what only this server can reach.',
    path: '{{input}} is put unencoded into the address that {{call}} requests: `../` or `?` in it leads to another endpoint of that host.',
  },
  needs: ['taintedSink'],
  taintedSink(sink, context) {
    if (sink.category !== 'url' || context.fileRole(sink.file) !== 'source') return;
    const routes = context.routesTo(sink);
    // Behind the beginning of a route a path names no host: `new URL(asked.pathname, base)`.
    const isBehindPrefix = routes.length > 0 && routes.every(({ path }) => /^\/[\w.-]/.test(path));
    const requests = sink.origins.filter(({ from, ownPath }) => from === 'request' && !(ownPath && isBehindPrefix));
    const origin =
      requests.find(({ position }) => position === 'whole') ??
      requests.find(({ position }) => position === 'name' || sink.language !== undefined);
    if (!origin) return;
    const isHost = origin.position === 'whole' || sink.language !== undefined;
    context.report(sink, {
      message: sink.language !== undefined ? 'page' : !isHost ? 'path' : sink.inside ? 'handed' : 'host',
      span: sink.expression,
      ...(!isHost
        ? { severity: 'info', confidence: 'low' }
        : origin.named || (origin.ownPath && routes.length === 0)
          ? { confidence: 'low' }
          : {}),
      data: { input: origin.label, call: sink.label },
      related: sink.inside
        ? [{ file: sink.inside.file, span: sink.inside.span, message: `${sink.inside.label} sends the request here.` }]
        : [],
    });
  },
});
