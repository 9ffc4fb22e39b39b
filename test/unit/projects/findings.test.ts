import assert from 'node:assert/strict';
import type { ProjectResult } from '../../../src/engine/api';
import { analyse, lineOf } from './sample';

/** Gaps that the prototype is known to have: rule, file, a piece of the line. */
const planted: readonly (readonly [rule: string, file: string, snippet: string])[] = [
  ['unhandled-async-handler', 'apps/api/src/routes/bookings.ts', "bookingsRouter.post('/', async"],
  ['unchecked-result-error', 'apps/api/src/services/bookings.ts', "user_id: userId, kind: 'booking'"],
  ['error-detail-leak', 'apps/api/src/routes/auth.ts', 'stack: error.stack'],
  ['swallowed-error', 'apps/api/src/routes/bookings.ts', 'res.json([])'],
  ['error-not-logged', 'apps/web/app/api/chat/route.ts', 'error: String(error)'],
  ['inconsistent-auth-posture', 'apps/api/src/routes/orders.ts', "ordersRouter.post('/', async"],
  ['missing-auth-guard', 'apps/web/app/actions/bookings.ts', 'export async function markBookingPaid'],
  ['inconsistent-auth-posture', 'apps/api/src/routes/admin.ts', "adminRouter.post('/promo-codes'"],
  ['inconsistent-auth-posture', 'apps/web/app/api/admin/discounts/route.ts', 'export async function POST'],
  ['presence-only-token-check', 'supabase/functions/refund-booking/index.ts', "authHeader?.startsWith('Bearer ')"],
  ['mass-assignment', 'apps/web/app/api/newsletter/route.ts', 'await request.json()'],
  ['external-call-without-timeout', 'apps/api/src/services/payments.ts', 'const response = await fetch('],
  ['hardcoded-secret', 'apps/api/src/services/payments.ts', "const STRIPE_KEY = '"],
  ['sql-injection', 'apps/api/src/routes/classes.ts', "WHERE title ILIKE '%${term}%'"],
];

describe('the sample prototype', () => {
  let result: ProjectResult;
  before(async () => {
    ({ result } = await analyse('prototype'));
  });

  for (const [rule, file, snippet] of planted) {
    it(`has ${rule} at ${file}: ${snippet}`, () => {
      const line = lineOf('prototype', file, snippet);
      const hits = result.findings.filter((finding) => finding.rule === rule && finding.location.file === file);
      const covers = hits.some(({ location }) => location.line - 1 <= line && line <= location.endLine + 1);
      assert.ok(covers, `expected at line ${line}, found at ${hits.map(({ location }) => location.line).join(', ') || 'no line'}`);
    });
  }

  it('is read completely', () => {
    assert.deepEqual(result.files.skipped, []);
  });

  it('shows no secret in any message', () => {
    assert.ok(!JSON.stringify(result.findings).includes('InventedBramble'));
  });
});

describe('its hardened twin', () => {
  let result: ProjectResult;
  before(async () => {
    ({ result } = await analyse('hardened'));
  });

  it('has no open gap of high confidence', () => {
    const open = result.findings.filter(
      ({ outcome, status, confidence }) => outcome === 'gap' && status === 'open' && confidence === 'high',
    );
    assert.deepEqual(
      open.map(({ rule, location, message }) => `${rule} ${location.file}:${location.line} ${message}`),
      [],
    );
  });

  it('is read completely', () => {
    assert.deepEqual(result.files.skipped, []);
    assert.ok(result.files.analysed.length > 80, `${result.files.analysed.length} files`);
  });
});
