import { compareAsValue } from '../../fixes/compareAsValue';
import type { TaintedSink } from '../../model/facts';
import { defineRule } from '../../model/meta';

/** What is compared decides who is let in. */
const decisive = /token|secret|pass|\bpin\b|otp|code|\bkey|hash|mail|\buser_?name|login|phone|session|reset|verif|invit|\bowner/i;
/** Gives documents, or their number, and changes none. */
const reading = /\b(?:find|findOne|findById|exists|count|countDocuments|estimatedDocumentCount|distinct)$/;

/** Does what is sent, or the field that it is compared with, decide who is let in? */
function decides({ decided }: TaintedSink, label: string): boolean {
  return [label, ...(decided ?? [])].some((name) => decisive.test(name));
}

/** What a caller sends may be an object with operators, and becomes a condition. */
export default defineRule({
  id: 'nosql-injection',
  dimension: 'security',
  title: 'Condition of a document query built from input',
  severity: 'error',
  confidence: 'medium',
  fixKinds: ['suggestion'],
  cwe: [943],
  owasp: ['ASVS 1.2.4', 'A05'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    whole: '{{input}} is the condition of {{call}}: whoever calls this decides which documents it is about.',
    value: '{{input}} becomes part of the condition of {{call}}: sent as `{"$ne": null}` it matches every document.',
    list: '{{input}} becomes an argument of {{call}}: sent as a list it adds arguments that nobody meant.',
    handed: '{{input}} is handed to {{call}}, which puts it into a condition: sent as `{"$ne": null}` it matches every document.',
  },
  needs: ['taintedSink'],
  taintedSink(sink, context) {
    if (sink.category !== 'nosql' || context.fileRole(sink.file) !== 'source') return;
    const origin = sink.origins.find(({ from }) => from === 'request');
    if (!origin) return;
    const routes = context.routesTo(sink);
    const verdicts = routes.map((route) => route.roles.validation?.presence ?? 'absent');
    if (verdicts.some((presence) => presence === 'unknown'))
      return context.unknown(sink, 'something in front of the handler may validate it');
    if (verdicts.length > 0 && verdicts.every((presence) => presence === 'present'))
      return context.evidence(sink, 'validated before the handler');
    // Whoever has a role may see such documents anyway; of documents that everybody may ask for, others come.
    const isTrusted = routes.length > 0 && routes.every(({ level }) => level === 'ROLE');
    const isHarmless =
      sink.ownRows || (reading.test((sink.inside ?? sink).label) && !origin.whole && !sink.lists && !decides(sink, origin.label));
    context.report(sink, {
      message: sink.lists ? 'list' : sink.inside ? 'handed' : origin.whole ? 'whole' : 'value',
      span: sink.expression,
      ...(origin.named || isTrusted || isHarmless ? { confidence: 'low' } : {}),
      data: { input: origin.label, call: sink.label },
      related: sink.inside
        ? [{ file: sink.inside.file, span: sink.inside.span, message: `${sink.inside.label} runs the query here.` }]
        : [],
      fixes: sink.lists || sink.inside || origin.whole ? [] : [compareAsValue(sink)],
    });
  },
});
