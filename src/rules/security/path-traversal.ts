import { defineRule } from '../../model/meta';

/** What a caller sends decides which file is opened. */
export default defineRule({
  id: 'path-traversal',
  dimension: 'security',
  title: 'File path built from input',
  severity: 'error',
  confidence: 'medium',
  fixKinds: [],
  cwe: [22],
  owasp: ['ASVS 5.3.2', 'A01'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    request: '{{input}} becomes part of the path that {{call}} opens: `../` in it reaches files outside the folder.',
    handed: '{{input}} is handed to {{call}}, which opens a file by it: `../` in it reaches files outside the folder.',
  },
  needs: ['taintedSink'],
  taintedSink(sink, context) {
    if (sink.category !== 'path' || context.fileRole(sink.file) !== 'source') return;
    const origin = sink.origins.find(({ from }) => from === 'request');
    if (!origin) return;
    context.report(sink, {
      message: sink.inside ? 'handed' : 'request',
      span: sink.expression,
      ...(origin.named || sink.library === '' ? { confidence: 'low' } : {}),
      data: { input: origin.label, call: sink.label },
      related: sink.inside
        ? [{ file: sink.inside.file, span: sink.inside.span, message: `${sink.inside.label} opens the file here.` }]
        : [],
    });
  },
});
