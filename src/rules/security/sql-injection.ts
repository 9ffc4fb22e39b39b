import { parameteriseQuery } from '../../fixes/parameteriseQuery';
import type { Origin, TaintedSink } from '../../model/facts';
import { defineRule } from '../../model/meta';

/** Parameters that name parts of the database come from code and configuration. */
const configured = /^(db|database|schema|table|column|index|constraint|extension|role|owner)s?_?(name|id)?$/i;

/** What a caller sends becomes part of a query’s text. */
export default defineRule({
  id: 'sql-injection',
  dimension: 'security',
  title: 'Query text built from input',
  severity: 'error',
  confidence: 'high',
  fixKinds: ['suggestion'],
  cwe: [89],
  owasp: ['ASVS 1.2.4', 'A05'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    request: '{{input}} becomes part of the SQL text of {{call}}: whoever calls this can read and change the whole database.',
    parameter: '{{input}} is put into the SQL text of {{call}} as a value: text from a caller that reaches it runs as SQL.',
    handed:
      '{{input}} is handed to {{call}}, which puts it into the text of a query: whoever calls this can read and change the whole database.',
    language:
      '{{input}} becomes part of the {{language}} text that {{call}} runs: whoever calls this can ask for, and change, what was never meant for them.',
    filter: '{{input}} becomes part of a filter of {{call}}: a comma or bracket in it adds conditions and shows other rows.',
  },
  needs: ['taintedSink'],
  taintedSink(sink, context) {
    if (sink.category !== 'sql' || context.fileRole(sink.file) !== 'source') return;
    const request = sink.origins.find((origin) => origin.from === 'request');
    const value = sink.origins.find(
      (origin) => origin.from === 'parameter' && origin.position === 'value' && !configured.test(origin.label),
    );
    const origin = request ?? value;
    if (!origin) {
      const doubt = sink.origins.find((other) => other.from === 'unknown' || other.from === 'parameter');
      if (!doubt)
        context.evidence(
          sink,
          sink.origins.length === 0 || sink.origins.every(isFixed)
            ? 'the text of the query is fixed'
            : 'what is put into the text is checked or not of a caller’s making',
        );
      else if (sink.built === 'template' || sink.built === 'concatenation')
        context.unknown(sink, `it is not known where ${doubt.label} comes from`);
      return;
    }
    if (sink.filter) {
      return context.report(sink, {
        message: 'filter',
        span: sink.expression,
        severity: 'warning',
        confidence: request && !sink.ownRows ? 'medium' : 'low',
        data: dataOf(sink, origin),
      });
    }
    if (sink.language !== undefined && !request) return;
    context.report(sink, {
      message:
        sink.language !== undefined
          ? 'language'
          : sink.inside && request && origin.position !== 'value'
            ? 'handed'
            : request
              ? 'request'
              : 'parameter',
      span: sink.expression,
      confidence: !request || request.named ? 'medium' : 'high',
      data: { ...dataOf(sink, origin), language: sink.language ?? '' },
      related: sink.inside ? [{ file: sink.inside.file, span: sink.inside.span, message: `${sink.inside.label} runs the text here.` }] : [],
      fixes: sink.inside || sink.language !== undefined ? [] : [parameteriseQuery(sink)],
    });
  },
});

function isFixed(origin: Origin): boolean {
  return origin.from === 'constant';
}

function dataOf(sink: TaintedSink, origin: Origin): Record<string, string> {
  return { input: origin.label, call: sink.label };
}
