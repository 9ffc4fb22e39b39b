import { defineRule } from '../../model/meta';

/** Parameters that are commands on purpose. */
const intended = /command|cmd|script|shell|args?$/i;

/** What a caller sends becomes part of a command, or of code that is run. */
export default defineRule({
  id: 'command-injection',
  dimension: 'security',
  title: 'Command built from input',
  severity: 'error',
  confidence: 'high',
  fixKinds: [],
  cwe: [78, 94],
  owasp: ['ASVS 1.2.5', 'ASVS 1.3.2', 'A05'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    request: '{{input}} becomes part of the command that {{call}} runs: whoever calls this can run programs on the server.',
    handed: '{{input}} is handed to {{call}}, which runs it as part of a command: whoever calls this can run programs on the server.',
    code: '{{input}} is run as code by {{call}}: whoever calls this decides what is done.',
    parameter: '{{input}} is put into the text of a shell command of {{call}}: a `;` or `$(…)` in it runs another command.',
  },
  needs: ['taintedSink'],
  taintedSink(sink, context) {
    if ((sink.category !== 'command' && sink.category !== 'code') || context.fileRole(sink.file) !== 'source') return;
    const request = sink.origins.find(({ from }) => from === 'request');
    const origin =
      request ??
      sink.origins.find(
        ({ from, position, label }) => from === 'parameter' && position === 'value' && sink.category === 'command' && !intended.test(label),
      );
    if (!origin) return;
    context.report(sink, {
      message: !request ? 'parameter' : sink.category === 'code' ? 'code' : sink.inside ? 'handed' : 'request',
      span: sink.expression,
      // Whether a caller’s text gets as far as this function is not known.
      ...(!request ? { severity: 'warning', confidence: 'low' } : request.named ? { confidence: 'low' } : {}),
      data: { input: origin.label, call: sink.label },
      related: sink.inside ? [{ file: sink.inside.file, span: sink.inside.span, message: `${sink.inside.label} runs it here.` }] : [],
    });
  },
});
