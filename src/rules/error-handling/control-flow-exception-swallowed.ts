import { rethrowInterrupt } from '../../fixes/rethrowInterrupt';
import type { CaughtInterrupt } from '../../model/facts';
import { defineRule } from '../../model/meta';

/** A redirect, or another answer that works by being thrown, is caught on its way to the framework. */
export default defineRule({
  id: 'control-flow-exception-swallowed',
  dimension: 'error-handling',
  title: 'Redirect or answer that is caught before it gets out',
  severity: 'error',
  confidence: 'high',
  fixKinds: ['suggestion'],
  cwe: [396, 755],
  owasp: ['ASVS 16.5.3', 'A10'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    redirect: '{{label}} works by throwing, and the catch below keeps that: nobody is redirected, and what worked is treated as a failure.',
    elsewhere: '{{label}} works by throwing, and the catch below keeps that: everybody ends where failures lead.',
    page: '{{label}} works by throwing, and the catch below keeps that: it is treated as a failure, and the right answer never gets out.',
    through: '{{label}} redirects or refuses by throwing, and the catch below keeps that: it is treated as a failure.',
    answer: 'The {{status}} that is thrown here is caught below and answered with {{instead}}.',
  },
  needs: ['caughtInterrupt'],
  caughtInterrupt(interrupt, context) {
    const role = context.fileRole(interrupt.file);
    if (role !== 'source' && role !== 'client') return;
    if (interrupt.fate === 'passed') return context.evidence(interrupt);
    if (interrupt.fate === 'unknown') return context.notApplicable(interrupt);
    const isPlain = interrupt.does !== 'answer' && !interrupt.via;
    context.report(interrupt, {
      message: messageOf(interrupt),
      data: { label: `${interrupt.label}()`, status: interrupt.status ?? 0, instead: interrupt.instead ?? 0 },
      severity: isPlain && !interrupt.client ? 'error' : 'warning',
      confidence: isPlain ? 'high' : 'medium',
      related: [{ file: interrupt.file, span: interrupt.caughtAt, message: 'It is caught here.' }],
      fixes: [rethrowInterrupt(interrupt)],
    });
  },
});

function messageOf({ does, via, elsewhere }: CaughtInterrupt): string {
  if (does === 'answer') return 'answer';
  if (via) return 'through';
  if (does !== 'redirect') return 'page';
  return elsewhere ? 'elsewhere' : 'redirect';
}
