import { catchPromise } from '../../fixes/catchPromise';
import type { FloatingPromise } from '../../model/facts';
import { defineRule } from '../../model/meta';

/** A promise that is started while a request is answered, waited for by nobody and caught by nobody. */
export default defineRule({
  id: 'floating-promise',
  dimension: 'error-handling',
  title: 'Promise whose failure reaches nobody',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: ['suggestion'],
  cwe: [248, 755],
  owasp: ['ASVS 16.5.3', 'A10'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    answers: 'The request is answered in {{label}}, which nobody waits for: when that fails, nobody answers and the process can exit.',
    started: 'Nobody waits for {{label}} and nobody catches its failure: the rejection is unhandled and the process can exit.',
    answersHeard:
      'The request is answered in {{label}}, which nobody waits for: when that fails, a listener of the process hears of it, and nobody answers.',
    heard:
      'Nobody waits for {{label}} and nobody catches its failure: a listener of the process hears of it, and what was begun stays half done.',
  },
  needs: ['floatingPromise'],
  floatingPromise(promise, context) {
    if (context.fileRole(promise.file) !== 'source' || promise.inRequestPath !== 'present') return;
    const heard = context.outlives(promise) === 'present';
    context.report(promise, {
      message: promise.answers ? (heard ? 'answersHeard' : 'answers') : heard ? 'heard' : 'started',
      data: { label: nameOf(promise) },
      severity: promise.answers ? 'error' : 'warning',
      // `void` says that somebody has thought of it.
      confidence: promise.answers ? 'high' : promise.deliberate ? 'low' : 'medium',
      fixes: [catchPromise(promise)],
    });
  },
});

function nameOf({ form, label }: FloatingPromise): string {
  return form === 'function' ? 'this async function' : label;
}
