import { handleSwallowedError } from '../../fixes/handleSwallowedError';
import type { CatchFact } from '../../model/facts';
import { defineRule } from '../../model/meta';

/** A failure ends in a catch that tells nobody, or that reports success. */
export default defineRule({
  id: 'swallowed-error',
  dimension: 'error-handling',
  title: 'Failure that is caught and lost',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: ['suggestion'],
  cwe: [390],
  owasp: ['ASVS 16.3.4', 'ASVS 16.5.3', 'A10'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    empty: 'A failure of {{tried}} is caught and dropped: nobody will learn of it.',
    silent: 'A failure of {{tried}} is written only to the logger of a server that was made without one: nobody will learn of it.',
    success: 'When {{tried}} fails, success is reported all the same: the caller goes on as if it had worked.',
    acknowledged: 'When {{tried}} fails, this {{role}} is acknowledged all the same: it is not tried again and its work is lost.',
    open: 'When {{tried}} fails, this request is never answered: whoever sent it waits until something gives up.',
    fallback: 'When {{tried}} fails, an empty value takes its place and nothing is logged: a failure looks like no data.',
  },
  needs: ['catch'],
  catch(caught, context) {
    if (context.fileRole(caught.file) !== 'source' || caught.role === 'script') return;
    const isSilent = context.isSilent(caught);
    const loss = lossOf(isSilent ? { ...caught, logs: 'no' } : caught);
    if (!loss) {
      if (caught.rethrows || caught.forwards || (caught.logs !== 'no' && !isSilent)) context.evidence(caught);
      else context.notApplicable(caught);
      return;
    }
    const grave = (caught.tried.writes && !caught.tried.tidies) || caught.role === 'webhook' || caught.role === 'job';
    context.report(caught, {
      message: isSilent && (loss === 'empty' || loss === 'fallback') ? 'silent' : loss,
      span: caught.head ?? caught.span,
      data: { tried: caught.tried.label || 'this block', role: caught.role },
      severity: grave && caught.role !== 'client' ? 'error' : 'warning',
      confidence: confidenceOf(caught, loss),
      fixes: [handleSwallowedError(caught)],
    });
  },
});

/** What a browser swallows a person may still see. Where nobody knows what was tried, a fallback may be the plan. */
function confidenceOf({ role, tried, form }: CatchFact, loss: string): 'medium' | 'low' {
  if (role === 'client') return 'low';
  if (tried.tidies === 'left' && role !== 'webhook' && role !== 'job') return 'low';
  if (tried.known || tried.writes || role === 'webhook' || role === 'job') return 'medium';
  return loss === 'fallback' || loss === 'success' || form === 'callback' ? 'low' : 'medium';
}

/** A comment says why; one that puts the work off says the opposite. */
function isMeant({ intent }: CatchFact): boolean {
  return intent !== undefined && !/\b(todo|fixme|xxx|hack)\b/i.test(intent);
}

function lossOf(caught: CatchFact): 'empty' | 'success' | 'acknowledged' | 'open' | 'fallback' | undefined {
  const { tried, role } = caught;
  if (caught.rethrows || caught.forwards) return undefined;
  if (caught.leavesOpen && role !== 'client') return 'open';
  if (tried.probe || tried.cleanup || isMeant(caught)) return undefined;
  const acknowledges = caught.replies?.success === true || caught.returns === 'success' || caught.goesOn === true;
  if (acknowledges && (role === 'webhook' || role === 'job')) return 'acknowledged';
  if (caught.replies?.alike && caught.logs !== 'no') return undefined;
  if (acknowledges) return caught.logs === 'no' || tried.writes ? 'success' : undefined;
  if (caught.logs !== 'no' || caught.replies) return undefined;
  if (caught.empty || caught.returns === 'nothing') return 'empty';
  return caught.returns === 'default' ? 'fallback' : undefined;
}
